package vn.dondoc.rural.target;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.matrix.Matrices;
import vn.dondoc.rural.plan.PlanFilter;
import vn.dondoc.rural.standard.TwoSides;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Chỉ tiêu kế hoạch: every target of the year, its value, its way and its state. */
@Controller
class TargetsPage {
  private static final String SECTION = "rural";
  private static final String READ = "rural.read";
  private static final String COUNT = "rural.count";
  private static final String PATH = "/nong-thon-moi/chi-tieu";

  private final Targets targets;
  private final Matrices matrices;
  private final Pages pages;
  private final ProvinceDay day;

  TargetsPage(Targets targets, Matrices matrices, Pages pages, ProvinceDay day) {
    this.targets = targets;
    this.matrices = matrices;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    PlanFilter when = when(asked);
    LocalDate on = when.day(day.today());
    TargetView view =
        new TargetView(
            when, on, targets.ofYear(when.year(), on), matrices.succession(on).orElse(null));
    return pages.show("rural/target/list", SECTION, Map.of("view", view));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    Page page = pages.page(SECTION);
    PlanFilter when = when(asked);
    LocalDate on = when.day(day.today());
    int year = when.year();
    SheetFile.named(response, "chi-tieu-nong-thon-moi.xlsx");
    SheetHead head =
        new SheetHead(
            page.t("rural.target.sheet"),
            page.t("rural.target.title", Integer.toString(year)),
            page.t("web.period", Integer.toString(year)),
            page.t("web.source", page.t("rural.target.source")),
            page.t("web.as_of", page.formats().date(on)));
    List<SheetColumn<Reached>> columns =
        List.of(
            new SheetColumn<>("name", page.t("rural.target.name"), l -> TargetView.name(l, page)),
            new SheetColumn<>(
                "unit", page.t("rural.target.unit"), l -> page.t(l.target().aim().unit())),
            new SheetColumn<>("low", page.t("rural.target.low"), l -> l.target().aim().low()),
            new SheetColumn<>("high", page.t("rural.target.high"), l -> l.target().aim().high()),
            new SheetColumn<>("value", page.t("rural.target.value"), Reached::value),
            new SheetColumn<>(
                "denominator",
                page.t("rural.target.denominator"),
                l -> l.target().aim().denominator()),
            new SheetColumn<>("reached", page.t("rural.target.reached"), TargetView::reachedShare),
            new SheetColumn<>("part", page.t("rural.target.part"), TargetView::aimedShare),
            new SheetColumn<>("state", page.t("rural.target.state"), l -> TargetView.told(l, page)),
            new SheetColumn<>("set", page.t("rural.plan.set"), Reached::set),
            new SheetColumn<>("by", page.t("rural.target.by"), l -> l.target().plan().byDay()),
            new SheetColumn<>(
                "source", page.t("rural.target.act"), l -> page.t(l.target().plan().source())));
    Sheets.write(response.getOutputStream(), head, columns, targets.ofYear(year, on).stream());
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView one(@PathVariable String id, @RequestParam Map<String, String> asked) {
    Rights.require(READ);
    PlanFilter when = when(asked);
    return show(reached(id, when), when, Typed.NOTHING, List.of());
  }

  @PostMapping(PATH + "/{id}")
  ModelAndView count(
      @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(COUNT);
    Target target =
        targets.target(number(id)).orElseThrow(() -> Refusal.of(TargetRefusal.UNKNOWN, id, id));
    Page page = pages.page(SECTION);
    CountForm form = CountForm.typed(typed);
    try {
      targets.count(target, form.read(day.today()));
    } catch (Refusal refusal) {
      PlanFilter when = PlanFilter.of(target.year());
      return show(reached(id, when), when, told(target, form, refusal, page), refusal.problems());
    }
    after.addFlashAttribute(Pages.NOTICE, page.t("rural.target.counted"));
    return new ModelAndView("redirect:" + PATH + "/" + target.id() + "?nam=" + target.year());
  }

  /**
   * Điều đã gõ.
   *
   * @param form what was typed
   * @param sides the figure the day has beside it; null when there is no other
   * @param seen id of that figure; 0 when there is none
   */
  private record Typed(CountForm form, @Nullable TwoSides sides, long seen) {
    static final Typed NOTHING = new Typed(CountForm.typed(Map.of()), null, 0);
  }

  /** A day that has a figure shows both, and takes the other once both were seen. */
  private Typed told(Target target, CountForm form, Refusal refusal, Page page) {
    if (refusal.code() != TargetRefusal.CHANGED) {
      return new Typed(form, null, 0);
    }
    Count count = form.read(day.today());
    return targets
        .standing(target, count)
        .map(said -> new Typed(form, CountForm.sides(said, count, page), said.id()))
        .orElseGet(() -> new Typed(form, null, 0));
  }

  /** The year and the day asked for. */
  private PlanFilter when(Map<String, String> values) {
    Asked asked = Asked.of(values);
    PlanFilter when = PlanFilter.when(asked, day.today());
    asked.refuse();
    return when;
  }

  private Reached reached(String id, PlanFilter when) {
    return targets
        .find(when.year(), number(id), when.day(day.today()))
        .orElseThrow(() -> Refusal.of(TargetRefusal.UNKNOWN, id, id));
  }

  private static int number(String id) {
    return id.matches("\\d{1,9}") ? Integer.parseInt(id) : 0;
  }

  private ModelAndView show(Reached reached, PlanFilter when, Typed typed, List<Problem> problems) {
    TwoSides sides = typed.sides();
    Map<String, Object> model = new HashMap<>();
    model.put("when", when);
    model.put("line", reached);
    model.put("counted", targets.counted(reached.target(), when.day(day.today())));
    model.put("form", typed.form());
    model.put("seen", typed.seen());
    model.put("problems", sides == null ? new ArrayList<>(problems) : List.of());
    if (sides != null) {
      model.put("sides", sides);
    }
    return pages.show("rural/target/one", SECTION, model, problems);
  }
}
