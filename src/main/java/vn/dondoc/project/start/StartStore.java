package vn.dondoc.project.start;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.project.entry.Said;

@Repository
class StartStore {
  private static final String RULES =
      "select * from project.start_rules_on(:day) order by ended, last_day, rule_id";
  private static final String STARTS =
      """
      select s.*, p.name, n.name as owner_name, h.title as head, m.due_on
        from project.started_by(:day) s
        join project.on_day(:day) p on p.project_id = s.project_id
        left join agency.name n
          on n.body_id = s.owner_id and n.kind = 'official' and n.valid @> :day::date
        left join agency.post h on h.body_id = s.owner_id and h.head and h.valid @> :day::date
        left join lateral (select max(m.due_on) as due_on
                             from project.milestones_on(:day) m
                             join project.milestone_type t on t.code = m.type_code and t.starts
                            where m.project_id = s.project_id) m on true
       where s.rule_id = any(:rules)
       order by s.rule_id, case s.state when 'late' then 1 when 'waiting' then 2
                                        when 'started_late' then 3 else 4 end,
                n.name, p.name
      """;
  private static final String GONE =
      """
      select g.*, p.name, n.name as owner_name
        from project.let_go(:rule, :day) g
        join project.on_day(:day) p on p.project_id = g.project_id
        left join agency.name n
          on n.body_id = g.owner_id and n.kind = 'official' and n.valid @> :day::date
       order by g.on_day desc, p.name
      """;
  private static final String WRITES = "select project.writes_all()";
  private static final String BEGINNINGS =
      "select name_vi from project.milestone_type where starts order by ordinal";
  private static final String OWNING = "select unnest(project.owning(:bodies::int[], :day))";
  private static final String NEXT =
      "select nextval(pg_get_serial_sequence('project.start_rule', 'id'))";
  private static final String ADD =
      """
      insert into project.start_rule (id, task_id, on_day, by_account, by_name)
      values (:id, :task, :day, :account, :who)
      """;
  private static final String FACT =
      """
      insert into project.start_rule_fact (rule_id, step, name, clause, year, class_code, last_day,
                                           owners, differs, ended, why, on_day, by_account,
                                           by_name)
      values (:rule, :step, :name, :clause, :year, :class, :last, nullif(:owners::int[], '{}'),
              :differs, :ended, :why, :day, :account, :who)
      """;
  private static final String EXCEPT =
      """
      insert into project.start_exception (rule_id, project_id, step, inside, why, on_day, by_account,
                                           by_name)
      select :rule, :project, coalesce(max(e.step), 0) + 1, :inside, :why, :day, :account, :who
        from project.start_exception e
       where e.rule_id = :rule and e.project_id = :project
      """;

  private final JdbcClient jdbc;

  StartStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the tables of rules take anything from the actor. */
  boolean writes() {
    return jdbc.sql(WRITES).query(Boolean.class).single();
  }

  /** What the milestones are called that begin works. */
  List<String> beginnings() {
    return jdbc.sql(BEGINNINGS).query((row, number) -> row.getString(1)).list();
  }

  List<StartRule> rules(LocalDate day) {
    return jdbc.sql(RULES).param("day", day).query(StartStore::rule).list();
  }

  List<Start> starts(List<Long> rules, LocalDate day) {
    return jdbc.sql(STARTS)
        .param("rules", rules.toArray(Long[]::new))
        .param("day", day)
        .query(StartStore::start)
        .list();
  }

  /** What a rule bound and binds no more, as far as the asker sees. */
  List<Start.Gone> gone(long rule, LocalDate day) {
    return jdbc.sql(GONE).param("rule", rule).param("day", day).query(StartStore::gone).list();
  }

  long add(long task, LocalDate day) {
    long id = jdbc.sql(NEXT).query(Long.class).single();
    Said.on(day, jdbc.sql(ADD)).param("id", id).param("task", task).update();
    return id;
  }

  void addFact(StartRule rule, @Nullable String why, LocalDate day) {
    Said.on(day, jdbc.sql(FACT))
        .param("rule", rule.id())
        .param("step", rule.step())
        .param("name", rule.terms().name())
        .param("clause", rule.terms().clause())
        .param("year", rule.terms().year())
        .param("class", rule.terms().classCode())
        .param("last", rule.terms().lastDay())
        .param("owners", rule.terms().owners().toArray(Integer[]::new))
        .param("differs", rule.terms().differs(), Types.VARCHAR)
        .param("ended", rule.ended())
        .param("why", why, Types.VARCHAR)
        .update();
  }

  void except(long rule, long project, boolean inside, String why, LocalDate day) {
    Said.on(day, jdbc.sql(EXCEPT))
        .param("rule", rule)
        .param("project", project)
        .param("inside", inside)
        .param("why", why)
        .update();
  }

  /** Those of these bodies that own projects, themselves or through their members. */
  List<Integer> owning(List<Integer> bodies, LocalDate day) {
    return jdbc.sql(OWNING)
        .param("bodies", bodies.toArray(Integer[]::new))
        .param("day", day)
        .query((row, number) -> row.getInt(1))
        .list();
  }

  private static List<Integer> owners(java.sql.@Nullable Array owners) throws SQLException {
    return owners == null ? List.of() : List.of((Integer[]) owners.getArray());
  }

  private static StartRule rule(ResultSet row, int number) throws SQLException {
    return new StartRule(
        row.getLong("rule_id"),
        row.getLong("task_id"),
        row.getInt("step"),
        new StartRule.Terms(
            row.getString("name"),
            row.getString("clause"),
            row.getInt("year"),
            row.getString("class_code"),
            row.getObject("last_day", LocalDate.class),
            owners(row.getArray("owners")),
            row.getString("differs")),
        row.getBoolean("ended"));
  }

  private static Start start(ResultSet row, int number) throws SQLException {
    return new Start(
        row.getLong("rule_id"),
        row.getLong("project_id"),
        row.getString("name"),
        new Start.Owner(row.getInt("owner_id"), row.getString("owner_name"), row.getString("head")),
        row.getBoolean("by_person"),
        row.getString("why"),
        row.getObject("started_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        Start.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        left(row));
  }

  private static Start.@Nullable Left left(ResultSet row) throws SQLException {
    LocalDate on = row.getObject("left_on", LocalDate.class);
    return on == null
        ? null
        : new Start.Left(
            on, row.getString("left_to"), row.getString("left_why"), row.getString("left_by"));
  }

  private static Start.Gone gone(ResultSet row, int number) throws SQLException {
    return new Start.Gone(
        row.getLong("project_id"),
        row.getString("name"),
        row.getString("owner_name"),
        row.getString("class_code"),
        new Start.Said(
            row.getString("why"),
            row.getObject("on_day", LocalDate.class),
            row.getString("by_name")));
  }
}
