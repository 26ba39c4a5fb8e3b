package vn.dondoc.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Chức danh: a post in a body. It outlives whoever holds it.
 *
 * @param head người đứng đầu: whether its holder answers for the body
 * @param holder name of the person, when it is known and may be kept
 */
public record Post(
    String title,
    boolean head,
    @Nullable String holder,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {}
