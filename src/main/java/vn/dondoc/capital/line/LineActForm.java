package vn.dondoc.capital.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Thao tác tay as a person types it: amounts in triệu đồng, days as days are written.
 *
 * @param typed every field by its name
 * @param problems what is wrong with it; the place is the field
 */
record LineActForm(Map<String, String> typed, List<Problem> problems) {
  static final String RECEIVER = "receiver";
  static final String AMOUNT = "amount";
  static final String DOCUMENT = "document";
  static final String SIGNED = "signed";
  static final String VALUE = "value";
  static final String SENDING = "sending";
  static final String SEEN = "seen";
  static final String STEP = "step";

  /** Fields of each act, in their order; what was seen and which step are none of them. */
  static final List<String> FIELDS =
      List.of(
          "what",
          "direction",
          RECEIVER,
          AMOUNT,
          "ground",
          "signer",
          DOCUMENT,
          "issuer",
          SIGNED,
          VALUE,
          "reason");

  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_ISSUER = 100;
  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_SIGNER = 200;

  LineActForm {
    problems = List.copyOf(problems);
  }

  static LineActForm of(Map<String, String> typed) {
    return new LineActForm(typed, List.of());
  }

  LineActForm with(List<Problem> wrong) {
    return new LineActForm(typed, wrong.stream().map(LineActForm::placed).toList());
  }

  String value(String field) {
    return typed.getOrDefault(field, "").replace("\0", "").strip();
  }

  List<Problem> at(String field) {
    return problems.stream().filter(problem -> problem.place().equals(field)).toList();
  }

  /** What is wrong with no field in particular. */
  List<Problem> elsewhere() {
    return problems.stream().filter(problem -> !FIELDS.contains(problem.place())).toList();
  }

  /** The key of this sending; a fresh one while there is none. */
  UUID sending() {
    String text = value(SENDING);
    boolean known = text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    return known ? UUID.fromString(text) : UUID.randomUUID();
  }

  /**
   * Chuyển vốn.
   *
   * @param named finds who is meant
   * @throws Refusal with every field that cannot be read
   */
  LineAct.Moving moving(long line, LocalDate today, Function<String, LineAct.Receiver> named) {
    List<Problem> wrong = new ArrayList<>();
    LineAct.Receiver receiver = null;
    try {
      receiver = named.apply(value(RECEIVER));
    } catch (Refusal refusal) {
      wrong.addAll(refusal.problems());
    }
    Long amount = amount(false, wrong);
    CutReason ground = null;
    for (CutReason one : CutReason.values()) {
      ground = one.code().equals(value("ground")) ? one : ground;
    }
    if (ground == null) {
      wrong.add(Problem.at("ground", LineRefusal.GROUND.key(), value("ground")));
    } else if (ground == CutReason.SLOW) {
      wrong.add(Problem.at("ground", LineRefusal.SLOW_IS_HEARD.key()));
    }
    Voucher.Paper paper = paper(today, wrong);
    if (receiver == null || amount == null || ground == null || paper == null || !wrong.isEmpty()) {
      throw Refusal.of(LineRefusal.ACT, wrong);
    }
    return new LineAct.Moving(line, receiver, amount, ground, paper, value("reason"));
  }

  /**
   * Điều chỉnh.
   *
   * @throws Refusal with every field that cannot be read
   */
  LineAct.Adjusting adjusting(long line, LocalDate today) {
    List<Problem> wrong = new ArrayList<>();
    EntryKind kind =
        switch (value("what")) {
          case "adjust" -> EntryKind.ADJUST;
          case "enter" -> EntryKind.ENTER;
          default -> null;
        };
    if (kind == null) {
      wrong.add(Problem.at("what", LineRefusal.WHAT.key(), value("what")));
    }
    int direction = value("direction").equals("more") ? 1 : -1;
    if (direction < 0 && !value("direction").equals("less")) {
      wrong.add(Problem.at("direction", LineRefusal.DIRECTION.key(), value("direction")));
    }
    Long amount = amount(false, wrong);
    Voucher.Paper paper = paper(today, wrong);
    if (kind == null || amount == null || paper == null || !wrong.isEmpty()) {
      throw Refusal.of(LineRefusal.ACT, wrong);
    }
    return new LineAct.Adjusting(line, kind, direction, amount, paper, value("reason"));
  }

