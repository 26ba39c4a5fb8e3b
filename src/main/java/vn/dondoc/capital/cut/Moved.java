package vn.dondoc.capital.cut;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Vốn chuyển đi vì dôi dư: booked by a transfer that told its ground, with no cut proposed before
 * it.
 *
 * @param entryId the entry that took it
 * @param line what it took from
 * @param amountVnd số giảm, đồng
 * @param reason the ground it told
 * @param why in words
 * @param on ngày giá trị
 * @param document số quyết định
 */
record Moved(
    long entryId,
    Cut.Line line,
    long amountVnd,
    CutReason reason,
    @Nullable String why,
    LocalDate on,
    String document) {}
