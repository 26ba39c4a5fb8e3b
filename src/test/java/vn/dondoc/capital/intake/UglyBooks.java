package vn.dondoc.capital.intake;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same six figures in as many dresses as offices give them: by the local balance project 1 has
 * 120,5 advanced and 1.300 paid, 2 has 2.450,75 paid, 3 has 300 advanced, 4 has 15 and 85; by land
 * use 1 has 50 and 200, 2 has 75,25 paid; in triệu đồng.
 */
final class UglyBooks {
  static final String TITLE = "TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG";
  static final String UNTIL = "Đến hết ngày 31/7/2020";
  static final String MILLION = "ĐVT: triệu đồng";
  static final String BALANCE = "Cân đối ngân sách địa phương";
  static final String LAND = "Thu tiền sử dụng đất";
  private static final double[][] BY_BALANCE = {{120.5, 1300}, {0, 2450.75}, {300, 0}, {15, 85}};
  private static final double[][] BY_LAND = {{50, 200}, {0, 75.25}};

  private final Map<String, byte[]> books = new LinkedHashMap<>();

  static Map<String, byte[]> good() {
    UglyBooks ugly = new UglyBooks();
    ugly.plain();
    ugly.headers();
    ugly.groups();
    ugly.totals();
    ugly.numbers();
    ugly.units();
    ugly.names();
    ugly.pools();
    Map<String, byte[]> all = new LinkedHashMap<>(ugly.books);
    all.putAll(SurroundedBooks.all());
    return all;
  }

  private void keep(String name, TableBook book) {
    books.put(name, book.bytes());
  }

  static String name(int at) {
    return IntakeWorld.NAMES.get(at);
  }

  static String code(int at) {
    return "DA-000" + (at + 1);
  }

  static TableBook headed(@Nullable String unit) {
    return new TableBook().row(TITLE).row(UNTIL).row(null, null, null, null, unit);
  }

  /** Rows with a column of sources. */
  static TableBook rows(TableBook book, double factor) {
    int ordinal = 0;
    for (int at = 0; at < BY_BALANCE.length; at++) {
      double[] two = BY_BALANCE[at];
      book.row(++ordinal, code(at), name(at), BALANCE, two[0] * factor, two[1] * factor);
    }
    for (int at = 0; at < BY_LAND.length; at++) {
      double[] two = BY_LAND[at];
      book.row(++ordinal, code(at), name(at), LAND, two[0] * factor, two[1] * factor);
    }
    return book;
  }

  static TableBook titled(TableBook book) {
    return book.row(
        "STT", "Mã dự án", "Tên dự án", "Nguồn vốn", "Tạm ứng", "Khối lượng hoàn thành");
  }

  private void plain() {
    keep("mot-dong-tieu-de", rows(titled(headed(MILLION)), 1));
    keep("so-la-cong-thuc", formulas());
    keep(
        "gach-ngang-la-khong",
        titled(headed(MILLION))
            .row(1, code(0), name(0), BALANCE, 120.5, 1300)
            .row(2, code(1), name(1), BALANCE, "-", 2450.75)
            .row(3, code(2), name(2), BALANCE, 300, "–")
            .row(4, code(3), name(3), BALANCE, 15, 85)
            .row(5, code(0), name(0), LAND, 50, 200)
            .row(6, code(1), name(1), LAND, "", 75.25));
  }

  private static TableBook formulas() {
    TableBook book = titled(headed(MILLION));
    return book.row(1, code(0), name(0), BALANCE, "=100+20.5", "=1000+300")
        .row(2, code(1), name(1), BALANCE, 0, "=2450+0.75")
        .row(3, code(2), name(2), BALANCE, "=3*100", 0)
        .row(4, code(3), name(3), BALANCE, 15, "=170/2")
        .row(5, code(0), name(0), LAND, 50, 200)
        .row(6, code(1), name(1), LAND, 0, 75.25)
        .row(null, null, "Tổng cộng", null, "=SUM(E5:E10)", "=SUM(F5:F10)");
  }

