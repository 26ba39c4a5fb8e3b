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
   * @param disbursed giải ngân
   */
  record Stand(long plan, long entered, long disbursed) {
    static final Stand NONE = new Stand(0, 0, 0);
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
                + one.after().disbursed())
        .collect(Collectors.joining(";"));
  }
}
