package vn.dondoc.rural.standard.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.draft.ForceStore.ResultDay;

/** Soát hiệu lực: whether the days asked for leave every result the set it rests on. */
final class ForceCheck {
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private final List<CriteriaSet> sets;
  private final List<ResultDay> results;
  private final List<Problem> problems = new ArrayList<>();
  private final List<CriteriaSet> ending = new ArrayList<>();
  private final List<CriteriaSet> offered = new ArrayList<>();

  /**
   * About one kind and grade.
   *
   * @param sets every set
   * @param results months of that kind and grade that have results
   */
  ForceCheck(List<CriteriaSet> sets, List<ResultDay> results) {
    this.sets = sets;
    this.results = results;
  }

  List<Problem> problems() {
    return problems;
  }

  List<CriteriaSet> ending() {
    return ending;
  }

  List<CriteriaSet> offered() {
    return offered;
  }

  /** A draft that is to take force. */
  void draft(Draft draft, ForcePlan.Days days) {
    LocalDate until = days.until();
    if (days.from().isBefore(FIRST) || days.from().isAfter(LAST)) {
      tell("from", "far", days.from(), FIRST, LAST);
    }
    if (until != null && !until.isAfter(days.from())) {
      tell("until", "order", days.from(), until);
      return;
    }
    parent(draft, days);
    for (CriteriaSet set : sets) {
      CriteriaSet.Force force = set.force();
      if (force != null && isRival(set, draft) && meets(force, days)) {
        rival(set, force, days);
      }
    }
    results(days.from(), day -> days.holds(day) || ending.stream().anyMatch(set -> had(set, day)));
  }

  /** A set that is to end before its time, or at all. */
  void end(CriteriaSet set, LocalDate until) {
    CriteriaSet.Force force = set.force();
    if (force == null) {
      tell("until", "no_force", set.code());
      return;
    }
    if (!until.isAfter(force.from()) || until.isAfter(LAST)) {
      tell("until", "order", force.from(), until);
      return;
    }
    if (force.until() != null && !until.isBefore(force.until())) {
      tell("until", "later", set.code(), force.until());
      return;
    }
    family(set, until);
    results(until, day -> ending.stream().anyMatch(one -> had(one, day)));
  }

  /** A set that fills in another is in force only while the other is. */
  private void parent(Draft draft, ForcePlan.Days days) {
    if (draft.parent() == null) {
      return;
    }
    CriteriaSet parent =
        sets.stream().filter(set -> set.id() == draft.parent()).findFirst().orElseThrow();
    CriteriaSet.Force force = parent.force();
    if (force == null || !force.holds(days.from())) {
      tell("from", "parent", parent.code(), days.from());
    } else if (force.until() != null
        && (days.until() == null || days.until().isAfter(force.until()))) {
      tell("until", "parent_ends", parent.code(), force.until());
    }
  }

  /** Sets of which only one can be in force on a day. */
  private static boolean isRival(CriteriaSet set, Draft draft) {
    return Objects.equals(set.parent(), draft.parent())
        && set.kind().equals(draft.paper().set().text("kind"))
        && set.grade().equals(draft.paper().set().text("grade"));
  }

  private static boolean meets(CriteriaSet.Force force, ForcePlan.Days days) {
    boolean beginsBefore = days.until() == null || force.from().isBefore(days.until());
    return beginsBefore && (force.until() == null || force.until().isAfter(days.from()));
  }

  private void rival(CriteriaSet set, CriteriaSet.Force force, ForcePlan.Days days) {
    if (!force.from().isBefore(days.from())) {
      tell("until", "rival_later", set.code(), force.from());
    } else if (days.endOld()) {
      family(set, days.from());
    } else {
      offered.add(set);
      tell("endOld", "rival", set.code(), days.from(), days.from().minusDays(1));
    }
  }

  /** A set ends, and with it what fills it in. */
  private void family(CriteriaSet set, LocalDate until) {
    ending.add(set);
    for (CriteriaSet child : sets) {
      CriteriaSet.Force force = child.force();
      boolean beyond = force != null && (force.until() == null || force.until().isAfter(until));
      if (beyond && Objects.equals(child.parent(), set.id())) {
        if (Objects.requireNonNull(force).from().isBefore(until)) {
          ending.add(child);
        } else {
          tell("until", "child_later", child.code(), force.from());
        }
      }
    }
  }

  private static boolean had(CriteriaSet set, LocalDate day) {
    return set.force() != null && set.force().holds(day);
  }

  /** No month with results gets another set, or loses the one it has. */
  private void results(LocalDate from, java.util.function.Predicate<LocalDate> changes) {
    long count = 0;
    LocalDate last = null;
    for (ResultDay result : results) {
      if (!result.day().isBefore(from) && changes.test(result.day())) {
        count += result.results();
        last = result.day();
      }
    }
    if (last != null) {
      tell("from", "results", from, count, last, last.plusDays(1));
    }
  }

  /** Results before a day, by the set they rest on. */
  List<ForcePlan.Kept> kept(@Nullable LocalDate before) {
    Map<Integer, ForcePlan.Kept> kept = new LinkedHashMap<>();
    for (ResultDay result : results) {
      if (before == null || result.day().isBefore(before)) {
        kept.merge(
            result.set(),
            new ForcePlan.Kept(code(result.set()), result.results(), result.day(), result.day()),
            (a, b) -> new ForcePlan.Kept(a.code(), a.results() + b.results(), a.first(), b.last()));
      }
    }
    return List.copyOf(kept.values());
  }

  private String code(int id) {
    return sets.stream()
        .filter(set -> set.id() == id)
        .map(CriteriaSet::code)
        .findFirst()
        .orElse("");
  }

  private void tell(String field, String what, Object... arguments) {
    problems.add(Problem.at(field, "rural.draft.force." + what, arguments));
  }
}
