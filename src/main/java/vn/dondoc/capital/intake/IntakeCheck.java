package vn.dondoc.capital.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.owner.OwnerReports;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal.Problem;

/** What is said of a file that comes in has to hold. */
final class IntakeCheck {
  private static final int LONGEST_DOCUMENT = 60;
  private static final int LONGEST_ANNEX = 30;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private IntakeCheck() {}

  /** Everything that does not hold. */
  static List<Problem> problems(Intake.What sent, @Nullable Body sender, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    Actor actor = Acting.current();
    boolean own = actor.bodies().contains(sent.senderId());
    boolean oversees = actor.accountId() < 0 || actor.may(Intakes.PLAN) || actor.may(Intakes.PAY);
    if (sender == null || sender.isGroup() || !own && !oversees) {
      problems.add(
          Problem.at("nguoi-gui", "capital.intake.form.sender", Integer.toString(sent.senderId())));
    }
    if (sent.budgetYear() < FIRST_YEAR || sent.budgetYear() > LAST_YEAR) {
      problems.add(
          Problem.at("nam", "capital.intake.form.year", Integer.toString(sent.budgetYear())));
    }
    if (sent.content() == Content.PLAN
        && (sent.document() == null || sent.document().length() > LONGEST_DOCUMENT)) {
      problems.add(Problem.at("so", "capital.intake.form.document", LONGEST_DOCUMENT));
    }
    if (sent.annex() != null && sent.annex().length() > LONGEST_ANNEX) {
      problems.add(Problem.at("phu-luc", "capital.intake.form.annex", LONGEST_ANNEX));
    }
    if (sent.content() == Content.REPORT) {
      OwnerReports.outside("ngay", YearMonth.from(sent.cutOff()), today).ifPresent(problems::add);
    } else if (sent.cutOff().isAfter(today)) {
      problems.add(Problem.at("ngay", "capital.intake.form.ahead", sent.cutOff(), today));
    }
    return problems;
  }
}
