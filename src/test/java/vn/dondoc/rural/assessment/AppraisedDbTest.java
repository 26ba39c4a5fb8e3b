package vn.dondoc.rural.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
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

/**
 * What was appraised and what is claimed after it: the one stands, the other waits; and how long
 * what proves it counts.
 */
class AppraisedDbTest {
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
  void figureThatWasAppraisedIsReplacedWithAReasonAndStandsUntilItIsFoundOtherwise() {
    appraised("12.1", "95");
    Report less = world.claim("Y Tịch", "12.1", "80", 3);
    refused(() -> world.record(world.commune(), less))
        .satisfies(refusal ->
            assertThat(refusal.problems())
                .singleElement()
                .satisfies(problem -> {
                  assertThat(problem.key()).endsWith("no_reason");
                  assertThat(problem.arguments())
                      .contains("12.1", "Sở thẩm định mẫu", RuralWorld.DAY);
                }));
    world.record(world.commune(), RuralWorld.as(Kind.CLAIM, less, 3, "rà soát lại lao động"));
    assertThat(world.standing("Y Tịch", "12.1"))
        .satisfies(standing -> {
          assertThat(standing.reached()).isEqualTo(Stage.APPRAISED);
          assertThat(standing.appraised()).isTrue();
          assertThat(Objects.requireNonNull(standing.claim()).verdict()).isFalse();
        });
    assertThat(criteriaMet("12.1")).isOne();
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, less, 4, null));
    assertThat(world.standing("Y Tịch", "12.1"))
        .satisfies(standing -> {
          assertThat(standing.reached()).isEqualTo(Stage.NONE);
          assertThat(standing.verified()).isFalse();
          assertThat(standing.appraised()).isNull();
        });
    assertThat(criteriaMet("12.1")).isZero();
  }

  @Test
  void newerFigureGivenBackOrFoundGoodLeavesWhatWasAppraised() {
    appraised("14.2", "95");
    Report newer = world.claim("Y Tịch", "14.2", "96", 3);
    world.record(world.commune(), RuralWorld.as(Kind.CLAIM, newer, 3, "bổ sung học sinh"));
    world.record(world.district(), RuralWorld.as(Kind.RETURN, newer, 4, "thiếu danh sách"));
    assertThat(world.standing("Y Tịch", "14.2"))
        .satisfies(standing -> {
          assertThat(standing.returned()).isTrue();
          assertThat(standing.reached()).isEqualTo(Stage.APPRAISED);
        });
    world.record(world.commune(), RuralWorld.as(Kind.CLAIM, newer, 5, null));
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, newer, 6, null));
    assertThat(world.standing("Y Tịch", "14.2").reached()).isEqualTo(Stage.APPRAISED);
    world.record(world.district(), RuralWorld.as(Kind.RETURN, newer, 7, "số không khớp"));
    assertThat(world.standing("Y Tịch", "14.2").reached()).isEqualTo(Stage.APPRAISED);
  }

  @Test
  void whatWasAppraisedIsNeitherVerifiedAgainNorGivenBackUntilItIsClaimedAnew() {
    Report claim = appraised("14.3", "50");
    Report less = world.claim("Y Tịch", "14.3", "10", 3);
    for (Report overruling :
        List.of(
            RuralWorld.as(Kind.VERIFY, less, 3, "đếm lại"),
            RuralWorld.as(Kind.RETURN, claim, 3, "hồ sơ có sai sót"))) {
      refused(() -> world.record(world.district(), overruling))
          .satisfies(refusal -> assertThat(told(refusal)).contains("14.3", "đã thẩm định ngày"));
    }
    refused(() -> world.record(office(), RuralWorld.as(Kind.RETURN, claim, 3, "hồ sơ có sai sót")))
        .hasMessageContaining("already_appraised");
    for (String kind : List.of("verify", "return")) {
      assertThatThrownBy(() -> byHand("14.3", 4, kind)).hasMessageContaining("out of order");
    }
    assertThat(world.standing("Y Tịch", "14.3").reached()).isEqualTo(Stage.APPRAISED);
    world.record(world.commune(), RuralWorld.as(Kind.CLAIM, less, 3, "rà soát lại"));
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, less, 4, null));
    assertThat(world.standing("Y Tịch", "14.3").verified()).isFalse();
  }

  @Test
  void verificationOfANewMonthFindsOtherwiseWhatWasAppraisedBefore() {
    Report july =
        Report.claim(
            world.unit("Y Tịch"),
            world.indicator("4.2").id(),
            YearMonth.of(2020, 7),
            0,
            world.claim("Y Tịch", "4.2", "97", 0).figures());
    appraised(july);
    Report august = world.claim("Y Tịch", "4.2", "60", 0);
    world.record(world.commune(), august);
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, august, 1, null));
    assertThat(world.standing("Y Tịch", "4.2").reached()).isEqualTo(Stage.NONE);
  }

  @Test
  void departmentGivesBackWhatTheDistrictFoundGoodAndNothingIsGivenBackTwice() {
    Report claim = world.claim("Y Tịch", "13.2", "1", 0);
    world.record(world.commune(), claim);
    refused(() -> world.record(office(), RuralWorld.as(Kind.RETURN, claim, 1, "thiếu hồ sơ")))
        .satisfies(refusal -> assertThat(told(refusal)).contains("13.2", "huyện chưa thẩm tra"));
    assertThatThrownBy(() -> byHand("13.2", 2, "return")).hasMessageContaining("out of order");
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null));
    world.record(office(), RuralWorld.as(Kind.RETURN, claim, 2, "thiếu hồ sơ"));
    assertThat(world.standing("Y Tịch", "13.2").returned()).isTrue();
    refused(() -> world.record(world.district(), RuralWorld.as(Kind.RETURN, claim, 3, "nữa")))
        .satisfies(refusal -> assertThat(told(refusal)).contains("13.2", "chưa báo lại"));
    assertThatThrownBy(() -> byHand("13.2", 4, "return")).hasMessageContaining("out of order");
    assertThatThrownBy(() -> byHand("13.2", 4, "appraise")).hasMessageContaining("out of order");
  }

  private static String told(Refusal refusal) {
    return Texts.in(Language.VI).tell(refusal.problems().getFirst());
  }

  /** Past the program, as a person the place is not within. */
  private static void byHand(String indicator, int step, String kind) {
    world
        .owner()
        .sql(
            "with e as (insert into rural.entry (way, on_day, by_account, by_name)"
                + " values ('page', '2020-08-14', 5, 'x') returning id)"
                + " insert into rural.assessment (entry_id, unit_id, indicator_id, period,"
                + " step, kind, on_day, words) select id, :unit, :indicator,"
                + " '2020-08-01', :step, :kind, '2020-08-14', 'x' from e")
        .param("unit", world.unit("Y Tịch"))
        .param("indicator", world.indicator(indicator).id())
        .param("step", step)
        .param("kind", kind)
        .update();
  }

  @Test
  void claimOfALaterMonthWithoutEvidenceStaysEndedUntilNewEvidenceComes() {
    YearMonth june = YearMonth.of(2020, 6);
    evidence("8.2", june, 0, LocalDate.of(2020, 7, 15));
    assertThat(world.standing("Y Tịch", "8.2").expiresOn()).isEqualTo("2020-07-15");
    assertThat(expired("8.2", june)).isTrue();
    world.record(world.commune(), world.claim("Y Tịch", "8.2", "1", 0));
    assertThat(world.standing("Y Tịch", "8.2").expiresOn()).isEqualTo("2020-07-15");
    assertThat(expired("8.2", RuralWorld.AUGUST)).isTrue();
    evidence("8.2", RuralWorld.AUGUST, 1, null);
    assertThat(world.standing("Y Tịch", "8.2").expiresOn()).isNull();
    assertThat(expired("8.2", RuralWorld.AUGUST)).isFalse();
    assertThat(expired("8.2", june)).isTrue();
  }

  @Test
  void newestWordAboutTheSameFileCountsThoughItsDayIsEarlier() {
    LocalDate right = LocalDate.of(2020, 8, 31);
    LocalDate wrong = LocalDate.of(2028, 8, 31);
    int seen = 0;
    for (LocalDate day : List.of(right, wrong, right)) {
      evidence("7.1", RuralWorld.AUGUST, seen++, day);
      assertThat(world.standing("Y Tịch", "7.1").expiresOn()).isEqualTo(day);
    }
    assertThat(
            Acting.call(
                world.commune(),
                () ->
                    world
                        .assessments()
                        .month(world.unit("Y Tịch"), RuralWorld.AUGUST)
                        .evidence(world.indicator("7.1").id())))
        .extracting(Evidence::expiresOn)
        .containsExactly(right);
  }

  @Test
  void resultDoesNotEndWhileOneOfItsEvidenceHasNoLastDay() {
    YearMonth june = YearMonth.of(2020, 6);
    evidence("8.4", june, 0, LocalDate.of(2020, 7, 15));
    evidence("8.4", june, 1, null);
    assertThat(world.standing("Y Tịch", "8.4").expiresOn()).isNull();
    assertThat(expired("8.4", june)).isFalse();
    evidence("8.4", RuralWorld.AUGUST, 0, LocalDate.of(2020, 8, 31));
    assertThat(world.standing("Y Tịch", "8.4").expiresOn()).isEqualTo("2020-08-31");
  }

  private static void evidence(
      String indicator, YearMonth month, int seen, @Nullable LocalDate until) {
    int unit = world.unit("Y Tịch");
    int id = world.indicator(indicator).id();
    byte[] content = "%PDF-1.4 a".getBytes(StandardCharsets.UTF_8);
    Attachment file = new Attachment(unit, id, month, "giay.pdf", content, until);
    Report claim = Report.claim(unit, id, month, seen, Map.of("gia_tri", BigDecimal.ONE));
    Acting.call(
        world.commune(),
        () -> world.assessments().record(Sending.ofPage(null), List.of(claim), List.of(file)));
  }

  private static boolean expired(String indicator, YearMonth month) {
    int id = world.indicator(indicator).id();
    int unit = world.unit("Y Tịch");
    return Acting.call(world.commune(), () -> world.assessments().month(unit, month)).isExpired(id);
  }

  /** How many of the criteria of one indicator the matrix counts as met by appraisal. */
  private static int criteriaMet(String indicator) {
    return world
        .owner()
        .sql(
            "select count(*) filter (where c.met = c.indicators)::int"
                + " from rural.indicator i"
                + " cross join rural.criteria_at(array[:unit], i.set_id, :day, 3) c"
                + " where i.id = :indicator and c.criterion_id = i.criterion_id")
        .param("unit", world.unit("Y Tịch"))
        .param("day", RuralWorld.DAY)
        .param("indicator", world.indicator(indicator).id())
        .query(Integer.class)
        .single();
  }

  /** Claimed, verified and appraised with the same figure. */
  private static Report appraised(String indicator, String figure) {
    Report claim = appraised(world.claim("Y Tịch", indicator, figure, 0));
    assertThat(world.standing("Y Tịch", indicator).reached()).isEqualTo(Stage.APPRAISED);
    return claim;
  }

  private static Report appraised(Report claim) {
    world.record(world.commune(), claim);
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null));
    world.record(office(), RuralWorld.as(Kind.APPRAISE, claim, 2, null));
    return claim;
  }

  private static Actor office() {
    return new Actor(
        105,
        "Sở thẩm định mẫu",
        Set.of("rural.read", "rural.appraise", "rural.appraise_any"),
        false,
        List.of(world.body("Sở Công Thương")),
        List.of());
  }

  private static ThrowableAssert<Refusal> refused(ThrowableAssert.ThrowingCallable act) {
    return new ThrowableAssert<>(
        Objects.requireNonNull(catchThrowableOfType(Refusal.class, act), "not refused"));
  }
}
