package vn.dondoc.exchange;

import java.util.Locale;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Điều đáng lưu ý: something about a sheet that whoever takes it over should see before the
 * figures.
 *
 * @param kind what
 * @param place where; of a hidden sheet or a merged range, its first cell
 * @param shown the value or the range as it stands in the file
 */
public record SheetFinding(Kind kind, SheetPlace place, String shown) {
  /** Kinds of remark. */
  public enum Kind {
    HIDDEN_SHEET,
    HIDDEN_ROW,
    MERGED_CELLS,
    FORMULA_ERROR,
    FORMULA_WITHOUT_VALUE,
    NUMBER_AS_TEXT,
    MORE
  }

  /** As a sentence for a person; {0} is the place, {1} what stands there. */
  public Problem problem() {
    return Problem.at(
        place.toString(),
        "exchange.sheet." + kind.name().toLowerCase(Locale.ROOT),
        place.toString(),
        shown);
  }
}
