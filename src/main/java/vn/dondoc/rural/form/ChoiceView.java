package vn.dondoc.rural.form;

import java.time.YearMonth;
import java.util.List;
import vn.dondoc.place.Place;

/**
 * Chọn xã.
 *
 * @param month kỳ
 * @param communes those the viewer speaks for
 */
record ChoiceView(YearMonth month, List<Place> communes) {
  String period() {
    return Desk.written(month);
  }

  String address(Place commune) {
    return Desk.PATH + "?don-vi=" + commune.id() + "&ky=" + month;
  }
}
