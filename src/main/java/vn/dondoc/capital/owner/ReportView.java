package vn.dondoc.capital.owner;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choices;
import vn.dondoc.web.Page;

/**
 * Tờ báo cáo as its page shows it.
 *
 * @param month the month reported
 * @param kind estimate or actual
 * @param due the day it is due; null while no rule says so
 * @param lines the lines of this page
 * @param first place of the first of them
 * @param total how many there are
 * @param form what is typed
 * @param problems why it was not taken
 * @param choices what one picks from
 */
record ReportView(
    YearMonth month,
    OwnerReport.Kind kind,
    @Nullable LocalDate due,
    List<ReportLine> lines,
    int first,
    int total,
    ReportForm form,
    List<Problem> problems,
    Choices choices) {
  static final String PATH = "/von/bao-cao";

  /** Lines a page holds: a form has a limit of fields. */
  static final int PAGE = 60;

  String address(OwnerReport.Kind other) {
    return PATH + "?thang=" + month + "&loai=" + other.word();
  }

  @Nullable String next() {
    return first + lines.size() < total ? address(kind) + "&tu=" + (first + lines.size()) : null;
  }

  /** Months that may be reported, latest first. */
  List<YearMonth> months(LocalDate today) {
    List<YearMonth> months = new ArrayList<>();
    for (int back = 0; back <= OwnerReports.MONTHS_BACK; back++) {
      months.add(YearMonth.from(today).minusMonths(back));
    }
    return months;
  }

  static String written(YearMonth month) {
    return month.getMonthValue() + "/" + month.getYear();
  }

  /** What is wrong with a field of a line; null when nothing is. */
  @Nullable Problem problem(String field, long line) {
    String place = field + "-" + line;
    return problems.stream().filter(p -> p.place().equals(place)).findFirst().orElse(null);
  }

  /** It is asked whether less than the Treasury confirmed is meant. */
  boolean asksKept(long line) {
    Problem problem = problem("disbursed", line);
    return form.isKept(line)
        || problem != null && problem.key().equals(OwnerRefusal.BELOW_TREASURY.key());
  }

  /** Problems that stand beside no field. */
  List<Problem> others() {
    Set<String> ids =
        lines.stream().map(line -> Long.toString(line.lineId())).collect(Collectors.toSet());
    return problems.stream()
        .filter(p ->
            !ids.contains(p.place().substring(p.place().lastIndexOf('-') + 1))
                || p.place().startsWith("-"))
        .toList();
  }

  ReportLine.State state(ReportLine line, Page page) {
    return line.state(due, page.day());
  }

  long reported() {
    return lines.stream().filter(line -> line.said() != null).count();
  }
}
