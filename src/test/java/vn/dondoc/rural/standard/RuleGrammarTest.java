package vn.dondoc.rural.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.kernel.Refusal;

class RuleGrammarTest {
  private static Verdict judge(String rule, String figures) {
    Map<String, BigDecimal> values = new HashMap<>();
    for (String figure : figures.split("\\s+")) {
      if (figure.contains("=")) {
        values.put(figure.split("=")[0], new BigDecimal(figure.split("=")[1]));
      }
    }
    return RuleGrammar.parse(rule).judge(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "≥ 80 | gia_tri=80 | MET",
        "≥ 80 % | gia_tri=79.99 | UNMET",
        "≤ 26,7 | gia_tri=26.7 | MET",
        "<= 26.7 | gia_tri=26.71 | UNMET",
        "= 0 | gia_tri=0.0 | MET",
        "đạt | gia_tri=1 | MET",
        "dat | gia_tri=0 | UNMET",
        "đạt | - | UNKNOWN",
        "từ 2 đến 3 | gia_tri=2.5 | MET",
        "từ 2 đến 3 | gia_tri=3.5 | UNMET",
        "≥ 90 và nuoc_sach ≥ 50 | gia_tri=92 nuoc_sach=50 | MET",
        "≥ 90 và nuoc_sach ≥ 50 | gia_tri=92 nuoc_sach=49 | UNMET",
        "≥ 90 và nuoc_sach ≥ 50 | gia_tri=92 | UNKNOWN",
        "≥ 90 và nuoc_sach ≥ 50 | gia_tri=10 | UNMET",
        "≥ 90 hoặc nuoc_sach ≥ 50 | gia_tri=92 | MET",
        "nếu so_truong > 3 thì muc_1 ≥ 70 còn lại muc_1 ≥ 50 | so_truong=4 muc_1=60 | UNMET",
        "nếu so_truong > 3 thì muc_1 ≥ 70 còn lại muc_1 ≥ 50 | so_truong=3 muc_1=60 | MET",
        "neu so_truong > 3 thi muc_1 >= 70 con lai muc_1 >= 50 | muc_1=60 | UNKNOWN",
        "neu so_truong > 3 thi muc_1 >= 70 con lai muc_1 >= 50 | muc_1=40 | UNMET",
        "≥ 100 và (nếu so_truong > 3 thì muc_1 ≥ 70 còn lại muc_1 ≥ 50)"
            + " | gia_tri=100 so_truong=5 muc_1=70 | MET",
        "(a ≥ 1 hoặc b ≥ 1) và c ≥ 1 | b=1 c=1 | MET",
        "a ≥ 1 hoặc b ≥ 1 và c ≥ 1 | a=1 c=0 | MET",
      })
  void judgesFiguresAsTheActMeans(String rule, String figures, Verdict verdict) {
    assertThat(judge(rule, figures)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "≥ | 2 | RULE_WORD_END",
        "80 | 1 | RULE_WORD",
        "≥ 80 và | 8 | RULE_END",
        "≥ 80 80 | 6 | RULE_WORD",
        "(≥ 80 | 6 | RULE_END",
        "≥ tám mươi | 3 | RULE_NAME",
        "≥ 80 & ≤ 90 | 6 | RULE_SIGN",
        "Nước ≥ 50 | 1 | RULE_NAME",
        "≥ 1.000 | 3 | RULE_THOUSANDS",
        "nếu a > 3 thì b ≥ 1 | 20 | RULE_END",
      })
  void refusesWhatItCannotReadAndNamesTheCharacter(String rule, String place, String code) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> RuleGrammar.parse(rule));
    assertThat(Objects.requireNonNull(refusal, rule).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.place()).isEqualTo(place);
          assertThat(problem.key())
              .isEqualTo(
                  (code.equals("RULE_WORD_END")
                          ? StandardRefusal.RULE_END
                          : StandardRefusal.valueOf(code))
                      .key());
        });
  }

  @Test
  void refusesWhatIsTooLongTooDeepOrTooWide() {
    assertThat(catchThrowableOfType(Refusal.class, () -> RuleGrammar.parse("≥ 1 ".repeat(600))))
        .isNotNull()
        .satisfies(r -> assertThat(r.code()).isEqualTo(StandardRefusal.RULE_LONG));
    String deep = "(".repeat(40) + "≥ 1" + ")".repeat(40);
    assertThat(catchThrowableOfType(Refusal.class, () -> RuleGrammar.parse(deep)))
        .isNotNull()
        .satisfies(r -> assertThat(r.code()).isEqualTo(StandardRefusal.RULE_DEEP));
    String wide = "(a ≥ 1 hoặc b ≥ 1 hoặc c ≥ 1 hoặc d ≥ 1)";
    String wider = String.join(" và ", wide, wide.replace('1', '2'), wide.replace('1', '3'), wide);
    assertThat(catchThrowableOfType(Refusal.class, () -> RuleGrammar.parse(wider)))
        .isNotNull()
        .satisfies(r -> assertThat(r.code()).isEqualTo(StandardRefusal.RULE_WIDE));
  }

  @Test
  void namesTheFiguresItAsksFor() {
    assertThat(RuleGrammar.parse("≥ 90 và (nếu so_truong > 3 thì muc_1 ≥ 70 còn lại đạt)").parts())
        .containsExactly("gia_tri", "muc_1", "so_truong");
  }
}
