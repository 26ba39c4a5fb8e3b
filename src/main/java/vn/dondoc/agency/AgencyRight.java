package vn.dondoc.agency;

import org.springframework.security.access.AccessDeniedException;
import vn.dondoc.kernel.Acting;

/** What a person may do with the directory. */
enum AgencyRight {
  READ("agency.read"),
  EDIT("agency.edit");

  private final String code;

  AgencyRight(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /** Stops whoever does not have the right. */
  void require() {
    if (!Acting.current().may(code)) {
      throw new AccessDeniedException(code);
    }
  }
}
