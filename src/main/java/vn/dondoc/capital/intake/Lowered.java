package vn.dondoc.capital.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Lý do giảm: why figures of a file go down, line by line.
 *
 * @param all why those go down that have no reason of their own; null when nobody said
 * @param each by the number of the line
 */
record Lowered(@Nullable String all, Map<Integer, String> each) {
  static final String FIELD = "ly-do";

  /** As an entry keeps it. */
  static final int LONGEST = 300;

  private static final int LONGEST_TOGETHER = 1_000;

  Lowered {
    each = Map.copyOf(each);
  }

  /** As it was typed: a field for each line, and one for those left empty. */
  static Lowered of(Map<String, String> typed) {
    Map<Integer, String> each = new TreeMap<>();
    typed.forEach((field, value) -> {
      String words = tidy(value);
      if (field.matches(FIELD + "-\\d{1,7}") && !words.isEmpty()) {
        each.put(Integer.valueOf(field.substring(FIELD.length() + 1)), words);
      }
    });
    String all = tidy(typed.getOrDefault(FIELD, ""));
    return new Lowered(all.isEmpty() ? null : all, each);
  }

  private static String tidy(String words) {
    return words.replace("\0", "").strip();
  }

  /** What stands in the field of a line. */
  String of(int number) {
    return each.getOrDefault(number, "");
  }

  /**
   * Every line nobody gave a reason for, and every reason that is too long.
   *
   * @param fallen the lines that were shown
   * @param rows how many lines go down
   */
  List<Problem> problems(List<Plan.Line> fallen, long rows) {
    List<Problem> problems = new ArrayList<>();
    for (Plan.Line line : fallen) {
      String why = each.getOrDefault(line.number(), all);
      if (why == null) {
        problems.add(
            Problem.at(
                FIELD + "-" + line.number(),
                "capital.intake.lowered.unsaid",
                line.place(),
                line.called(),
                below(line)));
      }
    }
    if (rows > fallen.size() && all == null) {
      problems.add(Problem.at(FIELD, "capital.intake.lowered.rest", rows - fallen.size()));
    }
    if (rows > 0) {
      Collection<String> reasons = new ArrayList<>(each.values());
      reasons.add(all == null ? "" : all);
      reasons.stream()
          .filter(why -> why.length() > LONGEST)
          .forEach(why ->
              problems.add(
                  Problem.at(FIELD, "capital.intake.lowered.long", why.substring(0, 40), LONGEST)));
    }
    return problems;
  }

  private static long below(Plan.Line line) {
    Long change = line.money().change();
    return change == null ? 0 : Math.abs(change);
  }

  /** All of them as one, for the booking; null when there are none. */
  @Nullable String together() {
    LinkedHashSet<String> reasons = new LinkedHashSet<>(new TreeMap<>(each).values());
    if (all != null) {
      reasons.add(all);
    }
    String together = String.join("; ", reasons);
    return together.isEmpty()
        ? null
        : together.substring(0, Math.min(together.length(), LONGEST_TOGETHER));
  }
}
