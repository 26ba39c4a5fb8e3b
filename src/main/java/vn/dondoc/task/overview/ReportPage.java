package vn.dondoc.task.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.exchange.OfficialPaper;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Báo cáo theo dõi nhiệm vụ của tháng, as a sheet and as a paper to be signed. */
@Controller
class ReportPage {
  private static final String PATH = OverviewView.PATH + "/bao-cao";
  private static final String FILE = "bao-cao-theo-doi-";
  private static final String PAPER_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final MonthReport report;
  private final Pages pages;
  private final ProvinceDay day;

  ReportPage(MonthReport report, Pages pages, ProvinceDay day) {
    this.report = report;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(PATH + "/xuat")
  void sheet(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    MonthReport.Content content = content(asked);
    Page page = pages.page(OverviewPage.SECTION);
    String by = page.t(Dimension.BODY.key());
    SheetHead head =
        new SheetHead(
            page.t("task.overview.sheet"),
            page.t("task.report.title") + " " + Overview.month(content.month().toString()),
            page.t("web.period", OverviewSheet.period(page, content.filter())),
            page.t("web.source", page.t("task.overview.source")),
            page.t("web.as_of", page.formats().date(content.filter().day())));
    List<Overview.Row> rows = new ArrayList<>(content.bodies());
    rows.add(new Overview.Row("", page.t("task.overview.sum"), content.total()));
    SheetFile.named(response, FILE + content.month() + ".xlsx");
    Sheets.write(response.getOutputStream(), head, OverviewSheet.columns(page, by), rows.stream());
  }

  @GetMapping(PATH + "/van-ban")
  void paper(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    MonthReport.Content content = content(asked);
    OfficialPaper paper = report.paper(content);
    response.setContentType(PAPER_TYPE);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + FILE + content.month() + ".docx\"");
    paper.write(response.getOutputStream());
  }

  private MonthReport.Content content(Map<String, String> values) {
    Rights.require(OverviewPage.READ);
    Rights.require(OverviewPage.EXPORT);
    Asked asked = Asked.of(values);
    String month = DutyFilter.month(asked, "thang", false);
    asked.refuse();
    return report.of(month == null ? YearMonth.from(day.today()) : YearMonth.parse(month));
  }
}
