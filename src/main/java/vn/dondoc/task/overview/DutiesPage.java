package vn.dondoc.task.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.task.TaskChoices;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Danh sách phần việc: filtered, sorted, paged by key, and as a sheet. */
@Controller
class DutiesPage {
  static final String PATH = "/nhiem-vu/phan";
  private static final String SECTION = "task";

  private final DutyListing listing;
  private final Overview overview;
  private final TaskChoices choices;
  private final Pages pages;
  private final ProvinceDay day;

  DutiesPage(
      DutyListing listing, Overview overview, TaskChoices choices, Pages pages, ProvinceDay day) {
    this.choices = choices;
    this.listing = listing;
    this.overview = overview;
    this.pages = pages;
    this.day = day;
  }

  /**
   * The list as the page shows it.
   *
   * @param filter which duties
   * @param asked what its address says
   * @param sort the order
   * @param lines of this page
   * @param counts of the whole question, whatever their timing
   * @param next id of the last line when there are more
   * @param about names of the body and the notice filtered by
   * @param bodies to filter by
   * @param sources titles to filter by, by id
   */
  record View(
      DutyFilter filter,
      Map<String, String> asked,
      DutyListing.Sort sort,
      List<DutyListing.Line> lines,
      Counts counts,
      @Nullable Long next,
      List<OverviewView.About> about,
      List<Body> bodies,
      Map<Long, String> sources) {
    ListAddress address() {
      return new ListAddress(PATH, asked);
    }

    String asked(String name) {
      return asked.getOrDefault(name, "");
    }

    String period(Page page) {
      return OverviewSheet.period(page, filter);
    }

    /** Message key of what was given back. */
    static String returned(String asked) {
      return "task.overview.column."
          + (DutyFilter.HANDED_BACK.equals(asked) ? "handed_back" : "returned");
    }

    /** How many the chosen timing has. */
    long shown() {
      return filter.timings() == null
          ? counts.total()
          : filter.timings().stream().mapToLong(counts::of).sum();
    }
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> values) {
    Rights.require(OverviewPage.READ);
    Asked asked = Asked.of(values);
    DutyListing.Sort sort = sort(asked);
    Long after = asked.after();
    DutyFilter filter = DutyFilter.of(asked, day.today());
    List<DutyListing.Line> found = listing.page(filter, sort, after);
    boolean more = found.size() > DutyListing.PAGE;
    List<DutyListing.Line> lines = more ? found.subList(0, DutyListing.PAGE) : found;
    View view =
        new View(
            filter,
            values,
            sort,
            lines,
            listing.counts(filter),
            more ? lines.getLast().id() : null,
            OverviewPage.about(overview, filter),
            choices.bodies(),
            choices.sources());
    return pages.show("task/overview/duties", SECTION, Map.of("view", view));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> values, HttpServletResponse response)
      throws IOException {
    Rights.require(OverviewPage.READ);
    Rights.require(OverviewPage.EXPORT);
    Asked asked = Asked.of(values);
    DutyListing.Sort sort = sort(asked);
    DutyFilter filter = DutyFilter.of(asked, day.today());
    List<DutyListing.Line> lines = listing.all(filter, sort);
    Page page = pages.page(SECTION);
    SheetFile.named(response, "phan-viec.xlsx");
    SheetHead head =
        new SheetHead(
            page.t("task.duties.sheet"),
            page.t("task.duties.title"),
            page.t("web.period", told(filter, page)),
            page.t("web.source", page.t("task.overview.source")),
            page.t("web.as_of", page.formats().date(filter.day())));
    Sheets.write(response.getOutputStream(), head, OverviewSheet.duties(page), lines.stream());
  }

  /** What the list was narrowed to, in words. */
  private String told(DutyFilter filter, Page page) {
    List<String> told = new ArrayList<>(List.of(OverviewSheet.period(page, filter)));
    OverviewPage.about(overview, filter).forEach(about -> told.add(about.name()));
    if (filter.part() != null) {
      told.add(page.t("task.column." + DutyQuery.lower(filter.part())));
    }
    if (filter.returned() != null) {
      told.add(page.t(View.returned(filter.returned())));
    }
    if (filter.timings() != null) {
      filter.timings().forEach(t -> told.add(page.t("task.timing." + DutyQuery.lower(t))));
    }
    DutyFilter.More more = filter.more();
    if (more.state() != null) {
      told.add(page.t("task.state." + DutyQuery.lower(more.state())));
    }
    if (more.from() != null) {
      told.add(page.t("task.told.from", page.formats().date(more.from())));
    }
    if (more.until() != null) {
      told.add(page.t("task.told.until", page.formats().date(more.until())));
    }
    if (!more.head().isEmpty()) {
      told.add(page.t("task.told.head", more.head()));
    }
    if (filter.month() != null) {
      told.add(page.t("task.told.month", filter.month()));
    }
    if (!filter.words().isEmpty()) {
      told.add(page.t("task.told.words", filter.words()));
    }
    return String.join("; ", told);
  }

  private static DutyListing.Sort sort(Asked asked) {
    List<String> words = Arrays.stream(DutyListing.Sort.values()).map(s -> s.word()).toList();
    return DutyListing.Sort.values()[Math.max(0, words.indexOf(asked.choice(Asked.SORT, words)))];
  }
}
