package vn.dondoc.rural.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dondoc.Application;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

@SpringBootTest(classes = Application.class)
class StandardsDbTest {
  private static final LocalDate AUGUST_2020 = LocalDate.of(2020, 8, 14);
  private static final Actor SYSTEM = Actor.system("test");
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private Standards standards;
  @Autowired private StandardReference reference;
  @TempDir private Path folder;
  private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", () -> TestDatabase.APP_ROLE);
    registry.add("spring.datasource.password", () -> TestDatabase.APP_PASSWORD);
  }

  @BeforeEach
  void load() {
    Acting.call(SYSTEM, standards::load);
  }

  private List<Criterion.Indicator> indicators(String set) {
    int id = standards.find(set).orElseThrow().id();
    return standards.criteria(id).stream().flatMap(c -> c.indicators().stream()).toList();
  }

  private Criterion.Indicator indicator(String set, String number) {
    return indicators(set).stream()
        .filter(i -> i.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static Rule rule(Criterion.Indicator indicator, String group, int year) {
    return indicator.thresholds().stream()
        .filter(t -> t.unitGroup().equals(group) && t.counts(year))
        .map(Criterion.Threshold::rule)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void setOf2016HasNineteenCriteriaAndFortyNineIndicatorsThatOf2021FiftySeven() {
    assertThat(standards.find("1980/QĐ-TTg"))
        .hasValueSatisfying(set -> {
          assertThat(set.criteria()).isEqualTo(19);
          assertThat(set.indicators()).isEqualTo(49);
        });
    assertThat(indicators("1980/QĐ-TTg")).hasSize(49);
    assertThat(indicators("318/QĐ-TTg")).hasSize(57);
  }

  /** National sets in force, whatever a province has filled in. */
  private List<String> national(LocalDate day) {
    return standards.inForce("xa", day).stream()
        .filter(set -> set.parent() == null)
        .map(CriteriaSet::code)
        .toList();
  }

  @Test
  void exactlyOneNationalSetForCommunesIsInForceOnADay() {
    assertThat(national(AUGUST_2020)).containsExactly("1980/QĐ-TTg");
    assertThat(national(LocalDate.of(2022, 3, 7))).containsExactly("1980/QĐ-TTg");
    assertThat(national(LocalDate.of(2022, 3, 8))).containsExactly("318/QĐ-TTg");
    assertThat(standards.inForce("thon", AUGUST_2020)).isEmpty();
  }

  @Test
  void loadingAgainChangesNothing() {
    assertThat(Acting.call(SYSTEM, standards::load)).isZero();
  }

  @Test
  void compoundConditionalAndYearlyRulesAreKept() {
    Rule water = rule(indicator("1980/QĐ-TTg", "17.1"), "TDMNPB", 2020);
    assertThat(water.judge(Map.of("gia_tri", new BigDecimal("90"), "nuoc_sach", BigDecimal.TEN)))
        .isEqualTo(Verdict.UNMET);
    Rule schools = rule(indicator("318/QĐ-TTg", "5.1"), "TDMNPB", 2023);
    assertThat(
            schools.judge(
                Map.of(
                    "gia_tri", new BigDecimal("100"),
                    "so_truong", new BigDecimal("3"),
                    "muc_1", new BigDecimal("50"))))
        .isEqualTo(Verdict.MET);
    assertThat(rule(indicator("318/QĐ-TTg", "10.1"), "TDMNPB", 2022)).hasToString("≥ 39");
    assertThat(rule(indicator("318/QĐ-TTg", "10.1"), "TDMNPB", 2025)).hasToString("≥ 48");
  }

  @Test
  void whatTheProvinceDecidesIsLeftOpenUntilItDoes() {
    assertThat(indicator("1980/QĐ-TTg", "2.1").thresholds()).isEmpty();
    provincialSet("≥ 100");
    Acting.call(SYSTEM, () -> reference.load(folder));
    assertThat(rule(indicator("Bộ mẫu của tỉnh", "2.1"), "TDMNPB", 2020)).hasToString("≥ 100");
    assertThat(indicator("Bộ mẫu của tỉnh", "2.1").thresholds()).allMatch(Criterion.Threshold::own);
    assertThat(indicator("1980/QĐ-TTg", "2.1").thresholds()).isEmpty();
    assertThat(indicators("Bộ mẫu của tỉnh")).hasSize(49);
  }

  @Test
  void setOfTenCriteriaAndFortySevenIndicatorsLoadsWithoutALineOfCode() {
    tenCriteria();
    assertThat(Acting.call(SYSTEM, () -> reference.load(folder))).isEqualTo(1);
    assertThat(standards.find("51-mau"))
        .hasValueSatisfying(set -> {
          assertThat(set.criteria()).isEqualTo(10);
          assertThat(set.indicators()).isEqualTo(47);
        });
    assertThat(rule(indicator("51-mau", "1.1"), "nhom-3", 2027)).hasToString("≥ 27");
  }

  @Test
  void everyProblemOfTheFilesIsNamedWithItsLineAndNothingComesIn() {
    provincialSet("≥ tám mươi");
    write("criteria.csv", "set,number,ordinal,name_vi,name_en,group_vi", "khong-co,1,1,a,b,c");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> Acting.call(SYSTEM, () -> reference.load(folder)));
    assertThat(Objects.requireNonNull(refusal).problems())
        .extracting(Refusal.Problem::place)
        .containsExactlyInAnyOrder("rural/thresholds.csv:2:rule:3", "rural/criteria.csv:2:set");
    assertThat(standards.find("Bộ mẫu sai")).isEmpty();
  }

  @Test
  void ruleThatCannotBeReadIsToldWithItsFileAndLine() {
    provincialSet("≥ tám mươi");
    assertThat(Texts.in(Language.VI).tell(refusal().problems().getFirst()))
        .startsWith("rural/thresholds.csv, dòng 2, cột rule “≥ tám mươi”: ");
  }

  private Refusal refusal() {
    return Objects.requireNonNull(
        catchThrowableOfType(
            Refusal.class, () -> Acting.call(SYSTEM, () -> reference.load(folder))));
  }

  @Test
  void figureAndThresholdOfAnIndicatorThatIsNowhereAreNamedAndNothingComesIn() {
    tenCriteria();
    List.of("sets.csv", "criteria.csv", "indicators.csv", "parts.csv", "thresholds.csv")
        .forEach(file -> rename(file, "52-mau"));
    append("parts.csv", "52-mau,11.9,gia_tri,1,Tỷ lệ,percent,%,0,100");
    append("thresholds.csv", "52-mau,11.9,nhom-1,,,gia_tri ≥ 5,memory,");
    assertThat(refusal().problems())
        .extracting(Refusal.Problem::place)
        .containsExactlyInAnyOrder(
            "rural/parts.csv:49:indicator", "rural/thresholds.csv:143:indicator");
    assertThat(standards.find("52-mau")).isEmpty();
  }

  @Test
  void setThatStandsInFrontOfTheOneItFillsInIsTiedToIt() {
    tenCriteria();
    String parent = "cha-mau,,xa,nong-thon-moi,Mẫu,Sample,Số liệu minh hoạ,,2031-01-01,,memory";
    String child =
        "con-mau,cha-mau,xa,nong-thon-moi,Mẫu,Sample,Số liệu minh hoạ,,2031-01-01,,memory";
    write(
        "sets.csv",
        "set,parent,kind,grade,name_vi,name_en,legal_act,issued_on,from,until,confidence",
        child,
        parent);
    for (String file : List.of("criteria", "indicators", "parts")) {
      rename(file + ".csv", "cha-mau");
    }
    rename("thresholds.csv", "con-mau");
    assertThat(Acting.call(SYSTEM, () -> reference.load(folder))).isEqualTo(2);
    assertThat(standards.find("con-mau").orElseThrow().parent())
        .isEqualTo(standards.find("cha-mau").orElseThrow().id());
    assertThat(rule(indicator("con-mau", "1.1"), "nhom-3", 2031)).hasToString("≥ 27");
  }

  @Test
  void setsThatFillInEachOtherAreRefused() {
    tenCriteria();
    append("sets.csv", "a-mau,b-mau,xa,nong-thon-moi,Mẫu,Sample,Mẫu,,2031-01-01,,memory");
    append("sets.csv", "b-mau,a-mau,xa,nong-thon-moi,Mẫu,Sample,Mẫu,,2031-01-01,,memory");
    assertThat(refusal().problems())
        .extracting(Refusal.Problem::place)
        .containsExactly("rural/sets.csv:3:parent", "rural/sets.csv:4:parent");
  }

  private void append(String file, String line) {
    write(file, read(file).strip(), line);
  }

  private void rename(String file, String set) {
    write(file, read(file).strip().replace("51-mau", set));
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve("rural").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void ruleThatAsksForAFigureTheIndicatorDoesNotHaveIsRefused() {
    provincialSet("nuoc_sach ≥ 50");
    write(
        "parts.csv",
        "set,indicator,code,ordinal,name_vi,value_type,unit,least,most",
        "1980/QĐ-TTg,2.1,gia_tri,1,x,percent,%,0,100");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> Acting.call(SYSTEM, () -> reference.load(folder)));
    assertThat(Objects.requireNonNull(refusal).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.arguments()).contains("nuoc_sach", "gia_tri"));
  }

  private void provincialSet(String rule) {
    String code = rule.equals("≥ 100") ? "Bộ mẫu của tỉnh" : "Bộ mẫu sai";
    write(
        "sets.csv",
        "set,parent,kind,grade,name_vi,name_en,legal_act,issued_on,from,until,confidence",
        code + ",1980/QĐ-TTg,xa,nong-thon-moi,Mẫu,Sample,Số liệu minh hoạ,,2017-01-01,,memory");
    write("criteria.csv", "set,number,ordinal,name_vi,name_en,group_vi");
    write(
        "indicators.csv",
        "set,criterion,number,ordinal,name_vi,name_en,data_owner,responsibility,if_any,"
            + "confidence,note");
    write(
        "parts.csv",
        "set,indicator,code,ordinal,name_vi,value_type,unit,least,most",
        "1980/QĐ-TTg,2.1,gia_tri,1,x,percent,%,0,100");
    write(
        "thresholds.csv",
        "set,indicator,unit_group,from_year,until_year,rule,confidence,source",
        code + ",2.1,TDMNPB,,," + rule + ",memory,");
  }

  private void tenCriteria() {
    write(
        "sets.csv",
        "set,parent,kind,grade,name_vi,name_en,legal_act,issued_on,from,until,confidence",
        "51-mau,,xa,nong-thon-moi,Mẫu 10/47,Sample,Số liệu minh hoạ,,2026-02-15,,memory");
    write(
        "criteria.csv",
        "set,number,ordinal,name_vi,name_en,group_vi",
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> "51-mau," + i + "," + i + ",Tiêu chí " + i + ",C,Nhóm")
            .collect(Collectors.joining("\n")));
    StringBuilder indicators = new StringBuilder();
    StringBuilder parts = new StringBuilder();
    StringBuilder thresholds = new StringBuilder();
    for (int i = 0; i < 47; i++) {
      String number = (i % 10 + 1) + "." + (i / 10 + 1);
      indicators.append(
          "51-mau,%d,%s,%d,Chỉ tiêu,I,Sở mẫu,state,no,memory,\n"
              .formatted(i % 10 + 1, number, i + 1));
      parts.append("51-mau,%s,gia_tri,1,Tỷ lệ,percent,%%,0,100\n".formatted(number));
      for (int group = 1; group <= 3; group++) {
        thresholds.append(
            "51-mau,%s,nhom-%d,,,≥ %d,memory,\n"
                .formatted(number, group, List.of(40, 35, 27).get(group - 1)));
      }
    }
    write(
        "indicators.csv",
        "set,criterion,number,ordinal,name_vi,name_en,data_owner,responsibility,if_any,"
            + "confidence,note",
        indicators.toString().strip());
    write(
        "parts.csv",
        "set,indicator,code,ordinal,name_vi,value_type,unit,least,most",
        parts.toString().strip());
    write(
        "thresholds.csv",
        "set,indicator,unit_group,from_year,until_year,rule,confidence,source",
        thresholds.toString().strip());
  }

  private void write(String file, String... lines) {
    try {
      Files.createDirectories(folder.resolve("rural"));
      Files.writeString(
          folder.resolve("rural").resolve(file),
          String.join("\n", lines) + "\n",
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
