package vn.dondoc.task.succession;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the form sends.
 *
 * @param duty the duties chosen, each "id.step" as the person saw it
 * @param heir the body chosen
 * @param words why
 * @param document số, ký hiệu of the paper
 */
record SuccessionForm(
    @Nullable List<String> duty,
    @Nullable String heir,
    @Nullable String words,
    @Nullable String document) {
  Map<Long, Integer> steps() {
    Map<Long, Integer> steps = new LinkedHashMap<>();
    for (String chosen : duty == null ? List.<String>of() : duty) {
      if (chosen.matches("\\d{1,18}\\.\\d{1,9}")) {
        int dot = chosen.indexOf('.');
        steps.put(
            Long.valueOf(chosen.substring(0, dot)), Integer.valueOf(chosen.substring(dot + 1)));
      }
    }
    return steps;
  }

  @Nullable Integer chosenHeir() {
    return heir == null || !heir.matches("\\d{1,9}") ? null : Integer.valueOf(heir);
  }

  String said() {
    return words == null ? "" : words.replace("\0", "").strip();
  }

  String paper() {
    return document == null ? "" : document.replace("\0", "").strip();
  }
}
