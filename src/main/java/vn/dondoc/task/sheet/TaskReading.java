package vn.dondoc.task.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import vn.dondoc.agency.BodyKind;
import vn.dondoc.exchange.SheetTable.Line;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.bulk.BodyNames;
import vn.dondoc.task.bulk.TaskChange;
import vn.dondoc.task.bulk.TaskWords;
import vn.dondoc.task.life.DueNow;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Heirs;
import vn.dondoc.web.Days;
import vn.dondoc.web.Page;

/** Reads the rows of a task sheet: what each says other than the version it went out with. */
@Component
class TaskReading {
  private static final int LONGEST = 4_000;

  private final Tasks tasks;
  private final Bodies bodies;
  private final Heirs heirs;
  private final Duties duties;
  private final ProvinceDay day;

  TaskReading(Tasks tasks, Bodies bodies, Heirs heirs, Duties duties, ProvinceDay day) {
    this.duties = duties;
    this.tasks = tasks;
    this.bodies = bodies;
    this.heirs = heirs;
    this.day = day;
  }

  /** What is asked once for all rows. */
  private record Known(
      Map<String, Task> now,
      Map<Long, Task> exported,
      Map<Long, DueNow> dues,
      TaskWords words,
      BodyNames names,
      Map<Integer, StagedStore.Choice> choices,
      DueDays days,
      Page page) {}

  Reading<TaskChange> read(List<Line> lines, Map<Integer, StagedStore.Choice> choices, Page page) {
    Known known = known(lines, choices, page);
    Reading<TaskChange> reading = new Reading<>();
    for (Line line : lines) {
      reading.faults(line);
      Task now = now(line, known, reading);
      Task exported = now == null ? null : exported(line, now, known, reading);
      if (now != null && exported != null) {
        row(line, exported, now, known, reading);
      }
    }
    return reading;
  }

  private Known known(List<Line> lines, Map<Integer, StagedStore.Choice> choices, Page page) {
    Set<String> codes = new HashSet<>();
    lines.forEach(line -> codes.add(line.text(TaskSheet.CODE)));
    Map<String, Task> now =
        tasks.withCodes(codes).stream().collect(Collectors.toMap(Task::code, Function.identity()));
    Map<Long, Integer> versions = new HashMap<>();
    for (Line line : lines) {
      Task task = now.get(line.text(TaskSheet.CODE));
      Integer version = version(line);
      if (task != null && version != null) {
        versions.putIfAbsent(task.id(), version);
      }
    }
    Map<Long, Task> exported = tasks.asOf(versions);
    List<NewTask> told = new ArrayList<>();
    now.values().forEach(task -> told.add(task.content()));
    exported.values().forEach(task -> told.add(task.content()));
    return new Known(
        now,
        exported,
        duties.dueNow(now.values().stream().map(Task::id).toList()),
        TaskWords.of(told, bodies, page),
        BodyNames.on(day.today(), bodies, heirs),
        choices,
        new DueDays(day.today()),
        page);
  }

  private static @Nullable Integer version(Line line) {
    BigDecimal number = line.cell(TaskSheet.VERSION).number();
    String digits =
        number == null ? line.text(TaskSheet.VERSION) : number.stripTrailingZeros().toPlainString();
    return digits.matches("[1-9]\\d{0,8}") ? Integer.valueOf(digits) : null;
  }

  private static @Nullable Task now(Line line, Known known, Reading<?> reading) {
    String code = line.text(TaskSheet.CODE);
    if (code.isEmpty()) {
      reading.problem(line, TaskSheet.CODE, "task.sheet.no_code");
      return null;
    }
    Task task = known.now().get(code);
    if (task == null) {
      reading.problem(line, TaskSheet.CODE, "task.sheet.unknown_code", code);
      return null;
    }
    return reading.isFirst(line, TaskSheet.CODE, code) ? task : null;
  }

  private static @Nullable Task exported(Line line, Task now, Known known, Reading<?> reading) {
    Integer version = version(line);
    Task exported = known.exported().get(now.id());
    if (version == null || exported == null) {
      reading.problem(
          line,
          TaskSheet.VERSION,
          "task.sheet.version",
          line.text(TaskSheet.VERSION),
          now.code(),
          now.version());
      return null;
    }
    return exported;
  }

