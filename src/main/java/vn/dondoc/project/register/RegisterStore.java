package vn.dondoc.project.register;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RegisterStore {
  private static final String FOUND =
      """
      with every as (
        select p.*, i.total_vnd, g.group_code as law_group, n.name as owner_name,
               coalesce(m.late, 0) as late, m.next_on, coalesce(c.blocked, 0) as blocked,
               coalesce(k.found, 0) as found
          from project.on_day(:day) p
          left join project.investment_on(:day) i on i.project_id = p.project_id
          left join project.groups_on(:day) g on g.project_id = p.project_id
          left join agency.name n
            on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
          left join (select project_id, count(*) filter (where state = 'late') as late,
                            min(due_on) filter (where state in ('late', 'due')) as next_on
                       from project.milestones_on(:day) group by project_id) m
            on m.project_id = p.project_id
          left join (select project_id, count(*) filter (where blocker is not null) as blocked
                       from project.clearances_on(:day) group by project_id) c
            on c.project_id = p.project_id
          left join (select project_id, sum(pace_findings + other_findings) as found
                       from project.contracts_on(:day) group by project_id) k
            on k.project_id = p.project_id
         where (:owner::int is null or p.owner_id = :owner)
           and (:places::int[] is null or p.places && :places::int[])
           and (:sector = '' or p.sector_code = :sector)
           and (:stage = '' or p.stage = :stage)
           and (:class = '' or p.year_class = :class)
           and (:group = '' or p.group_code = :group)
           and (:words = ''
                or strpos(p.name_folded, database.fold(:words)) > 0
                or strpos(lower(p.code), lower(:words)) > 0
                or strpos(p.budget_code, :words) > 0
                or strpos(database.fold(coalesce(n.name, '')), database.fold(:words)) > 0)),
      found as (
        select e.*, row_number() over (order by {sort}, e.project_id) as place
          from every e
         where case :only
                 when 'LATE' then e.late > 0
                 when 'BLOCKED' then e.blocked > 0
                 when 'FOUND' then e.found > 0
                 when 'ASIDE' then e.side_state <> (select code from project.state
                                                     where kind = 'side' order by ordinal limit 1)
                 when 'GROUP' then e.law_group <> e.group_code
                 when 'UNDECIDED' then e.total_vnd is null
                 when 'UNCODED' then e.code is null
                 else true
               end)
      """;
  private static final String PAGE =
      FOUND
          + """
          select f.project_id, f.owner_name, f.late, f.next_on, f.blocked, f.found
            from found f
           where f.place > coalesce((select a.place from found a where a.project_id = :after), 0)
           order by f.place
           limit :most
          """;
  private static final String COUNT =
      FOUND
          + """
          select count(*) as projects, coalesce(sum(total_vnd), 0) as total_vnd,
                 count(*) filter (where late > 0) as late,
                 count(*) filter (where blocked > 0) as blocked
            from found
          """;
  private static final String OWNERS =
      """
      select distinct n.body_id, n.name
        from project.on_day(:day) p
        join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
       order by n.name
      """;

  private final JdbcClient jdbc;

  RegisterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a row of the list says beside the project.
   *
   * @param projectId dự án
   * @param owner tên chủ đầu tư
   * @param late milestones whose day has passed
   * @param nextOn the next day anything is due on, or was
   * @param blocked sites something blocks
   * @param found findings that are open
   */
  record Row(
      long projectId,
      @Nullable String owner,
      int late,
      @Nullable LocalDate nextOn,
      int blocked,
      int found) {}

  /** Totals of the whole question. */
  record Counts(long projects, long totalVnd, long late, long blocked) {}

  List<Row> rows(RegisterFilter filter, Integer @Nullable [] places, LocalDate day, int most) {
    return asked(PAGE, filter, places, day)
        .param("after", filter.after(), Types.BIGINT)
        .param("most", most)
        .query((row, number) ->
            new Row(
                row.getLong("project_id"),
                row.getString("owner_name"),
                row.getInt("late"),
                row.getObject("next_on", LocalDate.class),
                row.getInt("blocked"),
                row.getInt("found")))
        .list();
  }

  Counts count(RegisterFilter filter, Integer @Nullable [] places, LocalDate day) {
    return asked(COUNT, filter, places, day)
        .query((row, number) ->
            new Counts(
                row.getLong("projects"),
                row.getLong("total_vnd"),
                row.getLong("late"),
                row.getLong("blocked")))
        .single();
  }

  /** Names of the owners there are, by id. */
  Map<Integer, String> owners(LocalDate day) {
    Map<Integer, String> owners = new TreeMap<>();
    jdbc.sql(OWNERS)
        .param("day", day)
        .query(row -> {
          owners.put(row.getInt("body_id"), row.getString("name"));
        });
    return owners;
  }

  private JdbcClient.StatementSpec asked(
      String question, RegisterFilter filter, Integer @Nullable [] places, LocalDate day) {
    String sort =
        switch (filter.sort()) {
          case NAME -> "e.name_folded";
          case OWNER -> "e.owner_name nulls last, e.name_folded";
          case TOTAL -> "e.total_vnd desc nulls last";
          case LATE -> "e.late desc, e.next_on nulls last";
          case NEWEST -> "e.project_id desc";
        };
    return jdbc.sql(question.replace("{sort}", sort))
        .param("day", day)
        .param("owner", filter.ownerId(), Types.INTEGER)
        .param("places", places, Types.ARRAY)
        .param("sector", filter.sector())
        .param("stage", filter.stage())
        .param("class", filter.yearClass())
        .param("group", filter.group())
        .param("words", filter.words())
        .param("only", filter.only().name());
  }
}
