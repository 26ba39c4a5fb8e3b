package vn.dondoc.task.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.SheetTable.Line;
import vn.dondoc.kernel.Acting;
import vn.dondoc.task.Due;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.task.life.SeenDuty;
import vn.dondoc.task.life.State;
import vn.dondoc.web.Days;
import vn.dondoc.web.Page;

/**
 * Reads the rows of a sheet of duties: the body that owes reports, the office sets days, and nobody
 * does what the page of the duty would not let them do.
 */
@Component
class DutyReading {
  private static final String CONFIRM = "task.confirm";
  private static final List<FactKind> DEEDS =
      List.of(FactKind.RECEIVE, FactKind.PROGRESS, FactKind.REPORT);

  private final Duties duties;
  private final Bodies bodies;

  DutyReading(Duties duties, Bodies bodies) {
    this.duties = duties;
    this.bodies = bodies;
  }

  /** What is asked once for all rows. */
  private record Known(
      Map<Long, Duty> now,
      Map<Long, SeenDuty> seen,
      Map<Integer, String> names,
      Map<Integer, StagedStore.Choice> choices,
      Page page) {
    String name(Duty duty) {
      return Objects.requireNonNullElse(names.get(duty.bodyId()), "" + duty.bodyId());
    }
  }

  Reading<DutyAct> read(List<Line> lines, Map<Integer, StagedStore.Choice> choices, Page page) {
    Known known = known(lines, choices, page);
    Reading<DutyAct> reading = new Reading<>();
    for (Line line : lines) {
      reading.faults(line);
      Duty now = now(line, known, reading);
      SeenDuty seen = now == null ? null : seen(line, now, known, reading);
      if (now != null && seen != null) {
        row(line, seen, now, known, reading);
      }
    }
    return reading;
  }

  private Known known(List<Line> lines, Map<Integer, StagedStore.Choice> choices, Page page) {
    Set<Long> ids = new HashSet<>();
    for (Line line : lines) {
      Long id = whole(line, DutySheet.DUTY);
      if (id != null) {
        ids.add(id);
      }
    }
    Map<Long, Duty> now =
        duties.find(ids).stream().collect(Collectors.toMap(Duty::id, Function.identity()));
    Map<Long, Integer> steps = new HashMap<>();
    for (Line line : lines) {
      Long id = whole(line, DutySheet.DUTY);
      Long step = whole(line, DutySheet.STEP);
      if (id != null && step != null && now.containsKey(id)) {
        steps.putIfAbsent(id, step.intValue());
      }
    }
    Set<Integer> owing = now.values().stream().map(Duty::bodyId).collect(Collectors.toSet());
    Map<Integer, String> names =
        bodies.find(owing).stream().collect(Collectors.toMap(Body::id, Body::name, (a, b) -> a));
    return new Known(now, duties.asSeen(steps), names, choices, page);
  }

  private static @Nullable Long whole(Line line, String column) {
    BigDecimal number = line.cell(column).number();
    String digits =
        number == null ? line.text(column) : number.stripTrailingZeros().toPlainString();
    return digits.matches("\\d{1,9}") ? Long.valueOf(digits) : null;
  }

  private static @Nullable Duty now(Line line, Known known, Reading<?> reading) {
    String typed = line.text(DutySheet.DUTY);
    Long id = whole(line, DutySheet.DUTY);
    Duty duty = id == null ? null : known.now().get(id);
    if (duty == null) {
      reading.problem(line, DutySheet.DUTY, "task.sheet.unknown_duty", typed);
      return null;
    }
    if (!duty.taskCode().equals(line.text(DutySheet.CODE))) {
      reading.problem(
          line,
          DutySheet.CODE,
          "task.sheet.other_code",
          line.text(DutySheet.CODE),
          typed,
          duty.taskCode());
      return null;
    }
    return reading.isFirst(line, DutySheet.DUTY, duty.id() + "") ? duty : null;
  }

  private static @Nullable SeenDuty seen(Line line, Duty now, Known known, Reading<?> reading) {
    Long step = whole(line, DutySheet.STEP);
    SeenDuty seen = known.seen().get(now.id());
    if (step == null || step > now.step() || seen == null) {
      reading.problem(
          line, DutySheet.STEP, "task.sheet.step", line.text(DutySheet.STEP), now.step());
      return null;
    }
    return seen;
  }

