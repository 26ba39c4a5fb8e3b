package vn.dondoc.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the audit keeps of a task. */
final class TaskFacts {
  private TaskFacts() {}

  static Map<String, Object> of(NewTask task) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("source", task.source().kind() + " " + task.source().id());
    facts.put("path", String.join("", task.source().path()));
    facts.put("action", task.wording().action());
    facts.put("due", task.due().kind().name().toLowerCase(Locale.ROOT));
    facts.put("due_on", String.valueOf(task.due().on()));
    List<String> parties =
        task.parties().stream()
            .map(p -> p.part().name().toLowerCase(Locale.ROOT) + " " + p.bodyId())
            .toList();
    facts.put("parties", parties);
    return facts;
  }
}
