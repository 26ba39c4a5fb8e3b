package vn.dondoc.capital.cut;

import org.jspecify.annotations.Nullable;

/**
 * Đề xuất cắt giảm.
 *
 * @param lineId dòng vốn
 * @param entryId what is booked already; null when it is not
 * @param amountVnd số giảm, đồng
 * @param reason lý do
 * @param why in words
 * @param evidence the document that shows a surplus; null or empty for none
 */
public record NewCut(
    long lineId,
    @Nullable Long entryId,
    long amountVnd,
    CutReason reason,
    String why,
    @Nullable String evidence) {}
