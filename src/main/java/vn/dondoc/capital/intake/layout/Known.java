package vn.dondoc.capital.intake.layout;

import org.jspecify.annotations.Nullable;

/** What the register knows of words in a heading. */
public interface Known {
  /** Code of the pool these words mean; null when they mean none, or several. */
  @Nullable String pool(String words);

  /** Năm ngân sách of the file. */
  int year();

  /**
   * A source as it is called under a heading that names another: "Vốn kéo dài" above "Ngân sách
   * tỉnh" is both together, for the vintage and the year of the heading are those of its rows.
   *
   * @param own what stands nearer to the row
   * @param above what the heading above it says
   */
  String under(String own, String above);

  /**
   * A person said that a row of the sender called so begins a group.
   *
   * @param words as {@link Item.Subject#words()} joins them
   */
  boolean isHeading(String words);

  /** They are the name of a body that may own projects. */
  boolean isOwner(String words);
}
