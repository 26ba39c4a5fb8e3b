package vn.dondoc.capital.intake.layout;

import org.jspecify.annotations.Nullable;

/** What the register knows of words in a heading. */
public interface Known {
  /** Code of the pool these words mean; null when they mean none, or several. */
  @Nullable String pool(String words);

  /** They are the name of a body that may own projects. */
  boolean isOwner(String words);
}
