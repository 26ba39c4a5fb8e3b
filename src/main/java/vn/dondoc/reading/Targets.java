package vn.dondoc.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mục tiêu có con số: goals with a figure, its unit, its direction and its day. */
final class Targets {
  private static final Set<String> UNITS =
      Deadlines.keys(
          "xã huyện thôn tiêu khu % ha tấn tỷ triệu hộ người đồng km công dự trường mô sản lượt doanh phường cơ hợp điểm kg giường căn nhà chỉ suất giải km2 m2 tạ con cây lao bản");
  private static final Set<String> APPROACH =
      Deadlines.keys("được bình quân từ trên tối thiểu ít nhất khoảng thêm hơn trung dưới ước mức");

  /** A target and where it stands. */
  record Aim(
      int from,
      int to,
      BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable String unit,
      String op,
      @Nullable LocalDate by) {}

  private record Quantity(int to, BigDecimal low, @Nullable BigDecimal high, String unit) {}

  private final Words words;
  private final Lexicon.Senses senses;
  private final Timeline timeline;

  Targets(Words words, Lexicon.Senses senses, Timeline timeline) {
    this.words = words;
    this.senses = senses;
    this.timeline = timeline;
  }

  /** Targets of a stretch that states goals: one for each piece between commas. */
  List<Aim> inGoals(int from, int to, @Nullable LocalDate by) {
    List<Aim> all = new ArrayList<>();
    int start = from;
    int depth = 0;
    for (int i = from; i <= to; i++) {
      if (i < to && words.isMark(i, '(')) {
        depth++;
      } else if (i < to && words.isMark(i, ')')) {
        depth = Math.max(0, depth - 1);
      }
      boolean decimal =
          words.isMark(i, ',')
              && words.isNumber(i - 1)
              && words.isNumber(i + 1)
              && words.touches(i + 1);
      if (i == to || depth == 0 && words.isOneOf(i, ",;:") && !decimal) {
        Aim aim = aim(start, i, by);
        if (aim != null) {
          all.add(aim);
        }
        start = i + 1;
      }
    }
    return all;
  }

