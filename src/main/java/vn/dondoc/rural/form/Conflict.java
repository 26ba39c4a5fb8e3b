package vn.dondoc.rural.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.assessment.TypedFigure;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.web.Page;

/**
 * Hai người cùng ghi: what somebody else wrote since, beside what was to be written over it.
 *
 * @param indicator chỉ tiêu
 * @param step how many facts there are now
 * @param last the latest of them
 * @param theirs the claim that stands
 * @param mine what was to be said
 */
record Conflict(Indicator indicator, int step, Told last, Saying theirs, Saying mine) {

  /**
   * Một bên nói.
   *
   * @param figures by the name of the part
   * @param nothing there is nothing to assess
   */
  record Saying(Map<String, BigDecimal> figures, boolean nothing) {
    static Saying of(Told told, Indicator indicator) {
      return new Saying(Figures.byName(told.figures(), indicator), told.nothing());
    }

    /** As a person reads it. */
    String written(Indicator indicator, Page page) {
      if (nothing) {
        return page.t("rural.entry.nothing");
      }
      List<String> words = new ArrayList<>();
      for (Part part : indicator.parts()) {
        BigDecimal figure = figures.get(part.code());
        words.add(figure == null ? "–" : Figures.shown(figure, part, page));
      }
      return figures.isEmpty() ? "–" : String.join("; ", words);
    }

    /** As the fields of the form hold it. */
    Map<String, String> typed(Indicator indicator) {
      Map<String, String> typed = new LinkedHashMap<>();
      for (Part part : indicator.parts()) {
        typed.put(
            Field.figure(indicator.id(), part), TypedFigure.written(figures.get(part.code())));
      }
      return typed;
    }
  }

  /** What is not as it was seen, among what was to be recorded. */
  static List<Conflict> among(List<Report> reports, UnitMonth now, List<Indicator> indicators) {
    Map<Integer, Conflict> found = new LinkedHashMap<>();
    for (Report report : reports) {
      int step = now.step(report.indicatorId());
      Indicator indicator =
          indicators.stream().filter(i -> i.id() == report.indicatorId()).findFirst().orElseThrow();
      boolean follows =
          report.kind() != Report.Kind.CLAIM
              && reports.stream()
                  .anyMatch(
                      r -> r.indicatorId() == indicator.id() && r.kind() == Report.Kind.CLAIM);
      if (report.seen() == step || follows || now.told(indicator.id()).isEmpty()) {
        continue;
      }
      Told claim = now.claim(indicator.id());
      found.put(
          indicator.id(),
          new Conflict(
              indicator,
              step,
              now.told(indicator.id()).getFirst(),
              claim == null ? new Saying(Map.of(), false) : Saying.of(claim, indicator),
              new Saying(report.figures(), report.nothing())));
    }
    return List.copyOf(found.values());
  }
}
