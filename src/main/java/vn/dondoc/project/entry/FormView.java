package vn.dondoc.project.entry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.ProjectRefusal;

/**
 * Biểu as a page shows it: what was typed stays when it could not be written.
 *
 * @param fields values by name
 * @param problems what is wrong with them
 */
public record FormView(Map<String, String> fields, List<Problem> problems) {
  private static final String ASKED = ProjectRefusal.MAGNITUDE.key();

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

  /** A value is asked about that whoever typed it may say is right. */
  public boolean isAsked() {
    return problems.stream().anyMatch(problem -> problem.key().equals(ASKED));
  }

  /** The field is named by a problem. */
  public boolean isWrong(String name) {
    return problems.stream().anyMatch(problem -> problem.place().equals(name));
  }
}
