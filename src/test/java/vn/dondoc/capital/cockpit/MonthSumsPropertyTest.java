package vn.dondoc.capital.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Refusal;

/**
 * Whatever was booked in whatever order: sums kept by month say what the entries say on every day,
 * parts add up to the whole, and months to their total.
 */
class MonthSumsPropertyTest {
  private static final LocalDate START = LocalDate.of(2020, 1, 1);
  private static final int DAYS = 390;
  private static final int ACTS = 260;
  private static final List<EntryKind> KINDS =
      List.of(
          EntryKind.ALLOCATE,
          EntryKind.ENTER,
          EntryKind.ADVANCE,
          EntryKind.PAYMENT,
          EntryKind.PAYMENT,
          EntryKind.RECOVER,
          EntryKind.REFUND,
          EntryKind.REFUND_ADVANCE,
          EntryKind.ADJUST,
          EntryKind.CANCEL);
  private static final CockpitWorld WORLD = CockpitWorld.start();

  /** Acts on days in no order; what the ledger refuses changes nothing. */
  @BeforeContainer
  static void bookAtRandom() {
    WORLD.world().standOn(START.plusDays(DAYS + 30));
    List<Long> lines =
        List.of(
            WORLD.road().line(),
            Objects.requireNonNull(WORLD.road().carried()),
            WORLD.school().line(),
            WORLD.market().line());
    Random random = new Random(20_200_815);
    int booked = 0;
    for (int act = 0; act < ACTS; act++) {
      EntryKind kind = KINDS.get(random.nextInt(KINDS.size()));
      long line = lines.get(random.nextInt(lines.size()));
      long amount = 1 + random.nextInt(3_000_000);
      LocalDate day = START.plusDays(10 + random.nextInt(DAYS));
      boolean less = kind.eitherWay() && random.nextInt(3) == 0;
      try {
        WORLD.write(
            day, less ? Voucher.Row.less(kind, line, amount) : Voucher.Row.of(kind, line, amount));
        booked++;
      } catch (Refusal refusal) {
        assertThat(refusal.problems()).isNotEmpty();
      }
    }
    assertThat(booked).isGreaterThan(ACTS / 4);
  }

  @AfterContainer
  static void close() {
    WORLD.close();
  }

  @Property(tries = 60)
  void keptMonthsSayWhatTheEntriesSay(@ForAll @IntRange(min = -400, max = DAYS + 20) int later) {
    LocalDate day = START.plusDays(later);
    for (int year : List.of(2019, 2020)) {
      assertThat(
              WORLD
                  .world()
                  .owner()
                  .sql(
                      """
                      select count(*)
                        from capital.figures_on(:day, :year) f
                        full join capital.lines_on(:day, :year) l on l.line_id = f.line_id
                       where (f.plan, f.entered, f.outstanding, f.volume, f.disbursed)
                             is distinct from
                             (l.plan, l.entered, l.outstanding, l.volume, l.disbursed)
                      """)
                  .param("day", day)
                  .param("year", year)
                  .query(Long.class)
                  .single())
          .as("lines of %s on %s", year, day)
          .isZero();
    }
  }

  @Property(tries = 25)
  void partsAddUpToTheWholeAndMonthsToTheTotal(
      @ForAll @IntRange(min = 0, max = DAYS + 20) int later) {
    LocalDate day = START.plusDays(later);
    Map<String, String> asked =
        Map.of(
            "nam",
            "2020",
            "ngay",
            "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
    for (Dimension by : Dimension.values()) {
      Cockpit.Found found = WORLD.found(by, asked);
      List<ToLongFunction<Figures>> all =
          List.of(
              Figures::lines,
              Figures::plan,
              Figures::entered,
              Figures::outstanding,
              Figures::volume,
              Figures::month);
      for (ToLongFunction<Figures> one : all) {
        assertThat(found.rows().stream().mapToLong(row -> one.applyAsLong(row.figures())).sum())
            .isEqualTo(one.applyAsLong(found.whole().figures()));
      }
      long total = found.months().stream().mapToLong(Cockpit.Month::increment).sum();
      assertThat(total).isEqualTo(found.whole().figures().disbursed());
      if (!found.months().isEmpty()) {
        assertThat(found.months().getLast().total()).isEqualTo(total);
        assertThat(found.months().getLast().increment()).isEqualTo(found.whole().figures().month());
      }
    }
  }
}
