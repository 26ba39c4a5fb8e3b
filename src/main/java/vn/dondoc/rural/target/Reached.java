package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Một chỉ tiêu với giá trị của nó.
 *
 * @param target chỉ tiêu
 * @param value hiện nay; null when nothing was reported
 * @param state trạng thái
 * @param course giá trị cuối mỗi tháng, the latest last
 * @param set số, ký hiệu of the set it is measured by; null for what is counted
 * @param chance xác suất đạt, 0 to 1; null where it cannot be told
 */
public record Reached(
    Target target,
    @Nullable BigDecimal value,
    Target.State state,
    Map<LocalDate, BigDecimal> course,
    @Nullable String set,
    @Nullable Double chance) {}
