package vn.dondoc.capital.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import vn.dondoc.capital.TypedPaper;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.cut.CutRefusal;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

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

  /** The word that a voucher is another than the one that is booked. */
  static final String TWIN = "twin";

  /** Fields of each act, in their order; what was seen and which step are none of them. */
  static final List<String> FIELDS =
      List.of(
          "what",
          "direction",
          RECEIVER,
          AMOUNT,
          "advance",
          "payment",
          "recover",
          "ground",
          "signer",
          DOCUMENT,
          "series",
          "issuer",
          SIGNED,
          VALUE,
          "reason",
          TWIN);

  /** The parts of a payment voucher. */
  private static final Map<String, EntryKind> PARTS =
      Map.of(
          "advance", EntryKind.ADVANCE,
          "payment", EntryKind.PAYMENT,
          "recover", EntryKind.RECOVER);

  private static final int LONGEST_SIGNER = 200;

  LineActForm {
    problems = List.copyOf(problems);
  }

  static LineActForm of(Map<String, String> typed) {
    return new LineActForm(typed, List.of());
  }

  LineActForm with(List<Problem> wrong) {
    return new LineActForm(typed, wrong.stream().map(this::placed).toList());
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
    TypedPaper typedPaper = new TypedPaper(this::value, wrong);
    Long amount = typedPaper.amount(AMOUNT, false);
    CutReason ground = null;
    for (CutReason one : CutReason.values()) {
      ground = one.code().equals(value("ground")) ? one : ground;
    }
    if (ground == null) {
      wrong.add(Problem.at("ground", LineRefusal.GROUND.key(), value("ground")));
    } else if (ground == CutReason.SLOW) {
      wrong.add(Problem.at("ground", LineRefusal.SLOW_IS_HEARD.key()));
    }
    Voucher.Paper paper = typedPaper.read(today);
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
    TypedPaper typedPaper = new TypedPaper(this::value, wrong);
    Long amount = typedPaper.amount(AMOUNT, false);
    Voucher.Paper paper = typedPaper.read(today);
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
    TypedPaper typedPaper = new TypedPaper(this::value, wrong);
    Long right = typedPaper.amount(AMOUNT, true);
    if (right != null && right == entry.standingVnd()) {
      wrong.add(Problem.at(AMOUNT, LineRefusal.SAME_AMOUNT.key(), entry.document(), right));
    }
    String signer = value("signer");
    if (signer.isEmpty() || signer.length() > LONGEST_SIGNER) {
      wrong.add(Problem.at("signer", LineRefusal.SIGNER.key(), signer.length(), LONGEST_SIGNER));
    }
    Voucher.Paper paper = typedPaper.read(today);
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

  /**
   * Thanh toán: a voucher with one amount or several.
   *
   * @throws Refusal with every field that cannot be read, or when no amount is given
   */
  LineAct.Paying paying(long line, LocalDate today) {
    List<Problem> wrong = new ArrayList<>();
    TypedPaper typedPaper = new TypedPaper(this::value, wrong);
    SortedMap<EntryKind, Long> amounts = new TreeMap<>();
    PARTS.forEach((field, kind) -> {
      Long amount = value(field).isEmpty() ? null : typedPaper.amount(field, false);
      if (amount != null) {
        amounts.put(kind, amount);
      }
    });
    if (PARTS.keySet().stream().allMatch(field -> value(field).isEmpty())) {
      wrong.add(Problem.at("payment", LineRefusal.NO_MONEY.key()));
    }
    Voucher.Paper paper = typedPaper.read(today);
    if (paper == null || !wrong.isEmpty()) {
      throw Refusal.of(LineRefusal.ACT, wrong);
    }
    return new LineAct.Paying(line, amounts, paper, value("reason"));
  }

  /** Only a cut takes from the line: it is slow, and the unit is heard first. */
  boolean isHeardFirst() {
    return problems.stream()
        .map(Problem::key)
        .anyMatch(key ->
            key.equals(CutRefusal.HEAR_FIRST.key()) || key.equals(LineRefusal.SLOW_IS_HEARD.key()));
  }

  /** What the ledger has against an act, put beside the field that can mend it. */
  private Problem placed(Problem problem) {
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
              PARTS.keySet().stream().anyMatch(typed::containsKey) ? part(name) : AMOUNT;
          default -> problem.place();
        };
    return new Problem(field, problem.key(), problem.arguments());
  }

  /** Which of its amounts the ledger objects to. */
  private String part(String fault) {
    return fault.equals("recovered_above_advanced")
        ? "recover"
        : value("payment").isEmpty() && !value("advance").isEmpty() ? "advance" : "payment";
  }
}
