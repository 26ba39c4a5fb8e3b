package vn.dondoc.place;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.Bilingual;

/** Địa bàn: the door to administrative units over time. */
@Component
@Transactional(readOnly = true)
public class Places {
  /** Most units a search returns. */
  private static final int SEARCH_LIMIT = 1_000;

  private final PlaceStore store;

  Places(PlaceStore store) {
    this.store = store;
  }

  /** A unit as it stood on a day. */
  public Optional<Place> find(int id, LocalDate day) {
    return store.find(id, day);
  }

  /** Units directly below a unit on a day. */
  public List<Place> children(int id, LocalDate day) {
    return store.children(id, day);
  }

  /** A unit and everything below it on a day, at any depth: what a scope of places covers. */
  public List<Place> within(int id, LocalDate day) {
    return store.within(id, day);
  }

  /**
   * Every unit of that name on a day, without case, tones, the position of the tone mark or đ; a
   * type may stand before the name. Whole names come before names that only contain the words.
   */
  public List<Match> search(String words, LocalDate day) {
    return store.search(words, day, SEARCH_LIMIT);
  }

  /** As {@link #search(String, LocalDate)}, for units of any time, one row per version. */
  public List<Match> search(String words) {
    return store.search(words, null, SEARCH_LIMIT);
  }

  /** Every version that bore a code, at any time. */
  public List<Place> coded(String code) {
    return store.lives().stream().filter(place -> place.code().equals(code)).toList();
  }

  /** The first day there is a map of; empty while there is none at all. */
  public Optional<LocalDate> knownFrom() {
    return store.lives().stream().map(Place::from).min(LocalDate::compareTo);
  }

  /** The map of a day. */
  public PlaceMap on(LocalDate day) {
    return new PlaceMap(day, store.on(day));
  }

  /**
   * Totals of the map of one day told on the map of another. What went over whole is exact; what
   * was divided is returned as open, because it needs a share that somebody has to give.
   */
  public Restated restate(Map<Integer, BigDecimal> totals, LocalDate fromMap, LocalDate toMap) {
    return restateEach(List.of(totals), fromMap, toMap).getFirst();
  }

  /** The same for several figures of the same units, in their order; the lineage is read once. */
  public List<Restated> restateEach(
      List<Map<Integer, BigDecimal>> figures, LocalDate fromMap, LocalDate toMap) {
    Map<Integer, List<Place>> lives = new HashMap<>();
    store.lives().forEach(p -> lives.computeIfAbsent(p.id(), id -> new ArrayList<>()).add(p));
    List<Descent> lineage = store.lineage();
    return figures.stream()
        .map(totals ->
            new Restating((id, day) ->
                lives.getOrDefault(id, List.of()).stream().anyMatch(p -> stands(p, day)))
                .restate(totals, lineage, fromMap, toMap))
        .toList();
  }

  /** What units were last called, whenever they stood. */
  public Map<Integer, Bilingual> titles(Collection<Integer> ids) {
    Map<Integer, Place> last = new HashMap<>();
    store.lives().stream()
        .filter(place -> ids.contains(place.id()))
        .forEach(
            place -> last.merge(place.id(), place, (a, b) -> a.from().isAfter(b.from()) ? a : b));
    Map<Integer, Bilingual> titles = new HashMap<>();
    last.forEach((id, place) -> titles.put(id, place.titled()));
    return titles;
  }

  /** Every version of a unit, oldest first. */
  public List<Place> versions(int id) {
    return store.versions(id);
  }

  /** What a unit came from and what became of it. */
  public List<Descent> lineage(int id) {
    return store.lineage(id);
  }

  /** What holds of a unit on a day. */
  public List<Attribute> attributes(int id, LocalDate day) {
    return store.attributes(List.of(id), day);
  }

  /** What holds of several units on a day. */
  public List<Attribute> attributes(Collection<Integer> ids, LocalDate day) {
    return store.attributes(ids, day);
  }

  /** Units that carry an attribute on a day: {@code having("due_year", "2020", day)}. */
  public List<Place> having(String key, String value, LocalDate day) {
    return store.having(key, value, day);
  }

  private static boolean stands(Place place, LocalDate day) {
    return !day.isBefore(place.from()) && (place.until() == null || day.isBefore(place.until()));
  }
}
