package vn.dondoc.exchange;

import java.util.List;
import vn.dondoc.exchange.document.Archive;

/** Tệp Word, Excel: a package of parts, told by the names it lists and never unpacked for it. */
public final class OfficePackage {
  private static final String TYPES = "[Content_Types].xml";

  private OfficePackage() {}

  /**
   * Whether the bytes are a package that has a part.
   *
   * @param part {@code "word/document.xml"}, {@code "xl/workbook.xml"}
   */
  public static boolean has(byte[] bytes, String part) {
    List<String> names = Archive.listed(bytes);
    return names.contains(TYPES) && names.contains(part);
  }
}
