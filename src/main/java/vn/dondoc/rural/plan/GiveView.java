package vn.dondoc.rural.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.task.NewTask;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;

/**
 * Việc sẽ giao as its page shows it.
 *
 * @param asked what the list was asked, and what was chosen in it
 * @param prepared what giving would make
 * @param yardstick what the lines are measured by
 * @param problems what keeps lines from being given
 */
record GiveView(
    Map<String, String> asked,
    Givings.Prepared prepared,
    Yardstick yardstick,
    List<Problem> problems) {
  private static final List<String> FILTER =
      List.of(
          PlanRequest.YEAR,
          PlanRequest.DAY,
          PlanRequest.UNIT,
          PlanRequest.DISTRICT,
          PlanRequest.BODY,
          PlanRequest.KIND,
          PlanRequest.ONLY,
          PlanRequest.WORDS,
          Asked.SORT,
          Asked.AFTER);

  /** Keys of the chosen lines, each with the step it was seen at; -1 where none is said. */
  static Map<Long, Integer> chosen(MultiValueMap<String, String> fields) {
    Map<Long, Integer> chosen = new LinkedHashMap<>();
    for (String one : fields.getOrDefault("chon", List.of())) {
      if (one.matches("\\d{1,18}(\\.\\d{1,6})?")) {
        int dot = one.indexOf('.');
        chosen.put(
            Long.valueOf(dot < 0 ? one : one.substring(0, dot)),
            dot < 0 ? -1 : Integer.parseInt(one.substring(dot + 1)));
      }
    }
    return chosen;
  }

  /** What a list was asked, to be carried along. */
  static Map<String, String> filter(Map<String, String> asked) {
    Map<String, String> filter = new LinkedHashMap<>();
    for (String name : FILTER) {
      String value = asked.getOrDefault(name, "");
      if (!value.isBlank()) {
        filter.put(name, value);
      }
    }
    return filter;
  }

  /** The list as it was asked, on the same of its pages. */
  static String list(Map<String, String> asked) {
    Map<String, String> filter = filter(asked);
    String after = filter.getOrDefault(Asked.AFTER, "");
    ListAddress address = new ListAddress(PlanPage.PATH, filter);
    return after.matches("\\d{1,18}")
        ? address.after(Long.parseLong(after))
        : address.with(Asked.AFTER, "");
  }

  Map<String, String> filter() {
    return filter(asked);
  }

  String back() {
    return list(asked);
  }

  /** Nothing keeps any of them from being given. */
  boolean isReady() {
    return problems.isEmpty() && !prepared.tasks().isEmpty();
  }

  /** A line as the confirmation carries it. */
  static String chosen(PlanLine line) {
    return line.key() + "." + line.step();
  }

  NewTask task(PlanLine line) {
    return Objects.requireNonNull(prepared.tasks().get(line.key()));
  }

  /** Lines that can be given. */
  List<PlanLine> lines() {
    return prepared.lines().stream()
        .filter(line -> prepared.tasks().containsKey(line.key()))
        .toList();
  }

  String body(PlanLine line) {
    return task(line).parties().getFirst().asWritten();
  }
}
