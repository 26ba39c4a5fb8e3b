package vn.dondoc.capital.pool;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.yearend.Deadline;
import vn.dondoc.capital.yearend.YearEnds;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Choice;
import vn.dondoc.project.Choices;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/**
 * Nhóm vốn: the pools of a year with what is assigned, allocated and left; one is opened, plan is
 * assigned to it, each shown before it is confirmed.
 */
@Controller
class PoolPage {
  private static final String READ = "capital.read";
  private static final String PLAN = "capital.plan";
  private static final String SECTION = "capital";
  private static final String OPEN = PoolView.PATH + "/mo";
  private static final String ONE = PoolView.PATH + "/{id:\\d{1,9}}";
  private static final String ASSIGN = ONE + "/giao-von";

  private final PoolActs acts;
  private final Sources sources;
  private final YearEnds yearEnds;
  private final ProjectReference reference;
  private final Frame frame;

  PoolPage(
      PoolActs acts,
      Sources sources,
      YearEnds yearEnds,
      ProjectReference reference,
      ProvinceDay day,
      Pages pages) {
    this.acts = acts;
    this.sources = sources;
    this.yearEnds = yearEnds;
    this.reference = reference;
    this.frame = new Frame(day, pages);
  }

  private record Frame(ProvinceDay day, Pages pages) {}

  @GetMapping(PoolView.PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    int year = year(asked.getOrDefault("nam", "").strip());
    TreeSet<Integer> years = acts.years();
    int today = frame.day().today().getYear();
    years.addAll(List.of(today, today + 1, year));
    PoolView view = new PoolView(year, years, acts.stands(year), names());
    return frame.pages().show("capital/pool/list", SECTION, Map.of("view", view));
  }

  private int year(String text) {
    if (text.isEmpty()) {
      return frame.day().today().getYear();
    }
    if (!text.matches("20\\d\\d")) {
      throw Refusal.of(PoolRefusal.YEAR, "nam", text);
    }
    return Integer.parseInt(text);
  }

  /** One pool and everything that was assigned to it. */
  @GetMapping(ONE)
  ModelAndView one(@PathVariable int id) {
    Rights.require(READ);
    PoolStand stand = acts.stand(id);
    return frame
        .pages()
        .show(
            "capital/pool/one",
            SECTION,
            Map.of("stand", stand, "assigned", acts.assigned(id), "names", names()));
  }

  @GetMapping(OPEN)
  ModelAndView opening(@RequestParam Map<String, String> asked) {
    requirePlan();
    return opening(PoolForm.of(asked), null);
  }

  @PostMapping(OPEN)
  ModelAndView open(@RequestParam Map<String, String> typed, RedirectAttributes after) {
    requirePlan();
    PoolForm form = PoolForm.of(typed);
    if (form.isStep("edit")) {
      return opening(form, null);
    }
    try {
      NewPool pool = PoolReading.read(form, known());
      if (!form.isStep("confirm")) {
        acts.tryOpening(pool);
        return opening(form, pool);
      }
      int id = acts.open(pool);
      return done(id, "capital.pool.opened", after);
    } catch (Refusal refusal) {
      return opening(form.with(refusal.problems()), null);
    }
  }

  @GetMapping(ASSIGN)
  ModelAndView assigning(@PathVariable int id, @RequestParam Map<String, String> asked) {
    requirePlan();
    return assigning(acts.stand(id), PoolForm.of(asked), null);
  }

  @PostMapping(ASSIGN)
  ModelAndView assign(
      @PathVariable int id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    requirePlan();
    PoolStand stand = acts.stand(id);
    PoolForm form = PoolForm.of(typed);
    if (form.isStep("edit")) {
      return assigning(stand, form, null);
    }
    if (form.isStep("confirm") && acts.isBooked(form.sending())) {
      return done(id, "capital.pool.assigned.done", after);
    }
    try {
      Assigning act = form.assigning(id, frame.day().today());
      if (!form.isStep("confirm")) {
        return assigning(stand, form, acts.preview(act));
      }
      acts.book(act, form.sending(), form.value("seen"));
    } catch (Refusal refusal) {
      return assigning(stand, form.with(refusal.problems()), null);
    }
    return done(id, "capital.pool.assigned.done", after);
  }

  private static void requirePlan() {
    Rights.require(READ);
    Rights.require(PLAN);
  }

  private PoolReading.Known known() {
    return new PoolReading.Known(
        sources.all(),
        reference.choices().of(Choices.SECTOR).stream().map(Choice::code).toList(),
        this::deadlines);
  }

  private Map<String, LocalDate> deadlines(int year) {
    return yearEnds.deadlines(year).stream()
        .collect(Collectors.toMap(Deadline::what, Deadline::lastDay, (first, second) -> first));
  }

  private PoolView.Names names() {
    return new PoolView.Names(sources.all(), reference.choices());
  }

  /** The form; once it can be opened what it comes to. */
  private ModelAndView opening(PoolForm form, @Nullable NewPool pool) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("names", names());
    if (pool != null) {
      model.put("pool", pool);
    } else {
      model.put("year", frame.day().today().getYear());
    }
    return frame
        .pages()
        .show(
            pool == null ? "capital/pool/open" : "capital/pool/confirm_open",
            SECTION,
            model,
            form.problems());
  }

  private ModelAndView assigning(PoolStand stand, PoolForm form, PoolStand.@Nullable Sums sums) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("stand", stand);
    if (sums != null) {
      model.put("sums", sums);
    }
    return frame
        .pages()
        .show(
            sums == null ? "capital/pool/assign" : "capital/pool/confirm",
            SECTION,
            model,
            form.problems());
  }

  private ModelAndView done(int pool, String said, RedirectAttributes after) {
    after.addFlashAttribute(Pages.NOTICE, frame.pages().page(SECTION).t(said));
    return new ModelAndView("redirect:" + PoolView.PATH + "/" + pool);
  }
}
