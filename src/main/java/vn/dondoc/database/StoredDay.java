package vn.dondoc.database;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.ProvinceDay;

/** The day a demonstration stands on, else the clock's. */
record StoredDay(JdbcClient jdbc, Clock clock) implements ProvinceDay {
  private static final String DAY = "select day from database.province_day";

  @Override
  public LocalDate today() {
    return jdbc.sql(DAY).query(LocalDate.class).optional().orElseGet(() -> LocalDate.now(clock));
  }

  @Override
  public boolean standsStill() {
    return jdbc.sql(DAY).query(LocalDate.class).optional().isPresent();
  }
}
