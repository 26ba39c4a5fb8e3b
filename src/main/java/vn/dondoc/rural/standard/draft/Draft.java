package vn.dondoc.rural.standard.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bản nháp as it was last saved.
 *
 * @param id its id
 * @param origin id of the set it was begun from
 * @param parent id of the set it fills in; null when it stands alone
 * @param edition the last save
 * @param paper what it says
 */
record Draft(int id, int origin, @Nullable Integer parent, Edition edition, DraftPaper paper) {
  /**
   * Một lần lưu.
   *
   * @param step which, from 1
   * @param at when
   * @param by who
   */
  record Edition(int step, Instant at, String by) {}

  int step() {
    return edition.step();
  }

  /** Số, ký hiệu it is to have. */
  String code() {
    return paper.set().text("code");
  }
}
