package vn.dondoc.capital.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;
import vn.dondoc.web.Language;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Cách tính tỷ lệ và mục tiêu của năm. */
@Controller
class RatePage {
  private static final String PATH = "/von/cach-tinh";
  private static final String TARGET = "/von/muc-tieu";
  private static final String SECTION = "capital";

  private final Rates rates;
  private final RateTargets targets;
  private final ProvinceDay day;
  private final Pages pages;

  RatePage(Rates rates, RateTargets targets, ProvinceDay day, Pages pages) {
    this.rates = rates;
    this.targets = targets;
    this.day = day;
    this.pages = pages;
  }

  /**
   * The page.
   *
   * @param year năm ngân sách
   * @param definitions every definition
   * @param history what was said of the target of the year, the last first
   * @param typed fields of the form
   * @param problems what is wrong with them
   */
  record View(
      int year,
      List<RateDefinition> definitions,
      List<RateTarget> history,
      Map<String, String> typed,
      List<Problem> problems) {

    @Nullable RateTarget target() {
      return history.isEmpty() ? null : history.getFirst();
    }

    String typed(String name) {
      return typed.getOrDefault(name, "");
    }

    RateDefinition definition(String code) {
      return definitions.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }
  }

  @GetMapping(PATH)
  ModelAndView show(@RequestParam(name = "nam", defaultValue = "") String year) {
    Rights.require(Rates.READ);
    int of = year(year);
    List<RateTarget> history = targets.history(of);
    Map<String, String> typed = new HashMap<>();
    if (history.isEmpty()) {
      RateDefinition assumed = rates.assumed();
      typed.put("definition", assumed.code());
      typed.put("by", Days.written(assumed.until().of(of)));
    } else {
      RateTarget.Said said = history.getFirst().said();
      typed.put("definition", said.definition());
      typed.put("by", Days.written(said.byDay()));
      typed.put("percent", percent(said.percent()));
      typed.put("clause", said.clause());
      typed.put("document", said.document());
    }
    return page(of, history, typed, List.of());
  }

  @PostMapping(TARGET)
  ModelAndView set(@RequestParam Map<String, String> fields, RedirectAttributes after) {
    Rights.require(Rates.READ);
    Rights.require(RateTargets.PLAN);
    int year = year(words(fields, "nam"));
    List<Problem> problems = new ArrayList<>();
    RateTarget.Said said = said(year, fields, problems);
    boolean assumed = !"confirm".equals(fields.get("act"));
    String why = words(fields, "why");
    String step = words(fields, "step");
    try {
      if (!problems.isEmpty()) {
        throw Refusal.of(RateRefusal.TARGET, problems);
      }
      targets.set(
          said,
          step.matches("\\d{1,6}") ? Integer.parseInt(step) : 0,
          assumed,
          why.isEmpty() ? null : why);
    } catch (Refusal refusal) {
      return page(year, targets.history(year), fields, refusal.problems());
    }
    after.addFlashAttribute(
        Pages.NOTICE,
        pages
            .page(SECTION)
            .t(
                assumed ? "capital.target.assumed.saved" : "capital.target.confirmed.saved",
                Integer.toString(year)));
    return new ModelAndView("redirect:" + PATH + "?nam=" + year);
  }

  private static RateTarget.Said said(
      int year, Map<String, String> fields, List<Problem> problems) {
    String percent = words(fields, "percent").replace("%", "").strip().replace(',', '.');
    if (!percent.matches("\\d{1,3}(\\.\\d{1,2})?")) {
      problems.add(Problem.at("percent", RateRefusal.PERCENT.key(), words(fields, "percent")));
    }
    String by = words(fields, "by");
    LocalDate day = Days.read(by).orElse(null);
    if (day == null) {
      problems.add(Days.problem("by", "capital.target.by", by));
    }
    return new RateTarget.Said(
        year,
        problems.stream().anyMatch(problem -> problem.place().equals("percent"))
            ? BigDecimal.ZERO
            : new BigDecimal(percent),
        words(fields, "definition"),
        day == null ? LocalDate.of(year, 12, 31) : day,
        words(fields, "clause"),
        words(fields, "document"));
  }

  /** As the page that is being answered writes decimals. */
  private static String percent(BigDecimal percent) {
    String plain = percent.stripTrailingZeros().toPlainString();
    return Language.ofPage() == Language.EN ? plain : plain.replace('.', ',');
  }

  private static String words(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").replace("\0", "").strip();
  }

  private int year(String text) {
    return text.matches("20\\d\\d") ? Integer.parseInt(text) : day.today().getYear();
  }

  private ModelAndView page(
      int year, List<RateTarget> history, Map<String, String> typed, List<Problem> problems) {
    return pages.show(
        "capital/rate/rates",
        SECTION,
        Map.of("view", new View(year, rates.all(), history, typed, problems)),
        problems);
  }
}
