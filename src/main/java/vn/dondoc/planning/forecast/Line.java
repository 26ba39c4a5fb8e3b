package vn.dondoc.planning.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Một dòng kế hoạch vốn: one project in one pool in one year, with what was paid.
 *
 * <p>Months run from 1, January, to 13, which is 31 January of the next year. Money is whole đồng.
 *
 * @param id dòng
 * @param project dự án
 * @param owner chủ đầu tư
 * @param source nguồn vốn (or pool: what is summed as one)
 * @param kind lines of one kind share a curve; the caller names it from what sets the curve, as
 *     foreign or domestic money, sector, group, new or continued
 * @param plan kế hoạch năm
 * @param allowed what may be paid beyond the plan, zero when nothing may
 * @param movedOff what left the plan within the year less what came to it, negative for a receiver:
 *     đồng the project will be paid neither fall nor rise because its plan does
 * @param assigned the month in which the plan was assigned, 0 when it stood on 1 January
 * @param last the last month in which it can be paid: 13, or 12 for capital carried over
 * @param paid cumulative at the end of month 1, 2, …; null for a month without a report; a figure
 *     lower than the one before it is a refund
 * @param steps the stages in order of their months, known and planned
 * @param obstacles vướng mắc
 * @param inProcess hồ sơ đang ở Kho bạc: paid within the next month but for defects
 */
public record Line(
    long id,
    long project,
    long owner,
    long source,
    String kind,
    long plan,
    long allowed,
    long movedOff,
    int assigned,
    int last,
    List<@Nullable Long> paid,
    List<Step> steps,
    List<Obstacle> obstacles,
    long inProcess) {
  /** Tháng thanh toán cuối: 31 January of the next year. */
  public static final int LAST_MONTH = 13;

  public Line {
    paid = Collections.unmodifiableList(new ArrayList<>(paid));
    steps = steps.stream().sorted(Comparator.comparingInt(Step::from)).toList();
    obstacles = List.copyOf(obstacles);
    if (plan < 0 || allowed < 0 || inProcess < 0) {
      throw new IllegalArgumentException(
          "line %d: plan %d, allowed %d and papers %d must not be negative"
              .formatted(id, plan, allowed, inProcess));
    }
    if (assigned < 0 || assigned > LAST_MONTH || last < 1 || last > LAST_MONTH) {
      throw new IllegalArgumentException(
          "line %d: assigned in %d and payable to %d lie outside 1 to 13"
              .formatted(id, assigned, last));
    }
    if (paid.size() > LAST_MONTH) {
      throw new IllegalArgumentException("line %d: %d months".formatted(id, paid.size()));
    }
  }

  /** A line whose plan nothing left and nothing came to. */
  public Line(
      long id,
      long project,
      long owner,
      long source,
      String kind,
      long plan,
      long allowed,
      int assigned,
      int last,
      List<@Nullable Long> paid,
      List<Step> steps,
      List<Obstacle> obstacles,
      long inProcess) {
    this(
        id, project, owner, source, kind, plan, allowed, 0, assigned, last, paid, steps, obstacles,
        inProcess);
  }

  /**
   * Từ tháng nào ở giai đoạn nào.
   *
   * @param from the first month in the stage
   * @param stage giai đoạn
   */
  public record Step(int from, Stage stage) {}

  /** The stage in a month, as told. */
  public Stage stageIn(int month) {
    Stage stage = Stage.UNKNOWN;
    for (Step step : steps) {
      if (step.from() <= month) {
        stage = step.stage();
      }
    }
    return stage;
  }

  /** Paid at the end of a month as last reported by then; zero before any report. */
  public long paidBy(int month) {
    for (int i = Math.min(month, paid.size()); i >= 1; i--) {
      Long told = paid.get(i - 1);
      if (told != null) {
        return told;
      }
    }
    return 0;
  }

  /**
   * What its payments are a share of: the plan as it was before money was moved. A line that keeps
   * no plan has no course; one that lived on what it was given has its plan.
   */
  public long course() {
    long before = plan + movedOff;
    return plan == 0 || before <= 0 ? plan : before;
  }

  /** What can be paid at most: the plan with what is allowed beyond it, or what was paid. */
  public long ceiling(int known) {
    return Math.max(plan + allowed, paidBy(known));
  }
}
