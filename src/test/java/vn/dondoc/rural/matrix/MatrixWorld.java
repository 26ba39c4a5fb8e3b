package vn.dondoc.rural.matrix;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.testing.Province;

/**
 * The province of August 2020 with thirteen due communes and what they reported.
 *
 * @param rural the people and the sets
 */
public record MatrixWorld(RuralWorld rural) implements AutoCloseable {
  public static final LocalDate JULY = LocalDate.of(2020, 7, 20);
  public static final LocalDate AUGUST = LocalDate.of(2020, 8, 10);
  public static final LocalDate TODAY = LocalDate.of(2020, 8, 14);

  /** Criteria each of the thirteen meets: 201 in all. */
  private static final List<Integer> MET =
      List.of(19, 19, 19, 19, 17, 16, 15, 15, 14, 13, 12, 12, 11);

  private static final List<String> DUE =
      List.of(
          "Minh Sơn",
          "Vũ Sơn",
          "Tri Phương",
          "Hoàng Việt",
          "Y Tịch",
          "Hồng Phong",
          "Tú Đoạn",
          "Bình Trung",
          "Yên Phúc",
          "Chiến Thắng",
          "Cường Lợi",
          "Yên Bình",
          "Tân Hương");

  /** What the province decides where the national set leaves it to it. */
  private static final String FILLING =
      """
      with child as (
        insert into rural.criteria_set (code, parent_id, kind, grade, name_vi, name_en, legal_act,
                                        confidence, made_by)
        select 'QĐ-UBND mẫu', s.id, s.kind, s.grade, 'Mẫu', 'Sample', 'Quyết định mẫu', 'memory', 'mẫu'
          from rural.criteria_set s where s.code = '1980/QĐ-TTg'
        returning id, parent_id
      ), forced as (
        insert into rural.force (set_id, from_day, recorded_by, why)
        select id, '2016-10-17', 'mẫu', 'mẫu' from child
      ), ruled as (
        insert into rural.threshold (set_id, indicator_id, unit_group, rule, confidence)
        select c.id, i.id, 'TDMNPB', '≥ 50', 'memory'
          from child c join rural.indicator i on i.set_id = c.parent_id
         where i.number like '2.%'
        returning id
      )
      insert into rural.term (threshold_id, clause, ordinal, part, comparator, bound)
      select id, 1, 1, 'gia_tri', '>=', 50 from ruled
      """;

  private static final String ENTRY =
      """
      insert into rural.entry (way, on_day, by_account, by_name)
      values ('load', :day, -1, 'mẫu') returning id
      """;
  private static final String RECORD =
      """
      select rural.record(array_fill(:entry::bigint, array[:n]), :units, :indicators,
                          array_fill(:period::date, array[:n]), array_fill(:step, array[:n]),
                          array_fill(:kind::text, array[:n]), :figures, array_fill(false, array[:n]),
                          :words::text[])
      """;

  public static MatrixWorld start() {
    return in(RuralWorld.start());
  }

  /** The same in a province that is already there. */
  public static MatrixWorld in(RuralWorld rural) {
    MatrixWorld world = new MatrixWorld(rural);
    world.owner().sql(FILLING).update();
    for (int unit : world.due()) {
      world.mark(unit, "due_year", "2020");
    }
    return world;
  }

  /** The thirteen in July: four meet all nineteen, all of them together 201. */
  public void reportOfJuly() {
    Map<Integer, Set<String>> unmet = new LinkedHashMap<>();
    for (int n = 0; n < MET.size(); n++) {
      unmet.put(due().get(n), lacking(19 - MET.get(n)));
    }
    claim(unmet, JULY, 1);
  }

  /** Numbers of the last criteria of the act. */
  public static Set<String> lacking(int criteria) {
    return java.util.stream.IntStream.rangeClosed(20 - criteria, 19)
        .mapToObj(Integer::toString)
        .collect(Collectors.toSet());
  }

  public List<Integer> due() {
    return DUE.stream().map(this::unit).toList();
  }

  /** A commune by its name; where two carry it, the first by code. */
  public int unit(String name) {
    return communes().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .map(Commune::id)
        .orElseThrow(() -> new IllegalStateException(name));
  }

  List<Commune> communes() {
    return Acting.call(Actor.system("test"), () -> matrices().communes(TODAY));
  }

  Matrices matrices() {
    return rural.door(Matrices.class);
  }

  JdbcClient owner() {
    return rural.owner();
  }

  Province province() {
    return rural.province();
  }

  public void mark(int unit, String key, String value) {
    owner()
        .sql(
            "insert into place.attribute (unit_id, key, value, valid, source, confidence)"
                + " values (:unit, :key, :value, '[2020-01-01,2021-01-01)', 'mẫu', 'memory')")
        .param("unit", unit)
        .param("key", key)
        .param("value", value)
        .update();
  }

  /** Every indicator of these communes is claimed; one of each criterion they lack is not met. */
  public void claim(Map<Integer, Set<String>> unmetByUnit, LocalDate day, int step) {
    tell("claim", unmetByUnit, day, step);
  }

  public void tell(String kind, Map<Integer, Set<String>> unmetByUnit, LocalDate day, int step) {
    List<Spot> spots = new ArrayList<>();
    Yardstick yardstick = rural.yardstick();
    unmetByUnit.forEach((unit, unmet) -> {
      for (Criterion criterion : yardstick.criteria()) {
        boolean lacks = unmet.contains(criterion.number());
        for (Indicator indicator : criterion.indicators()) {
          boolean met = !lacks || !indicator.equals(criterion.indicators().getFirst());
          spots.add(new Spot(unit, indicator, met));
        }
      }
    });
    tell(kind, spots, day, step);
  }

  /** An indicator of a commune, met or not. */
  public record Spot(int unit, Indicator indicator, boolean met) {
    /** Figures that meet the rule, or do not. */
    String figures() {
      return switch (indicator.number()) {
        case "9.1", "11.1", "15.3" -> met ? "{0}" : "{50}";
        case "17.1" -> met ? "{95,60}" : "{95,10}";
        default ->
            indicator.parts().getFirst().type() == Criterion.ValueType.YES_NO
                ? met ? "{1}" : "{0}"
                : met ? "{100}" : "{1}";
      };
    }
  }

  public Spot spot(String unit, String indicator, boolean met) {
    return new Spot(unit(unit), rural.indicator(indicator), met);
  }

  public void tell(String kind, Collection<Spot> spots, LocalDate day, int step) {
    boolean tells = List.of("claim", "verify", "appraise").contains(kind);
    long entry = owner().sql(ENTRY).param("day", day).query(Long.class).single();
    owner()
        .sql(RECORD)
        .param("entry", entry)
        .param("units", spots.stream().map(Spot::unit).toArray(Integer[]::new))
        .param("indicators", spots.stream().map(s -> s.indicator().id()).toArray(Integer[]::new))
        .param("period", YearMonth.from(day).atDay(1))
        .param("step", step)
        .param("n", spots.size())
        .param("kind", kind)
        .param(
            "figures", spots.stream().map(s -> tells ? s.figures() : null).toArray(String[]::new))
        .param("words", spots.stream().map(s -> tells ? null : "mẫu nước").toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    rural.close();
  }
}
