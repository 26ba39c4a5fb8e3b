package vn.dondoc.capital.pool;

import java.time.LocalDate;
import vn.dondoc.capital.ledger.Voucher;

/**
 * Một lần giao vốn, as it was booked.
 *
 * @param valueOn ngày giá trị
 * @param document số văn bản
 * @param issuer cơ quan ban hành
 * @param authority cấp giao
 * @param amountVnd đồng, below zero where the plan was made less
 * @param reason nội dung
 * @param booked who booked it, and when
 */
record Assigned(
    LocalDate valueOn,
    String document,
    String issuer,
    Voucher.Authority authority,
    long amountVnd,
    String reason,
    Booked booked) {
  /** Ngày và người ghi sổ. */
  record Booked(LocalDate on, String by) {}
}
