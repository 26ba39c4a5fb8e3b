package vn.dondoc.rural.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.Range;
import vn.dondoc.rural.standard.Criterion.Responsibility;
import vn.dondoc.rural.standard.Criterion.Threshold;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.rural.standard.Rule;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** A figure in another unit, or larger than what it is a part of, is not taken for what it says. */
class FigureCheckTest {
  private static final String PER_HEAD = "triệu đồng/người/năm";

  private static Part part(
      String code, ValueType type, String unit, @Nullable Integer most, @Nullable String partOf) {
    BigDecimal bound = most == null ? null : BigDecimal.valueOf(most);
    return new Part(
        code,
        new Bilingual("Giá trị " + code, "Figure " + code),
        type,
        new Bilingual(unit, unit),
        new Range(BigDecimal.ZERO, bound),
        partOf);
  }

  private static List<String> problems(String rule, Map<String, String> figures, Part... parts) {
    Threshold threshold = new Threshold(1, "TDMNPB", null, null, Rule.read(rule), "high", true);
    Indicator indicator =
        new Indicator(
            1,
            "10.1",
            new CriteriaSet.Name("Thu nhập", "Income"),
            "Cục Thống kê",
            Responsibility.STATE,
            false,
            "high",
            List.of(parts),
            List.of(threshold));
    Map<String, BigDecimal> said =
        figures.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> new BigDecimal(e.getValue())));
    List<Problem> problems = new ArrayList<>();
    Report report = Report.claim(1, 1, YearMonth.of(2020, 8), 0, said);
    new FigureCheck(report, indicator, "Y Tịch · 10.1", problems).look();
    return problems.stream().map(Texts.in(Language.VI)::tell).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"50500000", "50500", "5050"})
  void incomeInAnotherUnitIsAskedAboutInItsOwn(String typed) {
    assertThat(
            problems(
                "≥ 36",
                Map.of("gia_tri", typed),
                part("gia_tri", ValueType.MONEY, PER_HEAD, 1000, null)))
        .singleElement()
        .asString()
        .contains(typed + " nằm ngoài khoảng từ 0 đến 1000\u00a0" + PER_HEAD)
        .contains("Có phải là 50,5\u00a0" + PER_HEAD + "?");
  }

  @Test
  void whereNoHighestFigureIsToldAThousandTimesWhatIsAskedForIsRefused() {
    Part open = part("gia_tri", ValueType.MONEY, PER_HEAD, null, null);
    assertThat(problems("≥ 36", Map.of("gia_tri", "50500000"), open))
        .singleElement()
        .asString()
        .contains("gấp hàng nghìn lần mức quy định 36\u00a0" + PER_HEAD)
        .contains("Có phải là 50,5\u00a0" + PER_HEAD + "?");
    assertThat(problems("≥ 36", Map.of("gia_tri", "35999"), open)).isEmpty();
    assertThat(problems("= 0", Map.of("gia_tri", "50500000"), open)).isEmpty();
  }

  @Test
  void halfAHouseIsNoHouseAndNoneIsGuessed() {
    Part houses = part("gia_tri", ValueType.COUNT, "nhà", 20_000, null);
    assertThat(problems("= 0", Map.of("gia_tri", "1.5"), houses))
        .singleElement()
        .asString()
        .contains("1,5 phải là số nguyên");
    assertThat(problems("= 0", Map.of("gia_tri", "20001"), houses))
        .singleElement()
        .asString()
        .contains("nằm ngoài khoảng")
        .doesNotContain("Có phải là");
    assertThat(problems("= 0", Map.of("gia_tri", "12"), houses)).isEmpty();
  }

  @Test
  void partLargerThanItsWholeIsRefusedAndAsLargeIsNot() {
    Part hygienic = part("gia_tri", ValueType.PERCENT, "%", 100, null);
    Part clean = part("nuoc_sach", ValueType.PERCENT, "%", 100, "gia_tri");
    String rule = "≥ 90 và nuoc_sach ≥ 50";
    assertThat(problems(rule, Map.of("gia_tri", "92", "nuoc_sach", "95"), hygienic, clean))
        .singleElement()
        .asString()
        .contains("Giá trị nuoc_sach (95) không thể lớn hơn Giá trị gia_tri (92)");
    assertThat(problems(rule, Map.of("gia_tri", "92", "nuoc_sach", "92"), hygienic, clean))
        .isEmpty();
    // Out of its own range it is told once.
    assertThat(problems(rule, Map.of("gia_tri", "92", "nuoc_sach", "950"), hygienic, clean))
        .singleElement()
        .asString()
        .contains("950 nằm ngoài khoảng");
  }
}
