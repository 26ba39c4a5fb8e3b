package vn.dondoc.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.MenuBadge;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Việc của tôi: the first page a person sees after signing in. */
@Controller
class WorkPage {
  static final String SECTION = "desk";
  private static final String PATH = "/viec-cua-toi";
  private static final String READ = "task.read";
  private static final String REPORT = "task.report";
  private static final String EXPORT = "task.export";

  private final Works works;
  private final Bodies bodies;
  private final Pages pages;

  WorkPage(Works works, Bodies bodies, Pages pages) {
    this.works = works;
    this.bodies = bodies;
    this.pages = pages;
  }

  @Bean
  static MenuItem deskMenu() {
    return new MenuItem(20, SECTION, PATH, "desk.menu", READ);
  }

  @Bean
  static MenuBadge deskBadge(Works works) {
    return new MenuBadge(SECTION, "desk.badge", works::pressing);
  }

  @GetMapping(PATH)
  ModelAndView show(@RequestParam Map<String, String> asked) {
    if (!Acting.current().may(READ)) {
      // Whoever signs in lands here: without any task to see, the public pages are home.
      return new ModelAndView("redirect:/");
    }
    WorkRequest request = WorkRequest.of(asked);
    return pages.show(
        "desk/work",
        SECTION,
        Map.of("view", view(request, asked, works.find(request.bodies(), request.filter()))));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    Rights.require(EXPORT);
    WorkRequest request = WorkRequest.of(asked);
    WorkView view = view(request, asked, works.all(request.bodies(), request.filter()));
    Page page = pages.page(SECTION);
    SheetFile.named(response, "viec-cua-toi.xlsx");
    Sheets.write(
        response.getOutputStream(),
        WorkSheet.head(view, page),
        WorkSheet.columns(view, page),
        view.found().groups().stream().flatMap(group -> group.lines().stream()));
  }

  private WorkView view(WorkRequest request, Map<String, String> asked, WorkFound found) {
    Actor actor = Acting.current();
    // Whoever sees the province picks a body in the directory, not in a list of hundreds.
    List<Integer> choice = actor.wholeProvince() ? List.of() : actor.bodies();
    Map<Integer, Body> known = named(request, found, choice);
    if (!known.keySet().containsAll(request.bodies())) {
      throw Refusal.of(
          DeskRefusal.BODY, WorkRequest.BODY, asked.getOrDefault(WorkRequest.BODY, ""));
    }
    List<Body> choices =
        choice.stream()
            .map(known::get)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .filter(body -> !body.isGroup())
            .toList();
    Map<Integer, String> names = new HashMap<>();
    known.forEach((id, body) -> names.put(id, body.name()));
    boolean reports = actor.may(REPORT) && actor.own().containsAll(request.bodies());
    return new WorkView(
        request,
        new ListAddress(PATH, asked),
        found,
        names,
        choices.size() > 1 ? choices : List.of(),
        reports,
        works.documents(request.bodies()));
  }

  private Map<Integer, Body> named(WorkRequest request, WorkFound found, List<Integer> choice) {
    Set<Integer> ids = new HashSet<>(request.bodies());
    ids.addAll(choice);
    for (WorkFound.Group group : found.groups()) {
      for (WorkLine line : group.lines()) {
        ids.add(line.bodyId());
        ids.addAll(line.leads());
      }
    }
    Map<Integer, Body> known = new HashMap<>();
    bodies.find(new ArrayList<>(ids)).forEach(body -> known.put(body.id(), body));
    return known;
  }
}
