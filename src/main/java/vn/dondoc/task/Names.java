package vn.dondoc.task;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;

/**
 * Names of the bodies of some tasks, asked for once.
 *
 * @param byId name by id
 */
record Names(Map<Integer, String> byId) {
  static Names of(Collection<Task> tasks, Bodies bodies) {
    Set<Integer> ids = new HashSet<>();
    tasks.forEach(t -> t.content().parties().forEach(p -> ids.add(p.bodyId())));
    return new Names(
        bodies.find(ids).stream().collect(Collectors.toMap(Body::id, Body::name, (a, b) -> a)));
  }

  String of(Party party) {
    return Objects.requireNonNullElse(byId.get(party.bodyId()), party.asWritten());
  }

  List<String> of(Task task, Party.Part part) {
    return task.withPart(part).stream().map(this::of).toList();
  }
}
