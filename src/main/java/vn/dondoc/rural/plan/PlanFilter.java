package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Asked;

/**
 * Lọc kế hoạch.
 *
 * @param year năm kế hoạch
 * @param unitId one commune; null for all
 * @param districtId communes of one district
 * @param bodyId what one body owes
 * @param kind lacking or to be kept; null for both
 * @param only further narrowing
 * @param words in the names of communes and actions
 * @param sort the order
 * @param day as at the end of this day; null for today, or the end of a year that is over
 */
public record PlanFilter(
    int year,
    @Nullable Integer unitId,
    @Nullable Integer districtId,
    @Nullable Integer bodyId,
    PlanLine.@Nullable Kind kind,
    Only only,
    String words,
    Sort sort,
    @Nullable LocalDate day) {

  /** Thu hẹp. */
  public enum Only {
    ALL,
    /** Xã phấn đấu đạt chuẩn trong năm. */
    DUE,
    /** Xã không thuộc diện năm nay. */
    NOT_DUE,
    /** Việc của cộng đồng dân cư. */
    COMMUNITY,
    /** Quá hạn. */
    LATE,
    /** Đang vướng. */
    BLOCKED,
    /** Minh chứng sắp hết hạn. */
    EXPIRING,
    /** Đề nghị chuyển cho cơ quan khác. */
    ASKED
  }

  /** Thứ tự. */
  public enum Sort {
    DUE,
    UNIT,
    INDICATOR
  }

  /** The same question at the end of a day; null for today. */
  PlanFilter at(@Nullable LocalDate on) {
    return new PlanFilter(year, unitId, districtId, bodyId, kind, only, words, sort, on);
  }

  /** The same question about names with these words. */
  PlanFilter named(String said) {
    return new PlanFilter(year, unitId, districtId, bodyId, kind, only, said, sort, day);
  }

  /** The year and the day an address asks for: those of today where it names none. */
  public static PlanFilter when(Asked asked, LocalDate today) {
    String typed = asked.words(PlanRequest.YEAR);
    boolean readable = typed.matches("20\\d\\d");
    String year = asked.choice(PlanRequest.YEAR, readable ? List.of(typed) : List.of());
    LocalDate day = asked.day(PlanRequest.DAY, "rural.matrix.day");
    if (day != null && day.isAfter(today)) {
      asked.add(Problem.at(PlanRequest.DAY, PlanRefusal.FUTURE.key(), day, today));
    }
    int of = readable ? Integer.parseInt(year) : (day == null ? today : day).getYear();
    return of(of).at(today.equals(day) ? null : day);
  }

  /** The day it is told for. */
  public LocalDate day(LocalDate today) {
    if (day != null) {
      return day;
    }
    return year < today.getYear() ? LocalDate.of(year, 12, 31) : today;
  }

  /**
   * The day its dates are held against. A year that is over stands as on its last day and is looked
   * at later: what was open then is overdue by now.
   */
  public LocalDate seenOn(LocalDate today) {
    return day == null ? today : day;
  }

  /** Everything of a year. */
  public static PlanFilter of(int year) {
    return new PlanFilter(year, null, null, null, null, Only.ALL, "", Sort.UNIT, null);
  }

  /** What one unit lacks and has to keep. */
  public static PlanFilter ofUnit(int year, int unit) {
    return new PlanFilter(year, unit, null, null, null, Only.ALL, "", Sort.INDICATOR, null);
  }
}
