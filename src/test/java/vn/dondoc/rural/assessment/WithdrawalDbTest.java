package vn.dondoc.rural.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.assessment.Report.Kind;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** A commune takes back what it sent while nobody has looked at it. */
class WithdrawalDbTest {
  private static final String WHY = "nhập nhầm số của xã khác";
  private static RuralWorld world;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Report back(Report claim, int seen) {
    return RuralWorld.as(Kind.WITHDRAW, claim, seen, WHY);
  }

  @Test
  void indicatorIsNotReportedAgainAndNothingIsDeleted() {
    Report claim = world.claim("Y Tịch", "8.3", "1", 0);
    world.record(world.commune(), claim);
    assertThat(world.standing("Y Tịch", "8.3").reached()).isEqualTo(Stage.CLAIMED);
    world.record(world.commune(), back(claim, 1));
    assertThat(world.standing("Y Tịch", "8.3"))
        .satisfies(standing -> {
          assertThat(standing.claim()).isNull();
          assertThat(standing.reached()).isEqualTo(Stage.NONE);
        });
    assertThat(
            Acting.call(
                world.commune(),
                () -> world.assessments().history(claim.unitId(), claim.indicatorId())))
        .extracting(Told::kind, Told::words)
        .containsExactly(tuple(Kind.WITHDRAW, WHY), tuple(Kind.CLAIM, null));
    assertThat(audited()).contains("\"withdraw\":1");
    world.record(world.commune(), world.claim("Y Tịch", "8.3", "1", 2));
    assertThat(world.standing("Y Tịch", "8.3").reached()).isEqualTo(Stage.CLAIMED);
  }

  private static String audited() {
    return world
        .owner()
        .sql(
            "select string_agg(e.after::text, ' ') from audit.entry e"
                + " where e.act = 'rural.report' and e.why = :why")
        .param("why", WHY)
        .query(String.class)
        .single();
  }

