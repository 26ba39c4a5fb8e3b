package vn.dondoc.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Văn bản viện dẫn: a cited document.
 *
 * @param text the words
 * @param start first UTF-16 unit of them
 * @param kind "Kế hoạch", "Nghị định", "Bộ tiêu chí" …
 * @param number số, ký hiệu; null when cited without one
 * @param date its date; null when not given
 */
public record Reference(
    String text,
    int start,
    @Nullable String kind,
    @Nullable String number,
    @Nullable LocalDate date) {}
