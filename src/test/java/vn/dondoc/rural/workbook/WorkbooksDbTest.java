package vn.dondoc.rural.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.rural.workbook.BookWorld.Y_TICH;
import static vn.dondoc.rural.workbook.BookWorld.edited;
import static vn.dondoc.rural.workbook.BookWorld.type;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
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
    assertThat(figures("17.1"))
        .containsExactly(new BigDecimal("93.4"), new BigDecimal("46.2"));
    assertThat(Objects.requireNonNull(standing("15.1")).waitingSince()).isNotNull();
    assertThatThrownBy(() -> world.commit(commune, id)).hasMessageContaining("ended");
    assertThat(world.plan(commune, world.stage(commune, sent)).changed()).isZero();
  }

  private static Standing standing(String number) {
    int indicator = world.rural().indicator(number).id();
    return Acting.call(
            commune,
            () ->
                world
                    .rural()
                    .assessments()
                    .standing(java.util.List.of(world.rural().unit("Y Tịch")), RuralWorld.DAY))
        .stream()
        .filter(one -> one.indicatorId() == indicator)
        .findFirst()
        .orElse(null);
  }

  private static java.util.List<BigDecimal> figures(String number) {
    return Objects.requireNonNull(Objects.requireNonNull(standing(number)).claim()).figures();
  }
}