  /** Targets inside a task: "đạt 60% trở lên", "toàn bộ … phải được …". */
  List<Aim> inTask(int from, int to) {
    List<Aim> all = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Quantity quantity = quantity(i, to);
      if (quantity != null && quantity.unit().equals("%") && !fallsShort(i, quantity.to())) {
        boolean reached =
            words.is(i - 1, "đạt") || words.is(i - 2, "đạt") || words.is(i - 3, "đạt");
        boolean up = upwards(quantity.to());
        if (reached || up) {
          int end = up ? quantity.to() + 2 : quantity.to();
          int start = i;
          while (start > from
              && !words.isOneOf(start - 1, ",;:(")
              && i - start < 14
              && !(words.is(start, "tỷ") && words.is(start + 1, "lệ"))) {
            start--;
          }
          all.add(
              new Aim(
                  start,
                  end,
                  quantity.low(),
                  quantity.high(),
                  "%",
                  op(i, quantity),
                  due(start, end)));
          i = end;
        }
      }
      if (words.is(i, "toàn") && words.is(i + 1, "bộ") && all.isEmpty()) {
        for (int k = i + 2; k < Math.min(to, i + 16); k++) {
          if (words.is(k, "phải") && words.is(k + 1, "được")) {
            int end = k;
            while (end < to && !words.isOneOf(end, ".;,")) {
              end++;
            }
            all.add(new Aim(i, end, BigDecimal.valueOf(100), null, "%", "=", due(i - 12, end)));
            break;
          }
        }
      }
    }
    return all;
  }

  /** "mới đạt 8,9%, thấp hơn bình quân", "chỉ đạt 40%": what was reached, no aim. */
  private boolean fallsShort(int figure, int end) {
    int behind = words.isMark(end, '%') ? end + 1 : end;
    behind = words.isMark(behind, ',') ? behind + 1 : behind;
    return words.is(figure - 1, "đạt") && words.is(figure - 2, "chỉ")
        || words.is(behind, "thấp") && words.is(behind + 1, "hơn");
  }

  private @Nullable Aim aim(int from, int to, @Nullable LocalDate by) {
    int best = -1;
    Quantity found = null;
    for (int i = from; i < to; i++) {
      Quantity quantity = quantity(i, to);
      if (quantity == null) {
        continue;
      }
      if (triggered(i, from) || quantity.unit().equals("%") && leads(from, i)) {
        boolean perUnit = words.is(i - 1, "quân") && !quantity.unit().contains("tiêu");
        if (found == null || !perUnit) {
          best = i;
          found = quantity;
        }
      }
      i = quantity.to() - 1;
    }
    if (found == null || words.is(from, "chiếm") || words.is(from + 1, "chiếm")) {
      return null;
    }
    boolean past = false;
    for (int k = from; k < best; k++) {
      past |=
          words.is(k, "đã") && words.is(k + 1, "có") || words.is(k, "đã") && words.is(k + 1, "đạt");
    }
    LocalDate day = by;
    for (Deadlines.Found due : timeline.between(from, to)) {
      LocalDate date = due.deadline().date();
      day = date == null ? day : date;
    }
    return past || fallsShort(best, found.to())
        ? null
        : new Aim(from, to, found.low(), found.high(), found.unit(), op(best, found), day);
  }

  /** "[80%] hồ sơ được giải quyết trực tuyến": the share opens the piece. */
  private boolean leads(int from, int i) {
    for (int k = from; k < i; k++) {
      if (words.isWord(k)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable LocalDate due(int from, int to) {
    List<Deadlines.Found> inside = timeline.between(from, to);
    return inside.isEmpty() ? null : inside.getFirst().deadline().date();
  }

  private boolean triggered(int i, int from) {
    if (words.is(i - 1, "thiểu") || words.is(i - 1, "nhất")) {
      return true;
    }
    int k = i - 1;
    while (k > from && APPROACH.contains(words.key(k))) {
      k--;
    }
    for (int back = 0; back <= 2 && k - back >= from; back++) {
      int length = senses.at(Sense.TARGETVERB, k - back);
      if (length > 0 && length >= back) {
        return true;
      }
    }
    return false;
  }

  private String op(int i, Quantity quantity) {
    if (quantity.high() != null) {
      return "range";
    }
    if (upwards(quantity.to())) {
      return ">=";
    }
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      if (words.is(k, "trên") || words.is(k, "hơn")) {
        return ">";
      }
      if (words.is(k, "dưới")) {
        return "<";
      }
      if (words.is(k, "thiểu") || words.is(k, "nhất")) {
        return ">=";
      }
      if (words.is(k, "đa")) {
        return "<=";
      }
    }
    return "=";
  }

  private boolean upwards(int at) {
    for (int k = at; k < at + 4; k++) {
      if (words.is(k, "trở") && words.is(k + 1, "lên")) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Quantity quantity(int i, int to) {
    if (!words.isNumber(i) || words.isOneOf(i - 1, "/,.-") && words.touches(i)) {
      return null;
    }
    int[] end = new int[1];
    BigDecimal low = decimal(i, end);
    int p = end[0];
    BigDecimal high = null;
    if ((words.isMark(p, '-') || words.is(p, "đến")) && words.isNumber(p + 1)) {
      high = decimal(p + 1, end);
      p = end[0];
    } else if (words.isMark(p, '/') && words.isNumber(p + 1)) {
      p += 2;
    }
    if (p > to || !(UNITS.contains(words.key(p)) || words.isMark(p, '%'))) {
      return null;
    }
    String unit = words.text(p, p + 1);
    int next = p + 1;
    if (words.is(p, "tiêu") && words.is(p + 1, "chí")
        || words.is(p, "tỷ") && words.is(p + 1, "đồng")
        || words.is(p, "triệu") && words.is(p + 1, "đồng")
        || words.is(p, "dự") && words.is(p + 1, "án")
        || words.is(p, "khu") && words.is(p + 1, "dân")) {
      int more = words.is(p, "khu") ? 3 : 2;
      unit = words.text(p, p + more);
      next = p + more;
    }
    if (words.isMark(next, '/') && words.isWord(next + 1)) {
      unit = unit + "/" + words.text(next + 1, next + 2);
      next += 2;
    }
    return new Quantity(next, low, high, unit);
  }

  /** "3.260,6" and "11,5": the comma is the decimal mark, the point parts thousands. */
  private BigDecimal decimal(int i, int[] end) {
    StringBuilder digits = new StringBuilder(words.key(i));
    int p = i + 1;
    while (words.isMark(p, '.')
        && words.isNumber(p + 1)
        && words.touches(p)
        && words.touches(p + 1)
        && words.key(p + 1).length() == 3) {
      digits.append(words.key(p + 1));
      p += 2;
    }
    if (words.isOneOf(p, ",.")
        && words.isNumber(p + 1)
        && words.touches(p)
        && words.touches(p + 1)) {
      digits.append('.').append(words.key(p + 1));
      p += 2;
    }
    end[0] = p;
    return new BigDecimal(digits.length() > 40 ? digits.substring(0, 40) : digits.toString());
  }
}
