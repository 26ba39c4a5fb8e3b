package vn.dondoc.project;

import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/**
 * Một mục của danh mục.
 *
 * @param code its code in files and sheets
 * @param nameVi what it is called
 * @param nameEn the same in English
 */
public record Choice(String code, String nameVi, String nameEn) {
  /** Its name in the viewer's language. */
  public String name(Page page) {
    return page.texts().language() == Language.EN ? nameEn : nameVi;
  }
}
