package vn.dondoc.capital.reallocation.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/** What the database refuses, in words. */
final class SubmissionFault {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SubmissionFault() {}

  /**
   * Does something the database may refuse.
   *
   * @throws Refusal with every problem it names
   */
  static void told(Runnable act) {
    try {
      act.run();
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
    if (message == null || constraint == null) {
      return e;
    }
    return switch (constraint) {
      case "money_taken" -> Refusal.of(SubmissionRefusal.SUBMISSION, taken(message.getDetail()));
      case "unallocated_taken" ->
          Refusal.of(SubmissionRefusal.SUBMISSION, unallocated(message.getDetail()));
      case "taken_above_proposed" ->
          Refusal.of(SubmissionRefusal.DECISION, takesMore(message.getDetail()));
      case "unallocated_held" -> Refusal.of(SubmissionRefusal.DECISION, held(message.getDetail()));
      case "move_unbalanced" ->
          Refusal.of(SubmissionRefusal.SUBMISSION, unbalanced(message.getDetail()));
      case "medium_term_undecided" ->
          Refusal.of(SubmissionRefusal.DECISION, undecided(message.getDetail()));
      case "reallocation_ruling_pkey", "reallocation_over", "reallocation_drop_pkey" ->
          Refusal.of(SubmissionRefusal.OVER, "", "");
      case "reallocation_decision_reallocation_id_number_issuer_key" ->
          Refusal.of(SubmissionRefusal.REPEATED, "number");
      default -> e;
    };
  }

  private static List<Problem> taken(@Nullable String detail) {
    List<Problem> problems = new ArrayList<>();
    for (JsonNode node : JSON.readTree(detail == null ? "[]" : detail)) {
      problems.add(
          Problem.at(
              node.get("line").asString(),
              SubmissionRefusal.MONEY_TAKEN.key(),
              node.get("project").asString(),
              node.get("name").asString(),
              node.get("by").asString(),
              LocalDate.parse(node.get("day").asString()),
              node.get("amount").asLong()));
    }
    return problems;
  }

  private static List<Problem> unallocated(@Nullable String detail) {
    List<Problem> problems = new ArrayList<>();
    for (JsonNode node : JSON.readTree(detail == null ? "[]" : detail)) {
      problems.add(
          Problem.at(
              node.get("pool").asString(),
              SubmissionRefusal.UNALLOCATED_TAKEN.key(),
              node.get("pool").asString(),
              node.get("asked").asLong(),
              node.get("unallocated").asLong(),
              node.get("amount").asLong(),
              node.get("name").asString(),
              node.get("by").asString(),
              LocalDate.parse(node.get("day").asString())));
    }
    return problems;
  }

  private static List<Problem> takesMore(@Nullable String detail) {
    List<Problem> problems = new ArrayList<>();
    for (JsonNode node : JSON.readTree(detail == null ? "[]" : detail)) {
      problems.add(
          Problem.at(
              "",
              SubmissionRefusal.TAKES_MORE.key(),
              node.get("pool").asString(),
              node.get("taken").asLong(),
              node.get("asked").asLong()));
    }
    return problems;
  }

  private static List<Problem> held(@Nullable String detail) {
    List<Problem> problems = new ArrayList<>();
    for (JsonNode node : JSON.readTree(detail == null ? "[]" : detail)) {
      String pool = node.get("pool").asString();
      long taken = node.get("taken").asLong();
      long has = node.get("unallocated").asLong();
      problems.add(
          node.get("name").isNull()
              ? Problem.at("", SubmissionRefusal.UNALLOCATED_SHORT.key(), pool, taken, has)
              : Problem.at(
                  "",
                  SubmissionRefusal.UNALLOCATED_HELD.key(),
                  pool,
                  taken,
                  has,
                  node.get("amount").asLong(),
                  node.get("name").asString(),
                  node.get("by").asString(),
                  LocalDate.parse(node.get("day").asString()),
                  node.get("left").asLong()));
    }
    return problems;
  }

  private static List<Problem> undecided(@Nullable String detail) {
    List<Problem> problems = new ArrayList<>();
    for (JsonNode node : JSON.readTree(detail == null ? "[]" : detail)) {
      problems.add(
          Problem.at(
              "m-number",
              SubmissionRefusal.MEDIUM_UNDECIDED.key(),
              node.get("project").asString(),
              node.get("amount").asLong(),
              node.get("medium").asLong()));
    }
    return problems;
  }

  private static List<Problem> unbalanced(@Nullable String detail) {
    List<Problem> problems = new ArrayList<>();
    for (JsonNode node : JSON.readTree(detail == null ? "[]" : detail)) {
      String pool = node.get("pool").asString();
      problems.add(Problem.at(pool, SubmissionRefusal.MOVE_UNBALANCED.key(), pool, 0L, 0L));
    }
    return problems;
  }
}
