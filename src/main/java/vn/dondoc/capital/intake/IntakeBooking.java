package vn.dondoc.capital.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Ghi sổ một tệp: what stands differently becomes entries for the difference, what documents book
 * becomes those documents.
 */
@Component
class IntakeBooking {
  private static final String CUMULATED = "LK";
  private static final int LONGEST_NAME = 200;

  private final IntakeBookingStore store;
  private final Ledger ledger;

  IntakeBooking(IntakeBookingStore store, Ledger ledger) {
    this.store = store;
    this.ledger = ledger;
  }

  /**
   * Books what was kept of a reading.
   *
   * @param day of the province
   * @return the posting; null when nothing goes into the ledger
   * @throws Refusal with every problem of the ledger, each at its cell
   */
  @Nullable Long book(Intake intake, @Nullable String reason, LocalDate day) {
    if (intake.what().content() == Content.REPORT) {
      store.report(intake, day);
      return null;
    }
    Map<String, String> cells = new HashMap<>();
    List<Voucher> vouchers =
        intake.what().content() == Content.TREASURY
            ? differences(intake, cells)
            : documents(intake, cells);
    if (vouchers.isEmpty()) {
      return null;
    }
    String name = intake.file().name();
    UUID sending =
        UUID.nameUUIDFromBytes(("capital.intake/" + intake.id()).getBytes(StandardCharsets.UTF_8));
    Posting posting =
        new Posting(
            sending,
            Posting.Way.IMPORT,
            intake.id(),
            name.substring(0, Math.min(name.length(), LONGEST_NAME)),
            reason,
            null,
            null);
    try {
      return ledger.post(posting, vouchers).posting();
    } catch (Refusal refusal) {
      throw Refusal.of(
          refusal.code(),
          refusal.problems().stream().map(problem -> placed(problem, cells)).toList());
    }
  }

  /** What the ledger says of a line or a document is told at the cell it comes from. */
  private static Problem placed(Problem problem, Map<String, String> cells) {
    String cell = cells.get(problem.place());
    if (cell == null) {
      cell =
          problem.arguments().stream()
              .map(argument -> cells.get("số " + argument))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
    return cell == null ? problem : Problem.at(cell, "capital.intake.at", cell, problem);
  }

  private List<Voucher> differences(Intake intake, Map<String, String> cells) {
    List<Voucher> vouchers = new ArrayList<>();
    Intake.What what = intake.what();
    for (IntakeBookingStore.Standing standing :
        store.standings(Objects.requireNonNull(intake.reading()))) {
      cells.put(Long.toString(standing.line()), standing.place());
      List<Voucher.Row> rows = difference(standing);
      String number = what.cutOff() + "/" + intake.id() + "/" + standing.line();
      cells.put("số " + number, standing.place());
      if (!rows.isEmpty()) {
        vouchers.add(
            new Voucher(
                new Voucher.Paper(
                    what.issuer(), CUMULATED, number, what.cutOff(), standing.reason()),
                rows));
      }
    }
    return vouchers;
  }

  /**
   * Entries that lead from what stands to what is said; an advance that became volume is recovered.
   */
  static List<Voucher.Row> difference(IntakeBookingStore.Standing s) {
    long outstanding;
    long volume;
    if (s.outstanding() == null && s.volume() == null) {
      long more = Objects.requireNonNull(s.disbursed()) - s.wasOutstanding() - s.wasVolume();
      volume = Math.max(more, -s.wasVolume());
      outstanding = more - volume;
    } else {
      outstanding = s.outstanding() == null ? 0 : s.outstanding() - s.wasOutstanding();
      volume = s.volume() == null ? 0 : s.volume() - s.wasVolume();
    }
    long recovered = Math.max(0, Math.min(-outstanding, volume));
    Map<EntryKind, Long> amounts = new LinkedHashMap<>();
    amounts.put(EntryKind.RECOVER, recovered);
    amounts.put(EntryKind.ADVANCE, Math.max(0, outstanding));
    amounts.put(EntryKind.PAYMENT, Math.max(0, volume - recovered));
    amounts.put(EntryKind.REFUND_ADVANCE, Math.max(0, -outstanding - recovered));
    amounts.put(EntryKind.REFUND, Math.max(0, -volume));
    return amounts.entrySet().stream()
        .filter(amount -> amount.getValue() > 0)
        .map(amount -> Voucher.Row.of(amount.getKey(), s.line(), amount.getValue()))
        .toList();
  }

  private List<Voucher> documents(Intake intake, Map<String, String> cells) {
    Map<IntakeBookingStore.Paper, List<Voucher.Row>> papers = new LinkedHashMap<>();
    Map<List<Long>, Long> opened = new HashMap<>();
    for (IntakeBookingStore.Entry entry : store.entries(Objects.requireNonNull(intake.reading()))) {
      Long line = entry.line();
      if (line == null) {
        line =
            opened.computeIfAbsent(
                List.of(entry.project(), (long) entry.pool()),
                place -> ledger.line(entry.project(), entry.pool()));
      }
      cells.putIfAbsent(line.toString(), entry.place());
      cells.putIfAbsent("số " + entry.paper().number(), entry.place());
      papers
          .computeIfAbsent(entry.paper(), paper -> new ArrayList<>())
          .add(
              new Voucher.Row(
                  EntryKind.of(entry.what().kind()),
                  line,
                  null,
                  entry.what().direction(),
                  entry.what().amountVnd(),
                  null));
    }
    List<Voucher> vouchers = new ArrayList<>();
    papers.forEach((paper, rows) ->
        vouchers.add(
            new Voucher(
                Voucher.Paper.of(
                    intake.what().issuer(), paper.series(), paper.number(), paper.day()),
                rows)));
    return vouchers;
  }
}
