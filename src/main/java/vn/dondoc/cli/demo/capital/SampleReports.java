package vn.dondoc.cli.demo.capital;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import vn.dondoc.capital.owner.OwnerReport;
import vn.dondoc.capital.owner.OwnerReports;
import vn.dondoc.capital.owner.ReportLine;

/**
 * Báo cáo tháng mẫu của chủ đầu tư: from March to July, each with what it promises for the month
 * after. One owner in eight never reports, one in three promises more than comes.
 */
final class SampleReports {
  private static final YearMonth FIRST = YearMonth.of(2020, 3);
  private static final YearMonth LAST = YearMonth.of(2020, 7);
  private static final OwnerReport.Kind KIND = OwnerReport.Kind.ACTUAL;
  private static final long MILLION = 1_000_000;
  private static final int SILENT = 8;
  private static final int HOPEFUL = 3;
  private static final int TROUBLED = 5;
  private static final int AUGUST_GOES_ON = 2;
  private static final List<String> BLOCKERS = List.of("gia-dat-cham", "thieu-tai-dinh-cu");

  private final OwnerReports reports;

  SampleReports(ApplicationContext application) {
    this.reports = application.getBean(OwnerReports.class);
  }

  /** Lets every month be reported on a day before the third of the next. */
  void say() {
    for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
      Map<Long, Long> next = new HashMap<>();
      reports
          .all(month.plusMonths(1), KIND)
          .forEach(line -> next.put(line.lineId(), line.treasury()));
      LocalDate on = month.plusMonths(1).atDay(2);
      List<OwnerReports.Entry> entries = new ArrayList<>();
      for (ReportLine line : reports.all(month, KIND)) {
        if (Lot.of("silent", line.ownerId(), SILENT) != 0) {
          long came = next.getOrDefault(line.lineId(), line.treasury()) - line.treasury();
          boolean half = month.equals(LAST);
          entries.add(
              new OwnerReports.Entry(
                  line.lineId(), 0, report(line, half ? came * AUGUST_GOES_ON : came)));
        }
      }
      reports.load(month, KIND, on, entries);
    }
  }

  private static OwnerReport report(ReportLine line, long came) {
    boolean hopeful = Lot.of("hopeful", line.ownerId(), HOPEFUL) == 0;
    double hope =
        hopeful
            ? 1.5 + Lot.share("hope", line.lineId())
            : 0.9 + 0.2 * Lot.share("hope", line.lineId());
    long left = line.plan() - line.treasury();
    long promised = Math.clamp((long) (came * hope) / MILLION * MILLION, 0, left);
    long december = line.treasury() + (long) (left * (hopeful ? 1 : 0.7)) / MILLION * MILLION;
    return new OwnerReport(
        new OwnerReport.Money(
            line.treasury(), null, null, promised, Math.min(december, line.plan()), line.plan()),
        trouble(line));
  }

  private static OwnerReport.Trouble trouble(ReportLine line) {
    if (left(line) < 0.7 || Lot.of("trouble", line.lineId(), TROUBLED) != 0) {
      return new OwnerReport.Trouble(null, null, null, null);
    }
    return new OwnerReport.Trouble(
        BLOCKERS.get(Lot.of("blocked", line.lineId(), BLOCKERS.size())),
        "Chưa bàn giao đủ mặt bằng (minh hoạ)",
        "Đề nghị đẩy nhanh bồi thường, tái định cư (minh hoạ)",
        "huyen");
  }

  private static double left(ReportLine line) {
    return 1 - (double) line.treasury() / line.plan();
  }
}
