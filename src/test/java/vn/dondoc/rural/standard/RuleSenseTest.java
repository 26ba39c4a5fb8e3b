package vn.dondoc.rural.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.rural.standard.Criterion.ValueType;

/** A rule that no figures can meet is found, and so is the part of it that none can. */
class RuleSenseTest {
  private static final RuleSense.Values PERCENT =
      RuleSense.Values.of(ValueType.PERCENT, null, null);
  private static final RuleSense.Values COUNT = RuleSense.Values.of(ValueType.COUNT, null, null);
  private static final RuleSense.Values YES_NO = RuleSense.Values.of(ValueType.YES_NO, null, null);
  private static final RuleSense.Values NUMBER = RuleSense.Values.of(ValueType.NUMBER, null, null);

  @Test
  void rangeTurnedRoundAndLevelsThatExcludeEachOtherAreNeverMet() {
    assertThat(never("từ 50 đến 20", NUMBER)).isEqualTo("≥ 50 và ≤ 20");
    assertThat(never("≥ 90 và ≤ 50", NUMBER)).isEqualTo("≥ 90 và ≤ 50");
    assertThat(never("> 3 và < 3", NUMBER)).isNotNull();
    assertThat(never("≥ 3 và < 3", NUMBER)).isNotNull();
    assertThat(never("= 3 và ≠ 3", NUMBER)).isNotNull();
    assertThat(never("từ 20 đến 50", NUMBER)).isNull();
    assertThat(never("≥ 3 và ≤ 3", NUMBER)).isNull();
  }

  @Test
  void levelOutsideWhatTheFigureCanBeIsNeverMet() {
    assertThat(never("≥ 120", PERCENT)).isEqualTo("≥ 120");
    assertThat(never("≤ 100", PERCENT)).isNull();
    assertThat(never("< 0", COUNT)).isNotNull();
    assertThat(never("> 3 và < 4", COUNT)).as("nothing whole lies between").isNotNull();
    assertThat(never("> 3 và < 4", NUMBER)).isNull();
    assertThat(never("đạt", YES_NO)).isNull();
    assertThat(never("= 2", YES_NO)).isNotNull();
    assertThat(never("≠ 0 và ≠ 1", YES_NO)).isNotNull();
  }

  @Test
  void partThatIsNeverMetIsFoundWithinARuleThatIs() {
    assertThat(never("nếu so_truong > 3 thì ≥ 90 và ≤ 50 còn lại ≥ 80", NUMBER))
        .contains("so_truong > 3", "≥ 90 và ≤ 50");
    assertThat(never("nếu so_truong > 3 thì so_truong < 2 còn lại ≥ 80", NUMBER))
        .contains("so_truong > 3", "so_truong < 2");
    assertThat(never("nếu so_truong > 3 thì ≥ 90 còn lại so_truong ≥ 5", NUMBER))
        .contains("so_truong ≤ 3", "so_truong ≥ 5");
    assertThat(never("≥ 80 hoặc (≥ 60 và ≤ 50)", NUMBER)).isEqualTo("≥ 60 và ≤ 50");
    assertThat(never("nếu so_truong > 3 thì ≥ 90 còn lại ≥ 80", NUMBER)).isNull();
  }

  @Test
  void everyPairOfComparisonsIsJudgedAsTryingEveryValueJudgesIt() {
    List<BigDecimal> tried =
        IntStream.rangeClosed(-8, 24).mapToObj(i -> BigDecimal.valueOf(i * 25L, 2)).toList();
    for (Comparator one : Comparator.values()) {
      for (Comparator other : Comparator.values()) {
        for (int i = 0; i < 16; i++) {
          Rule rule = new Rule.All(List.of(compared(one, i / 4), compared(other, i % 4)));
          boolean met =
              tried.stream().anyMatch(v -> rule.judge(Map.of(Rule.VALUE, v)) == Verdict.MET);
          assertThat(new RuleSense(Map.of()).never(rule) == null)
              .as(rule.toString())
              .isEqualTo(met);
          boolean whole =
              tried.stream()
                  .filter(v -> v.stripTrailingZeros().scale() <= 0 && v.signum() >= 0)
                  .anyMatch(v -> rule.judge(Map.of(Rule.VALUE, v)) == Verdict.MET);
          assertThat(new RuleSense(Map.of(Rule.VALUE, COUNT)).never(rule) == null)
              .as("%s, counted", rule)
              .isEqualTo(whole);
        }
      }
    }
  }

  private static Rule compared(Comparator comparator, int bound) {
    return new Rule.Comparison(Rule.VALUE, comparator, BigDecimal.valueOf(bound));
  }

  private static @Nullable String never(String rule, RuleSense.Values values) {
    Rule never = new RuleSense(Map.of(Rule.VALUE, values)).never(Rule.read(rule));
    return never == null ? null : never.toString();
  }
}
