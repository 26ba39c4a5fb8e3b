package vn.dondoc.planning.reallocation;

import java.util.List;

/**
 * Bài toán điều chỉnh kế hoạch vốn: everything a solution depends on, frozen at one moment.
 *
 * @param pools quỹ cân đối riêng: decreases and increases balance inside each
 * @param projects dự án
 * @param lines dòng kế hoạch: a project's plan in a pool; at most one for each pair
 * @param owners chủ đầu tư: whoever may lose no more than a share
 * @param target the rate to reach
 * @param rules what the planner set
 */
public record Instance(
    List<Pool> pools,
    List<Project> projects,
    List<Line> lines,
    List<Owner> owners,
    Target target,
    Rules rules) {
  public Instance {
    pools = List.copyOf(pools);
    projects = List.copyOf(projects);
    lines = List.copyOf(lines);
    owners = List.copyOf(owners);
  }

  /**
   * Chủ đầu tư.
   *
   * @param plannedVnd the owner's whole plan, of which a share may be lost
   */
  public record Owner(long id, long plannedVnd) {}

  /**
   * Mục tiêu giải ngân: expected payments over {@code denominatorVnd} of at least {@code
   * numerator}/{@code denominator}. Inner moves leave the denominator, capital returned by a
   * counted pool lowers it.
   *
   * @param numerator of the rate: 60 of 60/100
   * @param denominator of the rate: 100 of 60/100
   * @param denominatorVnd the plan the rate is measured on
   * @param alsoExpectedVnd expected payments that count but have no line here
   */
  public record Target(
      long numerator, long denominator, long denominatorVnd, long alsoExpectedVnd) {}

  /** The same programme under other rules. */
  public Instance with(Rules others) {
    return new Instance(pools, projects, lines, owners, target, others);
  }
}
