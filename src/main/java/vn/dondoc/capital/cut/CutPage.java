package vn.dondoc.capital.cut;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
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
   * @param moved plan that transfers took away for a ground they told
   * @param unexplained plan taken away that nobody explained
   */
  record View(
      String reason,
      String state,
      ListAddress address,
      List<Cut> found,
      List<Cut> shown,
      List<Moved> moved,
      List<CutStore.Unexplained> unexplained) {
    long sum(boolean surplus) {
      long cut =
          found.stream()
              .filter(one -> one.end() != null && one.end().done())
              .filter(one -> one.content().reason().isSurplus() == surplus)
              .mapToLong(Cut::cutVnd)
              .sum();
      return cut
          + moved.stream()
              .filter(one -> one.reason().isSurplus() == surplus)
              .mapToLong(Moved::amountVnd)
              .sum();
    }

    int count() {
      return found.size() + moved.size();
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
    Sheets.write(
        response.getOutputStream(),
        head,
        CutSheet.columns(page),
        CutSheet.rows(view.found(), view.moved(), page));
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
        moved(reason, state),
        reason.isEmpty() && state.isEmpty() ? cuts.unexplained() : List.of());
  }

  /** A transfer is done when it is booked. */
  private List<Moved> moved(String reason, String state) {
    boolean asked = state.isEmpty() || state.equalsIgnoreCase(Cut.State.DONE.name());
    return asked
        ? cuts.moved().stream()
            .filter(one -> reason.isEmpty() || one.reason().code().equals(reason))
            .toList()
        : List.of();
  }
}
