package vn.dondoc.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/** Soát điều ghi về dự án: every problem at once, each with what was read and what would do. */
public final class ProjectCheck {
  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_WORDS = 1000;
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_ISSUER = 300;
  private static final int MOST_PLACES = 100;
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  private final Choices choices;
  private final List<Problem> problems = new ArrayList<>();

  public ProjectCheck(Choices choices) {
    this.choices = choices;
  }

  /** What a project says of itself. */
  ProjectCheck facts(ProjectFacts facts, IntPredicate isBody, IntPredicate isPlace) {
    String name = facts.name().strip();
    if (name.isEmpty()) {
      add("name", ProjectRefusal.NO_NAME);
    }
    within("name", name, LONGEST_NAME);
    within("capacity", facts.capacity(), LONGEST_WORDS);
    code(facts.codes());
    choice("level", Choices.LEVEL, facts.classing().level());
    choice("nature", Choices.NATURE, facts.classing().nature());
    choice("group", Choices.GROUP, facts.classing().group());
    choice("sector", Choices.SECTOR, facts.classing().sector());
    if (!isBody.test(facts.ownerId())) {
      add("owner", ProjectRefusal.OWNER, Integer.toString(facts.ownerId()));
    }
    if (facts.places().size() > MOST_PLACES) {
      add("places", ProjectRefusal.PLACE, facts.places().size(), MOST_PLACES);
    }
    facts.places().stream()
        .filter(place -> !isPlace.test(place))
        .forEach(place -> add("places", ProjectRefusal.PLACE, place, MOST_PLACES));
    years(facts.time());
    return this;
  }

  private void code(ProjectFacts.Codes codes) {
    String national = codes.national();
    if (national != null && !national.matches("[0-9A-Za-z./_-]{3,40}")) {
      add("code", ProjectRefusal.CODE, national);
    }
    String budget = codes.budget();
    if (budget != null && !budget.matches("\\d{7}")) {
      add("budget", ProjectRefusal.BUDGET_CODE, budget);
    }
  }

  private void years(ProjectFacts.Time time) {
    Integer from = time.fromYear();
    Integer until = time.untilYear();
    if (from != null && (from < FIRST_YEAR || from > LAST_YEAR)
        || until != null && (until < FIRST_YEAR || until > LAST_YEAR)
        || from != null && until != null && until < from) {
      add("until", ProjectRefusal.YEARS, said(from), said(until));
    }
  }

  /** What a decision says. */
  ProjectCheck decision(NewDecision said, String effect, LocalDate today) {
    choice("kind", Choices.DECISION, said.kind());
    String number = said.number().strip();
    if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
      add("number", ProjectRefusal.NUMBER, number, LONGEST_NUMBER);
    }
    String issuer = said.issuer().strip();
    if (issuer.isEmpty() || issuer.length() > LONGEST_ISSUER) {
      add("issuer", ProjectRefusal.ISSUER, issuer, LONGEST_ISSUER);
    }
    if (said.signedOn().isAfter(today) || said.signedOn().getYear() < FIRST_YEAR) {
      add("signed", ProjectRefusal.SIGNED, said.signedOn(), today);
    }
    Long value = said.valueVnd();
    if (value != null && value <= 0) {
      add("value", ProjectRefusal.VALUE, value);
    } else if (value == null && (effect.equals("total") || effect.equals("settlement"))) {
      add("value", ProjectRefusal.NO_VALUE);
    }
    within("summary", said.summary(), LONGEST_WORDS);
    return this;
  }

  /** A code of a list. */
  public ProjectCheck choice(String place, String list, @Nullable String code) {
    if (!choices.has(list, code)) {
      add(place, ProjectRefusal.CHOICE, said(code));
    }
    return this;
  }

  public ProjectCheck why(@Nullable String why) {
    if (why == null || why.isBlank()) {
      add("why", ProjectRefusal.NO_WHY);
    }
    within("why", why, LONGEST_WORDS);
    return this;
  }

  /** Words that are not too long. */
  public ProjectCheck within(String place, @Nullable String words, int most) {
    if (words != null && words.length() > most) {
      add(place, ProjectRefusal.LONG, words.length(), most);
    }
    return this;
  }

  /** The day something is said on: today, or before it for a load of history. */
  public ProjectCheck said(LocalDate on, LocalDate today) {
    if (on.isAfter(today) || on.isBefore(today) && Acting.current().accountId() >= 0) {
      add("on", ProjectRefusal.BACKDATED, on, today);
    }
    return this;
  }

  private static String said(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }

  public ProjectCheck add(String place, ProjectRefusal why, Object... arguments) {
    problems.add(Problem.at(place, why.key(), arguments));
    return this;
  }

  public ProjectCheck addAll(List<Problem> more) {
    problems.addAll(more);
    return this;
  }

  /**
   * Ends the looking.
   *
   * @throws Refusal with every problem found
   */
  public void refuse() {
    if (!problems.isEmpty()) {
      throw Refusal.of(ProjectRefusal.LINES, problems);
    }
  }
}
