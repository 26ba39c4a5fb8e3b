package vn.dondoc.planning.reallocation.programme;

import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Line.Ceiling;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.planning.reallocation.Pool;
import vn.dondoc.planning.reallocation.Project;
import vn.dondoc.planning.reallocation.Project.Eligibility;
import vn.dondoc.planning.reallocation.Rules;

/** Reads the rules that touch one line alone. */
public final class LineRooms {
  private static final long BOUNDLESS = Long.MAX_VALUE / 1024;

  private final Rules rules;
  private final long unitVnd;
  private final long smallest;

  public LineRooms(Instance instance) {
    rules = instance.rules();
    unitVnd = rules.unitVnd();
    smallest = smallest(rules);
  }

  /** The smallest move in units, at least one. */
  public static long smallest(Rules rules) {
    return Math.max(1, Math.ceilDiv(rules.smallestMoveVnd(), rules.unitVnd()));
  }

  /** The room of a line before the pins. */
  public LineRoom of(Line line, Pool pool, Project project) {
    LineRoom room = new LineRoom();
    room.open(BOUNDLESS);
    give(line, room);
    take(line, pool, project, room);
    if (!pool.leadTimeFits()) {
      room.capGive(0, Limit.LEAD_TIME, 0);
      room.capTake(0, Limit.LEAD_TIME, 0);
    }
    return room;
  }

  private void give(Line line, LineRoom room) {
    long planVnd = line.plannedVnd();
    long usedVnd =
        line.paidVnd() + line.inProcessVnd() + line.forecast().at(rules.quantiles().giver());
    room.capGive(
        Math.floorDiv(planVnd - usedVnd, unitVnd), Limit.NOTHING_LAPSES, usedVnd - planVnd);
    room.capGive(
        Math.floorDiv(planVnd - line.floorVnd(), unitVnd),
        Limit.PAID_FLOOR,
        line.floorVnd() - usedVnd);
  }

  private void take(Line line, Pool pool, Project project, LineRoom room) {
    long planVnd = line.plannedVnd();
    long usableVnd =
        line.paidVnd() + line.inProcessVnd() + line.forecast().at(rules.quantiles().receiver());
    room.capTake(
        Math.floorDiv(usableVnd - planVnd, unitVnd), Limit.ABSORPTION, planVnd - usableVnd);
    if (project.eligibility() != Eligibility.ELIGIBLE) {
      room.capTake(0, Limit.ELIGIBILITY, 0);
    }
    ceilings(line.ceiling(), planVnd, pool, room);
  }

  private void ceilings(@Nullable Ceiling ceiling, long planVnd, Pool pool, LineRoom room) {
    if (ceiling == null) {
      return;
    }
    Long approvedVnd = ceiling.approvedVnd();
    if (approvedVnd != null) {
      long leftVnd = approvedVnd - ceiling.accumulatedVnd() - planVnd;
      room.capTake(Math.floorDiv(leftVnd, unitVnd), Limit.SOURCE_STRUCTURE, -leftVnd);
    }
    Long mediumTermVnd = ceiling.mediumTermVnd();
    if (mediumTermVnd != null) {
      long leftVnd = mediumTermVnd - ceiling.mediumTermUsedVnd() - planVnd;
      long units = Math.floorDiv(leftVnd, unitVnd);
      if (rules.mediumTermAdjustable() && pool.mediumTermAuthority() != null) {
        room.takeWithin = Math.clamp(units, 0, room.take);
      } else {
        room.capTake(units, Limit.MEDIUM_TERM, -leftVnd);
      }
    }
  }

  /** Sets a pin that touches the line. */
  public void pin(Pin pin, Line line, LineRoom room) {
    switch (pin.kind()) {
      case KEEP, EXCLUDE -> {
        room.pinGive(0);
        room.capTake(0, Limit.PIN, 0);
      }
      case NO_CUT -> room.pinGive(0);
      case NO_RAISE -> room.capTake(0, Limit.PIN, 0);
      case LARGEST_CUT -> room.pinGive(pin.amount() / unitVnd);
      case LARGEST_CUT_SHARE ->
          room.pinGive(Amounts.share(line.plannedVnd(), pin.amount()) / unitVnd);
      case FORCE_CUT -> room.forcedCut = Math.max(room.forcedCut, forced(pin));
      case FORCE_RAISE -> room.forcedRaise = Math.max(room.forcedRaise, forced(pin));
    }
  }

  private long forced(Pin pin) {
    return pin.amount() == 0 ? 0 : Math.max(smallest, Math.ceilDiv(pin.amount(), unitVnd));
  }

  /** A forced cut may take what the line could still use, never what is under the floor. */
  public void widen(Line line, Pool pool, LineRoom room) {
    if (room.forcedCut > room.give
        && pool.leadTimeFits()
        && (room.cutLimit == Limit.NOTHING_LAPSES || room.cutLimit == Limit.NOT_NEEDED)) {
      room.widen(Math.max(0, Math.floorDiv(line.plannedVnd() - line.floorVnd(), unitVnd)));
      room.take = 0;
      room.takeWithin = 0;
    }
    if (room.give < smallest && room.give > 0) {
      room.capGive(0, Limit.SMALLEST_MOVE, room.give * unitVnd);
    }
    room.freeGive = room.freeGive < smallest ? 0 : room.freeGive;
  }

  /** After all limits on taking are known. */
  public void dropSmall(LineRoom room) {
    if (room.take > 0 && room.take < smallest) {
      room.capTake(0, Limit.SMALLEST_MOVE, room.take * unitVnd);
    }
    room.freeTake = room.freeTake < smallest ? 0 : room.freeTake;
    room.takeWithin = Math.min(room.takeWithin, room.take);
  }
}
