package vn.dondoc.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Điều địa chỉ hỏi: reads what the address of a list asks for. What nobody can have meant is kept
 * as a problem, and {@link #refuse} tells them all.
 */
public final class Asked {
  /** The parameter with the key of the last row of the page before. */
  public static final String AFTER = "sau";

  /** The parameter with the order. */
  public static final String SORT = "xep";

  private static final int LONGEST_WORDS = 100;

  private final Map<String, String> values;
  private final List<Problem> problems = new ArrayList<>();

  private Asked(Map<String, String> values) {
    this.values = values;
  }

  public static Asked of(Map<String, String> values) {
    return new Asked(values);
  }

  /** Words to look for; empty when there are none. */
  public String words(String name) {
    String words = values.getOrDefault(name, "").replace("\0", "").strip();
    return words.substring(0, Math.min(words.length(), LONGEST_WORDS)).strip();
  }

  /**
   * A day as a person writes it; null when left open.
   *
   * @param labelKey message key of the words beside the field
   */
  public @Nullable LocalDate day(String name, String labelKey) {
    String text = words(name);
    if (text.isEmpty()) {
      return null;
    }
    LocalDate day = Days.read(text).orElse(null);
    if (day == null) {
      problems.add(Days.problem(name, labelKey, text));
    }
    return day;
  }

  /** One of the values a list knows; empty when left open. */
  public String choice(String name, Collection<String> known) {
    String value = words(name);
    if (!value.isEmpty() && !known.contains(value)) {
      problems.add(Problem.at(name, WebRefusal.CHOICE.key(), value, name));
      return "";
    }
    return value;
  }

  /** Key of the last row of the page before; null for the first page. */
  public @Nullable Long after() {
    String key = words(AFTER);
    if (key.isEmpty()) {
      return null;
    }
    if (!key.matches("\\d{1,18}")) {
      problems.add(Problem.at(AFTER, WebRefusal.KEY.key(), key));
      return null;
    }
    return Long.valueOf(key);
  }

  /** A problem a module found in what was asked; told with the others. */
  public void add(Problem problem) {
    problems.add(problem);
  }

  /**
   * Stops a question that cannot be answered.
   *
   * @throws Refusal with every problem found so far
   */
  public void refuse() {
    if (!problems.isEmpty()) {
      throw Refusal.of(WebRefusal.LIST, problems);
    }
  }

  /** The refusal of a key that no row has. */
  public static Refusal noSuchRow(long key) {
    return Refusal.of(WebRefusal.KEY, AFTER, Long.toString(key));
  }
}
