package vn.dondoc.reading;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Kind;
import vn.dondoc.reading.Deadline.Op;

/** Thời hạn tương đối: so many days from an event, after an event, or as said in another item. */
final class RelativeDeadlines {
  // "trước ngày này", "trước ngày đó": no event.
  private static final Set<String> POINTING =
      Deadlines.keys("này nay đó mai ấy hôm kia nói nêu trên");
  // "trước lễ hội 10 ngày", "sau đợt giao quân 15 ngày".
  private static final Set<String> HAPPENINGS =
      Deadlines.keys("đợt kỳ tết lễ hội cuộc phiên khai đại mùa dịp");
  private static final String HOUR = Syllables.key("giờ");
  private static final String WORK = Syllables.key("việc");
  private static final String FROM = Syllables.key("từ");
  private static final String PAST = Syllables.key("qua");
  private static final String WEEK = Syllables.key("tuần");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Dates dates;
  private final PlainLengths plain;
  private final Counts counts;

  RelativeDeadlines(Words words, Lexicon.Senses senses, Dates dates) {
    this.words = words;
    this.senses = senses;
    this.dates = dates;
    this.plain = new PlainLengths(words);
    this.counts = new Counts(words);
  }

  Deadlines.@Nullable Found relative(int i) {
    int length = senses.at(Sense.RELATIVE, i);
    if (length == 0) {
      return null;
    }
    int p = named(i, countAt(i + length));
    int count = length > 1 ? counts.at(p) : words.number(p);
    int q = counts.unitAt(p);
    String named = count < 1 || count > 365 ? null : unit(q);
    Counts.Length told = named == null ? null : counts.length(p, count, named);
    String unit = told == null ? null : told.unit();
    if (told == null
        || unit == null
        || unit.equals("hour") && ofClock(q + 1)
        || dates.isPartOfYear(q + 1)
        || words.is(q + 1, PAST)
        || words.isNumber(q + 1)) {
      return null;
    }
    q++;
    if (words.is(q, "làm") && words.is(q + 1, WORK)) {
      q += 2;
      unit = unit.equals("day") ? "working_day" : unit;
    }
    int to = plain.next(q);
    String from = to > q ? PlainLengths.STEP_BEFORE : null;
    boolean counted =
        words.is(q, "kể") || words.is(q, FROM) || words.is(q, "sau") || words.is(q, "tính");
    boolean ahead = words.is(q, "trước") && !words.is(q + 1, "mắt");
    counted |= ahead && (words.is(i, "chậm") || words.is(i, "ít"));
    if (words.is(i, "ít") && !counted) {
      return null;
    }
    if (words.isMark(q, ',') && words.is(q + 1, "kể")) {
      counted = true;
      q++;
    }
    if (counted) {
      to = eventEnd(q);
      int skip = eventStart(q);
      from = words.text(skip, to);
    } else if (unit.equals("hour") && words.is(i, "sau")) {
      return null;
    } else if (length == 1 && unit.equals("day") && !words.is(q - 1, WORK) && !plain.binds(i, q)
        || unit.equals("month") && length == 1
        || unit.equals("year")) {
      return null;
    }
    return new Deadlines.Found(
        i,
        to,
        length(told.count(), unit, from, words.text(i, to), ahead && counted ? Op.BEFORE : Op.BY),
        Deadlines.FIRM,
        null);
  }

  /** "thời hạn [kiểm tra là] 30 ngày kể từ ngày …": one past what the length is told of. */
  private int named(int i, int p) {
    boolean told = words.is(i, "thời") && !words.isNumber(p);
    for (int k = p; told && k < p + 5 && words.isWord(k); k++) {
      boolean is = words.is(k, "là") || words.isMark(k + 1, ':');
      if (is && words.isNumber(words.is(k, "là") ? k + 1 : k + 2)) {
        return words.is(k, "là") ? k + 1 : k + 2;
      }
    }
    return p;
  }

  /** "10 ngày nữa", "15 ngày sau khi nhận hồ sơ": counted from the text or from an event. */
  Deadlines.@Nullable Found hence(int i) {
    int count = words.number(i);
    String unit = count > 0 && count < 100 ? unit(i + 1) : null;
    int event = unit == null ? i : plain.event(i);
    if (unit != null && event > i) {
      boolean work = words.is(i + 2, "làm");
      int to = eventEnd(event);
      String from = words.text(eventStart(event), to);
      String all = words.text(i, to);
      String named = work && unit.equals("day") ? "working_day" : unit;
      Op op = words.is(event, "trước") ? Op.BEFORE : Op.BY;
      Deadline due = length(count, named, from, all, op);
      return new Deadlines.Found(i, to, due, Deadlines.FIRM, null);
    }
    return unit == null || !words.is(i + 2, "nữa")
        ? null
        : new Deadlines.Found(
            i, i + 3, length(count, unit, null, words.text(i, i + 3), Op.BY), Deadlines.FIRM, null);
  }

