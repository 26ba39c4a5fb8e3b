package vn.dondoc.capital.intake.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetCell;

/** Đọc ô tiền: whole đồng, or why not. */
public final class MoneyCell {
  private static final BigDecimal NOISE = new BigDecimal("0.005");
  private static final BigDecimal MOST = new BigDecimal("1000000000000000");

  private MoneyCell() {}

  /**
   * Số đọc được.
   *
   * @param dong whole đồng; null when the cell holds none
   * @param decimals digits behind the point, in the unit of the sheet
   * @param problem message key of what is wrong with it; null when nothing is
   */
  public record Read(@Nullable Long dong, int decimals, @Nullable String problem) {
    static final Read NOTHING = new Read(null, 0, null);

    static Read wrong(String key) {
      return new Read(null, 0, "capital.intake.cell." + key);
    }
  }

  /** Reads a cell in a unit. */
  public static Read of(SheetCell cell, Unit unit, Notation notation) {
    return switch (cell) {
      case SheetCell.Blank blank -> Read.NOTHING;
      case SheetCell.Fault fault -> Read.wrong("fault");
      case SheetCell.Flag flag -> Read.wrong("no_number");
      case SheetCell.Moment moment -> Read.wrong("is_day");
      case SheetCell.Numeric number when number.percent() -> Read.wrong("is_percent");
      case SheetCell.Numeric number -> dong(number.value(), unit);
      case SheetCell.Text text -> text(text.text(), unit, notation);
    };
  }

  private static Read text(String text, Unit unit, Notation notation) {
    // Thousandths of a đồng there are none: what looks like it is grouped.
    Notation meant = notation == Notation.EACH && unit == Unit.DONG ? dongs(text) : notation;
    return switch (MoneyText.of(text, meant)) {
      case MoneyText.None none -> Read.NOTHING;
      case MoneyText.Wrong wrong -> Read.wrong("no_number");
      case MoneyText.Twofold twofold -> Read.wrong("twofold");
      case MoneyText.Amount amount ->
          dong(amount.value(), amount.own() == null ? unit : amount.own());
    };
  }

  private static Notation dongs(String text) {
    return text.indexOf(',') >= 0 ? Notation.EN : Notation.VI;
  }

  private static Read dong(BigDecimal value, Unit unit) {
    if (value.precision() - value.scale() > 20) {
      return Read.wrong("too_much");
    }
    BigDecimal exact = unit.dong(value);
    BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
    if (whole.abs().compareTo(MOST) > 0) {
      return Read.wrong("too_much");
    }
    if (unit == Unit.DONG && exact.subtract(whole).abs().compareTo(NOISE) > 0) {
      return Read.wrong("fraction");
    }
    int decimals =
        Math.max(0, value.setScale(9, RoundingMode.HALF_UP).stripTrailingZeros().scale());
    return new Read(whole.longValueExact(), decimals, null);
  }
}
