package vn.dondoc.project.start;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectCheck;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;
import vn.dondoc.task.Party;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;

/**
 * Các quy định khởi công: from the task that ordered it to the projects under it, where each
 * stands, and the head who answers.
 */
@Component
@Transactional(readOnly = true)
public class StartRules {
  /** To say what a directive wants begun by when. */
  public static final String RULE = "project.rule";

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_CLAUSE = 4000;
  private static final int LONGEST_WHY = 1000;
  private static final int YEARS = 5;

  private final StartStore store;
  private final RuleWording wording;
  private final Projects projects;
  private final Tasks tasks;
  private final ProjectReference reference;
  private final AuditTrail audit;
  private final ProvinceDay day;

  StartRules(
      StartStore store,
      RuleWording wording,
      Projects projects,
      Tasks tasks,
      ProjectReference reference,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.wording = wording;
    this.projects = projects;
    this.tasks = tasks;
    this.reference = reference;
    this.audit = audit;
    this.day = day;
  }

  /** Whether the actor may say what a directive wants begun, as the tables hold it as well. */
  public boolean mayRule() {
    return Acting.current().may(RULE) && store.writes();
  }

  /** Whether a task orders starts by a day: a rule can be made of it. */
  public boolean isOrdering(Task task) {
    return problems(task).isEmpty();
  }

  /** Why no rule can be made of a task; empty when one can. */
  List<Problem> problems(Task task) {
    List<Problem> problems = new ArrayList<>();
    if (task.content().due().lastDay() == null) {
      problems.add(Problem.at("task", ProjectRefusal.RULE_NO_DAY.key(), task.code()));
    }
    List<String> beginnings = store.beginnings();
    String words =
        (task.content().wording().quote() + " " + task.content().wording().action())
            .toLowerCase(Locale.ROOT);
    if (beginnings.stream().noneMatch(name -> words.contains(name.toLowerCase(Locale.ROOT)))) {
      problems.add(
          Problem.at(
              "task",
              ProjectRefusal.RULE_NO_START.key(),
              task.code(),
              String.join("”, “", beginnings)));
    }
    return problems;
  }

  /** Whom a task binds: bodies with a duty in it that own projects; none when it names no owner. */
  public List<Integer> bound(Task task) {
    List<Integer> named =
        task.content().parties().stream()
            .filter(party -> party.part() != Party.Part.REPORT_TO)
            .map(Party::bodyId)
            .distinct()
            .toList();
    return named.isEmpty() ? List.of() : store.owning(named, day.today());
  }

  /** Every rule as it stands today, those in force first. */
  public List<StartRule> all() {
    return store.rules(day.today());
  }

  /**
   * One of them.
   *
   * @throws Refusal when there is none such
   */
  public StartRule required(long id) {
    return all().stream()
        .filter(rule -> rule.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.of(ProjectRefusal.RULE, Long.toString(id), Long.toString(id)));
  }

  /** Projects under these rules, the late ones first, as far as the asker sees. */
  public List<Start> starts(List<StartRule> rules) {
    return rules.isEmpty()
        ? List.of()
        : store.starts(rules.stream().map(StartRule::id).toList(), day.today());
  }

  /** Projects a rule bound and binds no more, and why, as far as the asker sees. */
  public List<Start.Gone> gone(long rule) {
    return store.gone(rule, day.today());
  }

  /** Rules a project falls under today. */
  public List<Start> of(Project project) {
    return starts(all().stream().filter(rule -> !rule.ended()).toList()).stream()
        .filter(start -> start.projectId() == project.id())
        .toList();
  }

  /** Makes a rule of a task today. */
  @Transactional
  public long make(long task, StartRule.Terms terms) {
    return make(task, terms, day.today());
  }

  /**
   * Makes a rule of a task.
   *
   * @param on the day it is said on; before today only for a load of history
   * @return its id
   * @throws Refusal with every problem; also when the task is not there or orders no start by a day
   */
  @Transactional
  public long make(long task, StartRule.Terms terms, LocalDate on) {
    ProjectCheck check = check(terms, on);
    tasks
        .find(task)
        .ifPresentOrElse(
            ordering -> {
              List<Problem> none = problems(ordering);
              check.addAll(none);
              if (none.isEmpty()) {
                check.addAll(wording.problems(ordering, bound(ordering), terms));
              }
            },
            () -> check.add("task", ProjectRefusal.RULE_TASK, Long.toString(task)));
    check.refuse();
    long id = store.add(task, on);
    StartRule rule = new StartRule(id, task, 1, terms, false);
    store.addFact(rule, null, on);
    record("project.start_rule", rule, null, Map.of(), facts(rule));
    return id;
  }

