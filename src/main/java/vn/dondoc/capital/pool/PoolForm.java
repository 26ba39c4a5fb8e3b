package vn.dondoc.capital.pool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.TypedPaper;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * Mở nhóm vốn, ghi giao vốn as a person types it: amounts in triệu đồng, days as days are written.
 *
 * @param typed every field by its name
 * @param problems what is wrong with it; the place is the field
 */
record PoolForm(Map<String, String> typed, List<Problem> problems) {
  static final String CODE = "code";
  static final String SOURCE = "source";
  static final String AMOUNT = "amount";
  static final String DOCUMENT = "document";

  /** Fields of both forms, in their order; what was seen and which step are none of them. */
  static final List<String> FIELDS =
      List.of(
          CODE,
          "name",
          SOURCE,
          "sector",
          "loan",
          "year",
          "vintage",
          "origin",
          "opens",
          "advance",
          "pay",
          "authority",
          "direction",
          AMOUNT,
          DOCUMENT,
          "issuer",
          "signed",
          "value",
          "reason");

  private static final String VALUE = "value";

  PoolForm {
    problems = List.copyOf(problems);
  }

  static PoolForm of(Map<String, String> typed) {
    return new PoolForm(typed, List.of());
  }

  PoolForm with(List<Problem> wrong) {
    return new PoolForm(typed, wrong.stream().map(PoolForm::placed).toList());
  }

  String value(String field) {
    return typed.getOrDefault(field, "").replace("\0", "").strip();
  }

  List<Problem> at(String field) {
    return problems.stream().filter(problem -> problem.place().equals(field)).toList();
  }

  boolean isStep(String step) {
    return value("step").equals(step);
  }

  /** Everything typed, to be carried behind what is shown. */
  Map<String, String> kept() {
    Map<String, String> kept = new LinkedHashMap<>();
    FIELDS.stream()
        .filter(field -> !value(field).isEmpty())
        .forEach(field -> kept.put(field, value(field)));
    return kept;
  }

  /** The key of this sending; a fresh one while there is none. */
  UUID sending() {
    String text = value("sending");
    boolean known = text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    return known ? UUID.fromString(text) : UUID.randomUUID();
  }

  /**
   * Giao vốn.
   *
   * @throws Refusal with every field that cannot be read
   */
  Assigning assigning(int pool, LocalDate today) {
    List<Problem> wrong = new ArrayList<>();
    Voucher.Authority authority = null;
    for (Voucher.Authority one : Voucher.Authority.values()) {
      authority = one.name().equalsIgnoreCase(value("authority")) ? one : authority;
    }
    if (authority == null) {
      wrong.add(Problem.at("authority", PoolRefusal.AUTHORITY.key(), value("authority")));
    }
    int direction = value("direction").equals("less") ? -1 : 1;
    if (direction > 0 && !value("direction").equals("more")) {
      wrong.add(Problem.at("direction", PoolRefusal.DIRECTION.key(), value("direction")));
    }
    TypedPaper typedPaper = new TypedPaper(this::value, wrong);
    Long amount = typedPaper.amount(AMOUNT, false);
    Voucher.Paper paper = typedPaper.read(today);
    if (authority == null || amount == null || paper == null || !wrong.isEmpty()) {
      throw Refusal.of(PoolRefusal.FORM, wrong);
    }
    return new Assigning(pool, authority, direction, amount, paper, value("reason"));
  }

  /** Words of a field that may be neither empty nor too long. */
  void words(String field, PoolRefusal code, int most, List<Problem> wrong) {
    int length = value(field).length();
    if (length == 0 || length > most) {
      wrong.add(Problem.at(field, code.key(), length, most));
    }
  }

  /** A day of a field; null when it cannot be read. */
  @Nullable LocalDate day(String field, String label, List<Problem> wrong) {
    LocalDate read = Days.read(value(field)).orElse(null);
    if (read == null) {
      wrong.add(Days.problem(field, label, value(field)));
    }
    return read;
  }

  /** What sources or ledger have against it, put beside the field that can mend it. */
  private static Problem placed(Problem problem) {
    if (FIELDS.contains(problem.place())) {
      return problem;
    }
    String name = problem.key().substring(problem.key().lastIndexOf('.') + 1);
    String field =
        switch (name) {
          case "pool_exists" -> CODE;
          case "no_source", "source_of_another_year", "source_is_a_group" -> SOURCE;
          case "sector_is_binding" -> "sector";
          case "loan_is_binding" -> "loan";
          case "vintage_tells_origin" -> "origin";
          case "days" -> "pay";
          case "closed_period", "before_pool_opens", "dated_ahead" -> VALUE;
          case "voucher_changed", "voucher_incomplete", "voucher_words" -> DOCUMENT;
          case "negative_assigned", "allocated_above_assigned", "amount" -> AMOUNT;
          default -> problem.place();
        };
    return new Problem(field, problem.key(), problem.arguments());
  }
}
