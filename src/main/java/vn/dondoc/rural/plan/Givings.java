package vn.dondoc.rural.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
   * Gives each line to the body that owes it, by its day.
   *
   * @return how many tasks were made
   * @throws Refusal when a line is met, already given, has no body or no day
   */
  @Transactional
  public int give(Collection<Long> keys, int year) {
    if (keys.isEmpty()) {
      throw Refusal.of(PlanRefusal.NONE, "chon");
    }
    Map<Long, PlanLine> lines = plans.find(keys, year);
    Yardstick yardstick = plans.yardstick();
    Map<Integer, Indicator> indicators = yardstick.indicators();
    List<Problem> problems = new ArrayList<>();
    for (long key : keys) {
      PlanLine line = lines.get(key);
      if (line == null) {
        problems.add(Problem.at("chon", PlanRefusal.UNKNOWN.key(), Long.toString(key)));
      } else {
        problems.addAll(problems(line, number(line, indicators)));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(PlanRefusal.LINES, problems);
    }
    Map<Integer, String> names = plans.names(List.copyOf(lines.values()));
    List<PlanChange> changes = new ArrayList<>();
    for (PlanLine line : lines.values()) {
      Indicator indicator = Objects.requireNonNull(indicators.get(line.indicatorId()));
      long task = tasks.create(task(line, indicator, year, new Giving(yardstick, names)));
      changes.add(PlanChange.of(line, year, line.owed().as(task), ""));
    }
    plans.change(changes);
    return changes.size();
  }

  private static String number(PlanLine line, Map<Integer, Indicator> indicators) {
    Indicator indicator = indicators.get(line.indicatorId());
    return indicator == null ? "" : indicator.number();
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
    if (line.owed().bodyId() == null) {
      problems.add(Problem.at(place, PlanRefusal.NO_BODY.key(), line.unit().name(), number));
    }
    if (line.owed().dueOn() == null) {
      problems.add(Problem.at(place, PlanRefusal.NO_DAY.key(), line.unit().name(), number));
    }
    return problems;
  }

  /** What the lines given in one act share. */
  private record Giving(Yardstick yardstick, Map<Integer, String> names) {}

  private NewTask task(PlanLine line, Indicator indicator, int year, Giving giving) {
    int body = Objects.requireNonNull(line.owed().bodyId());
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
        new SourceReference(
            SOURCE, line.unit().id(), year + "/" + indicator.id(), List.of(indicator.number())),
        indicator.id(),
        new Wording(action, "", null, null),
        Due.by(Objects.requireNonNull(line.owed().dueOn())),
        List.of(new Party(body, Party.Part.LEAD, giving.names().getOrDefault(body, ""))));
  }
}