  @Test
  void claimBeforeCountsAgainWithWhatWasFoundOfIt() {
    Report first = world.claim("Y Tịch", "4.2", "96", 0);
    world.record(world.commune(), first);
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, first, 1, null));
    Report second = world.claim("Y Tịch", "4.2", "90", 2);
    world.record(
        world.commune(),
        new Report(
            second.unitId(),
            second.indicatorId(),
            second.period(),
            2,
            Kind.CLAIM,
            second.figures(),
            false,
            false,
            "đo lại"));
    world.record(world.commune(), back(second, 3));
    assertThat(world.standing("Y Tịch", "4.2"))
        .satisfies(standing -> {
          assertThat(Objects.requireNonNull(standing.claim()).figures().getFirst())
              .isEqualByComparingTo("96");
          assertThat(standing.reached()).isEqualTo(Stage.VERIFIED);
        });
    Actor owner = world.department(world.indicator("4.2").dataOwner());
    world.record(owner, RuralWorld.as(Kind.APPRAISE, first, 4, null));
    assertThat(world.standing("Y Tịch", "4.2").reached()).isEqualTo(Stage.APPRAISED);
  }

  @Test
  void claimOfTheMonthBeforeCountsAgain() {
    Report july =
        Report.claim(
            world.unit("Y Tịch"),
            world.indicator("13.1").id(),
            YearMonth.of(2020, 7),
            0,
            Map.of("gia_tri", BigDecimal.ONE));
    world.record(world.commune(), july);
    Report august = world.claim("Y Tịch", "13.1", "0", 0);
    world.record(world.commune(), august);
    assertThat(world.standing("Y Tịch", "13.1").reached()).isEqualTo(Stage.NONE);
    world.record(world.commune(), back(august, 1));
    assertThat(world.standing("Y Tịch", "13.1"))
        .satisfies(standing -> {
          assertThat(Objects.requireNonNull(standing.claim()).period())
              .isEqualTo(LocalDate.of(2020, 7, 1));
          assertThat(standing.reached()).isEqualTo(Stage.CLAIMED);
        });
  }

  @Test
  void whatWasLookedAtOrGivenBackOrNeverSentIsNotTakenBack() {
    Report claim = world.claim("Y Tịch", "3.1", "85", 0);
    refused(() -> world.record(world.commune(), back(claim, 0)), "không còn số đã gửi nào");
    world.record(world.commune(), claim);
    refused(
        () -> world.record(world.commune(), RuralWorld.as(Kind.WITHDRAW, claim, 1, " ")),
        "ghi rõ vì sao rút lại");
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null));
    refused(
        () -> world.record(world.commune(), back(claim, 2)),
        "đã được xét (Huyện thẩm tra: Huyện Chi Lăng mẫu, 14/08/2020) nên không rút lại được nữa");
    Report other = world.claim("Y Tịch", "3.2", "1", 0);
    world.record(world.commune(), other);
    world.record(world.district(), RuralWorld.as(Kind.RETURN, other, 1, "thiếu hồ sơ"));
    refused(() -> world.record(world.commune(), back(other, 2)), "đã được trả lại");
  }

  @Test
  void whoVerifiesAtTheSameMomentAndWhoTakesBackCannotBothSucceed() {
    Report claim = world.claim("Y Tịch", "5.1", "75", 0);
    world.record(world.commune(), claim);
    world.record(world.commune(), back(claim, 1));
    refused(
        () -> world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null)),
        "xã chưa tự đánh giá kỳ này");
  }

  @Test
  void anothersWordsAreGivenBackAndNotTakenBack() {
    Report claim = world.claim("Y Tịch", "7.1", "1", 0);
    world.record(world.commune(), claim);
    refused(() -> world.record(world.district(), back(claim, 1)), "chỉ người đã gửi hoặc UBND");
    Actor reader =
        new Actor(
            109,
            "Người xem mẫu",
            Set.of("rural.read"),
            false,
            world.commune().bodies(),
            world.commune().places());
    refused(() -> world.record(reader, back(claim, 1)), "không ghi bước này");
    Report own = world.claim("Y Tịch", "8.2", "1", 0);
    world.record(world.district(), own);
    world.record(world.commune(), back(own, 1));
    assertThat(world.standing("Y Tịch", "8.2").claim()).isNull();
  }

  @Test
  void databaseItselfRefusesWhatIsLookedAtAndWhatIsNotTheirs() {
    Report claim = world.claim("Y Tịch", "16.1", "80", 0);
    world.record(world.commune(), claim);
    assertThatThrownBy(() -> insert(world.district(), claim, 2))
        .rootCause()
        .hasMessageContaining("is not theirs to take back");
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null));
    assertThatThrownBy(() -> insert(world.commune(), claim, 3))
        .rootCause()
        .hasMessageContaining("nothing of indicator");
  }

  /** Past every check of the program. */
  private static void insert(Actor actor, Report claim, int step) {
    AssessmentStore store = world.door(AssessmentStore.class);
    TransactionTemplate within =
        new TransactionTemplate(world.door(PlatformTransactionManager.class));
    Acting.as(
        actor,
        () ->
            within.executeWithoutResult(status -> {
              long entry = store.open(Sending.ofPage(null), RuralWorld.DAY).orElseThrow();
              store.record(
                  entry, List.of(new AssessmentStore.Line(back(claim, step - 1), step, List.of())));
            }));
  }

  @Test
  void whatIsKeptIsWhatTheFactsGive() {
    Report claim = world.claim("Y Tịch", "8.4", "1", 0);
    world.record(world.commune(), claim);
    world.record(world.commune(), back(claim, 1));
    String standing = "select md5(string_agg(s::text, ',' order by s::text)) from rural.standing s";
    String kept = world.owner().sql(standing).query(String.class).single();
    world.owner().sql("select rural.keep_all()").query(Long.class).single();
    assertThat(world.owner().sql(standing).query(String.class).single()).isEqualTo(kept);
  }

  private static void refused(ThrowableAssert.ThrowingCallable act, String words) {
    Refusal refusal =
        Objects.requireNonNull(catchThrowableOfType(Refusal.class, act), "not refused");
    assertThat(refusal.problems())
        .singleElement()
        .satisfies(problem -> assertThat(Texts.in(Language.VI).tell(problem)).contains(words));
  }
}
