package vn.dondoc.capital.forecast;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tầm nhìn: which lines whoever acts may see. */
@Component("forecastSight")
@Transactional(readOnly = true)
class Sight {
  private final ForecastStore store;

  Sight(ForecastStore store) {
    this.store = store;
  }

  boolean seesAll() {
    return store.seesAll();
  }

  Set<Long> visible(int year) {
    return store.visible(year);
  }

  List<Integer> years() {
    return store.years();
  }
}
