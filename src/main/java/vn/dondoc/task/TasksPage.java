package vn.dondoc.task;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.task.life.Duties;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Danh sách nhiệm vụ: by body, deadline and paragraph, and as a sheet. */
@Controller
class TasksPage {
  static final String SECTION = "task";
  static final String READ = "task.read";
  private static final String EXPORT = "task.export";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Tasks tasks;
  private final Bodies bodies;
  private final Duties duties;
  private final Pages pages;

  TasksPage(Tasks tasks, Bodies bodies, Duties duties, Pages pages) {
    this.tasks = tasks;
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
    ListView view =
        new ListView(
            filter,
            asked,
            lines(found.rows(), page),
            tasks.count(filter),
            duties.rollUps(found.rows().stream().map(Task::id).toList()),
            body,
            found.next());
    return pages.show("task/list", SECTION, Map.of("view", view));
  }

  @GetMapping("/nhiem-vu/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    Rights.require(EXPORT);
    Page page = pages.page(SECTION);
    List<TaskLine> lines = lines(tasks.all(TaskRequest.filter(asked)), page);
    response.setContentType(SHEET_TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"nhiem-vu.xlsx\"");
    Sheets.write(
        response.getOutputStream(), TaskSheet.head(page), TaskSheet.columns(page), lines.stream());
  }

  private List<TaskLine> lines(List<Task> rows, Page page) {
    Names names = Names.of(rows, bodies);
    return rows.stream().map(task -> TaskLine.of(task, names, page)).toList();
  }
}
