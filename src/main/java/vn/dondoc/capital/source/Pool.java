package vn.dondoc.capital.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Nhóm vốn: money of one source, vintage, tier and, where binding, sector or loan agreement. It
 * does not leave its ring but into the next vintage of the same.
 *
 * @param id its number
 * @param code mã
 * @param name tên
 * @param ring what keeps it apart
 * @param budgetYear năm ngân sách
 * @param vintage niên độ
 * @param originYear the year whose plan the money was of
 * @param opensOn nothing of it is dated before
 * @param term until when it may be paid from
 */
public record Pool(
    int id,
    String code,
    String name,
    Ring ring,
    int budgetYear,
    Vintage vintage,
    int originYear,
    LocalDate opensOn,
    Term term) {

  /**
   * What keeps a pool apart from others.
   *
   * @param source mã nguồn vốn
   * @param sector where its split is binding
   * @param tier whose budget
   * @param loanAgreement where kept by agreement
   */
  public record Ring(
      String source, @Nullable String sector, String tier, @Nullable String loanAgreement) {

    /** Of a source that is kept together. */
    public static Ring of(String source, String tier) {
      return new Ring(source, null, tier, null);
    }
  }
}
