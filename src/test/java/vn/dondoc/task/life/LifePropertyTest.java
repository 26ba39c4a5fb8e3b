package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every life of a duty, however it went. */
class LifePropertyTest {
  private static final LocalDate START = LocalDate.of(2020, 8, 14);
  private static final LocalDate DUE = LocalDate.of(2020, 9, 25);

  @Provide
  Arbitrary<List<Fact>> lives() {
    return Arbitraries.longs().map(LifePropertyTest::life);
  }

  /** A life that obeys the state machine: whatever is possible, up to thirty steps on. */
  static List<Fact> life(long seed) {
    Random dice = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    LocalDate day = START;
    State state = State.NEW;
    int length = dice.nextInt(30);
    for (int step = 1; step <= length && !state.isClosed(); step++) {
      State now = state;
      List<FactKind> possible =
          List.of(FactKind.values()).stream().filter(kind -> kind.isPossible(now)).toList();
      FactKind kind = possible.get(dice.nextInt(possible.size()));
      day = day.plusDays(dice.nextInt(12));
      boolean taken = kind == FactKind.SET_DATE && dice.nextInt(4) == 0;
      LocalDate moved = taken ? Life.NO_DAY : day.plusDays(dice.nextInt(40));
      LocalDate until = kind.needsDay() ? moved : null;
      Integer other = kind == FactKind.HAND_BACK ? Integer.valueOf(1) : null;
      facts.add(new Fact(step, kind, day, until, other, "mẫu", Instant.EPOCH, 1, "mẫu"));
      state = kind.leadsTo() == null ? state : kind.leadsTo();
    }
    return facts;
  }

  @Property
  void anyOrderOfTheSameFactsGivesTheSameLife(
      @ForAll("lives") List<Fact> facts, @ForAll long dice) {
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(dice));
    LocalDate day = START.plusYears(1);
    assertThat(Life.of(DUE, shuffled, day)).isEqualTo(Life.of(DUE, facts, day));
  }

  @Property
  void originalDayNeverMoves(@ForAll("lives") List<Fact> facts) {
    for (LocalDate day = START; day.isBefore(START.plusMonths(6)); day = day.plusDays(7)) {
      assertThat(Life.of(DUE, facts, day).originalDue()).isEqualTo(DUE);
    }
  }

  @Property
  void closedLifeStaysAsItEnded(@ForAll("lives") List<Fact> facts) {
    LocalDate end = facts.isEmpty() ? START : facts.getLast().onDay();
    Life life = Life.of(DUE, facts, end);
    if (life.state().isClosed()) {
      Timing then = life.timing(end);
      assertThat(life.timing(end.plusYears(3))).isEqualTo(then);
      assertThat(life.daysLate(end.plusYears(3))).isEqualTo(life.daysLate(end));
    }
  }

  @Property
  void everyDutyHasOneTimingAndLatenessAgreesWithIt(@ForAll("lives") List<Fact> facts) {
    LocalDate day = START.plusMonths(4);
    Life life = Life.of(DUE, facts, day);
    boolean late =
        switch (life.timing(day)) {
          case DONE_LATE, REPORTED_LATE, OVERDUE -> true;
          case DONE_IN_TIME,
              DONE_UNDATED,
              REPORTED_IN_TIME,
              DUE_SOON,
              IN_TIME,
              UNDATED,
              NOT_COUNTED ->
              false;
        };
    assertThat(life.daysLate(day) > 0).isEqualTo(late);
  }
}
