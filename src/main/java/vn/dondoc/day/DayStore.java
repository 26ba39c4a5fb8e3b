package vn.dondoc.day;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DayStore {
  private static final String LOCK = "select day from database.province_day for update";
  private static final String MOVE = "update database.province_day set day = :day";
  private static final String CLAIM =
      "insert into database.day_begun (day) values (:day) on conflict do nothing";
  private static final String LAST = "select max(day) from database.day_begun";

  private final JdbcClient jdbc;

  DayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The day a demonstration stands on, held until the transaction ends. */
  Optional<LocalDate> lock() {
    return jdbc.sql(LOCK).query(LocalDate.class).optional();
  }

  void move(LocalDate day) {
    jdbc.sql(MOVE).param("day", day).update();
  }

  /**
   * Takes the work of a day. Waits while another server is at it, and gets it when that one failed.
   */
  boolean claim(LocalDate day) {
    return jdbc.sql(CLAIM).param("day", day).update() == 1;
  }

  Optional<LocalDate> last() {
    return jdbc.sql(LAST)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }
}
