package vn.dondoc.database;

import vn.dondoc.kernel.Refusal;

/** Why the database is not used as it stands. */
public enum DatabaseRefusal implements Refusal.Code {
  ROLE("database.refusal.role");

  private final String key;

  DatabaseRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
