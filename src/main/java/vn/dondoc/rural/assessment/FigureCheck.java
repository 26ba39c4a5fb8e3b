package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.rural.standard.Rule;

/**
 * Soát giá trị của một chỉ tiêu.
 *
 * @param report what is said
 * @param indicator of which indicator
 * @param place where, for the reader of the problem
 * @param problems where to say what is wrong
 */
record FigureCheck(Report report, Indicator indicator, String place, List<Problem> problems) {
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DECIMALS = 6;
  private static final BigDecimal TEN = BigDecimal.TEN;

  void look() {
    if (!report.kind().tells()) {
      return;
    }
    if (report.nothing()) {
      if (!indicator.ifAny()) {
        wrong(AssessmentRefusal.NOT_IF_ANY, indicator.number());
      }
      return;
    }
    if (report.figures().isEmpty()) {
      wrong(AssessmentRefusal.NO_FIGURE, indicator.number());
    } else {
      indicator.parts().stream()
          .filter(part -> !report.figures().containsKey(part.code()))
          .forEach(part -> wrong(AssessmentRefusal.PART_MISSING, indicator.number(), part.name()));
    }
    for (Map.Entry<String, BigDecimal> figure : report.figures().entrySet()) {
      indicator.parts().stream()
          .filter(part -> part.code().equals(figure.getKey()))
          .findFirst()
          .ifPresentOrElse(
              part -> look(part, figure.getValue()),
              () -> wrong(AssessmentRefusal.UNKNOWN_PART, indicator.number(), figure.getKey()));
    }
  }

  private void look(Part part, BigDecimal figure) {
    BigDecimal least = part.range().least();
    BigDecimal most = part.range().most();
    Bilingual written = Bilingual.decimal(figure);
    if (figure.precision() > MOST_DIGITS || figure.stripTrailingZeros().scale() > MOST_DECIMALS) {
      wrong(AssessmentRefusal.DIGITS, part.name(), written, MOST_DECIMALS);
    } else if (part.type() == ValueType.YES_NO && !isYesOrNo(figure)) {
      wrong(AssessmentRefusal.YES_NO, part.name(), written);
    } else if (part.type() == ValueType.COUNT && figure.stripTrailingZeros().scale() > 0) {
      wrong(AssessmentRefusal.WHOLE, part.name(), written);
    } else if (isBelow(figure, least) || isBelow(most, figure)) {
      Bilingual meant = shifted(figure, least, most);
      wrong(
          meant.vi().isEmpty() ? AssessmentRefusal.RANGE : AssessmentRefusal.RANGE_SHIFTED,
          part.name(),
          written,
          bound(least),
          bound(most),
          meant);
    } else if (!report.sure() && isFraction(part, figure)) {
      wrong(
          AssessmentRefusal.SHIFTED,
          part.name(),
          written,
          Bilingual.decimal(figure.movePointRight(2)));
    }
  }

  private static boolean isYesOrNo(BigDecimal figure) {
    return figure.signum() == 0 || figure.compareTo(BigDecimal.ONE) == 0;
  }

  private static boolean isBelow(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one != null && other != null && one.compareTo(other) < 0;
  }

  /** The figure with its decimal comma where it would be in range; nothing when there is none. */
  private static Bilingual shifted(
      BigDecimal figure, @Nullable BigDecimal least, @Nullable BigDecimal most) {
    BigDecimal tenth = figure.divide(TEN);
    boolean fits = !isBelow(tenth, least) && !isBelow(most, tenth) && figure.signum() > 0;
    return fits ? Bilingual.decimal(tenth) : new Bilingual("", null);
  }

  private static Bilingual bound(@Nullable BigDecimal bound) {
    return bound == null ? new Bilingual("…", null) : Bilingual.decimal(bound);
  }

  /** 0.95 where 95 % was meant: a share of at most one where the rule speaks of many. */
  private boolean isFraction(Part part, BigDecimal figure) {
    boolean small = figure.signum() > 0 && figure.compareTo(BigDecimal.ONE) <= 0;
    return part.type() == ValueType.PERCENT
        && small
        && indicator.thresholds().stream()
            .filter(threshold -> threshold.counts(report.period().getYear()))
            .flatMap(threshold -> threshold.rule().clauses().stream())
            .flatMap(clause -> clause.terms().stream())
            .anyMatch(term -> term.part().equals(part.code()) && asksForMany(term));
  }

  /** Of a share that may be small the same slip would count as met. */
  private static boolean asksForMany(Rule.Comparison term) {
    return term.bound().compareTo(TEN) > 0;
  }

  private void wrong(AssessmentRefusal why, Object... arguments) {
    problems.add(Problem.at(place, why.key(), arguments));
  }
}
