package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.web.Days;
import vn.dondoc.web.Label;

/**
 * Soát một dòng kế hoạch.
 *
 * @param change what is to be written
 * @param line as it stands
 * @param indicator chỉ tiêu
 * @param owes tên cơ quan that owes it as it stands; empty when none is known
 * @param today ngày của tỉnh
 */
record PlanCheck(
    PlanChange change, PlanLine line, Indicator indicator, String owes, LocalDate today) {
  static PlanCheck of(
      PlanChange change,
      PlanLine line,
      Indicator indicator,
      Map<Integer, String> names,
      LocalDate today) {
    Integer body = line.owed().bodyId();
    String owes = body == null ? "" : names.getOrDefault(body, "");
    return new PlanCheck(change, line, indicator, owes, today);
  }

  private static final int YEARS = 6;
  private static final int LONGEST_ACTION = 2000;
  private static final int LONGEST = 300;

  void look(List<Problem> problems) {
    PlanLine.Owed owed = change.owed();
    boolean owing = Handing.owes(line);
    if (!owing && !(Handing.answers(line) && Handing.answersOnly(change, line))) {
      problems.add(notYours(line, indicator, owes));
      return;
    }
    if (change.seen() != line.step()) {
      add(problems, PlanRefusal.CHANGED, said(line.owed(), owed), said(owed, line.owed()));
    }
    boolean moved = !Objects.equals(owed.dueOn(), line.owed().dueOn());
    boolean handed = Handing.handed(change, line);
    LocalDate last = LocalDate.of(change.year(), 12, 31);
    if (moved
        && owed.dueOn() != null
        && (owed.dueOn().isBefore(today) || owed.dueOn().isAfter(last))) {
      add(problems, PlanRefusal.DAY_FAR, today, last);
    }
    until(problems, owed);
    LocalDate expires = line.found().expiresOn();
    if (moved && line.kind() == PlanLine.Kind.KEEP && owed.dueOn() != null) {
      // What is met is kept by evidence that still proves it.
      if (expires != null && !expires.isBefore(today) && owed.dueOn().isAfter(expires)) {
        add(problems, PlanRefusal.AFTER_EXPIRY, owed.dueOn(), expires);
      }
    }
    if ((handed || change.declines()) && isBlank(change.why())) {
      add(problems, PlanRefusal.NO_WHY);
    }
    if (moved && isBlank(change.why())) {
      add(problems, PlanRefusal.NO_WHY_DAY, told(line.owed().dueOn()), told(owed.dueOn()));
    }
    // What is followed as a task is moved there, so that the two never part.
    if (line.owed().taskId() != null && (moved || handed)) {
      add(problems, PlanRefusal.LOCKED);
    }
    if (owed.cost() != null && owed.cost() < 0) {
      add(problems, PlanRefusal.COST, owed.cost());
    }
    if (isLong(owed.action(), LONGEST_ACTION)
        || isLong(owed.project(), LONGEST)
        || isLong(owed.blockedBy(), LONGEST)
        || isLong(owed.post(), LONGEST / 2)) {
      add(problems, PlanRefusal.LONG, LONGEST_ACTION, LONGEST);
    }
  }

  /**
   * Who does not owe a line does not open it to change it.
   *
   * @param owes tên cơ quan that owes it; empty when none is known
   */
  static void requireOwing(PlanLine line, Indicator indicator, String owes) {
    if (!Plans.mayChange(line)) {
      throw Refusal.of(PlanRefusal.NOT_YOURS, List.of(notYours(line, indicator, owes)));
    }
  }

  private static Problem notYours(PlanLine line, Indicator indicator, String owes) {
    String unit = line.unit().name();
    Object body = owes.isEmpty() ? new Label("rural.plan.owing_body") : owes;
    String place = unit + " · " + indicator.number();
    return Problem.at(place, PlanRefusal.NOT_YOURS.key(), unit, indicator.number(), body);
  }

  private void add(List<Problem> problems, PlanRefusal why, Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = line.unit().name();
    arguments[1] = indicator.number();
    System.arraycopy(more, 0, arguments, 2, more.length);
    String place = line.unit().name() + " · " + indicator.number();
    problems.add(Problem.at(place, why.key(), arguments));
  }

  /** What is in the way is to be gone on a day to come; a day that stands may have passed. */
  private void until(List<Problem> problems, PlanLine.Owed owed) {
    LocalDate until = owed.blockedUntil();
    if (until == null) {
      return;
    }
    boolean said = !until.equals(line.owed().blockedUntil());
    if (said && until.isBefore(today)) {
      add(problems, PlanRefusal.UNTIL_PAST, until, today);
    } else if (said && until.isAfter(today.plusYears(YEARS))) {
      add(problems, PlanRefusal.UNTIL_FAR, until, today.plusYears(YEARS));
    }
    if (isBlank(owed.blockedBy())) {
      add(problems, PlanRefusal.NO_BLOCK);
    }
  }

  private static Object told(@Nullable LocalDate day) {
    return day == null ? "–" : day;
  }

  private static boolean isBlank(@Nullable String words) {
    return words == null || words.isBlank();
  }

  private static boolean isLong(@Nullable String words, int most) {
    return words != null && words.length() > most;
  }

  /** What differs from another saying, in a few words, for somebody who has to choose. */
  private static String said(PlanLine.Owed owed, PlanLine.Owed other) {
    List<@Nullable Object> mine = values(owed);
    List<@Nullable Object> theirs = values(other);
    return IntStream.range(0, mine.size())
        .filter(at -> !Objects.equals(mine.get(at), theirs.get(at)))
        .mapToObj(at -> mine.get(at) == null ? "–" : "" + mine.get(at))
        .collect(Collectors.joining("; "));
  }

  private static List<@Nullable Object> values(PlanLine.Owed owed) {
    return Arrays.asList(
        owed.action(),
        owed.post(),
        owed.dueOn() == null ? null : Days.written(owed.dueOn()),
        owed.cost(),
        owed.project(),
        owed.blockedBy(),
        owed.blockedUntil() == null ? null : Days.written(owed.blockedUntil()));
  }

  static Map<String, Object> facts(
      PlanLine.Owed owed, @Nullable Integer body, @Nullable Integer asked) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("action", owed.action());
    facts.put("body", body);
    if (asked != null) {
      facts.put("asked", asked);
    }
    facts.put("post", owed.post());
    facts.put("due", owed.dueOn() == null ? null : owed.dueOn().toString());
    facts.put("cost", owed.cost());
    facts.put("project", owed.project());
    facts.put("blocked", owed.blockedBy());
    facts.put("until", owed.blockedUntil() == null ? null : owed.blockedUntil().toString());
    facts.put("task", owed.taskId());
    return facts;
  }
}
