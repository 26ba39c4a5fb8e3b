package vn.dondoc.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phần đầu văn bản: letterhead, number, place and date, kind, subject, addressees. */
final class Heads {
  private static final int DEPTH = 40;
  private static final int NEAR = 8;
  // How many lines of a head may stand in two columns.
  private static final int COLUMNED = 16;
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("TB", "Thông báo"),
          Map.entry("QĐ", "Quyết định"),
          Map.entry("CT", "Chỉ thị"),
          Map.entry("KH", "Kế hoạch"),
          Map.entry("BC", "Báo cáo"),
          Map.entry("TTr", "Tờ trình"),
          Map.entry("CĐ", "Công điện"),
          Map.entry("NQ", "Nghị quyết"),
          Map.entry("KL", "Kết luận"),
          Map.entry("HD", "Hướng dẫn"),
          Map.entry("CTr", "Chương trình"),
          Map.entry("TT", "Thông tư"));

  private final Words words;
  private final Lexicon.Senses senses;
  private final LineShapes shapes;
  private final List<int[]> lines = new ArrayList<>();

  private @Nullable String kind;
  private @Nullable String number;
  private @Nullable String dateText;
  private @Nullable LocalDate date;
  private @Nullable LocalDate month;
  private @Nullable String place;
  private @Nullable String issuer;
  private @Nullable String subject;
  private int addressedFrom = -1;
  private int addressedTo = -1;
  private int body;
  private int dateFrom = -1;
  private boolean headed;
  private boolean namesBody;

  Heads(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
    this.shapes = new LineShapes(words);
    int start = 0;
    for (int i = 1; i <= words.count() && lines.size() < DEPTH; i++) {
      boolean column = words.startsColumn(i) && words.isCapital(i) && lines.size() < COLUMNED;
      if (i == words.count() || words.lines(i) > 0 || column) {
        lines.add(new int[] {start, i});
        start = i;
      }
    }
  }

  void read() {
    List<String> letterhead = new ArrayList<>();
    boolean found = false;
    for (int l = 0; l < lines.size(); l++) {
      int from = lines.get(l)[0];
      int to = lines.get(l)[1];
      if (shapes.isRule(from, to)) {
        continue;
      }
      boolean motto = shapes.isMotto(from, to);
      boolean numbered = number == null && readNumber(from, to);
      boolean dated = from == dateFrom || dateText == null && l < 25 && readPlaceDate(from, to);
      if (motto || numbered || dated) {
        found = true;
        body = Math.max(body, to);
        if (motto) {
          letterhead(letterhead, from, to);
        }
        continue;
      }
      String named = kindLine(from, to);
      if (named != null) {
        kind = named;
        body = subject(l, to);
        found = true;
        l = Math.max(l, lineOf(body) - 1);
        continue;
      }
      if (words.is(from, "kính") && words.is(from + 1, "gửi")
          || words.isMark(to - 1, ':') && words.is(to - 2, "điện")) {
        l = addressees(l);
        found = true;
        continue;
      }
      int told = subjectLine(l, from, to);
      if (told > 0) {
        body = Math.max(body, told);
        l = Math.max(l, lineOf(told) - 1);
        found = true;
        continue;
      }
      if (mayName(from, to)) {
        letterhead(letterhead, from, to);
        continue;
      }
      boolean prose = to - from > 14 || kind != null || addressedFrom >= 0;
      if (prose && !(body > from) && !followsHead(l)) {
        break;
      }
    }
    if (!found) {
      body = 0;
    }
    headed = found;
    finish(letterhead);
  }

  /** "V/v …", or "Về việc …" behind a telegram's number: one past the subject; -1 when none. */
  private int subjectLine(int l, int from, int to) {
    if (subject == null && words.is(from, "v") && words.isMark(from + 1, '/')) {
      int next = l + 1 < lines.size() ? lines.get(l + 1)[0] : -1;
      boolean goesOn = next > 0 && !words.isCapital(next);
      int end = goesOn ? lines.get(l + 1)[1] : to;
      subject = words.text(from, end);
      return end;
    }
    boolean named = words.is(from, "về") && words.is(from + 1, "việc") && words.isCapital(from);
    boolean behindHead = body > 0 && from - body < NEAR && addressedFrom < 0;
    return subject == null && kind != null && named && behindHead ? subject(l - 1, to) : -1;
  }

  /** A short line in capitals above the kind and the addressees: the authority, or its parent. */
  private boolean mayName(int from, int to) {
    return kind == null
        && addressedFrom < 0
        && shapes.isShouting(from, to)
        && !shapes.isAnnex(from)
        && to - from < 16;
  }

  private boolean followsHead(int l) {
    return l < 6 && kind == null && number == null && lines.get(l)[1] - lines.get(l)[0] < 14;
  }

  private void letterhead(List<String> letterhead, int from, int to) {
    int end = from;
    while (end < to
        && !(words.is(end, "cộng") && (words.is(end + 1, "hòa") || words.is(end + 1, "hoa")))
        && !(words.is(end, "độc") && words.is(end + 1, "lập"))
        && !(words.is(end, "đảng") && words.is(end + 1, "cộng"))) {
      end++;
    }
    while (end > from && words.isMark(end - 1)) {
      end--;
    }
    int start = from;
    while (start < end && words.isMark(start)) {
      start++;
    }
    if (end > start && shapes.isShouting(start, end)) {
      namesBody |= names(start) || shapes.isAbbreviated(start);
      letterhead.add(shapes.apart(start, end));
    }
  }

  /** "Số: 634/TB-VPCP", "Số: /TB-UBND", "Số 12 - KL/TU". */
  private boolean readNumber(int from, int to) {
    for (int k = from; k < Math.min(to, from + 24); k++) {
      if (!words.is(k, "số") || !words.isCapital(k)) {
        continue;
      }
      int p = words.isMark(k + 1, ':') ? k + 2 : k + 1;
      int end = p;
      boolean slash = false;
      while (end < to && end < p + 14) {
        boolean gap = end > p && !words.touches(end);
        if (gap && !words.isOneOf(end, "/-") && !words.isOneOf(end - 1, "/-")) {
          break;
        }
        boolean dash = words.isMark(end, '-') && gap && !words.touches(end + 1);
        if (dash && slash
            || words.isOneOf(end, ";,:(")
            || words.isMark(end, '.') && !words.touches(end + 1)) {
          break;
        }
        slash |= words.isMark(end, '/') || words.isMark(end, '-');
        end++;
      }
      if (slash && end > p + 1) {
        number = words.text(p, end).replaceAll("\\s+", "");
        return true;
      }
    }
    return false;
  }

  private boolean readPlaceDate(int from, int to) {
    PlaceDates.Told told = new PlaceDates(words).at(from, to);
    if (told == null) {
      return false;
    }
    dateFrom = from;
    dateText = told.words();
    date = told.date();
    month = told.month();
    place = told.place();
    return true;
  }

  private @Nullable String kindLine(int from, int to) {
    if (kind != null || to - from > 7 || !words.isShout(from)) {
      return null;
    }
    int length = senses.at(Sense.DOCKIND, from);
    boolean fits =
        length > 0
            && words.isShout(from + length - 1)
            && (from + length >= to
                || words.isOneOf(from + length, ":|")
                || shapes.isShouting(from, to));
    if (!fits) {
      return null;
    }
    String name = words.text(from, from + length).toLowerCase(Locale.ROOT);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The subject is what stands between the kind and the first paragraph. */
  private int subject(int kindLine, int after) {
    int l = kindLine + 1;
    int first = l;
    while (l < lines.size() && l < first + 8) {
      int from = lines.get(l)[0];
      int to = lines.get(l)[1];
      boolean opens = l > first && (words.lines(from) > 1 || shapes.startsProse(from));
      boolean prose = l == first && shapes.startsProse(from) && !words.is(from, "về");
      boolean address = words.is(from, "kính") && words.is(from + 1, "gửi");
      boolean rule = readsAsNumber(from, to) || words.isMark(to - 1, ':');
      boolean authority =
          l > first && shapes.isShouting(from, to) && !shapes.isShouting(lines.get(first)[0], to);
      if (opens && l > first || prose || address || rule || authority && names(from)) {
        break;
      }
      boolean part = l > first && shapes.isPart(from);
      if (part
          || words.isOneOf(to - 1, ".;") && to - from > 12
          || l > first && shapes.opensText(from, to)) {
        break;
      }
      l++;
    }
    if (l == first) {
      return after;
    }
    int end = lines.get(l - 1)[1];
    int start = lines.get(first)[0];
    while (start < end && words.isMark(start)) {
      start++;
    }
    while (end > start && words.isOneOf(end - 1, "-_=*")) {
      end--;
    }
    subject = words.text(start, end).strip();
    return lines.get(l - 1)[1];
  }

  /** "ỦY BAN NHÂN DÂN TỈNH", "CHỦ TỊCH": who decides, named again under the subject. */
  private boolean names(int from) {
    return senses.has(Sense.HEAD, from) || senses.has(Sense.POST, from);
  }

  private boolean readsAsNumber(int from, int to) {
    return number == null && readNumber(from, to) || dateText == null && readPlaceDate(from, to);
  }

  private int addressees(int l) {
    int last = l;
    int to = lines.get(l)[1];
    while (last + 1 < lines.size()) {
      int from = lines.get(last + 1)[0];
      boolean bullet = words.isOneOf(from, "-+");
      boolean more =
          !bullet
              && words.isOneOf(to - 1, ",:;")
              && lines.get(last + 1)[1] - from < 24
              && senses.find(Sense.ORDER, from, lines.get(last + 1)[1]) < 0
              && !shapes.startsProse(from);
      if (!bullet && !more) {
        break;
      }
      last++;
      to = lines.get(last)[1];
    }
    addressedFrom = words.is(lines.get(l)[0], "kính") ? lines.get(l)[0] + 2 : lines.get(l)[1];
    addressedTo = to;
    body = Math.max(body, to);
    return last;
  }

  private int lineOf(int token) {
    for (int l = 0; l < lines.size(); l++) {
      if (lines.get(l)[0] >= token) {
        return l;
      }
    }
    return lines.size();
  }

  private void finish(List<String> letterhead) {
    String symbol = number;
    if (kind == null && symbol != null) {
      int slash = symbol.indexOf('/');
      String code = symbol.substring(slash + 1);
      int dash = code.indexOf('-');
      kind = CODES.get(dash > 0 ? code.substring(0, dash) : code);
      if (kind == null && addressedFrom >= 0) {
        kind = "Công văn";
      }
    } else if (kind == null && addressedFrom >= 0) {
      kind = "Công văn";
    }
    // A line in capitals at the top of a text that shows no other sign of an office names nobody.
    if (!letterhead.isEmpty() && (headed || namesBody)) {
      issuer = String.join(" ", letterhead.subList(0, Math.min(2, letterhead.size())));
    }
  }

  /** Fills the issuer from place, symbol and signature when the letterhead is lost. */
  @Nullable String issuer(@Nullable String capacity) {
    if (issuer != null) {
      return issuer;
    }
    String symbol = number == null ? "" : number;
    if (symbol.contains("UBND") || capacity != null && capacity.contains("CHỦ TỊCH")) {
      return place == null ? "UBND" : "UBND tỉnh " + place;
    }
    if (symbol.contains("VPCP")) {
      return "Văn phòng Chính phủ";
    }
    return symbol.contains("TTg") ? "Thủ tướng Chính phủ" : null;
  }

  int body() {
    return body;
  }

  @Nullable LocalDate date() {
    return date;
  }

  @Nullable LocalDate month() {
    return month;
  }

  @Nullable String kind() {
    return kind;
  }

  @Nullable String number() {
    return number;
  }

  @Nullable String dateText() {
    return dateText;
  }

  @Nullable String place() {
    return place;
  }

  @Nullable String subject() {
    return subject;
  }

  int addressedFrom() {
    return addressedFrom;
  }

  int addressedTo() {
    return addressedTo;
  }
}
