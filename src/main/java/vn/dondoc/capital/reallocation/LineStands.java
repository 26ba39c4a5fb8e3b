package vn.dondoc.capital.reallocation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.planning.reallocation.Project;

/** Số liệu hôm nay của dòng vốn và dự án: what a decision to move plan is weighed against. */
@Component
@Transactional(readOnly = true)
public class LineStands {
  private final InstanceStore instances;
  private final ProvinceDay day;

  LineStands(InstanceStore instances, ProvinceDay day) {
    this.instances = instances;
    this.day = day;
  }

  /**
   * Một dòng vốn.
   *
   * @param planVnd kế hoạch
   * @param paidVnd giải ngân
   * @param unpaidVnd đã nghiệm thu, chưa thanh toán
   * @param mediumTermVnd kế hoạch trung hạn of its source; null: none to hold
   * @param mediumTermUsedVnd what other years and lines of the period use of it
   */
  public record Stand(
      long projectId,
      int poolId,
      long planVnd,
      long paidVnd,
      long unpaidVnd,
      @Nullable Long mediumTermVnd,
      long mediumTermUsedVnd) {
    /** What no decrease may touch: paid, or accepted and unpaid. */
    public long floorVnd() {
      return paidVnd + unpaidVnd;
    }

    /** By how much a raise would go above the medium-term plan. */
    public long aboveMediumTerm(long raiseVnd) {
      return mediumTermVnd == null
          ? 0
          : Math.max(0, planVnd + raiseVnd + mediumTermUsedVnd - mediumTermVnd);
    }
  }

  /**
   * Một dự án: its total investment, or what it was settled at, beside the plans it has.
   *
   * @param totalVnd null while nothing is decided
   * @param givenVnd plans of all years to this one
   * @param standing whether it may receive more
   */
  public record Room(@Nullable Long totalVnd, long givenVnd, Project.Eligibility standing) {
    /** Nhu cầu vốn còn lại: what it could still be given. */
    public long leftVnd() {
      return totalVnd == null ? 0 : Math.max(0, totalVnd - givenVnd);
    }
  }

  /** Of a year: lines and projects by their number. */
  public record Picture(Map<Long, Stand> lines, Map<Long, Room> projects) {}

  /** How the lines of a year stand today. */
  public Map<Long, Stand> lines(int year) {
    return instances.lines(day.today(), year).stream()
        .collect(
            Collectors.toMap(
                InstanceStore.LineRow::id,
                line ->
                    new Stand(
                        line.project(),
                        line.pool(),
                        line.plan(),
                        line.disbursed(),
                        line.unpaid(),
                        line.ceiling().mediumTermVnd(),
                        line.ceiling().mediumTermUsedVnd())));
  }

  /** The same beside what their projects may still get. */
  public Picture of(int year) {
    Map<Long, Stand> lines = lines(year);
    Map<Long, Long> plans =
        lines.values().stream()
            .collect(
                Collectors.groupingBy(Stand::projectId, Collectors.summingLong(Stand::planVnd)));
    Map<Long, Room> projects = new HashMap<>();
    for (InstanceStore.ProjectRow one : instances.projects(day.today(), year)) {
      projects.put(
          one.id(),
          new Room(
              one.settlement() == null ? one.total() : one.settlement(),
              one.accumulated() + plans.getOrDefault(one.id(), 0L),
              one.eligibility()));
    }
    return new Picture(lines, projects);
  }

  /** Năm ngân sách of a pool. */
  public int year(int pool) {
    return instances.year(pool);
  }
}
