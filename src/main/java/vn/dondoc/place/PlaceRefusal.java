package vn.dondoc.place;

import vn.dondoc.kernel.Refusal;

/** Why reference data of administrative units is not taken. */
public enum PlaceRefusal implements Refusal.Code {
  REFERENCE("place.refusal.reference"),
  UNKNOWN_UNIT("place.refusal.unknown_unit"),
  NOT_CONSISTENT("place.refusal.not_consistent"),
  NO_SUCH_UNIT("place.refusal.no_such_unit");

  private final String key;

  PlaceRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public boolean isMissing() {
    return this == NO_SUCH_UNIT;
  }
}
