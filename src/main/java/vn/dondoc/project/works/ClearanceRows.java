package vn.dondoc.project.works;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.project.Choices;
import vn.dondoc.project.clearance.Clearance;
import vn.dondoc.project.clearance.Clearances;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;

/** Giải phóng mặt bằng: a site opened, or how far it is now. */
@Component
class ClearanceRows implements WorksRows<Clearance> {
  private final Clearances clearances;

  ClearanceRows(Clearances clearances) {
    this.clearances = clearances;
  }

  @Override
  public WorksList list() {
    return WorksList.CLEARANCE;
  }

  @Override
  public Map<Long, List<Clearance>> of(Collection<Long> projects) {
    return clearances.of(projects).stream().collect(Collectors.groupingBy(Clearance::projectId));
  }

  @Override
  public Map<String, Object> values(Clearance one, WorksNames names) {
    Map<String, Object> values = new HashMap<>(values(one.state(), names));
    values.put("key", Long.toString(one.id()));
    values.put("step", one.step());
    values.put("unit", names.unit(one.unitId()));
    values.put("part", one.part());
    values.put("head", one.head());
    values.put("said", one.said().on());
    return values;
  }

  private static Map<String, Object> values(Clearance.State state, WorksNames names) {
    Map<String, Object> values = new HashMap<>();
    values.put("stage", new Picked(Choices.CLEARANCE, state.stage()));
    values.put("area", state.area().whole());
    values.put("area_handed", state.area().handed());
    values.put("households", state.households().whole());
    values.put("paid_households", state.households().paid());
    values.put("handed_households", state.households().handed());
    values.put("approved", state.money().approved());
    values.put("paid", state.money().paid());
    String blocker = state.blocker().code();
    values.put("blocker", blocker == null ? null : new Picked(Choices.BLOCKER, blocker));
    values.put("blocker_words", state.blocker().words());
    values.put("body", names.body(state.bodyId()));
    values.put("due", state.dueOn());
    return values;
  }

  @Override
  public @Nullable WorksRow read(WorksLine line, List<Clearance> there, WorksNames names) {
    Typed typed = line.typed();
    String key = typed.words("key");
    String part = typed.words("part");
    int unit = key.isEmpty() ? names.unit(line) : 0;
    Clearance before =
        there.stream()
            .filter(one ->
                key.isEmpty()
                    ? one.unitId() == unit && one.part().equalsIgnoreCase(part)
                    : one.id() == Paths.id(key))
            .findFirst()
            .orElse(null);
    Clearance.State state = state(line, before == null ? null : before.state(), names);
    String named = before == null ? typed.words("unit") : names.unit(before.unitId());
    String what = part.isEmpty() ? named : named + ", " + part;
    long project = line.project().id();
    if (before == null) {
      if (!key.isEmpty()) {
        line.wrong("key", "line_key", key);
      } else {
        line.isFresh();
      }
      Runnable open = () -> clearances.open(project, unit, part, state);
      String identity = project + " " + unit + " " + part.toLowerCase(Locale.ROOT);
      return line.fresh(identity, what, new WorksLine.Said(Map.of(), values(state, names), open));
    }
    if (!key.isEmpty()) {
      line.hold("unit", named);
      line.hold("part", before.part());
    }
    Runnable say = () -> clearances.say(project, before.id(), before.step(), state);
    return line.known(
        "id " + before.id(),
        what,
        before.step(),
        new WorksLine.Said(values(before.state(), names), values(state, names), say));
  }

  private static Clearance.State state(
      WorksLine line, Clearance.@Nullable State before, WorksNames names) {
    Typed typed = line.typed();
    Choices choices = names.choices();
    String blocker = typed.words("blocker");
    LocalDate due = typed.optionalDay("due", "project.clearance.due");
    int body = names.body(line, before == null ? null : (Integer) before.bodyId());
    return new Clearance.State(
        typed.choice("stage", "project.clearance.stage", choices, Choices.CLEARANCE),
        new Clearance.Area(whole(typed, "area"), whole(typed, "area_handed")),
        new Clearance.Households(
            typed.count("households", "project.clearance.households"),
            typed.count("paid_households", "project.clearance.paid_households"),
            typed.count("handed_households", "project.clearance.handed_households")),
        new Clearance.Money(whole(typed, "approved"), whole(typed, "paid")),
        new Clearance.Blocker(
            blocker.isEmpty()
                ? null
                : typed.choice("blocker", "project.clearance.blocker", choices, Choices.BLOCKER),
            line.keptOptional("blocker_words", before == null ? null : before.blocker().words())),
        body,
        due,
        // A sheet has no room for why a body answers: what was said of the same body stays.
        before != null && before.bodyId() == body ? before.bodyWhy() : null);
  }

  private static long whole(Typed typed, String field) {
    return Objects.requireNonNullElse(typed.optionalMoney(field, "project.clearance." + field), 0L);
  }
}
