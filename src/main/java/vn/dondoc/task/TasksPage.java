package vn.dondoc.task;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.task.life.DueNow;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.RollUp;
import vn.dondoc.task.life.TaskLives;
import vn.dondoc.task.sheet.TaskSheet;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Danh sách nhiệm vụ: by body, deadline and paragraph, and as a sheet. */
@Controller
class TasksPage {
  static final String SECTION = "task";
  static final String READ = "task.read";
  private static final String EXPORT = "task.export";

  private final Tasks tasks;
  private final Bodies bodies;
  private final TaskChoices choices;
  private final Duties duties;
  private final TaskLives lives;
  private final Pages pages;

  TasksPage(
      Tasks tasks,
      Bodies bodies,
      TaskChoices choices,
      Duties duties,
      TaskLives lives,
      Pages pages) {
    this.lives = lives;
    this.tasks = tasks;
    this.choices = choices;
    this.bodies = bodies;
    this.duties = duties;
    this.pages = pages;
  }

  @Bean
  static MenuItem taskMenu() {
    return new MenuItem(40, SECTION, "/nhiem-vu", "task.menu", READ);
  }

  @GetMapping("/nhiem-vu")
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    TaskFilter filter = TaskRequest.filter(asked);
    TaskPage found = tasks.list(filter, TaskRequest.after(asked));
    Body body = filter.bodyId() == null ? null : bodies.find(filter.bodyId()).orElse(null);
    Page page = pages.page(SECTION);
    Map<Long, RollUp> progress = duties.rollUps(found.rows().stream().map(Task::id).toList());
    ListView view =
        new ListView(
            filter,
            asked,
            lines(found.rows(), progress, page),
            tasks.count(filter),
            progress,
            body,
            found.next(),
            choices.bodies(),
            choices.sources());
    return pages.show("task/list", SECTION, Map.of("view", view));
  }

  @GetMapping("/nhiem-vu/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    Rights.require(EXPORT);
    Page page = pages.page(SECTION);
    TaskFilter filter = TaskRequest.filter(asked);
    List<Task> rows = tasks.all(filter);
    Map<Long, RollUp> progress = duties.rollUps(rows.stream().map(Task::id).toList());
    List<TaskLine> lines = lines(rows, progress, page);
    SheetFile.named(response, "nhiem-vu.xlsx");
    Sheets.write(
        response.getOutputStream(),
        TaskSheet.head(page, told(filter, page)),
        TaskSheet.columns(page),
        lines.stream());
  }

  /** What the list was narrowed to, in words. */
  private String told(TaskFilter filter, Page page) {
    List<String> told = new ArrayList<>();
    if (filter.bodyId() != null) {
      String name = bodies.find(filter.bodyId()).map(Body::name).orElse("" + filter.bodyId());
      told.add(filter.lead() ? page.t("task.told.lead", name) : name);
    }
    if (filter.sourceId() != null) {
      told.add(choices.source(filter.sourceId()));
    }
    if (filter.due() != null) {
      told.add(page.t("task.due." + filter.due().name().toLowerCase(Locale.ROOT)));
    }
    if (filter.from() != null) {
      told.add(page.t("task.told.from", page.formats().date(filter.from())));
    }
    if (filter.until() != null) {
      told.add(page.t("task.told.until", page.formats().date(filter.until())));
    }
    if (!filter.words().isEmpty()) {
      told.add(page.t("task.told.words", filter.words()));
    }
    return told.isEmpty() ? page.t("task.told.all") : String.join("; ", told);
  }

  /** The same lines for the page and the sheet, so that both tell the same deadline. */
  private List<TaskLine> lines(List<Task> rows, Map<Long, RollUp> progress, Page page) {
    Names names = Names.of(rows, bodies);
    List<Long> ids = rows.stream().map(Task::id).toList();
    Map<Long, DueNow> now = duties.dueNow(ids);
    Map<Long, List<String>> holders = lives.holders(ids);
    return rows.stream()
        .map(task -> {
          RollUp leads = progress.get(task.id());
          return TaskLine.of(
              task,
              names,
              new TaskLine.Standing(
                  holders.get(task.id()), now.get(task.id()), leads != null && leads.isSettled()),
              page);
        })
        .toList();
  }
}
