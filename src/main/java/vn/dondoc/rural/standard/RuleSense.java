package vn.dondoc.rural.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.standard.Criterion.ValueType;

/**
 * Quy tắc có đạt được không: whether any figures there can be meet a rule, and each part of it.
 *
 * @param values what each figure can be, by its name in rules; what is not there can be anything
 */
public record RuleSense(Map<String, Values> values) {
  private static final Values ANY = new Values(null, null, false);

  /**
   * Giá trị một số có thể có.
   *
   * @param least the least; null when there is none
   * @param most the most; null when there is none
   * @param whole only whole numbers
   */
  public record Values(@Nullable BigDecimal least, @Nullable BigDecimal most, boolean whole) {
    /** Those of a figure of a type, within what was set for it. */
    public static Values of(ValueType type, @Nullable BigDecimal least, @Nullable BigDecimal most) {
      return switch (type) {
        case YES_NO -> new Values(BigDecimal.ZERO, BigDecimal.ONE, true);
        case PERCENT ->
            new Values(
                least == null ? BigDecimal.ZERO : least,
                most == null ? BigDecimal.valueOf(100) : most,
                false);
        case COUNT -> new Values(least == null ? BigDecimal.ZERO : least, most, true);
        case NUMBER, MONEY -> new Values(least, most, false);
      };
    }

    @Override
    public String toString() {
      String from = least == null ? "…" : written(least);
      return from + "–" + (most == null ? "…" : written(most));
    }

    private static String written(BigDecimal value) {
      return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }
  }

  /** The part of a rule that no figures can ever meet; null when there is none. */
  public @Nullable Rule never(Rule rule) {
    if (!canHold(rule)) {
      return rule;
    }
    return switch (rule) {
      case Rule.Comparison ignored -> null;
      case Rule.All all -> first(all.rules());
      case Rule.Any any -> first(any.rules());
      case Rule.Branch branch -> never(branch);
    };
  }

  private @Nullable Rule first(List<Rule> rules) {
    for (Rule rule : rules) {
      Rule never = never(rule);
      if (never != null) {
        return never;
      }
    }
    return null;
  }

  /** A condition that never holds, or a level that cannot be met where it applies. */
  private @Nullable Rule never(Rule.Branch branch) {
    Rule when = never(branch.when());
    if (when != null) {
      return when;
    }
    Rule then = new Rule.All(List.of(branch.when(), branch.then()));
    if (!canHold(then)) {
      return then;
    }
    Rule opposite = branch.when().opposite();
    Rule otherwise = new Rule.All(List.of(opposite, branch.otherwise()));
    if (canHold(opposite) && !canHold(otherwise)) {
      return otherwise;
    }
    return first(List.of(branch.then(), branch.otherwise()));
  }

  private boolean canHold(Rule rule) {
    return rule.clauses().stream().anyMatch(this::canHold);
  }

  private boolean canHold(Clause clause) {
    Map<String, Span> spans = new HashMap<>();
    for (Rule.Comparison term : clause.terms()) {
      Values can = values.getOrDefault(term.part(), ANY);
      spans.computeIfAbsent(term.part(), part -> new Span(can)).narrow(term);
    }
    return spans.values().stream().allMatch(Span::isOpen);
  }

  /** Khoảng còn lại của một số: what it can be so that several comparisons hold. */
  private static final class Span {
    private final boolean whole;
    private @Nullable BigDecimal low;
    private @Nullable BigDecimal high;
    private boolean lowOut;
    private boolean highOut;
    private final Set<BigDecimal> not = new HashSet<>();

    Span(Values values) {
      this.whole = values.whole();
      this.low = values.least();
      this.high = values.most();
    }

    void narrow(Rule.Comparison term) {
      BigDecimal bound = term.bound().stripTrailingZeros();
      switch (term.comparator()) {
        case AT_LEAST -> above(bound, false);
        case ABOVE -> above(bound, true);
        case AT_MOST -> below(bound, false);
        case BELOW -> below(bound, true);
        case EQUAL -> {
          above(bound, false);
          below(bound, false);
        }
        case OTHER -> not.add(bound);
      }
    }

    private void above(BigDecimal bound, boolean out) {
      int order = low == null ? 1 : bound.compareTo(low);
      if (order > 0) {
        low = bound;
        lowOut = out;
      } else if (order == 0) {
        lowOut |= out;
      }
    }

    private void below(BigDecimal bound, boolean out) {
      int order = high == null ? -1 : bound.compareTo(high);
      if (order < 0) {
        high = bound;
        highOut = out;
      } else if (order == 0) {
        highOut |= out;
      }
    }

    /** Something is left. */
    boolean isOpen() {
      BigDecimal from = low;
      BigDecimal to = high;
      if (from == null || to == null) {
        return true;
      }
      if (whole) {
        return isWholeLeft(from, to);
      }
      int order = from.compareTo(to);
      return order < 0
          || order == 0 && !lowOut && !highOut && !not.contains(from.stripTrailingZeros());
    }

    private boolean isWholeLeft(BigDecimal from, BigDecimal to) {
      BigDecimal first = from.setScale(0, RoundingMode.CEILING);
      BigDecimal last = to.setScale(0, RoundingMode.FLOOR);
      if (lowOut && first.compareTo(from) == 0) {
        first = first.add(BigDecimal.ONE);
      }
      if (highOut && last.compareTo(to) == 0) {
        last = last.subtract(BigDecimal.ONE);
      }
      BigDecimal least = first;
      BigDecimal most = last;
      long out =
          not.stream()
              .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0)
              .filter(value -> value.scale() <= 0)
              .count();
      return most.subtract(least).compareTo(BigDecimal.valueOf(out)) >= 0;
    }
  }
}
