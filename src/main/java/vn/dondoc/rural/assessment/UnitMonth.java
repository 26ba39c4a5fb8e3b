package vn.dondoc.rural.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Một đơn vị trong một kỳ: what was told of it that month, and what was known before.
 *
 * @param unitId đơn vị
 * @param month kỳ
 * @param group nhóm đơn vị it belongs to; null when none is known
 * @param told facts of the month by indicator, the latest first
 * @param before the claim of the latest month before, by indicator
 * @param waits open waits for another's result said before that month, by indicator
 * @param evidence by indicator, the latest first
 * @param today ngày của tỉnh
 */
public record UnitMonth(
    int unitId,
    YearMonth month,
    @Nullable String group,
    Map<Integer, List<Told>> told,
    Map<Integer, Told> before,
    Map<Integer, Told> waits,
    Map<Integer, List<Evidence>> evidence,
    LocalDate today) {

  /** Facts of an indicator, the latest first. */
  public List<Told> told(int indicator) {
    return told.getOrDefault(indicator, List.of());
  }

  public List<Evidence> evidence(int indicator) {
    return evidence.getOrDefault(indicator, List.of());
  }

  /**
   * Nothing that was sent for the month, or where nothing was for the newest before it, proves it
   * any more; what has no last day always does.
   */
  public boolean isExpired(int indicator) {
    YearMonth newest =
        evidence(indicator).stream()
            .flatMap(file -> Stream.ofNullable(file.period()))
            .filter(period -> !period.isAfter(month))
            .max(YearMonth::compareTo)
            .orElse(month);
    List<Evidence> sent = evidence(indicator).stream().filter(file -> file.isOf(newest)).toList();
    return !sent.isEmpty() && sent.stream().allMatch(file -> file.isExpired(today));
  }

  /** How many facts the indicator has. */
  public int step(int indicator) {
    List<Told> all = told(indicator);
    return all.isEmpty() ? 0 : all.getFirst().step();
  }

  /** What the unit itself says now. */
  public @Nullable Told claim(int indicator) {
    return claim(indicator, Integer.MAX_VALUE);
  }

  /** What the unit itself had said when somebody had seen so many facts. */
  public @Nullable Told claim(int indicator, int seen) {
    return last(indicator, seen, Report.Kind.CLAIM);
  }

  /** What the district found, after the claim that counts. */
  public @Nullable Told verified(int indicator) {
    return verified(indicator, Integer.MAX_VALUE);
  }

  /** The same when somebody had seen so many facts. */
  public @Nullable Told verified(int indicator, int seen) {
    return after(indicator, seen, Report.Kind.VERIFY);
  }

  /** What the province found, after the claim that counts. */
  public @Nullable Told appraised(int indicator) {
    return appraised(indicator, Integer.MAX_VALUE);
  }

  /** The same when somebody had seen so many facts. */
  public @Nullable Told appraised(int indicator, int seen) {
    return after(indicator, seen, Report.Kind.APPRAISE);
  }

  /** The return that was not answered; null when there is none. */
  public @Nullable Told returned(int indicator) {
    return returned(indicator, Integer.MAX_VALUE);
  }

  /** The same when somebody had seen so many facts. */
  public @Nullable Told returned(int indicator, int seen) {
    Told back = last(indicator, seen, Report.Kind.RETURN);
    return isFollowed(back, claim(indicator, seen))
            || isFollowed(back, last(indicator, seen, Report.Kind.VERIFY))
        ? null
        : back;
  }

  private static boolean isFollowed(@Nullable Told one, @Nullable Told by) {
    return one == null || by != null && by.step() > one.step();
  }

  /**
   * What was found of the claim that counts, at the highest stage; null while nobody has looked.
   */
  public @Nullable Told looked(int indicator) {
    Told claim = claim(indicator);
    return claim == null ? null : found(indicator, claim.step(), Integer.MAX_VALUE);
  }

  /** What was found good of an earlier claim of the month and still stands beside a newer one. */
  public @Nullable Told stood(int indicator) {
    Told claim = claim(indicator);
    if (claim == null || looked(indicator) != null) {
      return null;
    }
    Told found = found(indicator, 0, claim.step());
    return found != null && Boolean.TRUE.equals(found.verdict()) ? found : null;
  }

  /** The highest look between two steps that was not given back and not found otherwise below. */
  private @Nullable Told found(int indicator, int after, int before) {
    Told verified = null;
    boolean undone = false;
    for (Told one : told(indicator)) {
      boolean within = one.step() > after && one.step() < before;
      if (within && one.kind() == Report.Kind.CLAIM && !isWithdrawn(one, Integer.MAX_VALUE)) {
        undone = false;
      } else if (within && one.kind() == Report.Kind.RETURN) {
        undone = true;
      } else if (within && !undone && one.kind() == Report.Kind.VERIFY && verified == null) {
        verified = one;
      } else if (within && !undone && one.kind() == Report.Kind.APPRAISE) {
        boolean stands = verified == null || Objects.equals(verified.verdict(), one.verdict());
        return stands ? one : verified;
      }
    }
    return verified;
  }

  /** The open wait; null when nothing is waited for. */
  public @Nullable Told wait(int indicator) {
    return wait(indicator, Integer.MAX_VALUE);
  }

  /** The same when somebody had seen so many facts. */
  public @Nullable Told wait(int indicator, int seen) {
    Told wait = last(indicator, seen, Report.Kind.WAIT);
    Told arrived = last(indicator, seen, Report.Kind.ARRIVE);
    if (wait == null && arrived == null) {
      return waits.get(indicator);
    }
    return wait == null || arrived != null && arrived.step() > wait.step() ? null : wait;
  }

  /** It was taken back before somebody had seen so many facts. */
  private boolean isWithdrawn(Told claim, int seen) {
    return told(claim.indicatorId()).stream()
        .anyMatch(
            one -> one.step() <= seen && one.withdraws() != null && one.withdraws() == claim.id());
  }

  /** What the unit said of the month and may take back: nobody has looked at it yet. */
  public @Nullable Told withdrawable(int indicator) {
    Told claim = claim(indicator);
    boolean waits = claim != null && looked(indicator) == null && returned(indicator) == null;
    return waits ? claim : null;
  }

  /** What would count if what counts now were taken back. */
  public @Nullable Told beneath(int indicator) {
    Told claim = claim(indicator);
    Told earlier = claim == null ? null : claim(indicator, claim.step() - 1);
    return earlier == null ? before.get(indicator) : earlier;
  }

  private @Nullable Told after(int indicator, int seen, Report.Kind kind) {
    Told found = last(indicator, seen, kind);
    Told claim = claim(indicator, seen);
    return found == null || claim == null || claim.step() > found.step() ? null : found;
  }

  private @Nullable Told last(int indicator, int seen, Report.Kind kind) {
    for (Told one : told(indicator)) {
      if (one.kind() == kind && one.step() <= seen && !isWithdrawn(one, seen)) {
        return one;
      }
    }
    return null;
  }
}
