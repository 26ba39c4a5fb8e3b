package vn.dondoc.capital.forecast;

import java.util.Locale;

/**
 * Cảnh báo sớm: a sign, and how often it came true.
 *
 * @param sign dấu hiệu
 * @param outcome what was looked for after it
 * @param since of this year: the month at whose end the sign was looked for, the outcome three
 *     months later; 0 of finished years
 * @param seen lines that bore the sign before
 * @param came of them those it came true for
 * @param others share of all other lines the same came true for, 0 to 1
 */
public record Warning(Sign sign, Outcome outcome, int since, int seen, int came, double others) {
  /** Below this a rate says nothing. */
  static final int FEWEST = 8;

  private static final int WINDOW = 3;

  /** Dấu hiệu. */
  public enum Sign {
    /** Chưa giải ngân đồng nào. */
    NOTHING,
    /** Ba tháng không phát sinh. */
    STALLED,
    /** Dưới nửa mức chung. */
    BEHIND,
    /** Kế hoạch giao từ tháng 10. */
    LATE_PLAN,
    /** Vướng mặt bằng. */
    BLOCKED;

    public String key() {
      return "capital.forecast.sign." + name().toLowerCase(Locale.ROOT);
    }

    /** As addresses write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Điều xảy ra sau. */
  public enum Outcome {
    /** Of finished years: less than 95 % of the plan paid at the end. */
    YEAR_END,
    /** Of this year: in three reported months less than half the province's pace. */
    THREE_MONTHS;

    public String key() {
      return "capital.forecast.outcome." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** It can be told how often it came true. */
  public boolean isMeasured() {
    return seen >= FEWEST;
  }

  /** The month at whose end the outcome was looked for. */
  public int until() {
    return since + WINDOW;
  }

  /** Lines with the sign fared worse than the others, by more than chance alone brings. */
  public boolean isTelling() {
    return isMeasured() && rate() > others + Math.sqrt(others * (1 - others) / seen);
  }

  /** Share it came true for, 0 to 1. */
  public double rate() {
    return seen == 0 ? 0 : (double) came / seen;
  }
}
