package vn.dondoc.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Lời hai thứ tiếng: what is written otherwise in the other language, told when it is known who
 * reads it.
 *
 * @param vi tiếng Việt
 * @param en in English; null where nobody gave any, then the Vietnamese words stand
 */
public record Bilingual(String vi, @Nullable String en) {
  /** Digits with the decimal comma of the one language and the point of the other. */
  public static Bilingual decimal(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return digits(plain.toPlainString());
  }

  /** Digits as they were typed, with their decimal point. */
  public static Bilingual digits(String withPoint) {
    return new Bilingual(withPoint.replace('.', ','), withPoint);
  }

  public String in(boolean english) {
    return english && en != null ? en : vi;
  }

  @Override
  public String toString() {
    return vi;
  }
}
