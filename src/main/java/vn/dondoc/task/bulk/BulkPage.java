package vn.dondoc.task.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskFilter;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.life.Heirs;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Sửa hàng loạt: choose what to do, look at what it would do, do it with a reason. */
@Controller
class BulkPage {
  /** Correcting a confirmed task needs the right to confirm one. */
  static final String CORRECT = "directive.confirm";

  static final String SECTION = "task";

  /** Tasks that can be chosen at once. */
  static final int MOST = 500;

  private final Tasks tasks;
  private final Batches batches;
  private final BulkEffects effects;
  private final Bodies bodies;
  private final Heirs heirs;
  private final Pages pages;
  private final ProvinceDay day;

  BulkPage(
      Tasks tasks,
      Batches batches,
      BulkEffects effects,
      Bodies bodies,
      Heirs heirs,
      Pages pages,
      ProvinceDay day) {
    this.effects = effects;
    this.heirs = heirs;
    this.tasks = tasks;
    this.batches = batches;
    this.bodies = bodies;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping("/nhiem-vu/hang-loat")
  ModelAndView form(@RequestParam MultiValueMap<String, String> values) {
    Rights.require(CORRECT);
    BulkForm form = new BulkForm(values);
    List<Task> chosen =
        form.value("tat-ca").isEmpty() ? chosen(form) : found(values.toSingleValueMap());
    return show(form, chosen, List.of());
  }

  @PostMapping("/nhiem-vu/hang-loat/xem")
  ModelAndView preview(@RequestParam MultiValueMap<String, String> values) {
    Rights.require(CORRECT);
    BulkForm form = new BulkForm(values);
    List<Task> chosen = chosen(form);
    if (!form.value("quay-lai").isEmpty()) {
      return show(form, chosen, List.of());
    }
    try {
      BulkEdit edit = form.edit(names());
      batches.refusePast(edit);
      return preview(form, chosen, edit, List.of());
    } catch (Refusal refusal) {
      return refused(show(form, chosen, told(refusal)));
    }
  }

  @PostMapping("/nhiem-vu/hang-loat/ghi")
  ModelAndView write(
      @RequestParam MultiValueMap<String, String> values, RedirectAttributes attributes) {
    Rights.require(CORRECT);
    BulkForm form = new BulkForm(values);
    List<Task> chosen = chosen(form);
    BulkEdit edit;
    try {
      edit = form.edit(names());
      batches.refusePast(edit);
    } catch (Refusal refusal) {
      return refused(show(form, chosen, told(refusal)));
    }
    try {
      List<TaskChange> changes = effects.of(asShown(form, chosen), edit).changes();
      long batch = batches.write(edit.kind(), changes, form.value("ly-do"));
      attributes.addFlashAttribute(
          Pages.NOTICE, pages.page(SECTION).t("task.bulk.done", changes.size()));
      return new ModelAndView("redirect:/nhiem-vu/dot/" + batch);
    } catch (Refusal refusal) {
      return refused(preview(form, chosen(form), edit, told(refusal)));
    }
  }

  private List<Task> chosen(BulkForm form) {
    Map<Long, Integer> chosen = form.chosen();
    if (chosen.isEmpty()) {
      throw Refusal.of(BulkRefusal.NONE, "chon");
    }
    if (chosen.size() > MOST) {
      throw Refusal.of(BulkRefusal.TOO_MANY, "chon", chosen.size(), MOST);
    }
    List<Task> found = tasks.find(chosen.keySet());
    Set<Long> missing = new HashSet<>(chosen.keySet());
    found.forEach(task -> missing.remove(task.id()));
    if (!missing.isEmpty()) {
      throw Refusal.of(BulkRefusal.UNKNOWN_TASK, "chon", missing.iterator().next().toString());
    }
    return found;
  }

  private List<Task> found(Map<String, String> asked) {
    TaskFilter filter = TaskFilter.of(asked);
    long count = tasks.count(filter).total();
    if (count == 0) {
      throw Refusal.of(BulkRefusal.NONE, "chon");
    }
    if (count > MOST) {
      throw Refusal.of(BulkRefusal.TOO_MANY, "chon", count, MOST);
    }
    return tasks.first(filter, MOST);
  }

  /**
   * Each task with the version its preview showed: one that moved since is then refused by name.
   */
  private static List<Task> asShown(BulkForm form, List<Task> chosen) {
    Map<Long, Integer> shown = form.chosen();
    List<Task> tasks = new ArrayList<>();
    for (Task task : chosen) {
      int version = shown.getOrDefault(task.id(), task.version());
      tasks.add(
          new Task(
              task.id(),
              task.code(),
              task.content(),
              version == 0 ? task.version() : version,
              task.recordedAt(),
              task.recordedBy()));
    }
    return tasks;
  }

  private ModelAndView preview(
      BulkForm form, List<Task> chosen, BulkEdit edit, List<String> problems) {
    Page page = pages.page(SECTION);
    BulkEffects.Found found = effects.of(chosen, edit);
    // What would be refused is told before anybody writes a reason.
    List<String> told = new ArrayList<>(problems);
    found.problems().stream()
        .map(page.texts()::tell)
        .filter(sentence -> !told.contains(sentence))
        .forEach(told::add);
    BulkView view =
        new BulkView(form, chosen, List.of(), List.of(), told, effects.lines(found, chosen, page));
    return pages.show("task/bulk/preview", SECTION, Map.of("view", view));
  }

  private ModelAndView show(BulkForm form, List<Task> chosen, List<String> problems) {
    Set<Integer> taking = new HashSet<>();
    chosen.forEach(task -> task.content().parties().forEach(p -> taking.add(p.bodyId())));
    BulkView view =
        new BulkView(form, chosen, bodies.find(taking), names().all(), problems, List.of());
    Map<String, Object> model = new HashMap<>();
    model.put("view", view);
    return pages.show("task/bulk/form", SECTION, model);
  }

  private BodyNames names() {
    return BodyNames.on(day.today(), bodies, heirs);
  }

  private List<String> told(Refusal refusal) {
    Page page = pages.page(SECTION);
    return refusal.problems().stream().map(page.texts()::tell).toList();
  }

  private static ModelAndView refused(ModelAndView view) {
    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }
}
