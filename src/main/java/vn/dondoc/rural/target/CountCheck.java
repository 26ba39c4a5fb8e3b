package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Soát một số báo cáo.
 *
 * @param target chỉ tiêu
 * @param count số
 * @param known the unit it names is one of the target's
 * @param today ngày của tỉnh
 */
record CountCheck(Target target, Count count, boolean known, LocalDate today) {
  static final int LONGEST_SOURCE = 300;

  /** A source is words: of a person or of a document. */
  private static final int LEAST_LETTERS = 2;

  /** A unit reports a few; so many times its aim is a slip of the hand. */
  private static final BigDecimal SLIP = BigDecimal.TEN;

  /**
   * Says everything that keeps it from being written.
   *
   * @throws Refusal with every problem
   */
  void refuse() {
    List<Problem> problems = new ArrayList<>();
    if (!known) {
      add(problems, "unit", TargetRefusal.UNIT);
    }
    value(problems);
    day(problems);
    String source = count.source().strip();
    if (source.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS
        || source.length() > LONGEST_SOURCE) {
      add(problems, "source", TargetRefusal.SOURCE, LONGEST_SOURCE);
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(TargetRefusal.VALUE, problems);
    }
  }

  private void value(List<Problem> problems) {
    BigDecimal value = count.value();
    BigDecimal whole = BigDecimal.valueOf(target.aim().denominator());
    BigDecimal most = Objects.requireNonNullElse(target.aim().high(), target.aim().low());
    if (value.signum() < 0 || value.stripTrailingZeros().scale() > 0) {
      add(problems, "value", TargetRefusal.VALUE, value);
    } else if (target.measure() == Target.Measure.COUNTED && value.compareTo(whole) > 0) {
      add(problems, "value", TargetRefusal.OVER, value, whole);
    } else if (target.measure() == Target.Measure.EACH
        && value.compareTo(most.multiply(SLIP)) > 0) {
      add(problems, "value", TargetRefusal.SLIP, value, most);
    }
  }

  /** A figure stands for a day the target was in hand on. */
  private void day(List<Problem> problems) {
    LocalDate first = target.plan().plannedOn();
    LocalDate last = target.plan().byDay();
    if (count.on().isAfter(today)) {
      add(problems, "day", TargetRefusal.AHEAD, count.on(), today);
    } else if (count.on().isBefore(first)) {
      add(problems, "day", TargetRefusal.EARLY, count.on(), first);
    } else if (count.on().isAfter(last)) {
      add(problems, "day", TargetRefusal.LATE, count.on(), last);
    }
  }

  /** The day has a figure that was not seen. */
  Refusal changed(Counted.@Nullable Said standing) {
    return standing == null
        ? Refusal.of(TargetRefusal.CHANGED, "value", count.on(), "–", "–")
        : Refusal.of(TargetRefusal.CHANGED, "value", count.on(), standing.value(), standing.by());
  }

  private static void add(
      List<Problem> problems, String place, TargetRefusal why, Object... arguments) {
    problems.add(Problem.at(place, why.key(), arguments));
  }
}
