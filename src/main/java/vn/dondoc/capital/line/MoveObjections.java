package vn.dondoc.capital.line;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.reallocation.LineStands;
import vn.dondoc.capital.reallocation.Scenarios;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Điều kiện chuyển, tăng vốn bằng tay: a move by hand is held to what a reallocation is held to, so
 * that it is no way around it, and more plan to the same ceilings.
 */
@Component
class MoveObjections {
  private final Scenarios scenarios;
  private final LineStands stands;
  private final Cuts cuts;

  MoveObjections(Scenarios scenarios, LineStands stands, Cuts cuts) {
    this.scenarios = scenarios;
    this.stands = stands;
    this.cuts = cuts;
  }

  /**
   * What stands against a move, before it is booked.
   *
   * @param own the line that gives
   * @param receiver the line that gets it
   */
  List<Problem> of(LineAct.Moving moving, Balance own, long receiver) {
    List<Problem> problems = new ArrayList<>();
    int year = stands.year(own.poolId());
    authority(moving, own.poolId(), year, problems);
    held(moving.lineId(), "", "#" + moving.lineId(), problems);
    held(receiver, LineActForm.RECEIVER, moving.receiver().name(), problems);
    ceilings(moving, own, receiver, stands.of(year), problems);
    return problems;
  }

  private void authority(LineAct.Moving moving, int pool, int year, List<Problem> problems) {
    MoveRules law = scenarios.law(year);
    MoveRules.Authority ruled = law.annual(pool).orElse(null);
    if (ruled == null) {
      problems.add(Problem.at("issuer", LineRefusal.NO_AUTHORITY.key(), Integer.toString(year)));
    } else if (!law.is(ruled, moving.paper().issuer())) {
      problems.add(
          Problem.at(
              "issuer",
              LineRefusal.AUTHORITY.key(),
              moving.paper().issuer(),
              ruled.organ(),
              ruled.basis()));
    }
  }

  private void held(long line, String field, String name, List<Problem> problems) {
    cuts.held(line)
        .ifPresent(held ->
            problems.add(
                Problem.at(
                    field,
                    LineRefusal.IN_PROPOSAL.key(),
                    name,
                    held.name(),
                    held.by(),
                    held.on())));
  }

  /** What stands against more plan for a line, before it is booked. */
  List<Problem> of(LineAct.Adjusting adjusting, Balance own, String name) {
    List<Problem> problems = new ArrayList<>();
    LineStands.Picture now = stands.of(stands.year(own.poolId()));
    LineStands.Stand stand = now.lines().get(adjusting.lineId());
    if (stand != null) {
      mediumTerm(stand, adjusting.amountVnd(), name, problems);
    }
    LineStands.Room room = now.projects().get(own.projectId());
    // Preparation is paid before a total is decided.
    if (room != null && room.totalVnd() != null) {
      total(room, adjusting.amountVnd(), name, problems);
    }
    return problems;
  }

  private static void ceilings(
      LineAct.Moving moving,
      Balance own,
      long receiver,
      LineStands.Picture now,
      List<Problem> problems) {
    LineStands.Stand stand = now.lines().get(receiver);
    if (stand == null) {
      return;
    }
    mediumTerm(stand, moving.amountVnd(), moving.receiver().name(), problems);
    LineStands.Room room = now.projects().get(stand.projectId());
    // Within one project nothing is added to what it gets.
    if (room != null && own.projectId() != stand.projectId()) {
      total(room, moving.amountVnd(), moving.receiver().name(), problems);
    }
  }

  private static void mediumTerm(
      LineStands.Stand stand, long amount, String name, List<Problem> problems) {
    long above = stand.aboveMediumTerm(amount);
    if (above > 0) {
      problems.add(
          Problem.at(
              LineActForm.AMOUNT,
              LineRefusal.ABOVE_MEDIUM_TERM.key(),
              name,
              amount,
              stand.mediumTermVnd() == null ? 0L : stand.mediumTermVnd(),
              above));
    }
  }

  private static void total(
      LineStands.Room room, long amount, String name, List<Problem> problems) {
    if (amount > room.leftVnd()) {
      problems.add(
          Problem.at(
              LineActForm.AMOUNT,
              LineRefusal.ABOVE_TOTAL.key(),
              name,
              amount,
              room.totalVnd() == null ? 0L : room.totalVnd(),
              room.givenVnd(),
              room.leftVnd()));
    }
  }
}
