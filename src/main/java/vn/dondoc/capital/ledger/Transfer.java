package vn.dondoc.capital.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Điều chuyển trong một nhóm vốn: what some lines lose others get.
 *
 * @param paper by which document
 * @param poolId within which pool
 * @param ground why: {@code slow}, {@code surplus}, {@code settled}; a cut for slowness is no
 *     surplus
 * @param authority who decided
 * @param reason in words
 * @param out lines that lose
 * @param in lines that get
 */
public record Transfer(
    Voucher.Paper paper,
    int poolId,
    String ground,
    @Nullable String authority,
    @Nullable String reason,
    List<Share> out,
    List<Share> in) {
  public Transfer {
    out = List.copyOf(out);
    in = List.copyOf(in);
  }

  /**
   * What one line loses or gets.
   *
   * @param lineId dòng vốn
   * @param amountVnd số tiền, đồng
   */
  public record Share(long lineId, long amountVnd) {}
}
