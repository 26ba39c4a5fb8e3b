package vn.dondoc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.place.Places;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.plan.Forecast;
import vn.dondoc.rural.plan.Forecasts;
import vn.dondoc.rural.plan.Plans;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;

/** The demonstration's two years of reports end where the notice says. */
class RuralHistoryDbTest {
  private static final String CRITERIA =
      """
      with met as (
        select u.unit_id, i.criterion_id, bool_and(coalesce(s.reached, 0) >= 1) as met
          from place.version u
          cross join rural.indicator i
          left join rural.standing s on s.unit_id = u.unit_id and s.indicator_id = i.id
         where u.type = 'xa' and u.valid @> date '2020-08-14'
           and i.set_id = (select id from rural.criteria_set where code = '1980/QĐ-TTg')
         group by u.unit_id, i.criterion_id),
      scored as (
        select m.unit_id, count(*) filter (where m.met) as met,
               exists (select from place.attribute a
                        where a.unit_id = m.unit_id and a.key = 'due_year' and a.value = '2020')
                 as due,
               exists (select from place.attribute a
                        where a.unit_id = m.unit_id and a.key = 'border'
                          and a.valid @> date '2020-08-14') as border
          from met m group by m.unit_id)
      """;
  private static Province province;
  private static JdbcClient owner;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020(Server.start());
    province.server().door(PlaceReference.class).loadDemonstration();
    owner = JdbcClient.create(province.server().database().owner());
    Acting.as(
        Actor.system("test"),
        () -> {
          province.server().door(Standards.class).loadDemonstration();
          province.server().door(Plans.class).load();
          long before = System.nanoTime();
          RuralHistory.letHappen(
              province.server().door(Places.class),
              province.server().door(Standards.class),
              province.server().door(Assessments.class));
          System.out.println("history took " + (System.nanoTime() - before) / 1_000_000 + " ms");
        });
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @Test
  void thirteenDueCommunesAverage15Point46AndFourHaveAllNineteen() {
    assertThat(one("select round(avg(met), 2) from scored where due"))
        .isEqualByComparingTo("15.46");
    assertThat(one("select count(*) from scored where due and met = 19")).isEqualByComparingTo("4");
    assertThat(one("select count(*) from scored where due")).isEqualByComparingTo("13");
  }

  @Test
  void fiftyTwoOthersAreWholeAndBorderCommunesStandNearTheirTarget() {
    assertThat(one("select count(*) from scored where not due and met = 19"))
        .isEqualByComparingTo("52");
    assertThat(one("select round(avg(met), 2) from scored where border"))
        .isBetween(new BigDecimal("11"), new BigDecimal("12.5"));
    assertThat(one("select round(avg(met), 2) from scored"))
        .isBetween(new BigDecimal("11.5"), new BigDecimal("12.9"));
  }

  @Test
  void everyFigureIsJudgedAndTwentyFourMonthsAreThere() {
    System.out.println(
        owner
            .sql(
                "select i.number, count(*), min(a.figures::text), min(t.rule) from rural.assessment a join rural.indicator i on i.id=a.indicator_id left join rural.threshold t on t.id=a.threshold_id where a.kind='claim' and verdict is null group by 1")
            .query()
            .listOfRows());
    System.out.println(
        owner.sql("select count(*) from rural.assessment").query(Integer.class).single());
    long b = System.nanoTime();
    owner.sql("select rural.keep_all()").query(Long.class).single();
    System.out.println("keep_all " + (System.nanoTime() - b) / 1000000);
    System.out.println(
        String.join(
            "\n",
            owner
                .sql(
                    "explain analyze select count(*) from (select array_agg(unit_id) u, array_agg(indicator_id) i from (select distinct unit_id, indicator_id from rural.assessment) d) p, rural.fold(p.u, p.i, 'infinity') f")
                .query(String.class)
                .list()));
    assertThat(
            one("select count(*) from rural.assessment where kind = 'claim' and verdict is null"))
        .isZero();
    assertThat(one("select count(distinct period) from rural.assessment"))
        .isEqualByComparingTo("24");
  }

  @Test
  void forecastSaysHowManyOfTheDueCommunesCome() {
    Forecast forecast =
        Acting.call(Actor.system("test"), () -> province.server().door(Forecasts.class).of(2020))
            .orElseThrow();
    assertThat(forecast.due()).hasSize(13);
    assertThat(forecast.expected()).isBetween(2.0, 12.0);
    assertThat(forecast.quantile(0.1)).isLessThanOrEqualTo(forecast.quantile(0.9));
    assertThat(forecast.atLeast(0)).isBetween(0.999, 1.0);
    System.out.println(forecast.exactly());
  }

  private static BigDecimal one(String question) {
    List<BigDecimal> found = owner.sql(CRITERIA + question).query(BigDecimal.class).list();
    return found.getFirst();
  }
}
