package vn.dondoc.capital.yearend;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/**
 * Căn cứ kéo dài by the law that counts for a budget year.
 *
 * @param code mã
 * @param money {@code central} or {@code local}
 * @param nameVi what it is called
 * @param nameEn the same in English
 * @param authorityVi who decides
 * @param authorityEn the same in English
 * @param automatic holds without a decision
 * @param addedAfter only for plan added after this day; null for any
 * @param clause what the law says
 * @param basis where
 */
public record ExtensionGround(
    String code,
    String money,
    String nameVi,
    String nameEn,
    String authorityVi,
    String authorityEn,
    boolean automatic,
    @Nullable LocalDate addedAfter,
    String clause,
    String basis) {

  /** Its name in the viewer's language. */
  public String name(Page page) {
    return page.texts().language() == Language.EN ? nameEn : nameVi;
  }

  /** Who decides, in the viewer's language. */
  public String authority(Page page) {
    return page.texts().language() == Language.EN ? authorityEn : authorityVi;
  }
}
