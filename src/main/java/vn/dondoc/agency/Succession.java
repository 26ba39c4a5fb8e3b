package vn.dondoc.agency;

import java.time.LocalDate;

/**
 * Kế thừa nhiệm vụ: who carries on the work of a body that ceased.
 *
 * @param successor the body that took it over, under its name on that day
 * @param whole all of its work, or a part
 */
public record Succession(
    Body successor, LocalDate on, boolean whole, String legalBasis, String confidence) {}
