package vn.dondoc.task.bulk;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.task.Due;
import vn.dondoc.task.DueText;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.web.Page;

/**
 * Lời của nhiệm vụ để so sánh: what a person reads of a task, field by field.
 *
 * @param names of bodies by id
 * @param page words and formats
 */
public record TaskWords(Map<Integer, String> names, Page page) {
  /** Message keys of the fields. */
  public static final String ACTION = "task.column.action";

  public static final String LEAD = "task.column.lead";
  public static final String COORDINATE = "task.column.coordinate";
  public static final String DUE = "task.column.due";

  public static final String CONSEQUENCE = "task.column.consequence";

  /**
   * One field that changes.
   *
   * @param label its name
   * @param before what it said
   * @param after what it says
   */
  public record Diff(String label, String before, String after) {}

  /** Words for these tasks; the names of their bodies are asked for once. */
  public static TaskWords of(Collection<NewTask> tasks, Bodies bodies, Page page) {
    Set<Integer> ids = new HashSet<>();
    tasks.forEach(task -> task.parties().forEach(party -> ids.add(party.bodyId())));
    return new TaskWords(
        bodies.find(ids).stream().collect(Collectors.toMap(Body::id, Body::name, (a, b) -> a)),
        page);
  }

  /** Every field in the order of the list, by the message key of its name. */
  public Map<String, String> fields(NewTask task) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(ACTION, task.wording().action());
    fields.put(LEAD, bodies(task, Party.Part.LEAD));
    fields.put(COORDINATE, bodies(task, Party.Part.COORDINATE));
    fields.put(DUE, due(task.due()));
    fields.put(CONSEQUENCE, text(task.wording().consequence()));
    return fields;
  }

  /** The fields in which two differ. */
  public List<Diff> diff(NewTask before, NewTask after) {
    Map<String, String> old = fields(before);
    return fields(after).entrySet().stream()
        .map(field ->
            new Diff(page.t(field.getKey()), text(old.get(field.getKey())), field.getValue()))
        .filter(diff -> !diff.before().equals(diff.after()))
        .toList();
  }

  /** Names of those with a part, as cells and lines join them. */
  public String bodies(NewTask task, Party.Part part) {
    return task.parties().stream()
        .filter(party -> party.part() == part)
        .map(party -> Objects.requireNonNullElse(names.get(party.bodyId()), party.asWritten()))
        .collect(Collectors.joining("; "));
  }

  private String due(Due due) {
    return due.lastDay() == null
        ? DueText.of(due, page).main()
        : page.formats().date(due.lastDay());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
