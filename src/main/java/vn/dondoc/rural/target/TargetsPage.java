package vn.dondoc.rural.target;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.dondoc.web.Asked;
import vn.dondoc.web.Days;
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
            new SheetColumn<>("state", page.t("rural.target.state"), l -> TargetView.told(l, page)),
            new SheetColumn<>("set", page.t("rural.plan.set"), Reached::set),
            new SheetColumn<>("by", page.t("rural.target.by"), l -> l.target().plan().byDay()),
            new SheetColumn<>(
                "source", page.t("rural.target.act"), l -> l.target().plan().source()));
    Sheets.write(response.getOutputStream(), head, columns, targets.ofYear(year, on).stream());
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView one(@PathVariable String id, @RequestParam Map<String, String> asked) {
    Rights.require(READ);
    return show(reached(id, when(asked)), when(asked), Map.of(), List.of());
  }

  @PostMapping(PATH + "/{id}")
  ModelAndView count(
      @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(COUNT);
    PlanFilter when = when(Map.of("nam", typed.getOrDefault("nam", "")));
    Reached reached = reached(id, when);
    try {
      targets.count(
          reached.target(),
          day(typed.getOrDefault("day", "")),
          value(typed.getOrDefault("value", "")),
          typed.getOrDefault("source", ""));
    } catch (Refusal refusal) {
      return show(reached, when, typed, refusal.problems());
    }
    after.addFlashAttribute(Pages.NOTICE, pages.page(SECTION).t("rural.target.counted"));
    return new ModelAndView("redirect:" + PATH + "/" + id + "?nam=" + reached.target().year());
  }

  /** The year and the day asked for. */
  private PlanFilter when(Map<String, String> values) {
    Asked asked = Asked.of(values);
    PlanFilter when = PlanFilter.when(asked, day.today());
    asked.refuse();
    return when;
  }

  private Reached reached(String id, PlanFilter when) {
    int number = id.matches("\\d{1,9}") ? Integer.parseInt(id) : 0;
    return targets
        .find(when.year(), number, when.day(day.today()))
        .orElseThrow(() -> Refusal.of(TargetRefusal.UNKNOWN, id, id));
  }

  private LocalDate day(String text) {
    return text.isBlank()
        ? day.today()
        : Days.read(text).orElseThrow(() -> Days.refusal("day", "rural.target.day", text));
  }

  private static BigDecimal value(String text) {
    String digits = text.replaceAll("[.\\s\\u00a0]", "");
    if (!digits.matches("\\d{1,9}")) {
      throw Refusal.of(TargetRefusal.VALUE, "value", text);
    }
    return new BigDecimal(digits);
  }

  private ModelAndView show(
      Reached reached, PlanFilter when, Map<String, String> typed, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("when", when);
    model.put("line", reached);
    model.put("typed", typed);
    model.put("problems", new ArrayList<>(problems));
    return pages.show("rural/target/one", SECTION, model, problems);
  }
}
