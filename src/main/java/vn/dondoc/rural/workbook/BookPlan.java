package vn.dondoc.rural.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Xem trước: what a file would do, commune by commune.
 *
 * @param book it
 * @param month what it reports on
 * @param communes those it tells of
 * @param notes what is said of the file as a whole
 */
record BookPlan(Book book, BookMonth month, List<Commune> communes, List<Staging.Note> notes) {
  BookPlan {
    communes = List.copyOf(communes);
    notes = List.copyOf(notes);
  }

  /** Xã này đang thế nào; what has to be settled first comes first. */
  enum State {
    PROBLEMS,
    ASKS,
    READY,
    WRITTEN,
    SAME
  }

  /**
   * Một xã trong tệp.
   *
   * @param unit it
   * @param rows indicators that would change, or of which something is asked
   * @param notes what is said of its sheet
   * @param same indicators that stay as they are
   * @param written how many were written already; null while it was not
   */
  record Commune(
      Staging.Unit unit,
      List<PlannedRow> rows,
      List<Staging.Note> notes,
      int same,
      @Nullable Integer written) {
    Commune {
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }

    State state() {
      if (written != null) {
        return State.WRITTEN;
      }
      if (!problems().isEmpty()) {
        return State.PROBLEMS;
      }
      if (undecided() > 0) {
        return State.ASKS;
      }
      return toWrite() > 0 ? State.READY : State.SAME;
    }

    /** Everything that has to be mended, each with its cell. */
    List<Problem> problems() {
      List<Problem> all = new ArrayList<>();
      notes.stream().filter(Staging.Note::stops).forEach(note -> all.add(note.problem()));
      rows.forEach(row -> all.addAll(row.problems()));
      return all;
    }

    List<Problem> remarks() {
      return notes.stream().filter(note -> !note.stops()).map(Staging.Note::problem).toList();
    }

    List<PlannedRow> asked() {
      return rows.stream().filter(PlannedRow::isAsked).toList();
    }

    /** What will be written without a question. */
    List<PlannedRow> changes() {
      return rows.stream().filter(row -> !row.isAsked() && row.problems().isEmpty()).toList();
    }

    /** What cannot be written as it stands in the file. */
    List<PlannedRow> refused() {
      return rows.stream().filter(row -> !row.isAsked() && !row.problems().isEmpty()).toList();
    }

    int undecided() {
      return (int) rows.stream().filter(PlannedRow::isUndecided).count();
    }

    int toWrite() {
      return (int) rows.stream().filter(PlannedRow::isWritten).count();
    }

    boolean isReady() {
      return state() == State.READY;
    }
  }

  Optional<Commune> commune(int unit) {
    return communes.stream().filter(commune -> commune.unit().id() == unit).findFirst();
  }

  /** What has to be mended in the file as a whole. */
  List<Problem> problems() {
    return notes.stream().filter(Staging.Note::stops).map(Staging.Note::problem).toList();
  }

  List<Problem> remarks() {
    return notes.stream().filter(note -> !note.stops()).map(Staging.Note::problem).toList();
  }

  /** Everything that has to be mended. */
  List<Problem> allProblems() {
    List<Problem> all = new ArrayList<>(problems());
    communes.stream().filter(c -> c.written() == null).forEach(c -> all.addAll(c.problems()));
    return all;
  }

  int undecided() {
    return communes.stream()
        .filter(commune -> commune.written() == null)
        .mapToInt(Commune::undecided)
        .sum();
  }

  /** How many indicators would be written. */
  int toWrite() {
    return communes.stream().filter(Commune::isReady).mapToInt(Commune::toWrite).sum();
  }

  int same() {
    return communes.stream().mapToInt(Commune::same).sum();
  }

  /** Communes with something to settle first, each kind by name. */
  List<Commune> byUrgency() {
    return communes.stream().sorted(Comparator.comparing(Commune::state)).toList();
  }

  int changedCommunes() {
    return (int) communes.stream().filter(commune -> !commune.rows().isEmpty()).count();
  }

  int changed() {
    return communes.stream().mapToInt(commune -> commune.rows().size()).sum();
  }

  /** Everything that is left can be written at once. */
  boolean isReady() {
    return book.isWaiting() && allProblems().isEmpty() && undecided() == 0 && toWrite() > 0;
  }

  /** Nothing is left to be done with it. */
  boolean isThrough() {
    return allProblems().isEmpty() && undecided() == 0 && toWrite() == 0;
  }
}
