package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Số báo cáo, as somebody gives it.
 *
 * @param unitId the unit it is about, for {@link Target.Measure#EACH}; else null
 * @param on the day it stands for
 * @param value số
 * @param source văn bản, hay lời của ai
 * @param seen id of the figure of that day it is to stand for; 0 when none was seen
 */
public record Count(
    @Nullable Integer unitId, LocalDate on, BigDecimal value, String source, long seen) {
  /** The first figure of a day, of a target with one total. */
  public static Count of(LocalDate on, BigDecimal value, String source) {
    return new Count(null, on, value, source, 0);
  }
}
