package vn.dondoc.task.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;
import vn.dondoc.web.UploadedName;

/** Nhập từ Excel: a sheet is sent in, looked at, decided row by row where needed, and written. */
@Controller
class SheetPage {
  private static final String SECTION = "task";
  private static final String CORRECT = "directive.confirm";
  private static final String REPORT = "task.report";
  private static final String CONFIRM = "task.confirm";
  private static final int LARGEST_BYTES = 10 << 20;
  private static final int PAGE = 50;
  private static final int PROBLEMS = 100;

  private final SheetImports imports;
  private final Bodies bodies;
  private final Pages pages;

  SheetPage(SheetImports imports, Bodies bodies, Pages pages) {
    this.imports = imports;
    this.bodies = bodies;
    this.pages = pages;
  }

  /** The form that takes a sheet, with those that wait. */
  record FormView(SheetKind kind, List<StagedSheet> waiting, List<String> problems) {
    int megabytes() {
      return LARGEST_BYTES >> 20;
    }
  }

  private static void require(SheetKind kind) {
    if (kind == SheetKind.TASK) {
      Rights.require(CORRECT);
    } else if (!Acting.current().may(CONFIRM) && !Acting.current().may(REPORT)) {
      throw new AccessDeniedException(REPORT);
    }
  }

  @GetMapping("/nhiem-vu/nhap")
  ModelAndView tasks() {
    return form(SheetKind.TASK, List.of());
  }

  @GetMapping("/nhiem-vu/phan/nhap")
  ModelAndView duties() {
    return form(SheetKind.DUTY, List.of());
  }

  @PostMapping("/nhiem-vu/nhap")
  ModelAndView stageTasks(@RequestParam("tep") MultipartFile file) throws IOException {
    return stage(SheetKind.TASK, file);
  }

  @PostMapping("/nhiem-vu/phan/nhap")
  ModelAndView stageDuties(@RequestParam("tep") MultipartFile file) throws IOException {
    return stage(SheetKind.DUTY, file);
  }

  private ModelAndView form(SheetKind kind, List<String> problems) {
    require(kind);
    FormView view =
        new FormView(
            kind,
            imports.waiting().stream().filter(sheet -> sheet.kind() == kind).toList(),
            problems);
    return pages.show("task/sheet/form", SECTION, Map.of("view", view));
  }

