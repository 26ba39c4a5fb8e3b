package vn.dondoc.rural.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every rule and all figures, reported or not. */
class RulePropertyTest {
  static final List<String> PARTS = List.of("gia_tri", "a", "b");

  /** A rule of at most three storeys, small enough for its alternatives. */
  static Rule rule(Random dice, int storeys) {
    int kind = storeys == 0 ? 0 : dice.nextInt(4);
    return switch (kind) {
      case 1 -> new Rule.All(List.of(rule(dice, storeys - 1), rule(dice, storeys - 1)));
      case 2 -> new Rule.Any(List.of(rule(dice, storeys - 1), rule(dice, storeys - 1)));
      case 3 -> new Rule.Branch(comparison(dice), rule(dice, storeys - 1), comparison(dice));
      default -> comparison(dice);
    };
  }

  private static Rule comparison(Random dice) {
    return new Rule.Comparison(
        PARTS.get(dice.nextInt(PARTS.size())),
        Comparator.values()[dice.nextInt(Comparator.values().length)],
        BigDecimal.valueOf(dice.nextInt(8), 1));
  }

  static Map<String, BigDecimal> figures(Random dice) {
    Map<String, BigDecimal> figures = new HashMap<>();
    for (String part : PARTS) {
      if (dice.nextInt(3) > 0) {
        figures.put(part, BigDecimal.valueOf(dice.nextInt(8), 1));
      }
    }
    return figures;
  }

  /** Met when every comparison of one alternative holds. */
  private static Verdict byClauses(Rule rule, Map<String, BigDecimal> figures) {
    Verdict any = Verdict.UNMET;
    for (Clause clause : rule.clauses()) {
      Verdict all = Verdict.MET;
      for (Rule.Comparison term : clause.terms()) {
        all = all.and(term.judge(figures));
      }
      any = any.or(all);
    }
    return any;
  }

  @Property
  void alternativesTellTheSameAsTheRule(@ForAll long seed) {
    Random dice = new Random(seed);
    Rule rule = rule(dice, 3);
    Map<String, BigDecimal> figures = figures(dice);
    assertThat(byClauses(rule, figures))
        .as("%s on %s", rule, figures)
        .isEqualTo(rule.judge(figures));
  }

  @Property
  void writtenRuleReadsAsTheSameRule(@ForAll long seed) {
    Random dice = new Random(seed);
    Rule rule = rule(dice, 3);
    Rule read = RuleGrammar.parse(rule.toString());
    for (int i = 0; i < 10; i++) {
      Map<String, BigDecimal> figures = figures(dice);
      assertThat(read.judge(figures)).as("%s", rule).isEqualTo(rule.judge(figures));
    }
  }

  @Property
  void oppositeHoldsExactlyWhereTheRuleDoesNotOnceAllIsReported(@ForAll long seed) {
    Random dice = new Random(seed);
    Rule rule = rule(dice, 3);
    Map<String, BigDecimal> figures = new HashMap<>();
    PARTS.forEach(part -> figures.put(part, BigDecimal.valueOf(dice.nextInt(8), 1)));
    assertThat(rule.judge(figures)).isNotEqualTo(rule.opposite().judge(figures));
  }

  @Property
  void reportingOneMoreFigureNeverTurnsAVerdictRound(@ForAll long seed) {
    Random dice = new Random(seed);
    Rule rule = rule(dice, 3);
    Map<String, BigDecimal> figures = figures(dice);
    Verdict before = rule.judge(figures);
    List<String> missing = new ArrayList<>(PARTS);
    missing.removeAll(figures.keySet());
    for (String part : missing) {
      figures.put(part, BigDecimal.valueOf(dice.nextInt(8), 1));
      if (before != Verdict.UNKNOWN) {
        assertThat(rule.judge(figures)).as("%s on %s", rule, figures).isEqualTo(before);
      }
    }
  }
}
