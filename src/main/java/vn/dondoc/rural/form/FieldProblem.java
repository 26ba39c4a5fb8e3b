package vn.dondoc.rural.form;

import java.util.List;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.AssessmentRefusal;
import vn.dondoc.rural.assessment.Attachment;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.web.Page;

/**
 * Chỗ phải sửa trên biểu.
 *
 * @param indicatorId chỉ tiêu; 0 for the form as a whole
 * @param number its number
 * @param field the field to go to
 * @param problem what is wrong
 */
record FieldProblem(int indicatorId, String number, String field, Problem problem) {
  /** The form as a whole. */
  static FieldProblem ofForm(Problem problem) {
    return new FieldProblem(0, "", EntryView.FORM, problem);
  }

  /**
   * Finds the field a problem of the assessment is about: it is told by the indicator's number and
   * the name of the figure, as the same check serves sheets.
   */
  static FieldProblem of(Problem problem, List<Indicator> indicators, List<Attachment> files) {
    for (Attachment file : files) {
      if (file.name().equals(problem.place()) && isOfFile(problem)) {
        Indicator of = indicator(indicators, file.indicatorId());
        return new FieldProblem(of.id(), of.number(), Field.FILES.of(of.id()), problem);
      }
    }
    for (Indicator indicator : indicators) {
      if (problem.place().endsWith(" · " + indicator.number())) {
        return new FieldProblem(
            indicator.id(), indicator.number(), field(problem, indicator), problem);
      }
    }
    return ofForm(problem);
  }

  private static boolean isOfFile(Problem problem) {
    return problem.key().startsWith(AssessmentRefusal.EVIDENCE_TYPE.key().replace("type", ""))
        || problem.key().equals(AssessmentRefusal.NOT_YOURS.key());
  }

  private static Indicator indicator(List<Indicator> indicators, int id) {
    return indicators.stream().filter(i -> i.id() == id).findFirst().orElseThrow();
  }

  private static String field(Problem problem, Indicator indicator) {
    if (isOf(problem, AssessmentRefusal.NO_WORDS)) {
      return Field.WHOM.of(indicator.id());
    }
    if (isOf(problem, AssessmentRefusal.NO_WITHDRAWAL_REASON)) {
      return Field.WITHDRAWAL.of(indicator.id());
    }
    if (isOf(problem, AssessmentRefusal.NO_REASON)) {
      return Field.REASON.of(indicator.id());
    }
    if (isOf(problem, AssessmentRefusal.LONG_WORDS)) {
      return Field.NOTE.of(indicator.id());
    }
    if (isOf(problem, AssessmentRefusal.NO_FIGURE)) {
      return Field.figure(indicator.id(), indicator.parts().getFirst());
    }
    // What is wrong is named before what it is held against.
    for (Object argument : problem.arguments()) {
      for (Part part : indicator.parts()) {
        if (part.name().equals(argument)) {
          return Field.figure(indicator.id(), part);
        }
      }
    }
    return Field.anchor(indicator.id());
  }

  /** The sentence, with the indicator's number where it does not name it itself. */
  String told(Page page) {
    String sentence = page.texts().tell(problem);
    return sentence.contains(number) ? sentence : number + ": " + sentence;
  }

  boolean isShifted() {
    return isOf(problem, AssessmentRefusal.SHIFTED);
  }

  boolean isConflict() {
    return isOf(problem, AssessmentRefusal.CHANGED) || isOf(problem, AssessmentRefusal.RACED);
  }

  private static boolean isOf(Problem problem, AssessmentRefusal code) {
    return problem.key().equals(code.key());
  }
}
