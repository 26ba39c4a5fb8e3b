package vn.dondoc.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a unit shows.
 *
 * @param shown the version of the day, else the one before it
 * @param stands whether the unit exists on that day
 * @param origins what came into it
 * @param heirs what became of it
 * @param titles titles of the units of its lineage
 */
record UnitView(
    Place shown,
    LocalDate day,
    boolean stands,
    @Nullable Place parent,
    List<Place> versions,
    List<Descent> origins,
    List<Descent> heirs,
    Map<Integer, String> titles,
    List<Attribute> attributes,
    List<Place> children) {

  String title(int id) {
    return titles.getOrDefault(id, "");
  }
}