  /** "16 giờ, ngày …", "16 giờ chiều …": an hour of a day, no length of time. */
  private boolean ofClock(int p) {
    int day = words.isMark(p, ',') ? p + 1 : p;
    return words.is(day, Dates.DAY) && words.isNumber(day + 1) || Hours.isPartOfDay(words, p);
  }

  private static Deadline length(
      int count, String unit, @Nullable String from, String text, Op op) {
    return new Deadline(Kind.RELATIVE, null, null, op, null, null, count, unit, from, text, false);
  }

  /** Steps over "kể từ", "tính từ", "sau khi", "trước khi" to the event itself. */
  private int eventStart(int from) {
    int p = from;
    while (words.is(p, "kể")
        || words.is(p, FROM)
        || words.is(p, "tính")
        || words.is(p, "sau") && (words.is(p + 1, "khi") || words.is(p + 1, Dates.DAY))
        || words.is(p, "trước")
        || words.is(p, "khi") && p > from && !words.is(p - 1, FROM)) {
      p++;
    }
    return p;
  }

  /**
   * "trước khi kiểm điểm 7 ngày", "trước ngày khai mạc 02 ngày", "sau đợt giao quân 15 ngày": the
   * length stands behind the event.
   */
  Deadlines.@Nullable Found fromEvent(int i) {
    boolean named = words.is(i + 1, Dates.DAY) && !words.isNumber(i + 2);
    boolean event = named || HAPPENINGS.contains(words.key(i + 1));
    boolean opens =
        (words.is(i, "trước") || words.is(i, "sau")) && (words.is(i + 1, "khi") || event);
    int name = event ? i + 1 : i + 2;
    for (int k = i + 2; opens && k < i + 10 && !words.isMark(k); k++) {
      String unit = words.number(k) > 0 && words.number(k) < 366 ? unit(k + 1) : null;
      boolean working = words.is(k + 2, "làm") && words.is(k + 3, WORK);
      int end = working ? k + 4 : k + 2;
      if (unit != null && (words.isMark(end) || words.lines(end) > 0)) {
        Deadline deadline =
            new Deadline(
                Kind.RELATIVE,
                null,
                null,
                words.is(i, "trước") ? Op.BEFORE : Op.BY,
                null,
                null,
                words.number(k),
                working ? "working_day" : unit,
                words.text(name, counts.nameEnd(k)),
                words.text(i, end),
                false);
        return new Deadlines.Found(i, end, deadline, Deadlines.FIRM, null);
      }
    }
    return null;
  }

  /** Steps over "chậm nhất là sau thời hạn" to the number. */
  private int countAt(int from) {
    int p = from;
    while (Deadlines.FILLER.contains(words.key(p))
        || words.is(p, "sau")
        || words.is(p, "thời")
        || words.is(p, "hạn")) {
      p++;
    }
    return p;
  }

  private @Nullable String unit(int q) {
    if (words.is(q, Dates.DAY)) {
      return "day";
    }
    if (words.is(q, Dates.MONTH)) {
      return "month";
    }
    if (words.is(q, HOUR) || words.is(q, "tiếng") && words.isNumber(q - 1)) {
      return "hour";
    }
    if (words.is(q, WEEK)) {
      return "week";
    }
    return words.is(q, Dates.YEAR) ? "year" : null;
  }

  /** End of "kể từ ngày nhận được văn bản này": a comma, a clause end, or the next verb of work. */
  private int eventEnd(int q) {
    int k = q;
    int depth = 0;
    while (k < words.count() && k < q + 24) {
      if (words.isMark(k, '(')) {
        depth++;
      } else if (words.isMark(k, ')') && --depth < 0) {
        return k;
      }
      boolean stop = words.isOneOf(k, ",;:") || words.isMark(k, '.') && !words.touches(k + 1);
      boolean newLine = k > q && words.lines(k) > 1;
      if (depth == 0 && (stop || newLine)) {
        return k;
      }
      // "kể từ ngày ban hành Thông báo này | phải bàn giao …": the event ends where the duty
      // starts.
      boolean duty = words.is(k, "phải") || senses.has(Sense.MODAL, k);
      boolean hands =
          (words.is(k, "trình") || words.is(k, "gửi") || words.is(k, "nộp"))
              && !words.is(k - 1, "ngày")
              && !words.is(k - 1, "khi")
              && !words.is(k - 1, "được");
      boolean work = hands || words.is(k - 1, "này") && senses.at(Sense.VERB, k) > 1;
      if (k > q + 4 && senses.has(Sense.PURE, k) || k > q + 2 && (duty || work)) {
        return k;
      }
      k++;
    }
    return k;
  }

  /** "trước Tết Nguyên đán Mậu Tuất": the event ends where its name does. */
  Deadlines.@Nullable Found before(int i, int name) {
    int to = name + 1;
    boolean season = words.is(name, "mùa") || words.is(name, "năm") || words.is(name, "vụ");
    if (words.is(name, "năm") && !words.is(name + 1, "học")) {
      return null;
    }
    while (to < name + 6
        && !words.isMark(to)
        && words.lines(to) == 0
        && (words.isCapital(to)
            || to <= name + (season ? 2 : 1)
            || words.isNumber(to)
            || words.is(to, Dates.YEAR)
            || words.is(to, "đán"))
        && !senses.has(Sense.PURE, to)) {
      to++;
    }
    Deadline deadline = happening(Op.BEFORE, words.text(name, to), words.text(i, to));
    return new Deadlines.Found(i, to, deadline, Deadlines.FIRM, null);
  }