  private static void row(
      Line line, Task exported, Task now, Known known, Reading<TaskChange> reading) {
    int before = reading.problems().size();
    NewTask base = exported.content();
    TaskEdit edit =
        new TaskEdit(
            action(line, base, reading),
            bodies(line, base, Party.Part.LEAD, known, reading),
            bodies(line, base, Party.Part.COORDINATE, known, reading),
            new DueCells(line, base.due(), reading).read(),
            consequence(line, base, reading));
    if (reading.problems().size() > before) {
      return;
    }
    DueNow stands = stands(line, now, edit, known, reading);
    if (edit.isEmpty() || known.days().refuses(line, now, edit.due(), reading)) {
      return;
    }
    NewTask after = edit.apply(now.content());
    if (!after.equals(now.content())) {
      PlannedRow planned = planned(new Edited(line, exported, now, stands), edit, known);
      reading.add(planned, new TaskChange(now, after));
    }
  }

  /**
   * The present deadline where it is another than the sheet says, because it was moved since or the
   * cell was typed over: nobody's decision is undone by a sheet that did not know of it.
   *
   * @return it; null where the sheet and the register agree
   */
  private static @Nullable DueNow stands(
      Line line, Task now, TaskEdit edit, Known known, Reading<?> reading) {
    DueNow stands = known.dues().get(now.id());
    LocalDate cell = line.cell(TaskSheet.DUE_NOW).day();
    // Another program may have written the day as words.
    LocalDate said = cell == null ? Days.read(line.text(TaskSheet.DUE_NOW)).orElse(null) : cell;
    if (stands == null || Objects.equals(stands.due(), said)) {
      return null;
    }
    if (edit.due() == null) {
      reading.remark(
          line,
          TaskSheet.DUE_NOW,
          "task.sheet.due_moved",
          line.text(TaskSheet.DUE_NOW).isEmpty() ? "–" : line.text(TaskSheet.DUE_NOW),
          now.code(),
          stands.due() == null ? "–" : Days.written(stands.due()));
    }
    return stands;
  }

  /**
   * A row that was edited.
   *
   * @param line it
   * @param exported the task as it went out
   * @param now as it stands
   * @param stands its present deadline where the sheet says another; null where both agree
   */
  private record Edited(Line line, Task exported, Task now, @Nullable DueNow stands) {
    PlannedRow.@Nullable Moved moved(TaskEdit edit, Page page) {
      if (exported.version() != now.version()) {
        return new PlannedRow.Moved(
            now.recordedBy(), now.recordedAt(), page.t("task.sheet.now_version", now.version()));
      }
      if (stands == null || edit.due() == null) {
        return null;
      }
      return new PlannedRow.Moved(
          Objects.requireNonNullElse(stands.movedBy(), now.recordedBy()),
          Objects.requireNonNullElse(stands.movedAt(), now.recordedAt()),
          page.t("task.sheet.now_due", page.formats().date(stands.due())));
    }
  }

  private static PlannedRow planned(Edited edited, TaskEdit edit, Known known) {
    Task exported = edited.exported();
    Task now = edited.now();
    Line line = edited.line();
    DueNow due = known.dues().get(now.id());
    Map<String, String> then = known.words().fields(exported.content());
    Map<String, String> stands = new HashMap<>(known.words().fields(now.content()));
    if (due != null && due.due() != null && now.content().due().lastDay() != null) {
      stands.put(TaskWords.DUE, known.page().formats().date(due.due()));
    }
    List<PlannedRow.Field> fields =
        edited(exported.content(), edit, known).entrySet().stream()
            .filter(field -> !field.getValue().equals(then.get(field.getKey())))
            .map(field ->
                new PlannedRow.Field(
                    field.getKey(),
                    Objects.toString(then.get(field.getKey()), ""),
                    field.getValue(),
                    Objects.toString(stands.get(field.getKey()), ""),
                    line.cell(column(field.getKey(), line, exported)).place().toString()))
            .toList();
    // A choice counts while neither the task nor any of its duties has moved again.
    int seen = now.version() + (due == null ? 0 : due.steps());
    return new PlannedRow(
        line.row().number(),
        line.cell(TaskSheet.CODE).place().toString(),
        now.id(),
        now.code(),
        now.content().wording().action(),
        fields,
        edited.moved(edit, known.page()),
        seen,
        PlannedRow.keeps(known.choices().get(line.row().number()), seen),
        "");
  }

