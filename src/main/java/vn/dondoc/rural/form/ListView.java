package vn.dondoc.rural.form;

import java.util.List;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.standard.Criterion;

/**
 * Các tiêu chí của một xã trong một kỳ.
 *
 * @param desk xã, kỳ
 * @param now what is told of it
 * @param communes those the viewer speaks for
 */
record ListView(Desk desk, UnitMonth now, List<Place> communes) {
  Tally tally(Criterion criterion) {
    return Tally.of(criterion, now);
  }

  /** Every indicator is met or waits for another's result, as the matrix has it. */
  boolean waits(Criterion criterion) {
    return criterion.indicators().stream()
        .map(indicator -> Status.of(now, indicator.id()))
        .allMatch(status -> status.isMet() || status == Status.WAITING);
  }

  Tally total() {
    return desk.criteria().stream().map(this::tally).reduce(Tally.NOTHING, Tally::and);
  }

  long met() {
    return desk.criteria().stream().filter(criterion -> tally(criterion).isMet()).count();
  }
}
