package vn.dondoc.web;

import vn.dondoc.kernel.Refusal;

/** Why the address of a list, or a file by its name, is not taken. */
enum WebRefusal implements Refusal.Code {
  LIST("web.refusal.list"),
  DAY("web.refusal.day"),
  HOUR("web.refusal.hour"),
  CHOICE("web.refusal.choice"),
  KEY("web.refusal.key"),
  FILE_NAME("web.refusal.file_name");

  private final String key;

  WebRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
