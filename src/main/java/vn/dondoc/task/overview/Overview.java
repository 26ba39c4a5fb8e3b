package vn.dondoc.task.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.ProvinceDay;

/** Số liệu theo dõi: where duties stand, counted once for every page and paper. */
@Component
@Transactional(readOnly = true)
public class Overview {
  private final OverviewStore store;
  private final Bodies bodies;
  private final ObjectProvider<SourceTitles> titles;
  private final ProvinceDay day;

  Overview(
      OverviewStore store, Bodies bodies, ObjectProvider<SourceTitles> titles, ProvinceDay day) {
    this.store = store;
    this.bodies = bodies;
    this.titles = titles;
    this.day = day;
  }

  /**
   * A line of the overview.
   *
   * @param key whose it is, as addresses write it; empty for what has none
   * @param name what to call it
   * @param measure its figures
   */
  record Row(String key, String name, Measure measure) {}

  /**
   * All figures of one question.
   *
   * @param total of everything asked for
   * @param rows by the dimension asked for, in no order
   * @param months by month of the deadline, oldest first, those without one left out
   */
  record Found(Measure total, List<Row> rows, List<Row> months) {}

  Found of(DutyFilter filter, Dimension dimension) {
    List<OverviewStore.Line> lines = store.measures(filter, dimension);
    Measure total =
        lines.stream()
            .filter(line -> !line.hasKey() && !line.hasMonth())
            .map(OverviewStore.Line::measure)
            .findFirst()
            .orElseThrow();
    List<OverviewStore.Line> keyed =
        lines.stream().filter(line -> line.hasKey() && !line.measure().isEmpty()).toList();
    Map<String, Named> names = names(keyed, dimension);
    List<Row> rows =
        keyed.stream()
            .map(line -> {
              String key = Objects.requireNonNullElse(line.name(), "");
              Named named = names.getOrDefault(key, new Named(key, ""));
              return new Row(named.key(), named.name(), line.measure());
            })
            .toList();
    List<Row> months =
        lines.stream()
            .filter(line -> line.hasMonth() && line.name() != null)
            .map(line -> row(Objects.requireNonNull(line.name()), line.measure()))
            .sorted((a, b) -> a.key().compareTo(b.key()))
            .toList();
    return new Found(total, rows, months);
  }

  private static Row row(String month, Measure measure) {
    return new Row(month, month(month), measure);
  }

  /** As people write a month: 08/2020. */
  static String month(String key) {
    return key.substring(5) + "/" + key.substring(0, 4);
  }

  private record Named(String key, String name) {}

  private Map<String, Named> names(List<OverviewStore.Line> lines, Dimension dimension) {
    List<String> keys =
        lines.stream().map(OverviewStore.Line::name).filter(Objects::nonNull).toList();
    Map<String, Named> names = new HashMap<>();
    switch (dimension) {
      case BODY ->
          bodyNames(keys.stream().map(Integer::valueOf).toList())
              .forEach((id, name) -> names.put("" + id, new Named("" + id, name)));
      case HEAD -> {
        List<OverviewStore.HeadPost> posts =
            store.posts(keys.stream().map(Integer::valueOf).toList());
        Map<Integer, String> of =
            bodyNames(posts.stream().map(OverviewStore.HeadPost::bodyId).toList());
        posts.forEach(
            post -> names.put("" + post.id(), new Named("" + post.bodyId(), head(post, of))));
      }
      case NOTICE -> {
        List<Long> ids = keys.stream().map(Long::valueOf).toList();
        titles.forEach(source ->
            source.of(ids).forEach((id, title) -> names.put("" + id, new Named("" + id, title))));
      }
      case MONTH -> keys.forEach(key -> names.put(key, new Named(key, month(key))));
    }
    return names;
  }

  private static String head(OverviewStore.HeadPost post, Map<Integer, String> bodies) {
    String office = post.title() + " · " + bodies.getOrDefault(post.bodyId(), "");
    return post.holder() == null ? office : post.holder() + " · " + office;
  }

  /** Names of bodies by id. */
  Map<Integer, String> bodyNames(List<Integer> ids) {
    return bodies.toldApart(bodies.find(ids), day.today()).stream()
        .collect(Collectors.toMap(Body::id, Body::name, (a, b) -> a));
  }

  /** Title of a source the actor sees; null when nobody knows it. */
  @Nullable String title(long source) {
    List<String> found = new ArrayList<>();
    titles.forEach(told -> found.addAll(told.of(List.of(source)).values()));
    return found.isEmpty() ? null : found.getFirst();
  }

  /**
   * Tiến độ của một nguồn.
   *
   * @param day as it stood
   * @param total of all its duties
   * @param byTask of each of its tasks
   * @param nearest the nearest deadline of a duty still owed, by task
   */
  public record SourceProgress(
      LocalDate day, Counts total, Map<Long, Counts> byTask, Map<Long, LocalDate> nearest) {
    public Counts of(long taskId) {
      return byTask.getOrDefault(taskId, new Counts(Map.of()));
    }
  }

  /** Where everything stands that a source gave; one question however many tasks it made. */
  public SourceProgress ofSource(String kind, long source) {
    List<OverviewStore.Standing> all = store.ofSource(kind, source, day.today());
    Map<Long, LocalDate> nearest = new HashMap<>();
    for (OverviewStore.Standing one : all) {
      Progress progress = Progress.of(one.timing());
      boolean owed =
          progress == Progress.OVERDUE
              || progress == Progress.DUE_SOON
              || progress == Progress.RUNNING;
      if (owed && one.firstDue() != null) {
        nearest.merge(one.taskId(), one.firstDue(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return new SourceProgress(
        day.today(),
        counted(all),
        all.stream()
            .collect(
                Collectors.groupingBy(
                    OverviewStore.Standing::taskId,
                    Collectors.collectingAndThen(Collectors.toList(), Overview::counted))),
        Map.copyOf(nearest));
  }

  private static Counts counted(List<OverviewStore.Standing> all) {
    return new Counts(
        all.stream()
            .collect(
                Collectors.groupingBy(
                    OverviewStore.Standing::timing,
                    Collectors.summingLong(OverviewStore.Standing::number))));
  }
}
