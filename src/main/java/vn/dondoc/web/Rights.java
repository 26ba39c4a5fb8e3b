package vn.dondoc.web;

import org.springframework.security.access.AccessDeniedException;
import vn.dondoc.kernel.Acting;

/** Quyền: the page's own check, beside the one in the database. */
public final class Rights {
  private Rights() {}

  /**
   * Stops whoever does not have the right.
   *
   * @throws AccessDeniedException naming the right that is missing
   */
  public static void require(String right) {
    if (!Acting.current().may(right)) {
      throw new AccessDeniedException(right);
    }
  }
}
