package vn.dondoc.capital.forecast;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao dự báo không có. */
public enum ForecastRefusal implements Refusal.Code {
  /** A day to come. */
  DAY,
  /** A year nobody can have meant. */
  YEAR,
  /** The province's chance, asked by who sees only a part of it. */
  SIGHT,
  /** A target the forecast does not have. */
  TARGET;

  @Override
  public String key() {
    return "capital.refusal.forecast." + name().toLowerCase(Locale.ROOT);
  }
}
