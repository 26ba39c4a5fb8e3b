package vn.dondoc.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a map shows.
 *
 * @param words what was searched for; empty when nothing was
 * @param branches units with those below them, from the highest level that has any
 * @param levels level and how many units of it, from the highest
 */
record MapView(
    LocalDate day,
    String words,
    boolean anyTime,
    List<Match> matches,
    @Nullable Place province,
    List<Branch> branches,
    Map<String, Long> levels) {

  /** A unit directly below the province and the units below it. */
  record Branch(Place unit, List<Place> below) {}

  static MapView of(PlaceMap map, String words, boolean anyTime, List<Match> matches) {
    Map<Integer, List<Place>> below = new LinkedHashMap<>();
    Map<String, Long> levels = new LinkedHashMap<>();
    Place province = null;
    for (Place place : map.places()) {
      levels.merge(place.level(), 1L, Long::sum);
      Integer parent = place.parentId();
      if (parent == null) {
        province = place;
      } else {
        below.computeIfAbsent(parent, id -> new ArrayList<>()).add(place);
      }
    }
    List<Branch> branches =
        province == null
            ? List.of()
            : below.getOrDefault(province.id(), List.of()).stream()
                .map(unit -> new Branch(unit, below.getOrDefault(unit.id(), List.of())))
                .toList();
    return new MapView(map.day(), words, anyTime, matches, province, branches, levels);
  }

  /** Whether units stand directly below the province with nothing under them: two levels. */
  boolean isFlat() {
    return branches.stream().allMatch(branch -> branch.below().isEmpty());
  }
}
