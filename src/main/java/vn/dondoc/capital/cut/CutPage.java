package vn.dondoc.capital.cut;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.Millions;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Danh sách cắt giảm: who lost what and why, slowness apart from surplus. */
@Controller
class CutPage {
  static final String SECTION = "capital";
  static final String READ = "capital.read";
  static final String PLAN = "capital.plan";
  static final String PATH = "/von/cat-giam";
  private static final int PAGE = 40;
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Cuts cuts;
  private final Pages pages;
  private final ProvinceDay day;

  CutPage(Cuts cuts, Pages pages, ProvinceDay day) {
    this.cuts = cuts;
    this.pages = pages;
    this.day = day;
  }

  /**
   * The list as its page shows it.
   *
   * @param reason of one reason; empty for all
   * @param state of one state; empty for all
   * @param address the same as the address says it
   * @param found what is found
   * @param shown those of this page
   * @param unexplained plan taken away that nobody explained
   */
  record View(
      String reason,
      String state,
      ListAddress address,
      List<Cut> found,
      List<Cut> shown,
      List<CutStore.Unexplained> unexplained) {
    long sum(boolean surplus) {
      return found.stream()
          .filter(cut -> cut.end() != null && cut.end().done())
          .filter(cut -> cut.content().reason().isSurplus() == surplus)
          .mapToLong(Cut::cutVnd)
          .sum();
    }

    boolean more() {
      return !shown.isEmpty() && shown.getLast().id() != found.getLast().id();
    }
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    return pages.show("capital/cut/list", SECTION, Map.of("view", view(asked)));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    View view = view(asked);
    Page page = pages.page(SECTION);
    response.setContentType(SHEET_TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"cat-giam-von.xlsx\"");
    SheetHead head =
        new SheetHead(
            page.t("capital.cut.sheet"),
            page.t("capital.cut.title"),
            page.t("web.period", Integer.toString(day.today().getYear())),
            page.t("web.source", page.t("capital.cut.source")),
            page.t("web.as_of", page.formats().date(day.today())));
    Sheets.write(response.getOutputStream(), head, columns(page), view.found().stream());
  }

  private View view(Map<String, String> values) {
    Asked asked = Asked.of(values);
    String reason =
        asked.choice("ly-do", Arrays.stream(CutReason.values()).map(CutReason::code).toList());
    String state =
        asked.choice(
            "tinh-trang",
            Arrays.stream(Cut.State.values())
                .map(s -> s.name().toLowerCase(java.util.Locale.ROOT))
                .toList());
    Long after = asked.after();
    asked.refuse();
    LocalDate today = day.today();
    List<Cut> found =
        cuts.all().stream()
            .filter(cut -> reason.isEmpty() || cut.content().reason().code().equals(reason))
            .filter(cut -> state.isEmpty() || cut.state(today).name().equalsIgnoreCase(state))
            .toList();
    List<Cut> shown =
        found.stream().filter(cut -> after == null || cut.id() < after).limit(PAGE).toList();
    return new View(
        reason,
        state,
        new ListAddress(PATH, values),
        found,
        shown,
        reason.isEmpty() && state.isEmpty() ? cuts.unexplained() : List.of());
  }

  private static List<SheetColumn<Cut>> columns(Page page) {
    return List.of(
        new SheetColumn<>("owner", page.t("capital.owner"), c -> c.line().owner()),
        new SheetColumn<>("project", page.t("capital.owner.project"), c -> c.line().project()),
        new SheetColumn<>("pool", page.t("capital.owner.pool"), c -> c.line().pool()),
        new SheetColumn<>(
            "amount",
            page.t("capital.cut.amount") + " (" + page.t("capital.millions") + ")",
            c -> Millions.cell(c.cutVnd())),
        new SheetColumn<>(
            "reason", page.t("capital.cut.reason"), c -> page.t(c.content().reason().key())),
        new SheetColumn<>("why", page.t("capital.cut.why"), c -> c.content().why()),
        new SheetColumn<>("evidence", page.t("capital.cut.evidence"), c -> c.content().evidence()),
        new SheetColumn<>(
            "plan",
            page.t("capital.owner.plan") + " (" + page.t("capital.millions") + ")",
            c -> Millions.cell(c.content().planVnd())),
        new SheetColumn<>(
            "disbursed",
            page.t("capital.owner.treasury") + " (" + page.t("capital.millions") + ")",
            c -> Millions.cell(c.content().disbursedVnd())),
        new SheetColumn<>(
            "found",
            page.t("capital.cut.found"),
            c ->
                c.content().found().stream()
                    .map(found -> found.name(page) + ": " + found.hit().words(page.texts()))
                    .collect(Collectors.joining("; "))),
        new SheetColumn<>("on", page.t("capital.cut.proposed_on"), c -> c.content().on()),
        new SheetColumn<>("answer", page.t("capital.cut.answer_by"), c -> c.content().answerBy()),
        new SheetColumn<>(
            "comment",
            page.t("capital.cut.comment"),
            c -> c.comments().stream().map(Cut.Comment::words).collect(Collectors.joining("; "))),
        new SheetColumn<>(
            "state", page.t("capital.cut.state"), c -> page.t(c.state(page.day()).key())),
        new SheetColumn<>(
            "document",
            page.t("capital.cut.document"),
            c -> c.end() == null ? null : c.end().document()),
        new SheetColumn<>(
            "signed",
            page.t("capital.cut.signed"),
            c -> c.end() == null ? null : c.end().signedOn()));
  }
}
