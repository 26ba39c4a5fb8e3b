package vn.dondoc.capital.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.intake.cell.Unit;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.layout.Mapping;
import vn.dondoc.capital.intake.layout.Role;
import vn.dondoc.capital.intake.staging.IntakeMappings;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.exchange.SheetPlace;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal.Problem;

/** Weighs what a file would do: what stands in its way, what should be looked at. */
@Component
class IntakePlanning {
  static final int MOST = 200;

  /** So many times the plan is another unit of money. */
  private static final long TOO_MUCH = 10;

  private static final long TOO_LITTLE = 100_000;

  private final IntakePlanStore store;
  private final IntakeWeighingStore weighing;
  private final IntakeMatchStore matches;
  private final IntakeStore intakes;
  private final IntakeMappings mappings;
  private final IntakeReports reports;
  private final Closings closings;
  private final Cuts cuts;
  private final ProvinceDay day;

  IntakePlanning(
      IntakePlanStore store,
      IntakeWeighingStore weighing,
      IntakeMatchStore matches,
      IntakeStore intakes,
      IntakeMappings mappings,
      IntakeReports reports,
      Closings closings,
      Cuts cuts,
      ProvinceDay day) {
    this.store = store;
    this.weighing = weighing;
    this.matches = matches;
    this.intakes = intakes;
    this.mappings = mappings;
    this.reports = reports;
    this.closings = closings;
    this.cuts = cuts;
    this.day = day;
  }

  Plan plan(Intake intake) {
    return preview(intake, Preview.Wanted.PLAN).plan();
  }

  /** What a file would do, with the parts of its page that are wanted; worked out once. */
  Preview preview(Intake intake, Preview.Wanted wanted) {
    List<Problem> looks = new ArrayList<>(store.notes(intake, false));
    if (intake.isCommitted()) {
      return committed(intake, wanted, looks);
    }
    List<Problem> problems = new ArrayList<>();
    IntakeReports.Faults faults = reports.faults(intake);
    IntakeWeighingStore.Weighed weighed =
        weighing.weigh(
            intake, new IntakeWeighingStore.Ground(day.today(), faults.held()), wanted, MOST);
    problems.addAll(faults.problems());
    looks.addAll(faults.looks());
    if (intake.isWaiting()) {
      look(intake, weighed, problems, looks);
    }
    Plan plan = new Plan(intake, weighed.sums(), store.headings(intake), problems, looks);
    return new Preview(
        plan,
        weighed.parts().both().getFirst().sides(intake.what().content() == Content.REPORT),
        weighed.parts().lines(),
        intake.isWaiting()
            ? matches.near(Objects.requireNonNull(intake.reading()), weighed.parts().questions())
            : List.of(),
        intake.isWaiting() ? weighed.parts().several() : List.of(),
        intake.isWaiting() ? weighed.parts().papers() : List.of(),
        intake.isWaiting() ? weighed.parts().fallen() : List.of());
  }

