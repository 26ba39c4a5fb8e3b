package vn.dondoc.capital.owner;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choices;
import vn.dondoc.web.Label;

/** What cannot be meant of a line: told with the project, the amounts and the remedy. */
final class ReportCheck {
  private static final int LONGEST_WORDS = 2000;

  private final Choices choices;
  private final OwnerReport.Kind kind;
  private final List<Problem> problems;

  ReportCheck(Choices choices, OwnerReport.Kind kind, List<Problem> problems) {
    this.choices = choices;
    this.kind = kind;
    this.problems = problems;
  }

  /** Where a field of a line stands in the form. */
  static String place(ReportLine line, String field) {
    return field + "-" + line.lineId();
  }

  void line(ReportLine line, OwnerReport report) {
    money(line, report.money());
    trouble(line, report.trouble());
  }

  /** The amounts alone: a workbook has no words for the kinds of trouble. */
  void money(ReportLine line, OwnerReport.Money money) {
    require(line, "disbursed", money.disbursed());
    if (kind == OwnerReport.Kind.ESTIMATE) {
      require(line, "promised", money.promisedNext());
    }
    within(line, "disbursed", money.disbursed());
    within(line, "december", money.expectedDecember());
    within(line, "january", money.expectedJanuary());
    if (money.disbursed() != null && money.promisedNext() != null) {
      within(line, "promised", money.disbursed() + money.promisedNext());
    }
    notBelow(line, "december", money.expectedDecember(), money.disbursed());
    notBelow(line, "january", money.expectedJanuary(), money.expectedDecember());
    if (money.accepted() != null
        && money.workDone() != null
        && money.accepted() > money.workDone()) {
      add(line, "accepted", OwnerRefusal.ACCEPTED, money.accepted(), money.workDone());
    }
  }

  /** Less than the Treasury confirmed of the same period: asked about, for it may be meant. */
  static Optional<Problem> belowTreasury(ReportLine line, @Nullable Long disbursed) {
    return disbursed == null || disbursed >= line.treasury()
        ? Optional.empty()
        : Optional.of(
            Problem.at(
                place(line, "disbursed"),
                OwnerRefusal.BELOW_TREASURY.key(),
                line.project(),
                disbursed,
                line.treasury(),
                line.treasury() - disbursed));
  }

  private void trouble(ReportLine line, OwnerReport.Trouble trouble) {
    if ((trouble.blocker() == null) != (trouble.difficulty() == null)) {
      add(line, "difficulty", OwnerRefusal.DIFFICULTY);
    }
    if ((trouble.proposal() == null) != (trouble.authority() == null)) {
      add(line, "proposal", OwnerRefusal.PROPOSAL);
    }
    known(line, "blocker", Choices.BLOCKER, trouble.blocker());
    known(line, "authority", OwnerReport.AUTHORITY, trouble.authority());
    brief(line, "difficulty", trouble.difficulty());
    brief(line, "proposal", trouble.proposal());
  }

  private void known(ReportLine line, String field, String list, @Nullable String code) {
    if (code != null && !choices.has(list, code)) {
      add(line, field, OwnerRefusal.CHOICE, code);
    }
  }

  private void brief(ReportLine line, String field, @Nullable String words) {
    if (words != null && words.length() > LONGEST_WORDS) {
      add(line, field, OwnerRefusal.WORDS, words.length(), LONGEST_WORDS);
    }
  }

  private void require(ReportLine line, String field, @Nullable Long amount) {
    if (amount == null) {
      add(line, field, OwnerRefusal.MISSING, label(field));
    }
  }

  private void within(ReportLine line, String field, @Nullable Long amount) {
    if (amount != null && amount > line.plan()) {
      add(
          line,
          field,
          OwnerRefusal.ABOVE_PLAN,
          label(field),
          amount,
          line.plan(),
          amount - line.plan());
    }
  }

  private void notBelow(
      ReportLine line, String field, @Nullable Long amount, @Nullable Long least) {
    if (amount != null && least != null && amount < least) {
      add(line, field, OwnerRefusal.BELOW, label(field), amount, least);
    }
  }

  private static Label label(String field) {
    return new Label("capital.owner." + field);
  }

  private void add(ReportLine line, String field, OwnerRefusal code, Object... besides) {
    Object[] arguments = new Object[besides.length + 1];
    arguments[0] = line.project();
    System.arraycopy(besides, 0, arguments, 1, besides.length);
    problems.add(Problem.at(place(line, field), code.key(), arguments));
  }
}
