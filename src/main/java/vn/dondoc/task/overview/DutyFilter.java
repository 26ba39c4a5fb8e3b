package vn.dondoc.task.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.State;
import vn.dondoc.task.life.Timing;
import vn.dondoc.web.Asked;

/**
 * Lọc phần việc; what is null leaves the matter open.
 *
 * @param day as they stood at the end of this day
 * @param since confirmed before this day is left out
 * @param bodyId whose
 * @param part LEAD or COORDINATE
 * @param timings standing so; null for everything that counts
 * @param sourceId made by this source
 * @param section in this paragraph of its source or below it, {@code "3.b"}, or {@link #NONE}
 * @param taskId parts of this task
 * @param month deadline in this month, {@code "2020-08"}, or {@link #NONE}
 * @param returned {@code "bao-cao"}: with a report that was sent back; {@code "viec"}: given back
 *     by the body as not its own, what does not count any more included
 * @param headless of bodies without a head in the directory
 * @param words in the action or the code, without case or tones
 * @param more what else it is narrowed to
 */
record DutyFilter(
    LocalDate day,
    @Nullable LocalDate since,
    @Nullable Integer bodyId,
    Party.@Nullable Part part,
    @Nullable List<Timing> timings,
    @Nullable Long sourceId,
    @Nullable String section,
    @Nullable Long taskId,
    @Nullable String month,
    @Nullable String returned,
    boolean headless,
    String words,
    More more) {
  /**
   * What else a list is narrowed to.
   *
   * @param state standing so
   * @param from deadline on this day or later
   * @param until deadline on this day or earlier
   * @param head words in the title or the name of the body's head, without case or tones
   */
  record More(
      @Nullable State state, @Nullable LocalDate from, @Nullable LocalDate until, String head) {
    static final More NONE = new More(null, null, null, "");
  }

  static final String NONE = "khong";

  /** No document: what else makes tasks. */
  static final long OTHER_SOURCE = 0;

  /** Given back as not its own; the rows then hold what does not count any more as well. */
  static final String HANDED_BACK = "viec";

  /** With a report that was sent back. */
  static final String REPORT_RETURNED = "bao-cao";

  private static final Map<String, Party.Part> PARTS =
      Map.of("chu-tri", Party.Part.LEAD, "phoi-hop", Party.Part.COORDINATE);

  /** Everything that counts on a day. */
  static DutyFilter on(LocalDate day) {
    return new DutyFilter(
        day, null, null, null, null, null, null, null, null, null, false, "", More.NONE);
  }

  /** What was followed in a month, as it stood at its end or, while it runs, today. */
  static DutyFilter followed(YearMonth month, LocalDate today) {
    LocalDate end = month.atEndOfMonth();
    LocalDate day = end.isAfter(today) ? today : end;
    return new DutyFilter(
        day, month.atDay(1), null, null, null, null, null, null, null, null, false, "", More.NONE);
  }

  DutyFilter standing(List<Timing> wanted) {
    return new DutyFilter(
        day, since, bodyId, part, wanted, sourceId, section, taskId, month, returned, headless,
        words, more);
  }

  /**
   * What an address asks for.
   *
   * @throws Refusal when it asks for what the list does not know, no day, or a day to come
   */
  static DutyFilter of(Asked asked, LocalDate today) {
    LocalDate day = asked.day("ngay", "task.overview.day");
    String followed = month(asked, "theo-doi", false);
    String part = asked.choice("vai", PARTS.keySet());
    String returned = asked.choice("tra-lai", List.of(REPORT_RETURNED, HANDED_BACK));
    Long body = whole(asked, "co-quan");
    String section = asked.words("muc");
    DutyFilter filter =
        new DutyFilter(
            day == null ? today : day,
            followed == null ? null : YearMonth.parse(followed).atDay(1),
            body == null ? null : Integer.valueOf(body.intValue()),
            part.isEmpty() ? null : PARTS.get(part),
            timings(asked),
            whole(asked, "nguon"),
            section.isEmpty() ? null : section,
            whole(asked, "nhiem-vu"),
            month(asked, "thang", true),
            returned.isEmpty() ? null : returned,
            !asked.choice("dung-dau", List.of(NONE)).isEmpty(),
            asked.words("tim"),
            new More(
                state(asked),
                asked.day("tu", "task.filter.from"),
                asked.day("den", "task.filter.until"),
                asked.words("nguoi-dung-dau")));
    asked.refuse();
    if (filter.day().isAfter(today)) {
      throw Refusal.of(OverviewRefusal.FUTURE, "ngay", filter.day(), today);
    }
    return filter;
  }

  /** The states that count, as an address writes them. */
  static List<String> states() {
    return Arrays.stream(State.values())
        .filter(State::counts)
        .map(state -> state.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static @Nullable State state(Asked asked) {
    String word = asked.choice("trang-thai", states());
    return word.isEmpty() ? null : State.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static @Nullable List<Timing> timings(Asked asked) {
    List<String> known = Arrays.stream(Progress.values()).map(Progress::word).toList();
    String group = asked.words("tien-do");
    for (Timing timing : Timing.values()) {
      if (timing.name().toLowerCase(Locale.ROOT).equals(group)) {
        return List.of(timing);
      }
    }
    int at = known.indexOf(asked.choice("tien-do", known));
    return at < 0 ? null : Progress.values()[at].timings();
  }

  private static @Nullable Long whole(Asked asked, String name) {
    String value = asked.words(name);
    boolean number = value.matches("\\d{1,9}");
    asked.choice(name, number ? List.of(value) : List.of());
    return number ? Long.valueOf(value) : null;
  }

  static @Nullable String month(Asked asked, String name, boolean orNone) {
    String value = asked.words(name);
    boolean month = value.matches("20\\d\\d-(0[1-9]|1[0-2])") || orNone && value.equals(NONE);
    asked.choice(name, month ? List.of(value) : List.of());
    return month ? value : null;
  }
}
