package vn.dondoc.rural.standard.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** A draft is written, changed, carried by a workbook, and what is wrong with it is told. */
class DraftsDbTest {
  private static final Texts VI = Texts.in(Language.VI);
  private static DraftWorld world;

  @BeforeAll
  static void start() {
    world = new DraftWorld(RuralWorld.start());
  }

  @AfterAll
  static void stop() {
    world.rural().close();
  }

  @Test
  void copySaysWhatItsSetSaysButForTheActAndWhatWasVerified() {
    int id =
        Acting.call(
            world.office(),
            () -> world.drafts().copy(world.set(DraftWorld.OF_2021), "01/2020/QĐ-UBND", null));
    Draft draft = world.find(id);
    assertThat(draft.paper().rows(DraftTable.CRITERIA)).hasSize(19);
    assertThat(draft.paper().rows(DraftTable.INDICATORS))
        .hasSize(57)
        .allMatch(row -> row.text("confidence").equals("memory"));
    assertThat(draft.paper().set().text("legal_act")).isEmpty();
    assertThat(DraftCheck.lacks(draft.paper(), scope(draft)))
        .extracting(VI::tell)
        .containsExactly("“Căn cứ” còn trống.");
  }

  @Test
  void copyTakesTheLevelsThatTheProvinceSetForItsSetAsWell() {
    Actor office = world.office();
    Acting.as(Actor.system("test"), () -> world.rural().door(Standards.class).loadDemonstration());
    int national = world.set(DraftWorld.OF_2016);
    int child = world.set("MAU-TINH-2016");
    Draft copied =
        world.find(
            Acting.call(office, () -> world.drafts().copy(national, "17/2020/QĐ-UBND", child)));
    assertThat(copied.paper().rows(DraftTable.LEVELS))
        .filteredOn(row -> row.text("indicator").equals("2.1"))
        .extracting(row -> row.text("unit_group") + " " + row.text("rule"))
        .contains("TDMNPB ≥ 80");
    assertThat(copied.paper().rows(DraftTable.LEVELS))
        .as("the province speaks of the years to 2019 alone")
        .filteredOn(row -> row.text("indicator").equals("10.1"))
        .filteredOn(row -> row.text("unit_group").equals("TDMNPB"))
        .extracting(DraftsDbTest::yearsAndRule)
        .containsExactlyInAnyOrder("2016-2018 ≥ 30", "2019-2019 ≥ 33", "2020-2020 ≥ 36");
    assertThat(copied.paper().rows(DraftTable.CRITERIA)).hasSize(19);
    Draft filling =
        world.find(
            Acting.call(office, () -> world.drafts().fill(national, "18/2020/QĐ-UBND", child)));
    assertThat(filling.paper().rows(DraftTable.LEVELS)).hasSize(6);
    assertThat(
            DraftWorld.refused(() ->
                Acting.as(
                    office,
                    () ->
                        world
                            .drafts()
                            .copy(world.set(DraftWorld.OF_2021), "19/2020/QĐ-UBND", child))))
        .singleElement()
        .asString()
        .startsWith("MAU-TINH-2016 không quy định mức cho 318/QĐ-TTg.");
  }

  private static DraftScope scope(Draft draft) {
    return Acting.call(world.office(), () -> world.drafts().scope(draft));
  }

  static String yearsAndRule(DraftRow level) {
    return level.text("from_year") + "-" + level.text("until_year") + " " + level.text("rule");
  }

  @Test
  void everyChangeIsAuditedWithWhatWasAndWhatIs() {
    Draft draft = world.forHamlets("02/2020/QĐ-UBND");
    world.edit(draft.id(), DraftTable.INDICATORS, "17.1", row -> row.with("data_owner", "Sở Y tế"));
    assertThat(
            world
                .rural()
                .owner()
                .sql(
                    "select after::text from audit.entry where act = 'rural.change_draft'"
                        + " and subject_id = :id order by number desc limit 1")
                .param("id", Integer.toString(draft.id()))
                .query(String.class)
                .single())
        .isEqualTo("{\"indicators 17.1\":{\"data_owner\":\"Sở Y tế\"}}");
  }

