package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Ngày nghỉ, ngày làm bù.
 *
 * @param day the day
 * @param kind public holiday, day off in exchange, or weekend day worked in exchange
 * @param name what it is for
 */
public record DayOff(LocalDate day, Kind kind, String name) {
  /** Kinds of days that are not what the week says. */
  public enum Kind {
    /** Nghỉ lễ, Tết và nghỉ bù. */
    HOLIDAY,
    /** Nghỉ do hoán đổi. */
    SWAP_OFF,
    /** Làm bù do hoán đổi. */
    SWAP_WORK;

    /** As files and the database write it. */
    public static Kind of(String code) {
      return valueOf(code.strip().toUpperCase(Locale.ROOT));
    }
  }
}
