package vn.dondoc.project.entry;

import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.web.Label;

/**
 * Độ lớn: asks whether a value is right that is so far from what it belongs to that đồng and triệu
 * đồng may have been mixed up. Whoever says of that very value that it is right is asked no more.
 */
public final class Magnitude {
  /** The field that says so; it holds the value it was said of. */
  public static final String SURE = "sure";

  private static final long FAR = 100;

  private Magnitude() {}

  /**
   * Asks, as a problem of the form, where the value is a hundred times the measure or more, or a
   * hundredth of it or less.
   *
   * @param field the field of the value
   * @param measureVnd what it belongs to; null where nothing is known
   * @param measure label of that
   */
  public static void ask(Typed typed, String field, @Nullable Long measureVnd, String measure) {
    Long value = typed.readable(field);
    if (value == null || value == 0 || measureVnd == null || measureVnd == 0) {
      return;
    }
    boolean far = value / FAR >= measureVnd || measureVnd / FAR >= value;
    if (far && !typed.words(SURE).equals(typed.words(field))) {
      typed.add(
          Problem.at(field, ProjectRefusal.MAGNITUDE.key(), value, new Label(measure), measureVnd));
    }
  }
}
