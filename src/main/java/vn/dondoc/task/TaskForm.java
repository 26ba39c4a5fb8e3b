package vn.dondoc.task;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Hours;

/**
 * What the correction form sends.
 *
 * @param version the version it was made from
 * @param action việc
 * @param lead ids of the bodies that lead
 * @param coordinate ids of the bodies that help
 * @param due form of the deadline, lower case
 * @param on the day, {@code dd/mm/yyyy}
 * @param op "by" or "before" the day
 * @param time giờ
 * @param every period of a recurrence
 * @param consequence hệ quả
 * @param why the reason of the correction
 */
record TaskForm(
    int version,
    @Nullable String action,
    @Nullable List<Integer> lead,
    @Nullable List<Integer> coordinate,
    @Nullable String due,
    @Nullable String on,
    @Nullable String op,
    @Nullable String time,
    @Nullable String every,
    @Nullable String consequence,
    @Nullable String why) {

  @Override
  public String why() {
    return Objects.requireNonNullElse(why, "");
  }

  /** The task as it shall read from now on. */
  NewTask change(NewTask before, Bodies bodies) {
    List<Party> parties = new ArrayList<>();
    parties.addAll(parties(lead, Party.Part.LEAD, before, bodies));
    parties.addAll(parties(coordinate, Party.Part.COORDINATE, before, bodies));
    before.parties().stream()
        .filter(p -> p.part() != Party.Part.LEAD && p.part() != Party.Part.COORDINATE)
        .forEach(parties::add);
    Wording wording =
        new Wording(
            Objects.requireNonNullElse(action, "").strip(),
            before.wording().quote(),
            consequence == null || consequence.isBlank() ? null : consequence.strip(),
            before.wording().condition());
    Due now = due(before.due()).inMonthOf(before.due());
    return new NewTask(before.source(), before.ordinal(), wording, now, parties);
  }

  private String cycle() {
    if (every == null || every.isBlank()) {
      throw Refusal.of(TaskRefusal.NO_CYCLE, "every");
    }
    return every;
  }

  /** The hour as typed; a form without the field keeps the one there was. */
  private @Nullable LocalTime hour(Due before) {
    return time == null ? before.time() : Hours.required("time", time);
  }

  private Due.Kind kind() {
    String word = Objects.requireNonNullElse(due, "none");
    return Arrays.stream(Due.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> Refusal.of(TaskRefusal.NO_KIND, "due", word));
  }

  private Due due(Due before) {
    Due.Kind kind = kind();
    if (before.lacksLengthFor(kind)) {
      throw Refusal.of(TaskRefusal.NO_LENGTH, "due");
    }
    return switch (kind) {
      case DATE ->
          new Due(
              kind,
              TaskRequest.day(on, "on", "task.column.day"),
              hour(before),
              Objects.requireNonNullElse(before.opTyped(op), Due.Op.BY),
              null,
              null,
              null,
              null,
              null,
              before.text(),
              false);
      case RECURRING ->
          new Due(
              kind,
              kind == before.kind() ? before.on() : null,
              hour(before),
              before.opTyped(op),
              cycle(),
              before.day(),
              null,
              null,
              kind == before.kind() ? before.from() : null,
              before.text(),
              false);
      case NONE -> Due.none();
      case RELATIVE, EVENT, SOFT, STANDING, CONDITIONAL ->
          new Due(
              kind,
              kind == before.kind() ? before.on() : null,
              null,
              kind == before.kind() ? before.op() : null,
              null,
              null,
              before.within(),
              before.unit(),
              before.from(),
              before.text(),
              false);
    };
  }

  private static List<Party> parties(
      @Nullable List<Integer> ids, Party.Part part, NewTask before, Bodies bodies) {
    if (ids == null) {
      return List.of();
    }
    Map<Integer, Body> known =
        bodies.find(ids).stream().collect(Collectors.toMap(Body::id, Function.identity()));
    List<Party> parties = new ArrayList<>();
    for (Integer id : ids) {
      Body body = known.get(id);
      if (body == null) {
        throw Refusal.of(TaskRefusal.BODY, part.name().toLowerCase(Locale.ROOT), id);
      }
      String written =
          before.parties().stream()
              .filter(p -> p.bodyId() == id)
              .map(Party::asWritten)
              .findFirst()
              .orElse(body.name());
      parties.add(new Party(id, part, written));
    }
    return parties;
  }
}
