package vn.dondoc.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dòng bị mất: a text whose line ends were lost in copying gets them back before what always opens
 * a line: the number of the paper, its kind, numbered items, dashes, the recipients, the signature.
 * Spaces become line ends, so that every place stays where it was.
 */
final class LostLines {
  private static final int SHORTEST = 300;
  // A text that kept its line ends has one at least every so many units.
  private static final int UNITS_A_LINE = 1500;

  private static final Pattern OPENS =
      Pattern.compile(
          " (?=(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Số ?: ?\\d|V/v |Kính gửi ?:|Nơi nhận ?:"
              + "|Ngày \\d{1,2}[/-]\\d{1,2}[/-]\\d{4},|Căn cứ |Sau khi nghe "
              + "|Thực hiện (?:Công văn|Công điện|Chỉ thị|Kế hoạch|Quyết định|Thông báo|Nghị)"
              + "|(?:KT|TM|TL|TUQ)\\. ?\\p{Lu}{2})"
              + "|(?:-{5,}|_{5,}|\\*{5,})(?: |$))");
  private static final Pattern KIND =
      Pattern.compile(
          " (?:THÔNG BÁO|CÔNG ĐIỆN|CHỈ THỊ|KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|BÁO CÁO|TỜ TRÌNH|KẾT LUẬN)"
              + " (?=\\p{Lu}\\p{Ll}|V/v)");
  private static final Pattern PLACE_DATE =
      Pattern.compile(
          " (?=(?:\\p{Lu}\\p{L}* ){1,4}?\\p{Lu}?\\p{L}*, ?ngày \\d{1,2} tháng ?\\d{1,2} năm \\d{4} )");
  private static final Pattern YEAR_BEHIND =
      Pattern.compile("tháng ?\\d{1,2} năm \\d{4} (?=\\p{Lu})");
  private static final Pattern ITEM =
      Pattern.compile("(?<=[.;:/!]) (?=(?:\\d{1,2}\\.|[IVX]{1,4}\\.|[a-zđ]\\)|[-+]) ?\\p{Lu})");

  private static final Pattern SIGNED =
      Pattern.compile(
          "(?<=\\p{Lu}) (?=PHÓ )|(?<=\\p{Lu}{2}) (?=(?:\\p{Lu}\\p{Ll}+ ){1,4}\\p{Lu}\\p{Ll}+\\s*$)");

  private LostLines() {}

  /** Puts the line ends back; a text that has its own is left alone. */
  static void restore(StringBuilder text) {
    long lines = text.chars().filter(c -> c == '\n').count();
    if (text.length() < SHORTEST || lines > 1 && lines * UNITS_A_LINE > text.length()) {
      return;
    }
    breakBefore(OPENS, text);
    breakKind(text);
    Matcher date = PLACE_DATE.matcher(text);
    if (date.find()) {
      text.setCharAt(date.start(), '\n');
      Matcher behind = YEAR_BEHIND.matcher(text);
      if (behind.find(date.start())) {
        text.setCharAt(behind.end() - 1, '\n');
      }
    }
    breakBefore(ITEM, text);
    int tail = text.lastIndexOf("Nơi nhận");
    Matcher signed = SIGNED.matcher(text);
    for (int from = Math.max(tail, 0); tail > 0 && signed.find(from); from = signed.end() + 1) {
      text.setCharAt(signed.start(), '\n');
    }
  }

  private static void breakBefore(Pattern pattern, StringBuilder text) {
    Matcher found = pattern.matcher(text);
    int from = 0;
    while (found.find(from)) {
      text.setCharAt(found.start(), '\n');
      from = found.start() + 1;
    }
  }

  /** The kind stands once, above everything said. */
  private static void breakKind(StringBuilder text) {
    Matcher kind = KIND.matcher(text);
    if (kind.find()) {
      text.setCharAt(kind.start(), '\n');
      text.setCharAt(kind.end() - 1, '\n');
    }
  }
}
