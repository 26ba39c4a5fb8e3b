package vn.dondoc.capital.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.forecast.Line;

/**
 * Dự báo giải ngân của một năm as known at the end of a day, as far as the actor sees.
 *
 * @param year năm ngân sách
 * @param day as of
 * @param paidTo the day of the last payment known by then; null when nothing was ever paid
 * @param known the last month wholly over, 0 to 13
 * @param reported the last month whose payments are all known, at most {@code known}: what lies
 *     between is unknown, not empty
 * @param state of the ledger and the reports it was made from: another state, another forecast
 * @param lines within sight
 * @param sums of the province (only who sees all of it), and of each source, owner and project
 *     whose every line is within sight
 * @param chances of the province's targets; empty for who sees only a part
 * @param promises of owners whose every line is within sight
 * @param warnings every sign with how often it came true
 */
public record YearForecast(
    int year,
    LocalDate day,
    @Nullable LocalDate paidTo,
    int known,
    int reported,
    String state,
    List<LineForecast> lines,
    List<SumForecast> sums,
    List<TargetChance> chances,
    List<OwnerPromise> promises,
    List<Warning> warnings) {
  public YearForecast {
    lines = List.copyOf(lines);
    sums = List.copyOf(sums);
    chances = List.copyOf(chances);
    promises = List.copyOf(promises);
    warnings = List.copyOf(warnings);
  }

  /**
   * Lời hứa của một chủ đầu tư bên cạnh dự báo.
   *
   * @param owner chủ đầu tư
   * @param month 1 to 13, at whose end
   * @param promised cumulative over the lines it promised for, đồng
   * @param expected by the forecast, of the same lines
   * @param reliability of each đồng promised before what came, drawn towards that of all owners
   * @param kept promises this was learned from
   * @param corrected what the promise is worth by that
   */
  public record OwnerPromise(
      int owner,
      int month,
      long promised,
      long expected,
      double reliability,
      int kept,
      long corrected) {}

  /** The year's payments are over and all known: the ledger is final, and nothing is forecast. */
  public boolean isOver() {
    return isEnded() && reported == Line.LAST_MONTH;
  }

  /** The year's payments are over, but months of it have no figures: nothing is final. */
  public boolean isIncomplete() {
    return isEnded() && reported < Line.LAST_MONTH;
  }

  /** On the last day money can still be paid. */
  private boolean isEnded() {
    return day.isAfter(lastDay());
  }

  /** The last day the year's plan can be paid. */
  LocalDate lastDay() {
    return LocalDate.of(year + 1, 1, 31);
  }

  /** The forecast of a line within sight. */
  public Optional<LineForecast> line(long id) {
    return lines.stream().filter(line -> line.id() == id).findFirst();
  }

  /** Sums of a sort. */
  public List<SumForecast> sums(SumForecast.Scope scope) {
    return sums.stream().filter(sum -> sum.scope() == scope).toList();
  }

  /** The whole province; empty for who sees only a part. */
  public Optional<SumForecast> province() {
    return sums(SumForecast.Scope.PROVINCE).stream().findFirst();
  }

  /** The chance of a target. */
  public Optional<TargetChance> chance(TargetChance.Kind kind) {
    return chances.stream().filter(chance -> chance.kind() == kind).findFirst();
  }
}
