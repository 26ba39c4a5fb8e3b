package vn.dondoc.rural.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.place.Places;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskOrigins;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;

/** Kế hoạch mà nhiệm vụ được giao từ đó: from a task back to the plan of its commune. */
@Component
class PlanOrigins implements TaskOrigins {
  private final Places places;
  private final Pages pages;

  PlanOrigins(Places places, Pages pages) {
    this.places = places;
    this.pages = pages;
  }

  @Override
  public @Nullable Origin of(Task task) {
    SourceReference source = task.content().source();
    if (!source.kind().equals(Givings.SOURCE)) {
      return null;
    }
    Page page = pages.page(PlanPage.SECTION);
    int unit = Math.toIntExact(source.id());
    String year = source.key().substring(0, source.key().indexOf('/'));
    Bilingual title = places.titles(List.of(unit)).get(unit);
    String told =
        page.t(
            "rural.plan.origin",
            year,
            title == null ? Integer.toString(unit) : page.t(title),
            String.join(", ", source.path()));
    return new Origin(told, PlanPage.PATH + "/" + unit + "?nam=" + year);
  }
}
