package vn.dondoc.task.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.exchange.OfficialPaper;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.life.Timing;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Báo cáo theo dõi nhiệm vụ của một tháng: what was followed in it, by body, and what is overdue at
 * its end.
 */
@Component
@Transactional(readOnly = true)
class MonthReport {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Overview overview;
  private final DutyListing listing;
  private final ProvinceDay day;
  private final String province;

  MonthReport(
      Overview overview,
      DutyListing listing,
      ProvinceDay day,
      @Value("${dondoc.province:}") String province) {
    this.overview = overview;
    this.listing = listing;
    this.day = day;
    this.province = province;
  }

  /**
   * Số liệu của báo cáo.
   *
   * @param month of it
   * @param filter what was followed
   * @param total everything
   * @param bodies by body, in the order of their names
   * @param overdue what is overdue, latest first
   */
  record Content(
      YearMonth month,
      DutyFilter filter,
      Measure total,
      List<Overview.Row> bodies,
      List<DutyListing.Line> overdue) {}

  /**
   * The figures of a month.
   *
   * @throws Refusal when the month has not begun
   */
  Content of(YearMonth month) {
    LocalDate today = day.today();
    if (month.atDay(1).isAfter(today)) {
      throw Refusal.of(OverviewRefusal.MONTH_TO_COME, "thang", month.atDay(1), today);
    }
    DutyFilter filter = DutyFilter.followed(month, today);
    Overview.Found found = overview.of(filter, Dimension.BODY);
    return new Content(
        month,
        filter,
        found.total(),
        OverviewView.sorted(found.rows(), OverviewView.Sort.NAME),
        listing.all(filter.standing(List.of(Timing.OVERDUE)), DutyListing.Sort.LATE));
  }

  /** The report in the state's form; the number, the day and the signature are left to people. */
  OfficialPaper paper(Content content) {
    Texts words = Texts.in(Language.VI);
    Formats formats = new Formats(words);
    String month = content.month().getMonthValue() + "/" + content.month().getYear();
    String until = formats.date(content.filter().day());
    OfficialPaper.Head head =
        new OfficialPaper.Head(
            words.get("task.report.superior", province.toUpperCase(VIETNAMESE)),
            words.get("task.report.issuer"),
            words.get("task.report.number"),
            words.get("task.report.dated", province, Integer.toString(day.today().getYear())),
            words.get("task.report.kind"),
            words.get("task.report.subject", month));
    OfficialPaper paper = OfficialPaper.with(head);
    paper.paragraph(words.get("task.report.intro", month, until));
    paper.heading(words.get("task.report.one"));
    paper.paragraph(summary(content.total(), words, formats));
    paper.heading(words.get("task.report.two"));
    paper.table(
        List.of(6, 34, 10, 10, 10, 10, 10, 10, 10), columns(words), rows(content, words, formats));
    paper.heading(words.get("task.report.three", formats.count(content.overdue().size())));
    if (content.overdue().isEmpty()) {
      paper.paragraph(words.get("task.report.no_overdue"));
    } else {
      paper.table(List.of(18, 40, 28, 16, 10), lateColumns(words), late(content, formats));
    }
    paper.paragraph(words.get("task.report.end"));
    return paper.closing(
        words.get("task.report.recipients"),
        List.of(words.get("task.report.recipients.list").split("\\|")),
        words.get("task.report.signer"));
  }

  private static String summary(Measure total, Texts words, Formats formats) {
    Counts counts = total.counts();
    List<Object> figures = new ArrayList<>();
    figures.add(formats.count(counts.total()));
    Stream.of(Progress.values()).map(p -> formats.count(counts.of(p))).forEach(figures::add);
    return words.get("task.report.summary", figures.toArray());
  }

  private static List<String> columns(Texts words) {
    List<String> columns = new ArrayList<>();
    columns.add(words.get("task.report.ordinal"));
    columns.add(words.get("task.duties.body"));
    columns.add(words.get("task.overview.column.total"));
    for (Progress progress : reported()) {
      columns.add(words.get(progress.key()));
    }
    return columns;
  }

  private static List<Progress> reported() {
    return List.of(
        Progress.DONE_IN_TIME,
        Progress.DONE_LATE,
        Progress.WAITING,
        Progress.RUNNING,
        Progress.OVERDUE,
        Progress.UNDATED);
  }

  private static List<List<String>> rows(Content content, Texts words, Formats formats) {
    List<List<String>> rows = new ArrayList<>();
    for (Overview.Row row : content.bodies()) {
      if (row.measure().counts().total() > 0) {
        rows.add(row(Integer.toString(rows.size() + 1), row.name(), row.measure(), formats));
      }
    }
    rows.add(row("", words.get("task.overview.sum"), content.total(), formats));
    return rows;
  }

  private static List<String> row(String ordinal, String name, Measure measure, Formats formats) {
    Counts counts = measure.counts();
    List<String> cells = new ArrayList<>(List.of(ordinal, name, formats.count(counts.total())));
    for (Progress progress : reported()) {
      // On paper what is due soon is within its time.
      long soon = progress == Progress.RUNNING ? counts.of(Progress.DUE_SOON) : 0;
      cells.add(formats.count(counts.of(progress) + soon));
    }
    return cells;
  }

  private static List<String> lateColumns(Texts words) {
    return List.of(
        words.get("task.column.code"),
        words.get("task.column.action"),
        words.get("task.duties.body"),
        words.get("task.column.due"),
        words.get("task.duties.late_days"));
  }

  private static List<List<String>> late(Content content, Formats formats) {
    return content.overdue().stream()
        .map(line ->
            List.of(
                line.code(),
                line.action(),
                line.body(),
                formats.date(line.due()),
                formats.count(line.lateDays())))
        .toList();
  }
}
