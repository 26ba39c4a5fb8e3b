package vn.dondoc.project.works;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choices;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.project.milestone.Milestone;
import vn.dondoc.project.milestone.Milestones;
import vn.dondoc.project.milestone.Saying;

/** Các mốc: a day set or moved, done, or not done after all, each said on its own. */
@Component
class MilestoneRows implements WorksRows<Milestone> {
  private final Milestones milestones;

  MilestoneRows(Milestones milestones) {
    this.milestones = milestones;
  }

  /** What a row says of a milestone. */
  private record Told(@Nullable LocalDate due, @Nullable LocalDate done, @Nullable String paper) {
    private Map<String, Object> values() {
      Map<String, Object> values = new HashMap<>();
      values.put("due", due);
      values.put("done", done);
      values.put("document", paper);
      return values;
    }
  }

  @Override
  public WorksList list() {
    return WorksList.MILESTONE;
  }

  @Override
  public Map<Long, List<Milestone>> of(Collection<Long> projects) {
    return milestones.of(projects);
  }

  @Override
  public Map<String, Object> values(Milestone one, WorksNames names) {
    Map<String, Object> values =
        new HashMap<>(new Told(one.dueOn(), one.doneOn(), one.document()).values());
    values.put("type", new Picked(Choices.MILESTONE, one.typeCode()));
    values.put("part", one.part());
    values.put("step", one.step());
    values.put("first_due", one.firstDueOn());
    values.put("moved", one.moved());
    values.put("missed", one.missed());
    String state = one.state().name().toLowerCase(Locale.ROOT);
    values.put("state", new Worded("project.milestone.state." + state));
    return values;
  }

  @Override
  public @Nullable WorksRow read(WorksLine line, List<Milestone> there, WorksNames names) {
    Typed typed = line.typed();
    String type = typed.choice("type", "project.milestone", names.choices(), Choices.MILESTONE);
    String part = typed.words("part");
    Milestone before =
        there.stream()
            .filter(one -> one.typeCode().equals(type) && one.part().equals(part))
            .findFirst()
            .orElse(null);
    Told told =
        new Told(
            typed.optionalDay("due", "project.milestone.due"),
            typed.optionalDay("done", "project.milestone.done"),
            line.keptOptional("document", before == null ? null : before.document()));
    String what = part.isEmpty() ? typed.words("type") : typed.words("type") + ", " + part;
    String identity = line.project().id() + " " + type + " " + part;
    Told now =
        before == null
            ? new Told(null, null, null)
            : new Told(before.dueOn(), before.doneOn(), before.document());
    int step = before == null ? 0 : before.step();
    String why = typed.optional("why");
    Saying first = new Saying(type, part, step, Saying.Kind.DUE, null, told.paper, why);
    List<Saying> sayings = sayings(first, now, told);
    if (typed.problems().isEmpty()) {
      look(line, before, now, told);
    }
    WorksLine.Said said = new WorksLine.Said(now.values(), told.values(), () -> say(line, sayings));
    return before == null
        ? line.fresh(identity, what, said)
        : line.known(identity, what, step, said);
  }

  private static void look(WorksLine line, @Nullable Milestone before, Told now, Told told) {
    if (before == null) {
      if (line.isFresh() && told.due == null && told.done == null) {
        line.wrong("due", "line_nothing");
      }
    } else if (now.due != null && told.due == null) {
      line.wrong("due", "line_due_gone", now.due);
    } else if (Objects.equals(now.due, told.due)
        && Objects.equals(now.done, told.done)
        && !Objects.equals(now.paper, told.paper)) {
      line.wrong("document", "line_document", Objects.requireNonNullElse(now.paper, ""));
    }
  }

  /** What leads from one to the other: done is first undone, a day set, then it is done. */
  private static List<Saying> sayings(Saying first, Told now, Told told) {
    List<Saying> all = new ArrayList<>();
    if (now.done != null && !now.done.equals(told.done)) {
      all.add(next(first, all.size(), Saying.Kind.UNDO, null));
    }
    if (told.due != null && !told.due.equals(now.due)) {
      all.add(next(first, all.size(), Saying.Kind.DUE, told.due));
    }
    if (told.done != null && !told.done.equals(now.done)) {
      all.add(next(first, all.size(), Saying.Kind.DONE, told.done));
    }
    return all;
  }

  private static Saying next(Saying first, int before, Saying.Kind kind, @Nullable LocalDate day) {
    return new Saying(
        first.typeCode(),
        first.part(),
        first.seen() + before,
        kind,
        day,
        first.document(),
        first.why());
  }

  private void say(WorksLine line, List<Saying> sayings) {
    for (Saying saying : sayings) {
      try {
        milestones.say(line.project().id(), saying);
      } catch (Refusal refusal) {
        String column = saying.kind() == Saying.Kind.DUE ? "due" : "done";
        throw Refusal.of(
            refusal.code(),
            refusal.problems().stream()
                .map(one ->
                    one.place().equals("day")
                        ? new Problem(column, one.key(), one.arguments())
                        : one)
                .toList());
      }
    }
  }
}