  @Test
  void figuresAndLevelsFollowAnIndicatorToItsNewNumberAndGoWithIt() {
    Draft draft = world.forHamlets("03/2020/QĐ-UBND");
    world.edit(draft.id(), DraftTable.INDICATORS, "17.1", row -> row.with("number", "17.9"));
    Draft renamed = world.find(draft.id());
    assertThat(renamed.paper().rows(DraftTable.LEVELS))
        .filteredOn(row -> row.text("indicator").equals("17.9"))
        .isNotEmpty();
    int at = DraftWorld.at(renamed, DraftTable.INDICATORS, "17.9");
    world.save(renamed, renamed.paper().without(DraftTable.INDICATORS, at));
    Draft less = world.find(draft.id());
    assertThat(less.paper().rows(DraftTable.INDICATORS)).hasSize(48);
    assertThat(less.paper().rows(DraftTable.FIGURES))
        .noneMatch(row -> row.text("indicator").equals("17.9"));
    assertThat(DraftCheck.of(less.paper(), scope(less))).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndNothingIsSaved() {
    Draft draft = world.forHamlets("04/2020/QĐ-UBND");
    DraftPaper wrong =
        draft
            .paper()
            .added(DraftTable.LEVELS, new DraftRow(DraftWorld.level("1.1", "≥ tám mươi")))
            .added(DraftTable.LEVELS, new DraftRow(DraftWorld.level("99.1", "đạt")))
            .added(
                DraftTable.FIGURES,
                new DraftRow(
                    Map.of(
                        "indicator",
                        "1.1",
                        "code",
                        "Tỷ lệ",
                        "ordinal",
                        "2",
                        "name_vi",
                        "x",
                        "value_type",
                        "percent",
                        "least",
                        "100",
                        "most",
                        "1.000")));
    assertThat(DraftWorld.refused(() -> world.save(draft, wrong)))
        .hasSize(5)
        .anyMatch(told -> told.startsWith("Quy tắc “≥ tám mươi”: “tám” không phải tên"))
        .contains(
            "“Chỉ tiêu”: không có “99.1” trong bộ này.",
            "Chỉ tiêu 1.1, nhóm Trung du, miền núi phía Bắc có hai mức cho cùng một năm.",
            "“Lớn nhất”: không rõ “1.000” là hàng nghìn hay số thập phân. Nếu là hàng nghìn, viết"
                + " “1000”.")
        .anyMatch(told -> told.startsWith("“Tên trong quy tắc”: “Tỷ lệ” phải viết"));
    assertThat(world.find(draft.id()).step()).isEqualTo(draft.step());
  }

  @Test
  void figureThatARuleAsksForIsNotTakenAway() {
    Draft draft = world.forHamlets("05/2020/QĐ-UBND");
    int at = DraftWorld.at(draft, DraftTable.FIGURES, "17.1 nuoc_sach");
    DraftPaper without = draft.paper().without(DraftTable.FIGURES, at);
    assertThat(DraftWorld.refused(() -> world.save(draft, without)))
        .allMatch(told -> told.startsWith("Quy tắc của chỉ tiêu 17.1 hỏi “nuoc_sach”"));
  }

  @Test
  void secondOfTwoWhoChangeTheSameEditionIsTold() {
    Draft draft = world.forHamlets("06/2020/QĐ-UBND");
    world.edit(draft.id(), DraftTable.CRITERIA, "1", row -> row.with("name_en", "Plan"));
    DraftPaper late =
        DraftWorld.changed(draft, DraftTable.CRITERIA, "1", row -> row.with("name_en", "Late"));
    assertThat(DraftWorld.refused(() -> world.save(draft, late)))
        .containsExactly("Điều phối mẫu vừa lưu bản nháp này. Mở lại trang để xem rồi sửa tiếp.");
  }

  @Test
  void numberOfASetThatIsThereIsNotTakenAgain() {
    assertThat(
            DraftWorld.refused(() ->
                Acting.as(
                    world.office(),
                    () ->
                        world
                            .drafts()
                            .copy(world.set(DraftWorld.OF_2016), DraftWorld.OF_2021, null))))
        .containsExactly("Đã có bộ tiêu chí mang số “318/QĐ-TTg”. Ghi số của văn bản mới.");
  }

  @Test
  void numberOfAnotherDraftIsNotTakenAndIsFreeWhenThatOneIsThrownAway() {
    Draft first = world.forHamlets("13/2020/QĐ-UBND");
    String told =
        "Đang có bản nháp khác mang số “13/2020/qđ-ubnd ”. Mở bản nháp ấy sửa tiếp, hoặc ghi số"
            + " khác.";
    assertThat(
            DraftWorld.refused(() ->
                Acting.as(
                    world.office(),
                    () ->
                        world
                            .drafts()
                            .copy(world.set(DraftWorld.OF_2016), "13/2020/qđ-ubnd ", null))))
        .containsExactly(told.replace("ubnd ”", "ubnd”"));
    Draft other = world.forHamlets("14/2020/QĐ-UBND");
    DraftPaper same =
        DraftWorld.changed(other, DraftTable.SET, "", row -> row.with("code", first.code()));
    assertThat(DraftWorld.refused(() -> world.save(other, same)))
        .containsExactly(
            "Đang có bản nháp khác mang số “13/2020/QĐ-UBND”. Mở bản nháp ấy sửa tiếp, hoặc ghi"
                + " số khác.");
    Acting.as(world.office(), () -> world.drafts().throwAway(first.id(), first.step()));
    assertThat(world.save(other, same)).hasSize(1);
  }

  @Test
  void ruleNothingCanMeetAndARangeTurnedRoundAreRefusedWithWhatTheFigureCanBe() {
    Draft draft = world.forHamlets("15/2020/QĐ-UBND");
    int at = DraftWorld.at(draft, DraftTable.LEVELS, "17.6 TDMNPB");
    for (String rule : new String[] {"≥ 120", "từ 90 đến 50", "≥ 90 và < 90"}) {
      DraftRow level = draft.paper().rows(DraftTable.LEVELS).get(at).with("rule", rule);
      DraftPaper wrong = draft.paper().replaced(DraftTable.LEVELS, at, level);
      assertThat(DraftWorld.refused(() -> world.save(draft, wrong)))
          .as(rule)
          .singleElement()
          .asString()
          .startsWith("Không giá trị nào đạt được “≥ ")
          .contains("(giá trị có thể có: gia_tri 0–100)");
    }
    DraftPaper turned =
        DraftWorld.changed(
            draft,
            DraftTable.FIGURES,
            "17.6 gia_tri",
            row -> row.with("least", "90").with("most", "10"));
    assertThat(DraftWorld.refused(() -> world.save(draft, turned)))
        .anyMatch(told -> told.contains("90") && told.contains("10"));
    assertThat(world.find(draft.id()).step()).isEqualTo(draft.step());
    Draft child =
        world.filling(DraftWorld.OF_2021, "16/2020/QĐ-UBND", DraftWorld.level("2.1", "≥ 80"));
    DraftPaper never =
        child
            .paper()
            .replaced(DraftTable.LEVELS, 0, new DraftRow(DraftWorld.level("2.1", "> 100")));
    assertThat(DraftWorld.refused(() -> world.save(child, never)))
        .singleElement()
        .asString()
        .startsWith("Không giá trị nào đạt được “> 100”");
  }

  @Test
  void whoMayNotWriteSetsIsRefusedAndALocalitySeesNoDraft() {
    Draft draft = world.forHamlets("07/2020/QĐ-UBND");
    Actor reader = world.rural().department("Sở Kế hoạch và Đầu tư");
    assertThatThrownBy(() ->
            Acting.as(reader, () -> world.drafts().save(draft.id(), draft.step(), draft.paper())))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(Acting.call(world.rural().district(), () -> world.drafts().open())).isEmpty();
  }

  @Test
  void draftThrownAwayTakesNoMoreChanges() {
    Draft draft = world.forHamlets("08/2020/QĐ-UBND");
    Acting.as(world.office(), () -> world.drafts().throwAway(draft.id(), draft.step()));
    assertThat(DraftWorld.refused(() -> world.save(draft, draft.paper())))
        .allMatch(told -> told.startsWith("Không có bản nháp"));
  }

  @Test
  void workbookThatNobodyTouchedChangesNothing() throws IOException {
    Draft draft = world.copy(DraftWorld.OF_2021, "09/2020/QĐ-UBND");
    assertThat(asked(draft, draft).changes()).isEmpty();
  }

  @Test
  void workbookTellsWhatItAddsChangesAndTakesAway() throws IOException {
    Draft draft = world.forHamlets("10/2020/QĐ-UBND");
    DraftPaper other =
        DraftWorld.changed(
                draft, DraftTable.CRITERIA, "3", row -> row.with("name_vi", "Thủy lợi, phòng lụt"))
            .without(DraftTable.LEVELS, DraftWorld.at(draft, DraftTable.LEVELS, "1.1 CA-NUOC"))
            .added(
                DraftTable.LEVELS,
                new DraftRow(DraftWorld.level("2.1", "≥ 80")).with("from_year", "2021"));
    Draft edited = new Draft(draft.id(), draft.origin(), draft.parent(), draft.edition(), other);
    DraftImport.Asked asked = asked(edited, draft);
    assertThat(asked.changes())
        .extracting(change -> change.kind() + " " + change.table() + " " + change.name())
        .containsExactlyInAnyOrder(
            "other CRITERIA 3", "new LEVELS 2.1 TDMNPB 2021", "gone LEVELS 1.1 CA-NUOC");
    assertThat(world.save(draft, asked.paper())).hasSize(3);
  }

  @Test
  void problemsOfAWorkbookStandAtTheirSheetAndCell() throws IOException {
    Draft draft = world.forHamlets("11/2020/QĐ-UBND");
    DraftPaper wrong =
        DraftWorld.changed(
            draft, DraftTable.CRITERIA, "1", row -> row.with("ordinal", "đầu").with("name_en", ""));
    wrong =
        wrong.replaced(
            DraftTable.LEVELS, 0, wrong.rows(DraftTable.LEVELS).getFirst().with("rule", "≥ x"));
    Draft edited = new Draft(draft.id(), draft.origin(), draft.parent(), draft.edition(), wrong);
    assertThat(
            DraftWorld.refused(() -> {
              try {
                asked(edited, draft);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            }))
        .satisfiesExactlyInAnyOrder(
            told ->
                assertThat(told)
                    .isEqualTo("Tiêu chí!B4: “Thứ tự hiển thị”: “đầu” không phải số nguyên."),
            told -> assertThat(told).isEqualTo("Tiêu chí!D4: “Tên tiếng Anh” còn trống."),
            told -> assertThat(told).startsWith("Mức quy định!E4: Quy tắc “≥ x”: "));
  }

  @Test
  void levelEqualsNoughtTypedInASpreadsheetStaysALevel() throws IOException {
    Draft draft = world.forHamlets("20/2020/QĐ-UBND");
    for (boolean computed : new boolean[] {true, false}) {
      DraftImport.Asked asked = read(levelTyped(draft, "0", computed), draft);
      assertThat(asked.paper().rows(DraftTable.LEVELS).getFirst().text("rule"))
          .as("its value saved: " + computed)
          .isIn("= 0", "=0");
    }
    assertThatThrownBy(() -> read(levelTyped(draft, "1/0", true), draft))
        .hasMessageContaining("rural.draft.import.rule_formula");
  }

  /** The workbook with a formula in the first level, as somebody who types "= 0" leaves it. */
  private static byte[] levelTyped(Draft draft, String formula, boolean computed)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(draft)))) {
      var cell = book.getSheet("Mức quy định").getRow(3).getCell(4);
      cell.setCellFormula(formula);
      if (computed) {
        book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
      } else if (cell.getCTCell().isSetV()) {
        cell.getCTCell().unsetV();
      }
      book.write(out);
    }
    return out.toByteArray();
  }

  /** The workbook of one draft, read back against another. */
  private static DraftImport.Asked asked(Draft written, Draft against) throws IOException {
    return read(written(written), against);
  }

  private static byte[] written(Draft draft) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Sheets.write(out, DraftSheet.tabs(draft, scope(draft), VI, RuralWorld.DAY));
    return out.toByteArray();
  }

  private static DraftImport.Asked read(byte[] workbook, Draft against) throws IOException {
    SheetBook book = Sheets.read("bo.xlsx", new ByteArrayInputStream(workbook));
    return DraftImport.read(book, against, scope(against), VI);
  }

  @Test
  void setThatFillsInAnotherGivesLevelsOnly() {
    Draft draft =
        world.filling(DraftWorld.OF_2021, "12/2020/QĐ-UBND", DraftWorld.level("2.1", "≥ 80"));
    assertThat(scope(draft).tables()).isEqualTo(List.of(DraftTable.SET, DraftTable.LEVELS));
    DraftPaper wrong =
        draft.paper().added(DraftTable.LEVELS, new DraftRow(DraftWorld.level("2.9", "đạt")));
    assertThat(DraftWorld.refused(() -> world.save(draft, wrong)))
        .contains("“Chỉ tiêu”: không có “2.9” trong bộ này.");
  }
}
