package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.rural.workbook.StagingStore.Keeps;
import vn.dondoc.web.Page;

/**
 * Một chỉ tiêu có sửa, và điều sẽ ghi.
 *
 * @param row what the file says
 * @param indicator of which indicator
 * @param now what the register knows
 * @param choice which of the figures is kept, when it was asked; null while nobody chose
 * @param small a share of at most one stands where percents are meant
 * @param problems what stands in the way
 */
record PlannedRow(
    Staging.Row row,
    Indicator indicator,
    Known now,
    StagingStore.@Nullable Choice choice,
    boolean small,
    List<Problem> problems) {
  PlannedRow {
    problems = List.copyOf(problems);
  }

  int number() {
    return row.number();
  }

  @Nullable Keeps keeps() {
    return choice == null ? null : choice.keeps();
  }

  /** What stands was looked at: to replace it takes a reason. */
  boolean isLooked() {
    return row.what().kind() == Report.Kind.CLAIM && now.looked() != null;
  }

  /** Why what was looked at is replaced: as it was typed, else the note of the sheet. */
  String reason() {
    String typed = choice == null ? null : choice.reason();
    return Objects.requireNonNullElse(typed == null ? row.what().words() : typed, "");
  }

  /** Somebody told something of it since the file went out. */
  boolean isMoved() {
    return now.step() != row.seen();
  }

  /** It cannot be told which figure is meant. */
  boolean isAsked() {
    return isMoved() || small || isLooked();
  }

  boolean isUndecided() {
    return isAsked() && (keeps() == null || isWritten() && isLooked() && reason().isBlank());
  }

  /** Whether the file's words will stand. */
  boolean isWritten() {
    return isAsked() ? keeps() == Keeps.SHEET || keeps() == Keeps.HUNDREDFOLD : true;
  }

  /** Whether the register says the same already. */
  static boolean isSaid(Staging.Row row, Known now) {
    return switch (row.what().kind()) {
      case WAIT -> Objects.equals(now.waits(), row.what().words());
      case ARRIVE -> now.waits() == null;
      default ->
          now.nothing() == row.what().nothing()
              && isSame(now.figures(), row.what().figures())
              && (!now.figures().isEmpty() || now.nothing());
    };
  }

  private static boolean isSame(List<@Nullable BigDecimal> one, List<@Nullable BigDecimal> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int at = 0; at < one.size(); at++) {
      BigDecimal left = one.get(at);
      BigDecimal right = other.get(at);
      if (left == null || right == null ? left != right : left.compareTo(right) != 0) {
        return false;
      }
    }
    return true;
  }

  /** What is reported when these figures are kept. */
  Report report(YearMonth month, List<@Nullable BigDecimal> figures) {
    return new Report(
        row.unit(),
        indicator.id(),
        month,
        now.step(),
        row.what().kind(),
        vn.dondoc.rural.assessment.Figures.byName(figures, indicator),
        row.what().nothing(),
        false,
        isLooked() ? reason() : row.what().words());
  }

  /** The figures that will be written. */
  List<@Nullable BigDecimal> kept() {
    return keeps() == Keeps.HUNDREDFOLD ? hundredfold(row, indicator) : row.what().figures();
  }

  /** Shares of at most one a hundredfold. */
  static List<@Nullable BigDecimal> hundredfold(Staging.Row row, Indicator indicator) {
    List<@Nullable BigDecimal> figures = new ArrayList<>(row.what().figures());
    for (int at = 0; at < figures.size(); at++) {
      BigDecimal figure = figures.get(at);
      boolean percent = indicator.parts().get(at).type() == ValueType.PERCENT;
      if (figure != null && percent && figure.compareTo(BigDecimal.ONE) <= 0) {
        figures.set(at, figure.movePointRight(2).stripTrailingZeros());
      }
    }
    return figures;
  }

  /** As the file has it, in words. */
  String typed(Page page) {
    return said(row.what(), row.what().figures(), page);
  }

  /** A hundredfold of it, in words. */
  String hundredfold(Page page) {
    return said(row.what(), hundredfold(row, indicator), page);
  }

  /** As it went out, in words. */
  String was(Page page) {
    return told(row.was(), row.wasNothing(), page);
  }

  /** As the register has it, in words. */
  String now(Page page) {
    String told = told(now.figures(), now.nothing(), page);
    return now.waits() == null
        ? told
        : page.t("rural.book.waits", now.waits()) + (told.isEmpty() ? "" : " · " + told);
  }

  private String said(Staging.Said said, List<@Nullable BigDecimal> figures, Page page) {
    String note = said.words() == null ? "" : " · " + said.words();
    return switch (said.kind()) {
      case WAIT -> page.t("rural.book.waits", said.words() == null ? "" : said.words());
      case ARRIVE -> page.t("rural.book.arrived") + note;
      default -> told(figures, said.nothing(), page) + note;
    };
  }

  private String told(List<@Nullable BigDecimal> figures, boolean nothing, Page page) {
    if (nothing) {
      return page.t("rural.book.state.nothing");
    }
    return vn.dondoc.rural.assessment.Figures.shown(figures, indicator, page);
  }
}
