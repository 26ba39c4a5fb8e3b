package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.rural.standard.Standards;

@Repository
class TargetStore {
  private static final String ADD =
      """
      insert into rural.target (code, year, ordinal, name_vi, name_en, measure, criteria, low, high,
                                unit, unit_en, base, denominator, planned_on, by_day, source,
                                source_en, from_notice, made_by)
      values (:code, :year, (select count(*) + 1 from rural.target where year = :year), :vi, :en,
              :measure, :criteria, :low, :high, :unit, :english, :base, :denominator, :planned,
              :by, :source, :source_en, :notice, :who)
      on conflict do nothing
      returning id
      """;
  private static final String UNITS =
      """
      insert into rural.target_unit (target_id, unit_id)
      select :target, u.unit_id
        from rural.units_on(:kind, :day) u
       where case :group when 'due' then u.due when 'difficult' then u.due and u.difficult
                         when 'border' then u.border when 'pilot' then u.pilot
                         when 'all' then true else false end
      """;
  private static final String UNITS_OF_LEVEL =
      """
      insert into rural.target_unit (target_id, unit_id)
      select :target, u.unit_id
        from place.known_unit u
       where u.level = :group and u.valid @> :day::date
      """;
  private static final String COUNT =
      """
      insert into rural.target_count (target_id, unit_id, on_day, value, source, replaces,
                                      by_account, by_name)
      values (:target, :unit, :day, :value, :source, :replaces, :account, :name)
      """;
  private static final String SAID =
      """
      select c.*, v.name as unit_name,
             exists (select from rural.target_count n where n.replaces = c.id) as replaced
        from rural.target_count c
        left join place.known_unit v on v.unit_id = c.unit_id and v.valid @> c.on_day
       where c.target_id = :target and c.on_day <= :day
       order by c.on_day desc, c.id desc
       limit :most
      """;
  private static final String STANDING =
      """
      select c.*, null as unit_name, false as replaced
        from rural.target_count c
       where c.target_id = :target and c.on_day = :day
         and c.unit_id is not distinct from :unit::int
       order by c.id desc limit 1
      """;
  private static final String OF_TARGET =
      """
      select u.unit_id, v.name
        from rural.target_unit u
        join rural.target t on t.id = u.target_id
        join place.known_unit v on v.unit_id = u.unit_id and v.valid @> t.planned_on
       where u.target_id = :target
      """;
  private static final String VALUES =
      """
      select v.day, v.target_id, v.value
        from rural.targets_over(:year, :set, :days::date[], :required) v
      """;

  private static final String SINCE =
      """
      select max(a.id) as newest, min(a.on_day) as earliest
        from rural.assessment a where a.id > :report
      """;

  private final JdbcClient jdbc;

  TargetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Target> ofYear(int year) {
    return jdbc.sql("select * from rural.target where year = :year order by ordinal")
        .param("year", year)
        .query(TargetStore::target)
        .list();
  }

  /** Values at the end of each of these days, by target. */
  Map<Integer, Map<LocalDate, BigDecimal>> values(
      int year, int set, List<LocalDate> days, int required) {
    Map<Integer, Map<LocalDate, BigDecimal>> values = new HashMap<>();
    jdbc.sql(VALUES)
        .param("year", year)
        .param("set", set)
        .param("required", required)
        .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
        .query(row -> {
          BigDecimal value = row.getBigDecimal("value");
          if (value != null) {
            values
                .computeIfAbsent(row.getInt("target_id"), id -> new java.util.TreeMap<>())
                .put(row.getObject("day", LocalDate.class), value);
          }
        });
    return values;
  }

  /**
   * Báo cáo mới.
   *
   * @param newest id of the newest report; null when there is none since
   * @param earliest the earliest day any of them stands for
   */
  record Since(@Nullable Long newest, @Nullable LocalDate earliest) {}

  /** What was said of any indicator since a report. */
  Since since(long report) {
    return jdbc.sql(SINCE)
        .param("report", report)
        .query((row, n) ->
            new Since(
                row.getObject("newest", Long.class), row.getObject("earliest", LocalDate.class)))
        .single();
  }

