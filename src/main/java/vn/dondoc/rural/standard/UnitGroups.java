package vn.dondoc.rural.standard;

import java.util.Locale;
import vn.dondoc.web.Page;

/** Nhóm đơn vị of thresholds, in words. */
public final class UnitGroups {
  private UnitGroups() {}

  /** Its name; the code of a group nobody gave words for. */
  public static String name(String code, Page page) {
    String key = "rural.unit_group." + code.toLowerCase(Locale.ROOT);
    return page.texts().has(key) ? page.t(key) : code;
  }
}
