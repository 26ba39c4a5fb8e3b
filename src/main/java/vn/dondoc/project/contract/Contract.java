package vn.dondoc.project.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Hợp đồng as it stands on a day.
 *
 * @param id its id
 * @param projectId dự án
 * @param number số hợp đồng
 * @param step how often its terms were recorded
 * @param terms what it says now
 * @param firstEndsOn the day it was to end on at first
 * @param progress how far it has come
 */
public record Contract(
    long id,
    long projectId,
    String number,
    int step,
    Terms terms,
    LocalDate firstEndsOn,
    Progress progress) {
  /**
   * Khối lượng nghiệm thu và tồn tại.
   *
   * @param acceptedVnd giá trị đã nghiệm thu, đồng
   * @param lastOn last day anything was accepted
   * @param paceFindings tồn tại về tiến độ that are open
   * @param otherFindings those of quality and all else
   * @param lateRemedies open ones whose day has passed
   */
  public record Progress(
      long acceptedVnd,
      @Nullable LocalDate lastOn,
      int paceFindings,
      int otherFindings,
      int lateRemedies) {}

  /**
   * Một lần ghi điều khoản.
   *
   * @param step its number, from 1
   * @param terms what it said
   * @param why phụ lục, lý do; null for the first
   * @param on ngày ghi
   * @param by ai
   */
  public record Told(int step, Terms terms, @Nullable String why, LocalDate on, String by) {}

  /** Part of the value that was accepted, in whole percent, rounded down. */
  public int acceptedPercent() {
    return (int) (progress.acceptedVnd() * 100 / terms.valueVnd());
  }

  /** Part of its time that has passed, in whole percent. */
  public int passedPercent(LocalDate today) {
    LocalDate from = terms.startsOn() == null ? terms.signedOn() : terms.startsOn();
    long whole = Math.max(1, terms.endsOn().toEpochDay() - from.toEpochDay());
    return (int) Math.clamp((today.toEpochDay() - from.toEpochDay()) * 100 / whole, 0, 100);
  }

  /** Its time is over and not all was accepted. */
  public boolean isLate(LocalDate today) {
    return terms.endsOn().isBefore(today) && progress.acceptedVnd() < terms.valueVnd();
  }
}
