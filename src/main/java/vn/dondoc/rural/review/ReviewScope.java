package vn.dondoc.rural.review;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.form.Desks;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Standards;

/** Phạm vi xét: whose claims somebody looks at, and of which indicators. */
@Component
class ReviewScope {
  private final Desks desks;
  private final Standards standards;
  private final Assessments assessments;
  private final Places places;
  private final ProvinceDay day;

  ReviewScope(
      Desks desks, Standards standards, Assessments assessments, Places places, ProvinceDay day) {
    this.desks = desks;
    this.standards = standards;
    this.assessments = assessments;
    this.places = places;
    this.day = day;
  }

  LocalDate today() {
    return day.today();
  }

  /** A district looks at its own communes; who appraises, at every one. */
  List<Place> communes(Stage stage, YearMonth month) {
    return stage == Stage.VERIFY ? desks.communes(month) : desks.every(month);
  }

  /** The same on the map of today. */
  List<Place> communes(Stage stage) {
    return communes(stage, desks.month(""));
  }

  /** Those the actor may look at; null for every one. */
  @Nullable Set<Integer> mine(Stage stage, Map<Integer, Indicator> indicators) {
    return stage == Stage.VERIFY ? null : assessments.appraisable(indicators.values());
  }

  /** Names of every unit there is today. */
  Map<Integer, Bilingual> titles() {
    return places.on(desks.month("").atEndOfMonth()).places().stream()
        .collect(Collectors.toMap(Place::id, Place::titled, (one, same) -> one));
  }

  /** Of every set: what was claimed under an older one may still wait. */
  Map<Integer, Indicator> indicators() {
    Map<Integer, Indicator> all = new LinkedHashMap<>();
    every()
        .flatMap(criterion -> criterion.indicators().stream())
        .forEach(indicator -> all.put(indicator.id(), indicator));
    return all;
  }

  /** Numbers of the criteria of every set. */
  Set<String> criteria() {
    return every().map(Criterion::number).collect(Collectors.toSet());
  }

  private Stream<Criterion> every() {
    return standards.all().stream()
        .filter(set -> set.parent() == null)
        .flatMap(set -> standards.criteria(set.id()).stream());
  }
}
