package vn.dondoc.rural.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dondoc.Application;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.TestDatabase;

/** The database and the program judge figures by the same rules. */
@SpringBootTest(classes = Application.class)
class RuleSqlDbTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private Standards standards;
  private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", () -> TestDatabase.APP_ROLE);
    registry.add("spring.datasource.password", () -> TestDatabase.APP_PASSWORD);
  }

  private int indicator() {
    Acting.call(Actor.system("test"), standards::load);
    return standards.criteria(standards.find("318/QĐ-TTg").orElseThrow().id()).stream()
        .flatMap(criterion -> criterion.indicators().stream())
        .filter(one -> one.number().equals("12.1"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void databaseJudgesAsTheProgramDoes() {
    Random dice = new Random(20200814);
    int indicator = indicator();
    withParts(indicator);
    for (int i = 0; i < 200; i++) {
      Rule rule = RulePropertyTest.rule(dice, 3);
      int threshold = threshold(indicator, rule, 2024, i);
      for (int j = 0; j < 5; j++) {
        Map<String, BigDecimal> figures = RulePropertyTest.figures(dice);
        assertThat(judgedBySql(threshold, figures))
            .as("%s on %s", rule, figures)
            .isEqualTo(rule.judge(figures));
      }
    }
  }

  /** The indicator is told by the figures of the property test, in their order. */
  private void withParts(int indicator) {
    owner.sql("delete from rural.part where indicator_id = :id").param("id", indicator).update();
    for (int i = 0; i < RulePropertyTest.PARTS.size(); i++) {
      owner
          .sql(
              "insert into rural.part (indicator_id, code, ordinal, name_vi, value_type)"
                  + " values (:id, :code, :ordinal, 'x', 'number')")
          .param("id", indicator)
          .param("code", RulePropertyTest.PARTS.get(i))
          .param("ordinal", i + 1)
          .update();
    }
  }

  private int threshold(int indicator, Rule rule, int year, int group) {
    int id =
        owner
            .sql(
                "insert into rural.threshold (set_id, indicator_id, unit_group, from_year, rule,"
                    + " confidence) select set_id, id, :group, :year, :rule, 'memory'"
                    + " from rural.indicator where id = :indicator returning id")
            .param("group", "nhom-thu-" + group)
            .param("year", year)
            .param("rule", rule.toString())
            .param("indicator", indicator)
            .query(Integer.class)
            .single();
    List<Clause> clauses = rule.clauses();
    for (int clause = 0; clause < clauses.size(); clause++) {
      List<Rule.Comparison> terms = clauses.get(clause).terms();
      for (int ordinal = 0; ordinal < terms.size(); ordinal++) {
        Rule.Comparison term = terms.get(ordinal);
        owner
            .sql("insert into rural.term values (:id, :clause, :ordinal, :part, :sign, :bound)")
            .param("id", id)
            .param("clause", clause)
            .param("ordinal", ordinal)
            .param("part", term.part())
            .param("sign", term.comparator().code())
            .param("bound", term.bound())
            .update();
      }
    }
    return id;
  }

  private Verdict judgedBySql(int threshold, Map<String, BigDecimal> figures) {
    String ordered =
        RulePropertyTest.PARTS.stream()
            .map(part -> Objects.toString(figures.get(part), "NULL"))
            .collect(Collectors.joining(",", "{", "}"));
    return owner
        .sql("select coalesce(rural.meets(:id, :figures::numeric[])::text, 'unknown')")
        .param("id", threshold)
        .param("figures", ordered)
        .query(String.class)
        .single()
        .transform(word ->
            switch (word) {
              case "true" -> Verdict.MET;
              case "false" -> Verdict.UNMET;
              default -> Verdict.UNKNOWN;
            });
  }
}
