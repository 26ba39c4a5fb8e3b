package vn.dondoc.project.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.project.Project;
import vn.dondoc.project.Projects;
import vn.dondoc.web.Asked;

/** Sổ dự án as its list asks it. */
@Component
@Transactional(readOnly = true)
public class Register {
  /** Rows of a page. */
  static final int PAGE = 50;

  private final RegisterStore store;
  private final Projects projects;
  private final Bodies bodies;
  private final Places places;
  private final ProvinceDay day;

  Register(RegisterStore store, Projects projects, Bodies bodies, Places places, ProvinceDay day) {
    this.store = store;
    this.projects = projects;
    this.bodies = bodies;
    this.places = places;
    this.day = day;
  }

  /**
   * Một dòng.
   *
   * @param project dự án
   * @param about what the list says beside it
   */
  record Line(Project project, RegisterStore.Row about) {}

  public LocalDate today() {
    return day.today();
  }

  /** The first rows of a question, in its order. */
  List<Line> lines(RegisterFilter filter, int most) {
    List<RegisterStore.Row> rows = store.rows(filter, within(filter), day.today(), most);
    if (filter.after() != null && rows.isEmpty()) {
      throw Asked.noSuchRow(filter.after());
    }
    Map<Long, Project> found =
        projects.find(rows.stream().map(RegisterStore.Row::projectId).toList()).stream()
            .collect(Collectors.toMap(Project::id, Function.identity()));
    return rows.stream()
        .map(row -> new Line(Objects.requireNonNull(found.get(row.projectId())), row))
        .toList();
  }

  /**
   * The projects a question of the list finds, in its order.
   *
   * @param asked as the address of the list says it
   * @throws vn.dondoc.kernel.Refusal when that is no question of the list
   */
  public List<Project> found(Map<String, String> asked, int most) {
    return lines(RegisterFilter.of(asked), most).stream().map(Line::project).toList();
  }

  RegisterStore.Counts count(RegisterFilter filter) {
    return store.count(filter, within(filter), day.today());
  }

  Map<Integer, String> owners() {
    Map<Integer, String> sorted = new LinkedHashMap<>();
    store.owners(day.today()).entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(owner -> sorted.put(owner.getKey(), owner.getValue()));
    return sorted;
  }

  /** Places a list can be narrowed to: those right below the province. */
  List<Place> districts() {
    List<Place> map = places.on(day.today()).places();
    return map.stream()
        .filter(place -> place.parentId() != null)
        .filter(place -> isTop(place, map))
        .toList();
  }

  private static boolean isTop(Place place, List<Place> map) {
    return map.stream()
        .anyMatch(
            above -> Objects.equals(place.parentId(), above.id()) && above.parentId() == null);
  }

  /** Units by id, on the map of today. */
  public Map<Integer, Place> map() {
    return places.on(day.today()).places().stream()
        .collect(Collectors.toMap(Place::id, Function.identity()));
  }

  /** Names of bodies by id. */
  public Map<Integer, String> names(Collection<Integer> ids) {
    Map<Integer, String> names = new HashMap<>();
    for (Body body : bodies.find(ids)) {
      names.put(body.id(), body.name());
    }
    return names;
  }

  private Integer @Nullable [] within(RegisterFilter filter) {
    Integer place = filter.placeId();
    return place == null
        ? null
        : places.within(place, day.today()).stream().map(Place::id).toArray(Integer[]::new);
  }
}
