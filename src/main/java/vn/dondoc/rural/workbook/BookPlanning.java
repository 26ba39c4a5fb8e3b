package vn.dondoc.rural.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.AssessmentRefusal;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.workbook.BookPlan.Commune;
import vn.dondoc.rural.workbook.StagingStore.Choice;
import vn.dondoc.rural.workbook.StagingStore.Keeps;

/** Lập bản xem trước: holds what a file says against what the register knows by now. */
@Component
class BookPlanning {
  private final BookStore books;
  private final StagingStore stagings;
  private final BookMonth.Months months;
  private final Assessments assessments;

  BookPlanning(
      BookStore books, StagingStore stagings, BookMonth.Months months, Assessments assessments) {
    this.books = books;
    this.stagings = stagings;
    this.months = months;
    this.assessments = assessments;
  }

  BookPlan plan(Book book) {
    BookMonth month = months.of(book.month());
    Long reading = book.reading();
    if (reading == null) {
      return new BookPlan(book, month, List.of(), List.of());
    }
    Staging staging = stagings.find(reading);
    Map<Integer, Integer> written = books.written(book.id());
    List<PlannedRow> planned = rows(reading, staging, written.keySet(), month);
    List<Commune> communes = new ArrayList<>();
    for (Staging.Unit unit : staging.units()) {
      List<PlannedRow> rows =
          planned.stream().filter(row -> row.row().unit() == unit.id()).toList();
      List<Staging.Note> notes =
          staging.notes().stream().filter(note -> Objects.equals(note.unit(), unit.id())).toList();
      long said = staging.rows().stream().filter(row -> row.unit() == unit.id()).count();
      Integer done = written.get(unit.id());
      int same = unit.same() + (done == null ? (int) said - rows.size() : 0);
      communes.add(new Commune(unit, rows, notes, same, done));
    }
    List<Staging.Note> whole =
        staging.notes().stream().filter(note -> note.unit() == null).toList();
    return new BookPlan(book, month, communes, whole);
  }

  private List<PlannedRow> rows(
      long reading, Staging staging, Set<Integer> written, BookMonth month) {
    Map<Integer, Indicator> indicators = month.yardstick().indicators();
    Set<Integer> units = new HashSet<>();
    Set<Integer> told = new HashSet<>();
    for (Staging.Row row : staging.rows()) {
      units.add(row.unit());
      told.add(row.indicator());
    }
    Map<Known.Spot, Known> known = books.known(units, told, month.month());
    Map<Integer, Choice> choices = stagings.choices(reading);
    List<PlannedRow> open = new ArrayList<>();
    for (Staging.Row row : staging.rows()) {
      Indicator indicator = indicators.get(row.indicator());
      Known now = known.getOrDefault(new Known.Spot(row.unit(), row.indicator()), Known.none());
      boolean said = now.step() != row.seen() && PlannedRow.isSaid(row, now);
      if (indicator != null && !said && !written.contains(row.unit())) {
        Choice choice = choices.get(row.number());
        boolean counts = choice != null && choice.seen() == now.step();
        open.add(new PlannedRow(row, indicator, now, counts ? choice : null, false, List.of()));
      }
    }
    return judged(open, month);
  }

  private List<PlannedRow> judged(List<PlannedRow> open, BookMonth month) {
    List<List<Problem>> typed =
        assessments.problemsOfEach(
            open.stream()
                .map(row -> row.report(month.month(), row.row().what().figures()))
                .toList());
    List<PlannedRow> larger =
        open.stream().filter(row -> row.keeps() == Keeps.HUNDREDFOLD).toList();
    List<List<Problem>> grown =
        assessments.problemsOfEach(
            larger.stream().map(row -> row.report(month.month(), row.kept())).toList());
    List<PlannedRow> rows = new ArrayList<>();
    for (int at = 0; at < open.size(); at++) {
      PlannedRow one = open.get(at);
      boolean small = typed.get(at).stream().anyMatch(BookPlanning::isSmall);
      int of = larger.indexOf(one);
      List<Problem> wrong = of < 0 ? typed.get(at) : grown.get(of);
      List<Problem> told =
          one.keeps() == Keeps.REGISTER
              ? List.of()
              : wrong.stream()
                  .filter(problem -> !isSmall(problem) && !isReason(problem))
                  .map(problem -> located(one, problem))
                  .toList();
      rows.add(new PlannedRow(one.row(), one.indicator(), one.now(), one.choice(), small, told));
    }
    return rows;
  }

  /** Asked for beside the figures, not told as a fault. */
  private static boolean isReason(Problem problem) {
    return problem.key().equals(AssessmentRefusal.NO_REASON.key());
  }

  private static boolean isSmall(Problem problem) {
    return problem.key().equals(AssessmentRefusal.SHIFTED.key());
  }

  /** A problem of a figure where the figure stands, with the indicator's number. */
  private static Problem located(PlannedRow row, Problem problem) {
    List<Bilingual> names = row.indicator().parts().stream().map(Part::name).toList();
    // What is wrong is named before what it is held against.
    String cell =
        problem.arguments().stream()
            .filter(names::contains)
            .findFirst()
            .map(name -> row.row().cell(names.indexOf(name)))
            .orElse(row.row().place());
    return new Problem(Staging.at(cell, row.indicator()), problem.key(), problem.arguments());
  }
}
