package vn.dondoc.planning.reallocation.solve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Move;
import vn.dondoc.planning.reallocation.Move.Document;
import vn.dondoc.planning.reallocation.Proposal.Standing;
import vn.dondoc.planning.reallocation.WhyNot;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/** Why each line moves as it does, and why the others do not, as codes and numbers. */
final class Reasons {
  private final Programme programme;
  private final Solution solution;
  private final long[] projectGain;
  private final long[] ownerLoss;
  private final long[] poolGives;
  private final long[] poolTakes;
  private final long[] poolTaken;

  Reasons(Programme programme, Solution solution) {
    this.programme = programme;
    this.solution = solution;
    projectGain = new long[programme.projects];
    ownerLoss = new long[programme.owners];
    poolGives = programme.unallocated.clone();
    poolTakes = programme.mayReturn.clone();
    poolTaken = new long[programme.pools];
    for (int line = 0; line < programme.lines; line++) {
      int pool = programme.poolOf[line];
      projectGain[programme.projectOf[line]] += solution.change[line];
      ownerLoss[programme.ownerOf[programme.projectOf[line]]] -= solution.change[line];
      poolGives[pool] += programme.rooms[line].give;
      poolTakes[pool] += programme.rooms[line].take;
      poolTaken[pool] += Math.max(0, solution.change[line]);
    }
  }

  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    for (int line = 0; line < programme.lines; line++) {
      if (solution.change[line] != 0) {
        moves.add(move(line));
      }
    }
    return moves;
  }

  private Move move(int at) {
    Line line = programme.line(at);
    LineRoom room = programme.rooms[at];
    long units = solution.change[at];
    long planVnd = line.plannedVnd();
    long newVnd = planVnd + units * programme.unitVnd;
    var quantiles = programme.instance.rules().quantiles();
    long usableVnd =
        line.paidVnd() + line.inProcessVnd() + line.forecast().at(quantiles.receiver());
    long carefulVnd = line.paidVnd() + line.inProcessVnd() + line.forecast().f10Vnd();
    Set<Document> documents = EnumSet.of(Document.ANNUAL_DECISION);
    documents.add(units < 0 ? Document.OWNER_COMMENT : Document.RECEIVER_COMMITMENT);
    if (units > 0 && units > room.takeWithin) {
      documents.add(Document.MEDIUM_TERM_CHANGE);
    }
    return new Move(
        line.id(),
        units * programme.unitVnd,
        planVnd - line.expectedVnd(planVnd, quantiles.measured()),
        Math.max(0, usableVnd - planVnd),
        (units < 0 ? room.forcedCut : room.forcedRaise) * programme.unitVnd,
        units < 0 ? 0 : Math.max(0, newVnd - Math.max(planVnd, carefulVnd)),
        documents,
        tightest(at));
  }

  private Limit tightest(int line) {
    LineRoom room = programme.rooms[line];
    if (solution.change[line] < 0) {
      return -solution.change[line] >= room.give ? room.cutLimit : unusedCut(line);
    }
    return solution.change[line] >= room.take ? room.raiseLimit : unusedRaise(line);
  }

  /** Each line left as it is. */
  List<WhyNot> left() {
    List<WhyNot> left = new ArrayList<>();
    for (int at = 0; at < programme.lines; at++) {
      if (solution.change[at] == 0) {
        LineRoom room = programme.rooms[at];
        boolean canGive = room.give > 0;
        boolean canTake = room.take > 0;
        left.add(
            new WhyNot(
                programme.line(at).id(),
                canGive ? unusedCut(at) : room.cutLimit,
                canGive ? room.give * programme.unitVnd : room.cutByVnd,
                canTake ? unusedRaise(at) : room.raiseLimit,
                canTake ? room.take * programme.unitVnd : room.raiseByVnd));
      }
    }
    return left;
  }

  private Limit unusedCut(int line) {
    int pool = programme.poolOf[line];
    int owner = programme.ownerOf[programme.projectOf[line]];
    if (!programme.counted[pool]) {
      return Limit.NOT_COUNTED;
    }
    if (reached()) {
      return Limit.NOT_NEEDED;
    }
    if (poolTakes[pool] > 0 && ownerLoss[owner] >= programme.ownerLoss[owner]) {
      return Limit.OWNER_SHARE;
    }
    return poolTaken[pool] >= programme.payable[pool] && poolTakes[pool] > 0
        ? Limit.PAYABLE
        : Limit.POOL_ROOM;
  }

  private Limit unusedRaise(int line) {
    int pool = programme.poolOf[line];
    int project = programme.projectOf[line];
    if (!programme.counted[pool]) {
      return Limit.NOT_COUNTED;
    }
    if (projectGain[project] >= programme.projectRoom[project]) {
      return Limit.TOTAL_INVESTMENT;
    }
    if (reached()) {
      return Limit.NOT_NEEDED;
    }
    return poolTaken[pool] >= programme.payable[pool] ? Limit.PAYABLE : Limit.POOL_SURPLUS;
  }

  private boolean reached() {
    return solution.gain(programme) >= programme.missing;
  }

  /** Where a plan stands. */
  Standing standing() {
    int measured = programme.instance.rules().quantiles().measured();
    long denominatorVnd = programme.instance.target().denominatorVnd();
    for (int pool = 0; pool < programme.pools; pool++) {
      if (programme.counted[pool]) {
        denominatorVnd -= solution.returned[pool] * programme.unitVnd;
      }
    }
    return new Standing(denominatorVnd, expectedVnd(measured), expectedVnd(10), expectedVnd(90));
  }

  private long expectedVnd(int percent) {
    long[] poolVnd = new long[programme.pools];
    for (int at = 0; at < programme.lines; at++) {
      Line line = programme.line(at);
      long planVnd = line.plannedVnd() + solution.change[at] * programme.unitVnd;
      poolVnd[programme.poolOf[at]] += line.expectedVnd(planVnd, percent);
    }
    long sumVnd = programme.instance.target().alsoExpectedVnd();
    for (int pool = 0; pool < programme.pools; pool++) {
      Long payableVnd = programme.pool(pool).payableVnd();
      if (programme.counted[pool]) {
        sumVnd += payableVnd == null ? poolVnd[pool] : Math.min(payableVnd, poolVnd[pool]);
      }
    }
    return sumVnd;
  }
}
