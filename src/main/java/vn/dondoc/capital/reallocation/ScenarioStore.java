package vn.dondoc.capital.reallocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Acting;

@Repository
class ScenarioStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SCENARIOS =
      """
      select c.id, c.budget_year, c.name, c.by_name, c.on_day, s.step, s.rules::text as rules,
             s.by_name as changed_by
        from capital.scenario c
        join lateral (select x.* from capital.scenario_step x
                       where x.scenario_id = c.id order by x.step desc limit 1) s on true
       where (:id::bigint is null or c.id = :id) and (:year::int is null or c.budget_year = :year)
       order by c.id desc
       limit :most
      """;
  private static final String ADD =
      """
      insert into capital.scenario (budget_year, name, on_day, by_account, by_name)
      values (:year, :name, :day, :account, :by)
      returning id
      """;
  private static final String STEP =
      """
      insert into capital.scenario_step (scenario_id, step, rules, on_day, by_account, by_name)
      values (:scenario, :step, :rules::jsonb, :day, :account, :by)
      """;
  private static final String RULES =
      """
      select s.rules::text from capital.scenario_step s
       where s.scenario_id = :scenario and s.step = :step
      """;

  private final JdbcClient jdbc;

  ScenarioStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Scenario> scenarios(@Nullable Long id, @Nullable Integer year, int most) {
    return jdbc.sql(SCENARIOS)
        .param("id", id, Types.BIGINT)
        .param("year", year, Types.INTEGER)
        .param("most", most)
        .query(ScenarioStore::scenario)
        .list();
  }

  Optional<ScenarioRules> rules(long scenario, int step) {
    return jdbc.sql(RULES)
        .param("scenario", scenario)
        .param("step", step)
        .query(String.class)
        .optional()
        .map(told -> JSON.readValue(told, ScenarioRules.class));
  }

  long add(int year, String name, LocalDate day) {
    return jdbc.sql(ADD)
        .param("year", year)
        .param("name", name)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .query(Long.class)
        .single();
  }

  void set(long scenario, int step, ScenarioRules rules, LocalDate day) {
    jdbc.sql(STEP)
        .param("scenario", scenario)
        .param("step", step)
        .param("rules", JSON.writeValueAsString(rules))
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  private static Scenario scenario(ResultSet row, int number) throws SQLException {
    return new Scenario(
        row.getLong("id"),
        row.getInt("budget_year"),
        row.getString("name"),
        row.getString("by_name"),
        Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
        row.getInt("step"),
        JSON.readValue(row.getString("rules"), ScenarioRules.class),
        row.getString("changed_by"),
        null);
  }
}
