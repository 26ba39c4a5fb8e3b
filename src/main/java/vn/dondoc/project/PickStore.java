package vn.dondoc.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.exchange.ReferenceTable.Row;

@Repository
class PickStore {
  // Names may be put right by an upgrade; what law said on a day stays.
  private static final String SECTORS =
      """
      insert into project.sector (code, kind, name_vi, name_en, source, confidence, ordinal)
      select * from unnest(:sector::text[], :kind::text[], :name_vi::text[], :name_en::text[],
                           :source::text[], :confidence::text[], :ordinal::int[])
      on conflict (code) do update
         set kind = excluded.kind, name_vi = excluded.name_vi, name_en = excluded.name_en,
             source = excluded.source, confidence = excluded.confidence
       where (sector.kind, sector.name_vi, sector.name_en, sector.source, sector.confidence)
             is distinct from (excluded.kind, excluded.name_vi, excluded.name_en, excluded.source,
                               excluded.confidence)
      """;
  private static final String THRESHOLDS =
      """
      insert into project.threshold (kind, group_code, from_vnd, valid, basis, confidence)
      select r.kind, r.code, r.vnd, daterange(r.since, r.until), r.basis, r.confidence
        from unnest(:kind::text[], :group::text[], :from_vnd::bigint[], :from::date[],
                    :until::date[], :basis::text[], :confidence::text[])
             r (kind, code, vnd, since, until, basis, confidence)
       where not exists (select from project.threshold t
                          where t.kind = r.kind and t.group_code = r.code
                            and t.valid = daterange(r.since, r.until))
      """;
  private static final String GROUP =
      """
      select t.group_code
        from project.threshold t
        join project.sector s on s.kind = t.kind
       where s.code = :sector and t.valid @> :day::date and t.from_vnd <= :total
       order by t.from_vnd desc
       limit 1
      """;
  private static final String CHOICES =
      """
      insert into project.choice (list, code, name_vi, name_en, ordinal)
      select * from unnest(:list::text[], :code::text[], :name_vi::text[], :name_en::text[],
                           :ordinal::int[])
      on conflict (list, code) do update
         set name_vi = excluded.name_vi, name_en = excluded.name_en
       where (choice.name_vi, choice.name_en) is distinct from (excluded.name_vi, excluded.name_en)
      """;
  private static final String DECISION_KINDS =
      """
      insert into project.decision_kind (code, effect, name_vi, name_en, ordinal)
      select * from unnest(:kind::text[], :effect::text[], :name_vi::text[], :name_en::text[],
                           :ordinal::int[])
      on conflict (code) do update
         set name_vi = excluded.name_vi, name_en = excluded.name_en
       where (decision_kind.name_vi, decision_kind.name_en)
             is distinct from (excluded.name_vi, excluded.name_en)
      """;
  private static final String STATES =
      """
      insert into project.state (kind, code, name_vi, name_en, started, finished, ordinal)
      select * from unnest(:kind::text[], :code::text[], :name_vi::text[], :name_en::text[],
                           :started::boolean[], :finished::boolean[], :ordinal::int[])
      on conflict (kind, code) do update
         set name_vi = excluded.name_vi, name_en = excluded.name_en
       where (state.name_vi, state.name_en) is distinct from (excluded.name_vi, excluded.name_en)
      """;
  private static final String MOVES =
      """
      insert into project.move (kind, from_code, to_code, backward)
      select * from unnest(:kind::text[], :from::text[], :to::text[], :backward::boolean[])
      on conflict do nothing
      """;
  private static final String MILESTONES =
      """
      insert into project.milestone_type (code, procedure_code, procedure_vi, procedure_en, name_vi,
                                          name_en, starts, basis, confidence, ordinal)
      select * from unnest(:milestone::text[], :procedure::text[], :procedure_vi::text[],
                           :procedure_en::text[], :name_vi::text[], :name_en::text[],
                           :starts::boolean[], :basis::text[], :confidence::text[], :ordinal::int[])
      on conflict (code) do update
         set procedure_vi = excluded.procedure_vi, procedure_en = excluded.procedure_en,
             name_vi = excluded.name_vi, name_en = excluded.name_en
       where (milestone_type.procedure_vi, milestone_type.procedure_en, milestone_type.name_vi,
              milestone_type.name_en)
             is distinct from (excluded.procedure_vi, excluded.procedure_en, excluded.name_vi,
                               excluded.name_en)
      """;
  // A body of the list that the directory does not have sees nothing, so it is no problem here.
  private static final String OVERSEERS =
      """
      insert into project.overseer (body_id, valid, writes, basis)
      select b.id, daterange(r.since, r.until), r.writes, r.basis
        from unnest(:body::text[], :from::date[], :until::date[], :writes::boolean[],
                    :basis::text[]) r (code, since, until, writes, basis)
        join agency.body b on b.code = r.code
      on conflict do nothing
      """;
  private static final String CLEARANCE_STAGES =
      """
      insert into project.clearance_stage (code, hands, whole)
      select * from unnest(:stage::text[], :hands::boolean[], :whole::boolean[])
      on conflict (code) do update set hands = excluded.hands, whole = excluded.whole
       where (clearance_stage.hands, clearance_stage.whole)
             is distinct from (excluded.hands, excluded.whole)
      """;
  private static final String PICKS =
      "select list, code, name_vi, name_en from project.pick order by list, ordinal";

  private final JdbcClient jdbc;

  PickStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int sectors(ReferenceTable table) {
    return put(SECTORS, table, row -> "");
  }

  Optional<String> group(String sector, long totalVnd, LocalDate day) {
    return jdbc.sql(GROUP)
        .param("sector", sector)
        .param("day", day)
        .param("total", totalVnd)
        .query(String.class)
        .optional();
  }

  int thresholds(ReferenceTable table) {
    return put(THRESHOLDS, table, row -> "");
  }

  int choices(ReferenceTable table) {
    return put(CHOICES, table, row -> row.text("list"));
  }

  int decisionKinds(ReferenceTable table) {
    return put(DECISION_KINDS, table, row -> "");
  }

  int states(ReferenceTable table) {
    return put(STATES, table, row -> row.text("kind"));
  }

  int moves(ReferenceTable table) {
    return put(MOVES, table, row -> "");
  }

  int overseers(ReferenceTable table) {
    return put(OVERSEERS, table, row -> "");
  }

  int milestones(ReferenceTable table) {
    return put(MILESTONES, table, row -> "");
  }

  int clearanceStages(ReferenceTable table) {
    return put(CLEARANCE_STAGES, table, row -> "");
  }

  Choices picks() {
    return Choices.of(
        jdbc.sql(PICKS)
            .query((row, number) ->
                new Choices.Listed(
                    row.getString("list"),
                    new Choice(
                        row.getString("code"), row.getString("name_vi"), row.getString("name_en"))))
            .list());
  }

  /** Every column as an array of its own name, and the place of each row within its list. */
  private int put(String statement, ReferenceTable table, Function<Row, String> list) {
    JdbcClient.StatementSpec asked = jdbc.sql(statement);
    for (String column : table.columns()) {
      List<@Nullable String> values = table.column(row -> row.optional(column));
      asked = asked.param(column, values.toArray(String[]::new));
    }
    Map<String, Integer> last = new HashMap<>();
    List<Integer> ordinals = new ArrayList<>();
    table.rows().forEach(row -> ordinals.add(last.merge(list.apply(row), 1, Integer::sum)));
    return asked.param("ordinal", ordinals.toArray(Integer[]::new)).update();
  }
}
