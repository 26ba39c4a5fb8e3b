package vn.dondoc.capital.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chuyển nguồn: money of some projects moves from a pool to the next vintage of the same source,
 * its own pool with its own deadline. What was entered of it for payment is taken back first.
 *
 * @param paper by which document
 * @param poolOut from which pool
 * @param poolIn to which
 * @param ground why: {@code force_majeure}, {@code added_late}
 * @param authority who allowed it
 * @param reason in words
 * @param shares which lines of the first pool, and how much of each
 */
public record Carry(
    Voucher.Paper paper,
    int poolOut,
    int poolIn,
    String ground,
    @Nullable String authority,
    @Nullable String reason,
    List<Transfer.Share> shares) {
  public Carry {
    shares = List.copyOf(shares);
  }
}
