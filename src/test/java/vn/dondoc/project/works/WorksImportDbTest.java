package vn.dondoc.project.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.dondoc.project.works.EditedBook.book;
import static vn.dondoc.project.works.EditedBook.cell;
import static vn.dondoc.project.works.EditedBook.put;
import static vn.dondoc.project.works.EditedBook.sheet;
import static vn.dondoc.project.works.EditedBook.told;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.project.clearance.Clearance;
import vn.dondoc.project.clearance.Clearances;
import vn.dondoc.project.contract.Acceptance;
import vn.dondoc.project.contract.Contract;
import vn.dondoc.project.contract.Contracts;
import vn.dondoc.project.contract.Terms;
import vn.dondoc.project.milestone.Milestone;
import vn.dondoc.project.milestone.Milestones;
import vn.dondoc.project.milestone.Saying;
import vn.dondoc.project.works.WorksRow.Kind;

/** Milestones, contracts and sites go out to Excel and come back as they went, or as edited. */
class WorksImportDbTest {
  private static final long BILLION = 1_000_000_000L;
  private static final LocalDate DUE = LocalDate.of(2020, 8, 30);
  private static final String MILESTONES = "Các mốc";
  private static final String CONTRACTS = "Hợp đồng";
  private static final String SITES = "Giải phóng mặt bằng";
  private static ProjectWorld world;

