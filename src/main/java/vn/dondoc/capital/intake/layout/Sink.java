package vn.dondoc.capital.intake.layout;

/** Takes what is read of a table, in its order. */
public interface Sink {
  /** A figure. */
  void item(Item item);

  /**
   * A row that is no project of its own.
   *
   * @param total it adds others up; else it begins a group
   */
  void heading(int row, String place, String title, boolean total);

  /** A row that cannot be taken as it is. */
  void refused(int row, String place);

  /** Something that has to be mended; the place is the first argument of its sentence. */
  void stop(String place, String key, Object... arguments);

  /** Something to look at. */
  void look(String place, String key, Object... arguments);
}
