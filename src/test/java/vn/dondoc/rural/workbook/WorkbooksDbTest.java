package vn.dondoc.rural.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.rural.workbook.BookWorld.Y_TICH;
import static vn.dondoc.rural.workbook.BookWorld.edited;
import static vn.dondoc.rural.workbook.BookWorld.type;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.assessment.Standing;
import vn.dondoc.rural.workbook.BookPlan.State;
import vn.dondoc.rural.workbook.StagingStore.Choice;
import vn.dondoc.rural.workbook.StagingStore.Keeps;

/** A workbook goes out, is filled in and comes back: what is written, asked and left alone. */
class WorkbooksDbTest {
  private static final String VALUE = "Giá trị kỳ này";
  private static final String STATE = "Tình trạng";
  private static final String NOTE = "Ghi chú, chờ kết quả của ai";
  private static BookWorld world;
  private static Actor commune;

  @BeforeAll
  static void start() {
    world = BookWorld.start();
    commune = world.rural().commune();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void sheetSaysInWordsWhatIsAskedForAndLocksWhatIsNotTyped() {
    edited(
        world.made(commune),
        book -> {
          Sheet sheet = book.getSheet(Y_TICH);
          assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
              .isEqualTo("Biểu tự đánh giá nông thôn mới – xã Y Tịch, huyện Chi Lăng");
          assertThat(BookWorld.cell(sheet, "17.1", "Mức phải đạt").getStringCellValue())
              .contains("từ 90 % trở lên và", "Hộ dùng nước sạch: từ 50 % trở lên");
          assertThat(sheet.getProtect()).isTrue();
          assertThat(BookWorld.cell(sheet, "4.2", VALUE).getCellStyle().getLocked()).isFalse();
          assertThat(BookWorld.cell(sheet, "4.2", "Đơn vị").getCellStyle().getLocked()).isTrue();
          assertThat(sheet.isColumnHidden(8)).isTrue();
          assertThat(sheet.getDataValidations())
              .anySatisfy(rule ->
                  assertThat(rule.getValidationConstraint().getExplicitListValues())
                      .containsExactly("Đạt", "Chưa đạt"));
        });
  }

  @Test
  void whatWasFilledInIsPreviewedAndWrittenOnce() {
    byte[] sent =
        edited(
            world.made(commune),
            book -> {
              Sheet sheet = book.getSheet(Y_TICH);
              type(sheet, "4.2", VALUE, 96.5);
              type(sheet, "8.1", VALUE, "Đạt");
              type(sheet, "17.1", VALUE, "93,4");
              type(sheet, "17.1:nuoc_sach", VALUE, 46.2);
              type(sheet, "15.1", STATE, "Chờ kết quả");
              type(sheet, "15.1", NOTE, "BHXH huyện");
            });
    long id = world.stage(commune, sent);
    BookPlan plan = world.plan(commune, id);
    assertThat(plan.allProblems()).isEmpty();
    assertThat(plan.changed()).isEqualTo(4);
    assertThat(plan.same()).isEqualTo(45);
    assertThat(standing("4.2")).isNull();
    assertThat(world.commit(commune, id)).isEqualTo(4);
    assertThat(figures("4.2")).containsExactly(new BigDecimal("96.5"));
    assertThat(figures("17.1")).containsExactly(new BigDecimal("93.4"), new BigDecimal("46.2"));
    assertThat(Objects.requireNonNull(standing("15.1")).waitingSince()).isNotNull();
    assertThatThrownBy(() -> world.commit(commune, id)).hasMessageContaining("ended");
    assertThat(world.plan(commune, world.stage(commune, sent)).changed()).isZero();
  }

  @Test
  void whatSomebodyReportedMeanwhileIsAskedWithBothFigures() {
    byte[] sent = world.typed("9.2", VALUE, 70);
    world.rural().record(world.rural().district(), world.rural().claim("Y Tịch", "9.2", "76", 0));
    long id = world.stage(commune, sent);
    PlannedRow row = world.only(commune, id).asked().getFirst();
    assertThat(row.now().by()).isEqualTo("Huyện Chi Lăng mẫu");
    assertThat(row.now().figures()).containsExactly(new BigDecimal("76"));
    assertThat(row.row().what().figures()).containsExactly(new BigDecimal("70"));
    assertThatThrownBy(() -> world.commit(commune, id)).hasMessageContaining("undecided");
    choose(id, row, Keeps.SHEET);
    assertThat(world.commit(commune, id)).isEqualTo(1);
    assertThat(figures("9.2")).containsExactly(new BigDecimal("70"));
  }

  @Test
  void figureThatIsKeptAsItIsIsNotWritten() {
    byte[] sent = world.typed("9.1", VALUE, 3);
    world.rural().record(world.rural().district(), world.rural().claim("Y Tịch", "9.1", "0", 0));
    long id = world.stage(commune, sent);
    choose(id, world.only(commune, id).asked().getFirst(), Keeps.REGISTER);
    assertThat(world.plan(commune, id).toWrite()).isZero();
    assertThat(figures("9.1")).containsExactly(new BigDecimal("0"));
    Acting.as(commune, () -> world.books().drop(id));
  }

  @Test
  void shareThatMeantPercentsIsWrittenAHundredfoldWhenChosen() {
    long id = world.stage(commune, world.typed("12.1", VALUE, 0.925));
    choose(id, world.only(commune, id).asked().getFirst(), Keeps.HUNDREDFOLD);
    assertThat(world.commit(commune, id)).isEqualTo(1);
    assertThat(figures("12.1")).containsExactly(new BigDecimal("92.5"));
  }

  @Test
  void figureThatWasLookedAtIsAskedAboutWithAReason() {
    Report claim = world.rural().claim("Y Tịch", "6.3", "100", 0);
    world.rural().record(commune, claim);
    world
        .rural()
        .record(world.rural().district(), RuralWorld.as(Report.Kind.VERIFY, claim, 1, null));
    long id = world.stage(commune, world.typed("6.3", VALUE, 90));
    PlannedRow row = world.only(commune, id).asked().getFirst();
    assertThat(row.problems()).isEmpty();
    assertThat(Objects.requireNonNull(row.now().looked()).by()).isEqualTo("Huyện Chi Lăng mẫu");
    choose(id, row, Keeps.SHEET);
    assertThatThrownBy(() -> world.commit(commune, id)).hasMessageContaining("undecided");
    Acting.as(
        commune,
        () ->
            world
                .books()
                .choose(
                    id,
                    Map.of(
                        row.number(), new Choice(row.now().step(), Keeps.SHEET, "kiểm kê lại"))));
    assertThat(world.commit(commune, id)).isEqualTo(1);
    Standing standing = Objects.requireNonNull(standing("6.3"));
    assertThat(standing.reached()).isEqualTo(Standing.Stage.VERIFIED);
    assertThat(figures("6.3")).containsExactly(new BigDecimal("90"));
    assertThat(
            Acting.call(
                commune,
                () ->
                    world
                        .rural()
                        .assessments()
                        .history(claim.unitId(), claim.indicatorId())
                        .getFirst()
                        .words()))
        .isEqualTo("kiểm kê lại");
  }

  private static void choose(long id, PlannedRow row, Keeps keeps) {
    Acting.as(
        commune,
        () ->
            world
                .books()
                .choose(id, Map.of(row.number(), new Choice(row.now().step(), keeps, null))));
  }

  @Test
  void waitEndsWhenTheFigureComesAndReportedFigureCannotBeBlanked() {
    byte[] waits =
        edited(
            world.made(commune),
            book -> {
              type(book.getSheet(Y_TICH), "16.1", STATE, "Chờ kết quả");
              type(book.getSheet(Y_TICH), "16.1", NOTE, "Phòng Văn hóa");
            });
    world.commit(commune, world.stage(commune, waits));
    byte[] arrived =
        edited(
            world.made(commune),
            book -> {
              assertThat(BookWorld.cell(book.getSheet(Y_TICH), "16.1", NOTE).getStringCellValue())
                  .isEqualTo("Phòng Văn hóa");
              type(book.getSheet(Y_TICH), "16.1", STATE, "");
              type(book.getSheet(Y_TICH), "16.1", VALUE, 80);
            });
    world.commit(commune, world.stage(commune, arrived));
    Standing standing = Objects.requireNonNull(standing("16.1"));
    assertThat(standing.waitingSince()).isNull();
    assertThat(standing.lastStep()).isEqualTo(3);
    byte[] blank =
        edited(
            world.made(commune),
            book -> BookWorld.cell(book.getSheet(Y_TICH), "16.1", VALUE).setBlank());
    assertThat(world.problems(commune, blank))
        .singleElement()
        .asString()
        .contains("giá trị “80” của chỉ tiêu 16.1 đã báo cáo");
  }

  @Test
  void districtWritesOneCommuneOfItsWorkbookAndTheRestLater() {
    Actor district = world.rural().district();
    byte[] sent =
        edited(
            world.made(district),
            book -> {
              type(book.getSheet("Xã Vạn Linh"), "2.1", VALUE, 88);
              type(book.getSheet("Xã Bằng Mạc"), "2.1", VALUE, "sai");
            });
    long id = world.stage(district, sent);
    int good = world.rural().unit("Vạn Linh");
    assertThatThrownBy(() -> world.commit(district, id)).hasMessageContaining("problems");
    assertThat(Acting.call(district, () -> world.books().commit(id, good))).isEqualTo(1);
    assertThat(world.plan(district, id).commune(good).orElseThrow().state())
        .isEqualTo(State.WRITTEN);
    assertThatThrownBy(() -> Acting.call(district, () -> world.books().commit(id, good)))
        .hasMessageContaining("nothing");
    assertThat(Acting.call(district, () -> world.books().one(id)).isWaiting()).isTrue();
  }

  @Test
  void nobodyElseSeesWhatWaits() {
    long id = world.stage(commune, world.typed("2.1", VALUE, 90));
    assertThatThrownBy(() -> world.plan(world.rural().district(), id))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("unknown");
    Acting.as(commune, () -> world.books().drop(id));
    assertThat(standing("2.1")).isNull();
  }

  @Test
  void sheetOfAnotherSetAndAnOlderFormIsMatchedAndSaysWhatWasLeftOut() {
    BookSeal seal =
        new BookSeal(
            0,
            "800/QĐ-TTg",
            null,
            world.rural().unit("Y Tịch"),
            "2020-08",
            "01/08/2020",
            List.of(
                BookSeal.Line.fresh("3.2"),
                BookSeal.Line.fresh("20.1"),
                BookSeal.Line.fresh("17.1")));
    String signed = BookSeals.sign(seal, world.key());
    byte[] old =
        edited(
            world.made(commune),
            book -> {
              Sheet sheet = book.getSheet(Y_TICH);
              BookWorld.fresh(sheet.getRow(0).getCell(9)).setCellValue(signed);
              for (int row = sheet.getLastRowNum(); row > 5; row--) {
                sheet.removeRow(sheet.getRow(row));
              }
              BookWorld.fresh(sheet.getRow(3).getCell(6));
              line(sheet, 4, "3.2", "Đạt");
              line(sheet, 5, "20.1", "70");
              line(sheet, 6, "17.1", "5");
              BookWorld.fresh(sheet.getRow(6).getCell(8)).setCellValue("17.1:gieng_khoan");
            });
    long id = world.stage(commune, old);
    BookPlan.Commune plan = world.only(commune, id);
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.rows()).hasSize(1);
    assertThat(plan.remarks())
        .extracting(BookWorld::told)
        .anySatisfy(told -> assertThat(told).contains("800/QĐ-TTg", "1 chỉ tiêu"))
        .anySatisfy(told -> assertThat(told).contains("mẫu số 0", "mẫu số 1"))
        .anySatisfy(told -> assertThat(told).contains("bỏ ra: 20.1, 17.1 (Xã Y Tịch!F7)"))
        .anySatisfy(told -> assertThat(told).contains("không có dòng của các chỉ tiêu"));
    Acting.as(commune, () -> world.books().drop(id));
  }

  private static void line(Sheet sheet, int row, String number, String value) {
    org.apache.poi.ss.usermodel.Row line = sheet.createRow(row);
    line.createCell(0).setCellValue(number);
    line.createCell(5).setCellValue(value);
    line.createCell(8).setCellValue(number + ":gia_tri");
  }

  private static @Nullable Standing standing(String number) {
    int indicator = world.rural().indicator(number).id();
    return Acting.call(
            commune,
            () ->
                world
                    .rural()
                    .assessments()
                    .standing(List.of(world.rural().unit("Y Tịch")), RuralWorld.DAY))
        .stream()
        .filter(one -> one.indicatorId() == indicator)
        .findFirst()
        .orElse(null);
  }

  private static List<@Nullable BigDecimal> figures(String number) {
    return Objects.requireNonNull(Objects.requireNonNull(standing(number)).claim()).figures();
  }
}
