package vn.dondoc.task.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.task.succession.Successions;
import vn.dondoc.web.Asked;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Tổng quan chỉ đạo: by body, head, notice and month. */
@Controller
class OverviewPage {
  static final String SECTION = "overview";
  static final String READ = "task.read";
  static final String EXPORT = "task.export";

  private final Overview overview;
  private final Successions successions;
  private final Pages pages;
  private final ProvinceDay day;

  OverviewPage(Overview overview, Successions successions, Pages pages, ProvinceDay day) {
    this.overview = overview;
    this.successions = successions;
    this.pages = pages;
    this.day = day;
  }

  @Bean
  static MenuItem overviewMenu() {
    return new MenuItem(45, SECTION, OverviewView.PATH, "task.overview.menu", EXPORT);
  }

  @GetMapping(OverviewView.PATH)
  ModelAndView show(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    return pages.show(
        "task/overview/overview",
        SECTION,
        Map.of("view", view(asked).withCeased(successions.open())));
  }

  @GetMapping(OverviewView.PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    Rights.require(EXPORT);
    OverviewView view = view(asked);
    Page page = pages.page(SECTION);
    SheetFile.named(response, "tong-quan.xlsx");
    Sheets.write(
        response.getOutputStream(),
        OverviewSheet.head(page, view.filter(), page.t(view.dimension().key())),
        OverviewSheet.columns(page, page.t(view.dimension().key())),
        OverviewView.sorted(view.found().rows(), view.sort()).stream());
  }

  private OverviewView view(Map<String, String> values) {
    Asked asked = Asked.of(values);
    int by = Dimension.words().indexOf(asked.choice("theo", Dimension.words()));
    Dimension dimension = by < 0 ? Dimension.BODY : Dimension.values()[by];
    asked.choice(Asked.SORT, OverviewView.Sort.words());
    DutyFilter filter = DutyFilter.of(asked, day.today());
    Page page = pages.page(SECTION);
    Overview.Found found = overview.of(filter, dimension);
    List<Overview.Row> named =
        found.rows().stream()
            .map(row ->
                row.name().isEmpty()
                    ? new Overview.Row(row.key(), page.t(dimension.key() + ".none"), row.measure())
                    : row)
            .toList();
    return OverviewView.of(
        filter,
        values,
        dimension,
        new Overview.Found(found.total(), named, found.months()),
        about(overview, filter));
  }

  /** What a list is narrowed to, in words. */
  static List<OverviewView.About> about(Overview overview, DutyFilter filter) {
    List<OverviewView.About> about = new ArrayList<>();
    Integer body = filter.bodyId();
    if (body != null) {
      String name = overview.bodyNames(List.of(body)).getOrDefault(body, body.toString());
      about.add(new OverviewView.About("co-quan", name));
    }
    String section = filter.section();
    if (section != null) {
      about.add(new OverviewView.About("muc", section));
    }
    Long source = filter.sourceId();
    if (source != null) {
      String title = overview.title(source);
      String number = source == DutyFilter.OTHER_SOURCE ? "–" : source.toString();
      about.add(new OverviewView.About("nguon", title == null ? number : title));
    }
    return about;
  }
}