  /**
   * Đính chính.
   *
   * @throws Refusal with every field that cannot be read, or when it would change nothing
   */
  LineAct.Correcting correcting(BookedEntry entry, LocalDate today) {
    List<Problem> wrong = new ArrayList<>();
    Long right = amount(true, wrong);
    if (right != null && right == entry.standingVnd()) {
      wrong.add(Problem.at(AMOUNT, LineRefusal.SAME_AMOUNT.key(), entry.document(), right));
    }
    String signer = value("signer");
    if (signer.isEmpty() || signer.length() > LONGEST_SIGNER) {
      wrong.add(Problem.at("signer", LineRefusal.SIGNER.key(), signer.length(), LONGEST_SIGNER));
    }
    Voucher.Paper paper = paper(today, wrong);
    if (paper != null && paper.valueOn().isBefore(entry.valueOn())) {
      wrong.add(
          Problem.at(
              VALUE,
              LineRefusal.BEFORE_ENTRY.key(),
              paper.valueOn(),
              entry.document(),
              entry.valueOn()));
    }
    if (right == null || paper == null || !wrong.isEmpty()) {
      throw Refusal.of(LineRefusal.ACT, wrong);
    }
    return new LineAct.Correcting(entry.lineId(), entry, right, signer, paper, value("reason"));
  }

  private @Nullable Long amount(boolean mayBeNone, List<Problem> wrong) {
    Long amount = Millions.read(value(AMOUNT)).orElse(null);
    if (amount == null || amount == 0 && !mayBeNone) {
      wrong.add(
          Millions.twoReadings(AMOUNT, value(AMOUNT))
              .orElseGet(() -> Problem.at(AMOUNT, LineRefusal.AMOUNT.key(), value(AMOUNT))));
      return null;
    }
    return amount;
  }

  /** The document and why; null when anything of it is wrong. */
  private Voucher.@Nullable Paper paper(LocalDate today, List<Problem> wrong) {
    int before = wrong.size();
    String number = value(DOCUMENT);
    String issuer = value("issuer");
    String reason = value("reason");
    if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
      wrong.add(Problem.at(DOCUMENT, LineRefusal.NUMBER.key(), number.length(), LONGEST_NUMBER));
    }
    if (issuer.isEmpty() || issuer.length() > LONGEST_ISSUER) {
      wrong.add(Problem.at("issuer", LineRefusal.ISSUER.key(), issuer.length(), LONGEST_ISSUER));
    }
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      wrong.add(Problem.at("reason", LineRefusal.WORDS.key(), reason.length(), LONGEST_REASON));
    }
    LocalDate signed = day(SIGNED, "capital.act.signed", wrong);
    LocalDate counts = value(VALUE).isEmpty() ? signed : day(VALUE, "capital.act.value", wrong);
    if (signed != null && signed.isAfter(today)) {
      wrong.add(Problem.at(SIGNED, LineRefusal.SIGNED_AHEAD.key(), signed, today));
    }
    if (signed != null && counts != null && counts.isBefore(signed)) {
      wrong.add(Problem.at(VALUE, LineRefusal.VALUE_BEFORE_SIGNED.key(), counts, signed));
    }
    if (signed == null || counts == null || wrong.size() > before) {
      return null;
    }
    String note =
        counts.equals(signed)
            ? null
            : Texts.in(Language.VI).get("capital.act.signed_note", Days.written(signed));
    return new Voucher.Paper(issuer, "", number, counts, note);
  }

  private @Nullable LocalDate day(String field, String label, List<Problem> wrong) {
    LocalDate read = Days.read(value(field)).orElse(null);
    if (read == null) {
      wrong.add(Days.problem(field, label, value(field)));
    }
    return read;
  }

  /** What the ledger has against an act, put beside the field that can mend it. */
  private static Problem placed(Problem problem) {
    if (FIELDS.contains(problem.place())) {
      return problem;
    }
    String name = problem.key().substring(problem.key().lastIndexOf('.') + 1);
    String field =
        switch (name) {
          case "closed_period", "before_pool_opens", "dated_ahead", "correction_before_entry" ->
              VALUE;
          case "moved_across_the_ring", "sector_of_the_pool" -> RECEIVER;
          case "voucher_changed", "voucher_incomplete", "voucher_words" -> DOCUMENT;
          case "negative_plan",
              "negative_entered",
              "entered_above_plan",
              "paid_above_plan",
              "paid_above_entered",
              "recovered_above_advanced",
              "refunded_above_paid",
              "negative_allocated",
              "allocated_above_assigned",
              "nothing_decided",
              "paid_above_investment",
              "correction_above_entry",
              "amount" ->
              AMOUNT;
          default -> problem.place();
        };
    return new Problem(field, problem.key(), problem.arguments());
  }
}
