package vn.dondoc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.plan.Forecast;
import vn.dondoc.rural.plan.Forecasts;
import vn.dondoc.rural.target.Count;
import vn.dondoc.rural.target.Reached;
import vn.dondoc.rural.target.Target;
import vn.dondoc.rural.target.Targets;
import vn.dondoc.testing.Province;

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
          from met m group by m.unit_id),
      marked as (
        select s.*,
               exists (select from place.attribute a
                        where a.unit_id = s.unit_id and a.key = 'especially_difficult'
                          and a.valid @> date '2020-08-14') as difficult,
               exists (select from place.attribute a
                        where a.unit_id = s.unit_id and a.key = 'pilot'
                          and a.valid @> date '2020-08-14') as pilot
          from scored s)
      """;
  private static Province province;
  private static JdbcClient owner;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    owner = JdbcClient.create(province.server().database().owner());
    Acting.as(Actor.system("test"), () -> RuralDemo.load(province.server()));
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
    assertThat(
            one("select count(*) from rural.assessment where kind = 'claim' and verdict is null"))
        .isZero();
    assertThat(one("select count(distinct period) from rural.assessment"))
        .isEqualByComparingTo("24");
  }

  @Test
  void targetsOfTheNoticeAreThereWithTheirValues() {
    Map<String, Reached> targets =
        Acting.call(Actor.system("test"), () -> province.server().door(Targets.class).ofYear(2020))
            .stream()
            .collect(Collectors.toMap(one -> one.target().code(), one -> one));
    assertThat(targets).hasSize(10);
    assertThat(Objects.requireNonNull(targets.get("xa-dat-chuan-moi")).value())
        .isEqualByComparingTo("4");
    assertThat(Objects.requireNonNull(targets.get("tong-xa-dat-chuan")).value())
        .isEqualByComparingTo("56");
    assertThat(Objects.requireNonNull(targets.get("xa-bien-gioi")).target().aim().denominator())
        .isEqualTo(20);
    assertThat(
            one(
                "select count(*) from rural.target_unit u join rural.target t"
                    + " on t.id = u.target_id where t.code = 'xa-bien-gioi'"))
        .isEqualByComparingTo("20");
    assertThat(Objects.requireNonNull(targets.get("thon")))
        .satisfies(hamlets -> {
          assertThat(hamlets.value()).isNull();
          assertThat(hamlets.state()).isEqualTo(Target.State.NOT_REPORTED);
          assertThat(hamlets.target().aim().denominator()).isEqualTo(189);
        });
    assertThat(Objects.requireNonNull(targets.get("binh-quan")).course()).hasSize(9);
    assertThat(Objects.requireNonNull(targets.get("khu-dan-cu")).target())
        .satisfies(areas -> {
          assertThat(areas.measure()).isEqualTo(Target.Measure.EACH);
          assertThat(areas.aim().low()).isEqualByComparingTo("2");
          assertThat(
                  one(
                      "select count(*) from rural.target_unit u join rural.target t"
                          + " on t.id = u.target_id where t.code = 'khu-dan-cu'"))
              .isEqualByComparingTo(Integer.toString(areas.aim().denominator()));
        });
  }

  @Test
  void elevenPilotCommunesAreEspeciallyDifficultBesideTheThreeThatAreDue() {
    assertThat(one("select count(*) from marked where difficult")).isEqualByComparingTo("14");
    assertThat(one("select count(*) from marked where difficult and due"))
        .isEqualByComparingTo("3");
    assertThat(one("select count(*) from marked where difficult and pilot"))
        .isEqualByComparingTo("11");
    Reached pilots =
        Acting.call(Actor.system("test"), () -> province.server().door(Targets.class).ofYear(2020))
            .stream()
            .filter(one -> one.target().code().equals("xa-diem"))
            .findFirst()
            .orElseThrow();
    assertThat(pilots.target().aim().denominator()).isEqualTo(11);
    assertThat(pilots.target().aim().unit().in(true)).isEqualTo("communes");
    assertThat(pilots.value())
        .isEqualByComparingTo(one("select count(*) from marked where pilot and met >= 10"));
    assertThat(one("select count(*) from marked where pilot and met = 19"))
        .as("none was recognised before")
        .isEqualByComparingTo("0");
  }

  @Test
  void countThatIsReportedMovesItsTargetAndAComputedOneTakesNone() {
    Targets door = province.server().door(Targets.class);
    Actor system = Actor.system("test");
    List<Reached> before = Acting.call(system, () -> door.ofYear(2020));
    Target model =
        before.stream()
            .map(Reached::target)
            .filter(target -> target.code().equals("kieu-mau"))
            .findFirst()
            .orElseThrow();
    LocalDate day = LocalDate.of(2020, 8, 14);
    Acting.as(system, () -> door.count(model, Count.of(day, new BigDecimal("2"), "Báo cáo mẫu")));
    assertThat(Acting.call(system, () -> door.find(2020, model.id())).orElseThrow().state())
        .isEqualTo(Target.State.REACHED);
    assertThatThrownBy(() ->
            Acting.as(
                system,
                () -> door.count(before.getFirst().target(), Count.of(day, BigDecimal.ONE, "Mẫu"))))
        .hasMessageContaining("computed");
    assertThatThrownBy(() ->
            Acting.as(
                system, () -> door.count(model, Count.of(day.plusDays(1), BigDecimal.ONE, "Mẫu"))))
        .hasMessageContaining("ahead");
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
  }

  private static BigDecimal one(String question) {
    return owner.sql(CRITERIA + question).query(BigDecimal.class).single();
  }
}
