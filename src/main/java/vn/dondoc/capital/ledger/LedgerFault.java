package vn.dondoc.capital.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * What the database would not take, in words: every problem it names, with its place, the amounts
 * and by how much.
 */
final class LedgerFault {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LedgerFault() {}

  /**
   * Does something the ledger may refuse.
   *
   * @throws Refusal with every problem the database names
   */
  static <T> T told(Supplier<T> act) {
    try {
      return act.get();
    } catch (DataIntegrityViolationException e) {
      throw of(e);
    }
  }

  private static RuntimeException of(DataIntegrityViolationException e) {
    ServerErrorMessage message =
        e.getMostSpecificCause() instanceof PSQLException cause
            ? cause.getServerErrorMessage()
            : null;
    String constraint = message == null ? null : message.getConstraint();
    LedgerRefusal code = constraint == null ? null : LedgerRefusal.named(constraint).orElse(null);
    String detail = message == null ? null : message.getDetail();
    if (constraint == null || code == null || detail == null) {
      return e;
    }
    List<Problem> problems = new ArrayList<>();
    if (!detail.startsWith("[")) {
      // A plain constraint of a table: it has no more to say than its name.
      return Refusal.of(code, constraint);
    }
    for (JsonNode node : JSON.readTree(detail)) {
      LedgerRefusal one = LedgerRefusal.named(text(node, "code")).orElse(LedgerRefusal.POSTING);
      problems.add(problem(one, node));
    }
    return problems.size() == 1
        ? Refusal.of(code, problems)
        : Refusal.of(LedgerRefusal.POSTING, problems);
  }

  /** Each sentence takes what it needs of the same list. */
  private static Problem problem(LedgerRefusal code, JsonNode node) {
    String place =
        node.has("line")
            ? text(node, "line")
            : node.has("pool") ? text(node, "pool") : text(node, "document");
    return Problem.at(
        place,
        code.key(),
        text(node, "project"),
        text(node, "pool"),
        day(node, "day"),
        amount(node, "amount"),
        amount(node, "most"),
        amount(node, "excess"),
        text(node, "document"),
        day(node, "limit_day"),
        text(node, "source"),
        text(node, "year"),
        text(node, "from"));
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? "" : value.asString();
  }

  private static long amount(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? 0 : value.asLong();
  }

  private static Object day(JsonNode node, String name) {
    @Nullable JsonNode value = node.get(name);
    boolean told = value != null && value.isString() && value.asString().matches("\\d{4}-.*");
    return told ? LocalDate.parse(value.asString()) : "–";
  }
}
