package vn.dondoc.capital.pool;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Source;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.project.Choices;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/**
 * Nhóm vốn của một năm as the page shows them.
 *
 * @param year năm ngân sách
 * @param years years that may be asked for
 * @param stands nhóm vốn
 * @param names what sources and sectors are called
 */
record PoolView(int year, TreeSet<Integer> years, List<PoolStand> stands, Names names) {
  static final String PATH = "/von/nhom-von";

  /** Tên nguồn vốn, ngành. */
  record Names(List<Source> sources, Choices choices) {
    String source(String code, Page page) {
      return sources.stream()
          .filter(source -> source.code().equals(code))
          .findFirst()
          .map(source -> name(source, page))
          .orElse(code);
    }

    static String name(Source source, Page page) {
      return page.texts().language() == Language.VI ? source.name().vi() : source.name().en();
    }

    String sector(@Nullable String code, Page page) {
      return choices.name(Choices.SECTOR, code, page);
    }

    /** Which vintage, with the year the money was of where that is another. */
    String vintage(Vintage vintage, int originYear, Page page) {
      String words = page.t(vintage.key());
      return vintage == Vintage.THIS_YEAR ? words : words + " (" + originYear + ")";
    }

    /** Source, sector and loan agreement in one line. */
    String ring(Pool.Ring ring, Page page) {
      StringBuilder words = new StringBuilder(source(ring.source(), page));
      if (ring.sector() != null) {
        words.append(" · ").append(sector(ring.sector(), page));
      }
      if (ring.loanAgreement() != null) {
        words.append(" · ").append(ring.loanAgreement());
      }
      return words.toString();
    }

    /** A source that has its parts before it, further in. */
    String indented(Source source, Page page) {
      int depth = source.code().split("\\.").length - 1;
      return "\u00a0\u00a0".repeat(depth) + source.code() + " – " + name(source, page);
    }

    /** Whether it is a group: money stands in its parts. */
    boolean isGroup(Source source) {
      return sources.stream().anyMatch(one -> source.code().equals(one.parent()));
    }
  }

  PoolStand.Sums whole() {
    return stands.stream().map(PoolStand::sums).reduce(PoolStand.Sums.NONE, PoolStand.Sums::plus);
  }
}
