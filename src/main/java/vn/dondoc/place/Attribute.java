package vn.dondoc.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Đặc điểm có thời hạn: border commune, especially difficult, pilot, threshold group, commune due
 * in a year.
 *
 * @param key {@code border}, {@code especially_difficult}, {@code pilot}, {@code threshold_group},
 *     {@code due_year}
 * @param from null when it has held since before anything was recorded
 * @param until first day it no longer holds; null while it holds
 * @param confidence how sure the source is: high, medium, memory
 * @param illustrative made up for a demonstration, not a fact about the unit
 */
public record Attribute(
    int placeId,
    String key,
    String value,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    String source,
    String confidence,
    boolean illustrative) {}
