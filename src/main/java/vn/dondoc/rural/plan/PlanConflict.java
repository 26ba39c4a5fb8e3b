package vn.dondoc.rural.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.rural.standard.TwoSides;
import vn.dondoc.web.Days;
import vn.dondoc.web.Page;

/** Hai người cùng sửa một dòng kế hoạch. */
final class PlanConflict {
  private PlanConflict() {}

  /**
   * Lần sửa gần nhất.
   *
   * @param by who
   * @param at when
   */
  record Last(String by, Instant at) {}

  /** Where a line as it stands and as it was typed differ, each as a person reads it. */
  static TwoSides of(Last last, PlanForm theirs, PlanForm mine, Page page) {
    List<TwoSides.Field> fields = new ArrayList<>();
    add(fields, page.t("rural.plan.action"), theirs.action(), mine.action());
    // Left empty, the body stays who it is.
    add(
        fields,
        page.t("rural.plan.body"),
        theirs.body(),
        mine.body().isEmpty() ? theirs.body() : mine.body());
    add(fields, page.t("rural.plan.post"), theirs.post(), mine.post());
    add(fields, page.t("rural.plan.due"), day(theirs.due()), day(mine.due()));
    add(fields, page.t("rural.plan.cost"), money(theirs.cost(), page), money(mine.cost(), page));
    add(fields, page.t("rural.plan.project"), theirs.project(), mine.project());
    add(fields, page.t("rural.plan.blocked"), theirs.blocked(), mine.blocked());
    add(fields, page.t("rural.plan.until"), day(theirs.until()), day(mine.until()));
    return new TwoSides(last.by() + ", " + page.moment(last.at()), fields);
  }

  private static void add(List<TwoSides.Field> fields, String label, String theirs, String mine) {
    if (!theirs.equals(mine)) {
      fields.add(new TwoSides.Field(label, theirs, mine));
    }
  }

  private static String day(String typed) {
    return Days.read(typed).map(Days::written).orElse(typed);
  }

  private static String money(String typed, Page page) {
    String digits = typed.replaceAll("[.\\s\\u00a0]", "");
    return digits.matches("\\d{1,15}") ? page.formats().count(Long.parseLong(digits)) : typed;
  }
}
