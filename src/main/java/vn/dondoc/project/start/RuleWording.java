package vn.dondoc.project.start;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.task.Task;
import vn.dondoc.web.Label;

/** Lời, ngày cuối, đối tượng của quy định: as the task that ordered it has them, or why not. */
@Component
class RuleWording {
  private static final String DIFFERS = "differs";

  private final StartStore store;
  private final Bodies bodies;

  RuleWording(StartStore store, Bodies bodies) {
    this.store = store;
    this.bodies = bodies;
  }

  /**
   * Where a rule says it otherwise than its task and no reason is given; also a reason although
   * nothing differs.
   *
   * @param bound whom the task binds
   */
  List<Problem> problems(Task task, List<Integer> bound, StartRule.Terms terms) {
    List<Problem> problems = new ArrayList<>();
    if (!quotes(task, terms.clause())) {
      problems.add(
          Problem.at(
              "clause",
              ProjectRefusal.RULE_CLAUSE.key(),
              terms.clause(),
              task.code(),
              task.content().wording().quote()));
    }
    LocalDate last = task.content().due().lastDay();
    if (!terms.lastDay().equals(last)) {
      problems.add(
          Problem.at(
              "last",
              ProjectRefusal.RULE_LAST.key(),
              terms.lastDay(),
              task.code(),
              last == null ? "–" : last));
    }
    if (!new HashSet<>(bound).equals(new HashSet<>(terms.owners()))) {
      problems.add(
          Problem.at(
              "bound",
              ProjectRefusal.RULE_BOUND.key(),
              circle(terms.owners()),
              task.code(),
              circle(bound)));
    }
    if (terms.differs() == null) {
      return problems;
    }
    return problems.isEmpty()
        ? List.of(Problem.at(DIFFERS, ProjectRefusal.RULE_SAME.key(), task.code()))
        : List.of();
  }

  /** The same where the task is out of sight: nothing can be held against it. */
  List<Problem> unseen(StartRule.Terms terms) {
    return terms.differs() == null
        ? List.of(Problem.at(DIFFERS, ProjectRefusal.RULE_UNSEEN.key()))
        : List.of();
  }

  /** Words of the task in their order, with those that order a start. */
  private boolean quotes(Task task, String clause) {
    String said = plain(clause);
    String lower = said.toLowerCase(Locale.ROOT);
    return store.beginnings().stream()
            .anyMatch(name -> lower.contains(plain(name).toLowerCase(Locale.ROOT)))
        && Stream.of(task.content().wording().quote(), task.content().wording().action())
            .anyMatch(words -> plain(words).contains(said));
  }

  private static String plain(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  private Object circle(List<Integer> owners) {
    return owners.isEmpty()
        ? new Label("project.start.bound.all")
        : bodies.find(owners).stream().map(Body::name).collect(Collectors.joining(", "));
  }
}
