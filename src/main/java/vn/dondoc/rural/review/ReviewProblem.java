package vn.dondoc.rural.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.AssessmentRefusal;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.web.Page;

/**
 * Chỗ phải xem lại khi xét.
 *
 * @param indicator chỉ tiêu; null for the form as a whole
 * @param field the field to go to
 * @param problem what is wrong
 */
record ReviewProblem(@Nullable Indicator indicator, String field, Problem problem) {
  static final String FORM = "xet";

  static ReviewProblem ofForm(Problem problem) {
    return new ReviewProblem(null, FORM, problem);
  }

  /** Finds the field: a problem is told by the indicator's number and the name of the figure. */
  static ReviewProblem of(Problem problem, List<Indicator> indicators) {
    for (Indicator indicator : indicators) {
      if (problem.place().endsWith(" · " + indicator.number())) {
        return new ReviewProblem(indicator, field(problem, indicator), problem);
      }
    }
    return ofForm(problem);
  }

  private static String field(Problem problem, Indicator indicator) {
    String key = problem.key();
    if (key.equals(AssessmentRefusal.NO_WORDS.key())
        || key.equals(AssessmentRefusal.LONG_WORDS.key())) {
      return ReviewForm.field("ghi-chu", indicator.id());
    }
    for (Part part : indicator.parts()) {
      if (problem.arguments().contains(part.name())) {
        return ReviewForm.field("so", indicator.id()) + "-" + part.code();
      }
    }
    return ReviewForm.field("ct", indicator.id());
  }

  boolean isOf(Indicator other) {
    return indicator != null && indicator.id() == other.id();
  }

  /** The sentence, with the indicator's number where it does not name it itself. */
  String told(Page page) {
    String sentence = page.texts().tell(problem);
    return indicator == null || sentence.contains(indicator.number())
        ? sentence
        : indicator.number() + ": " + sentence;
  }

  boolean isRaced() {
    return problem.key().equals(AssessmentRefusal.RACED.key());
  }

  boolean isShifted() {
    return problem.key().equals(AssessmentRefusal.SHIFTED.key());
  }
}
