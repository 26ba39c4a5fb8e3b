package vn.dondoc.rural.matrix;

import org.jspecify.annotations.Nullable;

/**
 * Khoảng số tiêu chí đạt, as reports count communes.
 *
 * @param code name in addresses
 * @param least the fewest criteria; null for the whole set
 * @param most the most criteria; null for the whole set
 */
public record Band(String code, @Nullable Integer least, @Nullable Integer most) {
  /** Whether a commune belongs to it. */
  public boolean holds(int met, int criteria) {
    if (least == null || most == null) {
      return met == criteria;
    }
    return met < criteria && met >= least && met <= most;
  }

  /** As a person reads it: "19", "15–18", "dưới 5". */
  String words(int criteria, vn.dondoc.web.Page page) {
    if (least == null || most == null) {
      return page.formats().count(criteria);
    }
    return least == 0
        ? page.t("rural.band.under", page.formats().count(most + 1))
        : page.formats().count(least) + "–" + page.formats().count(most);
  }
}
