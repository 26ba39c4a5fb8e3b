package vn.dondoc.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Reading.Shape;

/** Ngữ pháp của một vế câu: doer, coordination, work, in both orders of words. */
final class ClauseGrammar {

  // Small words and told states that may follow a body without any work being laid on it.
  private static final Set<String> NO_WORK =
      Deadlines.keys(
          "là và với của cho về có được bị này đó trên dưới sau nêu nói mà thì nếu khi hay hoặc cũng"
              + " không chưa vì nên như để phía số lần thứ đề đạt gồm tại nơi vào ra mới rất"
              + " nhấn tin cùng hiện đến ngày tháng năm quý do thuộc đối nhằm vẫn lại trước tỉnh");

  // "Trường hợp các hộ không bàn giao, …": those it is about do not do what follows.
  private static final Set<String> PEOPLE = Deadlines.keys("hộ dân nhân người thầu");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Agencies agencies;
  private final Predicates predicates;
  private final DutyParser duties;
  private final OrderGrammar orders;
  private final SpokenOrders said;
  private final ClauseSeams seams;
  private final Descriptions descriptions;
  private final PassiveGrammar passives;
  private final Extensions extensions;
  private final ChairedGrammar chairs;
  private final Addressed addressed;
  private final Judgements judgements;
  private final Purposes purposes;

