package vn.dondoc.capital.closing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.kernel.ProvinceDay;

/** Các tháng của một năm, each with its state and what stood on its last day. */
@Component
class ClosingYear {
  /** Corrections after closing a page and its months are counted from. */
  static final int LATE = 20_000;

  private final ClosingStore store;
  private final Closings closings;
  private final ProvinceDay day;

  ClosingYear(ClosingStore store, Closings closings, ProvinceDay day) {
    this.store = store;
    this.closings = closings;
    this.day = day;
  }

  List<LateCorrection> late(int year) {
    return store.late(year, LATE);
  }

  /** The months of a year that have begun, the latest first. */
  List<Month> months(int year, List<LateCorrection> late) {
    List<Closings.Closing> all = closings.all();
    LocalDate closedUntil = closings.until();
    LocalDate end = LocalDate.of(year, 12, 31);
    LocalDate today = day.today();
    List<ClosingStore.Change> changes = store.changes(year, today.isBefore(end) ? today : end);
    Map<LocalDate, Long> entries = store.entries(year);
    List<Month> months = new ArrayList<>();
    for (int number = 12; number >= 1; number--) {
      YearMonth month = YearMonth.of(year, number);
      if (month.atDay(1).isAfter(today)) {
        continue;
      }
      LocalDate last = month.atEndOfMonth();
      Month.Proposals proposals = proposals(all, closedUntil, last);
      months.add(
          new Month(
              last,
              state(last, closedUntil, proposals.waiting()),
              figures(month, changes, entries),
              closing(all, last),
              proposals,
              later(late, month)));
    }
    return months;
  }

  private Month.State state(
      LocalDate last, @Nullable LocalDate closedUntil, List<Closings.Closing> waiting) {
    if (closedUntil != null && !last.isAfter(closedUntil)) {
      return Month.State.CLOSED;
    }
    if (!last.isBefore(day.today())) {
      return Month.State.RUNNING;
    }
    return waiting.isEmpty() ? Month.State.OPEN : Month.State.WAITING;
  }

  /** Proposals that would close just this month, not signed; what is closed waits for nobody. */
  private static Month.Proposals proposals(
      List<Closings.Closing> all, @Nullable LocalDate closedUntil, LocalDate last) {
    List<Closings.Closing> unsigned =
        all.stream()
            .filter(one ->
                one.seal() == null && YearMonth.from(one.until()).atEndOfMonth().equals(last))
            .filter(one -> closedUntil == null || one.until().isAfter(closedUntil))
            .toList();
    return new Month.Proposals(
        unsigned.stream().filter(Closings.Closing::isWaiting).toList(),
        unsigned.stream().filter(one -> !one.isWaiting()).toList());
  }

  /** The first closing that covers the whole month. */
  private static Closings.@Nullable Closing closing(List<Closings.Closing> all, LocalDate last) {
    Closings.Closing first = null;
    for (Closings.Closing one : all) {
      if (one.seal() != null
          && !one.until().isBefore(last)
          && (first == null || one.until().isBefore(first.until()))) {
        first = one;
      }
    }
    return first;
  }

  private static Month.Figures figures(
      YearMonth month, List<ClosingStore.Change> changes, Map<LocalDate, Long> entries) {
    long plan = 0;
    long disbursed = 0;
    long inMonth = 0;
    for (ClosingStore.Change change : changes) {
      if (change.month().isAfter(month.atEndOfMonth())) {
        continue;
      }
      plan += change.plan();
      disbursed += change.disbursed();
      inMonth = change.month().equals(month.atDay(1)) ? change.disbursed() : inMonth;
    }
    return new Month.Figures(plan, disbursed, inMonth, entries.getOrDefault(month.atDay(1), 0L));
  }

  private static Month.Later later(List<LateCorrection> late, YearMonth month) {
    List<LateCorrection> of =
        late.stream().filter(one -> YearMonth.from(one.of().on()).equals(month)).toList();
    return of.isEmpty()
        ? Month.Later.NONE
        : new Month.Later(of.size(), of.stream().mapToLong(LateCorrection::amountVnd).sum());
  }
}
