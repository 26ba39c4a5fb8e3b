package vn.dondoc.project;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.project.funding.PaidProject.Paid;

/**
 * Tổng mức đầu tư không thấp hơn số đã giải ngân: on no day whose total a decision changes. A value
 * settled is no total: below what was paid it orders money back.
 */
final class InvestmentFloor {
  private InvestmentFloor() {}

  /**
   * Một quyết định có tổng mức.
   *
   * @param signedOn ngày ký
   * @param order which of two of one day counts, the later recorded
   * @param isTotal it approves the total; else it foresees one
   * @param valueVnd đồng
   */
  record Total(LocalDate signedOn, long order, boolean isTotal, long valueVnd) {
    private static final Comparator<Total> COUNTS =
        Comparator.comparing(Total::isTotal)
            .thenComparing(Total::signedOn)
            .thenComparing(Total::order);
  }

  /**
   * Ngày mà lũy kế vượt.
   *
   * @param on ngày
   * @param paidVnd đã giải ngân, đồng
   * @param totalVnd tổng mức, đồng; 0 where none is left
   */
  record Breach(LocalDate on, long paidVnd, long totalVnd) {}

  /** The first day a change of decisions leaves more paid than the total; empty when none. */
  static Optional<Breach> broken(List<Total> before, List<Total> after, List<Paid> paid) {
    TreeSet<LocalDate> days = new TreeSet<>();
    paid.forEach(one -> days.add(one.on()));
    Stream.concat(before.stream(), after.stream()).forEach(one -> days.add(one.signedOn()));
    return days.stream()
        .filter(day -> !Objects.equals(total(before, day), total(after, day)))
        .map(day -> new Breach(day, paid(paid, day), said(total(after, day))))
        .filter(stand -> stand.paidVnd() > stand.totalVnd())
        .findFirst();
  }

  private static @Nullable Long total(List<Total> totals, LocalDate day) {
    return totals.stream()
        .filter(one -> !one.signedOn().isAfter(day))
        .max(Total.COUNTS)
        .map(Total::valueVnd)
        .orElse(null);
  }

  private static long said(@Nullable Long total) {
    return total == null ? 0 : total;
  }

  private static long paid(List<Paid> paid, LocalDate day) {
    return paid.stream()
        .filter(one -> !one.on().isAfter(day))
        .reduce((first, second) -> second)
        .map(Paid::amountVnd)
        .orElse(0L);
  }
}
