package vn.dondoc.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Days;
import vn.dondoc.web.Hours;
import vn.dondoc.web.Texts;

/**
 * Các ô của thời hạn: the fields in which a person writes a deadline, the same where a proposal is
 * reviewed and where a task is corrected. A field that was not sent keeps what there was.
 *
 * @param due form of the deadline, lower case
 * @param on the day, {@code dd/mm/yyyy}
 * @param op "by" or "before" the day
 * @param time giờ
 * @param every chu kỳ: period of a recurrence
 * @param day ngày trong chu kỳ: 1 to 31; of a week 1 (thứ Hai) to 7
 * @param month tháng trong chu kỳ, as {@link Due#month} counts it
 * @param within độ dài: so many units
 * @param unit of {@code within}
 * @param from mốc: what it is counted from
 */
public record DueForm(
    @Nullable String due,
    @Nullable String on,
    @Nullable String op,
    @Nullable String time,
    @Nullable String every,
    @Nullable String day,
    @Nullable String month,
    @Nullable String within,
    @Nullable String unit,
    @Nullable String from) {
  /** How often work may come back. */
  public static final List<String> CYCLES =
      List.of("day", "week", "month", "quarter", "half_year", "year", "continuous", "periodic");

  /** What a length of time is counted in. */
  public static final List<String> UNITS =
      List.of("hour", "day", "working_day", "week", "month", "year");

  private static final String WEEK = "week";
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;
  private static final int LAST_DAY = 31;
  private static final int LAST_WEEKDAY = 7;
  private static final int LONGEST_WAIT = 999;
  private static final int LONGEST_WORDS = 300;

  /** As a form sent it: a week has weekdays, and each period months of its own. */
  public static DueForm of(MultiValueMap<String, String> sent) {
    String every = sent.getFirst("every");
    return new DueForm(
        sent.getFirst("due"),
        sent.getFirst("on"),
        sent.getFirst("op"),
        sent.getFirst("time"),
        every,
        sent.getFirst(WEEK.equals(every) ? "weekday" : "day"),
        sent.getFirst("in-" + every),
        sent.getFirst("within"),
        sent.getFirst("unit"),
        sent.getFirst("from"));
  }

  /** The fields filled in with a deadline there is. */
  public static DueForm of(Due due) {
    return new DueForm(
        word(due.kind()),
        Days.written(due.on()),
        due.op() == Due.Op.BEFORE ? "before" : "by",
        Hours.written(due.time()),
        Objects.requireNonNullElse(due.every(), ""),
        written(due.day()),
        written(due.month()),
        written(due.within()),
        Objects.requireNonNullElse(due.unit(), "day"),
        Objects.requireNonNullElse(due.from(), ""));
  }

  private static String word(Due.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String written(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }

  /** Whether the field of the kind stands at it. */
  public boolean isKind(Due.Kind kind) {
    return word(kind).equals(due);
  }

  /** Whether the day of a period, or the weekday of a week, is this one. */
  public boolean isOn(int number) {
    return Integer.toString(number).equals(day);
  }

  /** Whether the month of a period is this one. */
  public boolean isIn(String period, int number) {
    return period.equals(every) && Integer.toString(number).equals(month);
  }

  /** A field's words for a page; empty where nothing was sent. */
  public static String shown(@Nullable String field) {
    return Objects.requireNonNullElse(field, "");
  }

  /** Fields that say another thing than a deadline does, each with its name: "Ngày: 21/08/2020". */
  public List<String> beyond(Due said, Texts texts) {
    DueForm now = of(said);
    List<String> lines = new ArrayList<>();
    if (!isKind(said.kind()) && Arrays.stream(Due.Kind.values()).anyMatch(this::isKind)) {
      lines.add(told(texts, "due_kind", texts.get("task.due." + due)));
    }
    String typedDay = on == null ? null : Days.read(on).map(Days::written).orElse(on);
    differing(typedDay, now.on, "day", texts, lines);
    differing(time, now.time, "time", texts, lines);
    if (every != null && CYCLES.contains(every) && !every.equals(now.every)) {
      lines.add(told(texts, "every", texts.get("task.every." + every)));
    }
    differing(day, now.day, WEEK.equals(every) ? "cycle_weekday" : "cycle_day", texts, lines);
    differing(month, now.month, "cycle_month", texts, lines);
    differing(within, now.within, "within", texts, lines);
    differing(from, now.from, "point", texts, lines);
    return lines;
  }

  private static void differing(
      @Nullable String typed,
      @Nullable String now,
      String column,
      Texts texts,
      List<String> lines) {
    if (typed != null && !typed.isBlank() && !typed.strip().equals(now)) {
      lines.add(told(texts, column, typed.strip()));
    }
  }

  private static String told(Texts texts, String column, String words) {
    return texts.get("task.column." + column) + ": " + words;
  }

  /**
   * Thời hạn the fields say; what they do not ask is kept.
   *
   * @param before the deadline they were filled in from
   * @throws Refusal with the field, the value read and the remedy
   */
  public Due read(Due before) {
    Due.Kind kind = kind(before);
    refuseLostDay(before, kind);
    return switch (kind) {
      case NONE -> Due.none();
      case DATE -> date(before);
      case RECURRING -> cycle(before);
      case RELATIVE -> length(before);
      case EVENT, SOFT, STANDING, CONDITIONAL -> {
        boolean kept = kind == before.kind();
        yield new Due(
            kind,
            kept ? before.on() : null,
            null,
            kept ? before.op() : null,
            null,
            null,
            before.within(),
            before.unit(),
            before.from(),
            before.text(),
            false);
      }
    };
  }

  private Due.Kind kind(Due before) {
    return due == null
        ? before.kind()
        : Arrays.stream(Due.Kind.values())
            .filter(this::isKind)
            .findFirst()
            .orElseThrow(() -> Refusal.of(TaskRefusal.NO_KIND, "due", due));
  }

  private Due date(Due before) {
    String typed = on == null && before.kind() == Due.Kind.DATE ? Days.written(before.on()) : on;
    if (typed == null || typed.isBlank()) {
      throw Refusal.of(TaskRefusal.EMPTY_DAY, "on");
    }
    LocalDate last =
        Days.read(typed)
            .filter(read -> read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR)
            .orElseThrow(() -> Days.refusal("on", "task.column.day", typed));
    return new Due(
        Due.Kind.DATE,
        last,
        hour(before),
        Objects.requireNonNullElse(before.opTyped(op), Due.Op.BY),
        null,
        null,
        null,
        null,
        null,
        before.text(),
        before.yearInferred() && last.equals(before.on()));
  }

  private Due cycle(Due before) {
    boolean back = before.kind() == Due.Kind.RECURRING;
    String period = every == null && back ? before.every() : every;
    if (period == null || !CYCLES.contains(period)) {
      throw Refusal.of(TaskRefusal.NO_CYCLE, "every");
    }
    return new Due(
        Due.Kind.RECURRING,
        back ? before.on() : null,
        hour(before),
        before.opTyped(op),
        period,
        dayOf(period, back ? before : Due.none()),
        null,
        null,
        back ? before.from() : null,
        before.text(),
        false,
        monthOf(period, back ? before : Due.none()));
  }

  private @Nullable Integer dayOf(String period, Due before) {
    // A day of the week is none of the month.
    boolean sameDays = WEEK.equals(period) == WEEK.equals(before.every());
    int last = WEEK.equals(period) ? LAST_WEEKDAY : LAST_DAY;
    return day == null
        ? sameDays ? before.day() : null
        : number(day, last, TaskRefusal.BAD_CYCLE_DAY, "day");
  }

  private @Nullable Integer monthOf(String period, Due before) {
    return month == null
        ? period.equals(before.every()) ? before.month() : null
        : number(month, CycleText.lastMonth(period), TaskRefusal.BAD_CYCLE_MONTH, "month");
  }

  private Due length(Due before) {
    boolean same = before.kind() == Due.Kind.RELATIVE;
    Integer length =
        within == null
            ? before.within()
            : number(within, LONGEST_WAIT, TaskRefusal.BAD_LENGTH, "within");
    // A length no form can hold, "ngay sau khi có kết quả", stays what it was.
    if (length == null && !(same && before.within() == null)) {
      throw Refusal.of(TaskRefusal.NO_LENGTH, "within");
    }
    String counted = UNITS.contains(shown(unit)) ? unit : before.unit();
    return new Due(
        Due.Kind.RELATIVE,
        same ? before.on() : null,
        null,
        same ? before.op() : null,
        null,
        null,
        length,
        length == null ? before.unit() : counted,
        point(before),
        before.text(),
        false);
  }

  private @Nullable String point(Due before) {
    if (from == null) {
      return before.from();
    }
    String words = from.strip();
    if (words.length() > LONGEST_WORDS) {
      throw Refusal.of(TaskRefusal.LONG_POINT, "from", words.length(), LONGEST_WORDS);
    }
    return words.isEmpty() ? null : words;
  }

  private static @Nullable Integer number(
      String typed, int most, TaskRefusal otherwise, String field) {
    String digits = typed.strip();
    if (digits.isEmpty()) {
      return null;
    }
    int read = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
    if (read < 1 || read > most) {
      throw Refusal.of(otherwise, field, digits, most);
    }
    return read;
  }

  /** The hour as typed; a form without the field keeps the one there was. */
  private @Nullable LocalTime hour(Due before) {
    return time == null ? before.time() : Hours.required("time", time);
  }

  /** A day typed beside another form of deadline would be lost. */
  private void refuseLostDay(Due before, Due.Kind kind) {
    String typed = shown(on).strip();
    boolean changed =
        !typed.isEmpty() && !Days.read(typed).equals(Optional.ofNullable(before.on()));
    if (changed && kind != Due.Kind.DATE && kind != Due.Kind.RECURRING) {
      throw Refusal.of(TaskRefusal.LOST_DAY, "on", typed);
    }
  }
}
