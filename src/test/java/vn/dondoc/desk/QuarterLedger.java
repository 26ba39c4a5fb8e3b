package vn.dondoc.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The test's own book of what was owed and what was done, which counts without asking the program.
 *
 * @param book what happened, by the name of the work
 */
record QuarterLedger(Map<String, Page> book) {
  /** What can happen. */
  enum Act {
    REPORT,
    RETURN,
    CONFIRM,
    EXTEND,
    MOVE_ON
  }

  /** One line of the book. */
  record Line(Act act, LocalDate day, @Nullable LocalDate until) {}

  /** What was owed by one body, and its lines. */
  record Page(LocalDate due, List<Line> lines) {
    private boolean movedOn() {
      return lines.stream().anyMatch(line -> line.act() == Act.MOVE_ON);
    }

    private boolean confirmed() {
      return lines.stream().anyMatch(line -> line.act() == Act.CONFIRM);
    }

    private long returns() {
      return lines.stream().filter(line -> line.act() == Act.RETURN).count();
    }

    /** The report that counts: the last one, unless it was returned. */
    private @Nullable LocalDate reported() {
      LocalDate reported = null;
      for (Line line : lines) {
        reported =
            switch (line.act()) {
              case REPORT -> line.day();
              case RETURN -> null;
              case CONFIRM, EXTEND, MOVE_ON -> reported;
            };
      }
      return reported;
    }

    private LocalDate dueNow() {
      return lines.stream()
          .map(Line::until)
          .filter(Objects::nonNull)
          .reduce((first, second) -> second)
          .orElse(due);
    }

    private long late(LocalDate today) {
      LocalDate end = Objects.requireNonNullElse(reported(), today);
      return Math.max(0, ChronoUnit.DAYS.between(dueNow(), end));
    }

    /** Place in the overview's row of figures. */
    private int place(LocalDate today) {
      boolean late = late(today) > 0;
      if (confirmed()) {
        return late ? 1 : 0;
      }
      if (reported() != null) {
        return 2;
      }
      return late ? 5 : dueNow().isAfter(today.plusDays(7)) ? 3 : 4;
    }
  }

  static QuarterLedger empty() {
    return new QuarterLedger(new LinkedHashMap<>());
  }

  void owe(String work, LocalDate due) {
    book.put(work, new Page(due, new ArrayList<>()));
  }

  void write(String work, Act act, LocalDate day) {
    page(work).lines().add(new Line(act, day, null));
  }

  void extend(String work, LocalDate day, LocalDate until) {
    page(work).lines().add(new Line(Act.EXTEND, day, until));
  }

  private Page page(String work) {
    return Objects.requireNonNull(book.get(work), work);
  }

  private List<Page> counted() {
    return book.values().stream().filter(page -> !page.movedOn()).toList();
  }

  int total() {
    return counted().size();
  }

  /** Done in time, done late, reported, running, due soon, overdue, undated. */
  List<String> figures(LocalDate today) {
    int[] figures = new int[7];
    counted().forEach(page -> figures[page.place(today)]++);
    List<String> shown = new ArrayList<>();
    for (int figure : figures) {
      shown.add(Integer.toString(figure));
    }
    return shown;
  }

  long mostLate(LocalDate today) {
    return counted().stream().mapToLong(page -> page.late(today)).max().orElse(0);
  }

  long returns() {
    return counted().stream().mapToLong(Page::returns).sum();
  }
}
