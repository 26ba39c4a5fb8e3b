package vn.dondoc.capital.reallocation.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Chỗ sai trên trang: what is wrong, by the field it is about.
 *
 * @param problems everything that is wrong
 * @param fields those the page has
 */
public record Faults(List<Problem> problems, Set<String> fields) {
  private static final Set<String> DECISION =
      Set.of(
          "number",
          "issuer",
          "signer",
          "signed",
          "m-number",
          "m-issuer",
          "m-signed",
          "late",
          "seen");

  public Faults {
    problems = List.copyOf(problems);
    fields = Set.copyOf(fields);
  }

  static Faults of(Submission submission, boolean decides, List<Problem> problems) {
    Set<String> fields = new HashSet<>(Set.of("why"));
    if (decides) {
      fields.addAll(DECISION);
      submission.moves().stream()
          .filter(Submission.Moved::isOpen)
          .forEach(move -> fields.add("duyet-" + move.line().lineId()));
    }
    return new Faults(problems, fields);
  }

  /** Where it leads to; null where the page has no field for it. */
  public @Nullable String link(Problem problem) {
    return fields.contains(problem.place()) ? "#" + problem.place() : null;
  }

  /** What is wrong at a field. */
  public List<Problem> at(String field) {
    return problems.stream().filter(one -> one.place().equals(field)).toList();
  }

  /** Of {@code aria-invalid}. */
  public @Nullable String invalid(String field) {
    return at(field).isEmpty() ? null : "true";
  }

  /** Of {@code aria-describedby}. */
  public @Nullable String told(String field) {
    return at(field).isEmpty() ? null : "loi-" + field;
  }
}
