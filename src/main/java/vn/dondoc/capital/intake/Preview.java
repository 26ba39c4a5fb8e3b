package vn.dondoc.capital.intake;

import java.util.List;

/**
 * Trang đối chiếu từ một lần tính: what a file would do, with the lines, sides and questions that
 * are looked at beside it.
 *
 * @param plan what the file would do, or did
 * @param sides the Treasury against owners
 * @param lines of the list that was asked for
 * @param questions names nobody is sure of
 * @param several vouchers that would pay a line twice by one kind
 * @param papers vouchers that may be booked under another spelling
 * @param fallen figures below what stands
 */
record Preview(
    Plan plan,
    Plan.Sides sides,
    List<Plan.Line> lines,
    List<IntakeMatchStore.Question> questions,
    List<IntakeSections.Several> several,
    List<IntakePapers.Twin> papers,
    List<Plan.Line> fallen) {
  Preview {
    lines = List.copyOf(lines);
    questions = List.copyOf(questions);
    several = List.copyOf(several);
    papers = List.copyOf(papers);
    fallen = List.copyOf(fallen);
  }

  /**
   * Những phần cần xem.
   *
   * @param asked which lines
   * @param lines how many of them; none for the plan alone
   * @param questions how many questions
   */
  record Wanted(IntakePlanStore.Asked asked, int lines, int questions) {
    static final Wanted PLAN = new Wanted(IntakePlanStore.Asked.ALL, 0, 0);
  }
}
