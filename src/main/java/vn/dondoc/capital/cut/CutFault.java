package vn.dondoc.capital.cut;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import vn.dondoc.kernel.Refusal;

/** What the database would not take of a cut, in words. */
final class CutFault {
  private CutFault() {}

  /**
   * Does something the database may refuse.
   *
   * @throws Refusal when the unit was not heard, the cut is over, or a reallocation decides of it
   */
  static void told(Cut cut, LocalDate today, Runnable act) {
    try {
      act.run();
    } catch (DataIntegrityViolationException e) {
      LocalDate answerBy = cut.content().answerBy();
      throw switch (constraint(e)) {
        case "comment_first" ->
            Refusal.of(
                CutRefusal.COMMENT_FIRST,
                "",
                cut.line().owner(),
                answerBy == null ? today : answerBy);
        case "cut_of_reallocation" -> Refusal.of(CutRefusal.REALLOCATED, "", cut.line().project());
        case "cut_end_pkey", "comment_before_the_end" ->
            Refusal.of(CutRefusal.OVER, "", cut.line().project(), today);
        default -> e;
      };
    }
  }

  private static String constraint(DataIntegrityViolationException e) {
    @Nullable String name =
        e.getMostSpecificCause() instanceof PSQLException cause
                && cause.getServerErrorMessage() != null
            ? cause.getServerErrorMessage().getConstraint()
            : null;
    return name == null ? "" : name;
  }
}
