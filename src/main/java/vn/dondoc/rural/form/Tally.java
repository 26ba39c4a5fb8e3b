package vn.dondoc.rural.form;

import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;

/**
 * Đếm theo tiêu chí.
 *
 * @param all chỉ tiêu of the criterion
 * @param entered đã nhập
 * @param met đạt
 * @param unmet chưa đạt; what waits or was given back is neither
 * @param waiting chờ kết quả của cơ quan khác
 * @param returned bị trả lại
 */
record Tally(int all, int entered, int met, int unmet, int waiting, int returned) {
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

  static Tally of(Criterion criterion, UnitMonth month) {
    Tally tally = NOTHING;
    for (Indicator indicator : criterion.indicators()) {
      Status status = Status.of(month, indicator.id());
      boolean waits = month.wait(indicator.id()) != null;
      tally =
          tally.and(
              new Tally(
                  1,
                  month.claim(indicator.id()) == null ? 0 : 1,
                  status.isMet() ? 1 : 0,
                  status.isUnmet() ? 1 : 0,
                  waits ? 1 : 0,
                  status == Status.RETURNED ? 1 : 0));
    }
    return tally;
  }

  Tally and(Tally other) {
    return new Tally(
        all + other.all,
        entered + other.entered,
        met + other.met,
        unmet + other.unmet,
        waiting + other.waiting,
        returned + other.returned);
  }

  /** Every indicator of it is met. */
  boolean isMet() {
    return met == all;
  }
}
