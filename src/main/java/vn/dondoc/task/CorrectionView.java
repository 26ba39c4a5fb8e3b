package vn.dondoc.task;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Succession;

/**
 * The correction form: what the task says, or what somebody typed and was refused.
 *
 * @param now the task in force
 * @param ceased parties that are no more, with who carries on
 * @param typed what was sent; null when the form is opened
 * @param problem why it was refused; empty when it was not
 */
record CorrectionView(TaskView now, List<Ceased> ceased, @Nullable TaskForm typed, String problem) {
  /** Cơ quan đã kết thúc hoạt động: a party of the task and its heirs. */
  record Ceased(Party party, String name, List<Succession> heirs) {
    /** The one heir there is takes its place in the form; among several a person chooses. */
    boolean isReplacedBy(Party.Part part, Body body) {
      return party.part() == part
          && heirs.size() == 1
          && heirs.getFirst().successor().id() == body.id();
    }

    String names() {
      return heirs.stream().map(s -> s.successor().name()).collect(Collectors.joining("; "));
    }
  }

  Task task() {
    return now.task();
  }

  List<Body> choices() {
    return now.choices();
  }

  /** The fields of the deadline, as typed or as it stands. */
  public DueForm due() {
    return typed == null ? DueForm.of(task().content().due()) : typed.due();
  }

  private static String or(@Nullable String typed, @Nullable String said) {
    return Objects.requireNonNullElse(typed, Objects.requireNonNullElse(said, ""));
  }

  String action() {
    return or(typed == null ? null : typed.action(), task().content().wording().action());
  }

  String consequence() {
    return or(typed == null ? null : typed.consequence(), task().content().wording().consequence());
  }

  String why() {
    return typed == null ? "" : typed.why();
  }

  boolean isLead(Body body) {
    return typed == null
        ? now.isLead(body) || isHeir(Party.Part.LEAD, body)
        : chosen(typed.lead(), body);
  }

  boolean helps(Body body) {
    return typed == null
        ? now.helps(body) || isHeir(Party.Part.COORDINATE, body)
        : chosen(typed.coordinate(), body);
  }

  private boolean isHeir(Party.Part part, Body body) {
    return ceased.stream().anyMatch(one -> one.isReplacedBy(part, body));
  }

  private static boolean chosen(List<Integer> ids, Body body) {
    return ids.contains(body.id());
  }
}
