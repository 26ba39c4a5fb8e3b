package vn.dondoc.directive.circulation;

/**
 * Số liệu nhận văn bản.
 *
 * @param total bodies it is with
 * @param unopened chưa mở
 * @param opened đã mở, chưa xác nhận
 * @param received đã nhận
 * @param late acknowledged too late, or not yet though the day is past
 */
public record ReceiptFigures(int total, int unopened, int opened, int received, int late) {
  int of(ReceiptFilter.State state) {
    return switch (state) {
      case UNOPENED -> unopened;
      case OPENED -> opened;
      case RECEIVED -> received;
    };
  }
}
