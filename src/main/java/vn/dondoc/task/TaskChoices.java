package vn.dondoc.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.task.overview.SourceTitles;

/**
 * Giá trị để lọc: the bodies that have work and the sources it came from, as the actor sees them.
 */
@Component
@Transactional(readOnly = true)
public class TaskChoices {
  private static final int MOST = 1_000;

  private final TaskStore store;
  private final Bodies bodies;
  private final ObjectProvider<SourceTitles> titles;
  private final ProvinceDay day;

  TaskChoices(
      TaskStore store, Bodies bodies, ObjectProvider<SourceTitles> titles, ProvinceDay day) {
    this.day = day;
    this.store = store;
    this.bodies = bodies;
    this.titles = titles;
  }

  /** Bodies with a part in a task or a duty of their own, by name. */
  public List<Body> bodies() {
    return bodies.toldApart(bodies.find(store.bodies(MOST)), day.today()).stream()
        .sorted(java.util.Comparator.comparing(Body::name))
        .toList();
  }

  /** Title of one source; its number where nobody knows it. */
  String source(long id) {
    Map<Long, String> told = new LinkedHashMap<>();
    titles.forEach(source -> told.putAll(source.of(List.of(id))));
    return told.getOrDefault(id, Long.toString(id));
  }

  /** Titles of the sources by id, newest first. */
  public Map<Long, String> sources() {
    List<Long> ids = store.sources(MOST);
    Map<Long, String> told = new LinkedHashMap<>();
    titles.forEach(source -> told.putAll(source.of(ids)));
    Map<Long, String> sorted = new LinkedHashMap<>();
    ids.stream().filter(told::containsKey).forEach(id -> sorted.put(id, told.getOrDefault(id, "")));
    return sorted;
  }
}
