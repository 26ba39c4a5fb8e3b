package vn.dondoc.rural.standard;

import java.util.Locale;
import vn.dondoc.web.Label;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/** Nhóm đơn vị of thresholds, in words. */
public final class UnitGroups {
  private UnitGroups() {}

  /** Its name; the code of a group nobody gave words for. */
  public static String name(String code, Page page) {
    return name(code, page.texts());
  }

  /** The same without a page. */
  public static String name(String code, Texts texts) {
    return texts.has(key(code)) ? texts.get(key(code)) : code;
  }

  /** As a problem names it, in the language of whoever reads the problem. */
  public static Object label(String code) {
    return Texts.in(Language.VI).has(key(code)) ? new Label(key(code)) : code;
  }

  private static String key(String code) {
    return "rural.unit_group." + code.toLowerCase(Locale.ROOT);
  }
}
