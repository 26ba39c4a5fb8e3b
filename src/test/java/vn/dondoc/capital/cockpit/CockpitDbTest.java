package vn.dondoc.capital.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.rate.Rate;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.ProjectWorld;

/** Rates of a small world against figures worked out by hand; amounts in billions. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CockpitDbTest {
  private static final long BILLION = CockpitWorld.BILLION;
  private static CockpitWorld world;

  @BeforeAll
  static void start() {
    world = CockpitWorld.start();
    world.report(world.road().line(), 30, 33L, null);
    world.report(world.market().line(), 9, null, "dau-thau");
    world.block(LocalDate.of(2020, 8, 4));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Cockpit.Found of(String definition, Dimension by) {
    return world.found(by, Map.of("cach", definition));
  }

  private static Rate rate(long numerator, long denominator) {
    return new Rate(numerator * BILLION, denominator * BILLION);
  }

  @Test
  @Order(1)
  void sixDefinitionsGiveSixRatesOfTheSameMoney() {
    Map<String, Rate> rates = new HashMap<>();
    for (String code : List.of("R1", "R2", "R3", "R4", "R5", "R6")) {
      rates.put(code, of(code, Dimension.SOURCE).whole().rate());
    }
    assertThat(rates)
        .containsOnly(
            // 27 of the road and 8 of the market; the Prime Minister assigned 50, the province 100.
            entry("R1", rate(35, 50)),
            entry("R2", rate(35, 150)),
            entry("R3", rate(35, 130)),
            // 5 of what was carried, 10 planned.
            entry("R4", rate(40, 140)),
            // Only the road's owner told of work done: it is to the road's plan.
            entry("R5", rate(33, 60)),
            entry("R6", rate(35, 50)));
  }

  @Test
  @Order(2)
  void everySourceOfAVintageHasItsOwnRateAndTheyAddUp() {
    Cockpit.Found found = of("R4", Dimension.SOURCE);
    assertThat(found.rows().stream().collect(Collectors.toMap(Cockpit.Row::key, Cockpit.Row::rate)))
        .containsOnly(
            entry("NSDP.CD:this_year:0", rate(27, 90)),
            entry("NSDP.CD:carried:-1", rate(5, 10)),
            entry("NSTW.MTQG.NTM:this_year:0", rate(8, 40)));
    Figures all = found.whole().figures();
    assertThat(all.plan()).isEqualTo(140 * BILLION);
    assertThat(all.outstanding()).isEqualTo(6 * BILLION);
    assertThat(all.volume()).isEqualTo(34 * BILLION);
    assertThat(all.month()).isEqualTo(12 * BILLION);
  }

  @Test
  @Order(3)
  void aPlanAssignedToSourcesHasNoShareForAnOwner() {
    assertThat(of("R1", Dimension.OWNER).rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.rate()).isNull());
    assertThat(
            world
                .found(
                    Dimension.SOURCE,
                    Map.of("cach", "R1", "chu", "" + world.world().body("UBND huyện Chi Lăng")))
                .whole()
                .rate())
        .isNull();
    assertThat(of("R1", Dimension.PROGRAMME).rows())
        .anySatisfy(row -> {
          assertThat(row.key()).isEqualTo("NTM");
          assertThat(row.rate()).isEqualTo(rate(8, 50));
        });
  }

  @Test
  @Order(4)
  void projectInTwoDistrictsCountsOnceUnderSeveral() {
    Cockpit.Found found = of("R4", Dimension.PLACE);
    Map<String, Long> plans =
        found.rows().stream()
            .collect(Collectors.toMap(Cockpit.Row::key, row -> row.figures().plan() / BILLION));
    assertThat(plans)
        .containsOnly(
            entry("" + world.world().unit("huyện Chi Lăng"), 110L), entry(Dimension.SEVERAL, 30L));
  }

  @Test
  @Order(5)
  void theLargestProjectIsTakenOutOfBothParts() {
    Cockpit.Largest largest = Objects.requireNonNull(of("R4", Dimension.SOURCE).largest());
    assertThat(largest.name()).isEqualTo(CockpitWorld.ROAD);
    assertThat(largest.without()).isEqualTo(rate(8, 70));
  }

  @Test
  @Order(6)
  void samePeriodIsTheSameDayOfTheYearBeforeAndUnknownWhereThereWasNothing() {
    Cockpit.Found found = of("R4", Dimension.SOURCE);
    assertThat(found.whole().before()).isEqualTo(rate(20, 50));
    assertThat(found.whole().beforeVnd()).isEqualTo(20 * BILLION);
    assertThat(found.rows())
        .filteredOn(row -> row.key().startsWith("NSTW"))
        .singleElement()
        .satisfies(row -> assertThat(row.before()).isNull());
  }

  @Test
  @Order(7)
  void whatOwnersSayStaysApartFromTheTreasuryAndSilenceIsNoZero() {
    Figures all = of("R4", Dimension.SOURCE).whole().figures();
    assertThat(all.estimate()).isEqualTo(new Figures.Told(39 * BILLION, 2, 100 * BILLION));
    assertThat(all.unreported()).isEqualTo(2);
    assertThat(of("R4", Dimension.SOURCE).whole().estimate()).isEqualTo(rate(39, 100));
    assertThat(of("R5", Dimension.OWNER).rows())
        .filteredOn(row -> row.key().equals("" + world.world().body("UBND huyện Chi Lăng")))
        .singleElement()
        .satisfies(row -> assertThat(row.rate()).isNull());
  }

  @Test
  @Order(8)
  void daysWithoutMovementRunFromTheLastPaymentOrFromThePlan() {
    Map<String, Long> idle = new HashMap<>();
    of("R4", Dimension.OWNER)
        .rows()
        .forEach(row -> idle.put(row.key(), row.figures().idle(2020, CockpitWorld.DAY)));
    assertThat(idle)
        .containsEntry("" + world.world().body(ProjectWorld.BOARD), 9L)
        .containsEntry("" + world.world().body("UBND huyện Chi Lăng"), 4L)
        // Plan was given on 10 January and nothing moved since.
        .containsEntry("" + world.world().body(ProjectWorld.OTHER_BOARD), 217L);
  }

  @Test
  @Order(9)
  void moneyDaysAreWhatIsNotSpentTimesTheDaysItIsBlocked() {
    // The road lacks 33 + 5, ten days; the market 32, two days.
    assertThat(of("R4", Dimension.SOURCE).blocked())
        .extracting(Cockpit.Blocked::cause, blocked -> blocked.moneyDays() / BILLION)
        .containsExactly(tuple("gia-dat-cham", 380L), tuple("dau-thau", 64L));
    assertThat(world.found(Dimension.OWNER, Map.of("vuong", "dau-thau")).whole().figures().plan())
        .isEqualTo(40 * BILLION);
  }

  @Test
  @Order(10)
  void monthsAddUpToTheTotal() {
    List<Cockpit.Month> months = of("R4", Dimension.SOURCE).months();
    assertThat(months)
        .filteredOn(month -> month.increment() != 0)
        .extracting(Cockpit.Month::month, month -> month.total() / BILLION)
        .containsExactly(
            tuple(YearMonth.of(2020, 3), 10L),
            tuple(YearMonth.of(2020, 6), 22L),
            tuple(YearMonth.of(2020, 7), 28L),
            tuple(YearMonth.of(2020, 8), 40L));
    assertThat(months.getLast().day()).isEqualTo(CockpitWorld.DAY);
  }

  @Test
  @Order(11)
  void ownerSeesItsOwnLinesAndNoShareOfWhatIsAssignedToAll() {
    Actor board = world.world().board();
    Cockpit.Found found =
        Acting.call(
            board,
            () -> world.world().door(Cockpit.class).of(world.filter(Map.of()), Dimension.OWNER));
    assertThat(found.rows()).hasSize(1);
    assertThat(found.whole().rate()).isEqualTo(rate(32, 70));
    Cockpit.Found assigned =
        Acting.call(
            board,
            () ->
                world
                    .world()
                    .door(Cockpit.class)
                    .of(world.filter(Map.of("cach", "R1")), Dimension.SOURCE));
    assertThat(assigned.whole().rate()).isNull();
  }

  @Test
  @Order(12)
  void visitorSeesNothing() {
    Cockpit.Found found =
        Acting.call(
            Actor.visitor(),
            () -> world.world().door(Cockpit.class).of(world.filter(Map.of()), Dimension.OWNER));
    assertThat(found.rows()).isEmpty();
    assertThat(found.whole().figures().plan()).isZero();
  }

  @Test
  @Order(20)
  void aPastDayStaysWhatItWasAndLateMoneyIsLeftOutWhereTheDefinitionSaysSo() {
    Cockpit.Found before = of("R4", Dimension.SOURCE);
    LocalDate october = LocalDate.of(2020, 10, 15);
    world.world().standOn(october);
    int rural = world.world().door(Sources.class).pool("NTM-2020").id();
    world.assign(LocalDate.of(2020, 10, 10), rural, Voucher.Authority.PM, 20);
    world.post(EntryKind.PAYMENT, world.road().line(), LocalDate.of(2020, 8, 15), 3);
    world.post(EntryKind.PAYMENT, world.school().line(), LocalDate.of(2020, 9, 30), 7);
    assertThat(world.found(Dimension.SOURCE, Map.of("ngay", "14/8/2020", "cach", "R4")))
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(before);
    assertThat(of("R1", Dimension.SOURCE).whole().rate()).isEqualTo(rate(45, 70));
    assertThat(of("R6", Dimension.SOURCE).whole().rate()).isEqualTo(rate(45, 50));
  }

  @Test
  @Order(21)
  void whatComesAfterTheCutOffIsNotCounted() {
    world.world().standOn(LocalDate.of(2021, 3, 1));
    CockpitFilter filter = world.filter(Map.of("nam", "2020"));
    assertThat(filter.counted()).isEqualTo(LocalDate.of(2021, 1, 31));
    assertThat(world.found(Dimension.CLASS, Map.of("nam", "2020")).rows())
        .extracting(Cockpit.Row::key)
        .containsExactlyInAnyOrder("chuyen-tiep", "khoi-cong-moi");
  }

  @Test
  @Order(22)
  void planAssignedToAPoolWithoutLinesIsARowOfItsOwnAndRowsAddUpToTheWhole() {
    int lottery =
        Acting.call(
            ProjectWorld.SYSTEM,
            () ->
                CockpitWorld.pool(
                    world.world(),
                    "XSKT-2020",
                    Pool.Ring.of("NSDP.XSKT", "province"),
                    2020,
                    Vintage.THIS_YEAR));
    world.assign(LocalDate.of(2020, 1, 20), lottery, Voucher.Authority.PROVINCE, 7);
    Cockpit.Found found = world.found(Dimension.SOURCE, Map.of("ngay", "14/8/2020", "cach", "R2"));
    assertThat(found.rows())
        .filteredOn(row -> row.key().startsWith("NSDP.XSKT"))
        .singleElement()
        .satisfies(row -> assertThat(row.rate()).isEqualTo(rate(0, 7)));
    assertThat(
            found.rows().stream()
                .mapToLong(row -> Objects.requireNonNull(row.rate()).denominator())
                .sum())
        .isEqualTo(Objects.requireNonNull(found.whole().rate()).denominator());
  }
}