  private void headers() {
    keep(
        "tieu-de-gop-hai-dong",
        rows(
            headed(MILLION)
                .row("STT", "Mã dự án", "Tên dự án", "Nguồn vốn", "Giải ngân lũy kế", null)
                .row(null, null, null, null, "Tạm ứng chưa thu hồi", "Khối lượng hoàn thành")
                .merged("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4"),
            1));
    keep(
        "tieu-de-gop-ba-dong-co-so-cot",
        rows(
            headed(MILLION)
                .row("TT", "Mã DA", "Danh mục dự án", "Nguồn vốn", "Lũy kế giải ngân từ đầu năm")
                .row(null, null, null, null, "Trong đó")
                .row(null, null, null, null, "Tạm ứng", "Thanh toán KLHT")
                .row("(1)", "(2)", "(3)", "(4)", "(5)", "(6)=(5)+…")
                .merged("A4:A6", "B4:B6", "C4:C6", "D4:D6", "E4:F4", "E5:F5"),
            1));
    keep(
        "tieu-de-chong-khong-gop",
        rows(
            headed(MILLION)
                .row("STT", "Mã dự án", "Tên dự án", "Nguồn vốn", "Giải ngân", null)
                .row(null, null, null, null, "Tạm ứng", "Khối lượng hoàn thành"),
            1));
    keep(
        "tieu-de-chu-hoa-xuong-dong",
        rows(
            headed(MILLION)
                .row(
                    "Số\nTT",
                    "MÃ\nDỰ ÁN",
                    "TÊN DỰ ÁN,\nCÔNG TRÌNH",
                    "NGUỒN\nVỐN",
                    "TẠM ỨNG\nCHƯA THU HỒI",
                    "THANH TOÁN\nKLHT"),
            1));
    keep(
        "dong-so-cot-chu-va-so",
        rows(titled(headed(MILLION)).row("A", "B", "C", "D", "1", "2"), 1));
  }

  private static TableBook grouped(TableBook book) {
    book.row("I", null, "Nguồn " + BALANCE, 435.5, 3835.75);
    for (int at = 0; at < BY_BALANCE.length; at++) {
      book.row(at + 1, code(at), name(at), BY_BALANCE[at][0], BY_BALANCE[at][1]);
    }
    book.row("II", null, "Nguồn " + LAND, 50, 275.25);
    for (int at = 0; at < BY_LAND.length; at++) {
      book.row(at + 1, code(at), name(at), BY_LAND[at][0], BY_LAND[at][1]);
    }
    return book;
  }

  static TableBook narrow(String unit) {
    return headed(unit).row("STT", "Mã dự án", "Tên dự án", "Tạm ứng", "Khối lượng hoàn thành");
  }

  private void groups() {
    keep("nhom-la-ma-la-nguon", grouped(narrow(MILLION)));
    keep(
        "nhom-chu-cai-va-la-ma",
        narrow(MILLION)
            .row("A", null, BALANCE, 435.5, 3835.75)
            .row("I", null, "Dự án chuyển tiếp", 120.5, 3750.75)
            .row(1, code(0), name(0), 120.5, 1300)
            .row(2, code(1), name(1), 0, 2450.75)
            .row("II", null, "Dự án khởi công mới", 315, 85)
            .row(1, code(2), name(2), 300, 0)
            .row(2, code(3), name(3), 15, 85)
            .row("B", null, LAND, 50, 275.25)
            .row("I", null, "Dự án chuyển tiếp", 50, 275.25)
            .row(1, code(0), name(0), 50, 200)
            .row(2, code(1), name(1), 0, 75.25));
    keep(
        "nhom-chu-dau-tu-khong-ma",
        headed(MILLION)
            .row("STT", "Tên dự án", "Nguồn vốn", "Tạm ứng", "Khối lượng hoàn thành")
            .row("I", "Ban QLDA mẫu 01")
            .row(1, name(0), BALANCE, 120.5, 1300)
            .row(2, name(1), BALANCE, 0, 2450.75)
            .row(3, name(2), BALANCE, 300, 0)
            .row(4, name(0), LAND, 50, 200)
            .row(5, name(1), LAND, 0, 75.25)
            .row("II", "Ban QLDA mẫu 02")
            .row(1, name(3), BALANCE, 15, 85));
    keep(
        "nhom-khong-danh-so",
        narrow(MILLION)
            .row(null, null, "Nguồn vốn " + BALANCE + ":", 435.5, 3835.75)
            .row(1, code(0), name(0), 120.5, 1300)
            .row(2, code(1), name(1), 0, 2450.75)
            .row(3, code(2), name(2), 300, 0)
            .row(4, code(3), name(3), 15, 85)
            .row(null, null, "Nguồn vốn " + LAND + ":", 50, 275.25)
            .row(5, code(0), name(0), 50, 200)
            .row(6, code(1), name(1), 0, 75.25));
  }

