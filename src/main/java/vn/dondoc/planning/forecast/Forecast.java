package vn.dondoc.planning.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dự báo giải ngân của một năm.
 *
 * @param known the last month known
 * @param lines in the order asked
 * @param sums of the province and of every source, owner and project
 * @param chances of the targets, in the order asked
 * @param promises of the owners that promised
 * @param scenarios what the chance of a target would be with other plans
 */
public record Forecast(
    int known,
    List<OfLine> lines,
    Map<Part, OfPart> sums,
    List<Chance> chances,
    List<OfOwner> promises,
    Scenarios scenarios) {
  public Forecast {
    lines = List.copyOf(lines);
    sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    chances = List.copyOf(chances);
    promises = List.copyOf(promises);
  }

  /**
   * Dự báo của một dòng.
   *
   * @param line dòng
   * @param fan what will have been paid, never above the plan with what is allowed
   * @param capacity what could have been paid at the line's last month were the plan no limit: what
   *     a receiver can absorb
   * @param reasons the weightiest first
   * @param promised the owner's own figure for the line, null without one
   */
  public record OfLine(
      long line,
      Fan fan,
      Capacity capacity,
      List<Reason> reasons,
      Question.@Nullable Promise promised) {
    public OfLine {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Khả năng hấp thụ, cumulative at the last month of the line.
   *
   * @param low reached nine times of ten
   * @param middle reached every second time
   * @param high reached one time of ten
   */
  public record Capacity(long low, long middle, long high) {}

  /**
   * Dự báo cộng dồn.
   *
   * @param part whose
   * @param plan sum of the plans
   * @param fan what will have been paid
   */
  public record OfPart(Part part, long plan, Fan fan) {}

  /**
   * Xác suất đạt mục tiêu.
   *
   * @param target mục tiêu
   * @param probability 0 to 1
   * @param shortfall what lacks in the middle case, zero when nothing does
   * @param pace nhịp cần có
   */
  public record Chance(Target target, double probability, long shortfall, Pace pace) {}

  /**
   * Nhịp cần có để đạt mục tiêu, per month.
   *
   * @param required on average in each month left; zero when the target is reached already
   * @param recent on average in the last three months known
   * @param expected on average in each month left, by the forecast
   * @param months left
   */
  public record Pace(long required, long recent, long expected, int months) {}

  /**
   * Lời hứa của một chủ đầu tư bên cạnh dự báo.
   *
   * @param owner chủ đầu tư
   * @param month the latest month promised for
   * @param promised cumulative, over the lines promised for that month
   * @param expected by the forecast, of the same lines
   * @param reliability of each đồng more that was promised before, what came, drawn towards that of
   *     all owners; 1 is kept
   * @param kept promises this was learned from
   * @param corrected what the promise is worth by that reliability
   */
  public record OfOwner(
      long owner,
      int month,
      long promised,
      long expected,
      double reliability,
      int kept,
      long corrected) {}

  /** The sum of a part, empty when it has no line. */
  public Optional<OfPart> of(Part part) {
    return Optional.ofNullable(sums.get(part));
  }
}
