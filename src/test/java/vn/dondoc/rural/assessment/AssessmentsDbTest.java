package vn.dondoc.rural.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.assessment.Report.Kind;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** A commune's way from claim to appraisal, and everything that is refused on it. */
class AssessmentsDbTest {
  private static RuralWorld world;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void indicatorGoesFromClaimToVerificationToAppraisalByThreePeople() {
    Report claim = world.claim("Y Tịch", "8.3", "1", 0);
    world.record(world.commune(), claim);
    assertThat(world.standing("Y Tịch", "8.3").reached()).isEqualTo(Stage.CLAIMED);
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null));
    assertThat(world.standing("Y Tịch", "8.3").reached()).isEqualTo(Stage.VERIFIED);
    Actor owner = world.department("Sở Thông tin và Truyền thông");
    world.record(owner, RuralWorld.as(Kind.APPRAISE, claim, 2, null));
    assertThat(world.standing("Y Tịch", "8.3"))
        .satisfies(standing -> {
          assertThat(standing.reached()).isEqualTo(Stage.APPRAISED);
          assertThat(standing.appraised()).isTrue();
        });
    assertThat(
            Acting.call(
                world.commune(),
                () -> world.assessments().history(claim.unitId(), claim.indicatorId())))
        .extracting(Told::kind)
        .containsExactly(Kind.APPRAISE, Kind.VERIFY, Kind.CLAIM);
  }

  @Test
  void thresholdsOfTheGroupDecideAndWhatIsNotReportedIsNoZero() {
    world.record(world.commune(), world.claim("Y Tịch", "4.2", "94,9".replace(',', '.'), 0));
    assertThat(world.standing("Y Tịch", "4.2").claim())
        .satisfies(claim -> assertThat(claim.verdict()).isFalse());
    world.record(world.commune(), world.claim("Y Tịch", "4.2", "95", 1));
    assertThat(world.standing("Y Tịch", "4.2").reached()).isEqualTo(Stage.CLAIMED);
    assertThat(
            Acting.call(
                world.commune(),
                () -> world.assessments().standing(List.of(world.unit("Y Tịch")), RuralWorld.DAY)))
        .noneMatch(s -> s.indicatorId() == world.indicator("19.1").id());
  }

  @Test
  void returnedClaimCountsNoMoreUntilItIsSaidAnew() {
    Report claim = world.claim("Y Tịch", "8.1", "1", 0);
    world.record(world.commune(), claim);
    world.record(world.district(), RuralWorld.as(Kind.RETURN, claim, 1, "thiếu ảnh điểm phục vụ"));
    assertThat(world.standing("Y Tịch", "8.1"))
        .satisfies(standing -> {
          assertThat(standing.returned()).isTrue();
          assertThat(standing.reached()).isEqualTo(Stage.NONE);
        });
    world.record(world.commune(), world.claim("Y Tịch", "8.1", "1", 2));
    assertThat(world.standing("Y Tịch", "8.1").reached()).isEqualTo(Stage.CLAIMED);
  }

  @Test
  void verifierWhoFindsLessTakesTheIndicatorAway() {
    Report claim = world.claim("Y Tịch", "3.1", "85", 0);
    world.record(world.commune(), claim);
    world.record(
        world.district(),
        RuralWorld.as(Kind.VERIFY, world.claim("Y Tịch", "3.1", "78", 0), 1, "đo lại"));
    assertThat(world.standing("Y Tịch", "3.1"))
        .satisfies(standing -> {
          assertThat(standing.verified()).isFalse();
          assertThat(standing.reached()).isEqualTo(Stage.NONE);
        });
    Actor owner = world.department("Sở Nông nghiệp và PTNT");
    refused(() -> world.record(owner, RuralWorld.as(Kind.APPRAISE, claim, 2, null)))
        .hasMessageContaining("not_verified");
  }

  @Test
  void halfOfACompoundIndicatorIsRefusedByTheFigureItLacks() {
    refused(() -> world.record(world.commune(), world.claim("Y Tịch", "17.1", "92", 0)))
        .satisfies(refusal ->
            assertThat(refusal.problems())
                .singleElement()
                .satisfies(problem -> {
                  assertThat(problem.key()).endsWith("part_missing");
                  assertThat(Texts.in(Language.VI).tell(problem))
                      .contains("17.1", "Hộ dùng nước sạch");
                  assertThat(Texts.in(Language.EN).tell(problem))
                      .contains("17.1", "Households using clean water");
                }));
  }

  @Test
  void whoMayNotJudgeYetOrAtAllGetsThatOneReason() {
    Report claim = world.claim("Y Tịch", "13.1", "1", 0);
    world.record(world.commune(), claim);
    Report early = RuralWorld.as(Kind.APPRAISE, claim, 0, null);
    Actor owner = world.department(world.indicator("13.1").dataOwner());
    refused(() -> world.record(owner, early))
        .satisfies(refusal ->
            assertThat(refusal.problems())
                .extracting(Refusal.Problem::key)
                .containsExactly("rural.refusal.assessment.not_verified"));
    Actor other = world.department("Sở Công Thương");
    refused(() -> world.record(other, early))
        .satisfies(refusal ->
            assertThat(refusal.problems())
                .extracting(Refusal.Problem::key)
                .containsExactly("rural.refusal.assessment.not_owner"));
  }

  @Test
  void monthsBeforeTheUnitsFirstAreRefusedAndThoseSinceItsOwnHistoryTaken() {
    refused(() -> world.record(world.district(), inMonth("Bằng Mạc", YearMonth.of(2018, 12))))
        .satisfies(refusal ->
            assertThat(refusal.problems())
                .singleElement()
                .satisfies(problem -> {
                  assertThat(problem.key()).endsWith("period_old");
                  assertThat(problem.arguments()).contains("12/2018", "01/2019");
                }));
    Report history = inMonth("Bằng Mạc", YearMonth.of(2018, 11));
    Acting.call(
        Actor.system("test"),
        () ->
            world
                .assessments()
                .load("cũ", new TreeMap<>(Map.of(RuralWorld.DAY, List.of(history)))));
    world.record(world.district(), inMonth("Bằng Mạc", YearMonth.of(2018, 12)));
    refused(() -> world.record(world.district(), inMonth("Bằng Mạc", YearMonth.of(2018, 10))))
        .hasMessageContaining("period_old");
  }

  private static Report inMonth(String unit, YearMonth month) {
    return Report.claim(
        world.unit(unit), world.indicator("8.3").id(), month, 0, Map.of("gia_tri", BigDecimal.ONE));
  }

  @Test
  void waitingForAnothersResultSaysWhoseAndSinceWhen() {
    Report claim = world.claim("Y Tịch", "17.1", "92", 0);
    Report wait = RuralWorld.as(Kind.WAIT, claim, 0, "Trung tâm Kiểm soát bệnh tật: mẫu nước");
    world.record(world.commune(), wait);
    assertThat(world.standing("Y Tịch", "17.1").waitingSince()).isEqualTo(RuralWorld.DAY);
    world.record(world.commune(), RuralWorld.as(Kind.ARRIVE, claim, 1, "kết quả ngày 14/8"));
    assertThat(world.standing("Y Tịch", "17.1").waitingSince()).isNull();
  }

  @Test
  void waitOfTheLatestMonthStandsWhateverIsSaidOfAnOlderOne() {
    Report august = world.claim("Y Tịch", "17.3", "1", 0);
    world.record(world.commune(), august);
    world.record(world.commune(), RuralWorld.as(Kind.WAIT, august, 1, "mẫu nước tháng 8"));
    long waits = waiting();
    Report july =
        Report.claim(
            august.unitId(), august.indicatorId(), YearMonth.of(2020, 7), 0, august.figures());
    world.record(world.commune(), july);
    world.record(world.commune(), RuralWorld.as(Kind.WAIT, july, 1, "mẫu nước tháng 7"));
    assertThat(waiting()).isEqualTo(waits);
    world.record(world.commune(), RuralWorld.as(Kind.ARRIVE, july, 2, "kết quả tháng 7"));
    assertThat(waiting()).isEqualTo(waits);
    world.record(world.commune(), RuralWorld.as(Kind.ARRIVE, august, 2, "kết quả tháng 8"));
    assertThat(world.standing("Y Tịch", "17.3").waitingSince()).isNull();
  }

  private static long waiting() {
    return world
        .owner()
        .sql(
            "select wait_id from rural.standing"
                + " where unit_id = :unit and indicator_id = :indicator")
        .param("unit", world.unit("Y Tịch"))
        .param("indicator", world.indicator("17.3").id())
        .query(Long.class)
        .single();
  }

  @Test
  void stagesOutOfOrderAreRefused() {
    Report claim = world.claim("Y Tịch", "5.1", "75", 0);
    refused(() -> world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 0, null)))
        .hasMessageContaining("not_claimed");
    world.record(world.commune(), claim);
    Actor owner = world.department("Sở Giáo dục và Đào tạo");
    refused(() -> world.record(owner, RuralWorld.as(Kind.APPRAISE, claim, 1, null)))
        .hasMessageContaining("not_verified");
    Actor other = world.department("Sở Công Thương");
    refused(() -> world.record(other, RuralWorld.as(Kind.APPRAISE, claim, 1, null)))
        .hasMessageContaining("not_owner");
  }

  @Test
  void databaseItselfRefusesWhatIsOutOfOrder() {
    Report claim = world.claim("Y Tịch", "19.2", "1", 0);
    assertThatThrownBy(() ->
            world
                .owner()
                .sql(
                    "with e as (insert into rural.entry (way, on_day, by_account, by_name)"
                        + " values ('page', '2020-08-14', 5, 'x') returning id)"
                        + " insert into rural.assessment (entry_id, unit_id, indicator_id, period,"
                        + " step, kind, on_day, verdict) select id, :unit, :indicator,"
                        + " '2020-08-01', 1, 'appraise', '2020-08-14', true from e")
                .param("unit", claim.unitId())
                .param("indicator", claim.indicatorId())
                .update())
        .hasMessageContaining("out of order");
  }

  @Test
  void nobodyVerifiesTheirOwnWords() {
    Report claim = world.claim("Y Tịch", "16.1", "80", 0);
    world.record(world.district(), claim);
    refused(() -> world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null)))
        .hasMessageContaining("own_words");
  }

  @Test
  void communeWritesForItselfAloneAndSeesItselfAlone() {
    Report other = world.claim("Vạn Linh", "8.3", "1", 0);
    refused(() -> world.record(world.commune(), other)).hasMessageContaining("not_yours");
    world.record(world.district(), world.claim("Vạn Linh", "8.3", "1", 0));
    List<Standing> seen =
        Acting.call(
            world.commune(),
            () -> world.assessments().standing(List.of(other.unitId()), RuralWorld.DAY));
    assertThat(seen).isEmpty();
    assertThat(
            Acting.call(
                world.department("Sở Y tế"),
                () -> world.assessments().standing(List.of(other.unitId()), RuralWorld.DAY)))
        .isNotEmpty();
  }

  @Test
  void twoPeopleWhoActOnWhatBothSawCannotBothSucceed() {
    world.record(world.commune(), world.claim("Y Tịch", "9.2", "76", 0));
    refused(() -> world.record(world.district(), world.claim("Y Tịch", "9.2", "70", 0)))
        .hasMessageContaining("changed")
        .hasMessageContaining("76")
        .hasMessageContaining("70");
    world.record(world.commune(), world.claim("Y Tịch", "18.1", "1", 0));
    refused(() -> world.record(world.district(), world.claim("Y Tịch", "18.1", "0", 0)))
        .hasMessageContaining("Đạt, Chưa đạt");
  }

  @Test
  void sendingThatComesAgainIsWrittenOnce() {
    Sending sending = Sending.ofPage(UUID.randomUUID());
    Report claim = world.claim("Y Tịch", "14.1", "1", 0);
    long first =
        Acting.call(world.commune(), () -> world.assessments().record(sending, List.of(claim)));
    long again =
        Acting.call(world.commune(), () -> world.assessments().record(sending, List.of(claim)));
    assertThat(again).isEqualTo(first);
    assertThat(world.standing("Y Tịch", "14.1").lastStep()).isEqualTo(1);
  }

  @Test
  void everyProblemIsToldAtOnce() {
    refused(() ->
            world.record(
                world.commune(),
                world.claim("Y Tịch", "4.2", "0.95", 0),
                world.claim("Y Tịch", "9.1", "2", 0),
                world.claim("Y Tịch", "12.1", "950", 0),
                RuralWorld.as(Kind.WAIT, world.claim("Y Tịch", "15.1", "1", 0), 0, " "),
                Report.claim(999_999, world.indicator("8.3").id(), RuralWorld.AUGUST, 0, Map.of()),
                Report.claim(
                    world.unit("Y Tịch"),
                    world.indicator("8.4").id(),
                    YearMonth.of(2020, 9),
                    0,
                    Map.of("gia_tri", BigDecimal.ONE))))
        .satisfies(refusal ->
            assertThat(refusal.problems())
                .extracting(Refusal.Problem::key)
                .contains(
                    "rural.refusal.assessment.range_shifted",
                    "rural.refusal.assessment.no_words",
                    "rural.refusal.assessment.no_unit",
                    "rural.refusal.assessment.period_ahead"));
  }

  @Test
  void shareWrittenAsAFractionIsAskedAboutAndKeptWhenSure() {
    Report fraction = world.claim("Y Tịch", "15.1", "0.95", 0);
    refused(() -> world.record(world.commune(), fraction)).hasMessageContaining("shifted");
    world.record(world.commune(), fraction.surely());
    assertThat(world.standing("Y Tịch", "15.1").reached()).isEqualTo(Stage.NONE);
  }

  @Test
  void shareThatMayBeSmallIsAskedAboutTooBecauseTheSlipWouldCountAsMet() {
    Report poverty = world.claim("Y Tịch", "11.1", "0.09", 0);
    refused(() -> world.record(world.commune(), poverty)).hasMessageContaining("shifted");
    world.record(world.commune(), poverty.surely());
    assertThat(world.standing("Y Tịch", "11.1").reached()).isNotNull();
  }

  @Test
  void whatIsKeptIsWhatTheFactsGive() {
    assertThat(differences()).isEmpty();
    world.owner().sql("select rural.keep_all()").query(Long.class).single();
    assertThat(differences()).isEmpty();
  }

  private static List<Integer> differences() {
    return world
        .owner()
        .sql(
            "(select unit_id from (table rural.standing except select f.* from"
                + " (select array_agg(distinct unit_id) u from rural.assessment) a,"
                + " rural.standing_on(a.u, 'infinity') f) d) union all (select unit_id from"
                + " (select f.* from (select array_agg(distinct unit_id) u from rural.assessment)"
                + " a, rural.standing_on(a.u, 'infinity') f except table rural.standing) d)")
        .query((row, number) -> row.getInt(1))
        .list();
  }

  private static ThrowableAssert<Refusal> refused(ThrowableAssert.ThrowingCallable act) {
    return new ThrowableAssert<>(
        Objects.requireNonNull(catchThrowableOfType(Refusal.class, act), "not refused"));
  }
}
