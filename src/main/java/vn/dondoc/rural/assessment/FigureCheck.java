package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
  private static final BigDecimal TEN = BigDecimal.TEN;

  /** By so many digits a decimal comma slips, or đồng are written for thousands or millions. */
  private static final List<Integer> SLIPS = List.of(1, 2, 3, 6);

  /** Nobody is so many digits beyond what is asked for. */
  private static final int FAR_DIGITS = 3;

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
    indicator.parts().forEach(this::lookAtWhole);
  }

  /** Households with clean water are some of those with hygienic water, never more. */
  private void lookAtWhole(Part part) {
    BigDecimal figure = report.figures().get(part.code());
    BigDecimal most = part.partOf() == null ? null : report.figures().get(part.partOf());
    boolean told = isBelow(part.range().most(), figure);
    if (figure != null && most != null && !told && figure.compareTo(most) > 0) {
      Part whole =
          indicator.parts().stream()
              .filter(one -> one.code().equals(part.partOf()))
              .findFirst()
              .orElseThrow();
      wrong(
          AssessmentRefusal.OVER_WHOLE,
          part.name(),
          Bilingual.decimal(figure),
          whole.name(),
          Bilingual.decimal(most));
    }
  }

  private void look(Part part, BigDecimal figure) {
    BigDecimal least = part.range().least();
    BigDecimal most = part.range().most();
    Bilingual written = Bilingual.decimal(figure);
    if (figure.precision() > MOST_DIGITS
        || figure.stripTrailingZeros().scale() > Figures.MOST_DECIMALS) {
      wrong(AssessmentRefusal.DIGITS, part.name(), written, Figures.MOST_DECIMALS);
    } else if (part.type() == ValueType.YES_NO && !isYesOrNo(figure)) {
      wrong(AssessmentRefusal.YES_NO, part.name(), written);
    } else if (part.type() == ValueType.COUNT && figure.stripTrailingZeros().scale() > 0) {
      wrong(AssessmentRefusal.WHOLE, part.name(), written);
    } else if (isBelow(figure, least) || isBelow(most, figure)) {
      Bilingual meant = meant(part, figure);
      wrong(
          meant.vi().isEmpty() ? AssessmentRefusal.RANGE : AssessmentRefusal.RANGE_SHIFTED,
          part.name(),
          written,
          bound(least),
          bound(most),
          meant,
          unit(part));
    } else if (isFar(part, figure)) {
      Bilingual meant = meant(part, figure);
      wrong(
          meant.vi().isEmpty() ? AssessmentRefusal.FAR : AssessmentRefusal.FAR_SHIFTED,
          part.name(),
          written,
          Bilingual.decimal(Objects.requireNonNull(asked(part))),
          unit(part),
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

  /**
   * What was meant: the figure with its decimal comma, or in its unit, where it would be in range.
   * Of several the one nearest to what is asked for; nothing when there is none.
   */
  private Bilingual meant(Part part, BigDecimal figure) {
    BigDecimal asked = part.type() == ValueType.PERCENT ? null : asked(part);
    return SLIPS.stream()
        .map(digits -> figure.movePointLeft(digits).stripTrailingZeros())
        .filter(one -> fits(part, one))
        .min(Comparator.comparingDouble(one -> asked == null ? 0 : distance(one, asked)))
        .map(Bilingual::decimal)
        .orElse(new Bilingual("", null));
  }

  private boolean fits(Part part, BigDecimal figure) {
    boolean whole = part.type() != ValueType.COUNT || figure.scale() <= 0;
    return figure.signum() > 0
        && whole
        && figure.scale() <= Figures.MOST_DECIMALS
        && !isBelow(figure, part.range().least())
        && !isBelow(part.range().most(), figure)
        && !isFar(part, figure);
  }

  private static double distance(BigDecimal one, BigDecimal other) {
    return Math.abs(Math.log(one.doubleValue() / other.doubleValue()));
  }

  /** A thousand times what is asked for, where no highest figure is told. */
  private boolean isFar(Part part, BigDecimal figure) {
    BigDecimal asked = part.range().most() == null ? asked(part) : null;
    return asked != null && figure.compareTo(asked.movePointRight(FAR_DIGITS)) >= 0;
  }

  /** The highest level any rule of the year asks of a figure; null when none does. */
  private @Nullable BigDecimal asked(Part part) {
    return terms(part)
        .map(Rule.Comparison::bound)
        .filter(bound -> bound.signum() > 0)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Behind a figure. */
  private static Bilingual unit(Part part) {
    Bilingual unit = part.unit();
    return unit == null
        ? new Bilingual("", null)
        : new Bilingual("\u00a0" + unit.vi(), "\u00a0" + unit.in(true));
  }

  private static Bilingual bound(@Nullable BigDecimal bound) {
    return bound == null ? new Bilingual("…", null) : Bilingual.decimal(bound);
  }

  /** 0.95 where 95 % was meant: a share of at most one where the rule speaks of many. */
  private boolean isFraction(Part part, BigDecimal figure) {
    boolean small = figure.signum() > 0 && figure.compareTo(BigDecimal.ONE) <= 0;
    return part.type() == ValueType.PERCENT
        && small
        && terms(part).anyMatch(FigureCheck::asksForMany);
  }

  /** What the rules of the year ask of a figure. */
  private Stream<Rule.Comparison> terms(Part part) {
    return indicator.thresholds().stream()
        .filter(threshold -> threshold.counts(report.period().getYear()))
        .flatMap(threshold -> threshold.rule().clauses().stream())
        .flatMap(clause -> clause.terms().stream())
        .filter(term -> term.part().equals(part.code()));
  }

  /** Of a share that may be small the same slip would count as met. */
  private static boolean asksForMany(Rule.Comparison term) {
    return term.bound().compareTo(TEN) > 0;
  }

  private void wrong(AssessmentRefusal why, Object... arguments) {
    problems.add(Problem.at(place, why.key(), arguments));
  }
}
