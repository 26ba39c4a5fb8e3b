package vn.dondoc.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Page;

/**
 * Một dòng nhật ký.
 *
 * @param number its number, from 1 without gaps
 * @param at when
 * @param actor who
 * @param act what was done
 * @param kind to what kind of thing
 * @param subject to which one
 * @param why the reason, if one was asked for
 * @param before the facts before, as JSON
 * @param after the facts after, as JSON
 */
record Entry(
    long number,
    Instant at,
    String actor,
    String act,
    String kind,
    String subject,
    @Nullable String why,
    String before,
    String after) {

  /** An act in words; its code when it has none. */
  static String actName(Page page, String act) {
    return named(page, "audit.act." + act, act);
  }

  /** A kind of subject in words; its code when it has none. */
  static String kindName(Page page, String kind) {
    return named(page, "audit.kind." + kind, kind);
  }

  private static String named(Page page, String key, String code) {
    return page.texts().has(key) ? page.t(key) : code;
  }
}