  @BeforeAll
  static void start() {
    world = ProjectWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** An invented project of the board's with one milestone, one contract, one site. */
  private static long furnished(String code) {
    long id = world.register(world.facts("Công trình mẫu " + code, code, "huyện Chi Lăng"), null);
    Acting.as(
        world.board(),
        () -> {
          milestones()
              .say(id, new Saying("khoi-cong", "", 0, Saying.Kind.DUE, DUE, "01/KH mẫu", null));
          long contract = world.door(Contracts.class).sign(id, "01/HĐ-" + code, terms(9, null));
          world
              .door(Contracts.class)
              .accept(
                  id,
                  contract,
                  new Acceptance.Content("01/NT", LocalDate.of(2020, 7, 1), 3 * BILLION, null));
          world
              .door(Clearances.class)
              .open(id, world.unit("huyện Chi Lăng"), "Km0 – Km5", site(20, "hai dòng\r\nchữ mẫu"));
        });
    return id;
  }

  private static Terms terms(long billions, @Nullable String tax) {
    return new Terms(
        "thi-cong",
        "Gói thầu mẫu 01",
        "Công ty xây dựng mẫu Một",
        tax,
        billions * BILLION,
        LocalDate.of(2020, 4, 20),
        null,
        LocalDate.of(2020, 12, 31));
  }

  private static Clearance.State site(int paid, String words) {
    return new Clearance.State(
        "chi-tra",
        new Clearance.Area(85_000, 40_000),
        new Clearance.Households(46, paid, 10),
        new Clearance.Money(18 * BILLION, 11 * BILLION),
        new Clearance.Blocker("gia-dat-cham", words),
        world.body("UBND huyện Chi Lăng"),
        LocalDate.of(2020, 9, 30));
  }

  private static Milestones milestones() {
    return world.door(Milestones.class);
  }

  private static Milestone begun(long id) {
    return Acting.call(world.planning(), () -> milestones().of(id)).getFirst();
  }

  private static List<Contract> contracts(long id) {
    return Acting.call(world.planning(), () -> world.door(Contracts.class).of(id));
  }

  private static List<Clearance> sites(long id) {
    return Acting.call(world.planning(), () -> world.door(Clearances.class).of(id));
  }

  private static List<WorksRow> preview(Actor actor, List<WorksBook.Table> tables) {
    return Acting.call(actor, () -> world.door(WorksImport.class).preview(tables));
  }

  private static int write(
      Actor actor, List<WorksBook.Table> tables, Map<Integer, String> answers) {
    return Acting.call(actor, () -> world.door(WorksImport.class).write(tables, answers));
  }

  private static Refusal refused(Actor actor, List<WorksBook.Table> tables) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> preview(actor, tables));
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal;
  }

  @Test
  void fileAsItWentOutChangesNothing() {
    long id = furnished("KEM-A1");
    List<WorksBook.Table> tables = sheet(world, world.board(), "KEM-A1", book -> {});
    assertThat(preview(world.board(), tables))
        .extracting(WorksRow::kind)
        .containsExactly(Kind.SAME, Kind.SAME, Kind.SAME);
    assertThat(write(world.board(), tables, Map.of())).isZero();
    assertThat(begun(id).step()).isEqualTo(1);
  }

  @Test
  void editedAndNewRowsOfAllThreeListsAreWrittenThroughTheirDoorsAndTwiceChangesNothing() {
    long id = furnished("KEM-B1");
    Consumer<XSSFWorkbook> edit =
        book -> {
          put(book, MILESTONES, 0, "Hạn", "15/09/2020", "Lý do dời hạn, ghi lại", "chờ mặt bằng");
          put(book, MILESTONES, 1, "Mã dự án", "KEM-B1", "Mốc", "Ký hợp đồng");
          put(book, MILESTONES, 1, "Hạn", "20/04/2020", "Ngày xong", "25/04/2020");
          cell(book, CONTRACTS, 0, "Giá trị hợp đồng (đồng)").setCellValue(10.5 * BILLION);
          put(book, CONTRACTS, 0, "Phụ lục, lý do sửa", "Phụ lục 01 mẫu");
          put(book, CONTRACTS, 1, "Mã dự án", "KEM-B1", "Hợp đồng số", "02/HĐ-KEM-B1");
          put(book, CONTRACTS, 1, "Loại hợp đồng", "Thi công xây dựng", "Gói thầu", "Gói mẫu 02");
          put(book, CONTRACTS, 1, "Nhà thầu", "Công ty mẫu Hai", "Mã số thuế", "0100000000");
          put(book, CONTRACTS, 1, "Giá trị hợp đồng (đồng)", "1.250.000.000");
          put(book, CONTRACTS, 1, "Ngày ký", "1/8/2020", "Ngày phải hoàn thành", "1/12/2020");
          cell(book, SITES, 0, "Số hộ đã nhận tiền").setCellValue(30);
          put(book, SITES, 1, "Mã dự án", "KEM-B1", "Địa bàn", "xã Y Tịch");
          put(book, SITES, 1, "Bước", "Chi trả", "Cơ quan chịu trách nhiệm", "UBND huyện Chi Lăng");
        };
    List<WorksBook.Table> tables = sheet(world, world.board(), "KEM-B1", edit);
    assertThat(preview(world.board(), tables))
        .extracting(WorksRow::kind)
        .containsExactly(Kind.CHANGED, Kind.NEW, Kind.CHANGED, Kind.NEW, Kind.CHANGED, Kind.NEW);
    assertThat(begun(id).dueOn()).as("a preview writes nothing").isEqualTo(DUE);
    assertThat(write(world.board(), tables, Map.of())).isEqualTo(6);
    Milestone signed = begun(id);
    assertThat(signed.state()).isEqualTo(Milestone.State.DONE_LATE);
    List<Milestone> marks = Acting.call(world.planning(), () -> milestones().of(id));
    assertThat(marks).extracting(Milestone::dueOn).contains(LocalDate.of(2020, 9, 15));
    assertThat(marks).extracting(Milestone::moved).containsExactly(0, 1);
    assertThat(contracts(id))
        .extracting(one -> one.terms().valueVnd())
        .containsExactly(10_500_000_000L, 1_250_000_000L);
    assertThat(contracts(id).getLast().terms().taxCode()).isEqualTo("0100000000");
    assertThat(sites(id)).extracting(one -> one.state().households().paid()).containsExactly(30, 0);
    assertThat(audited(id))
        .contains(
            "project.milestone",
            "project.amend_contract",
            "project.contract",
            "project.clearance",
            "project.open_clearance");
    assertThat(write(world.board(), tables, Map.of())).as("the same file again").isZero();
  }

  private static List<@Nullable String> audited(long id) {
    return world
        .owner()
        .sql("select distinct act from audit.entry where subject_id = :id")
        .param("id", Long.toString(id))
        .query(String.class)
        .list();
  }

  @Test
  void rowThatSomebodyChangedMeanwhileWaitsForAnAnswer() {
    long id = furnished("KEM-C1");
    List<WorksBook.Table> tables =
        sheet(
            world,
            world.board(),
            "KEM-C1",
            book ->
                put(
                    book,
                    MILESTONES,
                    0,
                    "Hạn",
                    "15/09/2020",
                    "Lý do dời hạn, ghi lại",
                    "mưa lũ mẫu"));
    Acting.as(
        world.planning(),
        () ->
            milestones()
                .say(
                    id,
                    new Saying(
                        "khoi-cong",
                        "",
                        1,
                        Saying.Kind.DUE,
                        DUE.plusDays(1),
                        null,
                        "điều chỉnh mẫu")));
    WorksRow row = preview(world.board(), tables).getFirst();
    assertThat(row.kind()).isEqualTo(Kind.CONFLICT);
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> write(world.board(), tables, Map.of()));
    assertThat(told(refusal)).singleElement().asString().contains("Các mốc!").contains("Khởi công");
    int number = row.line().number();
    assertThat(write(world.board(), tables, Map.of(number, "theirs"))).isZero();
    assertThat(begun(id).dueOn()).isEqualTo(DUE.plusDays(1));
    assertThat(write(world.board(), tables, Map.of(number, "mine"))).isEqualTo(1);
    assertThat(begun(id).dueOn()).isEqualTo(LocalDate.of(2020, 9, 15));
  }

  @Test
  void everyFaultIsToldAtItsCellWithWhatWasReadAndNothingIsWritten() {
    long id = furnished("KEM-D1");
    Consumer<XSSFWorkbook> edit =
        book -> {
          put(book, MILESTONES, 0, "Hạn", "15/09/2020");
          put(book, MILESTONES, 1, "Mã dự án", "KHONG-CO", "Mốc", "Mở thầu", "Hạn", "1/9/2020");
          put(book, MILESTONES, 2, "Mã dự án", "KEM-D1", "Mốc", "Mốc lạ", "Hạn", "31/02/2020");
          put(book, MILESTONES, 3, "Mã dự án", "KEM-D1", "Mốc", "Mở thầu");
          put(book, MILESTONES, 4, "Mã dự án", "KEM-D1", "Mốc", "Ký hợp đồng", "Hạn", "1/9/2020");
          put(book, MILESTONES, 5, "Mã dự án", "KEM-D1", "Mốc", "Ký hợp đồng", "Hạn", "2/9/2020");
          put(book, MILESTONES, 6, "Mốc", "Mở thầu", "Hạn", "1/9/2020");
          cell(book, CONTRACTS, 0, "Giá trị hợp đồng (đồng)").setCellValue(2.0 * BILLION);
          put(book, CONTRACTS, 0, "Phụ lục, lý do sửa", "giảm khối lượng mẫu");
          put(
              book,
              CONTRACTS,
              1,
              "Mã dự án",
              "KEM-D1",
              "Hợp đồng số",
              "03/HĐ",
              "Ngày ký",
              "1/8/2020");
          put(
              book,
              CONTRACTS,
              1,
              "Giá trị hợp đồng (đồng)",
              "-5",
              "Loại hợp đồng",
              "Thi công xây dựng");
          put(book, CONTRACTS, 1, "Gói thầu", "Gói mẫu", "Nhà thầu", "Công ty mẫu");
          put(book, CONTRACTS, 1, "Ngày phải hoàn thành", "1/1/2020");
          cell(book, SITES, 0, "Diện tích phải thu hồi (m²)").setCellValue(234.567);
          put(book, SITES, 0, "Địa bàn", "huyện Hữu Lũng");
          put(book, SITES, 1, "Mã dự án", "KEM-D1", "Địa bàn", "huyện Hữu Lũng", "Bước", "Chi trả");
          put(book, SITES, 1, "Cơ quan chịu trách nhiệm", "Ban không có");
          put(book, SITES, 1, "Tiền được duyệt (đồng)", "12345678901234567");
          put(book, SITES, 2, "Mã dự án", "KEM-D1", "Địa bàn", "xã Không Có", "Bước", "Chi trả");
          put(book, SITES, 2, "Cơ quan chịu trách nhiệm", "UBND huyện Chi Lăng");
        };
    List<String> told = told(refused(world.board(), sheet(world, world.board(), "KEM-D1", edit)));
    assertThat(told.toString())
        .contains("Các mốc!C5: không có dự án “KHONG-CO”")
        .contains("“Mốc lạ”")
        .contains("31/02/2020")
        .contains("Các mốc!G7: Dòng chưa ghi hạn")
        .contains("Các mốc!A9: trùng", "Các mốc!A8")
        .contains("Các mốc!C10: chưa ghi dự án")
        .contains("Các mốc!J4: Chưa ghi lý do")
        .contains("vượt giá trị hợp đồng")
        .contains("“-5”")
        .contains("“234,567”")
        .contains("Sổ ghi “huyện Chi Lăng”")
        .contains("“huyện Hữu Lũng” không thuộc địa bàn")
        .contains("Ban không có")
        .contains("12345678901234567")
        .contains("xã Không Có");
    assertThat(told).allMatch(one -> one.matches("(?s).*(mốc|đồng|bằng)![A-Z]+\\d+.*"));
    assertThat(begun(id).step()).isEqualTo(1);
    assertThat(contracts(id)).hasSize(1);
    assertThat(sites(id)).hasSize(1);
  }

  @Test
  void whatExcelMadeOfACellIsToldNotGuessed() {
    furnished("KEM-E1");
    Consumer<XSSFWorkbook> edit =
        book -> {
          Cell number = cell(book, CONTRACTS, 0, "Hợp đồng số");
          number.setCellValue(LocalDate.of(2020, 5, 1));
          var style = book.createCellStyle();
          style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
          number.setCellStyle(style);
          cell(book, SITES, 0, "Số hộ đã nhận tiền").setCellFormula("1/0");
          put(book, MILESTONES, 0, "Hạn", "");
          book.createSheet("Ghi chú mẫu").createRow(0).createCell(0).setCellValue("nháp");
        };
    WorksBook book = book(world, world.board(), "KEM-E1", edit);
    assertThat(book.unread()).containsExactly("Ghi chú mẫu");
    assertThat(told(refused(world.board(), book.tables())).toString())
        .contains("Excel đã đổi ô này thành ngày 01/05/2020")
        .contains("Hạn đã ghi là 30/08/2020")
        .contains("Giải phóng mặt bằng!");
  }

  @Test
  void sheetWithoutOneOfItsColumnsIsRefusedByName() {
    furnished("KEM-F1");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                book(
                    world,
                    world.board(),
                    "KEM-F1",
                    book ->
                        cell(book, CONTRACTS, 0, "Nhà thầu")
                            .getSheet()
                            .getRow(2)
                            .getCell(8)
                            .setCellValue("x")));
    assertThat(told(refusal)).singleElement().asString().contains("Hợp đồng").contains("Nhà thầu");
  }

  @Test
  void othersProjectsAreRefusedAndKeepAllFromBeingWrittenButADistrictSaysItsSites() {
    long id = furnished("KEM-G1");
    List<WorksBook.Table> both =
        sheet(
            world,
            world.district(),
            "KEM-G1",
            book -> {
              put(book, MILESTONES, 0, "Hạn", "15/09/2020", "Lý do dời hạn, ghi lại", "mẫu");
              cell(book, SITES, 0, "Số hộ đã nhận tiền").setCellValue(25);
            });
    assertThat(told(refused(world.district(), both)))
        .singleElement()
        .asString()
        .contains("Các mốc!A4")
        .contains("Công trình mẫu KEM-G1");
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> write(world.district(), both, Map.of()));
    assertThat(refusal.getMessage()).contains("not_yours");
    assertThat(sites(id).getFirst().state().households().paid()).isEqualTo(20);
    List<WorksBook.Table> own =
        sheet(
            world,
            world.district(),
            "KEM-G1",
            book -> cell(book, SITES, 0, "Số hộ đã nhận tiền").setCellValue(25));
    assertThat(write(world.district(), own, Map.of())).isEqualTo(1);
    assertThat(sites(id).getFirst().state().households().paid()).isEqualTo(25);
    List<WorksBook.Table> unseen = sheet(world, world.board(), "KEM-G1", book -> {});
    assertThat(told(refused(world.department(), unseen)).toString()).contains("không có dự án");
  }

  @Test
  void moreChangesThanOnePersonCanLookThroughAreRefused() {
    furnished("KEM-H1");
    Consumer<XSSFWorkbook> edit =
        book -> {
          for (int n = 1; n <= WorksImport.MOST_CHANGES + 1; n++) {
            put(book, MILESTONES, n, "Mã dự án", "KEM-H1", "Mốc", "Mở thầu");
            put(book, MILESTONES, n, "Gói thầu, đoạn", "Gói " + n, "Hạn", "1/9/2020");
          }
        };
    assertThat(told(refused(world.board(), sheet(world, world.board(), "KEM-H1", edit))))
        .singleElement()
        .asString()
        .contains("1.001")
        .contains("1.000");
  }
}