  /** The column a field was edited in; of a deadline the first of its four that differs. */
  private static String column(String field, Line line, Task exported) {
    return switch (field) {
      case TaskWords.ACTION -> TaskSheet.ACTION;
      case TaskWords.LEAD -> TaskSheet.LEAD;
      case TaskWords.COORDINATE -> TaskSheet.COORDINATE;
      case TaskWords.CONSEQUENCE -> TaskSheet.CONSEQUENCE;
      default -> {
        Due due = exported.content().due();
        yield !DueCells.isNamed(
                line.text(TaskSheet.DUE_KIND), TaskSheet.key(due.kind()), due.kind().name())
            ? TaskSheet.DUE_KIND
            : due.kind() == Due.Kind.RECURRING ? TaskSheet.EVERY : TaskSheet.DUE_ON;
      }
    };
  }

  /** The fields as edited; the names of bodies that were typed stand for themselves. */
  private static Map<String, String> edited(NewTask base, TaskEdit edit, Known known) {
    NewTask after = edit.apply(base);
    Map<Integer, String> names = new HashMap<>(known.words().names());
    after.parties().forEach(party -> names.putIfAbsent(party.bodyId(), party.asWritten()));
    return new LinkedHashMap<>(new TaskWords(names, known.page()).fields(after));
  }

  private static @Nullable String action(Line line, NewTask base, Reading<?> reading) {
    String action = plain(line.text(TaskSheet.ACTION));
    if (action.equals(plain(base.wording().action()))) {
      return null;
    }
    if (action.isEmpty()) {
      reading.problem(line, TaskSheet.ACTION, "task.sheet.no_action");
    }
    tooLong(line, TaskSheet.ACTION, action, reading);
    return action;
  }

  private static @Nullable String consequence(Line line, NewTask base, Reading<?> reading) {
    String words = plain(line.text(TaskSheet.CONSEQUENCE));
    String said = base.wording().consequence();
    if (words.equals(said == null ? "" : plain(said))) {
      return null;
    }
    tooLong(line, TaskSheet.CONSEQUENCE, words, reading);
    return words;
  }

  private static void tooLong(Line line, String column, String words, Reading<?> reading) {
    if (words.length() > LONGEST) {
      reading.problem(line, column, "task.sheet.too_long", words.length(), LONGEST);
    }
  }

  private static @Nullable List<Body> bodies(
      Line line, NewTask base, Party.Part part, Known known, Reading<?> reading) {
    String column = part == Party.Part.LEAD ? TaskSheet.LEAD : TaskSheet.COORDINATE;
    String cell = plain(line.text(column));
    String exported = known.words().bodies(base, part);
    if (cell.equals(plain(exported))) {
      return null;
    }
    List<Body> found = new ArrayList<>();
    for (String name : cell.split("[;\\n]")) {
      if (!name.isBlank()) {
        Body body = body(new Asked(line, column, name.strip()), base, known, reading);
        if (body != null && found.stream().noneMatch(b -> b.id() == body.id())) {
          found.add(body);
        }
      }
    }
    if (found.isEmpty() && part == Party.Part.LEAD && cell.isEmpty()) {
      reading.problem(line, column, "task.sheet.no_lead");
    }
    List<Integer> before =
        base.parties().stream().filter(p -> p.part() == part).map(Party::bodyId).toList();
    return found.stream().map(Body::id).toList().equals(before) ? null : found;
  }

  /** One name in a cell. */
  private record Asked(Line line, String column, String name) {}

  private static @Nullable Body body(Asked asked, NewTask base, Known known, Reading<?> reading) {
    BodyNames.Found found = known.names().find(asked.name());
    if (found.body() != null) {
      return found.body();
    }
    // A name many bodies bear means the one that has a part already.
    for (Party party : base.parties()) {
      if (asked.name().equals(known.words().names().get(party.bodyId()))) {
        return new Body(party.bodyId(), "", asked.name(), null, BodyKind.OTHER, null, null);
      }
    }
    if (found.ceased() != null) {
      reading.problem(
          asked.line(),
          asked.column(),
          "task.sheet.ceased_body",
          found.ceased().arguments().toArray());
    } else if (found.near().isEmpty()) {
      reading.problem(asked.line(), asked.column(), "task.sheet.unknown_body", asked.name());
    } else {
      reading.problem(
          asked.line(), asked.column(), "task.sheet.body_near", asked.name(), found.near());
    }
    return null;
  }

  // A file saved elsewhere may hold the other Unicode spelling, and other line ends.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\u00a0', ' ')
        .strip();
  }
}
