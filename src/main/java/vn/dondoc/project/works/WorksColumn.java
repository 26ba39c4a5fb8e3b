package vn.dondoc.project.works;

/**
 * Cột của bảng kèm theo.
 *
 * @param key its name; of what is typed, the place the door names in a problem
 * @param label message key of its title
 * @param shape what its cells hold
 */
record WorksColumn(String key, String label, Shape shape) {
  /** Ô ghi gì. */
  enum Shape {
    WORDS,
    /** Số nguyên. */
    WHOLE,
    DAY,
    /** Chỉ xem: goes out, is not read back. */
    SHOWN
  }

  boolean isRead() {
    return shape != Shape.SHOWN;
  }
}
