package vn.dondoc.project.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choice;
import vn.dondoc.project.Choices;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.web.Days;
import vn.dondoc.web.Label;

/**
 * Một biểu đã gõ: reads field after field; what cannot be read is kept as a problem with the
 * field's label and its value, and {@link #refuse} tells them all.
 */
public final class Typed {
  private static final int MONEY_DIGITS = 16;
  private static final String GROUPING = "[.\\s\\u00a0]";
  private static final LocalDate NO_DAY = LocalDate.EPOCH;

  private final Map<String, String> fields;
  private final List<Problem> problems = new ArrayList<>();

  public Typed(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Words without spaces around them; empty when the field was left open. */
  public String words(String name) {
    return fields.getOrDefault(name, "").replace("\0", "").strip();
  }

  public @Nullable String optional(String name) {
    String words = words(name);
    return words.isEmpty() ? null : words;
  }

  /** A day that must be there. */
  public LocalDate day(String name, String label) {
    LocalDate day = optionalDay(name, label);
    if (day == null && words(name).isEmpty()) {
      missing(name, label);
    }
    return day == null ? NO_DAY : day;
  }

  public @Nullable LocalDate optionalDay(String name, String label) {
    String text = words(name);
    if (text.isEmpty()) {
      return null;
    }
    LocalDate day = Days.read(text).orElse(null);
    if (day == null) {
      problems.add(Days.problem(name, label, text));
    }
    return day;
  }

  /** Whole đồng, written with or without dots; must be there. */
  public long money(String name, String label) {
    Long money = optionalMoney(name, label);
    if (money == null && words(name).isEmpty()) {
      missing(name, label);
    }
    return money == null ? 0 : money;
  }

  public @Nullable Long optionalMoney(String name, String label) {
    return whole(name, label, MONEY_DIGITS);
  }

  /** A number as it can be read; null where it cannot, without a problem for it. */
  @Nullable Long readable(String name) {
    String digits = words(name).replaceAll(GROUPING, "");
    return digits.matches("\\d{1," + MONEY_DIGITS + "}") ? Long.valueOf(digits) : null;
  }

  /** A count; nothing where the field was left open. */
  public int count(String name, String label) {
    Long count = whole(name, label, 8);
    return count == null ? 0 : count.intValue();
  }

  public @Nullable Integer optionalYear(String name, String label) {
    Long year = whole(name, label, 4);
    return year == null ? null : (Integer) year.intValue();
  }

  private @Nullable Long whole(String name, String label, int most) {
    String text = words(name);
    if (text.isEmpty()) {
      return null;
    }
    String digits = text.replaceAll(GROUPING, "");
    // "12.5" is no 125: dots and spaces part groups of three.
    if (!text.matches("\\d+|\\d{1,3}(?:" + GROUPING + "\\d{3})+") || digits.length() > most) {
      problems.add(Problem.at(name, ProjectRefusal.WHOLE.key(), text, new Label(label), most));
      return null;
    }
    return Long.valueOf(digits);
  }

  /** The code of a choice, given by its code or its name; must be there. */
  public String choice(String name, String label, Choices choices, String list) {
    String text = words(name);
    Choice choice = choices.meant(list, text);
    if (text.isEmpty()) {
      missing(name, label);
    } else if (choice == null) {
      problems.add(Problem.at(name, ProjectRefusal.CHOICE_AT.key(), text, new Label(label)));
    }
    return choice == null ? text : choice.code();
  }

  /**
   * A body that cannot be told: nothing was typed, nothing in the directory is near it, or several
   * are.
   *
   * @param key message key of the sentence that names what is near
   * @param near names near it, in one line; empty when there are none
   */
  public void noBody(String name, String label, String key, String near) {
    String words = words(name);
    if (words.isEmpty()) {
      missing(name, label);
    } else if (near.isEmpty()) {
      problems.add(Problem.at(name, "project.refusal.nothing_near", words, new Label(label)));
    } else {
      problems.add(Problem.at(name, key, words, near));
    }
  }

  private void missing(String name, String label) {
    problems.add(Problem.at(name, ProjectRefusal.MISSING.key(), new Label(label)));
  }

  public void add(Problem problem) {
    problems.add(problem);
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Ends the reading.
   *
   * @throws Refusal with every problem found
   */
  public void refuse() {
    if (!problems.isEmpty()) {
      throw Refusal.of(ProjectRefusal.LINES, problems);
    }
  }
}
