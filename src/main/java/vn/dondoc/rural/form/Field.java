package vn.dondoc.rural.form;

import vn.dondoc.rural.standard.Criterion.Part;

/** Tên trường: how the fields of an indicator are named on the form. */
enum Field {
  SEEN("buoc"),
  NOW("buoc-moi"),
  CHOICE("chon"),
  NOTHING("khong-co"),
  SURE("giu"),
  AGAIN("lai"),
  NOTE("ghi-chu"),
  REASON("ly-do"),
  WAITS("cho"),
  WHOM("cho-ai"),
  FILES("tep"),
  EXPIRES("het-han"),
  WITHDRAWAL("ly-do-rut"),
  WITHDRAWN("thay-khi-rut");

  private final String prefix;

  Field(String prefix) {
    this.prefix = prefix;
  }

  /** The field of an indicator. */
  String of(int indicator) {
    return prefix + "-" + indicator;
  }

  /** The field of a figure. */
  static String figure(int indicator, Part part) {
    return "so-" + indicator + "-" + part.code();
  }

  /** Where an indicator begins on the page. */
  static String anchor(int indicator) {
    return "ct-" + indicator;
  }
}
