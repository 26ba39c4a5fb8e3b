package vn.dondoc.place;

import java.util.Locale;
import vn.dondoc.web.Page;

/** Lời của một đặc điểm: its value as a person reads it. */
final class AttributeWords {
  private AttributeWords() {}

  /** A value with words of its own is told by them, others as they are written. */
  static String value(Attribute attribute, Page page) {
    if (attribute.value().equals("yes")) {
      return page.t("place.yes");
    }
    String key =
        "place.attribute." + attribute.key() + "." + attribute.value().toLowerCase(Locale.ROOT);
    return page.texts().has(key) ? page.t(key) : attribute.value();
  }
}
