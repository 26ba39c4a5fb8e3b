package vn.dondoc.capital.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.layout.Mapping;
import vn.dondoc.capital.intake.layout.Role;
import vn.dondoc.capital.intake.staging.IntakeMappings;
import vn.dondoc.capital.owner.OwnerReport;
import vn.dondoc.capital.owner.OwnerReports;
import vn.dondoc.exchange.SheetPlace;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Báo cáo của chủ đầu tư gửi bằng tệp: held to the rules of the page {@link OwnerReports}, each
 * fault told at the cell it stands in.
 */
@Component
class IntakeReports {
  private static final Map<String, Role> ROLES =
      Map.of(
          "disbursed", Role.DISBURSED,
          "work", Role.WORK_DONE,
          "accepted", Role.ACCEPTED,
          "promised", Role.PROMISED_NEXT,
          "december", Role.EXPECTED_31_12,
          "january", Role.EXPECTED_31_1);

  private final IntakePlanStore store;
  private final IntakeMappings mappings;
  private final OwnerReports reports;
  private final ProvinceDay day;

  IntakeReports(
      IntakePlanStore store, IntakeMappings mappings, OwnerReports reports, ProvinceDay day) {
    this.store = store;
    this.mappings = mappings;
    this.reports = reports;
    this.day = day;
  }

  /**
   * Một dòng sẽ ghi.
   *
   * @param number its number in the reading
   * @param row of the sheet
   * @param place the cell a list shows
   * @param lineId dòng vốn
   * @param words the project and the pool as they are called
   * @param money what the file says
   */
  record Told(
      int number, int row, String place, long lineId, Words words, OwnerReport.Money money) {}

  /** Tên dự án trong tệp, mã nhóm vốn. */
  record Words(String project, String pool) {}

  /**
   * Chỗ không đúng.
   *
   * @param problems what has to be mended
   * @param looks what is only to be looked at
   * @param held numbers of rows that cannot be kept as they are
   */
  record Faults(List<Problem> problems, List<Problem> looks, List<Integer> held) {
    static final Faults NONE = new Faults(List.of(), List.of(), List.of());
  }

  /** What of a file that waits the page would not take; nothing of other files. */
  Faults faults(Intake intake) {
    if (intake.what().content() != Content.REPORT || !intake.isWaiting()) {
      return Faults.NONE;
    }
    YearMonth month = YearMonth.from(intake.what().cutOff());
    Map<Long, Told> rows = new LinkedHashMap<>();
    store.told(intake).forEach(row -> rows.put(row.lineId(), row));
    String file = intake.file().name();
    Problem outside = OwnerReports.outside(file, month, day.today()).orElse(null);
    if (outside != null) {
      List<Integer> all = rows.values().stream().map(Told::number).toList();
      return new Faults(List.of(at(file, outside)), List.of(), all);
    }
    Map<Long, OwnerReport.Money> told = new LinkedHashMap<>();
    rows.forEach((line, row) -> told.put(line, row.money()));
    OwnerReport.Kind kind =
        OwnerReport.Kind.valueOf(
            Objects.requireNonNull(intake.what().reportKind()).toUpperCase(Locale.ROOT));
    return placed(
        reports.faults(month, kind, isOwn(), told),
        rows,
        mappings.mapping(Objects.requireNonNull(intake.reading())));
  }

  /** Who reports reports of its own lines; who takes in what came by paper, of any. */
  private static boolean isOwn() {
    Actor actor = Acting.current();
    return actor.accountId() >= 0 && actor.may(Intakes.REPORT) && !actor.may(Intakes.PLAN);
  }

  private static Faults placed(
      List<OwnerReports.Fault> faults, Map<Long, Told> rows, Mapping mapping) {
    List<Problem> problems = new ArrayList<>();
    List<Problem> looks = new ArrayList<>();
    Map<Integer, Boolean> held = new HashMap<>();
    for (OwnerReports.Fault fault : faults) {
      Told row = Objects.requireNonNull(rows.get(fault.lineId()));
      if (!fault.stops()) {
        looks.add(asked(cell(row, fault.field(), mapping), fault.problem()));
        continue;
      }
      held.put(row.number(), true);
      problems.add(
          fault.field().isEmpty()
              ? Problem.at(
                  row.place(),
                  "capital.intake.row.not_running",
                  row.place(),
                  row.words().project(),
                  row.words().pool())
              : at(cell(row, fault.field(), mapping), fault.problem()));
    }
    return new Faults(problems, looks, held.keySet().stream().sorted().toList());
  }

  /** The cell of an amount; that of its row where the file has no such column. */
  private static String cell(Told row, String field, Mapping mapping) {
    List<Mapping.Column> columns =
        mapping.amounts().stream().filter(column -> column.role() == ROLES.get(field)).toList();
    return columns.stream()
        .filter(column -> row.words().pool().equals(column.pool()))
        .findFirst()
        .or(() -> columns.stream().filter(column -> column.pool() == null).findFirst())
        .map(column -> new SheetPlace(mapping.tab(), row.row(), column.at()).toString())
        .orElse(row.place());
  }

  private static Problem at(String cell, Problem problem) {
    return Problem.at(cell, "capital.intake.at", cell, problem);
  }

  private static Problem asked(String cell, Problem problem) {
    List<Object> arguments = new ArrayList<>(List.of(cell));
    arguments.addAll(problem.arguments());
    return new Problem(cell, "capital.intake.below_treasury", arguments);
  }
}
