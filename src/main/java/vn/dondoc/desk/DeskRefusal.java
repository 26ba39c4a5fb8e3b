package vn.dondoc.desk;

import vn.dondoc.kernel.Refusal;

/** Why the desk of a body is not shown. */
enum DeskRefusal implements Refusal.Code {
  BODY;

  @Override
  public String key() {
    return "desk.refusal.body";
  }
}
