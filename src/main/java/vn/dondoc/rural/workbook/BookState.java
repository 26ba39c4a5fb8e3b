package vn.dondoc.rural.workbook;

/** Tình trạng của một chỉ tiêu trong biểu. */
enum BookState {
  /** Có giá trị, or left open. */
  GIVEN,
  /** Chưa có số liệu. */
  UNREPORTED,
  /** Không có nội dung để đánh giá. */
  NOTHING,
  /** Chờ kết quả của cơ quan khác. */
  WAITS
}
