package vn.dondoc.planning.reallocation;

import java.util.Set;

/**
 * Điều chỉnh một dòng, with the numbers its reason is told by.
 *
 * @param line which
 * @param amountVnd increase above 0, decrease below
 * @param lapsingVnd of a decrease: what would lapse without it
 * @param usableVnd of an increase: what the line could take by the receiver's quantile
 * @param forced the part a pin forced
 * @param unusedVnd of an increase, what would not be paid at the 10 percent quantile
 * @param documents what the change needs
 * @param tightest the limit that kept it from being larger, {@link Limit#NOT_NEEDED} for none
 */
public record Move(
    long line,
    long amountVnd,
    long lapsingVnd,
    long usableVnd,
    long forced,
    long unusedVnd,
    Set<Document> documents,
    Limit tightest) {
  public Move {
    documents = Set.copyOf(documents);
  }

  /** Giấy tờ kèm theo. */
  public enum Document {
    /** Quyết định điều chỉnh kế hoạch năm của cấp có thẩm quyền. */
    ANNUAL_DECISION,
    /** Điều chỉnh kế hoạch trung hạn kèm theo. */
    MEDIUM_TERM_CHANGE,
    /** Ý kiến của chủ đầu tư, asked before a cut for slowness. */
    OWNER_COMMENT,
    /** Cam kết giải ngân hết phần tăng. */
    RECEIVER_COMMITMENT
  }
}
