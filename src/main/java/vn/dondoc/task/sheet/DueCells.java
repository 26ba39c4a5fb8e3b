package vn.dondoc.task.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetTable.Line;
import vn.dondoc.task.Due;
import vn.dondoc.web.Days;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Reads a deadline from the four cells that make it up. */
final class DueCells {
  private static final List<String> CYCLES =
      List.of("day", "week", "month", "quarter", "half_year", "year", "continuous", "periodic");
  private static final int DAYS_OF_WEEK = 7;
  private static final int DAYS_OF_MONTH = 31;

  private final Line line;
  private final Due base;
  private final Reading<?> reading;
  private boolean sound = true;

  DueCells(Line line, Due base, Reading<?> reading) {
    this.line = line;
    this.base = base;
    this.reading = reading;
  }

  /** The deadline as it was edited; null when it was not, or cannot be read. */
  @Nullable Due read() {
    Due.Kind kind = kind();
    LocalDate on = day(TaskSheet.DUE_ON);
    String every = every();
    Integer day = dayOfPeriod(every);
    if (!sound || kind == null || isSame(kind, on, every, day)) {
      return null;
    }
    if (kind == Due.Kind.DATE && on == null) {
      refuse(TaskSheet.DUE_ON, "task.sheet.no_day");
    }
    if (kind != Due.Kind.DATE && on != null) {
      refuse(TaskSheet.DUE_ON, "task.sheet.day_unwanted", Days.written(on), words(kind));
    }
    if (kind == Due.Kind.RECURRING && every == null) {
      refuse(TaskSheet.EVERY, "task.sheet.no_cycle", cycles());
    }
    if (kind == Due.Kind.RELATIVE && kind != base.kind() && base.within() == null) {
      refuse(TaskSheet.DUE_KIND, "task.sheet.no_length", words(kind));
    }
    if (kind == Due.Kind.DATE && every != null) {
      refuse(TaskSheet.EVERY, "task.sheet.cycle_unwanted", line.text(TaskSheet.EVERY), words(kind));
    }
    return sound ? due(kind, on, every, day).inMonthOf(base) : null;
  }

  private Due due(
      Due.Kind kind, @Nullable LocalDate on, @Nullable String every, @Nullable Integer day) {
    String text = base.text();
    return switch (kind) {
      case NONE -> Due.none();
      case DATE -> base.lastingTo(Objects.requireNonNull(on));
      case RECURRING ->
          new Due(
              kind,
              base.kind() == kind ? base.on() : null,
              base.kind() == kind ? base.time() : null,
              base.op(),
              every,
              day,
              null,
              null,
              null,
              text,
              false);
      case RELATIVE, EVENT, SOFT, STANDING, CONDITIONAL ->
          kind == base.kind()
              ? base
              : new Due(
                  kind,
                  null,
                  null,
                  null,
                  null,
                  null,
                  base.within(),
                  base.unit(),
                  base.from(),
                  text,
                  false);
    };
  }

  private boolean isSame(
      Due.Kind kind, @Nullable LocalDate on, @Nullable String every, @Nullable Integer day) {
    return kind == base.kind()
        && Objects.equals(on, base.lastDay())
        && Objects.equals(every, base.every())
        && Objects.equals(day, base.day());
  }

  private Due.@Nullable Kind kind() {
    String words = line.text(TaskSheet.DUE_KIND);
    for (Due.Kind kind : Due.Kind.values()) {
      if (isNamed(words, TaskSheet.key(kind), kind.name())) {
        return kind;
      }
    }
    String all = Arrays.stream(Due.Kind.values()).map(DueCells::words).collect(joined());
    refuse(TaskSheet.DUE_KIND, "task.sheet.unknown_kind", words, all);
    return null;
  }

  private static String words(Due.Kind kind) {
    return "“" + Texts.in(Language.VI).get(TaskSheet.key(kind)) + "”";
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  /** The day of a cell, whether it holds one or the words of one. */
  @Nullable LocalDate day(String column) {
    SheetCell cell = line.cell(column);
    String text = line.text(column);
    if (cell.day() != null || text.isEmpty() || cell instanceof SheetCell.Fault) {
      return cell.day();
    }
    Optional<LocalDate> day = cell.number() == null ? Days.read(text) : Optional.empty();
    if (day.isEmpty()) {
      refuse(column, "task.sheet.no_such_day", text);
    }
    return day.orElse(null);
  }

  private @Nullable String every() {
    String words = line.text(TaskSheet.EVERY);
    if (words.isEmpty()) {
      return null;
    }
    for (String cycle : CYCLES) {
      if (isNamed(words, "task.every." + cycle, cycle)) {
        return cycle;
      }
    }
    refuse(TaskSheet.EVERY, "task.sheet.unknown_cycle", words, cycles());
    return null;
  }

  private static String cycles() {
    return CYCLES.stream()
        .map(cycle -> "“" + Texts.in(Language.VI).get("task.every." + cycle) + "”")
        .distinct()
        .collect(joined());
  }

  private @Nullable Integer dayOfPeriod(@Nullable String every) {
    String text = line.text(TaskSheet.DUE_DAY);
    if (text.isEmpty()) {
      return null;
    }
    int most = "week".equals(every) ? DAYS_OF_WEEK : DAYS_OF_MONTH;
    BigDecimal number = line.cell(TaskSheet.DUE_DAY).number();
    String digits = number == null ? text : number.stripTrailingZeros().toPlainString();
    int day = digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
    // What the register holds already is not for the sheet to judge.
    if (!Objects.equals(day, base.day()) && (day < 1 || day > most)) {
      refuse(TaskSheet.DUE_DAY, "task.sheet.day_of_period", text, most);
    }
    return day;
  }

  /** Whether a cell names this, in either language or by its code. */
  static boolean isNamed(String words, String key, String code) {
    String asked = words.toLowerCase(Locale.ROOT);
    return asked.equals(code.toLowerCase(Locale.ROOT))
        || Arrays.stream(Language.values())
            .anyMatch(l -> Texts.in(l).get(key).toLowerCase(Locale.ROOT).equals(asked));
  }

  private void refuse(String column, String message, Object... more) {
    sound = false;
    reading.problem(line, column, message, more);
  }
}
