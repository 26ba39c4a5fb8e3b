package vn.dondoc.rural.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a page about one unit and one month asks for, in five questions however many indicators. */
@Repository
class MonthStore {
  private static final String TOLD =
      """
      select a.*, n.by_name, n.by_account, n.at
        from rural.assessment a join rural.entry n on n.id = a.entry_id
       where a.unit_id = :unit and a.period = :month::date
       order by a.indicator_id, a.step desc
      """;
  private static final String BEFORE =
      """
      select distinct on (a.indicator_id) a.*, n.by_name, n.by_account, n.at
        from rural.assessment a join rural.entry n on n.id = a.entry_id
       where a.unit_id = :unit and a.kind = 'claim' and a.period < :month::date
         and not exists (select from rural.assessment w where w.withdraws = a.id)
       order by a.indicator_id, a.period desc, a.step desc
      """;
  private static final String WAITS =
      """
      select w.*, n.by_name, n.by_account, n.at
        from (select distinct on (a.indicator_id) a.*
                from rural.assessment a
               where a.unit_id = :unit and a.kind in ('wait', 'arrive')
                 and a.period <> :month::date
               order by a.indicator_id, a.period desc, a.step desc) w
        join rural.entry n on n.id = w.entry_id
       where w.kind = 'wait'
      """;
  private static final String GROUP =
      """
      select g.unit_group from rural.unit_groups(array[:unit]::int[], :day::date) g
      """;

  private final JdbcClient jdbc;
  private final EvidenceStore evidence;

  MonthStore(JdbcClient jdbc, EvidenceStore evidence) {
    this.jdbc = jdbc;
    this.evidence = evidence;
  }

  UnitMonth read(int unit, YearMonth month, LocalDate today) {
    return new UnitMonth(
        unit,
        month,
        group(unit, month.atEndOfMonth()),
        facts(TOLD, unit, month).stream()
            .collect(
                Collectors.groupingBy(Told::indicatorId, LinkedHashMap::new, Collectors.toList())),
        byIndicator(facts(BEFORE, unit, month)),
        byIndicator(facts(WAITS, unit, month)),
        evidence.ofUnit(unit).stream().collect(Collectors.groupingBy(Evidence::indicatorId)),
        today);
  }

  private @Nullable String group(int unit, LocalDate day) {
    return jdbc.sql(GROUP)
        .param("unit", unit)
        .param("day", day)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private List<Told> facts(String question, int unit, YearMonth month) {
    return jdbc.sql(question)
        .param("unit", unit)
        .param("month", month.atDay(1))
        .query(AssessmentStore::told)
        .list();
  }

  private static Map<Integer, Told> byIndicator(List<Told> facts) {
    return facts.stream().collect(Collectors.toMap(Told::indicatorId, fact -> fact));
  }
}
