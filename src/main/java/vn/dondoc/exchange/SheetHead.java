package vn.dondoc.exchange;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Đầu bảng: what stands above a list, in the words and language of the person who asked for it.
 *
 * @param sheet name of the sheet, at most 31 characters
 * @param title the list's title
 * @param period kỳ: "Kỳ: 7 tháng 2020"
 * @param source nguồn: "Nguồn: …"
 * @param asOf "Đến ngày 14/08/2020"
 */
public record SheetHead(String sheet, String title, String period, String source, String asOf) {
  private static final int LONGEST_NAME = 31;

  public SheetHead {
    sheet = safe(sheet);
  }

  /** Excel calls a workbook damaged when a sheet's name holds one of these or is longer. */
  static String safe(String sheet) {
    String safe = sheet.replaceAll("[\\\\/*?:\\[\\]]", " ").strip();
    return safe.isEmpty() ? "1" : safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
  }

  /** The line under the title. */
  String line() {
    return List.of(period, source, asOf).stream()
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }
}
