package vn.dondoc.project.works;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Certainty;
import vn.dondoc.agency.Resolution;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.entry.PlaceNames;
import vn.dondoc.web.Label;

/** Tên gọi: what codes, bodies and places of one workbook are called, each asked once. */
final class WorksNames {
  private static final Resolution NOBODY = new Resolution(List.of(), Certainty.UNKNOWN);
  private static final int SHOWN = 3;

  private final Choices choices;
  private final PlaceNames map;
  private final Map<String, Resolution> meant;
  private final Bodies bodies;
  private final Places places;
  private final LocalDate today;
  private final Map<Integer, String> bodyNames = new HashMap<>();
  private final Map<Integer, String> unitNames = new HashMap<>();
  private final Map<Integer, Set<Integer>> within = new HashMap<>();

  /**
   * Names as they are today.
   *
   * @param said names of bodies that a sheet says
   */
  WorksNames(
      Choices choices, Bodies bodies, Places places, LocalDate today, Collection<String> said) {
    this.choices = choices;
    this.bodies = bodies;
    this.places = places;
    this.today = today;
    this.map =
        new PlaceNames(
            places.on(today).places().stream()
                .collect(Collectors.toMap(Place::id, place -> place)));
    this.meant = said.isEmpty() ? Map.of() : bodies.resolve(said, today);
  }

  Choices choices() {
    return choices;
  }

  String body(int id) {
    return bodyNames.computeIfAbsent(id, one -> bodies.find(one).map(Body::name).orElse(""));
  }

  /** The body a cell means; 0 and a problem when that is not sure. */
  int body(WorksLine line, @Nullable Integer before) {
    String words = line.typed().words("body");
    if (before != null && words.equals(body(before))) {
      return before;
    }
    Resolution found = meant.getOrDefault(words, NOBODY);
    if (words.isEmpty() || !found.isSure() || found.bodies().size() != 1) {
      String near =
          found.bodies().stream().limit(SHOWN).map(Body::name).collect(Collectors.joining("; "));
      line.wrong("body", "body_name", words, near);
      return 0;
    }
    return found.bodies().getFirst().id();
  }

  String unit(int id) {
    return unitNames.computeIfAbsent(
        id,
        one -> {
          String now = map.written(List.of(one));
          Bilingual then = now.isEmpty() ? places.titles(List.of(one)).get(one) : null;
          return then == null ? now : then.vi();
        });
  }

  /** The place of the project a cell means; 0 and a problem when it is none. */
  int unit(WorksLine line) {
    String words = line.typed().words("unit");
    if (words.isEmpty()) {
      line.wrong("unit", "missing", new Label("project.clearance.unit"));
      return 0;
    }
    List<Problem> problems = new ArrayList<>();
    List<Integer> found = map.read(words, "unit", problems);
    problems.forEach(line.typed()::add);
    if (!problems.isEmpty()) {
      return 0;
    }
    if (found.size() != 1 || !lies(line.project(), found.getFirst())) {
      line.wrong("unit", "line_outside", words);
      return 0;
    }
    return found.getFirst();
  }

  private boolean lies(Project project, int unit) {
    return project.facts().places().stream()
        .anyMatch(place ->
            within
                .computeIfAbsent(
                    place,
                    one ->
                        places.within(one, today).stream()
                            .map(Place::id)
                            .collect(Collectors.toCollection(HashSet::new)))
                .contains(unit));
  }
}
