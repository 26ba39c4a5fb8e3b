package vn.dondoc.capital.forecast;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.forecast.Fan;
import vn.dondoc.planning.forecast.Reason;

/**
 * Dự báo của một dòng vốn.
 *
 * @param line whose
 * @param paid giải ngân by the day, đồng
 * @param past paid at the end of each known month, from January, đồng
 * @param fan cumulative payments at the end of each month to 31 January, đồng
 * @param payable what can still be paid until the pool's last day, the plan being the limit: {@code
 *     low} is what surely comes, {@code plan - paid - high} what surely lapses
 * @param absorbable the same were the plan no limit: what a receiver can take
 * @param reasons why, the weightiest first
 * @param promised the owner's own figure, null where it gave none
 * @param signs early signs it bears
 */
public record LineForecast(
    Line line,
    long paid,
    List<Long> past,
    Fan fan,
    Range payable,
    Range absorbable,
    List<Reason> reasons,
    @Nullable Promised promised,
    List<Warning.Sign> signs) {
  public LineForecast {
    past = List.copyOf(past);
    reasons = List.copyOf(reasons);
    signs = List.copyOf(signs);
  }

  /**
   * Dòng vốn.
   *
   * @param id dòng
   * @param project dự án
   * @param projectName its code and name
   * @param owner chủ đầu tư
   * @param ownerName its name
   * @param pool nhóm vốn
   * @param poolName its name
   * @param source key of the source as the cockpit writes it: code, vintage, years from the year
   * @param plan kế hoạch by the day, đồng
   * @param lastDay the last day it can be paid
   */
  public record Line(
      long id,
      long project,
      String projectName,
      int owner,
      String ownerName,
      int pool,
      String poolName,
      String source,
      long plan,
      LocalDate lastDay) {}

  /**
   * Chủ đầu tư tự ước, cumulative.
   *
   * @param month 1 to 13, at whose end
   * @param amount đồng
   */
  public record Promised(int month, long amount) {}

  public long id() {
    return line.id();
  }

  public long plan() {
    return line.plan();
  }

  /** Nothing can be paid of it any more. */
  public boolean isOver(LocalDate day) {
    return !day.isBefore(line.lastDay());
  }
}
