package vn.dondoc.rural.review;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.form.Desk;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Chấp nhận nhiều chỉ tiêu as its page shows it.
 *
 * @param stage whose look it is
 * @param asked what the queue was asked, and what was chosen in it
 * @param sorted what is accepted, and what stays
 * @param done it is written
 * @param key the key the confirmation carries
 * @param names of what it tells of
 */
record AcceptView(
    Stage stage,
    Map<String, String> asked,
    Acceptances.Sorted sorted,
    boolean done,
    UUID key,
    Names names) {
  private static final List<String> FILTER = List.of("don-vi", "tieu-chi", "ket-qua", "xep");

  /**
   * Tên gọi.
   *
   * @param communes those looked at
   * @param titles of every unit, by id
   * @param indicators by id
   */
  record Names(
      List<Place> communes, Map<Integer, Bilingual> titles, Map<Integer, Indicator> indicators) {}

  /** What the queue was asked, without what was chosen in it. */
  static Map<String, String> filter(Map<String, String> asked) {
    Map<String, String> filter = new LinkedHashMap<>();
    FILTER.forEach(name -> filter.put(name, asked.getOrDefault(name, "")));
    return filter;
  }

  /** The queue as it was asked. */
  static ListAddress queue(Stage stage, Map<String, String> asked) {
    return new ListAddress(stage.path(), filter(asked));
  }

  Map<String, String> filter() {
    return filter(asked);
  }

  String back() {
    return queue(stage, asked).with("", "");
  }

  long communes() {
    return sorted.accepted().stream().map(QueueStore.Line::unitId).distinct().count();
  }

  /** Those the unit itself says are not met. */
  long unmet() {
    return sorted.accepted().stream().filter(line -> Boolean.FALSE.equals(line.verdict())).count();
  }

  Indicator indicator(int id) {
    return Objects.requireNonNull(names.indicators().get(id));
  }

  String indicator(int id, Page page) {
    Indicator indicator = indicator(id);
    return indicator.number() + " " + indicator.name().in(page.texts().language() == Language.EN);
  }

  /** With the district: communes share names. */
  String unit(int id, Page page) {
    Place commune =
        names.communes().stream().filter(place -> place.id() == id).findFirst().orElseThrow();
    Bilingual above = names.titles().get(commune.parentId());
    return commune.name() + (above == null ? "" : ", " + page.t(above));
  }

  static String month(LocalDate period) {
    return Desk.written(YearMonth.from(period));
  }

  String figures(QueueStore.Line line, Page page) {
    Indicator indicator = indicator(line.indicatorId());
    if (line.nothing()) {
      return page.t("rural.entry.nothing");
    }
    return QueueView.isYesNo(indicator) ? "" : Figures.shown(line.figures(), indicator, page);
  }

  /** The page of one indicator that stays. */
  String address(Acceptances.Left left) {
    String number = indicator(left.indicatorId()).number();
    return stage.path()
        + "/"
        + left.unitId()
        + "/"
        + number.substring(0, number.indexOf('.') < 0 ? number.length() : number.indexOf('.'))
        + "?ky="
        + YearMonth.from(left.period())
        + "#ct-"
        + left.indicatorId();
  }
}
