package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;

/**
 * Chỉ tiêu kế hoạch.
 *
 * @param id its id
 * @param code mã
 * @param year năm
 * @param name tên
 * @param measure how its value is told
 * @param aim what is to be reached
 * @param plan where it comes from
 */
public record Target(
    int id, String code, int year, Name name, Measure measure, Aim aim, Plan plan) {

  /** Tên tiếng Việt và tiếng Anh. */
  public record Name(String vi, String en) {
    /** In the language of a page. */
    public String in(boolean english) {
      return english ? en : vi;
    }
  }

  /** Cách tính. */
  public enum Measure {
    /** Số đơn vị đạt mọi tiêu chí. */
    WHOLE,
    /** Bình quân tiêu chí một đơn vị. */
    MEAN,
    /** Số đơn vị đạt từ chừng ấy tiêu chí. */
    AT_LEAST,
    /** Theo số báo cáo. */
    COUNTED,
    /** Số đơn vị đạt mức, mỗi đơn vị theo số báo cáo của nó. */
    EACH;

    /** Whether somebody reports it. */
    public boolean isReported() {
      return this == COUNTED || this == EACH;
    }
  }

  /**
   * Mức phải đạt.
   *
   * @param low mức; of each unit for {@link Measure#EACH}
   * @param high mức cao, for "12,5-13"; null when there is one number
   * @param unit đơn vị tính
   * @param base số đã có từ trước, counted in
   * @param denominator mẫu số, fixed on the day of the plan
   * @param criteria for {@link Measure#AT_LEAST}
   */
  public record Aim(
      BigDecimal low,
      @Nullable BigDecimal high,
      Bilingual unit,
      BigDecimal base,
      int denominator,
      @Nullable Integer criteria) {}

  /**
   * Kế hoạch giao.
   *
   * @param plannedOn ngày giao
   * @param byDay ngày cuối
   * @param source căn cứ
   * @param fromNotice the figure stands in the conference's notice
   */
  public record Plan(LocalDate plannedOn, LocalDate byDay, Bilingual source, boolean fromNotice) {}

  /** What its value is held against: the aim, or every unit where each has an aim. */
  public BigDecimal goal() {
    return measure == Measure.EACH ? BigDecimal.valueOf(aim.denominator()) : aim.low();
  }

  /** Trạng thái. */
  public enum State {
    REACHED,
    ON_THE_WAY,
    BEHIND,
    MISSED,
    NOT_REPORTED
  }

  /**
   * Where it stands: measured against the straight way from where it began to its aim.
   *
   * @param began its value at the beginning of the year; null when not known
   * @param value its value now; null when nothing was reported
   */
  public State state(@Nullable BigDecimal began, @Nullable BigDecimal value, LocalDate today) {
    if (value == null) {
      return State.NOT_REPORTED;
    }
    if (value.compareTo(goal()) >= 0) {
      return State.REACHED;
    }
    if (today.isAfter(plan.byDay())) {
      return State.MISSED;
    }
    double from = began == null ? 0 : began.doubleValue();
    LocalDate start = LocalDate.of(year, 1, 1);
    double whole = start.until(plan.byDay(), java.time.temporal.ChronoUnit.DAYS);
    double gone = Math.max(0, start.until(today, java.time.temporal.ChronoUnit.DAYS));
    double due = from + (goal().doubleValue() - from) * Math.min(1, gone / whole);
    return value.doubleValue() >= due ? State.ON_THE_WAY : State.BEHIND;
  }
}
