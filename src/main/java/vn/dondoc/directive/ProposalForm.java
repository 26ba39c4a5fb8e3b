package vn.dondoc.directive;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.web.Days;
import vn.dondoc.web.Hours;
import vn.dondoc.web.Label;

/**
 * What the form of one proposal sends.
 *
 * @param revision the revision it was filled in from
 * @param action việc
 * @param lead names of who leads
 * @param coordinate names of who helps
 * @param due form of the deadline, lower case
 * @param on the day, {@code dd/mm/yyyy}
 * @param op "by" or "before" the day
 * @param time giờ
 * @param every period of a recurrence
 * @param consequence hệ quả
 * @param reason why it is rejected
 * @param create bodies not in the directory are to be added
 * @param caret where in the action to split; 0 when not said
 */
record ProposalForm(
    int revision,
    @Nullable String action,
    @Nullable List<String> lead,
    @Nullable List<String> coordinate,
    @Nullable String due,
    @Nullable String on,
    @Nullable String op,
    @Nullable String time,
    @Nullable String every,
    @Nullable String consequence,
    @Nullable String reason,
    @Nullable String create,
    @Nullable Integer caretAt) {
  private static final int MOST_PARTIES = 60;
  private static final int LONGEST = 4000;
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  /** As sent: bound by hand, because names hold commas and a binder would cut them there. */
  static ProposalForm of(MultiValueMap<String, String> sent) {
    return new ProposalForm(
        whole(sent.getFirst("revision")),
        sent.getFirst("action"),
        sent.get("lead"),
        sent.get("coordinate"),
        sent.getFirst("due"),
        sent.getFirst("on"),
        sent.getFirst("op"),
        sent.getFirst("time"),
        sent.getFirst("every"),
        sent.getFirst("consequence"),
        sent.getFirst("reason"),
        sent.getFirst("create"),
        whole(sent.getFirst("caretAt")));
  }

  private static int whole(@Nullable String text) {
    return text == null || !text.matches("\\d{1,9}") ? 0 : Integer.parseInt(text);
  }

  List<String> leads() {
    return names(lead);
  }

  List<String> coordinators() {
    return names(coordinate);
  }

  boolean createsBodies() {
    return "1".equals(create);
  }

  int caret() {
    return Objects.requireNonNullElse(caretAt, 0);
  }

  String reasonOrEmpty() {
    return Objects.requireNonNullElse(reason, "");
  }

  @Nullable String consequenceOrNull() {
    return consequence == null || consequence.isBlank() ? null : consequence.strip();
  }

  /** The work as typed, for a page that has to give it back. */
  String typed() {
    return Objects.requireNonNullElse(action, "");
  }

  String requiredAction(String place) {
    String words = Objects.requireNonNullElse(action, "").strip();
    if (words.isEmpty()) {
      throw Refusal.of(DirectiveRefusal.NO_ACTION, place, place);
    }
    if (words.length() > LONGEST) {
      throw Refusal.of(DirectiveRefusal.LONG_ACTION, place, place, words.length(), LONGEST);
    }
    return words;
  }

  /** The deadline the form says; what it does not ask is kept from before. */
  Due due(ProposalContent before) {
    Due old = before.due();
    Due.Kind kind = kind(old);
    refuseLostDay(before, kind);
    if (kind == Due.Kind.DATE) {
      return new Due(
          kind,
          day(before.place()),
          hour(old),
          Objects.requireNonNullElse(old.opTyped(op), Due.Op.BY),
          null,
          null,
          null,
          null,
          null,
          old.text(),
          old.yearInferred());
    }
    if (kind == Due.Kind.RECURRING) {
      if (every == null || every.isBlank()) {
        throw Refusal.of(DirectiveRefusal.NO_CYCLE, before.place(), before.place());
      }
      String period = every;
      // A day of the week is none of the month.
      boolean sameDays = "week".equals(period) == "week".equals(old.every());
      return new Due(
          kind,
          kind == old.kind() ? old.on() : null,
          hour(old),
          old.opTyped(op),
          period,
          kind == old.kind() && sameDays ? old.day() : null,
          null,
          null,
          kind == old.kind() ? old.from() : null,
          old.text(),
          false);
    }
    if (old.lacksLengthFor(kind)) {
      throw Refusal.of(DirectiveRefusal.NO_LENGTH, before.place(), before.place());
    }
    return new Due(
        kind,
        kind == old.kind() ? old.on() : null,
        null,
        kind == old.kind() ? old.op() : null,
        null,
        null,
        old.within(),
        old.unit(),
        old.from(),
        old.text(),
        false);
  }

  /** The hour as typed; a form without the field keeps the one there was. */
  private @Nullable LocalTime hour(Due old) {
    return time == null ? old.time() : Hours.required("time", time);
  }

  /** A day typed beside another form of deadline would be lost. */
  private void refuseLostDay(ProposalContent before, Due.Kind kind) {
    String typed = on == null ? "" : on.strip();
    boolean changed =
        !typed.isEmpty() && !Days.read(typed).equals(Optional.ofNullable(before.due().on()));
    if (changed && kind != Due.Kind.DATE && kind != Due.Kind.RECURRING) {
      throw Refusal.of(DirectiveRefusal.LOST_DAY, before.place(), before.place(), typed);
    }
  }

  private Due.Kind kind(Due old) {
    for (Due.Kind kind : Due.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(due)) {
        return kind;
      }
    }
    return old.kind();
  }

  private LocalDate day(String place) {
    if (on == null || on.isBlank()) {
      throw Refusal.of(DirectiveRefusal.NO_DAY, place, place);
    }
    String text = on.strip();
    return Days.read(text)
        .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
        .orElseThrow(() ->
            Refusal.of(DirectiveRefusal.BAD_DAY, place, place, text, new Label("task.column.day")));
  }

  private static List<String> names(@Nullable List<String> typed) {
    return typed == null
        ? List.of()
        : typed.stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .limit(MOST_PARTIES)
            .toList();
  }
}
