package vn.dondoc.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Cách viết số và ngày: numbers, money, rates and dates as the viewer's language writes them. */
public final class Formats {
  private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

  private final Texts texts;
  private final DecimalFormatSymbols symbols;
  private final DateTimeFormatter day;
  private final DateTimeFormatter minute;

  public Formats(Texts texts) {
    this.texts = texts;
    boolean vietnamese = texts.language() == Language.VI;
    this.symbols = new DecimalFormatSymbols(texts.language().locale());
    this.symbols.setDecimalSeparator(vietnamese ? ',' : '.');
    this.symbols.setGroupingSeparator(vietnamese ? '.' : ',');
    this.day =
        DateTimeFormatter.ofPattern(
            vietnamese ? "dd/MM/yyyy" : "d MMM yyyy", texts.language().locale());
    this.minute =
        DateTimeFormatter.ofPattern(
                vietnamese ? "HH:mm dd/MM/yyyy" : "d MMM yyyy HH:mm", texts.language().locale())
            .withZone(VIET_NAM);
  }

  public String count(long number) {
    return decimal(BigDecimal.valueOf(number), 0);
  }

  /** A number with a fixed number of decimals, half up. */
  public String decimal(BigDecimal number, int decimals) {
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }

  /** Whole đồng shown in tỷ đồng with one decimal. */
  public String billions(BigDecimal dong) {
    return texts.get("web.billions", decimal(dong.divide(BILLION), 1));
  }

  /** A rate in percent with one decimal; 0.418 is "41,8 %". */
  public String percent(BigDecimal ratio) {
    return texts.get("web.percent", decimal(ratio.movePointRight(2), 1));
  }

  public String date(@Nullable LocalDate date) {
    return date == null ? "–" : day.format(date);
  }

  /** The hour of a deadline: "17:00". */
  public String hour(LocalTime time) {
    return Hours.written(time);
  }

  public String moment(Instant instant) {
    return minute.format(instant);
  }

  /** "còn 17 ngày", "hôm nay", "quá hạn 3 ngày" as seen on the province's day. */
  public String daysLeft(LocalDate due, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, due);
    if (days == 0) {
      return texts.get("web.due_today");
    }
    return days > 0
        ? texts.get("web.days_left", count(days))
        : texts.get("web.days_overdue", count(-days));
  }
}
