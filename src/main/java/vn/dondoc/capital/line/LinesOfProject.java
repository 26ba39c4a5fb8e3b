package vn.dondoc.capital.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.funding.ProjectFunding;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;

/** Các dòng vốn của một dự án, on the project's own page. */
@Component
class LinesOfProject implements ProjectFunding {
  private final LineListing listing;
  private final Pages pages;

  LinesOfProject(LineListing listing, Pages pages) {
    this.listing = listing;
    this.pages = pages;
  }

  @Override
  public @Nullable Funding of(long projectId) {
    if (!Acting.current().may(Rates.READ)) {
      return null;
    }
    Page page = pages.page("capital");
    List<Line> lines = listing.ofProject(projectId).stream().map(head -> line(head, page)).toList();
    return new Funding(
        lines,
        page.t(RateDefinition.Denominator.PLAN.key()),
        page.t("capital.line.source"),
        page.day());
  }

  private static Line line(LineHead head, Page page) {
    LineHead.InPool pool = head.pool();
    return new Line(
        pool.year(),
        pool.name(),
        page.texts().language() == Language.EN ? pool.sourceEn() : pool.sourceVi(),
        page.t(pool.vintage().key()),
        head.stands().plan(),
        head.stands().disbursed(),
        LineView.PATH + head.id());
  }
}
