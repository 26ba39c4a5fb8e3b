package vn.dondoc.rural.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Giao việc từ kế hoạch: lines become tasks, followed as every other task is. */
@Component
public class Givings {
  /** Kind of source of these tasks. */
  public static final String SOURCE = "rural.plan";

  /** Tasks are worded in the language of the office. */
  private static final Texts VIETNAMESE = Texts.in(Language.VI);

  private final Plans plans;
  private final Tasks tasks;
  private final ProvinceDay day;

  Givings(Plans plans, Tasks tasks, ProvinceDay day) {
    this.plans = plans;
    this.tasks = tasks;
    this.day = day;
  }

  /**
   * Việc sẽ giao, to be looked over before it is.
   *
   * @param lines the lines, in the order asked
   * @param tasks what each would say, by the key of its line; only of lines that can be given
   * @param names bodies by id
   * @param problems what keeps lines from being given
   */
  record Prepared(
      List<PlanLine> lines,
      Map<Long, NewTask> tasks,
      Map<Integer, String> names,
      List<Problem> problems) {}

  /** What giving these lines would make; nothing is written. */
  @Transactional(readOnly = true)
  Prepared prepare(Collection<Long> keys, int year) {
    if (keys.isEmpty()) {
      throw Refusal.of(PlanRefusal.NONE, "chon");
    }
    if (keys.size() > Plans.MOST) {
      throw Refusal.of(PlanRefusal.MANY, "chon", keys.size(), Plans.MOST);
    }
    Map<Long, PlanLine> found = plans.find(keys, year);
    Yardstick yardstick = plans.yardstick();
    Map<Integer, String> names = plans.names(List.copyOf(found.values()));
    List<PlanLine> lines = new ArrayList<>();
    Map<Long, NewTask> ready = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (long key : new LinkedHashSet<>(keys)) {
      PlanLine line = found.get(key);
      Indicator indicator = line == null ? null : yardstick.indicators().get(line.indicatorId());
      if (line == null || indicator == null) {
        problems.add(Problem.at("chon", PlanRefusal.UNKNOWN.key(), Long.toString(key)));
        continue;
      }
      lines.add(line);
      List<Problem> wrong = problems(line, indicator.number());
      problems.addAll(wrong);
      if (wrong.isEmpty()) {
        ready.put(key, task(line, indicator, year, new Giving(yardstick, names)));
      }
    }
    return new Prepared(lines, ready, names, problems);
  }

  /**
   * Gives each line to the body that has to act, by its day.
   *
   * @return how many tasks were made
   * @throws Refusal when a line is met, already given, asked to be handed on, has no body or no day
   */
  @Transactional
  public int give(Collection<Long> keys, int year) {
    return give(keys, Map.of(), year);
  }

  /**
   * The same, as the lines were looked over.
   *
   * @param seen how often each had been changed then, by key; what is left out is not held to it
   * @throws Refusal also when somebody changed a line since
   */
  @Transactional
  int give(Collection<Long> keys, Map<Long, Integer> seen, int year) {
    plans.holdGiving(year);
    Prepared prepared = prepare(keys, year);
    List<Problem> problems = new ArrayList<>(prepared.problems());
    for (PlanLine line : prepared.lines()) {
      NewTask task = prepared.tasks().get(line.key());
      if (task != null && seen.getOrDefault(line.key(), line.step()) != line.step()) {
        String number = String.join("", task.source().path());
        problems.add(
            Problem.at(
                line.unit().name() + " · " + number,
                PlanRefusal.GIVEN_CHANGED.key(),
                line.unit().name(),
                number));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(PlanRefusal.LINES, problems);
    }
    List<PlanChange> changes = new ArrayList<>();
    for (PlanLine line : prepared.lines()) {
      long task = tasks.create(Objects.requireNonNull(prepared.tasks().get(line.key())));
      changes.add(PlanChange.of(line, year, line.owed().as(task), ""));
    }
    plans.change(changes);
    return changes.size();
  }

  private static List<Problem> problems(PlanLine line, String number) {
    List<Problem> problems = new ArrayList<>();
    String place = line.unit().name() + " · " + number;
    if (line.kind() == PlanLine.Kind.KEEP) {
      problems.add(Problem.at(place, PlanRefusal.MET.key(), line.unit().name(), number));
    }
    if (line.owed().taskId() != null) {
      problems.add(Problem.at(place, PlanRefusal.GIVEN.key(), line.unit().name(), number));
    }
    if (line.hands().askedBodyId() != null) {
      problems.add(Problem.at(place, PlanRefusal.ASKED.key(), line.unit().name(), number));
    }
    if (givenTo(line) == null) {
      problems.add(Problem.at(place, PlanRefusal.NO_BODY.key(), line.unit().name(), number));
    }
    if (line.owed().dueOn() == null) {
      problems.add(Problem.at(place, PlanRefusal.NO_DAY.key(), line.unit().name(), number));
    }
    return problems;
  }

  /** What somebody wrote is done by who owes the line; what is proposed, by whose turn it is. */
  private static @Nullable Integer givenTo(PlanLine line) {
    return line.owed().action() == null ? line.actingBodyId() : line.owed().bodyId();
  }

  /** Given again after a task that was taken back it is another task. */
  private static String key(PlanLine line, int year) {
    PlanLine.Ended ended = line.ended();
    String key = year + "/" + line.indicatorId();
    return ended == null ? key : key + "/" + ended.taskId();
  }

  /** What the lines given in one act share. */
  private record Giving(Yardstick yardstick, Map<Integer, String> names) {}

  private NewTask task(PlanLine line, Indicator indicator, int year, Giving giving) {
    int body = Objects.requireNonNull(givenTo(line));
    String said = line.owed().action();
    String action =
        said == null
            ? VIETNAMESE.get(
                "rural.plan.task",
                indicator.number(),
                indicator.name().vi(),
                line.unit().name(),
                new Proposal(line, giving.yardstick(), year).words(day.today(), VIETNAMESE))
            : VIETNAMESE.get("rural.plan.task.said", said, line.unit().name());
    return new NewTask(
        new SourceReference(SOURCE, line.unit().id(), key(line, year), List.of(indicator.number())),
        indicator.id(),
        new Wording(action, "", null, null),
        Due.by(Objects.requireNonNull(line.owed().dueOn())),
        List.of(new Party(body, Party.Part.LEAD, giving.names().getOrDefault(body, ""))));
  }
}