  /** "trước ngày họp phụ huynh.": the day of an event that ends the clause; no paper's day. */
  Deadlines.@Nullable Found beforeDayOf(int i, int name) {
    int to = eventEnd(name);
    boolean event =
        words.isWord(name)
            && !words.isCapital(name)
            && !POINTING.contains(words.key(name))
            && to - name >= 2
            && to - name < 10
            && senses.find(Sense.DOCKIND, name, to) < 0;
    if (!event) {
      return null;
    }
    Deadline deadline = happening(Op.BEFORE, words.text(name, to), words.text(i, to));
    return new Deadlines.Found(i, to, deadline, Deadlines.FIRM, null);
  }

  Deadlines.@Nullable Found event(int i) {
    int to = eventEnd(i + 1);
    if (to - i < 4) {
      return null;
    }
    Deadline deadline = happening(null, words.text(i, to), words.text(i, to));
    boolean atOnce = words.is(i, "ngay") && words.isOneOf(to, ".;");
    return new Deadlines.Found(i, to, deadline, atOnce ? Deadlines.FIRM : Deadlines.WEAK, null);
  }

  /**
   * "báo cáo kết quả sau khi kết thúc thanh tra", "hoàn thành trước khi trình …": an event behind
   * the work.
   */
  Deadlines.@Nullable Found eventBehind(int i) {
    boolean after = words.is(i, "sau") && words.is(i + 1, "khi");
    boolean ahead = words.is(i, "trước") && words.is(i + 1, "khi");
    boolean meeting =
        words.is(i, "ngay")
            && words.is(i + 1, "sau")
            && (words.is(i + 2, "cuộc") || words.is(i + 2, "hội") || words.is(i + 2, "kỳ"));
    boolean session =
        words.is(i, "tại")
            && words.is(i + 2, "họp")
            && (words.is(i + 1, "kỳ") || words.is(i + 1, "phiên") || words.is(i + 1, "cuộc"))
            && !words.is(i + 3, "này")
            && !words.is(i + 3, "ngày");
    boolean until =
        (words.is(i, "đến") || words.is(i, "tới"))
            && words.is(i + 1, "khi")
            && !words.is(i + 2, "nào");
    if (!after && !ahead && !meeting && !session && !until) {
      return null;
    }
    int name = session ? i + 1 : i + 2;
    int to = eventEnd(name);
    if (to - name < 2 || to - i > 18) {
      return null;
    }
    Deadline deadline =
        happening(ahead ? Op.BEFORE : null, words.text(name, to), words.text(i, to));
    boolean ends = words.isOneOf(to, ".;") || to >= words.count() || words.lines(to) > 0;
    boolean firm = meeting || ends && (ahead || after || until || session);
    return new Deadlines.Found(i, to, deadline, firm ? Deadlines.FIRM : Deadlines.WEAK, null);
  }

  /** "Trên cơ sở đó, …" at the head of a clause: the work waits for the work before it. */
  Deadlines.@Nullable Found basis(int i) {
    boolean named =
        words.is(i, "trên")
            && words.is(i + 1, "cơ")
            && words.is(i + 2, "sở")
            && words.is(i + 3, "đó");
    boolean opens = words.isOneOf(i - 1, ";.") || words.lines(i) > 0;
    if (!named || !opens) {
      return null;
    }
    String text = words.text(i, i + 4);
    Deadline deadline = happening(null, text, text);
    return new Deadlines.Found(i, i + 4, deadline, Deadlines.WEAK, null);
  }

  private static Deadline happening(@Nullable Op op, String from, String text) {
    return new Deadline(Kind.EVENT, null, null, op, null, null, null, null, from, text, false);
  }

  Deadlines.@Nullable Found crossReference(int i) {
    if (!words.is(i, "theo")) {
      return null;
    }
    int p = i + 1;
    while (words.is(p, "đúng") || words.is(p, "các")) {
      p++;
    }
    boolean time = words.is(p, "thời") || words.is(p, "tiến");
    if (!time) {
      return null;
    }
    int until = Math.min(words.count(), p + 10);
    for (int k = p + 2; k < until; k++) {
      boolean part =
          words.is(k, "khoản") || words.is(k, "mục") || words.is(k, "điểm") || words.is(k, "ý");
      if (part && (words.isNumber(k + 1) || words.isWord(k + 1))) {
        String item = words.text(k + 1, k + 2);
        Deadline deadline =
            new Deadline(
                Kind.DATE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                words.text(i, k + 2),
                false);
        return new Deadlines.Found(i, k + 2, deadline, Deadlines.FIRM, item);
      }
      if (words.isOneOf(k, ",;.:")) {
        return null;
      }
    }
    return null;
  }
}