  private Preview committed(Intake intake, Preview.Wanted wanted, List<Problem> looks) {
    return new Preview(
        new Plan(intake, store.sums(intake), store.headings(intake), List.of(), looks),
        store.sides(intake),
        wanted.lines() == 0 ? List.of() : store.lines(intake, wanted.asked(), wanted.lines()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** What stands in the way of a file that waits, and what should be looked at. */
  private void look(
      Intake intake,
      IntakeWeighingStore.Weighed weighed,
      List<Problem> problems,
      List<Problem> looks) {
    dated(intake, weighed.sums(), problems);
    weigh(intake, weighed.weight(), problems, looks);
    compare(intake, weighed.planned(), looks);
    weighed.parts().lifted().forEach(line -> looks.add(told(line)));
    hear(weighed.parts().lowering(), looks);
    problems.addAll(store.notes(intake, true));
    weighed.refused().forEach(row -> problems.add(told(row)));
    intakes
        .same(intake)
        .ifPresent(before ->
            looks.add(
                Problem.at(
                    intake.file().name(),
                    "capital.intake.same_file",
                    before.file().name(),
                    before.what().cutOff(),
                    before.staged().by())));
  }

  private void dated(Intake intake, List<Plan.Sum> sums, List<Problem> problems) {
    String file = intake.file().name();
    LocalDate cutOff = intake.what().cutOff();
    LocalDate closed = closings.until();
    boolean writes = sums.stream().anyMatch(sum -> sum.state().isWritten());
    if (intake.what().content() == Content.TREASURY) {
      intakes
          .later(intake)
          .ifPresent(later ->
              problems.add(
                  Problem.at(
                      file,
                      "capital.intake.older",
                      cutOff,
                      later.what().cutOff(),
                      later.file().name())));
      if (writes && closed != null && !cutOff.isAfter(closed)) {
        problems.add(Problem.at(file, "capital.intake.closed", cutOff, closed));
      }
    }
    if (cutOff.isAfter(day.today()) && intake.what().content() != Content.REPORT) {
      problems.add(Problem.at(file, "capital.intake.ahead", cutOff, day.today()));
    }
  }

  /** A plan told with fewer digits than the ledger's may be the same. */
  private void compare(
      Intake intake, List<IntakeWeighingStore.Planned> planned, List<Problem> looks) {
    if (planned.isEmpty()) {
      return;
    }
    Mapping mapping = mappings.mapping(Objects.requireNonNull(intake.reading()));
    for (IntakeWeighingStore.Planned row : planned) {
      List<Mapping.Column> columns =
          mapping.amounts().stream().filter(column -> column.role() == Role.PLAN).toList();
      Mapping.Column column =
          columns.stream()
              .filter(one -> row.pool().equals(one.pool()))
              .findFirst()
              .orElse(columns.isEmpty() ? null : columns.getFirst());
      if (column != null && differs(row, column.unit() == null ? mapping.unit() : column.unit())) {
        String place = new SheetPlace(mapping.tab(), row.row(), column.at()).toString();
        looks.add(
            Problem.at(
                place,
                "capital.intake.plan_differs",
                place,
                row.project(),
                row.pool(),
                row.said(),
                row.was(),
                Math.abs(row.said() - row.was())));
      }
    }
  }

  /**
   * A decision that takes from slow lines is booked; it waits on the page of cuts for its reason.
   */
  private void hear(List<IntakeSections.Lowering> lowering, List<Problem> looks) {
    Map<Long, Cut.Line> unheard =
        cuts.unheard(lowering.stream().map(IntakeSections.Lowering::line).toList()).stream()
            .collect(Collectors.toMap(Cut.Line::id, line -> line));
    for (IntakeSections.Lowering row : lowering) {
      Cut.Line line = unheard.get(row.line());
      if (line != null) {
        looks.add(
            Problem.at(
                row.place(),
                "capital.intake.unheard",
                row.place(),
                line.project(),
                row.vnd(),
                line.owner()));
      }
    }
  }

  /** What is dated up to a confirmed cut-off should be in the running total confirmed by then. */
  private static Problem told(IntakeSections.Lifted line) {
    return Problem.at(
        line.place(),
        "capital.intake.above_confirmed",
        line.place(),
        line.project(),
        line.pool(),
        line.cutOff(),
        line.booked(),
        line.confirmed(),
        line.booked() - line.confirmed(),
        line.file());
  }

  private static boolean differs(IntakeWeighingStore.Planned row, @Nullable Unit unit) {
    long digit = unit == null ? 1 : unit.inDong();
    while (digit > 1 && row.said() % digit != 0) {
      digit /= 10;
    }
    return Math.abs(row.said() - row.was()) > digit / 2;
  }

  private static void weigh(
      Intake intake,
      IntakeWeighingStore.@Nullable Weight weight,
      List<Problem> problems,
      List<Problem> looks) {
    if (weight == null) {
      return;
    }
    boolean plan = intake.what().content() == Content.PLAN;
    long measure = plan ? weight.invested() : weight.plan();
    if (measure > 0 && weight.said() / TOO_MUCH > measure) {
      problems.add(
          Problem.at(
              weight.place(),
              "capital.intake.unit_large",
              weight.place(),
              weight.most(),
              weight.said(),
              measure,
              weight.said() / measure));
    } else if (weight.said() > 0 && measure / TOO_LITTLE > weight.said()) {
      looks.add(
          Problem.at(
              weight.place(),
              "capital.intake.unit_small",
              weight.place(),
              weight.most(),
              weight.said(),
              measure));
    }
  }

  private static Problem told(IntakeWeighingStore.Refused row) {
    IntakeWeighingStore.RefusedWords words = row.words();
    long was = Objects.requireNonNullElse(row.was(), 0L);
    long said = Objects.requireNonNullElse(row.said(), 0L);
    return Problem.at(
        row.place(),
        "capital.intake.row." + row.why(),
        row.place(),
        words.project(),
        words.pool(),
        words.document(),
        said,
        was,
        Math.abs(said - was),
        words.day() == null ? "–" : words.day(),
        words.closed() == null ? "–" : words.closed(),
        words.otherPlace(),
        words.poolPlace().isEmpty() ? "" : " (" + words.poolPlace() + ")");
  }
}
