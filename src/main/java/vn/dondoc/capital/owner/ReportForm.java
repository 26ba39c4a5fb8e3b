package vn.dondoc.capital.owner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.Millions;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Label;

/**
 * Báo cáo as a person types it: fields of many lines, {@code disbursed-12}, amounts in triệu đồng.
 *
 * @param typed every field by its name
 */
record ReportForm(Map<String, String> typed) {
  static final List<String> AMOUNTS =
      List.of("disbursed", "work", "accepted", "promised", "december", "january");

  /** Ticked where less than the Treasury confirmed is meant. */
  static final String KEPT = "keep";

  static ReportForm of(List<ReportLine> lines) {
    Map<String, String> typed = new HashMap<>();
    for (ReportLine line : lines) {
      OwnerReport.Said said = line.said();
      if (said != null) {
        put(typed, line.lineId(), said.report());
      }
      typed.put("step-" + line.lineId(), Integer.toString(said == null ? 0 : said.step()));
    }
    return new ReportForm(typed);
  }

  private static void put(Map<String, String> typed, long line, OwnerReport report) {
    OwnerReport.Money money = report.money();
    typed.put("disbursed-" + line, Millions.typed(money.disbursed()));
    typed.put("work-" + line, Millions.typed(money.workDone()));
    typed.put("accepted-" + line, Millions.typed(money.accepted()));
    typed.put("promised-" + line, Millions.typed(money.promisedNext()));
    typed.put("december-" + line, Millions.typed(money.expectedDecember()));
    typed.put("january-" + line, Millions.typed(money.expectedJanuary()));
    typed.put("blocker-" + line, or(report.trouble().blocker()));
    typed.put("difficulty-" + line, or(report.trouble().difficulty()));
    typed.put("proposal-" + line, or(report.trouble().proposal()));
    typed.put("authority-" + line, or(report.trouble().authority()));
  }

  private static String or(@Nullable String words) {
    return words == null ? "" : words;
  }

  /** What stands in a field of a line. */
  String value(String field, long line) {
    return typed.getOrDefault(field + "-" + line, "").strip();
  }

  /** Something of a line is typed that takes more room than amounts. */
  boolean isTroubled(long line) {
    return !value("difficulty", line).isEmpty()
        || !value("blocker", line).isEmpty()
        || !value("proposal", line).isEmpty()
        || !value("authority", line).isEmpty();
  }

  /**
   * What it says of these lines.
   *
   * @throws Refusal with every field that cannot be read
   */
  List<OwnerReports.Entry> read(List<ReportLine> lines) {
    List<OwnerReports.Entry> entries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (ReportLine line : lines) {
      String step = value("step", line.lineId());
      if (step.matches("\\d{1,6}")) {
        OwnerReport report = report(line, problems);
        entries.add(new OwnerReports.Entry(line.lineId(), Integer.parseInt(step), report));
        ask(line, report, problems);
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(OwnerRefusal.REPORT, problems);
    }
    return entries;
  }

  /** Whoever reports says that less than the Treasury confirmed is meant. */
  boolean isKept(long line) {
    return !value(KEPT, line).isEmpty();
  }

  /** Less than the Treasury confirmed is asked about once, and then taken. */
  private void ask(ReportLine line, OwnerReport report, List<Problem> problems) {
    Long disbursed = report.money().disbursed();
    OwnerReport.Said said = line.said();
    boolean repeated = said != null && Objects.equals(said.report().money().disbursed(), disbursed);
    if (!repeated && !isKept(line.lineId())) {
      ReportCheck.belowTreasury(line, disbursed).ifPresent(problems::add);
    }
  }

  private OwnerReport report(ReportLine line, List<Problem> problems) {
    long id = line.lineId();
    return new OwnerReport(
        new OwnerReport.Money(
            amount("disbursed", line, problems),
            amount("work", line, problems),
            amount("accepted", line, problems),
            amount("promised", line, problems),
            amount("december", line, problems),
            amount("january", line, problems)),
        new OwnerReport.Trouble(
            words("blocker", id),
            words("difficulty", id),
            words("proposal", id),
            words("authority", id)));
  }

  private @Nullable String words(String field, long line) {
    String said = value(field, line);
    return said.isEmpty() ? null : said;
  }

  private @Nullable Long amount(String field, ReportLine line, List<Problem> problems) {
    String text = value(field, line.lineId());
    if (text.isEmpty()) {
      return null;
    }
    Long dong = Millions.read(text).orElse(null);
    if (dong == null) {
      String place = ReportCheck.place(line, field);
      problems.add(
          Millions.twoReadings(place, text)
              .orElseGet(() ->
                  Problem.at(
                      place,
                      OwnerRefusal.AMOUNT.key(),
                      line.project(),
                      new Label("capital.owner." + field),
                      text)));
    }
    return dong;
  }
}
