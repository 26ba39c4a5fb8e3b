package vn.dondoc.capital.cut;

import java.util.Optional;

/**
 * Thẩm quyền điều chỉnh kế hoạch of a pool, contributed by what knows the rules of its year: plan
 * is cut by who may move it.
 */
public interface CutAuthorities {
  /**
   * Cấp quyết định.
   *
   * @param organ its name
   * @param basis căn cứ
   * @param decided whether the issuer asked about is this authority
   */
  record Ruled(String organ, String basis, boolean decided) {}

  /** Who decides for a pool, beside who issued a decision; empty where no rule says so. */
  Optional<Ruled> of(int poolId, String issuer);

  /** Năm ngân sách of a pool. */
  int year(int poolId);
}
