package vn.dondoc.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Mục tiêu có con số.
 *
 * @param text the words
 * @param start first UTF-16 unit of them
 * @param low the value, or the lower end of a range
 * @param high the upper end of a range, else null
 * @param unit "xã", "tiêu chí/xã", "%" …
 * @param op "=", ">=", "<=", ">", "<" or "range"
 * @param by the day it is to be reached, inclusive; null when the text gives none
 */
public record Target(
    String text,
    int start,
    BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable String unit,
    String op,
    @Nullable LocalDate by) {}
