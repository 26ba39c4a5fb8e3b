package vn.dondoc.capital.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Term;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.planning.forecast.Fan;
import vn.dondoc.planning.forecast.Line;
import vn.dondoc.planning.forecast.Reason;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/** The sample year of public investment, forecast from its ledger. */
class ForecastsDbTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 14);
  private static final LocalDate NOVEMBER = LocalDate.of(2020, 11, 10);
  private static final LocalDate LAST_DAY = LocalDate.of(2021, 1, 31);
  private static final long BILLION = 1_000_000_000L;
  private static Province province;
  private static Forecasts forecasts;
  private static int papers;

  @BeforeAll
  static void start() {
    province = Province.ofSampleYear();
    forecasts = province.server().context().getBean(Forecasts.class);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void everyLineStaysBetweenWhatIsPaidAndItsPlanAndLinesAddUpToTheProvince() {
    YearForecast year = planner(DAY);
    assertThat(year.known()).isEqualTo(7);
    assertThat((long) year.lines().size())
        .isEqualTo(
            number("select count(*) from capital.lines_on('2020-08-14', 2020) l where l.plan > 0"));
    assertThat(year.lines())
        .allSatisfy(line -> {
          assertThat(line.payable().low()).isBetween(0L, line.payable().middle());
          assertThat(line.payable().high())
              .isBetween(line.payable().middle(), Math.max(0, line.plan() - line.paid()));
          assertThat(line.absorbable().middle())
              .isGreaterThanOrEqualTo(line.payable().middle() - 1);
        });
    SumForecast whole = year.province().orElseThrow();
    assertThat(whole.plan()).isEqualTo(3_260_600_000_000L);
    assertThat(whole.paid())
        .isEqualTo(number("select sum(l.disbursed) from capital.lines_on('2020-08-14', 2020) l"));
    double means = year.lines().stream().mapToLong(l -> l.fan().mean(Line.LAST_MONTH)).sum();
    assertThat((double) whole.fan().mean(Line.LAST_MONTH))
        .isCloseTo(means, Offset.offset((double) year.lines().size()));
    assertThat(year.sums(SumForecast.Scope.OWNER).stream().mapToLong(SumForecast::paid).sum())
        .isEqualTo(whole.paid());
    assertThat(year.lines()).anySatisfy(line -> assertThat(line.reasons()).isNotEmpty());
    assertThat(year.promises()).isNotEmpty();
  }

  @Test
  void targetHasAChanceAPaceFromTheDayOnAndTheSameChanceWithUnchangedPlans() {
    YearForecast year = planner(DAY);
    TargetChance named = year.chance(TargetChance.Kind.NAMED).orElseThrow();
    TargetChance end = year.chance(TargetChance.Kind.YEAR_END).orElseThrow();
    assertThat(named.percent()).isEqualByComparingTo("60");
    assertThat(named.denominator()).isEqualTo(3_260_600_000_000L);
    assertThat(named.probability()).isBetween(0.0, 1.0);
    assertThat(end.probability()).isLessThanOrEqualTo(named.probability());
    long lacking = named.amount() - year.province().orElseThrow().paid();
    double months = ChronoUnit.DAYS.between(DAY, named.byDay()) * 12 / 365.25;
    assertThat((double) named.required()).isCloseTo(lacking / months, Offset.offset(2.0));
    assertThat(as(planning(), () -> forecasts.chance(year, named, Map.of())))
        .isEqualTo(named.probability());
  }

  @Test
  void earlyWarningsOfTheYearAreMeasuredOnWhatCameThreeMonthsLater() {
    assertThat(planner(DAY).warnings())
        .allSatisfy(warning -> {
          assertThat(warning.outcome()).isEqualTo(Warning.Outcome.THREE_MONTHS);
          assertThat(warning.came()).isLessThanOrEqualTo(warning.seen());
        });
    assertThat(planner(DAY).warnings())
        .anySatisfy(w -> {
          assertThat(w.isMeasured()).isTrue();
          assertThat(w.until()).isEqualTo(7);
        });
    assertThat(planner(LocalDate.of(2020, 3, 31)).warnings())
        .noneSatisfy(w -> assertThat(w.isMeasured()).isTrue());
  }

  @Test
  void planAssignedInNovemberHasNoHistoryAndIsForecastFromItsMonthOn() {
    long line = inNovember();
    YearForecast before = planner(NOVEMBER.minusDays(1));
    assertThat(before.line(line)).isEmpty();
    LineForecast late = planner(LocalDate.of(2020, 11, 30)).line(line).orElseThrow();
    assertThat(late.paid()).isZero();
    assertThat(late.past()).allSatisfy(paid -> assertThat(paid).isZero());
    assertThat(late.payable().high()).isBetween(late.payable().middle(), late.plan());
    assertThat(late.payable().high()).isPositive();
    assertThat(late.reasons().stream().map(Reason::cause)).doesNotContain(Reason.Cause.OWN_PACE);
  }

  @Test
  void withoutReportsThereIsNoPromiseAndWithoutPaymentsTheSeasonAlone() {
    YearForecast year = planner(LocalDate.of(2020, 1, 15));
    assertThat(year.known()).isZero();
    assertThat(year.promises()).isEmpty();
    assertThat(year.province().orElseThrow().payable().middle()).isPositive();
    // Nothing was loaded after 14 August: those months are not known to be empty.
    YearForecast later = planner(LocalDate.of(2020, 10, 31));
    assertThat(later.known()).isEqualTo(10);
    Fan fan = later.province().orElseThrow().fan();
    assertThat(fan.at(10, 90)).isGreaterThan(fan.at(10, 10));
  }

  @Test
  void monthsWithoutReportsMakeNoForecastSurerAndNoWarningTruer() {
    YearForecast august = planner(DAY);
    // The last payment is of 13 August: that month is not wholly reported either.
    YearForecast november = planner(LocalDate.of(2020, 11, 20));
    assertThat(november.known()).isEqualTo(10);
    assertThat(november.reported()).isEqualTo(august.reported()).isEqualTo(7);
    assertThat(width(november)).isGreaterThanOrEqualTo(width(august) * 9 / 10);
    assertThat(november.warnings())
        .filteredOn(Warning::isMeasured)
        .isNotEmpty()
        .allSatisfy(warning -> {
          assertThat(warning.until()).isEqualTo(7);
          assertThat(warning.others()).isPositive();
          assertThat(warning.rate()).isLessThan(1);
        });
  }

  private static long width(YearForecast year) {
    Fan fan = year.province().orElseThrow().fan();
    return fan.at(Line.LAST_MONTH, 90) - fan.at(Line.LAST_MONTH, 10);
  }

  @Test
  void signThatComesTrueNoOftenerThanWithoutItIsNotTelling() {
    Warning.Outcome outcome = Warning.Outcome.THREE_MONTHS;
    assertThat(new Warning(Warning.Sign.BEHIND, outcome, 4, 17, 6, 0.355).isTelling()).isFalse();
    assertThat(new Warning(Warning.Sign.BEHIND, outcome, 4, 40, 15, 0.355).isTelling()).isFalse();
    assertThat(new Warning(Warning.Sign.BEHIND, outcome, 4, 40, 30, 0.355).isTelling()).isTrue();
    assertThat(new Warning(Warning.Sign.BEHIND, outcome, 4, 7, 7, 0.355).isTelling()).isFalse();
  }

  @Test
  void noVerdictWhileMoneyCanBePaidOrMonthsLackFiguresAndOneOnceAllIsKnown() {
    YearForecast last = planner(LAST_DAY);
    assertThat(last.isOver() || last.isIncomplete()).isFalse();
    assertThat(last.lines())
        .allSatisfy(line -> assertThat(line.payable()).isEqualTo(new Range(0, 0, 0)))
        .allMatch(line -> line.signs().isEmpty());
    TargetChance end = last.chance(TargetChance.Kind.YEAR_END).orElseThrow();
    assertThat(end.standing()).isEqualTo(TargetChance.Standing.OPEN);
    assertThat(lead(last)).contains("chưa phải số cuối cùng").doesNotContain("không đạt");

    // Nothing was loaded after 14 August: those months are unknown, not empty.
    YearForecast incomplete = planner(LAST_DAY.plusDays(1));
    assertThat(incomplete.isOver()).isFalse();
    assertThat(incomplete.isIncomplete()).isTrue();
    assertThat(incomplete.chances())
        .hasSize(2)
        .extracting(TargetChance::standing)
        .containsOnly(TargetChance.Standing.UNKNOWN);
    SumForecast whole = incomplete.province().orElseThrow();
    assertThat(whole.fan().at(Line.LAST_MONTH, 90)).isGreaterThan(whole.paid());
    ForecastView view = view(incomplete);
    assertThat(lead(incomplete)).contains("chưa đủ số").doesNotContain("không đạt", "cuối cùng");
    assertThat(ForecastWords.unreported(view)).contains("tháng 8/2020", "tháng 1/2021");
    assertThat(drawn("facts", Map.of("page", view.page(), "view", view)))
        .contains("chưa đủ số", "Từ tháng 8/2020 đến hết tháng 1/2021")
        .doesNotContain("không đạt", "cuối cùng", "Nhịp cần có");
    ForecastView.Row row = Objects.requireNonNull(view.province());
    assertThat(drawn("fan", Map.of("page", view.page(), "view", view, "row", row)))
        .contains("fan-8", "fan-m");
    assertThat(view.ahead()).startsWith(8).endsWith(Line.LAST_MONTH);
    assertThat(Objects.requireNonNull(view.curve(row)).middle()).hasSize(7);

    // A payment of the last days of January: the year is known to its end.
    LineForecast any = incomplete.lines().getFirst();
    post(LAST_DAY.minusDays(3), Voucher.Row.of(EntryKind.PAYMENT, any.id(), 1_000_000));
    assertFinal(planner(LAST_DAY.plusDays(1)));
  }

  private static void assertFinal(YearForecast year) {
    assertThat(year.isOver()).isTrue();
    assertThat(year.sums())
        .allSatisfy(sum -> {
          assertThat(sum.fan().at(Line.LAST_MONTH, 10)).isEqualTo(sum.paid());
          assertThat(sum.fan().at(Line.LAST_MONTH, 90)).isEqualTo(sum.paid());
        });
    assertThat(as(planning(), () -> forecasts.middle(year, Map.of())))
        .isEqualTo(year.province().orElseThrow().paid());
    assertThat(year.chances())
        .hasSize(2)
        .allSatisfy(chance -> {
          assertThat(chance.standing()).isEqualTo(TargetChance.Standing.DECIDED);
          assertThat(chance.probability()).isZero();
          assertThat(chance.shortfall()).isPositive();
        });
    assertThat(lead(year)).contains("giải ngân cuối cùng", "không đạt");
  }

  @Test
  void monthsOfAClosedLedgerAreKnownToBeEmpty() {
    assertThat(reported(null)).isZero();
    assertThat(reported(LocalDate.of(2020, 11, 30))).isEqualTo(11);
    assertThat(reported(LAST_DAY)).isEqualTo(Line.LAST_MONTH);
  }

  private static int reported(@Nullable LocalDate closed) {
    Asking.Known nothing =
        new Asking.Known(List.of(), List.of(), List.of(), List.of(), List.of(), closed);
    return new Asking(2020, LAST_DAY.plusDays(9), nothing).reported();
  }

  private static String drawn(String part, Map<String, Object> model) {
    StringOutput out = new StringOutput();
    province
        .server()
        .context()
        .getBean(TemplateEngine.class)
        .render("capital/forecast/" + part + ".jte", model, out);
    return out.toString();
  }

  private static String lead(YearForecast year) {
    return ForecastWords.lead(view(year));
  }

  private static ForecastView view(YearForecast year) {
    Texts texts = Texts.in(Language.VI);
    Page page =
        new Page(
            texts,
            new Formats(texts),
            planning(),
            List.of(),
            Map.of(),
            "capital",
            new Page.Request("/", "_csrf", () -> null, null, null),
            "Lạng Sơn",
            year.day(),
            false,
            false);
    return new ForecastView(
        ForecastFilter.of(Map.of(), year.day()),
        new ListAddress(ForecastView.PATH, Map.of()),
        year,
        false,
        List.of(),
        List.of(2020),
        page);
  }

  @Test
  void ownerSeesItsOwnLinesAsThePlannerSeesThemAndNothingOfTheProvince() {
    YearForecast whole = planner(DAY);
    int owner = whole.lines().getFirst().line().owner();
    YearForecast own = as(owner(owner), () -> forecasts.of(2020, DAY));
    assertThat(own.lines()).isNotEmpty().allMatch(line -> line.line().owner() == owner);
    LineForecast line = own.lines().getFirst();
    assertThat(line.payable()).isEqualTo(whole.line(line.id()).orElseThrow().payable());
    assertThat(own.province()).isEmpty();
    assertThat(own.chances()).isEmpty();
    assertThat(own.sums(SumForecast.Scope.OWNER).stream().map(SumForecast::key))
        .containsExactly(Integer.toString(owner));
    assertThatThrownBy(() ->
            as(owner(owner), () -> forecasts.chance(whole, whole.chances().getFirst(), Map.of())))
        .isInstanceOf(Refusal.class);
    assertThat(as(Actor.visitor(), () -> forecasts.of(2020, DAY)).lines()).isEmpty();
  }

  @Test
  void paymentThatArrivesMakesAnotherForecast() {
    YearForecast before = planner(DAY);
    assertThat(planner(DAY)).isSameAs(before);
    LineForecast line =
        before.lines().stream()
            .filter(l -> l.plan() - l.paid() > 2 * BILLION && l.paid() > 0)
            .findFirst()
            .orElseThrow();
    post(DAY, Voucher.Row.of(EntryKind.PAYMENT, line.id(), BILLION));
    YearForecast after = planner(DAY);
    assertThat(after.state()).isNotEqualTo(before.state());
    assertThat(after.line(line.id()).orElseThrow().paid()).isEqualTo(line.paid() + BILLION);
  }

  private static YearForecast planner(LocalDate day) {
    return as(planning(), () -> forecasts.of(2020, day));
  }

  private static long inNovember() {
    return as(
        ProjectWorld.SYSTEM,
        () -> {
          int pool =
              province
                  .server()
                  .context()
                  .getBean(Sources.class)
                  .open(
                      NewPool.ofYear(
                          "DP-2020-T11",
                          "Dự phòng mẫu giao tháng 11",
                          Pool.Ring.of("NSDP.CD", "district"),
                          LocalDate.of(2020, 1, 1),
                          Term.until(LocalDate.of(2021, 1, 31), LocalDate.of(2020, 12, 31))));
          long project = number("select min(project_id) from capital.line");
          long line = province.server().context().getBean(Ledger.class).line(project, pool);
          post(NOVEMBER, Voucher.Row.assign(pool, Voucher.Authority.PROVINCE, 4 * BILLION));
          post(NOVEMBER, Voucher.Row.of(EntryKind.ALLOCATE, line, 4 * BILLION));
          return line;
        });
  }

  private static void post(LocalDate day, Voucher.Row row) {
    papers++;
    Voucher.Paper paper = Voucher.Paper.of("Kho bạc mẫu", "DB", "DB" + papers, day);
    as(
        ProjectWorld.SYSTEM,
        () ->
            province
                .server()
                .context()
                .getBean(Ledger.class)
                .post(Posting.ofLoad(day), List.of(Voucher.of(paper, row))));
  }

  private static Actor planning() {
    return new ProjectWorld(province).planning();
  }

  private static Actor owner(int body) {
    return new Actor(901, "Chủ đầu tư mẫu", Set.of(), false, List.of(body), List.of());
  }

  private static <T> T as(Actor actor, Supplier<T> act) {
    return Acting.call(actor, act::get);
  }

  private static long number(String sql) {
    return JdbcClient.create(province.server().database().owner())
        .sql(sql)
        .query(Long.class)
        .single();
  }
}
