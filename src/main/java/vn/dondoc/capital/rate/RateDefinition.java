package vn.dondoc.capital.rate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/**
 * Cách tính tỷ lệ giải ngân: numerator, denominator, cut-off and pools.
 *
 * @param code R1, R2, …
 * @param name what people call it
 * @param numerator tử số
 * @param denominator mẫu số
 * @param vintages niên độ of the pools it counts
 * @param until the last day it counts
 * @param addedUntil plan assigned after this day of the year is left out; null leaves nothing out
 * @param withoutCode national code of a giant project left out
 * @param usedBy who uses it
 * @param assumed taken for a target whose document names no denominator
 * @param basis căn cứ
 */
public record RateDefinition(
    String code,
    Words name,
    Numerator numerator,
    Denominator denominator,
    List<Vintage> vintages,
    CutOff until,
    @Nullable CutOff addedUntil,
    @Nullable String withoutCode,
    Words usedBy,
    boolean assumed,
    String basis) {
  public RateDefinition {
    vintages = List.copyOf(vintages);
  }

  /** Tử số. */
  public enum Numerator {
    /** Giải ngân. */
    DISBURSED,
    /** Khối lượng thực hiện, as owners report it. */
    WORK_DONE;

    /** Message key of its words. */
    public String key() {
      return "capital.rate.numerator." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Mẫu số. */
  public enum Denominator {
    /** Kế hoạch Thủ tướng giao. */
    ASSIGNED_PM,
    /** Kế hoạch Thủ tướng giao và địa phương giao thêm. */
    ASSIGNED,
    /** Kế hoạch phân bổ chi tiết. */
    PLAN;

    /** Message key of its words. */
    public String key() {
      return "capital.rate.denominator." + name().toLowerCase(Locale.ROOT);
    }

    /** It is given to pools, so that no owner, sector or place has a share of it. */
    public boolean ofPools() {
      return this != PLAN;
    }

    /** Phân bổ what a pool had unallocated makes it larger; assigned plan is in it already. */
    public boolean growsWithAllocation() {
      return this == PLAN;
    }
  }

  /**
   * The same in both languages.
   *
   * @param vi tiếng Việt
   * @param en English
   */
  public record Words(String vi, String en) {
    public String in(Page page) {
      return page.texts().language() == Language.EN ? en : vi;
    }
  }

  /**
   * A day of every year.
   *
   * @param month tháng
   * @param day ngày
   * @param nextYear of the year after the budget year
   */
  public record CutOff(int month, int day, boolean nextYear) {
    /** The day it is for a budget year. */
    public LocalDate of(int year) {
      YearMonth of = YearMonth.of(nextYear ? year + 1 : year, month);
      return of.atDay(Math.min(day, of.lengthOfMonth()));
    }
  }

  /** Tử số là giải ngân, which the forecast and a reallocation compute. */
  public boolean isOfDisbursement() {
    return numerator == Numerator.DISBURSED;
  }

  /** The last day counted of a budget year, seen on a day. */
  public LocalDate counted(int year, LocalDate day) {
    LocalDate last = until.of(year);
    return day.isAfter(last) ? last : day;
  }

  /** Plan assigned by then counts; null when all of it does. */
  public @Nullable LocalDate added(int year) {
    return addedUntil == null ? null : addedUntil.of(year);
  }
}
