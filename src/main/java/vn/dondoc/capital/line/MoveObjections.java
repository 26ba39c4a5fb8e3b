package vn.dondoc.capital.line;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.cut.CutAuthorities;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.reallocation.LineStands;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Điều kiện chuyển, tăng vốn bằng tay: a move by hand is held to what a reallocation is held to, so
 * that it is no way around it, and more plan to the same ceilings.
 */
@Component
class MoveObjections {
  private final CutAuthorities authorities;
  private final LineStands stands;
  private final Cuts cuts;
  private final Sources sources;
  private final LineActStore store;
  private final ProvinceDay day;

  MoveObjections(
      CutAuthorities authorities,
      LineStands stands,
      Cuts cuts,
      Sources sources,
      LineActStore store,
      ProvinceDay day) {
    this.authorities = authorities;
    this.stands = stands;
    this.cuts = cuts;
    this.sources = sources;
    this.store = store;
    this.day = day;
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
    term(own.poolId(), moving.paper(), problems);
    authority(moving, own.poolId(), year, problems);
    held(moving.lineId(), "", store.name(moving.lineId(), day.today()), problems);
    held(receiver, LineActForm.RECEIVER, moving.receiver().name(), problems);
    ceilings(moving, own, receiver, stands.of(year), problems);
    return problems;
  }

  /** What lapsed is neither moved nor adjusted: it is cancelled at the year's end, or carried. */
  private void term(int poolId, Voucher.Paper paper, List<Problem> problems) {
    sources.pools().stream()
        .filter(pool -> pool.id() == poolId && paper.valueOn().isAfter(pool.term().payUntil()))
        .forEach(pool ->
            problems.add(
                Problem.at(
                    LineActForm.VALUE,
                    LineRefusal.TERM_OVER.key(),
                    paper.words(),
                    paper.valueOn(),
                    pool.term().payUntil(),
                    pool.name())));
  }

  private void authority(LineAct.Moving moving, int pool, int year, List<Problem> problems) {
    CutAuthorities.Ruled ruled = authorities.of(pool, moving.paper().issuer()).orElse(null);
    if (ruled == null) {
      problems.add(Problem.at("issuer", LineRefusal.NO_AUTHORITY.key(), Integer.toString(year)));
    } else if (!ruled.decided()) {
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

  /** What stands against an adjustment of a line, before it is booked. */
  List<Problem> of(LineAct.Adjusting adjusting, Balance own) {
    List<Problem> problems = new ArrayList<>();
    if (adjusting.changesPlan()) {
      term(own.poolId(), adjusting.paper(), problems);
    }
    if (!adjusting.raisesPlan()) {
      return problems;
    }
    String name = store.name(own.lineId(), day.today());
    mediumTerm(own.lineId(), adjusting.amountVnd(), name, problems);
    LineStands.Room room = stands.of(stands.year(own.poolId())).projects().get(own.projectId());
    // Preparation is paid before a total is decided.
    if (room != null && room.totalVnd() != null) {
      total(room, adjusting.amountVnd(), name, problems);
    }
    return problems;
  }

  private void ceilings(
      LineAct.Moving moving,
      Balance own,
      long receiver,
      LineStands.Picture now,
      List<Problem> problems) {
    LineStands.Stand stand = now.lines().get(receiver);
    if (stand == null) {
      return;
    }
    mediumTerm(receiver, moving.amountVnd(), moving.receiver().name(), problems);
    LineStands.Room room = now.projects().get(stand.projectId());
    // Within one project nothing is added to what it gets.
    if (room != null && own.projectId() != stand.projectId()) {
      total(room, moving.amountVnd(), moving.receiver().name(), problems);
    }
  }

  private void mediumTerm(long line, long amount, String name, List<Problem> problems) {
    LineActStore.Ceiling ceiling = store.ceiling(line, day.today()).orElse(null);
    long above = ceiling == null ? 0 : ceiling.above(amount);
    if (ceiling != null && above > 0) {
      problems.add(
          Problem.at(
              LineActForm.AMOUNT,
              LineRefusal.ABOVE_MEDIUM_TERM.key(),
              name,
              amount,
              ceiling.amountVnd(),
              ceiling.givenVnd(),
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
