package vn.dondoc.project;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

@Repository
class ProjectStore {
  static final String SELECT =
      """
      select p.*, i.total_vnd, i.settlement_vnd, g.group_code as law_group, g.basis as law_basis
        from project.on_day(:day) p
        left join project.investment_on(:day) i on i.project_id = p.project_id
        left join project.groups_on(:day) g on g.project_id = p.project_id
      """;
  private static final String OF = SELECT + " where p.project_id = any(:ids) order by p.project_id";
  private static final String EVERY = SELECT + " order by p.project_id";
  private static final String CODED =
      SELECT + " where p.code = any(:codes) or p.budget_code = any(:codes) order by p.project_id";
  // What people write before a name, signs, and zeros before numbers do not tell one from another.
  private static final String PLAIN =
      """
      regexp_replace(
        btrim(regexp_replace(regexp_replace(database.fold({name}), '[^a-z0-9]+', ' ', 'g'),
                             '\\m0+(?=[0-9])', '', 'g')),
        '^(tieu du an |du an |cong trinh )?(thanh phan )?(dau tu xay dung |dau tu )?', '')
      """;
  private static final String PHASE = "'\\m(?:giai doan|gd) ((?:[0-9]+(?: [0-9]+)?|[ivx]+)\\M)'";
  // The same name but for a few letters, of the same owner; many names in one question. What
  // differs
  // in a number is another section, two phases are two projects; a name without a phase may be
  // either.
  private static final String ALIKE =
      """
      with q as materialized (
        select q.asked, q.owner, regexp_replace(n.plain, {phase}, '') as base,
               substring(n.plain from {phase}) as phase
          from unnest(:names::text[], :owners::int[]) with ordinality q (name, owner, asked)
         cross join lateral (select {asked} as plain) n),
      p as materialized (
        select p.project_id, p.owner_id, regexp_replace(n.plain, {phase}, '') as base,
               substring(n.plain from {phase}) as phase
          from project.on_day(:day) p
         cross join lateral (select {known} as plain) n
         where p.owner_id = any(:owners::int[]))
      select q.asked, p.project_id
        from q
        join p
          on p.owner_id = q.owner
             and (p.phase is null or q.phase is null or p.phase = q.phase)
             and (btrim(p.base) = btrim(q.base)
                  or public.similarity(p.base, q.base) > :near
                     and btrim(regexp_replace(p.base, '[^0-9]+', ' ', 'g'))
                         = btrim(regexp_replace(q.base, '[^0-9]+', ' ', 'g')))
       order by q.asked, public.similarity(p.base, q.base) desc, p.project_id
      """
          .replace("{phase}", PHASE)
          .replace("{asked}", PLAIN.replace("{name}", "q.name"))
          .replace("{known}", PLAIN.replace("{name}", "p.name"));
  // By a code, by the name, or by both as the register writes them; else what sounds like it.
  private static final String CALLED =
      """
      select q.words, p.project_id,
             p.code = q.code or p.budget_code = q.code or p.name_folded = database.fold(q.words)
               as exact
        from unnest(:words::text[], :codes::text[]) q (words, code)
        join project.on_day(:day) p
          on p.code = q.code or p.budget_code = q.code or p.name_folded = database.fold(q.words)
             or public.similarity(p.name_folded, database.fold(q.words)) > :like
       order by q.words, 3 desc nulls last,
                public.similarity(p.name_folded, database.fold(q.words)) desc, p.project_id
      """;
  private static final String NEXT =
      "select nextval(pg_get_serial_sequence('project.project', 'id'))";
  // The codes come with the first version.
  private static final String PROJECT =
      """
      insert into project.project (id, made_on, by_account, by_name)
      values (:id, :day, :account, :name)
      """;
  private static final String VERSION =
      """
      insert into project.version (project_id, step, code, budget_code, name, owner_id, level,
                                   nature, group_code, sector_code, from_year, until_year,
                                   capacity, places, why, on_day, by_account, by_name)
      values (:project, :step, :code, :budget, :title, :owner, :level, :nature, :group, :sector,
              :from, :until, :capacity, :places, :why, :day, :account, :name)
      """;
  private static final String STATE =
      """
      insert into project.state_change (project_id, step, stage, side_state, since, document, why,
                                        on_day, by_account, by_name)
      values (:project, :step, :stage, :side, :since, :document, :why, :day, :account, :name)
      """;
  private static final String CLASS =
      """
      insert into project.year_class (project_id, year, step, class_code, why, on_day, by_account,
                                      by_name)
      values (:project, :year, :step, :class, :why, :day, :account, :name)
      """;
  private static final String CLASSES =
      """
      select distinct on (year) year, step, class_code
        from project.year_class
       where project_id = :project
       order by year, step desc
      """;
  private static final String MOVES =
      """
      select to_code, backward from project.move where kind = :kind and from_code = :from
      """;
  private static final String HISTORY =
      "select * from project.version where project_id = :project order by step desc";
  private static final String PAST =
      "select * from project.state_change where project_id = :project order by step desc";

