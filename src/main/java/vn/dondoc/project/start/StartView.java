package vn.dondoc.project.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.project.Choices;
import vn.dondoc.task.Task;
import vn.dondoc.web.Page;

/** Khởi công as its pages show it. */
final class StartView {
  private StartView() {}

  /**
   * Mọi quy định.
   *
   * @param rules quy định
   * @param starts projects under them
   * @param tasks nhiệm vụ by id, those the viewer sees
   * @param names bodies that are bound, by id
   * @param choices the lists codes are of
   */
  record All(
      List<StartRule> rules,
      List<Start> starts,
      Map<Long, Task> tasks,
      Map<Integer, String> names,
      Choices choices) {
    String bound(StartRule rule, Page page) {
      return StartView.bound(rule, names, page);
    }

    long count(StartRule rule, Start.State state) {
      return starts.stream()
          .filter(start -> start.ruleId() == rule.id() && start.state() == state)
          .count();
    }

    long whole(StartRule rule) {
      return starts.stream().filter(start -> start.ruleId() == rule.id()).count();
    }

    @Nullable String code(StartRule rule) {
      Task task = tasks.get(rule.taskId());
      return task == null ? null : task.code();
    }
  }

  /** Who is bound, in words. */
  static String bound(StartRule rule, Map<Integer, String> names, Page page) {
    List<Integer> owners = rule.terms().owners();
    return owners.isEmpty()
        ? page.t("project.start.bound.all")
        : page.t(
            "project.start.bound.some",
            owners.stream()
                .map(owner -> names.getOrDefault(owner, Integer.toString(owner)))
                .collect(Collectors.joining(", ")));
  }

  /** Projects under the body whose head answers for them, the order of the list kept. */
  static Map<Start.Owner, List<Start>> byOwner(List<Start> starts) {
    Map<Start.Owner, List<Start>> owners = new LinkedHashMap<>();
    starts.forEach(
        start -> owners.computeIfAbsent(start.owner(), none -> new ArrayList<>()).add(start));
    return owners;
  }

  /** That its owner changed its class, in words; null where it did not. */
  static @Nullable String left(Start start, Choices choices, Page page) {
    Start.Left left = start.left();
    return left == null
        ? null
        : page.t(
            "project.start.left",
            left.by(),
            choices.name(Choices.YEAR_CLASS, left.to(), page),
            page.formats().date(left.on()),
            left.why());
  }

  static String key(Start.State state) {
    return "project.start.state." + state.name().toLowerCase(Locale.ROOT);
  }

  static String style(Start.State state) {
    return switch (state) {
      case STARTED -> "tag-ok";
      case STARTED_LATE -> "tag-due";
      case LATE -> "tag-bad";
      case WAITING -> "tag-info";
    };
  }

  static String icon(Start.State state) {
    return switch (state) {
      case STARTED, STARTED_LATE -> "check-circle-fill";
      case LATE -> "exclamation-triangle-fill";
      case WAITING -> "hourglass-split";
    };
  }
}
