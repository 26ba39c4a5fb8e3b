package vn.dondoc.rural.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.web.Asked;

/** What communes meet, from the rows of their indicators. */
class MatrixDbTest {
  private static final LocalDate END_OF_JULY = LocalDate.of(2020, 7, 31);
  private static MatrixWorld world;

  @BeforeAll
  static void start() {
    world = MatrixWorld.start();
    world.reportOfJuly();
    // One indicator of one criterion of one commune is claimed anew in August, and lost.
    world.tell("claim", List.of(world.spot("Y Tịch", "3.1", false)), MatrixWorld.AUGUST, 1);
    // Huyện Tràng Định reports: from everything to nothing at all.
    Map<Integer, Set<String>> unmet = new LinkedHashMap<>();
    List<Commune> others =
        world.communes().stream()
            .filter(c -> "Tràng Định".equals(c.above()) && !c.due())
            .limit(6)
            .toList();
    List<Integer> met = List.of(19, 18, 14, 9, 4, 0);
    IntStream.range(0, 6)
        .forEach(n -> unmet.put(others.get(n).id(), MatrixWorld.lacking(19 - met.get(n))));
    world.claim(unmet, MatrixWorld.JULY, 1);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static <T> T asSystem(java.util.function.Supplier<T> act) {
    return Acting.call(Actor.system("test"), act::get);
  }

  private static BigDecimal mean(List<Integer> units, LocalDate day, Stage stage) {
    return asSystem(() -> world.matrices().mean(units, day, stage).orElseThrow());
  }

  static Matrix matrix(Map<String, String> address) {
    return asSystem(() -> {
      Asked asked = Asked.of(address);
      LocalDate day = MatrixFilter.day(asked, MatrixWorld.TODAY);
      Yardstick yardstick = world.rural().door(Standards.class).yardstick("xa", day).orElseThrow();
      List<Band> bands = world.matrices().bands(yardstick);
      MatrixFilter filter = MatrixFilter.of(asked, day, yardstick, bands);
      return world.rural().door(MatrixReading.class).read(filter, yardstick, bands);
    });
  }

  private static Rollup rollup(Matrix matrix, String key) {
    return Objects.requireNonNull(matrix.totals().of(key), key);
  }

  private static List<String> names(Matrix matrix) {
    return matrix.shown().stream().map(Commune::name).toList();
  }

  private static Result result(String commune, String criterion, Map<String, String> address) {
    Matrix matrix = matrix(address);
    Commune one =
        matrix.communes().stream()
            .filter(c -> c.id() == world.unit(commune))
            .findFirst()
            .orElseThrow();
    return matrix
        .result(one, matrix.yardstick().criterion(criterion).orElseThrow())
        .orElseThrow()
        .result();
  }

  @Test
  void thirteenDueCommunesAverage1546AndOneCriterionLessGives1538() {
    assertThat(mean(world.due(), END_OF_JULY, Stage.CLAIMED)).isEqualByComparingTo("15.46");
    assertThat(mean(world.due(), MatrixWorld.TODAY, Stage.CLAIMED)).isEqualByComparingTo("15.38");
    Matrix matrix = matrix(Map.of("nhom", "phan-dau"));
    assertThat(matrix.shown()).hasSize(13).allMatch(Commune::due);
    assertThat(matrix.totals().change(Matrix.Totals.SHOWN).orElseThrow())
        .isEqualByComparingTo("-0.08");
    assertThat(matrix.totals().of(Matrix.Totals.SHOWN))
        .satisfies(rollup -> {
          assertThat(rollup.met()).isEqualTo(200);
          assertThat(rollup.in(matrix.bands().getFirst())).isEqualTo(4);
        });
  }

  @Test
  void setOfTenCriteriaHasNoBandsOfNineteenAndTheOtherWayRound() {
    Yardstick whole = matrix(Map.of()).yardstick();
    Yardstick ten = new Yardstick(whole.set(), null, whole.criteria().subList(0, 10));
    assertThat(asSystem(() -> world.matrices().bands(ten)).stream().map(Band::code))
        .containsExactly("du");
    world
        .owner()
        .sql(
            "insert into rural.band (code, ordinal, least, most, criteria)"
                + " values ('8-9', 2, 8, 9, 10)")
        .update();
    assertThat(asSystem(() -> world.matrices().bands(ten)).stream().map(Band::code))
        .containsExactly("du", "8-9");
    Matrix nineteen = matrix(Map.of());
    assertThat(nineteen.bands().stream().map(Band::code))
        .containsExactly("du", "15-18", "10-14", "5-9", "duoi-5");
    assertThat(rollup(nineteen, Matrix.Totals.ALL).bands()).doesNotContainKey("8-9");
    assertThatThrownBy(() -> matrix(Map.of("muc", "8-9"))).hasMessageContaining("8-9");
  }

  @Test
  void districtNobodyKnowsIsRefusedAndNotLeftOut() {
    assertThatThrownBy(() -> matrix(Map.of("huyen", "9999")))
        .hasMessageContaining("rural.refusal.matrix.no_district")
        .hasMessageContaining("9999");
  }

  @Test
  void bandsCountEveryCommuneOnceAndRollUpsSayWhatTheRowsSay() {
    Matrix matrix = matrix(Map.of());
    Rollup all = rollup(matrix, Matrix.Totals.ALL);
    assertThat(all.communes()).isEqualTo(matrix.communes().size());
    assertThat(matrix.bands().stream().mapToInt(all::in).sum() + all.unreported())
        .isEqualTo(all.communes());
    assertThat(
            matrix.totals().now().entrySet().stream()
                .filter(e -> e.getKey().startsWith("district:"))
                .mapToInt(e -> e.getValue().met())
                .sum())
        .isEqualTo(all.met());
    assertThat(matrix.shown().stream().mapToInt(matrix::met).sum()).isEqualTo(all.met());
    for (Band band : matrix.bands()) {
      assertThat(matrix(Map.of("muc", band.code())).shown()).hasSize(all.in(band));
    }
    Rollup district = rollup(matrix, Matrix.Totals.of(world.rural().unit("huyện Tràng Định")));
    // Tri Phương meets all nineteen too; the others have reported nothing, which is no band.
    assertThat(matrix.bands().stream().map(district::in)).containsExactly(2, 1, 1, 1, 2);
    assertThat(district.unreported()).isEqualTo(district.communes() - 7);
    assertThat(district.mean()).isEqualByComparingTo("11.86");
    assertThat(district.met()).isEqualTo(19 + 19 + 18 + 14 + 9 + 4);
  }

  @Test
  void whatWasNotReportedIsAStateAndNoZero() {
    assertThat(result("Vạn Linh", "1", Map.of())).isEqualTo(Result.UNREPORTED);
    assertThat(result("Minh Sơn", "1", Map.of())).isEqualTo(Result.MET);
    assertThat(result("Y Tịch", "3", Map.of())).isEqualTo(Result.UNMET);
    assertThat(result("Y Tịch", "3", Map.of("ngay", "2020-07-31"))).isEqualTo(Result.MET);
    assertThat(result("Y Tịch", "3", Map.of("ngay", "2020-07-01"))).isEqualTo(Result.UNREPORTED);
  }

  @Test
  void criterionWaitsIsGivenBackOrRestsOnEndedEvidence() {
    world.tell("claim", List.of(world.spot("Mai Sao", "4.1", true)), MatrixWorld.AUGUST, 1);
    world.tell("wait", List.of(world.spot("Mai Sao", "4.2", true)), MatrixWorld.AUGUST, 1);
    assertThat(result("Mai Sao", "4", Map.of())).isEqualTo(Result.WAITING);
    world.tell("return", List.of(world.spot("Mai Sao", "4.1", true)), MatrixWorld.AUGUST, 2);
    assertThat(result("Mai Sao", "4", Map.of())).isEqualTo(Result.RETURNED);
    world.tell("claim", List.of(world.spot("Mai Sao", "12.1", true)), MatrixWorld.AUGUST, 1);
    world
        .owner()
        .sql(
            "insert into rural.evidence (entry_id, unit_id, indicator_id, name, media_type, size,"
                + " sha256, expires_on, content) select max(id), :unit, :indicator, 'a.pdf',"
                + " 'application/pdf', 1, repeat('0', 64), '2020-08-12', 'x' from rural.entry")
        .param("unit", world.unit("Mai Sao"))
        .param("indicator", world.rural().indicator("12.1").id())
        .update();
    assertThat(result("Mai Sao", "12", Map.of("ngay", "2020-08-12"))).isEqualTo(Result.MET);
    assertThat(result("Mai Sao", "12", Map.of())).isEqualTo(Result.EXPIRED);
    assertThat(matrix(Map.of("chua-dat", "12")).shown())
        .noneMatch(c -> c.id() == world.unit("Mai Sao"));
  }

  @Test
  void onlyWhatHasPassedTheRequiredStageCounts() {
    int unit = world.unit("Vũ Sơn");
    Set<String> lacksOne = MatrixWorld.lacking(1);
    world.tell("verify", Map.of(unit, lacksOne), MatrixWorld.AUGUST.minusDays(15), 2);
    assertThat(mean(List.of(unit), MatrixWorld.TODAY, Stage.CLAIMED)).isEqualByComparingTo("18");
    assertThat(mean(List.of(unit), MatrixWorld.TODAY, Stage.VERIFIED)).isEqualByComparingTo("18");
    assertThat(mean(List.of(unit), MatrixWorld.TODAY, Stage.APPRAISED)).isEqualByComparingTo("0");
    assertThat(result("Vũ Sơn", "1", Map.of("buoc", "tham-dinh"))).isEqualTo(Result.WAITING);
    assertThat(result("Vũ Sơn", "19", Map.of("buoc", "tham-dinh"))).isEqualTo(Result.UNMET);
    // What was found short is said anew, so that others read the same numbers.
    world.tell("claim", Map.of(unit, Set.of()), MatrixWorld.AUGUST, 1);
  }

  @Test
  void filtersNarrowTheCommunesAndKeepTheTotals() {
    int all = matrix(Map.of()).communes().size();
    int chiLang = world.rural().unit("huyện Chi Lăng");
    Matrix district = matrix(Map.of("huyen", Integer.toString(chiLang)));
    assertThat(district.shown()).isNotEmpty().allMatch(c -> "Chi Lăng".equals(c.above()));
    assertThat(rollup(district, Matrix.Totals.ALL).communes()).isEqualTo(all);
    assertThat(matrix(Map.of("nhom", "bien-gioi")).shown()).isNotEmpty().allMatch(Commune::border);
    assertThat(names(matrix(Map.of("nhom", "phan-dau", "chua-dat", "3"))))
        .containsExactly("Y Tịch");
    Matrix owned = matrix(Map.of("nhom", "phan-dau", "co-quan", "Sở Giáo dục và Đào tạo"));
    assertThat(owned.columns().stream().map(c -> c.number())).containsExactly("5", "14");
    // Four of them meet thirteen criteria or fewer: they lack 14.1.
    assertThat(owned.shown()).hasSize(4);
    Matrix opened = matrix(Map.of("nhom", "phan-dau", "tieu-chi", "17"));
    assertThat(opened.opened().get(world.unit("Y Tịch"))).hasSize(8);
  }

  @Test
  void pastDayIsReadFromTheFactsOfThatDay() {
    Integer[] units = world.communes().stream().map(Commune::id).toArray(Integer[]::new);
    for (String day : List.of("2020-06-30", "2020-07-31", "2020-08-10", "2020-08-14")) {
      int differences =
          world
              .owner()
              .sql(
                  "with a as (select * from rural.standing_at(:units, :set, :day::date)), b as"
                      + " (select f.* from rural.standing_on(:units, :day::date) f join"
                      + " rural.indicator i on i.id = f.indicator_id and i.set_id = :set) select"
                      + " count(*) from ((table a except table b) union all (table b except table"
                      + " a)) d")
              .param("units", units)
              .param("set", world.rural().yardstick().set().id())
              .param("day", day)
              .query(Integer.class)
              .single();
      assertThat(differences).as(day).isZero();
    }
  }

  @Test
  void resultsOfTheOldMapAreToldOnTheMapOf2025() {
    Matrix matrix = matrix(Map.of("ban-do", "2025-07-01"));
    OtherMap map = Objects.requireNonNull(matrix.otherMap());
    assertThat(map.communes()).isEqualTo(matrix.shown().size());
    assertThat(map.met()).isEqualTo(rollup(matrix, Matrix.Totals.ALL).met());
    assertThat(map.lines()).hasSizeBetween(50, 70);
    assertThat(map.lines())
        .allSatisfy(line ->
            assertThat(line.meeting().values()).allMatch(meeting -> meeting <= line.communes()));
    assertThat(map.open()).allSatisfy(open -> assertThat(open.title().vi()).isNotBlank());
    assertThat(matrix(Map.of("ban-do", "2020-08-14")).otherMap()).isNull();
  }

  @Test
  void communeSeesItselfAloneWithoutAnyFilter() {
    Actor commune = world.rural().commune();
    List<Commune> seen = Acting.call(commune, () -> world.matrices().communes(MatrixWorld.TODAY));
    assertThat(seen.stream().map(Commune::name)).containsExactly("Y Tịch");
    List<CriterionResult> others =
        Acting.call(
            commune,
            () ->
                world
                    .matrices()
                    .results(List.of(world.unit("Minh Sơn")), MatrixWorld.TODAY, Stage.CLAIMED));
    assertThat(others).allMatch(r -> r.result() == Result.UNREPORTED);
    assertThat(
            Acting.call(
                world.rural().district(), () -> world.matrices().communes(MatrixWorld.TODAY)))
        .isNotEmpty()
        .allMatch(c -> "Chi Lăng".equals(c.above()));
  }

  @Test
  void oneCommuneAndALaterDayAreFoundByTheirIndexes() {
    JdbcClient owner = world.owner();
    owner.sql("analyze rural.standing, rural.assessment, rural.entry, rural.evidence").update();
    String plan =
        owner
            .sql(
                "explain (format text) select * from rural.standing_at(array[:unit], :set,"
                    + " '2020-08-14')")
            .param("unit", world.unit("Y Tịch"))
            .param("set", world.rural().yardstick().set().id())
            .query(String.class)
            .list()
            .stream()
            .collect(Collectors.joining("\n"));
    assertThat(plan)
        .contains("standing_pkey", "assessment_day")
        .doesNotContain("Seq Scan on assessment", "Seq Scan on standing");
  }
}
