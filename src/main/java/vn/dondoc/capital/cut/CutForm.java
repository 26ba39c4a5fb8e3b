package vn.dondoc.capital.cut;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * Cắt giảm as a person types it.
 *
 * @param typed every field by its name
 */
record CutForm(Map<String, String> typed) {
  /** With the document something was booked by. */
  static CutForm of(CutForm typed, Voucher.Paper paper) {
    Map<String, String> all = new HashMap<>(typed.typed());
    all.put("document", paper.number());
    all.put("issuer", paper.issuer());
    all.put("signed", Days.written(paper.valueOn()));
    return new CutForm(all);
  }

  String value(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  long number(String field) {
    String number = value(field);
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  /**
   * What it proposes.
   *
   * @throws Refusal with every field that cannot be read
   */
  NewCut cut() {
    List<Problem> problems = new ArrayList<>();
    Long amount = Millions.read(value("amount")).orElse(null);
    if (amount == null) {
      problems.add(Problem.at("amount", CutRefusal.AMOUNT.key(), value("amount")));
    }
    CutReason reason = null;
    for (CutReason one : CutReason.values()) {
      reason = one.code().equals(value("reason")) ? one : reason;
    }
    if (reason == null) {
      problems.add(Problem.at("reason", CutRefusal.REASON.key(), value("reason")));
    }
    if (amount == null || reason == null) {
      throw Refusal.of(CutRefusal.CUT, problems);
    }
    long entry = number("but-toan");
    return new NewCut(
        number("dong"), entry == 0 ? null : entry, amount, reason, value("why"), value("evidence"));
  }

  /**
   * The document a cut is booked by.
   *
   * @throws Refusal when its day cannot be read
   */
  Voucher.Paper paper() {
    LocalDate signed =
        Days.read(value("signed"))
            .orElseThrow(() -> Days.refusal("signed", "capital.cut.signed", value("signed")));
    return Voucher.Paper.of(value("issuer"), "", value("document"), signed);
  }
}
