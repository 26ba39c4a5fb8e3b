package vn.dondoc.capital.owner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.Millions;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.project.Choices;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Tình hình báo cáo: which owners reported a month, late or not at all. */
@Controller
class StandingPage {
  static final String PATH = "/von/bao-cao/tinh-hinh";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final OwnerReports reports;
  private final ProjectReference reference;
  private final Pages pages;
  private final ProvinceDay day;

  StandingPage(OwnerReports reports, ProjectReference reference, Pages pages, ProvinceDay day) {
    this.reports = reports;
    this.reference = reference;
    this.pages = pages;
    this.day = day;
  }

  /**
   * Một chủ đầu tư.
   *
   * @param ownerId chủ đầu tư
   * @param name its name
   * @param lines số dòng vốn
   * @param reported of them reported in time
   * @param late reported late
   * @param missing not reported
   * @param promised đăng ký tháng sau, đồng
   * @param state the worst of its lines
   */
  record Owner(
      int ownerId,
      String name,
      int lines,
      int reported,
      int late,
      int missing,
      long promised,
      ReportLine.State state) {}

  /**
   * Tình hình of a month.
   *
   * @param month the month reported
   * @param kind estimate or actual
   * @param due the day it was due
   * @param owners those that miss most first
   */
  record View(YearMonth month, OwnerReport.Kind kind, @Nullable LocalDate due, List<Owner> owners) {
    long of(ReportLine.State state) {
      return owners.stream().filter(owner -> owner.state() == state).count();
    }
  }

  @GetMapping(PATH)
  ModelAndView show(@RequestParam Map<String, String> asked) {
    Rights.require(ReportPage.READ);
    YearMonth month = ReportPage.month(asked, day);
    OwnerReport.Kind kind = ReportPage.kind(asked, month, day);
    LocalDate due = reports.due(month, kind);
    View view = new View(month, kind, due, owners(reports.all(month, kind), due));
    return pages.show(
        "capital/owner/standing",
        ReportPage.SECTION,
        Map.of("view", view, "months", months(day.today())));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(ReportPage.READ);
    YearMonth month = ReportPage.month(asked, day);
    OwnerReport.Kind kind = ReportPage.kind(asked, month, day);
    LocalDate due = reports.due(month, kind);
    Page page = pages.page(ReportPage.SECTION);
    List<ReportLine> lines = reports.all(month, kind);
    response.setContentType(SHEET_TYPE);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"bao-cao-chu-dau-tu-" + month + ".xlsx\"");
    SheetHead head =
        new SheetHead(
            page.t("capital.owner.sheet"),
            page.t("capital.owner.standing"),
            page.t("web.period", ReportView.written(month) + " – " + page.t(kind.key())),
            page.t("web.source", page.t("capital.owner.source")),
            page.t("web.as_of", page.formats().date(page.day())));
    Sheets.write(response.getOutputStream(), head, columns(page, due), lines.stream());
  }

  private List<SheetColumn<ReportLine>> columns(Page page, @Nullable LocalDate due) {
    Choices choices = reference.choices();
    List<SheetColumn<ReportLine>> columns = new ArrayList<>();
    columns.add(new SheetColumn<>("owner", page.t("capital.owner"), ReportLine::owner));
    columns.add(new SheetColumn<>("project", page.t("capital.owner.project"), ReportLine::project));
    columns.add(new SheetColumn<>("pool", page.t("capital.owner.pool"), ReportLine::pool));
    columns.add(
        new SheetColumn<>(
            "state", page.t("capital.owner.state"), l -> page.t(l.state(due, page.day()).key())));
    columns.add(new SheetColumn<>("first", page.t("capital.owner.first_on"), ReportLine::firstOn));
    columns.add(
        new SheetColumn<>("plan", page.t("capital.owner.plan"), l -> Millions.cell(l.plan())));
    columns.add(
        new SheetColumn<>(
            "treasury", page.t("capital.owner.treasury"), l -> Millions.cell(l.treasury())));
    columns.add(money(page, "disbursed", OwnerReport.Money::disbursed));
    columns.add(money(page, "work", OwnerReport.Money::workDone));
    columns.add(money(page, "accepted", OwnerReport.Money::accepted));
    columns.add(money(page, "promised", OwnerReport.Money::promisedNext));
    columns.add(money(page, "december", OwnerReport.Money::expectedDecember));
    columns.add(money(page, "january", OwnerReport.Money::expectedJanuary));
    columns.add(words(page, "blocker", t -> name(choices, Choices.BLOCKER, t.blocker(), page)));
    columns.add(words(page, "difficulty", OwnerReport.Trouble::difficulty));
    columns.add(words(page, "proposal", OwnerReport.Trouble::proposal));
    columns.add(
        words(page, "authority", t -> name(choices, OwnerReport.AUTHORITY, t.authority(), page)));
    return columns;
  }

  private static @Nullable String name(
      Choices choices, String list, @Nullable String code, Page page) {
    return code == null ? null : choices.name(list, code, page);
  }

  private interface Amount {
    @Nullable Long of(OwnerReport.Money money);
  }

  private interface Words {
    @Nullable String of(OwnerReport.Trouble trouble);
  }

  private static SheetColumn<ReportLine> money(Page page, String key, Amount amount) {
    return new SheetColumn<>(
        key,
        page.t("capital.owner." + key) + " (" + page.t("capital.millions") + ")",
        line ->
            line.said() == null ? null : Millions.cell(amount.of(line.said().report().money())));
  }

  private static SheetColumn<ReportLine> words(Page page, String key, Words words) {
    return new SheetColumn<>(
        key,
        page.t("capital.owner." + key),
        line -> line.said() == null ? null : words.of(line.said().report().trouble()));
  }

  private List<Owner> owners(List<ReportLine> lines, @Nullable LocalDate due) {
    Map<Integer, List<ReportLine>> byOwner = new LinkedHashMap<>();
    lines.forEach(
        line -> byOwner.computeIfAbsent(line.ownerId(), id -> new ArrayList<>()).add(line));
    return byOwner.values().stream()
        .map(own -> owner(own, due))
        .sorted(Comparator.comparing(Owner::state).reversed().thenComparing(Owner::name))
        .toList();
  }

  private Owner owner(List<ReportLine> own, @Nullable LocalDate due) {
    LocalDate today = day.today();
    List<ReportLine.State> states = own.stream().map(l -> l.state(due, today)).toList();
    long promised =
        own.stream()
            .map(ReportLine::said)
            .filter(java.util.Objects::nonNull)
            .map(said -> said.report().money().promisedNext())
            .filter(java.util.Objects::nonNull)
            .mapToLong(Long::longValue)
            .sum();
    return new Owner(
        own.getFirst().ownerId(),
        own.getFirst().owner(),
        own.size(),
        count(states, ReportLine.State.REPORTED),
        count(states, ReportLine.State.LATE),
        count(states, ReportLine.State.MISSING) + count(states, ReportLine.State.OPEN),
        promised,
        states.stream().max(Comparator.naturalOrder()).orElseThrow());
  }

  private static int count(List<ReportLine.State> states, ReportLine.State state) {
    return (int) states.stream().filter(one -> one == state).count();
  }

  private static List<YearMonth> months(LocalDate today) {
    List<YearMonth> months = new ArrayList<>();
    for (int back = 0; back <= OwnerReports.MONTHS_BACK; back++) {
      months.add(YearMonth.from(today).minusMonths(back));
    }
    return months;
  }
}