  private ModelAndView stage(SheetKind kind, MultipartFile file) throws IOException {
    require(kind);
    String name = UploadedName.of(file, "?");
    try {
      if (file.isEmpty() || file.getSize() > LARGEST_BYTES) {
        throw Refusal.of(SheetRefusal.FILE, name, name, LARGEST_BYTES >> 20);
      }
      return to(imports.stage(kind, name, file.getBytes()));
    } catch (Refusal refusal) {
      ModelAndView again = form(kind, told(refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  private static ModelAndView to(long sheet) {
    return new ModelAndView("redirect:/nhiem-vu/nhap/" + sheet);
  }

  @GetMapping("/nhiem-vu/nhap/{id}")
  ModelAndView show(@PathVariable long id, @RequestParam Map<String, String> values) {
    require(id);
    Asked asked = Asked.of(values);
    Long after = asked.after();
    asked.refuse();
    return show(id, after == null ? 0 : after.intValue(), "", List.of());
  }

  @PostMapping("/nhiem-vu/nhap/{id}/chon")
  ModelAndView choose(@PathVariable long id, @RequestParam Map<String, String> values) {
    require(id);
    Map<Integer, StagedStore.Choice> choices = new HashMap<>();
    values.forEach((name, value) -> {
      String[] seen = value.split("\\.", 2);
      if (name.matches("dong-\\d{1,7}") && value.matches("\\d{1,9}\\.(bang|so)")) {
        choices.put(
            Integer.valueOf(name.substring("dong-".length())),
            new StagedStore.Choice(Integer.parseInt(seen[0]), seen[1].equals("bang")));
      }
    });
    return done(id, () -> imports.choose(id, choices));
  }

  @PostMapping("/nhiem-vu/nhap/{id}/ghi")
  ModelAndView write(
      @PathVariable long id,
      @RequestParam(name = "ly-do", defaultValue = "") String why,
      RedirectAttributes attributes) {
    require(id);
    Page page = pages.page(SECTION);
    try {
      StagedSheet sheet = imports.commit(id, why.replace("\0", ""), page);
      attributes.addFlashAttribute(Pages.NOTICE, page.t("task.sheet.written", sheet.fileName()));
      return sheet.batchId() == null
          ? to(id)
          : new ModelAndView("redirect:/nhiem-vu/dot/" + sheet.batchId());
    } catch (Refusal refusal) {
      return refused(id, why, refusal);
    }
  }

  @PostMapping("/nhiem-vu/nhap/{id}/bo")
  ModelAndView drop(@PathVariable long id) {
    require(id);
    SheetKind kind = imports.one(id).kind();
    ModelAndView done = done(id, () -> imports.drop(id));
    return done.getStatus() == null ? new ModelAndView("redirect:" + kind.path()) : done;
  }

  @GetMapping("/nhiem-vu/nhap/{id}/loi")
  void problems(@PathVariable long id, HttpServletResponse response) throws IOException {
    require(id);
    SheetFile.named(response, "can-sua.xlsx");
    imports.write(id, pages.page(SECTION), response.getOutputStream());
  }

  private void require(long id) {
    boolean reads = Acting.current().may(CONFIRM) || Acting.current().may(REPORT);
    if (!reads) {
      throw new AccessDeniedException(REPORT);
    }
    require(imports.one(id).kind());
  }

  private ModelAndView done(long id, Runnable act) {
    try {
      act.run();
      return to(id);
    } catch (Refusal refusal) {
      return refused(id, "", refusal);
    }
  }

  private ModelAndView refused(long id, String why, Refusal refusal) {
    ModelAndView again = show(id, 0, why, told(refusal));
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  private ModelAndView show(long id, int after, String why, List<String> refusals) {
    Page page = pages.page(SECTION);
    SheetPlan plan = imports.plan(id, page);
    List<PlannedRow> all = plan.sheet().isWaiting() ? plan.rows() : List.of();
    List<PlannedRow> rest = all.stream().filter(row -> row.number() > after).toList();
    List<PlannedRow> shown = rest.stream().limit(PAGE).toList();
    List<StagedStore.Recorded> recorded =
        plan.sheet().isWritten() ? imports.recorded(id) : List.of();
    SheetView view =
        new SheetView(
            plan,
            shown.stream().filter(PlannedRow::isConflict).toList(),
            shown.stream().filter(row -> !row.isConflict()).toList(),
            problems(plan, page),
            refusals,
            recorded,
            names(recorded),
            rest.size() > PAGE ? Integer.valueOf(shown.getLast().number()) : null,
            why);
    return pages.show("task/sheet/sheet", SECTION, Map.of("view", view));
  }

  private static List<String> problems(SheetPlan plan, Page page) {
    List<String> told = new ArrayList<>();
    if (plan.sheet().isWaiting()) {
      plan.problems().stream()
          .limit(PROBLEMS)
          .forEach(problem -> told.add(page.texts().tell(problem.problem())));
    }
    if (plan.problems().size() > PROBLEMS) {
      told.add(page.t("task.sheet.more_problems", plan.problems().size() - PROBLEMS));
    }
    return told;
  }

  private Map<Integer, String> names(List<StagedStore.Recorded> recorded) {
    return bodies
        .find(recorded.stream().map(StagedStore.Recorded::bodyId).distinct().toList())
        .stream()
        .collect(Collectors.toMap(Body::id, Body::name, (a, b) -> a));
  }

  private List<String> told(Refusal refusal) {
    Page page = pages.page(SECTION);
    return refusal.problems().stream().limit(PROBLEMS).map(page.texts()::tell).toList();
  }
}
