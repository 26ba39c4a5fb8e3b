package vn.dondoc.capital.line;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Trước và sau of every line an act touches.
 *
 * @param lines lines in the order of the act: who loses first
 */
record LineChange(List<One> lines) {
  LineChange {
    lines = List.copyOf(lines);
  }

  /**
   * Một dòng vốn.
   *
   * @param projectId dự án
   * @param project what it is called
   * @param before as it stood
   * @param after as it will stand
   */
  record One(long projectId, String project, Stand before, Stand after) {}

  /**
   * Số dư, đồng.
   *
   * @param plan kế hoạch
   * @param entered đã nhập để thanh toán
   * @param outstanding tạm ứng chưa thu hồi
   * @param volume khối lượng đã thanh toán
   */
  record Stand(long plan, long entered, long outstanding, long volume) {
    static final Stand NONE = new Stand(0, 0, 0, 0);

    /** Giải ngân: both together. */
    long disbursed() {
      return outstanding + volume;
    }
  }

  /** What a person saw before confirming: a booking that comes to anything else is not theirs. */
  String seen() {
    return lines.stream()
        .map(one ->
            one.projectId()
                + ":"
                + one.after().plan()
                + ":"
                + one.after().entered()
                + ":"
                + one.after().outstanding()
                + ":"
                + one.after().volume())
        .collect(Collectors.joining(";"));
  }
}
