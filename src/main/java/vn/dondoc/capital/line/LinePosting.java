package vn.dondoc.capital.line;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Resolution;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.Correction;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posted;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Transfer;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.ProvinceDay;

/** Bút toán của một thao tác tay: what an act becomes in the ledger, under a series of its own. */
@Component
class LinePosting {
  /** As the ledger keeps it. */
  private static final int LONGEST_ISSUER = 100;

  private final Ledger ledger;
  private final Bodies bodies;
  private final ProvinceDay day;

  LinePosting(Ledger ledger, Bodies bodies, ProvinceDay day) {
    this.ledger = ledger;
    this.bodies = bodies;
    this.day = day;
  }

  /**
   * Ghi sổ.
   *
   * @param paper under which identity
   * @param posted what came of it
   */
  record Booked(Voucher.Paper paper, Posted posted) {}

  /**
   * Books an act on its line.
   *
   * @param own how the line stands
   * @param receiver the line that receives; the line itself where nothing moves
   */
  Booked book(LineAct act, Balance own, long receiver, Posting posting) {
    return switch (act) {
      case LineAct.Moving moving -> moved(moving, own, receiver, posting);
      case LineAct.Adjusting adjusting -> {
        String series = adjusting.kind() == EntryKind.ADJUST ? "KH-" : "TB-";
        Voucher.Paper paper = series(act.paper(), series + act.lineId());
        yield new Booked(paper, ledger.post(posting, List.of(adjusted(adjusting, paper, own))));
      }
      case LineAct.Correcting correcting -> {
        Voucher.Paper paper = series(act.paper(), "DC-" + correcting.entry().id());
        yield new Booked(paper, corrected(correcting, paper, posting));
      }
      // As the Treasury's own file would book it, so that the file finds it booked.
      case LineAct.Paying paying -> {
        Voucher.Paper paper = official(paying.paper());
        yield new Booked(paper, ledger.post(posting, List.of(paid(paying, paper))));
      }
    };
  }

  /** One decision moves between many lines: each pair is a voucher of its own. */
  private Booked moved(LineAct.Moving act, Balance own, long receiver, Posting posting) {
    Voucher.Paper paper = series(act.paper(), "CV-" + act.lineId() + "-" + receiver);
    Posted posted =
        ledger.transfer(
            posting,
            new Transfer(
                paper,
                own.poolId(),
                act.ground().code(),
                paper.issuer(),
                act.reason(),
                List.of(new Transfer.Share(act.lineId(), act.amountVnd())),
                List.of(new Transfer.Share(receiver, act.amountVnd()))));
    return new Booked(paper, posted);
  }

  /** A lower plan first takes back what is entered above it. */
  private static Voucher adjusted(LineAct.Adjusting act, Voucher.Paper paper, Balance line) {
    List<Voucher.Row> rows = new ArrayList<>();
    long uncovered = line.entered() - (line.plan() - act.amountVnd());
    long back = Math.min(uncovered, line.entered());
    if (act.lowersPlan() && back > 0) {
      rows.add(Voucher.Row.less(EntryKind.ENTER, act.lineId(), back));
    }
    rows.add(
        act.direction() > 0
            ? Voucher.Row.of(act.kind(), act.lineId(), act.amountVnd())
            : Voucher.Row.less(act.kind(), act.lineId(), act.amountVnd()));
    return new Voucher(paper, rows);
  }

  /** Under the name its sender has in a file, where the directory knows whom the words mean. */
  Voucher.Paper official(Voucher.Paper paper) {
    Resolution meant = bodies.resolve(paper.issuer(), day.today());
    if (!meant.isSure() || meant.bodies().size() != 1) {
      return paper;
    }
    String name = issuer(meant.bodies().getFirst());
    return new Voucher.Paper(name, paper.series(), paper.number(), paper.valueOn(), paper.note());
  }

  /** Cơ quan ban hành: a body's name as the ledger and a Treasury's file write it. */
  static String issuer(Body body) {
    return body.name().substring(0, Math.min(body.name().length(), LONGEST_ISSUER));
  }

  private static Voucher paid(LineAct.Paying act, Voucher.Paper paper) {
    return new Voucher(
        paper,
        act.amounts().entrySet().stream()
            .map(part -> Voucher.Row.of(part.getKey(), act.lineId(), part.getValue()))
            .toList());
  }

  /** Less is taken back in part; more takes the whole back and books what is right beside it. */
  private Posted corrected(LineAct.Correcting act, Voucher.Paper paper, Posting posting) {
    BookedEntry entry = act.entry();
    long standing = entry.standingVnd();
    boolean less = act.rightVnd() < standing;
    Correction correction =
        new Correction(entry.id(), paper, less ? standing - act.rightVnd() : standing);
    Voucher.Row right =
        entry.direction() > 0
            ? Voucher.Row.of(entry.kind(), entry.lineId(), act.rightVnd())
            : Voucher.Row.less(entry.kind(), entry.lineId(), act.rightVnd());
    return ledger.correct(
        posting.signed(act.reason(), act.signer()),
        List.of(correction),
        less ? List.of() : List.of(Voucher.of(series(act.paper(), "DCT-" + entry.id()), right)));
  }

  private static Voucher.Paper series(Voucher.Paper paper, String series) {
    return new Voucher.Paper(paper.issuer(), series, paper.number(), paper.valueOn(), paper.note());
  }
}
