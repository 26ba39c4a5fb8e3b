package vn.dondoc.capital.closing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Khóa sổ kỳ and corrections after it, as Excel sheets. */
@Controller
class ClosingSheet {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ClosingYear years;
  private final ProvinceDay day;
  private final Pages pages;

  ClosingSheet(ClosingYear years, ProvinceDay day, Pages pages) {
    this.years = years;
    this.day = day;
    this.pages = pages;
  }

  @GetMapping(ClosingView.PATH + "/xuat")
  void months(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(ClosingPage.READ);
    int year = ClosingPage.year(asked, day.today());
    Page page = pages.page(ClosingPage.SECTION);
    List<Month> months = years.months(year, years.late(year)).reversed();
    send(response, "khoa-so-" + year + ".xlsx");
    Sheets.write(
        response.getOutputStream(),
        head(page, "capital.closing.title", year),
        List.of(
            new SheetColumn<>("month", page.t("capital.closing.month"), Month::number),
            new SheetColumn<>("last", page.t("capital.closing.until"), Month::last),
            new SheetColumn<>(
                "state", page.t("capital.closing.state"), m -> page.t(m.state().key())),
            new SheetColumn<>(
                "proposed",
                page.t("capital.closing.proposed_by"),
                m -> m.closing() == null ? null : m.closing().proposed().by()),
            new SheetColumn<>("signed", page.t("capital.closing.signed_by"), m -> by(m.closing())),
            new SheetColumn<>(
                "on", page.t("capital.closing.signed_on"), m -> seal(m.closing(), true)),
            new SheetColumn<>(
                "digest", page.t("capital.closing.digest"), m -> seal(m.closing(), false)),
            new SheetColumn<>("plan", page.t("capital.line.plan"), m -> m.figures().plan()),
            new SheetColumn<>(
                "disbursed", page.t("capital.line.disbursed"), m -> m.figures().disbursed()),
            new SheetColumn<>(
                "entries", page.t("capital.closing.entries"), m -> m.figures().entries()),
            new SheetColumn<>("later", page.t("capital.closing.later"), m -> m.later().count()),
            new SheetColumn<>(
                "later_vnd", page.t("capital.closing.later_vnd"), m -> m.later().amountVnd())),
        months.stream());
  }

  @GetMapping(ClosingView.PATH + "/sau-khoa/xuat")
  void late(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(ClosingPage.READ);
    int year = ClosingPage.year(asked, day.today());
    Page page = pages.page(ClosingPage.SECTION);
    send(response, "dinh-chinh-sau-khoa-" + year + ".xlsx");
    Sheets.write(
        response.getOutputStream(),
        head(page, "capital.closing.late", year),
        List.of(
            new SheetColumn<>("line", page.t("capital.column.line"), LateCorrection::lineId),
            new SheetColumn<>("project", page.t("capital.column.project"), LateCorrection::project),
            new SheetColumn<>("kind", page.t("capital.line.kind"), c -> page.t(c.of().key())),
            new SheetColumn<>("of", page.t("capital.line.corrects_column"), c -> c.of().document()),
            new SheetColumn<>("of_on", page.t("capital.closing.of_on"), c -> c.of().on()),
            new SheetColumn<>("document", page.t("capital.line.number"), LateCorrection::document),
            new SheetColumn<>("on", page.t("capital.line.value_on"), LateCorrection::on),
            new SheetColumn<>(
                "amount", page.t("capital.closing.later_vnd"), LateCorrection::amountVnd),
            new SheetColumn<>("reason", page.t("capital.line.reason"), LateCorrection::reason),
            new SheetColumn<>("signer", page.t("capital.line.signer"), LateCorrection::signer)),
        years.late(year).stream());
  }

  private static @Nullable String by(Closings.@Nullable Closing closing) {
    return closing == null || closing.seal() == null ? null : closing.seal().by();
  }

  private static @Nullable Object seal(Closings.@Nullable Closing closing, boolean day) {
    if (closing == null || closing.seal() == null) {
      return null;
    }
    return day ? (Object) closing.seal().on() : closing.seal().digest();
  }

  private static SheetHead head(Page page, String title, int year) {
    return new SheetHead(
        page.t("capital.closing"),
        page.t(title, Integer.toString(year)),
        page.t("web.period", Integer.toString(year)),
        page.t("web.source", page.t("capital.line.source")),
        page.t("web.as_of", page.formats().date(page.day())));
  }

  private static void send(HttpServletResponse response, String name) {
    response.setContentType(TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
