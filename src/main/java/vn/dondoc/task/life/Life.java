package vn.dondoc.task.life;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vòng đời của một phần việc, computed from its facts and nothing else; the order in which the
 * facts are handed over does not matter.
 *
 * @param state where it stands
 * @param originalDue hạn ban đầu: last day in time as first set; null while none is
 * @param due hạn hiện tại: after extensions
 * @param reportedOn the day of the report that counts
 * @param confirmedOn the day it was confirmed
 * @param asked an extension asked for and not yet decided
 * @param step the last fact's step
 */
public record Life(
    State state,
    @Nullable LocalDate originalDue,
    @Nullable LocalDate due,
    @Nullable LocalDate reportedOn,
    @Nullable LocalDate confirmedOn,
    @Nullable Fact asked,
    int step) {

  /** Không còn thời hạn: the day of a fact that takes a deadline away. */
  public static final LocalDate NO_DAY = LocalDate.MAX;

  /** Folds the facts recorded up to a day. */
  public static Life of(@Nullable LocalDate firstDue, Collection<Fact> facts, LocalDate asOf) {
    List<Fact> told =
        facts.stream()
            .filter(fact -> !fact.onDay().isAfter(asOf))
            .sorted(Comparator.comparingInt(Fact::step))
            .toList();
    Life life = new Life(State.NEW, firstDue, firstDue, null, null, null, 0);
    for (Fact fact : told) {
      life = life.after(fact);
    }
    return life;
  }

  private Life after(Fact fact) {
    State next = fact.kind().leadsTo() == null ? state : fact.kind().leadsTo();
    LocalDate first = originalDue;
    LocalDate now = due;
    if (fact.kind() == FactKind.SET_DATE || fact.kind() == FactKind.EVENT) {
      // A duty that had no day gets its first one; one that had keeps it beside the new one.
      now = NO_DAY.equals(fact.until()) ? null : fact.until();
      first = originalDue == null ? now : originalDue;
    } else if (fact.kind() == FactKind.GRANT_EXTENSION) {
      now = fact.until();
    }
    Fact open =
        switch (fact.kind()) {
          case ASK_EXTENSION -> fact;
          case GRANT_EXTENSION, REFUSE_EXTENSION -> null;
          default -> next.isClosed() ? null : asked;
        };
    LocalDate reported = fact.kind() == FactKind.REPORT ? fact.onDay() : reportedOn;
    LocalDate confirmed = fact.kind() == FactKind.CONFIRM ? fact.onDay() : confirmedOn;
    return new Life(
        next, first, now, next == State.RETURNED ? null : reported, confirmed, open, fact.step());
  }

  /** Mức độ so với hạn hiện tại. */
  public Timing timing(LocalDate today) {
    return Timing.of(this, due, today);
  }

  /** Mức độ so với hạn ban đầu, whatever extension was granted. */
  public Timing originalTiming(LocalDate today) {
    return Timing.of(this, originalDue, today);
  }

  /** Days late: of what is still owed by today, of what was reported by its report; else 0. */
  public long daysLate(LocalDate today) {
    if (due == null || !state.counts()) {
      return 0;
    }
    LocalDate end = reportedOn == null ? today : reportedOn;
    return Math.max(0, ChronoUnit.DAYS.between(due, end));
  }
}
