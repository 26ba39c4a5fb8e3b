package vn.dondoc.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Số trang: a page number that stands alone inside a sentence is no part of it. Its figures become
 * spaces, so that every place stays where it was.
 */
final class PageNumbers {
  private static final Pattern INSIDE =
      Pattern.compile(
          "(?:(?<=[\\p{Ll}\\d,])|(?<=\\p{Ll} ))\\s*\\n\\s*?((?:Trang )?-? ?\\d{1,3} ?-?)[ ]*\\n\\s*(?=\\p{Ll}|(\\d))");
  private static final Pattern OPEN =
      Pattern.compile("(?:ngày|tháng|năm|số|quý|khoản|điều|ngày \\d{1,2}|đến|trước|từ)\\s*$");

  private PageNumbers() {}

  static void drop(StringBuilder text) {
    Matcher found = INSIDE.matcher(text);
    int from = 0;
    while (found.find(from)) {
      boolean figure = found.group(2) != null;
      String before = text.substring(Math.max(0, found.start() - 24), found.start());
      if (!figure || OPEN.matcher(before).find()) {
        for (int k = found.start(1); k < found.end(1); k++) {
          text.setCharAt(k, ' ');
        }
      }
      from = found.end(1);
    }
  }
}
