package vn.dondoc.rural.standard;

import java.util.List;

/**
 * Hai người cùng sửa: what somebody else saved meanwhile, beside what was to be saved over it.
 *
 * @param by who saved, and when
 * @param fields where the two differ
 */
public record TwoSides(String by, List<Field> fields) {
  public TwoSides {
    fields = List.copyOf(fields);
  }

  /**
   * Một ô, as a person reads it.
   *
   * @param label tên ô
   * @param theirs as it stands now
   * @param mine as it was to be
   */
  public record Field(String label, String theirs, String mine) {}
}
