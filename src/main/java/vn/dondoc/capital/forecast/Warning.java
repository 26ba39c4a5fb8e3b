package vn.dondoc.capital.forecast;

import java.util.Locale;

/**
 * Cảnh báo sớm: a sign, and how often it came true.
 *
 * @param sign dấu hiệu
 * @param outcome what was looked for after it
 * @param seen lines that bore the sign before
 * @param came of them those it came true for
 * @param others share of all other lines the same came true for, 0 to 1
 */
public record Warning(Sign sign, Outcome outcome, int seen, int came, double others) {
  /** Below this a rate says nothing. */
  static final int FEWEST = 8;

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
    /** Of this year: in three months less than half the province's pace. */
    THREE_MONTHS;

    public String key() {
      return "capital.forecast.outcome." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** It can be told how often it came true. */
  public boolean isMeasured() {
    return seen >= FEWEST;
  }

  /** Share it came true for, 0 to 1. */
  public double rate() {
    return seen == 0 ? 0 : (double) came / seen;
  }
}