  void add(NewTarget fresh) {
    jdbc.sql(ADD)
        .param("code", fresh.code())
        .param("year", fresh.year())
        .param("vi", fresh.name().vi())
        .param("en", fresh.name().en())
        .param("measure", fresh.measure().name().toLowerCase(Locale.ROOT))
        .param("criteria", fresh.aim().criteria(), Types.INTEGER)
        .param("low", fresh.aim().low())
        .param("high", fresh.aim().high(), Types.NUMERIC)
        .param("unit", fresh.aim().unit().vi())
        .param("english", fresh.aim().unit().en(), Types.VARCHAR)
        .param("base", fresh.aim().base())
        .param("denominator", fresh.aim().denominator())
        .param("planned", fresh.plan().plannedOn())
        .param("by", fresh.plan().byDay())
        .param("source", fresh.plan().source().vi())
        .param("source_en", fresh.plan().source().en(), Types.VARCHAR)
        .param("notice", fresh.plan().fromNotice())
        .param("who", Acting.current().name())
        .query(Integer.class)
        .optional()
        .ifPresent(id ->
            jdbc.sql(fresh.measure() == Target.Measure.EACH ? UNITS_OF_LEVEL : UNITS)
                .param("target", id)
                .param("kind", Standards.COMMUNE)
                .param("day", fresh.plan().plannedOn())
                .param("group", fresh.group())
                .update());
  }

  Optional<Target> find(int id) {
    return jdbc.sql("select * from rural.target where id = :id")
        .param("id", id)
        .query(TargetStore::target)
        .optional();
  }

  /** Writes a figure, for the one it stands for where there is one. */
  void count(int target, Count count, @Nullable Long replaces) {
    jdbc.sql(COUNT)
        .param("target", target)
        .param("unit", count.unitId(), Types.INTEGER)
        .param("day", count.on())
        .param("value", count.value())
        .param("source", count.source().strip())
        .param("replaces", replaces, Types.BIGINT)
        .param("account", Acting.current().accountId())
        .param("name", Acting.current().name())
        .update();
  }

  /** What was reported up to the end of a day, the latest first. */
  List<Counted.Said> said(int target, LocalDate day, int most) {
    return jdbc.sql(SAID)
        .param("target", target)
        .param("day", day)
        .param("most", most)
        .query(TargetStore::said)
        .list();
  }

  /** The figure of a day as it stands. */
  Optional<Counted.Said> standing(int target, @Nullable Integer unit, LocalDate day) {
    return jdbc.sql(STANDING)
        .param("target", target)
        .param("unit", unit, Types.INTEGER)
        .param("day", day)
        .query(TargetStore::said)
        .optional();
  }

  /** The units a target is about, as they were named on the day it was planned. */
  List<Counted.Unit> units(int target) {
    return jdbc.sql(OF_TARGET)
        .param("target", target)
        .query((row, n) -> new Counted.Unit(row.getInt("unit_id"), row.getString("name")))
        .list();
  }

  private static Counted.Said said(ResultSet row, int number) throws SQLException {
    return new Counted.Said(
        row.getLong("id"),
        row.getObject("unit_id", Integer.class),
        row.getString("unit_name"),
        row.getObject("on_day", LocalDate.class),
        row.getBigDecimal("value"),
        row.getString("source"),
        row.getString("by_name"),
        row.getTimestamp("at").toInstant(),
        row.getBoolean("replaced"));
  }

  private static Target target(ResultSet row, int number) throws SQLException {
    return new Target(
        row.getInt("id"),
        row.getString("code"),
        row.getInt("year"),
        new Target.Name(row.getString("name_vi"), row.getString("name_en")),
        Target.Measure.valueOf(row.getString("measure").toUpperCase(Locale.ROOT)),
        new Target.Aim(
            row.getBigDecimal("low"),
            row.getBigDecimal("high"),
            new Bilingual(row.getString("unit"), row.getString("unit_en")),
            row.getBigDecimal("base"),
            row.getInt("denominator"),
            row.getObject("criteria", Integer.class)),
        new Target.Plan(
            row.getObject("planned_on", LocalDate.class),
            row.getObject("by_day", LocalDate.class),
            new Bilingual(row.getString("source"), row.getString("source_en")),
            row.getBoolean("from_notice")));
  }
}
