package vn.dondoc.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Reading.Shape;

/** Câu giao việc: order first, "giao A làm X", and who may give the order. */
final class OrderGrammar {
  // Words in front of an order verb that turn it into a noun or into a past event.
  static final Set<String> NO_ORDER_AFTER =
      Deadlines.keys(
          "được đã việc theo tác tại của sự từng các những kiến văn bản có do thực thừa đang chưa"
              + " vốn bàn phân chuyển ký");
  private static final Set<String> ISSUING = Deadlines.keys("có hành ký gửi ra phát một");
  // Last words of "văn bản", "công văn", "công điện", "thông báo": papers that carry an order.
  private static final Set<String> LETTERS = Deadlines.keys("bản văn điện báo");
  // "Chỉ thị", "Công điện", "Kết luận": papers that order in their own name; a report only asks.
  private static final Set<String> ORDERING =
      Deadlines.keys("chỉ công văn thông kết nghị kế quyết");
  private static final Set<String> URGENT = Deadlines.keys("khẩn hỏa thượng chỉ mới");
  private static final Set<String> PEOPLE =
      Deadlines.keys("hộ thầu dân chủ xe nghiệp viên sinh phạm");
  private static final Set<String> ISSUER_HEADS =
      Deadlines.keys(
          "thủ phó chủ bộ ủy ubnd tỉnh thành thường đồng ông bà văn lãnh ban bí sở chính quốc trung"
              + " tổng giám trưởng hội cục chánh thứ hđnd tp");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final Agencies agencies;
  private final DutyParser duties;
  private final Descriptions descriptions;
  private final AskedNames asked;

