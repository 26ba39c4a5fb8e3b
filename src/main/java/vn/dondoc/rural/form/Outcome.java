package vn.dondoc.rural.form;

import java.util.List;

/**
 * Kết quả một lần gửi.
 *
 * @param written everything is recorded, or was before
 * @param count how many facts and files it had
 * @param problems what has to be mended
 * @param conflicts what somebody else wrote since
 */
record Outcome(boolean written, int count, List<FieldProblem> problems, List<Conflict> conflicts) {
  static final Outcome NONE = new Outcome(false, 0, List.of(), List.of());

  static Outcome written(int count) {
    return new Outcome(true, count, List.of(), List.of());
  }

  /** Nothing was sent that is not there already: nobody has to come back to it. */
  boolean isNothing() {
    return problems.size() == 1
        && problems.getFirst().problem().key().equals(FormRefusal.NOTHING_NEW.key());
  }

  List<FieldProblem> of(int indicator) {
    return problems.stream().filter(problem -> problem.indicatorId() == indicator).toList();
  }
}
