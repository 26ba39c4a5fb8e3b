package vn.dondoc.cli.score;

import java.util.ArrayList;
import java.util.List;

/**
 * Điểm: how one reading, or several together, stand against their annotation.
 *
 * @param found tasks found of those annotated
 * @param predicted tasks found of those the reader gives
 * @param lead whole lead set right, of the tasks found
 * @param coordinate whole set of partners right
 * @param deadline deadline right, "none" included
 * @param dated deadline right where either side has one
 * @param operator "by" or "before" right where both have a date
 * @param recurrence period and day right where either side repeats
 * @param reportTo whole set of receivers right
 * @param falseTasks tasks the reader sees in stretches annotated as none, of those stretches
 * @param targets targets found of those annotated
 * @param other characters of class other, of all
 * @param lost annotations whose words do not stand in the text
 */
record Score(
    Tally found,
    Tally predicted,
    Tally lead,
    Tally coordinate,
    Tally deadline,
    Tally dated,
    Tally operator,
    Tally recurrence,
    Tally reportTo,
    Tally falseTasks,
    Tally targets,
    Tally other,
    List<String> lost) {
  static final Score NOTHING =
      new Score(
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          Tally.NONE,
          List.of());

  Score {
    lost = List.copyOf(lost);
  }

  /**
   * So many of so many.
   *
   * @param right how many
   * @param of of how many
   */
  record Tally(long right, long of) {
    static final Tally NONE = new Tally(0, 0);

    Tally plus(boolean isRight) {
      return new Tally(right + (isRight ? 1 : 0), of + 1);
    }

    Tally plus(Tally more) {
      return new Tally(right + more.right, of + more.of);
    }

    /** 1 when there was nothing to get wrong. */
    double share() {
      return of == 0 ? 1 : (double) right / of;
    }
  }

  double precision() {
    return predicted.share();
  }

  double recall() {
    return found.share();
  }

  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  /** Both together, every task of the same weight. */
  Score plus(Score more) {
    List<String> allLost = new ArrayList<>(lost);
    allLost.addAll(more.lost);
    return new Score(
        found.plus(more.found),
        predicted.plus(more.predicted),
        lead.plus(more.lead),
        coordinate.plus(more.coordinate),
        deadline.plus(more.deadline),
        dated.plus(more.dated),
        operator.plus(more.operator),
        recurrence.plus(more.recurrence),
        reportTo.plus(more.reportTo),
        falseTasks.plus(more.falseTasks),
        targets.plus(more.targets),
        other.plus(more.other),
        allLost);
  }
}
