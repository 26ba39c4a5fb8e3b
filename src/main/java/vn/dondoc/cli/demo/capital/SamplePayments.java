package vn.dondoc.cli.demo.capital;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Voucher;

/** Chứng từ Kho bạc mẫu: payments month by month to 14 August, some of them advances first. */
final class SamplePayments {
  private static final String ISSUER = "Kho bạc Nhà nước tỉnh (số liệu mẫu)";
  private static final String SERIES = "KB-2020";

  /** Of all paid by 14 August, what each month brought; a plain year's shape. */
  private static final double[] SHAPE = {0.02, 0.04, 0.09, 0.13, 0.15, 0.21, 0.25, 0.11};

  private static final long SMALLEST = 20_000_000;
  private static final long STEP = 1_000;
  private static final double RECOVERED = 0.3;

  /** June: a second contract is begun with an advance. */
  private static final int SECOND_ADVANCE = 5;

  private static final int LAST_DAY = 13;
  private static final int FIRST_DAY = 8;
  private static final int MONTHS_LAST_DAY = 26;

  /** From 23 January the Treasury is closed for the lunar new year. */
  private static final int BEFORE_TET = 22;

  private static final int SPRING = 3;

  private final SortedMap<YearMonth, List<Voucher>> months = new TreeMap<>();
  private int number;

  /** By month, in the order in which they were made. */
  SortedMap<YearMonth, List<Voucher>> months() {
    return months;
  }

  /** All payments of a line. */
  void pay(long lineId, SampleLine line, boolean carried) {
    int seed = line.project().number();
    int first = firstMonth(line.project(), carried);
    double left = 0;
    for (int month = first; month < SHAPE.length; month++) {
      left += SHAPE[month];
    }
    long open = line.paidVnd();
    long advance = 0;
    boolean advancing = Lot.of("advance", seed, 10) < 6;
    boolean advances = advancing;
    long due = 0;
    for (int month = first; month < SHAPE.length && open > 0; month++) {
      due += (long) (line.paidVnd() * (SHAPE[month] / left)) / STEP * STEP;
      long amount = month == SHAPE.length - 1 ? open : Math.min(open, due);
      if (amount < SMALLEST && month < SHAPE.length - 1) {
        continue;
      }
      due = 0;
      open -= amount;
      List<Voucher.Row> rows = new ArrayList<>();
      if (advances || advancing && month == SECOND_ADVANCE) {
        rows.add(Voucher.Row.of(EntryKind.ADVANCE, lineId, amount));
        advance += amount;
        advances = false;
      } else {
        rows.add(Voucher.Row.of(EntryKind.PAYMENT, lineId, amount));
        long back = Math.min(advance, (long) (amount * RECOVERED) / STEP * STEP);
        if (back > 0) {
          rows.add(Voucher.Row.of(EntryKind.RECOVER, lineId, back));
          advance -= back;
        }
      }
      YearMonth at = YearMonth.of(2020, month + 1);
      months
          .computeIfAbsent(at, any -> new ArrayList<>())
          .add(new Voucher(paper(day(at, lineId)), rows));
    }
  }

  private Voucher.Paper paper(LocalDate on) {
    number++;
    return new Voucher.Paper(ISSUER, SERIES, "%05d".formatted(number), on, "Số liệu minh hoạ");
  }

  /** New starts pay from spring on, carried money from March, what goes on from the new year. */
  private static int firstMonth(SampleProject project, boolean carried) {
    int drawn = Lot.of("first", project.number(), 3);
    if (project.yearClass().equals(SampleProject.NEW_START)) {
      return SPRING + drawn;
    }
    return carried ? 2 + drawn : drawn;
  }

  /** A day on which the Treasury is open, after the plan of the year was entered. */
  private static LocalDate day(YearMonth month, long line) {
    boolean last = month.getMonthValue() == SHAPE.length;
    int first = last ? 3 : FIRST_DAY;
    int until = last ? LAST_DAY : month.getMonthValue() == 1 ? BEFORE_TET : MONTHS_LAST_DAY;
    int days = until - first + 1;
    LocalDate day = month.atDay(first + Lot.of("day" + month, line, days));
    return open(day);
  }

  /** The day itself, or the nearest on which offices work. */
  static LocalDate open(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }
}
