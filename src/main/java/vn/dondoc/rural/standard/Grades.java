package vn.dondoc.rural.standard;

import vn.dondoc.web.Texts;

/** Cấp công nhận of a set, in words. */
public final class Grades {
  private Grades() {}

  /** Its name; the code of a grade nobody gave words for. */
  public static String name(String code, Texts texts) {
    String key = "rural.grade." + code;
    return texts.has(key) ? texts.get(key) : code;
  }
}
