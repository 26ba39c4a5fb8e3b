package vn.dondoc.capital.reallocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.planning.reallocation.Line.Ceiling;
import vn.dondoc.planning.reallocation.Project;

/** What a reallocation is computed from, read from the ledger set by set. */
@Repository
class InstanceStore {
  private static final String POOLS = "select * from capital.reallocation_pools_on(:day, :year)";
  private static final String PROJECTS =
      """
      select r.*,
             exists (select from place.known_attribute k
                      where k.key = 'due_year' and k.value = :year::text
                        and k.valid @> :day::date and k.unit_id = any(p.places)) as due_area
        from capital.reallocation_projects_on(:day, :year) r
        join project.on_day(:day) p on p.project_id = r.project_id
       order by r.project_id
      """;
  private static final String LINES = "select * from capital.reallocation_lines_on(:day, :year)";
  private static final String NAMES =
      """
      select l.id as line_id, l.project_id, concat_ws(' ', p.code, p.name) as project, p.owner_id,
             coalesce(n.name, '–') as owner, o.id as pool_id, o.code as pool_code, o.name as pool,
             (select d.number || ', ' || to_char(d.signed_on, 'DD/MM/YYYY')
                from project.decisions_on(:day) d join project.decision_kind k on k.code = d.kind
               where d.project_id = l.project_id and k.effect = 'total'
               order by d.signed_on desc, d.id desc limit 1) as decision
        from capital.line l
        join project.on_day(:day) p on p.project_id = l.project_id
        join capital.pool o on o.id = l.pool_id
        left join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
       where (:year::int is null or o.budget_year = :year)
         and (:lines::bigint[] is null or l.id = any(:lines::bigint[]))
       order by p.name, l.id
      """;
  private static final String AUTHORITIES =
      """
      select a.*, p.code, p.name from capital.move_authorities_on(:day, :year) a
        join capital.pool p on p.id = a.pool_id
       order by p.source_code, p.code, a.what
      """;
  private static final String RECEIVERS =
      """
      select * from capital.receiver_rule r
       where daterange(r.from_on, r.until_on) @> make_date(:year, 12, 31)
       order by r.kind, r.number, r.key
      """;

  private final JdbcClient jdbc;

  InstanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nhóm vốn as the ledger has it. */
  record PoolRow(
      int id,
      String vintage,
      String ring,
      long assignedPm,
      long assigned,
      long unallocated,
      long plan,
      @Nullable Long payable,
      @Nullable String authority,
      boolean fits,
      @Nullable String mediumAuthority) {}

  /** Dự án as the register has it. */
  record ProjectRow(
      long id,
      int owner,
      int area,
      String group,
      String stage,
      @Nullable Long total,
      @Nullable Long settlement,
      long accumulated,
      Project.Eligibility eligibility,
      int rank,
      boolean dueArea) {}

  /** Dòng vốn as the ledger has it. */
  record LineRow(
      long id,
      int pool,
      long project,
      long plan,
      long disbursed,
      long outstanding,
      long unpaid,
      Ceiling ceiling) {}

  int year(int pool) {
    return jdbc.sql("select budget_year from capital.pool where id = :pool")
        .param("pool", pool)
        .query(Integer.class)
        .single();
  }

  List<PoolRow> pools(LocalDate day, int year) {
    return jdbc.sql(POOLS)
        .param("day", day)
        .param("year", year)
        .query((row, number) ->
            new PoolRow(
                row.getInt("pool_id"),
                row.getString("vintage"),
                ring(row),
                row.getLong("assigned_pm"),
                row.getLong("assigned"),
                row.getLong("unallocated"),
                row.getLong("plan"),
                row.getObject("payable", Long.class),
                row.getString("authority"),
                row.getBoolean("fits"),
                row.getString("medium_authority")))
        .list();
  }

  /** What keeps the pool's money inside. */
  private static String ring(ResultSet row) throws SQLException {
    List<String> ring = new ArrayList<>();
    for (String column : List.of("programme", "loan_agreement", "sector_code")) {
      String value = row.getString(column);
      if (value != null) {
        ring.add(value);
      }
    }
    return String.join(" ", ring);
  }

  List<ProjectRow> projects(LocalDate day, int year) {
    return jdbc.sql(PROJECTS)
        .param("day", day)
        .param("year", year)
        .query((row, number) ->
            new ProjectRow(
                row.getLong("project_id"),
                row.getInt("owner_id"),
                row.getInt("area"),
                row.getString("group_code"),
                said(row.getString("stage")),
                row.getObject("total", Long.class),
                row.getObject("settlement", Long.class),
                row.getLong("accumulated"),
                Project.Eligibility.valueOf(row.getString("standing")),
                row.getInt("rank"),
                row.getBoolean("due_area")))
        .list();
  }

  private static String said(@Nullable String stage) {
    return stage == null ? "" : stage;
  }

  List<LineRow> lines(LocalDate day, int year) {
    return jdbc.sql(LINES)
        .param("day", day)
        .param("year", year)
        .query((row, number) ->
            new LineRow(
                row.getLong("line_id"),
                row.getInt("pool_id"),
                row.getLong("project_id"),
                row.getLong("plan"),
                row.getLong("disbursed"),
                row.getLong("outstanding"),
                row.getLong("unpaid"),
                new Ceiling(
                    null,
                    row.getLong("accumulated"),
                    row.getObject("medium_term", Long.class),
                    row.getLong("medium_term_used"))))
        .list();
  }

  /** The words of every line of a year within sight, by its number. */
  Map<Long, LineName> names(LocalDate day, @Nullable Integer year, @Nullable List<Long> lines) {
    Map<Long, LineName> names = new LinkedHashMap<>();
    jdbc.sql(NAMES)
        .param("day", day)
        .param("year", year, Types.INTEGER)
        .param("lines", lines == null ? null : lines.toArray(Long[]::new), Types.ARRAY)
        .query((row, number) -> name(row))
        .list()
        .forEach(name -> names.put(name.lineId(), name));
    return names;
  }

  private static LineName name(ResultSet row) throws SQLException {
    return new LineName(
        row.getLong("line_id"),
        new LineName.Project(
            row.getLong("project_id"), row.getString("project"), row.getString("decision")),
        new LineName.Owner(row.getInt("owner_id"), row.getString("owner")),
        new LineName.Pool(
            row.getInt("pool_id"), row.getString("pool_code"), row.getString("pool")));
  }

  List<MoveRules.Authority> authorities(LocalDate day, int year) {
    return jdbc.sql(AUTHORITIES)
        .param("day", day)
        .param("year", year)
        .query((row, number) ->
            new MoveRules.Authority(
                row.getInt("pool_id"),
                row.getString("code") + " – " + row.getString("name"),
                row.getString("what").equals("medium_term"),
                row.getString("authority"),
                new MoveRules.Words(row.getString("name_vi"), row.getString("name_en")),
                new MoveRules.Times(
                    row.getObject("deadline", LocalDate.class),
                    row.getInt("lead_days"),
                    row.getInt("pay_days"),
                    row.getBoolean("fits")),
                row.getString("clause"),
                row.getString("basis")))
        .list();
  }

  List<MoveRules.Receiver> receivers(int year) {
    return jdbc.sql(RECEIVERS)
        .param("year", year)
        .query((row, number) ->
            new MoveRules.Receiver(
                row.getString("kind"),
                row.getString("key"),
                row.getInt("number"),
                row.getString("clause"),
                row.getString("basis")))
        .list();
  }
}
