package vn.dondoc.rural.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.assessment.Report.Kind;

/** Reports of several months arrive in any order: where the indicators stand is the same. */
class ArrivalPropertyTest {
  private static final LocalDate DAY = RuralWorld.DAY;
  private static final List<String> INDICATORS = List.of("3.1", "4.2", "11.1", "15.1");
  private static RuralWorld world;
  private static List<Integer> communes;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    communes =
        world.door(Places.class).on(DAY).places().stream()
            .filter(place -> place.type().code().equals("xa"))
            .map(Place::id)
            .toList();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void orderOfArrivalChangesNothing(int seed) {
    int first = communes.get(2 * seed);
    int second = communes.get(2 * seed + 1);
    List<List<Report>> months = months(first, new Random(seed));
    months.forEach(ArrivalPropertyTest::load);
    List<List<Report>> shuffled = new ArrayList<>(months(second, new Random(seed)));
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.forEach(ArrivalPropertyTest::load);
    assertThat(standing(second)).isNotEmpty().isEqualTo(standing(first));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void manyDaysAtOnceAreToldAsEachByItself(int seed) {
    int unit = communes.get(100 + seed);
    for (List<Report> month : months(unit, new Random(seed))) {
      load(month, month.getFirst().period().atDay(20));
    }
    assertThat(differences(unit)).isZero();
  }

  /** Between what is told of many days at once and of each day by itself. */
  private static int differences(int unit) {
    return world
        .owner()
        .sql(
            """
            with day as (
              select d::date as day
                from generate_series(date '2019-12-31', date '2020-08-31', '10 days') d),
            known as (select array[:unit] as units, s.id as of_set, array_agg(d.day) as days
                        from rural.criteria_set s, day d
                       where s.code = '1980/QĐ-TTg' group by s.id),
            many as (select o.* from known k, rural.standing_over(k.units, k.of_set, k.days) o),
            each as (select d.day, o.unit_id, o.indicator_id, o.claim_id, o.reached
                       from known k, day d, rural.standing_at(k.units, k.of_set, d.day) o)
            select count(*)
              from ((table many except table each) union all (table each except table many)) f
            """)
        .param("unit", unit)
        .query(Integer.class)
        .single();
  }

  /** What is said of each indicator in eight months: claims, some of them looked at after. */
  private static List<List<Report>> months(int unit, Random dice) {
    List<List<Report>> months = new ArrayList<>();
    for (String number : INDICATORS) {
      int indicator = world.indicator(number).id();
      for (int month = 1; month <= 8; month++) {
        if (dice.nextInt(4) > 0) {
          months.add(month(unit, indicator, YearMonth.of(2020, month), dice));
        }
      }
    }
    return months;
  }

  private static List<Report> month(int unit, int indicator, YearMonth month, Random dice) {
    List<Report> reports = new ArrayList<>();
    Report claim = claim(unit, indicator, month, dice);
    reports.add(claim);
    if (dice.nextBoolean()) {
      Report found = dice.nextBoolean() ? claim : claim(unit, indicator, month, dice);
      reports.add(RuralWorld.as(Kind.VERIFY, found, 1, null));
      if (dice.nextBoolean()) {
        reports.add(RuralWorld.as(Kind.CLAIM, claim(unit, indicator, month, dice), 2, "đo lại"));
      }
      if (dice.nextBoolean()) {
        reports.add(RuralWorld.as(Kind.RETURN, claim, reports.size(), "thiếu căn cứ"));
      }
    } else if (dice.nextInt(3) == 0) {
      reports.add(RuralWorld.as(Kind.RETURN, claim, 1, "thiếu căn cứ"));
    }
    return reports;
  }

  private static Report claim(int unit, int indicator, YearMonth month, Random dice) {
    BigDecimal figure = BigDecimal.valueOf(dice.nextInt(1000), 1);
    return Report.claim(unit, indicator, month, 0, Map.of("gia_tri", figure));
  }

  private static void load(List<Report> reports) {
    load(reports, DAY);
  }

  private static void load(List<Report> reports, LocalDate day) {
    Acting.call(
        Actor.system("test"),
        () -> world.assessments().load("thử", new TreeMap<>(Map.of(day, reports))));
  }

  /** Where each indicator stands, without the ids of the facts. */
  private static List<String> standing(int unit) {
    return world
        .owner()
        .sql(
            "select concat_ws('/', indicator_id, claim_period, claimed, figures::text, verified,"
                + " verify_id is null, return_id is null, reached, last_period, last_step)"
                + " from rural.standing where unit_id = :unit order by indicator_id")
        .param("unit", unit)
        .query(String.class)
        .list()
        .stream()
        .map(String::valueOf)
        .toList();
  }
}
