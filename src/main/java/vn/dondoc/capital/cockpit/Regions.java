package vn.dondoc.capital.cockpit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.place.Place;

/**
 * Địa bàn ngay dưới tỉnh: every unit of a map and which of them it lies in.
 *
 * @param titles names of those below the province, in the order of the map
 * @param above the one each unit lies in
 */
record Regions(Map<Integer, String> titles, Map<Integer, Integer> above) {

  static Regions of(List<Place> map) {
    Map<Integer, @Nullable Integer> parents = new HashMap<>();
    map.forEach(place -> parents.put(place.id(), place.parentId()));
    Map<Integer, String> titles = new LinkedHashMap<>();
    Map<Integer, Integer> above = new LinkedHashMap<>();
    for (Place place : map) {
      Integer top = place.id();
      Integer parent = place.parentId();
      while (parent != null && parents.get(parent) != null) {
        top = parent;
        parent = parents.get(parent);
      }
      if (parent != null) {
        above.put(place.id(), top);
        if (Objects.equals(top, place.id())) {
          titles.put(top, place.title());
        }
      }
    }
    return new Regions(titles, above);
  }

  Integer[] units() {
    return above.keySet().toArray(Integer[]::new);
  }

  Integer[] tops() {
    return above.values().toArray(Integer[]::new);
  }
}