  private static final double NEAR = 0.85;
  private static final double LIKE = 0.3;

  private final JdbcClient jdbc;

  ProjectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A class of a plan year as last said. */
  record YearClass(int year, int step, String code) {}

  /** Where a state may move to. */
  record Way(String to, boolean backward) {}

  List<Project> find(Collection<Long> ids, LocalDate day) {
    return jdbc.sql(OF)
        .param("day", day)
        .param("ids", ids.toArray(Long[]::new))
        .query(ProjectStore::project)
        .list();
  }

  List<Project> on(LocalDate day) {
    return jdbc.sql(EVERY).param("day", day).query(ProjectStore::project).list();
  }

  List<Project> coded(Collection<String> codes, LocalDate day) {
    return jdbc.sql(CODED)
        .param("day", day)
        .param("codes", codes.toArray(String[]::new))
        .query(ProjectStore::project)
        .list();
  }

  /** Ids of those of the same owner and nearly the same name, nearest first, by place asked. */
  Map<Integer, List<Long>> alike(List<String> names, List<Integer> owners, LocalDate day) {
    Map<Integer, List<Long>> alike = new HashMap<>();
    jdbc.sql(ALIKE)
        .param("day", day)
        .param("names", names.toArray(String[]::new))
        .param("owners", owners.toArray(Integer[]::new))
        .param("near", NEAR)
        .query(row -> {
          alike
              .computeIfAbsent(row.getInt("asked") - 1, place -> new ArrayList<>())
              .add(row.getLong("project_id"));
        });
    return alike;
  }

  /** Ids of projects people may mean by words, nearest first; those surely meant apart. */
  Map<String, Map<Boolean, List<Long>>> called(List<String> words, LocalDate day) {
    Map<String, Map<Boolean, List<Long>>> called = new HashMap<>();
    jdbc.sql(CALLED)
        .param("day", day)
        .param("words", words.toArray(String[]::new))
        .param("codes", words.stream().map(ProjectStore::code).toArray(String[]::new))
        .param("like", LIKE)
        .query(row -> {
          called
              .computeIfAbsent(row.getString("words"), one -> new HashMap<>())
              .computeIfAbsent(row.getBoolean("exact"), one -> new ArrayList<>())
              .add(row.getLong("project_id"));
        });
    return called;
  }

  /** "7123456 – Cầu mẫu" begins with the code. */
  private static String code(String words) {
    int dash = words.indexOf(Project.BETWEEN);
    return (dash < 0 ? words : words.substring(0, dash)).strip();
  }

  long add(LocalDate day) {
    long id = jdbc.sql(NEXT).query(Long.class).single();
    by(jdbc.sql(PROJECT), day).param("id", id).update();
    return id;
  }

