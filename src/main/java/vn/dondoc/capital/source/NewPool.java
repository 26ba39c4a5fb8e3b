package vn.dondoc.capital.source;

import java.time.LocalDate;

/**
 * Nhóm vốn cần mở.
 *
 * @param code mã
 * @param name tên
 * @param ring what keeps it apart
 * @param budgetYear năm ngân sách
 * @param vintage niên độ
 * @param originYear the year whose plan the money was of
 * @param opensOn nothing of it is dated before
 * @param term until when it may be paid from
 */
public record NewPool(
    String code,
    String name,
    Pool.Ring ring,
    int budgetYear,
    Vintage vintage,
    int originYear,
    LocalDate opensOn,
    Term term) {

  /** Of this year's plan, from the day on which plans of the year may be assigned. */
  public static NewPool ofYear(
      String code, String name, Pool.Ring ring, LocalDate opensOn, Term term) {
    int year = opensOn.plusMonths(6).getYear();
    return new NewPool(code, name, ring, year, Vintage.THIS_YEAR, year, opensOn, term);
  }
}
