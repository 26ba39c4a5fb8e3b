package vn.dondoc.task;

/**
 * Bên tham gia: a body's part in a task.
 *
 * @param bodyId the body, or a group whose members share the part
 * @param part what it does
 * @param asWritten how the source calls it
 */
public record Party(int bodyId, Part part, String asWritten) {
  /** Parts in a task. */
  public enum Part {
    /** Chủ trì. */
    LEAD,
    /** Phối hợp. */
    COORDINATE,
    /** Trực tiếp thực hiện. */
    IMPLEMENT,
    /** Nơi nhận kết quả. */
    REPORT_TO
  }
}
