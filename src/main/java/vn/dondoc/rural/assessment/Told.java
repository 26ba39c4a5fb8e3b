package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Một bước đã ghi về một chỉ tiêu.
 *
 * @param id its id
 * @param indicatorId chỉ tiêu
 * @param period kỳ, by its first day
 * @param step its number within the month
 * @param kind which step
 * @param on ngày của tỉnh
 * @param figures in the order of the indicator's parts; empty when it carries none
 * @param nothing there is nothing to assess
 * @param verdict whether the figures meet the rule; null when nothing was judged
 * @param words lý do, ghi chú
 * @param by who
 * @param byAccount their account
 * @param at when, to the second
 * @param withdraws the claim it takes back
 */
public record Told(
    long id,
    int indicatorId,
    LocalDate period,
    int step,
    Report.Kind kind,
    LocalDate on,
    List<@Nullable BigDecimal> figures,
    boolean nothing,
    @Nullable Boolean verdict,
    @Nullable String words,
    String by,
    long byAccount,
    OffsetDateTime at,
    @Nullable Long withdraws) {}
