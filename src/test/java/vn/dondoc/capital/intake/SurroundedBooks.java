package vn.dondoc.capital.intake;

import static vn.dondoc.capital.intake.UglyBooks.BALANCE;
import static vn.dondoc.capital.intake.UglyBooks.LAND;
import static vn.dondoc.capital.intake.UglyBooks.MILLION;
import static vn.dondoc.capital.intake.UglyBooks.TITLE;
import static vn.dondoc.capital.intake.UglyBooks.UNTIL;
import static vn.dondoc.capital.intake.UglyBooks.code;
import static vn.dondoc.capital.intake.UglyBooks.headed;
import static vn.dondoc.capital.intake.UglyBooks.name;
import static vn.dondoc.capital.intake.UglyBooks.narrow;
import static vn.dondoc.capital.intake.UglyBooks.rows;
import static vn.dondoc.capital.intake.UglyBooks.titled;

import java.util.LinkedHashMap;
import java.util.Map;

/** The same figures with something around, between or beside them. */
final class SurroundedBooks {
  private final Map<String, byte[]> books = new LinkedHashMap<>();

  static Map<String, byte[]> all() {
    SurroundedBooks all = new SurroundedBooks();
    all.surroundings();
    all.columns();
    all.titles();
    return all.books;
  }

  private void keep(String name, TableBook book) {
    books.put(name, book.bytes());
  }

  private void surroundings() {
    keep(
        "bat-dau-o-dong-12-cot-c",
        rows(
            titled(
                new TableBook()
                    .blank(8)
                    .indented(2)
                    .row("KHO BẠC NHÀ NƯỚC TỈNH MẪU")
                    .row("(" + UNTIL + ")")
                    .row(null, null, null, MILLION)),
            1));
    keep(
        "trang-bia-va-trang-an",
        rows(
                titled(
                    new TableBook()
                        .named("Bìa")
                        .row("BÁO CÁO")
                        .row("Kính gửi: UBND tỉnh")
                        .tab("Ẩn")
                        .hidden()
                        .row("STT", "Tên dự án", "Tạm ứng")
                        .row(1, "Không đọc", 9)
                        .tab("Phụ lục 1")
                        .row(TITLE)
                        .row(UNTIL)
                        .row(MILLION)),
                1)
            .row("Ghi chú: số liệu theo TABMIS"));
    keep(
        "chu-ky-va-ghi-chu-cuoi",
        rows(titled(headed(MILLION)), 1)
            .blank(2)
            .row(null, "Ghi chú: Số liệu chưa gồm vốn ứng trước")
            .row(null, "NGƯỜI LẬP BIỂU", null, null, "GIÁM ĐỐC"));
    keep(
        "ngay-ky-trong-cot-tien",
        rows(titled(headed(MILLION)), 1)
            .row(null, null, "Tổng cộng", null, 485.5, 4111)
            .blank(1)
            .row(null, null, null, null, "Lạng Sơn, ngày 15 tháng 8 năm 2020")
            .row(null, "NGƯỜI LẬP BIỂU", null, null, "GIÁM ĐỐC", "Ký ngày 15/8/2020"));
    keep(
        "ngay-ky-khong-dong-cong",
        rows(titled(headed(MILLION)), 1)
            .row(null, null, null, null, null, "Lạng Sơn, ngày 15 tháng 8 năm 2020"));
  }

  private void columns() {
    keep(
        "cot-thua-ty-le-va-ke-hoach",
        headed(MILLION)
            .row(
                "STT",
                "Mã dự án",
                "Tên dự án",
                "Nguồn vốn",
                "Kế hoạch vốn",
                "Tạm ứng",
                "Khối lượng hoàn thành",
                "Tổng giải ngân",
                "Tỷ lệ",
                "Ghi chú")
            .row(1, code(0), name(0), BALANCE, 10000, 120.5, 1300, 1420.5, "14%", "x")
            .row(2, code(1), name(1), BALANCE, 10000, 0, 2450.75, 2450.75, "25%")
            .row(3, code(2), name(2), BALANCE, 10000, 300, 0, 300, "3%")
            .row(4, code(3), name(3), BALANCE, 10000, 15, 85, 100, "1%")
            .row(5, code(4), name(4), BALANCE, 10000, null, null, null, "0%")
            .row(6, code(0), name(0), LAND, 5000, 50, 200, 250, "5%")
            .row(7, code(1), name(1), LAND, 5000, 0, 75.25, 75.25, "2%"));
    keep(
        "dong-an-va-dong-trong",
        titled(headed(MILLION))
            .row(1, code(0), name(0), BALANCE, 120.5, 1300)
            .blank(1)
            .hiddenRow(2, code(1), name(1), BALANCE, 0, 2450.75)
            .row(3, code(2), name(2), BALANCE, 300, 0)
            .blank(2)
            .row(4, code(3), name(3), BALANCE, 15, 85)
            .row(5, code(0), name(0), LAND, 50, 200)
            .row(6, code(1), name(1), LAND, 0, 75.25));
    keep(
        "tam-ung-va-tong-so",
        headed(MILLION)
            .row("STT", "Mã dự án", "Tên dự án", "Nguồn vốn", "Tổng giải ngân", "Tr.đó: tạm ứng")
            .row(1, code(0), name(0), BALANCE, 1420.5, 120.5)
            .row(2, code(1), name(1), BALANCE, 2450.75, 0)
            .row(3, code(2), name(2), BALANCE, 300, 300)
            .row(4, code(3), name(3), BALANCE, 100, 15)
            .row(5, code(0), name(0), LAND, 250, 50)
            .row(6, code(1), name(1), LAND, 75.25, 0));
  }

  /** Titles of groups merged over the columns of numbers, codes and names. */
  private void titles() {
    keep(
        "nhom-gop-tren-cot-ma-va-ten",
        narrow(MILLION)
            .row("I", BALANCE + " năm 2020", null, 435.5, 3835.75)
            .row("1", "Dự án chuyển tiếp", null, 120.5, 3750.75)
            .row(null, code(0), name(0), 120.5, 1300)
            .row(null, code(1), name(1), 0, 2450.75)
            .row("2", "Dự án khởi công mới", null, 315, 85)
            .row(null, code(2), name(2), 300, 0)
            .row(null, code(3), name(3), 15, 85)
            .row("II", "Nguồn " + LAND, null, 50, 275.25)
            .row(1, code(0), name(0), 50, 200)
            .row(2, code(1), name(1), 0, 75.25)
            .row("Tổng cộng", null, null, 485.5, 4111)
            .merged("B5:C5", "B6:C6", "B9:C9", "B12:C12", "A15:C15"));
    keep(
        "nhom-gop-tu-cot-stt",
        narrow(MILLION)
            .row("A. " + BALANCE, null, null, 435.5, 3835.75)
            .row("I. Công trình của các xã", null, null, 120.5, 3750.75)
            .row(1, code(0), name(0), 120.5, 1300)
            .row(2, code(1), name(1), 0, 2450.75)
            .row("II. Công trình khác", null, null, 315, 85)
            .row(1, code(2), name(2), 300, 0)
            .row(2, code(3), name(3), 15, 85)
            .row("B. " + LAND, null, null, 50, 275.25)
            .row(1, code(0), name(0), 50, 200)
            .row(2, code(1), name(1), 0, 75.25)
            .merged("A5:C5", "A6:C6", "A9:C9", "A12:C12"));
  }
}
