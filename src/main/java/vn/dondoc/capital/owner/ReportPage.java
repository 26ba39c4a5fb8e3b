package vn.dondoc.capital.owner;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Báo cáo tháng: an owner says how each of its lines stands, all on one page. */
@Controller
class ReportPage {
  static final String SECTION = "capital";
  static final String READ = "capital.read";
  static final String REPORT = "capital.report";

  private final OwnerReports reports;
  private final ProjectReference reference;
  private final Pages pages;
  private final ProvinceDay day;

  ReportPage(OwnerReports reports, ProjectReference reference, Pages pages, ProvinceDay day) {
    this.reports = reports;
    this.reference = reference;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(ReportView.PATH)
  ModelAndView form(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    Rights.require(REPORT);
    YearMonth month = month(asked, day);
    OwnerReport.Kind kind = kind(asked, month, day);
    List<ReportLine> all = reports.own(month, kind);
    List<ReportLine> lines = part(all, first(asked));
    return pages.show(
        "capital/owner/report",
        SECTION,
        Map.of(
            "view",
            new ReportView(
                month,
                kind,
                reports.due(month, kind),
                lines,
                Math.min(first(asked), all.size()),
                all.size(),
                ReportForm.of(lines),
                List.of(),
                reference.choices())));
  }

  @PostMapping(ReportView.PATH)
  ModelAndView save(@RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(REPORT);
    YearMonth month = month(typed, day);
    OwnerReport.Kind kind = kind(typed, month, day);
    List<ReportLine> all = reports.own(month, kind);
    ReportForm form = new ReportForm(typed);
    int said;
    try {
      said = reports.record(month, kind, form.read(all));
      if (said == 0) {
        throw Refusal.of(OwnerRefusal.NOTHING, "");
      }
    } catch (Refusal refusal) {
      return refused(typed, form, refusal.problems());
    }
    after.addFlashAttribute(
        Pages.NOTICE,
        pages.page(SECTION).t("capital.owner.saved", said, ReportView.written(month)));
    return new ModelAndView(
        "redirect:"
            + ReportView.PATH
            + "?thang="
            + month
            + "&loai="
            + kind.word()
            + (first(typed) == 0 ? "" : "&tu=" + first(typed)));
  }

  private ModelAndView refused(Map<String, String> typed, ReportForm form, List<Problem> problems) {
    YearMonth month = month(typed, day);
    OwnerReport.Kind kind = kind(typed, month, day);
    List<ReportLine> all = reports.own(month, kind);
    ModelAndView view =
        pages.show(
            "capital/owner/report",
            SECTION,
            Map.of(
                "view",
                new ReportView(
                    month,
                    kind,
                    reports.due(month, kind),
                    part(all, first(typed)),
                    Math.min(first(typed), all.size()),
                    all.size(),
                    form,
                    problems,
                    reference.choices())));
    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }

  private static List<ReportLine> part(List<ReportLine> all, int first) {
    int from = Math.min(first, all.size());
    return all.subList(from, Math.min(from + ReportView.PAGE, all.size()));
  }

  private static int first(Map<String, String> asked) {
    String from = asked.getOrDefault("tu", "");
    return from.matches("\\d{1,5}") ? Integer.parseInt(from) : 0;
  }

  /** The month asked for; the province's month when none is. */
  static YearMonth month(Map<String, String> asked, ProvinceDay day) {
    String month = asked.getOrDefault("thang", "").strip();
    if (month.isEmpty()) {
      return YearMonth.from(day.today());
    }
    if (!month.matches("20\\d\\d-(0[1-9]|1[0-2])")) {
      YearMonth now = YearMonth.from(day.today());
      throw Refusal.of(
          OwnerRefusal.MONTH,
          "thang",
          month,
          now.minusMonths(OwnerReports.MONTHS_BACK).atDay(1),
          now.atDay(1));
    }
    return YearMonth.parse(month);
  }

  /** The kind asked for; an estimate while the month runs, the actual after it. */
  static OwnerReport.Kind kind(Map<String, String> asked, YearMonth month, ProvinceDay day) {
    Asked question = Asked.of(asked);
    String word =
        question.choice(
            "loai", List.of(OwnerReport.Kind.ESTIMATE.word(), OwnerReport.Kind.ACTUAL.word()));
    question.refuse();
    if (word.isEmpty()) {
      return month.equals(YearMonth.from(day.today()))
          ? OwnerReport.Kind.ESTIMATE
          : OwnerReport.Kind.ACTUAL;
    }
    return word.equals(OwnerReport.Kind.ESTIMATE.word())
        ? OwnerReport.Kind.ESTIMATE
        : OwnerReport.Kind.ACTUAL;
  }
}
