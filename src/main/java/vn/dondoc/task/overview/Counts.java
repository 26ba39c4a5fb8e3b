package vn.dondoc.task.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import vn.dondoc.task.life.Timing;

/**
 * Số phần việc theo tiến độ.
 *
 * @param byTiming how many of each timing; what does not count is left out
 */
public record Counts(Map<Timing, Long> byTiming) {
  public Counts {
    byTiming = Map.copyOf(byTiming);
  }

  public long of(Timing timing) {
    return byTiming.getOrDefault(timing, 0L);
  }

  public long of(Progress progress) {
    return progress.timings().stream().mapToLong(this::of).sum();
  }

  /** Everything that counts. */
  public long total() {
    return byTiming.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The part of the whole that stands so, 0 to 1. */
  public BigDecimal share(Progress progress) {
    long total = total();
    return total == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(of(progress))
            .divide(BigDecimal.valueOf(total), 6, RoundingMode.HALF_UP);
  }
}