  ClauseGrammar(
      Words words,
      Lexicon.Senses senses,
      Predicates predicates,
      Agencies agencies,
      Timeline timeline) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.agencies = agencies;
    this.duties = new DutyParser(words, senses, predicates, agencies, timeline);
    this.orders = new OrderGrammar(words, senses, predicates, agencies, duties);
    this.said = new SpokenOrders(words, senses, predicates, agencies, duties);
    this.passives = new PassiveGrammar(words, senses, predicates, duties, timeline);
    this.chairs = new ChairedGrammar(words, senses, predicates, agencies, duties);
    this.judgements = new Judgements(words);
    this.addressed = new Addressed(words, agencies, duties);
    this.extensions = new Extensions(words, senses, agencies, duties, timeline);
    this.descriptions = new Descriptions(words, senses, predicates);
    this.purposes = new Purposes(words, senses, predicates, agencies, duties);
    this.seams = new ClauseSeams(words, senses, agencies, duties, timeline, chairs);
  }

  /** The clauses of a paragraph, lists whole and orders apart. */
  List<Clause> clauses(int from, int to) {
    return seams.clauses(from, to);
  }

  Purposes purposes() {
    return purposes;
  }

  Reading read(int from, int to) {
    int p = duties.skipOpening(from, to);
    Reading conditional = conditional(p, to);
    if (conditional != null) {
      return conditional;
    }
    Reading extension = extensions.read(p, to);
    if (extension != null) {
      return extension;
    }
    Reading ordered = orders.ordered(p, to);
    if (ordered != null) {
      // "Sau khi kiểm tra, Chủ tịch UBND tỉnh yêu cầu …": when it was ordered, not when it is due.
      boolean told = words.is(from, "sau") && words.is(from + 1, "khi");
      boolean issuer = ordered.start() > from && senses.at(Sense.ORDER, ordered.start()) == 0;
      return told && issuer ? ordered.at(from, from, ordered.start()) : ordered;
    }
    Reading spoken = said.read(p, to);
    if (spoken != null) {
      return spoken;
    }
    Reading chaired = chairs.read(p, to);
    if (chaired != null) {
      return chaired;
    }
    Reading shared = shared(p, to);
    if (shared != null) {
      return shared;
    }
    boolean request =
        words.is(p, "kiến")
            && words.is(p + 1, "nghị")
            && (words.is(p + 2, "của") || words.is(p + 2, "về"));
    boolean along =
        request
            || words.is(p, "cùng") && words.is(p + 1, "với") && agencies.list(p + 2, to).isEmpty();
    Reading direct = along ? behindTopic(p, to) : direct(p, to);
    if (direct.isTask() || !along && direct.shape() != Shape.NONE) {
      return direct;
    }
    return along && !request ? direct(p, to) : request ? direct : behindTopic(p, to);
  }

  /** "Phân công thực hiện như sau: Sở A làm X": the first doer of a list told in one breath. */
  private @Nullable Reading shared(int p, int to) {
    for (int k = p + 2; k < Math.min(to, p + 12) && words.is(p, "phân"); k++) {
      if (words.isMark(k, ':') && words.is(k - 1, "sau")) {
        Reading first = direct(duties.skipOpening(k + 1, to), to);
        return first.isTask() && !first.lead().isEmpty() ? first.at(k + 1, p, k) : null;
      }
    }
    return null;
  }

  /** "Chỉ đạo Sở A làm …" where no doer stands above: A does it. Null when nobody is directed. */
  @Nullable Reading directed(int from, int to) {
    boolean directs = words.is(from, "chỉ") && words.is(from + 1, "đạo");
    List<Party> parties = directs ? agencies.list(from + 2, to) : List.of();
    if (parties.isEmpty() || parties.getFirst().form() != Party.Form.BODY) {
      return null;
    }
    int end = duties.skipFrames(parties.getLast().to(), to);
    return predicates.startsAt(end)
        ? duties.reading(Shape.AGENCY, from, parties, end, to).sure(0.7)
        : null;
  }

  List<Party> parties(int from, int to) {
    return agencies.list(from, to);
  }

  /** Agency first, verb first, or a consequence, right at p. */
  private Reading direct(int p, int to) {
    List<Party> parties = duties.untilChair(agencies.list(p, to), to);
    if (!parties.isEmpty()) {
      Reading agency = agencyFirst(p, parties, to);
      if (agency != null) {
        return agency;
      }
    }
    int bare = orders.bareOrder(p, to);
    if (bare >= 0) {
      return duties.reading(Shape.BARE_ORDER, p, List.of(), bare, to).sure(0.7);
    }
    if (senses.has(Sense.CONSEQ, p) && duties.isConsequence(p, to) && !judgements.blames(p)) {
      return new Reading(Shape.CONSEQUENCE, p, List.of(), List.of(), p, p, p, -1, -1, 0.9);
    }
    Party unknown = parties.size() < 2 ? duties.names().unknownDoer(p, to) : null;
    if (unknown != null) {
      List<Party> doer = List.of(unknown);
      return duties.reading(Shape.AGENCY, p, doer, unknown.to(), to).sure(0.5);
    }
    boolean body = !parties.isEmpty() && parties.getFirst().form() == Party.Form.BODY;
    if (duties.verbStart(p, to) && !body) {
      return duties.reading(Shape.VERB, p, List.of(), p, to).sure(0.6);
    }
    return Reading.none(p);
  }

  private @Nullable Reading agencyFirst(int p, List<Party> parties, int to) {
    int end = parties.getLast().to();
    int q = duties.skipFrames(end, to);
    if (duties.isConsequence(q, to)) {
      return new Reading(Shape.CONSEQUENCE, p, parties, List.of(), q, p, p, -1, -1, 0.9);
    }
    if (duties.names().heads(end, to)) {
      return duties
          .reading(Shape.AGENCY, p, duties.extendLast(parties, to - 1), to - 1, to)
          .sure(0.85);
    }
    int colon = duties.names().nameUntilColon(parties, p, to);
    if (words.isMark(end, ':') || end >= to || colon > 0) {
      List<Party> named = colon > 0 ? duties.extendLast(parties, colon) : parties;
      return duties.reading(Shape.AGENCY, p, named, Math.max(end, colon), to).sure(0.85);
    }
    Reading described = described(p, parties, to);
    if (described != null) {
      return described;
    }
    if (senses.has(Sense.HISTORY, q) && !senses.has(Sense.NEED, q)
        || senses.has(Sense.REPORTING, q)
            && senses.at(Sense.VERB, q) <= senses.at(Sense.REPORTING, q)
            && !words.is(q, "thống")
            && !words.is(q, "trao")
            && !words.is(q, "tiếp")) {
      return lateConsequence(p, parties, q, to);
    }
    if (predicates.startsAt(q) || senses.has(Sense.ASSIGNED, q)) {
      boolean firm = predicates.startsFirmly(q) || words.is(q, "được");
      double sure = firm ? 0.9 : 0.8;
      return duties.reading(Shape.AGENCY, p, parties, q, to).sure(sure);
    }
    if (actsUnnamed(parties, end, q, to)) {
      return duties.reading(Shape.AGENCY, p, parties, q, to).sure(0.7);
    }
    int far = predicates.after(end, to);
    boolean group =
        parties.getLast().form() == Party.Form.GROUP || parties.getLast().form() == Party.Form.POST;
    if (far > 0
        && group
        && far - end < 40
        && predicates.startsFirmly(far)
        && !senses.has(Sense.HISTORY, end)) {
      List<Party> extended = duties.extendLast(parties, far);
      if (duties.isConsequence(far, to)) {
        return new Reading(Shape.CONSEQUENCE, p, extended, List.of(), far, p, p, -1, -1, 0.9);
      }
      return duties.reading(Shape.AGENCY, p, extended, far, to).sure(0.75);
    }
    return lateConsequence(p, parties, end, to);
  }

  /** "Các cơ quan đang quản lý nhà, đất công tiến hành kê khai": a group told apart by a clause. */
  private @Nullable Reading described(int p, List<Party> parties, int to) {
    int work = descriptions.work(parties, to);
    if (work < 0) {
      return null;
    }
    List<Party> extended =
        Descriptions.extended(parties, duties.names().undated(parties.getLast().to(), work), words);
    if (duties.isConsequence(work, to)) {
      return new Reading(Shape.CONSEQUENCE, p, extended, List.of(), work, p, p, -1, -1, 0.9);
    }
    if (words.is(work, "phải") && duties.isConsequence(work + 1, to)) {
      return new Reading(Shape.CONSEQUENCE, p, extended, List.of(), work + 1, p, p, -1, -1, 0.9);
    }
    double sure = predicates.startsFirmly(work) ? 0.8 : 0.5;
    return duties.reading(Shape.AGENCY, p, extended, work, to).sure(sure);
  }

  /**
   * "Bộ Tài chính ứng vốn …": a body, then a word no list of work knows but that can be no noun.
   */
  private boolean actsUnnamed(List<Party> parties, int end, int q, int to) {
    return q == end
        && to - q >= 2
        && parties.getLast().form() == Party.Form.BODY
        && words.isWord(q)
        && words.isWord(q + 1)
        && !words.isCapital(q)
        && !NO_WORK.contains(words.key(q))
        && senses.at(Sense.HISTORY, q) == 0
        && senses.at(Sense.REPORTING, q) == 0
        && senses.at(Sense.FRAME, q) == 0
        && senses.at(Sense.MODIFIER, q) == 0
        && senses.at(Sense.CONDITION, q) == 0
        && senses.at(Sense.ORDER, q) == 0
        && senses.at(Sense.SECTOR, q) == 0
        && senses.at(Sense.LEVEL, q) == 0
        && senses.at(Sense.GROUP, q) == 0;
  }

  /** "Thủ trưởng các đơn vị còn có công trình … chịu trách nhiệm": the consequence comes late. */
  private @Nullable Reading lateConsequence(int p, List<Party> parties, int from, int to) {
    for (int k = from; k < to; k++) {
      if (senses.has(Sense.CONSEQ, k)
          && duties.isConsequence(k, to)
          && !senses.has(Sense.HISTORY, from - 1)) {
        boolean described =
            words.is(from, "còn")
                || words.is(from, "không")
                || words.is(from, "nào")
                || words.is(from, "để")
                || words.is(from, "chậm")
                || words.is(from, "chưa")
                || words.is(from, "có");
        return described
            ? new Reading(
                Shape.CONSEQUENCE,
                p,
                duties.extendLast(parties, k),
                List.of(),
                k,
                p,
                p,
                -1,
                -1,
                0.9)
            : null;
      }
    }
    return null;
  }

  /** "trường hợp A còn nhu cầu … thì làm X". */
  private @Nullable Reading conditional(int p, int to) {
    int length = senses.at(Sense.CONDITION, p);
    if (length == 0) {
      return null;
    }
    int then = -1;
    for (int k = p + length; k < to; k++) {
      if (words.is(k, "thì")) {
        then = k + 1;
        break;
      }
    }
    int conditionEnd = then > 0 ? then - 1 : -1;
    if (then < 0) {
      for (int k = p + length; k < to && then < 0; k++) {
        boolean main =
            words.isMark(k, ',')
                && (predicates.startsFirmly(k + 1)
                    || predicates.verb(k + 1) > 1
                    || senses.has(Sense.ORDER, k + 1)
                    || !agencies.list(k + 1, to).isEmpty()
                        && senses.at(Sense.HISTORY, agencies.list(k + 1, to).getLast().to()) == 0);
        if (main) {
          then = k + 1;
          conditionEnd = k;
        }
      }
    }
    if (then < 0) {
      return null;
    }
    Reading main = direct(duties.skipOpening(then, to), to);
    Reading ordered = orders.ordered(then, to);
    if (ordered != null) {
      main = ordered;
    }
    if (main.shape() == Shape.CONSEQUENCE) {
      return main;
    }
    if (!main.isTask()) {
      return null;
    }
    List<Party> inside = agencies.list(p + length, conditionEnd);
    for (int k = p + length; inside.isEmpty() && k < Math.min(conditionEnd, p + length + 4); k++) {
      // "Trong trường hợp đặc biệt, những huyện không tự cân đối được thì …".
      inside = words.isMark(k, ',') ? agencies.list(k + 1, conditionEnd) : inside;
    }
    int from = inside.isEmpty() ? p + length : inside.getLast().to();
    if (main.lead().isEmpty()
        && !inside.isEmpty()
        && !PEOPLE.contains(words.key(inside.getLast().to() - 1))) {
      main =
          new Reading(
              Shape.AGENCY, p, inside, main.coordinate(), main.action(), p, p, -1, -1, 0.75);
    }
    return main.at(p, p, conditionEnd).under(from, conditionEnd);
  }

  /** "Đối với X, làm Y" and "Về X: làm Y": the work comes behind the topic; also passive orders. */
  private Reading behindTopic(int p, int to) {
    boolean topic =
        senses.has(Sense.TOPIC, p)
            || senses.has(Sense.FRAME, p)
            || senses.has(Sense.CONNECT, p)
            || words.is(p, "cùng") && words.is(p + 1, "với");
    int tries = 0;
    List<Party> listed =
        words.is(p, "đối") && words.is(p + 1, "với") ? agencies.list(p + 2, to) : List.of();
    int named = listed.isEmpty() ? p : listed.getLast().to();
    for (int k = p; k < to && tries < 12; k++) {
      if (words.isMark(k, '(')) {
        k = predicates.closing(k, to);
        continue;
      }
      boolean colon = words.isMark(k, ':');
      if (words.is(k, "đã") && senses.has(Sense.ORDER, k + 1)) {
        return Reading.none(p);
      }
      if (!colon && (k < named || !(topic && words.isMark(k, ',')))) {
        continue;
      }
      tries++;
      List<Party> meant = addressed.doers(p, k);
      Reading own = colon && !meant.isEmpty() ? direct(duties.skipOpening(k + 1, to), to) : null;
      if (own != null && own.shape() == Shape.AGENCY && !own.lead().isEmpty()) {
        // "Đối với các xã biên giới: Chủ tịch UBND xã làm …": somebody is named behind the colon.
        return own.at(own.start(), p, k);
      }
      if (!meant.isEmpty() && (colon || duties.verbStart(duties.skipOpening(k + 1, to), to))) {
        return duties.reading(Shape.AGENCY, p, meant, k + 1, to).sure(0.85);
      }
      int q = duties.skipOpening(k + 1, to);
      Reading reading = direct(q, to);
      if (reading.isTask() && (reading.shape() != Shape.VERB || firmVerb(q, colon))) {
        return reading.at(colon ? q : p, p, k);
      }
    }
    return passives.read(p, to);
  }

  private boolean firmVerb(int q, boolean colon) {
    return colon || predicates.startsFirmly(q) || predicates.verb(q) > 1;
  }
}
