package vn.dondoc.capital.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Tỷ lệ: keeps what it was divided from.
 *
 * @param numerator tử số, đồng
 * @param denominator mẫu số, đồng
 */
public record Rate(long numerator, long denominator) {

  /** The ratio; null where there is nothing to divide by. */
  public @Nullable BigDecimal ratio() {
    return denominator <= 0
        ? null
        : BigDecimal.valueOf(numerator)
            .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64);
  }

  /** What is left when a part is taken out. */
  public Rate without(Rate part) {
    return new Rate(numerator - part.numerator, denominator - part.denominator);
  }
}
