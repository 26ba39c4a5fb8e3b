package vn.dondoc.project.entry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Biểu as a page shows it: what was typed stays when it could not be written.
 *
 * @param fields values by name
 * @param problems what is wrong with them
 */
public record FormView(Map<String, String> fields, List<Problem> problems) {
  public static final FormView EMPTY = new FormView(Map.of(), List.of());

  public static FormView of(Map<String, String> fields) {
    return new FormView(fields, List.of());
  }

  /** The value of a field; empty for none. */
  public String value(String name) {
    return fields.getOrDefault(name, "");
  }

  public boolean is(String name, @Nullable String value) {
    return value(name).equals(value);
  }

  /** The field is named by a problem. */
  public boolean isWrong(String name) {
    return problems.stream().anyMatch(problem -> problem.place().equals(name));
  }
}
