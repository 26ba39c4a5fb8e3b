package vn.dondoc.rural.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.agency.Bodies;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Places;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Kế hoạch hoàn thành tiêu chí: which commune lacks what, who owes it, by when. */
@Controller
class PlanPage {
  static final String SECTION = "rural";
  static final String READ = "rural.read";
  static final String PATH = "/nong-thon-moi/ke-hoach";

  private final Plans plans;
  private final Forecasts forecasts;
  private final Tasks tasks;
  private final Places places;
  private final Bodies bodies;
  private final Pages pages;
  private final ProvinceDay day;

  PlanPage(
      Plans plans,
      Forecasts forecasts,
      Tasks tasks,
      Places places,
      Bodies bodies,
      Pages pages,
      ProvinceDay day) {
    this.plans = plans;
    this.forecasts = forecasts;
    this.tasks = tasks;
    this.places = places;
    this.bodies = bodies;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    PlanRequest request = request(asked);
    Plans.Found found = plans.page(request.filter(), request.after(), Plans.PAGE + 1);
    return pages.show(
        "rural/plan/list",
        SECTION,
        Map.of("view", view(request.filter(), asked, found, Plans.PAGE)));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    PlanFilter filter = request(asked).filter();
    Page page = pages.page(SECTION);
    PlanView view = view(filter, asked, plans.page(filter, null, Plans.EXPORT), Plans.EXPORT);
    SheetFile.named(response, "ke-hoach-tieu-chi.xlsx");
    Sheets.write(
        response.getOutputStream(),
        PlanSheet.head(view, page),
        PlanSheet.columns(view, page),
        view.lines().stream());
  }

  @GetMapping(PATH + "/{unit}")
  ModelAndView unit(@PathVariable String unit, @RequestParam Map<String, String> asked) {
    Rights.require(READ);
    PlanFilter of = PlanRequest.of(asked, day.today()).filter();
    int number = unit.matches("\\d{1,9}") ? Integer.parseInt(unit) : 0;
    PlanFilter filter = PlanFilter.ofUnit(of.year(), number).at(of.day());
    Plans.Found found = plans.page(filter, null, Plans.EXPORT);
    if (found.lines().isEmpty()) {
      throw Refusal.of(PlanRefusal.UNKNOWN, unit, unit);
    }
    return pages.show(
        "rural/plan/unit",
        SECTION,
        Map.of("view", view(filter, asked, found, Plans.EXPORT).of(PATH + "/" + unit)));
  }

  private PlanRequest request(Map<String, String> asked) {
    return PlanRequest.of(asked, day.today()).known(places, bodies, day.today());
  }

  private PlanView view(PlanFilter filter, Map<String, String> asked, Plans.Found found, int most) {
    boolean more = found.lines().size() > most;
    List<PlanLine> lines = more ? found.lines().subList(0, most) : found.lines();
    List<Long> followed = new ArrayList<>();
    for (PlanLine line : lines) {
      Long task = line.owed().taskId();
      if (task != null) {
        followed.add(task);
      }
      PlanLine.Ended ended = line.ended();
      if (ended != null) {
        followed.add(ended.taskId());
      }
    }
    Map<Long, String> codes =
        tasks.find(followed).stream().collect(Collectors.toMap(Task::id, Task::code));
    @Nullable Forecast forecast = forecasts.told(filter.year(), found.measured().day()).forecast();
    return new PlanView(
        filter,
        new ListAddress(PATH, asked),
        lines,
        found.counts(),
        Objects.requireNonNull(plans.names(lines)),
        codes,
        found.measured(),
        forecast,
        more);
  }
}
