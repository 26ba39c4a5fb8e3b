package vn.dondoc.rural.matrix;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.web.Page;

/**
 * Bộ tiêu chí nối tiếp: a set followed another, and some communes have reported nothing by it yet.
 * What stood by the set before is read on that set's last day.
 *
 * @param set the set communes are measured by
 * @param before what they were measured by on the last day of the set before
 * @param communes số xã
 * @param reported of them, how many have reported anything by the set
 */
public record Succession(CriteriaSet set, Yardstick before, int communes, int reported) {
  /**
   * What is to be said of a set: nothing where it followed no other, or where everybody it is about
   * has reported by it.
   *
   * @param all the communes it is about; null for none
   */
  static @Nullable Succession of(
      CriteriaSet set, List<CriteriaSet> sets, @Nullable Rollup all, Standards standards) {
    return all == null || all.unreported() == 0 || !set.follows(sets)
        ? null
        : standards
            .before(set)
            .map(before -> new Succession(set, before, all.communes(), all.reported()))
            .orElse(null);
  }

  /** The first day communes are measured by the set. */
  public LocalDate since() {
    return Objects.requireNonNull(set.force()).from();
  }

  /** The last day communes were measured by the set before. */
  public LocalDate lastDay() {
    return since().minusDays(1);
  }

  /** Which set measures, since when, and who has reported nothing by it. */
  public String words(Page page) {
    String since = page.formats().date(since());
    return reported == 0
        ? page.t("rural.succession.none", since, set.code())
        : page.t(
            "rural.succession.some",
            since,
            set.code(),
            page.formats().count(communes - reported),
            page.formats().count(communes));
  }

  /** What the link to the last day of the set before says. */
  public String link(Page page) {
    return page.t("rural.succession.before", before.set().code(), page.formats().date(lastDay()));
  }
}
