package vn.dondoc.capital.ledger;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Label;

/** What can be seen of vouchers without looking into the ledger. */
final class VoucherCheck {
  /** More than the money of a country's budget in one entry is a slip of the pen. */
  static final long MOST_VND = 1_000_000_000_000_000L;

  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_SERIES = 30;
  private static final int LONGEST_ISSUER = 100;
  private static final int LONGEST_NOTE = 300;

  private VoucherCheck() {}

  static List<Problem> problems(List<Voucher> vouchers) {
    List<Problem> problems = new ArrayList<>();
    for (Voucher voucher : vouchers) {
      words(voucher.paper(), problems);
      voucher.rows().forEach(row -> row(voucher.paper(), row, problems));
    }
    return problems;
  }

  private static void words(Voucher.Paper paper, List<Problem> problems) {
    String note = paper.note() == null ? "" : paper.note();
    boolean fits =
        !paper.number().isBlank()
            && !paper.issuer().isBlank()
            && paper.number().length() <= LONGEST_NUMBER
            && paper.series().length() <= LONGEST_SERIES
            && paper.issuer().length() <= LONGEST_ISSUER
            && note.length() <= LONGEST_NOTE;
    if (!fits) {
      problems.add(
          Problem.at(
              paper.words(),
              LedgerRefusal.VOUCHER_WORDS.key(),
              paper.number(),
              paper.issuer(),
              LONGEST_NUMBER,
              LONGEST_ISSUER));
    }
  }

  private static void row(Voucher.Paper paper, Voucher.Row row, List<Problem> problems) {
    if (row.amountVnd() <= 0 || row.amountVnd() > MOST_VND) {
      problems.add(
          Problem.at(
              paper.words(), LedgerRefusal.AMOUNT.key(), paper.words(), row.amountVnd(), MOST_VND));
    }
    EntryKind kind = row.kind();
    boolean placed =
        kind.ofPool()
            ? row.lineId() == null && row.poolId() != null && row.authority() != null
            : row.lineId() != null && row.authority() == null;
    boolean signed = row.direction() == 1 || row.direction() == -1 && kind.eitherWay();
    if (!placed || !signed || kind.moves()) {
      problems.add(
          Problem.at(
              paper.words(), LedgerRefusal.KIND.key(), paper.words(), new Label(kind.key())));
    }
  }
}
