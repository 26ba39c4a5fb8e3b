package vn.dondoc.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Succession;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.charge.Charges;
import vn.dondoc.task.head.Heads;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Heirs;
import vn.dondoc.task.life.TaskLife;
import vn.dondoc.task.life.TaskLives;
import vn.dondoc.web.Days;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Một nhiệm vụ: its words, who and by when, every version, and its correction. */
@Controller
class TaskOnePage {
  /** Correcting a confirmed task needs the right to confirm one. */
  private static final String CORRECT = "directive.confirm";

  private final Tasks tasks;
  private final Bodies bodies;
  private final TaskLives lives;
  private final Duties duties;
  private final Calendars calendars;
  private final Heirs heirs;
  private final Charges charges;
  private final Heads heads;
  private final List<TaskOffshoots> offshoots;
  private final List<TaskOrigins> origins;
  private final Pages pages;
  private final ProvinceDay day;

  TaskOnePage(
      Tasks tasks,
      Bodies bodies,
      TaskLives lives,
      Duties duties,
      Calendars calendars,
      Heirs heirs,
      Charges charges,
      Heads heads,
      List<TaskOffshoots> offshoots,
      List<TaskOrigins> origins,
      Pages pages,
      ProvinceDay day) {
    this.calendars = calendars;
    this.tasks = tasks;
    this.lives = lives;
    this.heirs = heirs;
    this.charges = charges;
    this.heads = heads;
    this.offshoots = offshoots;
    this.origins = origins;
    this.duties = duties;
    this.bodies = bodies;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping("/nhiem-vu/{id}")
  ModelAndView show(@PathVariable String id, @RequestParam Map<String, String> asked) {
    Rights.require(TasksPage.READ);
    Task task = find(id);
    TaskLife life =
        lives.of(
            task,
            TaskRequest.whole(asked.get("phan")),
            Days.read(asked.getOrDefault("ky", "")).orElse(null));
    return pages.show("task/task", TasksPage.SECTION, Map.of("view", view(task, life, List.of())));
  }

  @GetMapping("/nhiem-vu/{id}/sua")
  ModelAndView form(@PathVariable String id) {
    Rights.require(CORRECT);
    return correction(find(id), null, "");
  }

  @PostMapping("/nhiem-vu/{id}/sua")
  ModelAndView correct(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    Rights.require(CORRECT);
    TaskForm form = TaskForm.of(sent);
    Task task = find(id);
    Page page = pages.page(TasksPage.SECTION);
    try {
      tasks.correct(task.id(), form.version(), form.change(task.content(), bodies), form.why());
    } catch (Refusal refusal) {
      // What was typed comes back: nothing is lost.
      String all = String.join(" ", refusal.problems().stream().map(page.texts()::tell).toList());
      ModelAndView again = correction(find(id), form, all);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    attributes.addFlashAttribute(Pages.NOTICE, page.t("task.corrected", task.code()));
    return new ModelAndView("redirect:/nhiem-vu/" + task.id());
  }

  private ModelAndView correction(Task task, @Nullable TaskForm typed, String problem) {
    TaskView now = view(task, lives.of(task, null, null), choices());
    CorrectionView view = new CorrectionView(now, ceased(task), typed, problem);
    return pages.show("task/correct", TasksPage.SECTION, Map.of("view", view));
  }

  private List<Body> choices() {
    return bodies.toldApart(bodies.on(day.today()), day.today());
  }

  private List<CorrectionView.Ceased> ceased(Task task) {
    List<CorrectionView.Ceased> ceased = new ArrayList<>();
    List<Integer> gone =
        heirs.among(task.content().parties().stream().map(Party::bodyId).distinct().toList());
    for (Party party : task.content().parties()) {
      List<Succession> after = gone.contains(party.bodyId()) ? heirs.of(party.bodyId()) : List.of();
      if (!after.isEmpty() && party.part() != Party.Part.REPORT_TO) {
        String name = bodies.find(party.bodyId()).map(Body::name).orElse(party.asWritten());
        ceased.add(new CorrectionView.Ceased(party, name, after));
      }
    }
    return ceased;
  }

  private Task find(String id) {
    Long number = TaskRequest.whole(id);
    if (number == null) {
      throw Refusal.of(TaskRefusal.UNKNOWN, id, id);
    }
    return tasks.find(number).orElseThrow(() -> Refusal.of(TaskRefusal.UNKNOWN, id, id));
  }

  private TaskView view(Task task, TaskLife life, List<Body> choices) {
    Names names = Names.of(List.of(task), bodies);
    return new TaskView(
        TaskLine.of(
            task,
            names,
            new TaskLine.Standing(
                lives.holders(List.of(task.id())).get(task.id()),
                duties.dueNow(List.of(task.id())).get(task.id()),
                life.whole().isSettled()),
            pages.page(TasksPage.SECTION)),
        names.of(task, Party.Part.REPORT_TO),
        names.of(task, Party.Part.IMPLEMENT),
        tasks.history(task.id()),
        life,
        calendars.uncertain(task.content().due(), life.dues()),
        life.shown() == null ? null : charges.of(life.shown()),
        heads.ofTask(task.id()),
        made(task),
        origins.stream().map(one -> one.of(task)).filter(Objects::nonNull).findFirst().orElse(null),
        isConsequenceAdded(task),
        choices);
  }

  private boolean isConsequenceAdded(Task task) {
    if (task.version() == 1 || task.content().wording().consequence() == null) {
      return false;
    }
    Task first = tasks.asOf(Map.of(task.id(), 1)).getOrDefault(task.id(), task);
    return !Objects.equals(
        first.content().wording().consequence(), task.content().wording().consequence());
  }

  private List<TaskOffshoots.Offshoot> made(Task task) {
    boolean owed =
        duties.ofTasks(List.of(task.id())).stream().anyMatch(duty -> duty.state().isOwed());
    return offshoots.stream().flatMap(made -> made.of(task, owed).stream()).toList();
  }
}
