package vn.dondoc.task;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Days;

/** What the address of the list asks for. */
final class TaskRequest {
  private static final int LONGEST_WORDS = 100;

  private TaskRequest() {}

  static TaskFilter filter(Map<String, String> asked) {
    String words = asked.getOrDefault("tim", "").strip();
    Long body = whole(asked.get("co-quan"));
    return new TaskFilter(
        body == null ? null : body.intValue(),
        "chu-tri".equals(asked.get("vai")),
        due(asked.getOrDefault("han", "")),
        day(asked.get("tu"), "tu", "task.filter.from"),
        day(asked.get("den"), "den", "task.filter.until"),
        whole(asked.get("nguon")),
        words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
        sort(asked.getOrDefault("xep", "")));
  }

  static TaskPage.@Nullable Key after(Map<String, String> asked) {
    String key = asked.get("sau");
    Long id = whole(asked.get("so"));
    return key == null || id == null ? null : new TaskPage.Key(key, id);
  }

  static @Nullable Long whole(@Nullable String text) {
    return text == null || !text.matches("\\d{1,9}") ? null : Long.valueOf(text);
  }

  static @Nullable LocalDate day(@Nullable String text, String field, String labelKey) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Days.read(text).orElseThrow(() -> Days.refusal(field, labelKey, text));
  }

  private static Due.@Nullable Kind due(String text) {
    for (Due.Kind kind : Due.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    return null;
  }

  private static TaskFilter.Sort sort(String text) {
    return switch (text) {
      case "ma" -> TaskFilter.Sort.CODE;
      case "co-quan" -> TaskFilter.Sort.BODY;
      case "muc" -> TaskFilter.Sort.PARAGRAPH;
      default -> TaskFilter.Sort.DEADLINE;
    };
  }
}
