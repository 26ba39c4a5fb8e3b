package vn.dondoc.project.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Place;

/**
 * Tên địa bàn gõ vào: {@code "xã Y Tịch, huyện Chi Lăng; thành phố Lạng Sơn"}; the unit above tells
 * namesakes apart.
 *
 * @param map units of today by id
 */
public record PlaceNames(Map<Integer, Place> map) {
  private static final int SHOWN = 3;

  /** As a field shows them. */
  public String written(Collection<Integer> ids) {
    return ids.stream()
        .map(map::get)
        .filter(Objects::nonNull)
        .map(this::written)
        .collect(Collectors.joining("; "));
  }

  private String written(Place place) {
    Place above = place.parentId() == null ? null : map.get(place.parentId());
    return above == null || above.parentId() == null
        ? place.title()
        : place.title() + ", " + above.title();
  }

  /** Units these words mean; a name that means none, or several, is a problem. */
  public List<Integer> read(String words, String field, List<Problem> problems) {
    List<Integer> ids = new ArrayList<>();
    for (String said : words.split(";")) {
      if (!said.isBlank()) {
        String[] parts = said.strip().split(",", 2);
        String above = parts.length == 2 ? parts[1].strip() : null;
        List<Place> found =
            map.values().stream().filter(place -> isMeant(place, parts[0], above)).toList();
        if (found.size() == 1) {
          ids.add(found.getFirst().id());
        } else {
          String near =
              found.stream().limit(SHOWN).map(this::written).collect(Collectors.joining("; "));
          problems.add(
              Problem.at(field, "project.refusal.place_name", said.strip(), found.size(), near));
        }
      }
    }
    return ids;
  }

  private boolean isMeant(Place place, String name, @Nullable String above) {
    if (!isCalled(place, name)) {
      return false;
    }
    Place over = place.parentId() == null ? null : map.get(place.parentId());
    return above == null || over != null && isCalled(over, above);
  }

  private static boolean isCalled(Place place, String name) {
    String said = name.strip().toLowerCase(Locale.ROOT);
    return place.title().toLowerCase(Locale.ROOT).equals(said)
        || place.name().toLowerCase(Locale.ROOT).equals(said);
  }
}
