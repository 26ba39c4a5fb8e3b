package vn.dondoc.rural.matrix;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Một xã: where each of its indicators stands, and everything told of one. */
@Controller
class CommunePage {
  private static final String PATH = MatrixView.PATH + "/xa/{id}";

  private final CommuneReading reading;
  private final Standards standards;
  private final Assessments assessments;
  private final Pages pages;
  private final ProvinceDay day;

  CommunePage(
      CommuneReading reading,
      Standards standards,
      Assessments assessments,
      Pages pages,
      ProvinceDay day) {
    this.reading = reading;
    this.standards = standards;
    this.assessments = assessments;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(PATH)
  ModelAndView commune(@PathVariable String id, @RequestParam Map<String, String> values) {
    Rights.require(MatrixPage.READ);
    Asked asked = Asked.of(values);
    LocalDate on = MatrixFilter.day(asked, day.today());
    MatrixFilter.Required required = MatrixFilter.required(asked);
    Map<String, String> kept = new java.util.LinkedHashMap<>(values);
    kept.keySet().retainAll(List.of(MatrixFilter.DAY, MatrixFilter.STAGE));
    CommuneView.At at = new CommuneView.At(on, required.stage(), "", kept);
    CommuneView view = reading.read(commune(id, on), yardstick(on), at);
    return pages.show(
        "rural/matrix/commune",
        MatrixPage.SECTION,
        Map.of("view", view, "lines", new CommuneLines(view, pages.page(MatrixPage.SECTION))));
  }

  @GetMapping(PATH + "/{indicator}")
  ModelAndView history(
      @PathVariable String id,
      @PathVariable String indicator,
      @RequestParam Map<String, String> values) {
    Rights.require(MatrixPage.READ);
    LocalDate on = MatrixFilter.day(Asked.of(values), day.today());
    Commune commune = commune(id, on);
    Criterion.Indicator asked =
        yardstick(on)
            .indicator(indicator)
            .orElseThrow(() -> Refusal.of(MatrixRefusal.NO_INDICATOR, indicator, indicator, on));
    return pages.show(
        "rural/matrix/history",
        MatrixPage.SECTION,
        Map.of(
            "commune",
            commune,
            "indicator",
            asked,
            "told",
            assessments.history(commune.id(), asked.id()).stream()
                .filter(told -> !told.on().isAfter(on))
                .toList()));
  }

  private Commune commune(String id, LocalDate on) {
    return reading.communes(on).stream()
        .filter(commune -> Objects.equals(Integer.toString(commune.id()), id))
        .findFirst()
        .orElseThrow(() -> Refusal.of(MatrixRefusal.NO_COMMUNE, id, id, on));
  }

  private Yardstick yardstick(LocalDate on) {
    return standards
        .yardstick(Matrices.KIND, on)
        .orElseThrow(() -> Refusal.of(MatrixRefusal.NO_SET, MatrixFilter.DAY, on));
  }
}
