package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Party.Form;

/** Cơ quan, đơn vị: reads the names of bodies, groups of bodies and posts, and lists of them. */
final class Agencies {
  private static final int LONGEST_LIST = 80;
  private static final Set<String> WEAK_HEADS =
      Deadlines.keys(
          "hội đoàn báo đài phòng khoa trường bộ ban vụ viện tổ trạm khối thuế quỹ đội cụm đồn pc"
              + " ub vp p");
  private static final Set<String> CALLED = Deadlines.keys("anh chị");
  // "đ/c Minh", "Ông C": one name alone, with the work right behind it.
  private static final Set<String> TITLES = Deadlines.keys("đ ông bà");
  // "Kế toán", "Văn thư": clerks in capitals; in lower case the field of work.
  private static final Set<String> CLERKS = Deadlines.keys("kế văn");
  private static final Set<String> OFFICES = Deadlines.keys("phòng ban khoa đội trạm");
  private static final Set<String> NOT_NAMES =
      Deadlines.keys(
          "đối về theo tại trong trên từ để khi nếu đồng ngoài căn nhằm qua do sau trước và");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final GroupName groups;
  private final UnknownNames unknown;
  private final BodyHeads heads;
  private final PostFields fields;

  Agencies(Words words, Lexicon.Senses senses, Predicates predicates) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.unknown = new UnknownNames(words, senses, predicates);
    this.heads = new BodyHeads(words, senses);
    this.fields = new PostFields(words, senses, predicates);
    this.groups = new GroupName(words, senses, predicates, this);
  }

  /** The list of doers that starts at i, before {@code to}; empty when none does. */
  List<Party> list(int i, int to) {
    List<Party> all = new ArrayList<>();
    Party party = one(i, to);
    while (party != null && all.size() < LONGEST_LIST) {
      all.add(party);
      int next = skipParens(party.to(), to);
      next = separator(next, to);
      party = next < 0 ? null : one(next, to);
      if (party != null && words.is(next, "mỗi") && predicates.startsAt(party.to())) {
        // "Bộ A, Bộ B, mỗi bộ cử …": each of those named.
        return all;
      }
      if (party == null && next > 0 && all.getFirst().form() == Form.BODY) {
        int end = unknown.item(next, to);
        // A name nobody knows is believed between known ones, or right in front of the work.
        boolean held = end > 0 && (predicates.startsAt(end) || one(separator(end, to), to) != null);
        party = held ? new Party(next, end, Form.BODY) : null;
      }
    }
    return all;
  }

  /** One past a separator of a list at i, or -1. */
  private int separator(int i, int to) {
    int p = i;
    if (words.isOneOf(p, ",;")) {
      p++;
    }
    if (words.is(p, "và") || words.is(p, "hoặc") || words.isMark(p, '&')) {
      p++;
    } else if (words.is(p, "cùng") && (words.is(p + 1, "các") || words.is(p + 1, "với"))) {
      p += words.is(p + 1, "với") ? 2 : 1;
    }
    if (p > i
        && senses.at(Sense.CONNECT, p) > 1
        && words.is(p + senses.at(Sense.CONNECT, p) - 1, "là")) {
      p += senses.at(Sense.CONNECT, p);
    } else if (p > i && (words.is(p, "trực") && words.is(p + 1, "tiếp") && words.is(p + 2, "là"))) {
      p += 3;
    }
    boolean asked = p > i && words.is(p - 1, "và") && words.is(p, "đề") && words.is(p + 1, "nghị");
    // "yêu cầu A, B và [đề nghị] C làm …": another word of order, one work for all of them.
    p += asked && one(p + 2, to) != null ? 2 : 0;
    return p > i && p < to ? p : -1;
  }

  int skipParens(int i, int to) {
    return words.isMark(i, '(') && i < to ? predicates.closing(i, to) + 1 : i;
  }

  /** One doer that starts at i, or null. */
  @Nullable Party one(int i, int to) {
    if (i < 0 || i >= to || words.isMark(i)) {
      return null;
    }
    int p = i;
    int person = senses.at(Sense.PERSON, p);
    if (person > 0 && senses.at(Sense.POST, p) <= person) {
      p += person;
      if (words.isMark(p, ':')) {
        p++;
      }
      Party post = post(p, to);
      if (post != null) {
        return charged(new Party(i, post.to(), Form.POST), to);
      }
      Party named = person(i, p, to);
      Party of = named == null && words.is(p, "thường") ? body(p, to) : null;
      return of == null ? named : new Party(i, of.to(), Form.POST);
    }
    Party post = post(i, to);
    if (post != null) {
      return charged(post, to);
    }
    int determiner = senses.at(Sense.DETERMINER, i);
    if (determiner > 0) {
      return groups.group(i, i + determiner, to);
    }
    int counted = words.number(i) > 1 ? i + (words.isMark(i + 1, '%') ? 2 : 1) : i;
    if (counted > i && senses.has(Sense.GROUP, counted)) {
      // "07 xã phấn đấu về đích", "100% cơ quan, đơn vị".
      return groups.group(i, counted, to);
    }
    Party body = body(i, to);
    if (body != null) {
      return ofMany(body, to);
    }
    Party place = place(i, to);
    return place != null ? place : ofMany(groups.group(i, i, to), to);
  }

  /** "Cấp ủy [các chi bộ trực thuộc]": the bodies a name is told of. */
  private @Nullable Party ofMany(@Nullable Party party, int to) {
    int p = party == null ? to : party.to();
    boolean many = words.is(p, "các") && senses.has(Sense.GROUP, p + 1);
    Party of = many && !senses.has(Sense.SECTOR, p - 1) ? groups.group(p, p + 1, to) : null;
    return party == null || of == null ? party : new Party(party.from(), of.to(), party.form());
  }

  /** "Phó Chủ tịch UBND tỉnh [phụ trách khối nội chính]": the field a post is known by. */
  private Party charged(Party post, int to) {
    return new Party(post.from(), fields.end(post.to(), to), Form.POST);
  }

  /** "đồng chí Nguyễn Văn A - Phó Chủ tịch", "Anh Tuấn": somebody called by name. */
  private @Nullable Party person(int i, int from, int to) {
    int name = capitals(from, to, 5);
    boolean told = words.isMark(name, ':') || predicates.opensWork(name);
    boolean acts = name == from + 1 && told;
    boolean called =
        words.is(i, "đồng")
            || words.isCapital(i) && CALLED.contains(words.key(i))
            || acts && TITLES.contains(words.key(i));
    if (name - from < 2 && (name == from || !called)) {
      return null;
    }
    boolean joined = words.isMark(name, ',') || words.isMark(name, '-');
    Party office = post(joined ? name + 1 : name, to);
    return new Party(i, office == null ? name : office.to(), Form.POST);
  }

  private @Nullable Party post(int i, int to) {
    int p = i;
    if (senses.has(Sense.DETERMINER, p)
        && senses.has(Sense.POST, p + senses.at(Sense.DETERMINER, p))) {
      p += senses.at(Sense.DETERMINER, p);
    }
    int length = senses.at(Sense.POST, p);
    boolean noun = !words.isCapital(p) && CLERKS.contains(words.key(p));
    if (length == 0
        || noun
        || predicates.verb(p) > 0 && !words.isCapital(p) && bodyOrGroup(p + length, to) == null) {
      return null;
    }
    p += length;
    int last = p;
    boolean ministers = p - length > i && words.is(p - length, "bộ");
    while (!ministers) {
      int next = words.isMark(p, ',') || words.is(p, "và") || words.isMark(p, '-') ? p + 1 : -1;
      if (next < 0) {
        break;
      }
      int skip = words.is(next, "các") ? 1 : 0;
      int more = senses.at(Sense.POST, next + skip);
      if (more == 0) {
        break;
      }
      p = next + skip + more;
      last = p;
    }
    int field = senses.at(Sense.SECTOR, last);
    if (field > 0 && words.isCapital(last) && !isWholeBody(last, field, to)) {
      int end = joinedFields(last + field, to);
      int levels = heldBy(end, to);
      return new Party(i, levels > end + 1 ? levels : end, Form.POST);
    }
    int listed = groups.listedFields(last, to);
    if (listed > last) {
      return new Party(i, listed, Form.POST);
    }
    int after = words.is(last, "của") ? last + 1 : last;
    Party whole = wholeBody(i, last, to);
    if (whole != null) {
      return whole;
    }
    Party of = bodyOrGroup(after, to);
    if (of != null) {
      int name = capitals(of.to(), to, 4);
      return new Party(i, name - of.to() >= 2 ? name : of.to(), Form.POST);
    }
    int name = capitals(last, to, 5);
    if (name > last) {
      return new Party(i, name, Form.POST);
    }
    int kind = senses.at(Sense.GROUP, last);
    if (kind > 0 && predicates.verb(last) == 0 && groups.boundary(last + kind, to)) {
      return new Party(i, last + kind, Form.POST);
    }
    boolean capital = words.isCapital(p - length);
    return lonePost(i, last, capital || length >= 2);
  }

  /** "Trưởng phòng Văn hóa - Thông tin [và Thể thao]": a second field in capitals. */
  private int joinedFields(int from, int to) {
    int p = from;
    while (words.is(p, "và") && words.isCapital(p + 1) && !senses.has(Sense.HEAD, p + 1)) {
      int field = senses.at(Sense.SECTOR, p + 1);
      if (field == 0 || !groups.boundary(p + 1 + field, to)) {
        return p;
      }
      p += 1 + field;
    }
    return p;
  }

  /** "Giám đốc Công an [các đơn vị, địa phương]": one past those a post is held in. */
  private int heldBy(int many, int to) {
    int levels = words.is(many, "các") ? groups.places().levelList(many + 1, to) : many;
    Party all = levels == many + 1 ? groups.group(many, many + 1, to) : null;
    return all == null ? levels : all.to();
  }

  /** "Giám đốc [Công an tỉnh]": a field that is the head of a body's name. */
  private boolean isWholeBody(int at, int field, int to) {
    Party body = senses.at(Sense.HEAD, at) == field ? body(at, to) : null;
    return body != null && body.to() > at + field;
  }

  /**
   * "Trưởng [Ban Chỉ huy phòng, chống thiên tai]", "Trưởng [phòng Quản lý đô thị]": the post ends
   * in the body's first word.
   */
  private @Nullable Party wholeBody(int i, int last, int to) {
    boolean office = OFFICES.contains(words.key(last - 1)) && unknown.opensName(last);
    boolean head = last - i >= 2 && (senses.at(Sense.HEAD, last - 1) > 1 || office);
    Party body = head ? body(last - 1, to) : null;
    return body == null ? null : new Party(i, body.to(), Form.POST);
  }

  /** "Thủ trưởng đơn vị liên quan": a post that names no body of its own. */
  private @Nullable Party lonePost(int i, int last, boolean sure) {
    boolean complete = sure || senses.has(Sense.MODIFIER, last) || predicates.startsAt(last);
    int end = last;
    while (senses.has(Sense.MODIFIER, end) && !senses.has(Sense.CHAIR, end) && !fields.opens(end)) {
      end += senses.at(Sense.MODIFIER, end);
    }
    return complete ? new Party(i, end, Form.POST) : null;
  }

  @Nullable Party bodyOrGroup(int i, int to) {
    int determiner = senses.at(Sense.DETERMINER, i);
    if (determiner > 0) {
      return groups.group(i, i + determiner, to);
    }
    Party body = body(i, to);
    if (body != null) {
      return body;
    }
    Party place = place(i, to);
    return place != null ? place : groups.group(i, i, to);
  }

  int capitals(int i, int to, int most) {
    int p = i;
    while (p < to
        && p < i + most
        && words.isCapital(p)
        && words.lines(p) < 2
        && !words.is(p, "tp")
        && (!senses.has(Sense.HEAD, p) || p > i && endsPlace(p))
        && !senses.has(Sense.POST, p)) {
      p++;
    }
    return p;
  }

  /** "Phòng Giáo dục [Trung học]", "Sở Tài chính [Lạng Sơn]": capitals behind a field. */
  int namedField(int from, int to) {
    int p = capitals(from, to, 3);
    return p > from && p < to && unknown.completes(p) ? p + 1 : p;
  }

  /** "các Đội Thuế [liên xã] thu dứt điểm": words of a name between what is known and the work. */
  int unknownTail(int p, int to) {
    for (int k = p; k < Math.min(to, p + 5) && !groups.boundary(p, to); k++) {
      if (k > p && predicates.opensWork(k)) {
        return k;
      }
      boolean ends =
          unknown.ends(k) || senses.has(Sense.HISTORY, k) || NOT_NAMES.contains(words.key(k));
      if (ends || !words.isWord(k) || words.isCapital(k)) {
        return p;
      }
    }
    return p;
  }

  /** "Chợ Đồn,": a word that may open the name of a body, at the end of the name of a place. */
  private boolean endsPlace(int p) {
    return senses.at(Sense.HEAD, p) == 1
        && WEAK_HEADS.contains(words.key(p))
        && !words.isCapital(p + 1)
        && !senses.has(Sense.SECTOR, p + 1);
  }

  /** "huyện Chi Lăng", "TP. Hà Nội", "Thành phố" before a verb. */
  private @Nullable Party place(int i, int to) {
    int length = senses.at(Sense.LEVEL, i);
    if (length == 0) {
      return null;
    }
    int p = i + length;
    if (words.isMark(p, '.') && words.touches(p) && words.is(p - 1, "tp")) {
      p++;
    }
    int name = heads.isNumbered(p) ? p + 1 : capitals(p, to, 4);
    if (name > p) {
      boolean apart = words.isMark(name, ',') && senses.has(Sense.LEVEL, name + 1);
      return new Party(i, apart ? name : groups.places().levelNames(name, to), Form.PLACE);
    }
    boolean alone = words.isCapital(i) && predicates.startsAt(p);
    return alone ? new Party(i, p, Form.ANAPHORA) : null;
  }

  /** "Sở Tài chính", "UBND các huyện, thành phố", "Báo Lạng Sơn", or a lone "Sở" before a verb. */
  private @Nullable Party body(int i, int to) {
    int length = heads.length(i);
    if (length == 0) {
      return heads.isAbbreviated(i) ? new Party(i, i + 3, Form.BODY) : null;
    }
    int other =
        Math.max(
            senses.at(Sense.VERB, i),
            Math.max(senses.at(Sense.DOCKIND, i), senses.at(Sense.CONDITION, i)));
    if (other > length || NOT_NAMES.contains(words.key(i)) || heads.isMatter(i, length)) {
      return null;
    }
    boolean capital = words.isCapital(i);
    boolean weak = WEAK_HEADS.contains(words.key(i)) && length == 1;
    boolean named = heads.isNamedSmall(i) && unknown.opensName(i + 1);
    if (!capital && weak && !senses.has(Sense.SECTOR, i + length) && !named) {
      return null;
    }
    int end = new BodyName(words, senses, predicates, groups, unknown).end(i, length, to);
    if (end > i + length) {
      return capital || senses.has(Sense.SECTOR, i + length) || words.isShout(i) || !weak || named
          ? new Party(i, end, Form.BODY)
          : null;
    }
    if (capital && words.is(end, "này") && predicates.startsAt(end + 1)) {
      return new Party(i, end + 1, Form.ANAPHORA);
    }
    boolean known = length >= 2 || words.isShout(i);
    boolean alone = capital && !words.isShout(i) && other < length && predicates.startsAt(end);
    if (heads.isPaired(i, end) || known && (capital || groups.boundary(end, to))) {
      return new Party(i, end, Form.BODY);
    }
    return alone ? new Party(i, end, Form.ANAPHORA) : null;
  }
}
