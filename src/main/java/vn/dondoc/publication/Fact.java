package vn.dondoc.publication;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Số liệu: one figure somebody said, with what it needs to be understood.
 *
 * @param code which figure, {@code "rural.target_total"}
 * @param value in the unit
 * @param unit "xã", "tiêu chí/xã", "đồng"
 * @param period kỳ: what time it covers, in words
 * @param source nguồn: who said it, in words
 * @param asOf the day it stands for
 * @param fromNotice taken from the conclusion notice, not illustrative
 */
public record Fact(
    String code,
    BigDecimal value,
    String unit,
    String period,
    String source,
    LocalDate asOf,
    boolean fromNotice) {}