  private void totals() {
    keep(
        "tong-cong-o-tren",
        rows(
            titled(headed(MILLION)).row("TỔNG CỘNG", null, null, null, 485.5, 4111).merged("A5:D5"),
            1));
    keep(
        "cong-duoi-tung-nhom",
        narrow(MILLION)
            .row("I", null, BALANCE)
            .row(1, code(0), name(0), 120.5, 1300)
            .row(2, code(1), name(1), 0, 2450.75)
            .row(3, code(2), name(2), 300, 0)
            .row(4, code(3), name(3), 15, 85)
            .row(null, null, "Cộng", 435.5, 3835.75)
            .row("II", null, LAND)
            .row(1, code(0), name(0), 50, 200)
            .row(2, code(1), name(1), 0, 75.25)
            .row(null, null, "Cộng", 50, 275.25)
            .row(null, null, "Tổng số", 485.5, 4111));
    keep(
        "dong-cong-lam-tron",
        rows(titled(headed(MILLION)), 1).row("Tổng cộng", null, null, null, 485.5, 4111.01));
  }

  private void numbers() {
    keep("so-la-chu-viet", texts("120,5", "1.300,00", "2.450,75", "300", "1.234,0"));
    keep("so-la-chu-anh", texts("120.5", "1,300.00", "2,450.75", "300", "1,234.0"));
    keep("so-la-chu-cach", texts("120,5", "1 300,0", "2\u00a0450,75", "300", "9 999,0"));
    keep(
        "so-la-chu-co-don-vi",
        texts("120,5 triệu", "1.300,0 trđ", "2,45075 tỷ", "300 triệu đồng", "1 tỷ"));
    keep(
        "so-la-chu-co-nhay",
        titled(headed("ĐVT: đồng"))
            .row(1, code(0), name(0), BALANCE, "'120500000", "1.300.000.000")
            .row(2, code(1), name(1), BALANCE, "0", "2.450.750.000 đ")
            .row(3, code(2), name(2), BALANCE, "300.000.000", "")
            .row(4, code(3), name(3), BALANCE, "15.000.000", "85.000.000")
            .row(5, code(0), name(0), LAND, "50000000", "200000000")
            .row(6, code(1), name(1), LAND, null, "75.250.000"));
  }

  /** Numbers typed as text; the last stands outside the columns that are read. */
  private static TableBook texts(
      String first, String second, String third, String fourth, String telling) {
    return titled(headed(MILLION))
        .row(1, code(0), name(0), BALANCE, first, second, telling)
        .row(2, code(1), name(1), BALANCE, "0", third)
        .row(3, code(2), name(2), BALANCE, fourth, "0")
        .row(4, code(3), name(3), BALANCE, "15", "85")
        .row(5, code(0), name(0), LAND, "50", "200")
        .row(6, code(1), name(1), LAND, "0", 75.25);
  }

  private void units() {
    keep("don-vi-dong", rows(titled(headed("Đơn vị tính: Đồng")), 1_000_000));
    keep("don-vi-ty", rows(titled(headed("Đơn vị: tỷ đồng")), 0.001));
    keep("don-vi-nghin", rows(titled(headed("ĐVT: 1.000 đồng")), 1_000));
    keep(
        "don-vi-trong-tieu-de-cot",
        rows(
            headed(null)
                .row(
                    "STT",
                    "Mã dự án",
                    "Tên dự án",
                    "Nguồn vốn",
                    "Tạm ứng (triệu đồng)",
                    "Khối lượng hoàn thành (triệu đồng)"),
            1));
  }

