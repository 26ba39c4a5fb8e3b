package vn.dondoc.task;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.web.Days;

/**
 * The correction form: what the task says, or what somebody typed and was refused.
 *
 * @param now the task in force
 * @param typed what was sent; null when the form is opened
 * @param problem why it was refused; empty when it was not
 */
record CorrectionView(TaskView now, @Nullable TaskForm typed, String problem) {
  Task task() {
    return now.task();
  }

  List<Body> choices() {
    return now.choices();
  }

  private Due due() {
    return task().content().due();
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

  String on() {
    return or(typed == null ? null : typed.on(), Days.written(due().on()));
  }

  String why() {
    return typed == null ? "" : typed.why();
  }

  boolean isKind(Due.Kind kind) {
    String chosen = or(typed == null ? null : typed.due(), due().kind().name());
    return kind.name().toLowerCase(Locale.ROOT).equals(chosen.toLowerCase(Locale.ROOT));
  }

  boolean isCycle(String every) {
    return every.equals(or(typed == null ? null : typed.every(), due().every()));
  }

  boolean isLead(Body body) {
    return typed == null ? now.isLead(body) : chosen(typed.lead(), body);
  }

  boolean helps(Body body) {
    return typed == null ? now.helps(body) : chosen(typed.coordinate(), body);
  }

  private static boolean chosen(@Nullable List<Integer> ids, Body body) {
    return ids != null && ids.contains(body.id());
  }
}