  OrderGrammar(
      Words words,
      Lexicon.Senses senses,
      Predicates predicates,
      Agencies agencies,
      DutyParser duties) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.agencies = agencies;
    this.duties = duties;
    this.descriptions = new Descriptions(words, senses, predicates);
    this.asked = new AskedNames(words, senses, predicates, agencies);
  }

  /** "giao A làm X" anywhere in the clause where an order may stand. */
  @Nullable Reading ordered(int p, int to) {
    for (int o = p; o < to; o++) {
      int length = senses.at(Sense.ORDER, o);
      if (length == 0 || !mayOrder(o, p)) {
        continue;
      }
      int q = o + length;
      while (words.is(q, "cho")
          || words.isMark(q, ':')
          || words.is(q, "với")
          || words.is(q, "đến")) {
        q++;
      }
      List<Party> parties = agencies.list(pastDate(q, to), to);
      parties = parties.isEmpty() ? doer(q, to) : duties.untilChair(parties, to);
      boolean staff =
          !parties.isEmpty()
              && (words.is(o, "phân") && isStaff(parties.getFirst())
                  || isOwnWork(o, p, parties.getFirst()));
      List<Party> written = parties.isEmpty() ? writtenTo(p, o, q, to) : List.of();
      if (!written.isEmpty()) {
        return duties.reading(Shape.ORDERED, o, written, q, to).at(p, p, o).sure(0.8);
      }
      if (parties.isEmpty() || staff || words.is(o, "chỉ") && !chiefOrders(o, p)) {
        continue;
      }
      int start = o == p ? o : orderStart(o, p);
      Reading reading = orderTo(start, parties, to);
      if (isMatter(p) && words.is(o, "giao") && reading.action() >= to - 1) {
        // "Nhiệm vụ xây dựng kế hoạch giao cho Sở A làm đầu mối": the matter is the work.
        return new Reading(
            Shape.CHAIRED, p, reading.lead(), reading.coordinate(), p, p, p, -1, -1, 0.8);
      }
      return o > p && start > p ? reading.at(start, p, start) : reading;
    }
    return null;
  }

  /** "… có văn bản gửi [các sở, ngành] yêu cầu báo cáo …": those written to do what follows. */
  private List<Party> writtenTo(int p, int o, int q, int to) {
    if (!predicates.startsAt(duties.skipFrames(q, to))) {
      return List.of();
    }
    for (int k = o - 2; k > p && k > o - 40; k--) {
      boolean urgent = URGENT.contains(words.key(k - 1)) && LETTERS.contains(words.key(k - 2));
      if (words.is(k, "gửi") && (urgent || LETTERS.contains(words.key(k - 1)))) {
        boolean towards = words.is(k + 1, "tới") || words.is(k + 1, "đến");
        List<Party> all = agencies.list(towards ? k + 2 : k + 1, o);
        int end = all.isEmpty() ? -1 : all.getLast().to();
        return end == o || end == o - 1 && words.isMark(end, ',') ? all : List.of();
      }
    }
    return List.of();
  }

  /** "phân công lãnh đạo, cán bộ phụ trách": how a body arranges its own people. */
  private boolean isStaff(Party party) {
    return !words.isCapital(party.from())
        && (words.is(party.from(), "lãnh")
            || words.is(party.from(), "cán")
            || words.is(party.from(), "công")
            || words.is(party.from(), "người")
            || words.is(party.from(), "thành"));
  }

  /**
   * "Công an xã lập biên bản, yêu cầu các hộ …", "… yêu cầu 100% trường …": what a doer asks of
   * people, or of a share of his own, is his own work.
   */
  private boolean isOwnWork(int o, int p, Party told) {
    boolean people =
        told.form() == Party.Form.GROUP && PEOPLE.contains(words.key(told.to() - 1))
            || PEOPLE.contains(words.key(told.from() + 1))
            || words.isMark(told.from() + 1, '%');
    if (!people || o == p || !words.isMark(o - 1, ',')) {
      return false;
    }
    List<Party> doers = agencies.list(p, o);
    return !doers.isEmpty() && predicates.startsAt(duties.skipFrames(doers.getLast().to(), o));
  }

  /** "yêu cầu, trước ngày …, các sở …": the day may stand in front of the doer. */
  private int pastDate(int q, int to) {
    int p = words.isMark(q, ',') ? duties.skipOpening(q, to) : q;
    return words.isMark(p, ',') ? p + 1 : p;
  }

  /** A doer that is no known body but stands between an order verb and "chủ trì" or a duty. */
  private List<Party> doer(int q, int to) {
    if (!words.isCapital(q) || predicates.verb(q) > 0) {
      return List.of();
    }
    int name = agencies.capitals(q, to, 6);
    return name > q && predicates.startsAt(name)
        ? List.of(new Party(q, name, Party.Form.BODY))
        : asked.at(q, to);
  }

  private Reading orderTo(int start, List<Party> parties, int to) {
    int end = parties.getLast().to();
    if (duties.names().heads(end, to)) {
      List<Party> named = duties.extendLast(parties, to - 1);
      return duties.reading(Shape.ORDERED, start, named, to - 1, to).sure(0.9);
    }
    int work = descriptions.work(parties, to);
    if (work > 0) {
      List<Party> told =
          Descriptions.extended(
              parties, duties.names().undated(parties.getLast().to(), work), words);
      return duties.reading(Shape.ORDERED, start, told, work, to).sure(0.9);
    }
    int q = duties.skipFrames(end, to);
    if (q < to && words.is(q, "chịu") && duties.isConsequence(q, to)) {
      return new Reading(
          Shape.CONSEQUENCE, start, parties, List.of(), q, start, start, -1, -1, 0.9);
    }
    if (q >= to
        || words.isOneOf(end, ":.;")
        || predicates.startsAt(q)
        || senses.has(Sense.ASSIGNED, q)) {
      return duties.reading(Shape.ORDERED, start, parties, Math.min(q, to), to).sure(0.95);
    }
    int far = predicates.after(end, to);
    if (far > 0 && far - end < 60 && !words.isMark(end, ',')) {
      return duties
          .reading(Shape.ORDERED, start, duties.extendLast(parties, far), far, to)
          .sure(0.85);
    }
    return duties.reading(Shape.ORDERED, start, parties, q, to).sure(0.75);
  }

  /** An order verb opens the clause, follows a mark, a consent, or the one who gives the order. */
  private boolean mayOrder(int o, int p) {
    if (words.is(o, "kiến")) {
      // "Kiến nghị Chủ tịch UBND tỉnh chỉ đạo …" asks; "cử tri kiến nghị …" tells what was asked.
      return o == p && words.isCapital(o);
    }
    if (o > p
        && words.isMark(o - 1, ',')
        && duties.verbStart(p, o)
        && !isBasis(p, o)
        && !senses.has(Sense.CONSENT, p)
        && !senses.has(Sense.ORDER, p)) {
      // "Tập trung chỉ đạo, phân công lãnh đạo phụ trách …": part of the work, nobody's order.
      return false;
    }
    if (o == p || words.isOneOf(o - 1, ":,;\"-")) {
      return o == p || !words.is(o, "chỉ") || words.isMark(o - 1, ':');
    }
    boolean said = words.is(o - 1, "ông") || words.is(o - 1, "bà") || words.is(o - 1, "tôi");
    if (isIssued(o, p) || paperSays(o, p) || said && (o - 1 == p || words.isMark(o - 2, ','))) {
      return true;
    }
    if (words.is(o - 1, "đã") && Recollection.isFresh(words, p) && issuerBefore(o - 1, p)) {
      return true;
    }
    String before = words.key(o - 1);
    if (NO_ORDER_AFTER.contains(before)) {
      return words.is(o - 1, "bản") && senses.at(Sense.ORDER, o) > 0 && words.is(o - 2, "văn");
    }
    if (words.is(o - 1, "và")
        || words.is(o - 1, "đồng")
        || words.is(o - 1, "thời")
        || words.is(o - 1, "cũng")
        || words.is(o - 1, "nay")
        || words.is(o - 1, "sẽ")
        || words.is(o - 1, "vừa")
        || words.is(o - 1, "tục")
        || words.is(o - 1, "chí") && words.is(o - 2, "đồng")) {
      return true;
    }
    if (isMatter(p) && words.is(o, "giao")) {
      // "Việc cấp mỏ đất giao Sở A hướng dẫn": the matter stands in front of the order.
      return true;
    }
    for (int back = 1; back <= 3; back++) {
      if (senses.at(Sense.CONSENT, o - back) == back) {
        return true;
      }
    }
    return issuerBefore(o, p);
  }

  /** "Việc …", "Nhiệm vụ …", "Nội dung …": a matter at the head of the clause. */
  private boolean isMatter(int p) {
    return words.is(p, "việc")
        || words.is(p, "nội")
        || words.is(p, "nhiệm") && words.is(p + 1, "vụ")
        || words.is(p, "kinh")
        || words.is(p, "riêng");
  }

  /**
   * "ký văn bản hỏa tốc đề nghị …", "có Công văn số 9 ngày … giao …": the paper gives the order.
   */
  private boolean isIssued(int o, int p) {
    for (int k = o - 1; k > p && k > o - 24 && !words.isOneOf(k, ",;:"); k--) {
      int length = senses.at(Sense.DOCKIND, k);
      if (length > 0 && k + length <= o && LETTERS.contains(words.key(k + length - 1))) {
        boolean plain = k + length == o || words.is(k + length, "số");
        boolean urgent = URGENT.contains(words.key(k + length)) && o - k - length < 4;
        return (plain || urgent) && ISSUING.contains(words.key(k - 1));
      }
      if (predicates.verb(k) > 0 && !words.isCapital(k) && !URGENT.contains(words.key(k))) {
        return false;
      }
    }
    return false;
  }

  /** "Chỉ thị yêu cầu …", "Công điện này cũng giao …": the paper at the head of the clause. */
  private boolean paperSays(int o, int p) {
    int length = senses.at(Sense.DOCKIND, p);
    int q = p + length;
    q += words.is(q, "này") || words.is(q, "trên") ? 1 : 0;
    q += words.is(q, "cũng") || words.is(q, "còn") ? 1 : 0;
    return length > 0 && q == o && words.isCapital(p) && ORDERING.contains(words.key(p));
  }

  /** "Thực hiện Công văn số 9 …, đề nghị Sở A …": what the order rests on stands in front of it. */
  private boolean isBasis(int p, int o) {
    if (!senses.has(Sense.PREAMBLE, p)) {
      return false;
    }
    boolean aim = words.is(p, "để") || words.is(p, "nhằm") || words.is(p, "xét");
    for (int k = p + 1; k < Math.min(o, p + 6); k++) {
      aim |=
          senses.has(Sense.DOCKIND, k)
              || words.is(k, "chỉ") && words.is(k + 1, "đạo")
              || words.is(k, "ý") && words.is(k + 1, "kiến");
    }
    return aim;
  }

  /** Whether the words right before an order verb are the one who orders ("UBND tỉnh yêu cầu"). */
  private boolean issuerBefore(int o, int p) {
    for (int k = Math.max(p, o - 16); k < o; k++) {
      // "TTYT huyện yêu cầu các trạm …": whatever body opens the clause may ask its own.
      boolean asks = k == p && words.is(o, "yêu") && words.isCapital(k);
      if (!asks && !ISSUER_HEADS.contains(words.key(k))) {
        continue;
      }
      List<Party> issuer = agencies.list(k, o);
      if (!issuer.isEmpty() && issuer.getLast().to() >= o) {
        if (!cited(k, p)) {
          return true;
        }
        if (issuer.size() == 1) {
          return false;
        }
        // "Thực hiện Văn bản số 9 của UBND tỉnh, Sở A đề nghị …": the last of them speaks.
        k = issuer.getLast().from() - 1;
      }
    }
    return words.isCapital(o - 1) && words.isCapital(o - 2) && o - p < 14;
  }

  /** "Quyết định số 12 ngày … của UBND tỉnh giao Sở A": what a cited paper once laid on A. */
  private boolean cited(int issuer, int p) {
    if (!words.is(issuer - 1, "của")) {
      return false;
    }
    for (int k = Math.max(p, issuer - 18); k < issuer; k++) {
      if (senses.has(Sense.DOCKIND, k) && (words.isNumber(k + 3) || words.is(k + 2, "số"))) {
        return true;
      }
    }
    return false;
  }

  /** "chỉ đạo" orders only at the start or from the head of the authority; else it is work. */
  private boolean chiefOrders(int o, int p) {
    if (o == p) {
      return false;
    }
    Party chief = null;
    int end = o;
    while (words.is(end - 1, "vừa")
        || words.is(end - 1, "cũng")
        || words.is(end - 1, "đã")
        || words.is(end - 1, "tục")
        || words.is(end - 1, "tiếp")) {
      end--;
    }
    for (int k = Math.max(p, o - 16); k < o; k++) {
      Party party = agencies.one(k, end);
      if (party != null && party.to() == end) {
        chief = party;
        break;
      }
    }
    if (chief == null) {
      return words.is(o - 1, "bản") || senses.has(Sense.CONSENT, o - 2);
    }
    List<Party> named = agencies.list(p, end);
    if (named.size() > 1 && named.getLast().to() == end) {
      // "Tư lệnh Quân khu A, Tư lệnh B chỉ đạo các đơn vị …": heads in a row do it themselves.
      return false;
    }
    int first = chief.from();
    if (first > p && (words.is(first - 1, "mưu") || words.is(first - 1, "cho"))) {
      // "Tham mưu UBND tỉnh chỉ đạo các huyện …": what the adviser brings about.
      return false;
    }
    boolean opensLine = first == 2 || words.lines(first - 2) > 0;
    if (opensLine && words.isNumber(first - 2) && words.isOneOf(first - 1, ".)")
        || words.isMark(first - 1, ')')) {
      // "2. Bộ trưởng Bộ A chỉ đạo …": the doer of an item; whom he directs is his affair.
      return false;
    }
    List<Party> above = words.is(first, "lãnh") && first > p ? agencies.list(p, first) : List.of();
    if (!above.isEmpty() && above.getLast().to() == first) {
      // "Ban cán sự đảng lãnh đạo UBND tỉnh chỉ đạo …": he is led himself.
      return false;
    }
    boolean many = words.is(first, "các");
    boolean province =
        words.is(first, "ubnd") && (chief.to() == first + 2 || words.is(first + 1, "tỉnh"))
            || words.is(first, "chính")
            || words.is(first, "tỉnh");
    return !many && (chief.form() == Party.Form.POST || province);
  }

  private int orderStart(int o, int p) {
    int start = o;
    for (int k = o - 1; k >= p && o - k < 16; k--) {
      if (words.isOneOf(k, ":,;.")) {
        break;
      }
      start = k;
    }
    return o - start >= 16 ? o : start;
  }

  int bareOrder(int p, int to) {
    int length = senses.at(Sense.ORDER, p);
    if (length == 0
        || words.is(p, "kiến")
        || words.is(p, "giao")
        || words.is(p, "chỉ")
        || words.is(p, "phân")) {
      return -1;
    }
    int q = duties.skipFrames(p + length, to);
    return predicates.startsAt(q) ? q : -1;
  }
}