  private void row(Line line, SeenDuty seen, Duty now, Known known, Reading<DutyAct> reading) {
    int before = reading.problems().size();
    LocalDate due = new DueCells(line, Due.none(), reading).day(DutySheet.DUE);
    boolean redated = !Objects.equals(due, seen.due());
    boolean own = Acting.current().bodies().contains(now.bodyId());
    boolean told =
        !(line.text(DutySheet.DEED) + line.text(DutySheet.REPORT) + line.text(DutySheet.DOCUMENT))
            .isEmpty();
    if (reading.problems().size() > before || !redated && !told) {
      return;
    }
    if (redated && (own || !Acting.current().may(CONFIRM))) {
      reading.problem(line, DutySheet.DUE, "task.sheet.due_by_office", line.text(DutySheet.DUE));
    } else if (redated && due == null) {
      reading.problem(line, DutySheet.DUE, "task.sheet.due_taken_out", Days.written(seen.due()));
    } else if (told && !own && !redated) {
      String column = line.text(DutySheet.REPORT).isEmpty() ? DutySheet.DEED : DutySheet.REPORT;
      reading.problem(line, column, "task.sheet.not_yours", now.taskCode(), known.name(now));
    } else {
      Deed deed = redated ? date(line, now, due) : report(line, now, reading);
      if (deed != null && !isDone(deed, now)) {
        planned(new Asked(line, seen, now), deed, known, reading);
      }
    }
  }

  /** Somebody else may have set the same day in the meantime. */
  private static boolean isDone(Deed deed, Duty now) {
    return deed.kind() == FactKind.SET_DATE && Objects.equals(deed.until(), now.due());
  }

  private static Deed date(Line line, Duty now, @Nullable LocalDate due) {
    return new Deed(
        FactKind.SET_DATE,
        now.step(),
        due,
        null,
        line.text(DutySheet.REPORT),
        line.text(DutySheet.DOCUMENT),
        List.of());
  }

  private static @Nullable Deed report(Line line, Duty now, Reading<?> reading) {
    String words = line.text(DutySheet.DEED);
    FactKind kind = words.isEmpty() ? FactKind.PROGRESS : null;
    for (FactKind deed : DEEDS) {
      if (DueCells.isNamed(words, "task.deed." + deed.code(), deed.code())) {
        kind = deed;
      }
    }
    if (kind == null) {
      reading.problem(line, DutySheet.DEED, "task.sheet.unknown_deed", words);
      return null;
    }
    return new Deed(
        kind,
        now.step(),
        null,
        null,
        line.text(DutySheet.REPORT),
        line.text(DutySheet.DOCUMENT),
        List.of());
  }

  /** A row about a duty, as it went out and as it stands. */
  private record Asked(Line line, SeenDuty seen, Duty now) {}

  private void planned(Asked asks, Deed deed, Known known, Reading<DutyAct> reading) {
    Line line = asks.line();
    SeenDuty seen = asks.seen();
    Duty now = asks.now();
    Page page = known.page();
    // The reason of a day may still be typed for all rows together.
    Deed asked =
        deed.kind() == FactKind.SET_DATE && deed.words().isEmpty()
            ? Deed.until(deed.kind(), deed.step(), Objects.requireNonNull(deed.until()), "…")
            : deed;
    String obstacle =
        duties.problemsOf(now, asked).stream()
            .map(page.texts()::tell)
            .collect(Collectors.joining(" "));
    boolean moved = seen.lastAt() != null;
    Boolean keeps = PlannedRow.keeps(known.choices().get(line.row().number()), now.step());
    PlannedRow row =
        new PlannedRow(
            line.row().number(),
            line.cell(DutySheet.DUTY).place().toString(),
            now.taskId(),
            now.taskCode(),
            known.name(now),
            fields(asks, deed, page),
            moved ? moved(seen, page) : null,
            now.step(),
            keeps,
            obstacle);
    if (!obstacle.isEmpty() && row.isWritten()) {
      String column = deed.kind() == FactKind.SET_DATE ? DutySheet.DUE : DutySheet.REPORT;
      reading.problem(line, column, "task.sheet.refused", obstacle);
    }
    reading.add(row, new DutyAct(line.row().number(), now.id(), deed));
  }

  private static PlannedRow.Moved moved(SeenDuty seen, Page page) {
    FactKind kind = Objects.requireNonNull(seen.lastKind());
    return new PlannedRow.Moved(
        Objects.toString(seen.lastBy(), ""),
        Objects.requireNonNull(seen.lastAt()),
        page.t("task.deed." + kind.code()));
  }

  private static List<PlannedRow.Field> fields(Asked asks, Deed deed, Page page) {
    SeenDuty seen = asks.seen();
    Duty now = asks.now();
    if (deed.kind() == FactKind.SET_DATE) {
      return List.of(
          new PlannedRow.Field(
              DutySheet.title(DutySheet.DUE),
              page.formats().date(seen.due()),
              page.formats().date(deed.until()),
              page.formats().date(now.due()),
              asks.line().cell(DutySheet.DUE).place().toString()));
    }
    String told = page.t("task.deed." + deed.kind().code());
    String words = deed.words().isEmpty() ? told : told + ": " + deed.words();
    return List.of(
        new PlannedRow.Field(
            "task.duties.state",
            state(seen.state(), page),
            deed.document().isEmpty() ? words : words + " (" + deed.document() + ")",
            state(now.state(), page),
            asks.line().cell(DutySheet.REPORT).place().toString()));
  }

  private static String state(State state, Page page) {
    return page.t("task.state." + state.name().toLowerCase(java.util.Locale.ROOT));
  }
}