  private void names() {
    keep(
        "ma-qhns-la-so",
        headed(MILLION)
            .row("STT", "Mã số QHNS", "Dự án", "Nguồn vốn", "Tạm ứng", "Khối lượng hoàn thành")
            .row(1, 7000001, "Đường mẫu 1", BALANCE, 120.5, 1300)
            .row(2, 7000002, "Trường 2", BALANCE, 0, 2450.75)
            .row(3, 7000003, "Nước 3", BALANCE, 300, 0)
            .row(4, 7000004, "Trạm 4", BALANCE, 15, 85)
            .row(5, 7000001, "Đường mẫu 1", LAND, 50, 200)
            .row(6, 7000002, "Trường 2", LAND, 0, 75.25));
    keep("ten-chu-hoa-to-hop-roi", owned(text -> decomposed(text.toUpperCase(Locale.ROOT))));
    keep("ten-thua-dau-cach", owned(text -> "  " + text.replace(" ", "   ") + " "));
  }

  private interface Spelling {
    String of(String text);
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  private static TableBook owned(Spelling spelling) {
    String first = "Ban QLDA mẫu 01";
    return headed(MILLION)
        .row("STT", "Tên dự án", "Chủ đầu tư", "Nguồn vốn", "Tạm ứng", "Khối lượng hoàn thành")
        .row(1, spelling.of(name(0)), first, BALANCE, 120.5, 1300)
        .row(2, spelling.of(name(1)), first, BALANCE, 0, 2450.75)
        .row(3, spelling.of(name(2)), first, BALANCE, 300, 0)
        .row(4, spelling.of(name(3)), "Ban QLDA mẫu 02", BALANCE, 15, 85)
        .row(5, spelling.of(name(0)), first, LAND, 50, 200)
        .row(6, spelling.of(name(1)), first, LAND, 0, 75.25);
  }

  private void pools() {
    keep(
        "nguon-la-nhom-cot",
        headed(MILLION)
            .row("STT", "Mã dự án", "Tên dự án", BALANCE, null, LAND, null)
            .row(null, null, null, "Tạm ứng", "KLHT", "Tạm ứng", "KLHT")
            .merged("A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4")
            .row(1, code(0), name(0), 120.5, 1300, 50, 200)
            .row(2, code(1), name(1), 0, 2450.75, 0, 75.25)
            .row(3, code(2), name(2), 300, 0, null, null)
            .row(4, code(3), name(3), 15, 85, null, null));
    keep(
        "ten-du-an-gop-doc-hai-nguon",
        titled(headed(MILLION))
            .row(1, code(0), name(0), BALANCE, 120.5, 1300)
            .row(null, null, null, LAND, 50, 200)
            .row(2, code(1), name(1), BALANCE, 0, 2450.75)
            .row(null, null, null, LAND, 0, 75.25)
            .row(3, code(2), name(2), BALANCE, 300, 0)
            .row(4, code(3), name(3), BALANCE, 15, 85)
            .merged("A5:A6", "B5:B6", "C5:C6", "A7:A8", "B7:B8", "C7:C8"));
    keep(
        "ma-nguon-trong-cot",
        headed(MILLION)
            .row("STT", "Mã dự án", "Tên dự án", "Mã nguồn", "Tạm ứng", "Khối lượng hoàn thành")
            .row(1, code(0), name(0), "CD-2020", 120.5, 1300)
            .row(2, code(1), name(1), "NSDP.CD", 0, 2450.75)
            .row(3, code(2), name(2), "cd-2020", 300, 0)
            .row(4, code(3), name(3), "CD-2020", 15, 85)
            .row(5, code(0), name(0), "SDD-2020", 50, 200)
            .row(6, code(1), name(1), "NSDP.SDD", 0, 75.25));
  }
}
