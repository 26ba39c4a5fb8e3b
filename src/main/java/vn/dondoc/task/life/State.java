package vn.dondoc.task.life;

/** Trạng thái của một phần việc. */
public enum State {
  /** Chờ tiếp nhận. */
  NEW,
  /** Đang thực hiện. */
  ACTIVE,
  /** Đã báo hoàn thành, chờ xác nhận. */
  REPORTED,
  /** Bị trả lại, làm tiếp. */
  RETURNED,
  /** Đã trả lại vì giao chưa đúng cơ quan, chờ cơ quan kia tiếp nhận. */
  HANDED_BACK,
  /** Đã chuyển cho cơ quan khác. */
  TRANSFERRED,
  /** Hoàn thành, đã được xác nhận. */
  DONE,
  /** Đã rút theo thẩm quyền. */
  WITHDRAWN,
  /** Đã hủy, có lý do. */
  VOID;

  /** Nothing more is owed. */
  public boolean isClosed() {
    return this == TRANSFERRED || this == DONE || this == WITHDRAWN || this == VOID;
  }

  /** The body still has to do something; a reported duty waits for the office. */
  public boolean isOwed() {
    return !isClosed() && this != REPORTED;
  }

  /** Counts in figures: a void or handed-over duty does not. */
  public boolean counts() {
    return this != VOID && this != TRANSFERRED && this != WITHDRAWN;
  }
}
