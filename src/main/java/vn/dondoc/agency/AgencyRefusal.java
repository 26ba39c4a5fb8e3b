package vn.dondoc.agency;

import vn.dondoc.kernel.Refusal;

/** Why the directory does not take what was given. */
public enum AgencyRefusal implements Refusal.Code {
  BODY("agency.refusal.body"),
  SHEET("agency.refusal.sheet"),
  REFERENCE("agency.refusal.reference"),
  NO_SUCH_BODY("agency.refusal.no_such_body"),
  FILE("agency.refusal.file"),
  NO_FILE("agency.refusal.no_file");

  private final String key;

  AgencyRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public boolean isMissing() {
    return this == NO_SUCH_BODY;
  }
}
