package vn.dondoc.task.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Acting;
import vn.dondoc.task.Due;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Timing;

/**
 * The province goes through a year, people record what happens on its days, periods come and go.
 * What a day looked like at its end is what it looks like whenever it is asked for later.
 */
class PastDaysPropertyTest {
  private static final LocalDate START = LocalDate.of(2020, 8, 14);
  private static final List<String> KINDS =
      List.of(
          "receive",
          "progress",
          "report",
          "return",
          "report",
          "ask_extension",
          "grant_extension",
          "report",
          "hand_back",
          "refuse_hand",
          "set_date");
  private static final OverviewWorld WORLD = OverviewWorld.open();

  /** Every duty as it was told at the end of each day, asked on that very day. */
  private static final Map<LocalDate, List<Map<String, @Nullable Object>>> TOLD = new TreeMap<>();

  @BeforeContainer
  static void liveAYear() {
    Random dice = new Random(2020);
    int planning = WORLD.body("Sở Kế hoạch và Đầu tư");
    int building = WORLD.body("Sở Xây dựng");
    int district = WORLD.body("UBND huyện Chi Lăng");
    WORLD.giveDue(7, every("month", 25), planning, building);
    WORLD.giveDue(7, every("month", 31), district);
    WORLD.giveDue(7, every("week", 5), building);
    WORLD.giveDue(7, every("quarter", null), planning);
    for (int n = 0; n < 12; n++) {
      WORLD.give(
          8,
          n % 4 == 0 ? null : START.plusDays(dice.nextInt(300)),
          n % 2 == 0 ? district : planning);
    }
    for (LocalDate day = START;
        day.isBefore(START.plusMonths(12));
        day = day.plusDays(1 + dice.nextInt(9))) {
      WORLD.standOn(day);
      Acting.as(OverviewWorld.SYSTEM, () -> WORLD.province().server().door(Duties.class).advance());
      record(day, dice);
      TOLD.put(day, asOf(day));
    }
  }

  /** Some of the open duties move on, each by one step. */
  private static void record(LocalDate day, Random dice) {
    for (Map<String, @Nullable Object> duty : asOf(day)) {
      String timing = String.valueOf(duty.get("timing"));
      boolean missed = timing.equals("overdue") && duty.get("period_from") != null;
      if (timing.startsWith("done") || missed || dice.nextInt(6) > 0) {
        continue;
      }
      boolean confirms = "reported".equals(duty.get("state")) && dice.nextBoolean();
      String kind = confirms ? "confirm" : KINDS.get(dice.nextInt(KINDS.size()));
      int step = number(duty, "step").intValue() + 1;
      // Where a part could come to lie behind its whole the database refuses: dates stay there.
      boolean moves = kind.equals("set_date") || kind.equals("grant_extension");
      if (duty.get("period_from") == null || !moves) {
        WORLD.fact(number(duty, "id").longValue(), step, kind, day);
      }
    }
  }

  @AfterContainer
  static void close() {
    WORLD.province().close();
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void noDayChangesAfterItIsOver(@ForAll @IntRange(max = 1000) int pick) {
    List<LocalDate> days = new ArrayList<>(TOLD.keySet());
    LocalDate day = days.get(pick % days.size());
    assertThat(asOf(day)).isEqualTo(TOLD.get(day));
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void missedOccurrenceIsNeverRevivedByTheDaysThatFollow(
      @ForAll @IntRange(max = 1000) int pick, @ForAll @IntRange(max = 2000) int later) {
    List<LocalDate> days = new ArrayList<>(TOLD.keySet());
    LocalDate day = days.get(pick % days.size());
    LocalDate after = days.getLast().plusDays(later);
    Map<Object, String> then = missed(asOf(day));
    Map<Object, String> now = timings(asOf(after));
    assertThat(TOLD.values().stream().flatMap(List::stream).map(d -> d.get("timing")))
        .contains("overdue");
    then.forEach(
        (id, timing) -> assertThat(now.get(id)).as("occurrence " + id).isEqualTo("overdue"));
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void everyDutyStandsInExactlyOneGroup(@ForAll @IntRange(max = 900) int later) {
    LocalDate day = START.plusDays(later);
    List<Map<String, @Nullable Object>> duties = asOf(day);
    long counted = 0;
    for (Map<String, @Nullable Object> duty : duties) {
      Timing timing = OverviewStore.timing(String.valueOf(duty.get("timing")));
      long groups =
          List.of(Progress.values()).stream().filter(p -> p.timings().contains(timing)).count();
      assertThat(groups).as("%s", duty).isEqualTo(timing == Timing.NOT_COUNTED ? 0 : 1);
      counted += groups;
    }
    DutyListing listing = WORLD.province().server().door(DutyListing.class);
    DutyFilter filter = DutyFilter.on(day);
    assertThat(Acting.call(OverviewWorld.SYSTEM, () -> listing.counts(filter)).total())
        .isEqualTo(counted);
  }

  /** Occurrences whose day went by without a word to the office. */
  private static Map<Object, String> missed(List<Map<String, @Nullable Object>> duties) {
    Map<Object, String> missed = new TreeMap<>();
    for (Map<String, @Nullable Object> duty : duties) {
      if (duty.get("period_from") != null && "overdue".equals(duty.get("timing"))) {
        missed.put(duty.get("id"), "overdue");
      }
    }
    return missed;
  }

  private static Map<Object, String> timings(List<Map<String, @Nullable Object>> duties) {
    Map<Object, String> timings = new TreeMap<>();
    duties.forEach(duty -> timings.put(duty.get("id"), String.valueOf(duty.get("timing"))));
    return timings;
  }

  private static Number number(Map<String, @Nullable Object> duty, String column) {
    return (Number) Objects.requireNonNull(duty.get(column), column);
  }

  private static List<Map<String, @Nullable Object>> asOf(LocalDate day) {
    return WORLD
        .owner()
        .sql("select * from task.duties_on(:day) order by id")
        .param("day", day)
        .query()
        .listOfRows();
  }

  private static Due every(String every, @Nullable Integer day) {
    return new Due(Due.Kind.RECURRING, null, null, null, every, day, null, null, null, null, false);
  }
}
