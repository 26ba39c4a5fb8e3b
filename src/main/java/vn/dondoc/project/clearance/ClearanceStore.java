package vn.dondoc.project.clearance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClearanceStore {
  private static final String OF =
      """
      select c.*, p.title as head
        from project.clearances_on(:day) c
        left join agency.post p on p.body_id = c.body_id and p.head and p.valid @> :day::date
       where c.project_id = :project
       order by c.clearance_id
      """;
  private static final String EACH =
      """
      select c.*, p.title as head
        from project.clearances_on(:day) c
        left join agency.post p on p.body_id = c.body_id and p.head and p.valid @> :day::date
       where c.project_id = any(:projects)
       order by c.clearance_id
      """;
  private static final String NEXT =
      "select nextval(pg_get_serial_sequence('project.clearance', 'id'))";
  private static final String ADD =
      """
      insert into project.clearance (id, project_id, unit_id, part, on_day, by_account, by_name)
      values (:id, :project, :unit, :part, :day, :account, :who)
      """;
  private static final String FACT =
      """
      insert into project.clearance_fact (clearance_id, project_id, step, stage, area_m2,
                                          area_handed_m2, households, households_paid,
                                          households_handed, approved_vnd, paid_vnd, blocker,
                                          blocker_words, body_id, due_on, body_why, on_day,
                                          by_account, by_name)
      values (:clearance, :project, :step, :stage, :area, :areaHanded, :households, :paidHouseholds,
              :handedHouseholds, :approved, :paid, :blocker, :words, :body, :due, :bodyWhy, :day,
              :account, :who)
      """;
  private static final String HISTORY =
      "select * from project.clearance_fact where clearance_id = :clearance order by step desc";
  private static final String STAGE =
      "select hands, whole from project.clearance_stage where code = :stage";
  // What was divided is told as every part, what was joined as the whole it went to.
  private static final String NOW = "select unnest(project.on_map(array[:unit]::int[], :day))";

  private final JdbcClient jdbc;

  ClearanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Clearance> of(long project, LocalDate day) {
    return jdbc.sql(OF)
        .param("project", project)
        .param("day", day)
        .query(ClearanceStore::clearance)
        .list();
  }

  List<Clearance> of(Collection<Long> projects, LocalDate day) {
    return jdbc.sql(EACH)
        .param("projects", projects.toArray(Long[]::new))
        .param("day", day)
        .query(ClearanceStore::clearance)
        .list();
  }

  List<Clearance.Told> history(long clearance) {
    return jdbc.sql(HISTORY)
        .param("clearance", clearance)
        .query((row, number) ->
            new Clearance.Told(
                state(row),
                new Clearance.Said(
                    row.getObject("on_day", LocalDate.class), row.getString("by_name"))))
        .list();
  }

  /** What a stage can have; none where the reference data do not say. */
  Optional<Clearance.Stage> stage(String code) {
    return jdbc.sql(STAGE)
        .param("stage", code)
        .query(
            (row, number) -> new Clearance.Stage(row.getBoolean("hands"), row.getBoolean("whole")))
        .optional();
  }

  /** What a unit is on the map of a day. */
  List<Integer> on(int unit, LocalDate day) {
    return jdbc.sql(NOW)
        .param("unit", unit)
        .param("day", day)
        .query((row, number) -> row.getInt(1))
        .list();
  }

  long add(long project, int unit, String part, LocalDate day) {
    long id = jdbc.sql(NEXT).query(Long.class).single();
    vn.dondoc.project.entry.Said.on(day, jdbc.sql(ADD))
        .param("id", id)
        .param("project", project)
        .param("unit", unit)
        .param("part", part)
        .update();
    return id;
  }

  void addFact(long project, long clearance, int step, Clearance.State state, LocalDate day) {
    vn.dondoc.project.entry.Said.on(day, jdbc.sql(FACT))
        .param("clearance", clearance)
        .param("project", project)
        .param("step", step)
        .param("stage", state.stage())
        .param("area", state.area().whole())
        .param("areaHanded", state.area().handed())
        .param("households", state.households().whole())
        .param("paidHouseholds", state.households().paid())
        .param("handedHouseholds", state.households().handed())
        .param("approved", state.money().approved())
        .param("paid", state.money().paid())
        .param("blocker", state.blocker().code(), Types.VARCHAR)
        .param("words", state.blocker().words(), Types.VARCHAR)
        .param("body", state.bodyId())
        .param("due", state.dueOn(), Types.DATE)
        .param("bodyWhy", state.bodyWhy(), Types.VARCHAR)
        .update();
  }

  private static Clearance clearance(ResultSet row, int number) throws SQLException {
    return new Clearance(
        row.getLong("clearance_id"),
        row.getLong("project_id"),
        row.getInt("unit_id"),
        row.getString("part"),
        row.getInt("step"),
        state(row),
        row.getObject("blocked_since", LocalDate.class),
        row.getString("head"),
        new Clearance.Said(row.getObject("said_on", LocalDate.class), row.getString("said_by")));
  }

  private static Clearance.State state(ResultSet row) throws SQLException {
    return new Clearance.State(
        row.getString("stage"),
        new Clearance.Area(row.getLong("area_m2"), row.getLong("area_handed_m2")),
        new Clearance.Households(
            row.getInt("households"),
            row.getInt("households_paid"),
            row.getInt("households_handed")),
        new Clearance.Money(row.getLong("approved_vnd"), row.getLong("paid_vnd")),
        new Clearance.Blocker(row.getString("blocker"), row.getString("blocker_words")),
        row.getInt("body_id"),
        row.getObject("due_on", LocalDate.class),
        row.getString("body_why"));
  }
}
