package vn.dondoc.capital.closing;

import java.time.LocalDate;

/**
 * Đính chính sau khi khóa: taken back in an open period, of an entry whose period was closed.
 *
 * @param entryId số bút toán đính chính
 * @param lineId dòng vốn
 * @param project dự án
 * @param of the entry taken back
 * @param amountVnd how much, đồng
 * @param document by which document
 * @param on ngày giá trị
 * @param reason lý do
 * @param signer người ký chịu trách nhiệm
 */
record LateCorrection(
    long entryId,
    long lineId,
    String project,
    Of of,
    long amountVnd,
    String document,
    LocalDate on,
    String reason,
    String signer) {
  /** Bút toán bị đính chính: its kind's message key, document and day. */
  record Of(String key, String document, LocalDate on) {}
}
