package vn.dondoc.rural.plan;

import java.math.BigDecimal;
import vn.dondoc.web.Page;

/** Cách viết một xác suất. */
public final class Chances {
  /** From here on nothing more is asked for. */
  static final double SURE = 0.99;

  private static final double LEAST = 0.01;
  private static final int HUNDRED = 100;

  private Chances() {}

  /** In whole percents; nothing is told as impossible or certain. */
  public static String written(double probability, Page page) {
    if (probability < LEAST) {
      return page.t("rural.chance.under");
    }
    if (probability > SURE) {
      return page.t("rural.chance.over");
    }
    BigDecimal percents = BigDecimal.valueOf(probability * HUNDRED);
    return page.t("web.percent", page.formats().decimal(percents, 0));
  }
}
