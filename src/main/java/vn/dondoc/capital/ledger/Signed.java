package vn.dondoc.capital.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Page;

/**
 * Số liệu đến một ngày, và kỳ của ngày đó đã khóa chưa: a report as of a day in a closed period
 * says who signed it, because it never changes again.
 *
 * @param asOf as of which day
 * @param closing the first closing that covers it; null while the day is open
 */
public record Signed(LocalDate asOf, Closings.@Nullable Closing closing) {
  /** What a report says of it; empty while the day is open. */
  public String words(Page page) {
    Closings.Seal seal = closing == null ? null : closing.seal();
    return closing == null || seal == null
        ? ""
        : page.t(
            "capital.closing.signed",
            page.formats().date(closing.until()),
            seal.by(),
            page.formats().date(seal.on()),
            shortened(seal.digest()));
  }

  /** "Đến ngày …" of a sheet, with who closed the period. */
  public String asOf(Page page) {
    String day = page.t("web.as_of", page.formats().date(asOf));
    String words = words(page);
    return words.isEmpty() ? day : day + " · " + words;
  }

  /** As much of a digest as people compare. */
  public static String shortened(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }
}
