package vn.dondoc.project.start;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choices;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.web.Days;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Ghi một quy định khởi công from the task that ordered it. */
@Controller
class RulePage {
  static final String NEW = StartPage.PATH + "/moi";
  private static final String EDIT = StartPage.PATH + "/{rule}/sua";
  private static final int SHORT = 200;
  private static final Locale VIETNAMESE = Locale.of("vi");

  /** Who is bound: those the clause names, or every owner. */
  private static final String BOUND = "bound";

  private static final String NAMED = "named";

  private final StartRules rules;
  private final Tasks tasks;
  private final Bodies bodies;
  private final ProjectReference reference;
  private final ProvinceDay day;
  private final Pages pages;

  RulePage(
      StartRules rules,
      Tasks tasks,
      Bodies bodies,
      ProjectReference reference,
      ProvinceDay day,
      Pages pages) {
    this.rules = rules;
    this.tasks = tasks;
    this.bodies = bodies;
    this.reference = reference;
    this.day = day;
    this.pages = pages;
  }

  /** Whoever has the right, from a body the tables take it from. */
  private void require() {
    Rights.require(StartRules.RULE);
    if (!rules.mayRule()) {
      throw new AccessDeniedException(StartRules.RULE);
    }
  }

  @GetMapping(NEW)
  ModelAndView fresh(@RequestParam(name = "nhiem-vu", defaultValue = "") String code) {
    require();
    Map<String, String> fields = new HashMap<>();
    fields.put("task", code);
    fields.put("year", Integer.toString(day.today().getYear()));
    if (code.isBlank()) {
      return show(null, FormView.of(fields));
    }
    fields.put(BOUND, NAMED);
    List<Task> named = tasks.withCodes(List.of(code.strip()));
    named.forEach(task -> propose(task, fields));
    List<Problem> problems =
        named.isEmpty()
            ? List.of(Problem.at("task", ProjectRefusal.RULE_TASK.key(), code.strip()))
            : rules.problems(named.getFirst());
    return show(null, new FormView(fields, problems));
  }

  /** What the task itself says is proposed; a person confirms by saving. */
  private void propose(Task task, Map<String, String> fields) {
    String quote = task.content().wording().quote();
    String action = task.content().wording().action();
    String words = quote.isBlank() ? action : quote;
    fields.put("clause", words);
    fields.put("name", action.length() <= SHORT ? action : action.substring(0, SHORT - 1) + "…");
    String clause = words.toLowerCase(VIETNAMESE);
    reference.choices().of(Choices.YEAR_CLASS).stream()
        .filter(one -> clause.contains(one.nameVi().toLowerCase(VIETNAMESE)))
        .max(Comparator.comparingInt(one -> one.nameVi().length()))
        .ifPresent(one -> fields.put("class", one.code()));
    LocalDate last = task.content().due().lastDay();
    fields.put("last", Days.written(last));
    if (last != null) {
      fields.put("year", Integer.toString(last.getYear()));
    }
  }

  @PostMapping(NEW)
  ModelAndView make(@RequestParam Map<String, String> fields, RedirectAttributes after) {
    require();
    Typed typed = new Typed(fields);
    try {
      StartRule.Terms terms = read(typed);
      String code = typed.words("task");
      Task task = tasks.withCodes(List.of(code)).stream().findFirst().orElse(null);
      if (task == null) {
        typed.add(Problem.at("task", ProjectRefusal.RULE_TASK.key(), code));
      }
      typed.refuse();
      List<Integer> bound = binds(fields) ? rules.bound(Objects.requireNonNull(task)) : List.of();
      long id = rules.make(Objects.requireNonNull(task).id(), terms.binding(bound));
      return saved(id, terms.name(), after);
    } catch (Refusal refusal) {
      return show(null, new FormView(fields, refusal.problems()));
    }
  }

  @GetMapping(EDIT)
  ModelAndView edit(@PathVariable String rule) {
    require();
    StartRule one = rules.required(Paths.id(rule));
    Map<String, String> fields = new HashMap<>();
    fields.put("name", one.terms().name());
    fields.put("clause", one.terms().clause());
    fields.put("year", Integer.toString(one.terms().year()));
    fields.put("class", one.terms().classCode());
    fields.put("last", Days.written(one.terms().lastDay()));
    fields.put("ended", Boolean.toString(one.ended()));
    fields.put("differs", Objects.requireNonNullElse(one.terms().differs(), ""));
    fields.put("step", Integer.toString(one.step()));
    fields.put(BOUND, one.terms().owners().isEmpty() ? "" : NAMED);
    return show(one, FormView.of(fields));
  }

  @PostMapping(EDIT)
  ModelAndView change(
      @PathVariable String rule,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    require();
    StartRule one = rules.required(Paths.id(rule));
    Typed typed = new Typed(fields);
    try {
      StartRule.Terms terms = read(typed);
      int seen = typed.count("step", "project.step");
      typed.refuse();
      boolean ended = "true".equals(fields.get("ended"));
      StartRule.Terms changed = terms.binding(binds(fields) ? bound(one) : List.of());
      rules.change(new StartRule(one.id(), one.taskId(), seen, changed, ended), typed.words("why"));
      return saved(one.id(), terms.name(), after);
    } catch (Refusal refusal) {
      return show(one, new FormView(fields, refusal.problems()));
    }
  }

  private static boolean binds(Map<String, String> fields) {
    return NAMED.equals(fields.get(BOUND));
  }

  /** Whom a rule binds already; else whom its task names. */
  private List<Integer> bound(StartRule rule) {
    return rule.terms().owners().isEmpty()
        ? tasks.find(rule.taskId()).map(rules::bound).orElse(List.of())
        : rule.terms().owners();
  }

  private List<Integer> bound(@Nullable StartRule rule, FormView form) {
    if (rule != null) {
      return bound(rule);
    }
    String code = form.value("task").strip();
    return code.isEmpty()
        ? List.of()
        : tasks.withCodes(List.of(code)).stream().findFirst().map(rules::bound).orElse(List.of());
  }

  private StartRule.Terms read(Typed typed) {
    return new StartRule.Terms(
            typed.words("name"),
            typed.words("clause"),
            typed.count("year", "project.year"),
            typed.choice("class", "project.class", reference.choices(), Choices.YEAR_CLASS),
            typed.day("last", "project.start.last"))
        .differing(typed.optional("differs"));
  }

  private ModelAndView saved(long rule, String name, RedirectAttributes after) {
    after.addFlashAttribute(Pages.NOTICE, pages.page(Paths.SECTION).t("project.saved", name));
    return new ModelAndView("redirect:" + StartPage.PATH + "/" + rule);
  }

  private ModelAndView show(@Nullable StartRule rule, FormView form) {
    Map<String, Object> model = new HashMap<>();
    model.put("rule", rule);
    model.put("form", form);
    model.put("choices", reference.choices());
    model.put("bound", bodies.find(bound(rule, form)).stream().map(Body::name).toList());
    return pages.show("project/start/edit", Paths.SECTION, model, form.problems());
  }
}
