package vn.dondoc.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Kế hoạch truy vấn: a session keeps one plan for all values after it was asked the same a few
 * times. Where the values say how much is read, such a year and a day, that plan takes twenty times
 * as long as one made for them.
 */
@Component
public class Plans {
  private final JdbcClient jdbc;

  Plans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the running transaction asks from here on is planned for the values it asks about. */
  public void forTheseValues() {
    jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
  }
}
