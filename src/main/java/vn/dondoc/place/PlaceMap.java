package vn.dondoc.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bản đồ hành chính của một ngày: every unit that existed on that day, from the province downward,
 * children after their parent's siblings, in the order of their codes.
 */
public record PlaceMap(LocalDate day, List<Place> places) {
  public PlaceMap {
    places = List.copyOf(places);
  }

  /** How many units of a level there were: {@code count("commune")} is 200 in August 2020. */
  public long count(String level) {
    return places.stream().filter(p -> p.level().equals(level)).count();
  }

  /** Units by level; a level that did not exist is absent. */
  public Map<String, Long> counts() {
    return places.stream()
        .collect(Collectors.groupingBy(Place::level, TreeMap::new, Collectors.counting()));
  }
}