  void addVersion(long project, int step, ProjectFacts facts, @Nullable String why, LocalDate day) {
    by(jdbc.sql(VERSION), day)
        .param("project", project)
        .param("step", step)
        .param("code", facts.codes().national(), Types.VARCHAR)
        .param("budget", facts.codes().budget(), Types.VARCHAR)
        .param("title", facts.name())
        .param("owner", facts.ownerId())
        .param("level", facts.classing().level())
        .param("nature", facts.classing().nature())
        .param("group", facts.classing().group())
        .param("sector", facts.classing().sector())
        .param("from", facts.time().fromYear(), Types.INTEGER)
        .param("until", facts.time().untilYear(), Types.INTEGER)
        .param("capacity", facts.capacity(), Types.VARCHAR)
        .param("places", facts.places().toArray(Integer[]::new))
        .param("why", why, Types.VARCHAR)
        .update();
  }

  void addState(long project, int step, Move move, LocalDate day) {
    by(jdbc.sql(STATE), day)
        .param("project", project)
        .param("step", step)
        .param("stage", move.stage())
        .param("side", move.sideState())
        .param("since", move.since())
        .param("document", move.document(), Types.VARCHAR)
        .param("why", move.why(), Types.VARCHAR)
        .update();
  }

  void addClass(long project, YearClass said, @Nullable String why, LocalDate day) {
    by(jdbc.sql(CLASS), day)
        .param("project", project)
        .param("year", said.year())
        .param("step", said.step())
        .param("class", said.code())
        .param("why", why, Types.VARCHAR)
        .update();
  }

  List<YearClass> classes(long project) {
    return jdbc.sql(CLASSES)
        .param("project", project)
        .query((row, number) ->
            new YearClass(row.getInt("year"), row.getInt("step"), row.getString("class_code")))
        .list();
  }

  List<Way> ways(String kind, String from) {
    return jdbc.sql(MOVES)
        .param("kind", kind)
        .param("from", from)
        .query((row, number) -> new Way(row.getString("to_code"), row.getBoolean("backward")))
        .list();
  }

  List<Project.Told> history(long project) {
    return jdbc.sql(HISTORY)
        .param("project", project)
        .query((row, number) ->
            new Project.Told(
                row.getInt("step"),
                facts(row),
                row.getString("why"),
                row.getObject("on_day", LocalDate.class),
                row.getString("by_name")))
        .list();
  }

  List<Project.Moved> past(long project) {
    return jdbc.sql(PAST)
        .param("project", project)
        .query((row, number) ->
            new Project.Moved(
                new Move(
                    row.getString("stage"),
                    row.getString("side_state"),
                    row.getObject("since", LocalDate.class),
                    row.getString("document"),
                    row.getString("why")),
                row.getObject("on_day", LocalDate.class),
                row.getString("by_name")))
        .list();
  }

  private static JdbcClient.StatementSpec by(JdbcClient.StatementSpec asked, LocalDate day) {
    return asked
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("name", Acting.current().name());
  }

  static Project project(ResultSet row, int number) throws SQLException {
    return new Project(
        row.getLong("project_id"),
        row.getInt("step"),
        facts(row),
        new Project.Standing(
            row.getString("stage"),
            row.getString("side_state"),
            row.getObject("state_since", LocalDate.class),
            row.getInt("state_step")),
        row.getString("year_class"),
        new Project.Money(
            row.getObject("total_vnd", Long.class),
            row.getObject("settlement_vnd", Long.class),
            row.getString("law_group"),
            row.getString("law_basis")));
  }

  static ProjectFacts facts(ResultSet row) throws SQLException {
    return new ProjectFacts(
        new ProjectFacts.Codes(row.getString("code"), row.getString("budget_code")),
        row.getString("name"),
        row.getInt("owner_id"),
        new ProjectFacts.Classing(
            row.getString("level"),
            row.getString("nature"),
            row.getString("group_code"),
            row.getString("sector_code")),
        new ProjectFacts.Time(
            row.getObject("from_year", Integer.class), row.getObject("until_year", Integer.class)),
        row.getString("capacity"),
        ids(row.getArray("places")));
  }

  private static List<Integer> ids(Array array) throws SQLException {
    return Arrays.asList((Integer[]) array.getArray());
  }
}