  /**
   * Records what a rule says from now on, or that it holds no more.
   *
   * @param changed with the step it was made from
   * @throws Refusal with every problem; also when somebody changed it in between
   */
  @Transactional
  public void change(StartRule changed, String why) {
    StartRule before = required(changed.id());
    if (before.step() != changed.step()) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", before.terms().name());
    }
    if (before.equals(changed)) {
      throw Refusal.of(ProjectRefusal.UNCHANGED, "", before.terms().name());
    }
    check(changed.terms(), day.today()).why(why).addAll(reworded(before, changed.terms())).refuse();
    StartRule next =
        new StartRule(
            before.id(), before.taskId(), before.step() + 1, changed.terms(), changed.ended());
    try {
      store.addFact(next, why.strip(), day.today());
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", before.terms().name());
    }
    record("project.change_start_rule", next, why.strip(), facts(before), facts(next));
  }

  /** What is said anew stands as in the task or has a reason; what stood before stands. */
  private List<Problem> reworded(StartRule before, StartRule.Terms next) {
    if (next.orders(before.terms()) && Objects.equals(next.differs(), before.terms().differs())) {
      return List.of();
    }
    return tasks
        .find(before.taskId())
        .map(task -> wording.problems(task, bound(task), next))
        .orElseGet(() -> wording.unseen(next));
  }

  /**
   * Says that a project falls under a rule although its class does not say so, or does not although
   * it does.
   *
   * @throws Refusal when it stands so already, the rule ended or no reason is given
   */
  @Transactional
  public void except(long id, long project, boolean inside, String why) {
    StartRule rule = required(id);
    Project named = projects.required(project);
    ProjectCheck check = new ProjectCheck(reference.choices()).why(why);
    check.within("why", why, LONGEST_WHY);
    if (rule.ended()) {
      check.add("rule", ProjectRefusal.RULE_ENDED, rule.terms().name());
    }
    boolean under = starts(List.of(rule)).stream().anyMatch(start -> start.projectId() == project);
    if (under == inside) {
      check.add("project", ProjectRefusal.EXCEPTION_SAME, named.facts().name());
    }
    check.refuse();
    try {
      store.except(id, project, inside, why.strip(), day.today());
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", named.facts().name());
    }
    record(
        "project.start_exception",
        rule,
        why.strip(),
        Map.of(),
        Map.of("project", project, "inside", inside));
  }

  private ProjectCheck check(StartRule.Terms terms, LocalDate on) {
    ProjectCheck check =
        new ProjectCheck(reference.choices())
            .choice("class", Choices.YEAR_CLASS, terms.classCode())
            .within("name", terms.name(), LONGEST_NAME)
            .within("clause", terms.clause(), LONGEST_CLAUSE)
            .within("differs", terms.differs(), LONGEST_WHY)
            .said(on, day.today());
    if (terms.name().isBlank() || terms.clause().isBlank()) {
      check.add("name", ProjectRefusal.NO_NAME);
    }
    if (Math.abs(terms.year() - on.getYear()) > YEARS) {
      check.add("year", ProjectRefusal.YEAR, Integer.toString(terms.year()));
    }
    if (Math.abs(terms.lastDay().getYear() - terms.year()) > 1) {
      check.add("last", ProjectRefusal.RULE_DAY, terms.lastDay(), Integer.toString(terms.year()));
    }
    return check;
  }

  private void record(
      String act,
      StartRule rule,
      @Nullable String why,
      Map<String, ?> before,
      Map<String, ?> after) {
    audit.record(new Act(act, "project.start_rule", Long.toString(rule.id()), why, before, after));
  }

  private static Map<String, Object> facts(StartRule rule) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("task", rule.taskId());
    facts.put("name", rule.terms().name());
    facts.put("year", rule.terms().year());
    facts.put("class", rule.terms().classCode());
    facts.put("last_day", rule.terms().lastDay().toString());
    facts.put("owners", rule.terms().owners());
    facts.put("differs", rule.terms().differs());
    facts.put("ended", rule.ended());
    return facts;
  }
}
