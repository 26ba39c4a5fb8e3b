package vn.dondoc.rural.standard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.Threshold;

/** What the sets ask for, in three questions however large a set is. */
@Repository
class CriterionStore {
  private static final String PARTS =
      """
      select p.* from rural.part p
        join rural.indicator i on i.id = p.indicator_id
        join rural.criteria_set s on i.set_id = coalesce(s.parent_id, s.id)
       where s.id = :set
       order by p.indicator_id, p.ordinal
      """;
  private static final String THRESHOLDS =
      """
      select t.*, t.set_id = s.id as own from rural.threshold t
        join rural.criteria_set s on t.set_id in (s.id, s.parent_id)
       where s.id = :set
       order by t.indicator_id, t.unit_group desc, t.from_year nulls first, t.id
      """;
  private static final String INDICATORS =
      """
      select i.*, c.number as criterion, c.name_vi as criterion_vi, c.name_en as criterion_en,
             c.group_vi, c.group_en
        from rural.criteria_set s
        join rural.criterion c on c.set_id = coalesce(s.parent_id, s.id)
        join rural.indicator i on i.criterion_id = c.id
       where s.id = :set
       order by c.ordinal, i.ordinal
      """;

  private final JdbcClient jdbc;

  CriterionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A criterion without its indicators. */
  private record Head(int id, String number, CriteriaSet.Name name, Bilingual group) {}

  List<Criterion> ofSet(int set) {
    Map<Integer, List<Part>> parts = new LinkedHashMap<>();
    jdbc.sql(PARTS)
        .param("set", set)
        .query(row -> {
          parts.computeIfAbsent(row.getInt("indicator_id"), id -> new ArrayList<>()).add(part(row));
        });
    Map<Integer, List<Threshold>> thresholds = new LinkedHashMap<>();
    jdbc.sql(THRESHOLDS)
        .param("set", set)
        .query(row -> {
          thresholds
              .computeIfAbsent(row.getInt("indicator_id"), id -> new ArrayList<>())
              .add(threshold(row));
        });
    Map<Head, List<Indicator>> criteria = new LinkedHashMap<>();
    jdbc.sql(INDICATORS)
        .param("set", set)
        .query(row -> {
          int id = row.getInt("id");
          criteria
              .computeIfAbsent(head(row), head -> new ArrayList<>())
              .add(
                  indicator(
                      row,
                      parts.getOrDefault(id, List.of()),
                      thresholds.getOrDefault(id, List.of())));
        });
    return criteria.entrySet().stream()
        .map(e -> {
          Head head = e.getKey();
          return new Criterion(head.id(), head.number(), head.name(), head.group(), e.getValue());
        })
        .toList();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getInt("criterion_id"),
        row.getString("criterion"),
        new CriteriaSet.Name(row.getString("criterion_vi"), row.getString("criterion_en")),
        new Bilingual(row.getString("group_vi"), row.getString("group_en")));
  }

  private static Indicator indicator(ResultSet row, List<Part> parts, List<Threshold> thresholds)
      throws SQLException {
    return new Indicator(
        row.getInt("id"),
        row.getString("number"),
        new CriteriaSet.Name(row.getString("name_vi"), row.getString("name_en")),
        row.getString("data_owner"),
        Criterion.Responsibility.valueOf(row.getString("responsibility").toUpperCase(Locale.ROOT)),
        row.getBoolean("if_any"),
        row.getString("confidence"),
        parts,
        thresholds);
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getString("code"),
        new Bilingual(row.getString("name_vi"), row.getString("name_en")),
        Criterion.ValueType.valueOf(row.getString("value_type").toUpperCase(Locale.ROOT)),
        unit(row),
        new Criterion.Range(row.getBigDecimal("least"), row.getBigDecimal("most")),
        row.getString("part_of"));
  }

  private static @Nullable Bilingual unit(ResultSet row) throws SQLException {
    String unit = row.getString("unit");
    return unit == null ? null : new Bilingual(unit, row.getString("unit_en"));
  }

  private static Threshold threshold(ResultSet row) throws SQLException {
    return new Threshold(
        row.getInt("id"),
        row.getString("unit_group"),
        row.getObject("from_year", Integer.class),
        row.getObject("until_year", Integer.class),
        RuleGrammar.parse(row.getString("rule")),
        row.getString("confidence"),
        row.getBoolean("own"));
  }
}
