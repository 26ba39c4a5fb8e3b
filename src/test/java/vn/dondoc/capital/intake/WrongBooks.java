package vn.dondoc.capital.intake;

import static vn.dondoc.capital.intake.UglyBooks.BALANCE;
import static vn.dondoc.capital.intake.UglyBooks.LAND;
import static vn.dondoc.capital.intake.UglyBooks.MILLION;
import static vn.dondoc.capital.intake.UglyBooks.TITLE;
import static vn.dondoc.capital.intake.UglyBooks.code;
import static vn.dondoc.capital.intake.UglyBooks.headed;
import static vn.dondoc.capital.intake.UglyBooks.name;
import static vn.dondoc.capital.intake.UglyBooks.narrow;
import static vn.dondoc.capital.intake.UglyBooks.rows;
import static vn.dondoc.capital.intake.UglyBooks.titled;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workbooks that cannot be taken as they are, each with what is to be said about it. */
final class WrongBooks {
  private WrongBooks() {}

  /**
   * Những bảng phải từ chối.
   *
   * @param book the workbook
   * @param told what the sentence says, its cell among it
   */
  record Bad(byte[] book, String... told) {}

  static Map<String, Bad> all() {
    Map<String, Bad> bad = new LinkedHashMap<>();
    sums(bad);
    cells(bad);
    headings(bad);
    projects(bad);
    return bad;
  }

  private static void sums(Map<String, Bad> bad) {
    bad.put(
        "dong-cong-lech",
        new Bad(
            rows(titled(headed(MILLION)), 1)
                .row("Tổng cộng", null, null, null, 485.5, 4211)
                .bytes(),
            "Biểu 01!F11",
            "4.211.000.000 đồng",
            "4.111.000.000 đồng",
            "chênh 100.000.000 đồng"));
    bad.put(
        "dong-cong-o-tren-lech",
        new Bad(
            rows(titled(headed(MILLION)).row("TỔNG CỘNG", null, null, null, 485.5, 4211), 1)
                .bytes(),
            "Biểu 01!F5: dòng cộng “TỔNG CỘNG” ghi",
            "chênh 100.000.000 đồng"));
    bad.put(
        "dong-cong-ghi-sau-so-tien",
        new Bad(
            rows(titled(headed(MILLION)), 1)
                .row(null, null, null, null, 485.5, 4211, "Tổng cộng")
                .bytes(),
            "Biểu 01!F11: dòng cộng “Tổng cộng” ghi",
            "chênh 100.000.000 đồng"));
    bad.put(
        "chu-giua-hai-dong",
        new Bad(
            titled(headed(MILLION))
                .row(1, code(0), name(0), BALANCE, 120.5, 1300)
                .row(null, null, name(2), BALANCE, "300 hay 310", 0)
                .row(2, code(1), name(1), BALANCE, 0, 2450.75)
                .bytes(),
            "Biểu 01!E6",
            "không phải số tiền"));
    bad.put(
        "nhom-lech",
        new Bad(
            narrow(MILLION)
                .row("I", null, BALANCE, 421, 1300)
                .row(1, code(0), name(0), 120.5, 1300)
                .row(2, code(2), name(2), 300, 0)
                .bytes(),
            "Biểu 01!D5",
            "các dòng 6 đến 7",
            "chênh 500.000 đồng"));
  }

