package vn.dondoc.directive.circulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Một dòng nơi nhận.
 *
 * @param id key of the line
 * @param bodyId who
 * @param body its name
 * @param district the district it is in; null for others than communes
 * @param from who passed it on; null for the office
 * @param words the words of the document that name it; null when it was added, or passed on to
 * @param sentOn ngày gửi
 * @param dueOn hạn xác nhận
 * @param openedOn ngày mở
 * @param openedBy by whom
 * @param acknowledgedOn ngày xác nhận đã nhận
 * @param acknowledgedBy by whom
 * @param state how the document stands with the body
 * @param lateDays days past the last day
 */
record ReceiptLine(
    long id,
    int bodyId,
    String body,
    @Nullable String district,
    @Nullable String from,
    @Nullable String words,
    LocalDate sentOn,
    LocalDate dueOn,
    @Nullable LocalDate openedOn,
    @Nullable String openedBy,
    @Nullable LocalDate acknowledgedOn,
    @Nullable String acknowledgedBy,
    ReceiptFilter.State state,
    int lateDays) {}
