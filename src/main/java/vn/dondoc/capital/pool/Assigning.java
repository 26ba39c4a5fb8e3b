package vn.dondoc.capital.pool;

import java.util.Locale;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Voucher;

/**
 * Giao vốn cho một nhóm vốn, as its document says it.
 *
 * @param poolId nhóm vốn
 * @param authority Thủ tướng Chính phủ, hay tỉnh giao bổ sung
 * @param direction 1 for more, -1 for less
 * @param amountVnd số tiền, đồng
 * @param paper by which document, with the day it counts from
 * @param reason nội dung
 */
record Assigning(
    int poolId,
    Voucher.Authority authority,
    int direction,
    long amountVnd,
    Voucher.Paper paper,
    String reason) {

  /** Message key of who assigns. */
  static String key(Voucher.Authority authority) {
    return "capital.pool.authority." + authority.name().toLowerCase(Locale.ROOT);
  }

  /** One decision assigns to many pools: each is a voucher of its own. */
  Voucher voucher() {
    return Voucher.of(
        new Voucher.Paper(
            paper.issuer(), "GV-" + poolId, paper.number(), paper.valueOn(), paper.note()),
        new Voucher.Row(EntryKind.ASSIGN, null, poolId, direction, amountVnd, authority));
  }
}