  private static void cells(Map<String, Bad> bad) {
    bad.put("so-bang-chu", one("một trăm hai mươi", 1300, "Biểu 01!E5", "không phải số tiền"));
    bad.put("cong-thuc-loi", one("=1/0", 1300, "Biểu 01!E5", "công thức lỗi"));
    bad.put("doc-hai-cach", one("1.300", 5, "Biểu 01!E5", "hàng nghìn hoặc số lẻ"));
    bad.put("la-ty-le", one("14%", 5, "Biểu 01!E5", "là tỷ lệ"));
    bad.put("la-ngay", one(IntakeWorld.JULY, 5, "Biểu 01!E5", "là ngày"));
    bad.put("so-am", one(-5, 5, "Biểu 01!E5", "số âm"));
    bad.put("sai-don-vi", one(120_500_000, 5, "Biểu 01!E5", "sai đơn vị tính"));
    bad.put(
        "le-duoi-mot-dong",
        new Bad(
            titled(headed("ĐVT: đồng")).row(1, code(0), name(0), BALANCE, 120.5, 1300).bytes(),
            "Biểu 01!E5",
            "phần lẻ dưới một đồng"));
    bad.put(
        "mot-du-an-hai-dong",
        new Bad(
            titled(headed(MILLION))
                .row(1, code(0), name(0), BALANCE, 120.5, 1300)
                .row(2, code(0), name(0), BALANCE, 1, 1)
                .bytes(),
            "Biểu 01!E6",
            "đã có ở ô Biểu 01!E5"));
    bad.put(
        "ngay-chot-khac",
        new Bad(
            rows(
                    titled(
                        new TableBook()
                            .row(TITLE)
                            .row("Đến hết ngày 30 tháng 6 năm 2020")
                            .row(MILLION)),
                    1)
                .bytes(),
            "Biểu 01!A2",
            "30/06/2020",
            "31/07/2020"));
  }

  private static void headings(Map<String, Bad> bad) {
    bad.put(
        "nhom-la-nguon-cua-nam-khac",
        new Bad(
            narrow(MILLION)
                .row("I", null, "Cân đối ngân sách địa phương 2019")
                .row(1, code(2), name(2), 120.5, 1300)
                .bytes(),
            "Biểu 01!D6",
            "(Biểu 01!C5)",
            "nhóm vốn của năm khác"));
    bad.put(
        "nhom-la-nguon-chua-phan-bo",
        new Bad(
            narrow(MILLION).row("Nguồn vốn " + LAND).row(1, code(3), name(3), 120.5, 1300).bytes(),
            "Biểu 01!D6",
            "(Biểu 01!A5)",
            "chưa được phân bổ vốn"));
  }

  private static void projects(Map<String, Bad> bad) {
    bad.put(
        "nguon-cua-nam-khac",
        new Bad(
            titled(headed(MILLION)).row(1, code(0), name(0), "CD-2019", 120.5, 1300).bytes(),
            "Biểu 01!E5",
            "nhóm vốn của năm khác"));
    bad.put(
        "chua-phan-bo-nguon-nay",
        new Bad(
            titled(headed(MILLION)).row(1, code(3), name(3), LAND, 120.5, 1300).bytes(),
            "Biểu 01!E5",
            "chưa được phân bổ vốn"));
    bad.put(
        "nhom-khong-co-dong",
        new Bad(
            narrow(MILLION).row("I", null, name(0), 120.5, 1300).bytes(),
            "Biểu 01!C5",
            "không có dự án nào bên dưới"));
    bad.put(
        "tong-khong-bang-hai-phan",
        new Bad(
            headed(MILLION)
                .row("STT", "Mã dự án", "Nguồn vốn", "Tạm ứng", "KLHT", "Tổng giải ngân")
                .row(1, code(0), BALANCE, 120.5, 1300, 1430.5)
                .bytes(),
            "Biểu 01!D5",
            "chênh 10.000.000 đồng"));
    bad.put(
        "tien-khong-chu",
        new Bad(
            titled(headed(MILLION))
                .row(1, code(0), name(0), BALANCE, 120.5, 1300)
                .row(2, null, null, BALANCE, 7, 0)
                .bytes(),
            "Biểu 01!E6",
            "không có tên hay mã dự án"));
    bad.put(
        "hai-ma-hai-du-an",
        new Bad(
            headed(MILLION)
                .row("STT", "Mã dự án", "Mã QHNS", "Nguồn vốn", "Tạm ứng", "KLHT")
                .row(1, code(0), 7000002, BALANCE, 120.5, 1300)
                .bytes(),
            "Biểu 01!E5",
            "hai dự án khác nhau"));
  }

  private static Bad one(@Nullable Object advance, @Nullable Object paid, String... told) {
    return new Bad(
        titled(headed(MILLION)).row(1, code(0), name(0), BALANCE, advance, paid).bytes(), told);
  }
}
