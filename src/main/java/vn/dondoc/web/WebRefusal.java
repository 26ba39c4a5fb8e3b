package vn.dondoc.web;

import vn.dondoc.kernel.Refusal;

/** Why the address of a list cannot be answered. */
enum WebRefusal implements Refusal.Code {
  LIST("web.refusal.list"),
  DAY("web.refusal.day"),
  CHOICE("web.refusal.choice"),
  KEY("web.refusal.key");

  private final String key;

  WebRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
