package vn.dondoc.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.dondoc.agency.Body;
import vn.dondoc.task.life.RollUp;

/**
 * The list as the page shows it.
 *
 * @param filter what was asked
 * @param asked the same as the address says it
 * @param lines the tasks of this page
 * @param counts of the whole filter
 * @param progress how far the bodies that lead are, by task
 * @param body the body filtered by; null for all
 * @param next where the next page begins
 * @param bodies to filter by
 * @param sources titles to filter by, by id
 */
record ListView(
    TaskFilter filter,
    Map<String, String> asked,
    List<TaskLine> lines,
    TaskCounts counts,
    Map<Long, RollUp> progress,
    @Nullable Body body,
    TaskPage.@Nullable Key next,
    List<Body> bodies,
    Map<Long, String> sources) {

  /** Tasks that can be changed together. */
  static final int BULK = 500;

  boolean isSource(long id) {
    return filter.sourceId() != null && filter.sourceId() == id;
  }

  boolean isBody(Body one) {
    return filter.bodyId() != null && filter.bodyId() == one.id();
  }

  /** Tasks in groups of the order chosen: by body, by deadline or by paragraph. */
  Map<String, List<TaskLine>> groups() {
    Map<String, List<TaskLine>> groups = new LinkedHashMap<>();
    for (TaskLine line : lines) {
      groups.computeIfAbsent(groupOf(line), k -> new java.util.ArrayList<>()).add(line);
    }
    return groups;
  }

  private String groupOf(TaskLine line) {
    return switch (filter.sort()) {
      case BODY -> line.leads().isEmpty() ? "" : line.leads().getFirst();
      case PARAGRAPH -> line.paragraph();
      case DEADLINE, CODE -> "";
    };
  }

  String address(String path, String key, @Nullable String value) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
    asked.forEach((k, v) -> {
      if (!k.equals(key) && !k.equals("sau") && !k.equals("so") && !v.isBlank()) {
        uri.queryParam(k, "{" + k + "}");
      }
    });
    if (value != null && !value.isEmpty()) {
      uri.queryParam(key, "{" + key + "}");
    }
    Map<String, String> values = new LinkedHashMap<>(asked);
    if (value != null) {
      values.put(key, value);
    }
    return uri.encode().buildAndExpand(values).toUriString();
  }

  /** How far its leads are; null while nobody owes anything. */
  @Nullable RollUp progress(TaskLine line) {
    return progress.get(line.task().id());
  }

  String sorted(String order) {
    return address("/nhiem-vu", "xep", order);
  }

  String export() {
    return address("/nhiem-vu/xuat", "sau", null);
  }

  @Nullable String nextPage() {
    if (next == null) {
      return null;
    }
    return UriComponentsBuilder.fromUriString(address("/nhiem-vu", "sau", null))
        .queryParam("sau", "{k}")
        .queryParam("so", "{i}")
        .encode()
        .buildAndExpand(next.sortKey(), next.id())
        .toUriString()
        .replaceFirst("^(/nhiem-vu)&", "$1?");
  }
}
