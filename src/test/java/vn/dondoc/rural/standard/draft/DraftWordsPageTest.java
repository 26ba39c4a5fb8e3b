package vn.dondoc.rural.standard.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.WebPerson;

/** A reader of a draft is told grades and groups in words, whoever types them types codes. */
class DraftWordsPageTest {
  private static DraftWorld world;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    world = new DraftWorld(RuralWorld.start());
    office = WebPerson.at(world.rural().province().server());
    String once = Objects.requireNonNull(world.rural().province().passwords().get("dieu-phoi"));
    office.signIn("dieu-phoi", once);
    office.change(once, "mot cau that dai cua rieng toi");
  }

  @AfterAll
  static void stop() {
    world.rural().close();
  }

  @Test
  void gradeAndGroupAreToldInWordsOnEveryPageOfADraft() {
    Draft draft = world.forHamlets("30/2020/QĐ-UBND");
    String page = office.get(DraftView.path(draft.id()) + "?bang=muc").body();
    assertThat(page)
        .contains("<dd>Nông thôn mới</dd>", "1.1 Trung du, miền núi phía Bắc")
        .doesNotContain(">nong-thon-moi<", "TDMNPB");
    String row = DraftView.path(draft.id()) + "/bang/muc/1";
    assertThat(office.get(row).body())
        .contains("Mức quy định 1.1 Trung du, miền núi phía Bắc</h1>")
        .contains("name=\"unit_group\"", "value=\"TDMNPB\"");
    String set = DraftView.path(draft.id()) + "/bang/bo/1";
    assertThat(office.get(set).body())
        .contains("value=\"nong-thon-moi\"", "<p class=\"xs mut\">Nông thôn mới</p>");
    String named = "<h1>" + draft.paper().set().text("name_en") + "</h1>";
    office.get("/ngon-ngu?ma=en&ve=/nong-thon-moi");
    assertThat(office.get(DraftView.path(draft.id())).body()).contains(named);
    office.get("/ngon-ngu?ma=vi&ve=/nong-thon-moi");
  }

  @Test
  void whoPutsASetInForceIsToldWhichIndicatorsHaveNoLevel() {
    Draft draft = world.forHamlets("32/2020/QĐ-UBND");
    assertThat(draft.paper().withoutLevel(2020, Set.of()).get("TDMNPB"))
        .contains("2.1", "2.4")
        .doesNotContain("1.1");
    String force = DraftView.path(draft.id()) + "/hieu-luc?tu=01/09/2020";
    assertThat(office.get(force).body())
        .contains("Trung du, miền núi phía Bắc: 2.1, 2.2, 2.3, 2.4");
    DraftPaper paper = draft.paper();
    for (DraftRow row : draft.paper().rows(DraftTable.INDICATORS)) {
      for (String group : List.of("TDMNPB", "CA-NUOC")) {
        Map<String, String> level = new HashMap<>(DraftWorld.level(row.text("number"), "đạt"));
        level.put("unit_group", group);
        paper = paper.added(DraftTable.LEVELS, new DraftRow(level));
      }
    }
    assertThat(paper.withoutLevel(2020, Set.of())).isEmpty();
  }

  @Test
  void levelsAreAskedForByTheGroupsUnitsBelongToAndNotByEveryGroupOfTheAct() {
    DraftRow here = new DraftRow(DraftWorld.level("1.1", "đạt"));
    DraftPaper paper =
        new DraftPaper(
            Map.of(
                DraftTable.INDICATORS,
                List.of(new DraftRow(Map.of("number", "1.1"))),
                DraftTable.LEVELS,
                List.of(here, here.with("unit_group", "CA-NUOC").with("until_year", "2019"))));
    assertThat(paper.withoutLevel(2020, Set.of("TDMNPB"))).isEmpty();
    assertThat(paper.withoutLevel(2020, Set.of("TDMNPB", "CA-NUOC")))
        .isEqualTo(Map.of("CA-NUOC", List.of("1.1")));
    Draft copy = world.copy(DraftWorld.OF_2016, "33/2020/QĐ-UBND");
    String force = DraftView.path(copy.id()) + "/hieu-luc?tu=01/09/2020";
    assertThat(office.get(force).body()).doesNotContain("Chung cả nước: ");
  }

  @Test
  void levelsOfTheProvinceTakeTheirOwnYearsOfALevelAndNoOthers() {
    DraftRow always = new DraftRow(DraftWorld.level("10.1", "≥ 36"));
    DraftRow some =
        always.with("from_year", "2018").with("until_year", "2019").with("rule", "≥ 33");
    DraftPaper paper = new DraftPaper(Map.of(DraftTable.LEVELS, List.of(always)));
    assertThat(paper.filled(List.of(some)).rows(DraftTable.LEVELS))
        .extracting(DraftsDbTest::yearsAndRule)
        .containsExactly("-2017 ≥ 36", "2020- ≥ 36", "2018-2019 ≥ 33");
    assertThat(paper.filled(List.of(always.with("rule", "≥ 40"))).rows(DraftTable.LEVELS))
        .extracting(DraftsDbTest::yearsAndRule)
        .containsExactly("- ≥ 40");
  }

  @Test
  void problemOfAnotherRowNamesItsGroupInWords() {
    Draft draft = world.forHamlets("31/2020/QĐ-UBND");
    int at = DraftWorld.at(draft, DraftTable.FIGURES, "17.6 gia_tri") + 1;
    String row = DraftView.path(draft.id()) + "/bang/gia-tri/" + at;
    HttpResponse<String> refused =
        office.submit(
            row,
            row,
            Map.of(
                "step",
                Integer.toString(draft.step()),
                "indicator",
                "17.6",
                "code",
                "gia_tri",
                "ordinal",
                "1",
                "name_vi",
                "Tỷ lệ",
                "value_type",
                "percent",
                "most",
                "10"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("17.6, Trung du, miền núi phía Bắc", "Không giá trị nào đạt được")
        .doesNotContain("TDMNPB");
  }

  @Test
  void whoRecognisesWhatASetIsAboutIsShownWithTheSetAndForEveryKindInTheList() {
    String set = "/nong-thon-moi/bo-tieu-chi/" + world.set(DraftWorld.OF_2016);
    assertThat(office.get(set).body())
        .contains("Thẩm quyền công nhận", "Chủ tịch UBND tỉnh", "Quyết định 18/2022/QĐ-TTg")
        .doesNotContain("UBND cấp huyện");
    assertThat(office.get("/nong-thon-moi/bo-tieu-chi").body())
        .contains("Khu dân cư kiểu mẫu", "UBND cấp huyện", "đến trước 01/07/2025");
  }

  @Test
  void benchTellsThatARuleIsNeverMet() {
    String path = "/nong-thon-moi/thu-quy-tac?quy-tac=";
    assertThat(office.get(path + "t%E1%BB%AB+90+%C4%91%E1%BA%BFn+50").body())
        .contains("Không giá trị nào đạt được “≥ 90 và ≤ 50”");
    assertThat(office.get(path + "t%E1%BB%AB+50+%C4%91%E1%BA%BFn+90").body())
        .doesNotContain("Không giá trị nào");
  }
}
