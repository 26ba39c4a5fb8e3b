package vn.dondoc.rural.standard.draft;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.Grades;
import vn.dondoc.rural.standard.Rule;
import vn.dondoc.rural.standard.UnitGroups;
import vn.dondoc.web.Days;
import vn.dondoc.web.Label;
import vn.dondoc.web.Texts;

/**
 * Ô của một dòng: what can stand in it, and how it is written.
 *
 * @param key the column, {@code "name_vi"}
 * @param kind what it holds
 * @param longest most characters
 * @param need whether it can be left empty
 * @param choices the words it can hold, of a choice
 */
record DraftField(String key, Kind kind, int longest, Need need, List<String> choices) {
  private static final int YEAR_LEAST = 2000;
  private static final int YEAR_MOST = 2100;

  /** Khi nào phải có. */
  enum Need {
    /** Whenever the draft is saved. */
    NOW,
    /** Before it is put in force. */
    LATER,
    NEVER
  }

  /** Loại ô. */
  enum Kind {
    LINE,
    WORDS,
    /** Name of a figure in rules. */
    NAME,
    /** Code of a group of units or of a grade. */
    CODE,
    WHOLE,
    DECIMAL,
    YEAR,
    DAY,
    CHOICE,
    /** Kind of object, as the reference data has them. */
    OBJECT,
    CRITERION,
    INDICATOR,
    RULE
  }

  static DraftField of(String key, Kind kind, int longest) {
    return new DraftField(key, kind, longest, Need.NOW, List.of());
  }

  static DraftField choice(String key, String... choices) {
    return new DraftField(key, Kind.CHOICE, 20, Need.NOW, List.of(choices));
  }

  /** The same, and it may be left empty. */
  DraftField open() {
    return new DraftField(key, kind, longest, Need.NEVER, choices);
  }

  /** The same, and it may be left empty until the draft is put in force. */
  DraftField later() {
    return new DraftField(key, kind, longest, Need.LATER, choices);
  }

  /** Message key of the words beside it. */
  String label() {
    return "rural.draft.field." + (key.equals("code") && kind == Kind.NAME ? "figure" : key);
  }

  /** Message key of one of its choices. */
  String choiceKey(String choice) {
    return label() + "." + choice;
  }

  /** What was typed as it is kept; what cannot be read stays as typed, for {@link #fault}. */
  String kept(String typed, Texts texts) {
    String said = Normalizer.normalize(Texts.onOneLine(typed), Normalizer.Form.NFC).strip();
    return switch (kind) {
      case DAY -> Days.read(said).map(LocalDate::toString).orElse(said);
      case DECIMAL -> isDecimal(said) && !isUnclear(said) ? plain(said) : said;
      case WHOLE, YEAR -> said.matches("\\d{1,6}") ? String.valueOf(Integer.parseInt(said)) : said;
      case CHOICE ->
          choices.stream()
              .filter(choice -> isSame(said, texts.get(choiceKey(choice))))
              .findFirst()
              .orElse(said);
      default -> said;
    };
  }

  /** As a person reads it. */
  String shown(String kept, Texts texts) {
    return switch (kind) {
      case DAY -> Days.read(kept).map(Days::written).orElse(kept);
      case DECIMAL -> kept.replace('.', ',');
      case CHOICE -> choices.contains(kept) ? texts.get(choiceKey(kept)) : kept;
      default -> kept;
    };
  }

  /** As a reader is told, who is not to know codes. */
  String told(String kept, Texts texts) {
    return switch (key) {
      case "unit_group" -> UnitGroups.name(kept, texts);
      case "grade" -> Grades.name(kept, texts);
      default -> shown(kept, texts);
    };
  }

  /** What is wrong with what is kept, by itself; null when nothing is. */
  @Nullable Problem fault(String kept) {
    if (kept.isEmpty()) {
      return need == Need.NOW ? empty() : null;
    }
    if (kept.length() > longest) {
      return Problem.at(key, "rural.draft.fault.long", new Label(label()), kept.length(), longest);
    }
    return switch (kind) {
      case DAY -> kept.matches("\\d{4}-\\d\\d-\\d\\d") ? null : fault("day", kept);
      case WHOLE -> kept.matches("\\d{1,6}") ? null : fault("whole", kept);
      case YEAR -> isYear(kept) ? null : years(kept);
      case DECIMAL -> decimal(kept);
      case NAME -> kept.matches("[a-z][a-z0-9_]*") ? null : fault("name", kept);
      case CODE -> kept.matches("[A-Za-z0-9][A-Za-z0-9-]*") ? null : fault("code", kept);
      case CHOICE -> choices.contains(kept) ? null : fault("choice", kept);
      case RULE -> rule(kept);
      default -> null;
    };
  }

  /** That it is empty. */
  Problem empty() {
    return Problem.at(key, "rural.draft.fault.empty", new Label(label()));
  }

  private Problem fault(String what, String kept, Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = new Label(label());
    arguments[1] = kept;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Problem.at(key, "rural.draft.fault." + what, arguments);
  }

  private Problem years(String kept) {
    return fault("year", kept, Integer.toString(YEAR_LEAST), Integer.toString(YEAR_MOST));
  }

  private @Nullable Problem decimal(String kept) {
    if (isUnclear(kept)) {
      return fault("thousands", kept, kept.replaceAll("[.,]", ""));
    }
    return isDecimal(kept) ? null : fault("decimal", kept);
  }

  private @Nullable Problem rule(String kept) {
    try {
      Rule.read(kept);
      return null;
    } catch (Refusal refusal) {
      return fault("rule", kept, refusal.problems().getFirst());
    }
  }

  private static boolean isYear(String kept) {
    if (!kept.matches("\\d{4}")) {
      return false;
    }
    int year = Integer.parseInt(kept);
    return year >= YEAR_LEAST && year <= YEAR_MOST;
  }

  private static boolean isDecimal(String said) {
    return said.matches("-?\\d{1,15}([.,]\\d{1,6})?");
  }

  /** "1.000": nobody can tell a thousand from a one with three decimals. */
  private static boolean isUnclear(String said) {
    return said.matches("-?[1-9]\\d{0,2}[.,]\\d{3}");
  }

  private static String plain(String said) {
    BigDecimal number = new BigDecimal(said.replace(',', '.'));
    return number.stripTrailingZeros().toPlainString();
  }

  private static boolean isSame(String said, String words) {
    return said.toLowerCase(Locale.ROOT).equals(words.toLowerCase(Locale.ROOT));
  }
}
