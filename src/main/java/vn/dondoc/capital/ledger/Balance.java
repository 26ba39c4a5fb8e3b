package vn.dondoc.capital.ledger;

/**
 * Số dư của một dòng vốn.
 *
 * @param lineId dòng vốn
 * @param projectId dự án
 * @param poolId nhóm vốn
 * @param plan kế hoạch: allocated, with adjustments, transfers and what was carried
 * @param entered đã nhập để thanh toán
 * @param outstanding tạm ứng chưa thu hồi
 * @param volume khối lượng đã thanh toán, with what was recovered
 */
public record Balance(
    long lineId,
    long projectId,
    int poolId,
    long plan,
    long entered,
    long outstanding,
    long volume) {

  /** Giải ngân: outstanding advances and volume paid. */
  public long disbursed() {
    return outstanding + volume;
  }
}
