package vn.dondoc.capital.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Definitions are data, and a target stays an assumption until a person confirms it. */
class RatesDbTest {
  private static final String CLAUSE = "phấn đấu tỷ lệ giải ngân đạt từ 60% trở lên";
  private static final String NOTICE = "Thông báo mẫu 01/TB-UBND";
  private static ProjectWorld world;

  @BeforeAll
  static void start() {
    world = ProjectWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static RateTargets targets() {
    return world.door(RateTargets.class);
  }

  private static RateTarget.Said assumption(int year) {
    return Acting.call(
        world.planning(), () -> targets().assumption(year, BigDecimal.valueOf(60), CLAUSE, NOTICE));
  }

  @Test
  void sameTableAgainChangesNothingAndOneDefinitionIsAssumed() {
    int changed = Acting.call(ProjectWorld.SYSTEM, () -> world.door(Rates.class).load());
    assertThat(changed).isZero();
    assertThat(world.door(Rates.class).all()).extracting(RateDefinition::code).hasSize(6);
    assertThat(world.door(Rates.class).assumed().code()).isEqualTo("R4");
  }

  @Test
  void documentThatNamesNeitherIsTakenToMeanTheDetailedPlanByTheEndOfJanuary() {
    RateTarget.Said said = assumption(2020);
    assertThat(world.door(Rates.class).definition(said.definition()).denominator())
        .isEqualTo(RateDefinition.Denominator.PLAN);
    assertThat(said.byDay()).isEqualTo(LocalDate.of(2021, 1, 31));
  }

  @Test
  void assumptionStandsUntilAPersonConfirmsAndBothStayOnRecord() {
    RateTarget.Said said = assumption(2020);
    Acting.as(world.planning(), () -> targets().set(said, 0, true, null));
    assertThat(current(2020).assumed()).isTrue();
    Acting.as(
        world.planning(),
        () -> targets().set(said, 1, false, "Văn phòng trả lời bằng văn bản mẫu"));
    assertThat(current(2020).assumed()).isFalse();
    assertThat(current(2020).ratio()).isEqualByComparingTo("0.6");
    List<RateTarget> history = Acting.call(world.planning(), () -> targets().history(2020));
    assertThat(history).extracting(RateTarget::assumed).containsExactly(false, true);
    assertThat(
            world
                .owner()
                .sql(
                    """
                    select act from audit.entry
                     where subject_kind = 'capital.target' and subject_id like '2020%'
                     order by number
                    """)
                .query(String.class)
                .list())
        .containsExactly("capital.assume_target", "capital.confirm_target");
  }

  private static RateTarget current(int year) {
    return Acting.call(world.planning(), () -> targets().of(year, ProjectWorld.DAY).orElseThrow());
  }

  @Test
  void whoSawAnOlderWordIsToldToLookAgain() {
    RateTarget.Said said = assumption(2021);
    Acting.as(world.planning(), () -> targets().set(said, 0, true, null));
    assertThat(told(() -> targets().set(said, 0, true, "lần nữa")))
        .containsExactly(
            "Mục tiêu năm 2021 vừa có người khác ghi. Tải lại trang, xem bản mới rồi ghi tiếp.");
  }

  @Test
  void everythingWrongWithATargetIsToldAtOnce() {
    RateTarget.Said said =
        new RateTarget.Said(
            2022, BigDecimal.valueOf(140), "R9", LocalDate.of(2025, 1, 1), "", NOTICE);
    assertThat(told(() -> targets().set(said, 0, true, null)))
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).contains("140", "không quá 100"),
            one -> assertThat(one).contains("01/01/2025", "31/12/2023"),
            one -> assertThat(one).contains("Nguyên văn"),
            one -> assertThat(one).contains("R9"));
  }

  @Test
  void ownerMayNotSayWhatATargetMeans() {
    RateTarget.Said said = assumption(2023);
    assertThat(
            catchThrowableOfType(
                DataAccessException.class,
                () -> Acting.as(world.board(), () -> targets().set(said, 0, true, null))))
        .isNotNull();
    assertThat(Acting.call(world.planning(), () -> targets().history(2023))).isEmpty();
  }

  private static List<String> told(Runnable act) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Acting.as(world.planning(), act));
    return refusal.problems().stream().map(problem -> Texts.in(Language.VI).tell(problem)).toList();
  }
}
