package vn.dondoc.project.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Vốn của một dự án: told by a module that keeps a ledger; a project does not know what it is paid.
 */
public interface ProjectFunding {
  /** What the actor may see of a project's money; null when the actor may see none of it. */
  @Nullable Funding of(long projectId);

  /**
   * Các dòng vốn.
   *
   * @param lines năm mới trước
   * @param denominator mẫu số of every rate, in the words of the page
   * @param source where the figures come from, in the words of the page
   * @param asOf số liệu đến hết ngày
   */
  record Funding(List<Line> lines, String denominator, String source, LocalDate asOf) {
    private static final int PLACES = 4;

    public Funding {
      lines = List.copyOf(lines);
    }

    /** Budget years, the latest first. */
    public List<Integer> years() {
      TreeSet<Integer> years = new TreeSet<>();
      lines.forEach(line -> years.add(line.year()));
      return List.copyOf(years.descendingSet());
    }

    /** The lines of a budget year. */
    public List<Line> of(int year) {
      return lines.stream().filter(line -> line.year() == year).toList();
    }

    /** Plan of a budget year, đồng. */
    public long plan(int year) {
      return of(year).stream().mapToLong(Line::planVnd).sum();
    }

    /** Disbursed of a budget year, đồng. */
    public long disbursed(int year) {
      return of(year).stream().mapToLong(Line::disbursedVnd).sum();
    }

    /** A rate; null where there is no plan. */
    public static @Nullable BigDecimal rate(long disbursedVnd, long planVnd) {
      return planVnd == 0
          ? null
          : BigDecimal.valueOf(disbursedVnd)
              .divide(BigDecimal.valueOf(planVnd), PLACES, RoundingMode.HALF_UP);
    }
  }

  /**
   * Một dòng vốn.
   *
   * @param year năm ngân sách
   * @param pool nhóm vốn
   * @param source nguồn vốn
   * @param vintage niên độ, in the words of the page
   * @param planVnd kế hoạch, đồng
   * @param disbursedVnd giải ngân, đồng
   * @param path where its ledger is looked at
   */
  record Line(
      int year,
      String pool,
      String source,
      String vintage,
      long planVnd,
      long disbursedVnd,
      String path) {}
}
