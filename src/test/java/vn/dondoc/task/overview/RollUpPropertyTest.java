package vn.dondoc.task.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.dondoc.kernel.Acting;
import vn.dondoc.task.life.Timing;

/**
 * Whatever the facts are, the lines add up to the whole, and their order in the book is nothing.
 */
class RollUpPropertyTest {
  private static final LocalDate START = LocalDate.of(2020, 8, 14);
  private static final List<String> KINDS =
      List.of(
          "receive",
          "progress",
          "hand_back",
          "refuse_hand",
          "report",
          "return",
          "confirm",
          "set_date",
          "ask_extension",
          "grant_extension",
          "withdraw",
          "accept_hand");
  private static final OverviewWorld WORLD = OverviewWorld.open();

  /** Pairs of duties with the same facts, written down in different order: sources 1 and 2. */
  @BeforeContainer
  static void liveAtRandom() {
    List<Integer> bodies =
        List.of(
            WORLD.body("Sở Kế hoạch và Đầu tư"),
            WORLD.body("Sở Tài chính"),
            WORLD.body("Sở Xây dựng"),
            WORLD.body("UBND huyện Chi Lăng"));
    Random random = new Random(20_200_814);
    for (int n = 0; n < 60; n++) {
      LocalDate due = n % 4 == 0 ? null : START.plusDays(random.nextInt(200));
      int body = bodies.get(random.nextInt(bodies.size()));
      long one = WORLD.give(1, due, body).getFirst();
      long other = WORLD.give(2, due, body).getFirst();
      List<Integer> steps = new ArrayList<>();
      List<String> kinds = new ArrayList<>();
      List<LocalDate> days = new ArrayList<>();
      LocalDate day = START;
      for (int step = 0; step < random.nextInt(8); step++) {
        day = day.plusDays(random.nextInt(30));
        steps.add(step);
        kinds.add(KINDS.get(random.nextInt(kinds.contains("confirm") ? 6 : KINDS.size())));
        days.add(day);
      }
      steps.forEach(k -> WORLD.fact(one, k + 1, kinds.get(k), days.get(k)));
      Collections.shuffle(steps, random);
      steps.forEach(k -> WORLD.fact(other, k + 1, kinds.get(k), days.get(k)));
    }
    WORLD.standOn(START.plusDays(400));
  }

  @AfterContainer
  static void close() {
    WORLD.province().close();
  }

  @Property(tries = 40)
  void linesAddUpToTheWholeInEveryDimension(@ForAll @IntRange(max = 400) int later) {
    DutyFilter filter = DutyFilter.on(START.plusDays(later));
    Counts listed = Acting.call(OverviewWorld.SYSTEM, () -> listing().counts(filter));
    for (Dimension by : Dimension.values()) {
      Overview.Found found = Acting.call(OverviewWorld.SYSTEM, () -> overview().of(filter, by));
      for (Timing timing : Timing.values()) {
        long whole = found.total().counts().of(timing);
        assertThat(sum(found, m -> m.counts().of(timing))).as(by + " " + timing).isEqualTo(whole);
        assertThat(listed.of(timing)).as("rows of " + timing).isEqualTo(whole);
      }
      assertThat(sum(found, Measure::late)).isEqualTo(found.total().late());
      assertThat(sum(found, Measure::returned)).isEqualTo(found.total().returned());
      assertThat(sum(found, Measure::handedBack)).isEqualTo(found.total().handedBack());
      assertThat(found.rows().stream().mapToInt(row -> row.measure().mostLate()).max().orElse(0))
          .isEqualTo(found.total().mostLate());
    }
    assertThat(List.of(Progress.values()).stream().mapToLong(progress -> listed.of(progress)).sum())
        .isEqualTo(listed.total());
  }

  @Property(tries = 40)
  void orderInWhichFactsWereWrittenChangesNothing(@ForAll @IntRange(max = 400) int later) {
    Overview.Found found =
        Acting.call(
            OverviewWorld.SYSTEM,
            () -> overview().of(DutyFilter.on(START.plusDays(later)), Dimension.NOTICE));
    assertThat(found.rows()).hasSize(2);
    assertThat(found.rows().get(0).measure()).isEqualTo(found.rows().get(1).measure());
  }

  private static Overview overview() {
    return WORLD.province().server().door(Overview.class);
  }

  private static DutyListing listing() {
    return WORLD.province().server().door(DutyListing.class);
  }

  private static long sum(Overview.Found found, ToLongFunction<Measure> figure) {
    return found.rows().stream().map(Overview.Row::measure).mapToLong(figure).sum();
  }
}
