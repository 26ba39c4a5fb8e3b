package vn.dondoc.task.part;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Actor;

@Repository
class PartStore {
  private static final String OF_DUTY =
      """
      select step, words, on_day, at, by_name
        from task.part_words where duty_id = :duty order by step desc limit 200
      """;
  private static final String MAY = "select task.may_word_part(:duty)";
  private static final String ADD =
      """
      insert into task.part_words (duty_id, step, words, on_day, by_account, by_name)
      values (:duty, :step, :words, :day, :by, :byName)
      """;

  private final JdbcClient jdbc;

  PartStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Một lần ghi phần việc.
   *
   * @param step its place, from 1
   * @param words the part
   * @param onDay ngày của tỉnh
   * @param at when, in real time
   * @param byName by whom
   */
  record Said(int step, String words, LocalDate onDay, Instant at, String byName) {}

  List<Said> of(long duty) {
    return jdbc.sql(OF_DUTY).param("duty", duty).query(PartStore::said).list();
  }

  boolean may(long duty) {
    return jdbc.sql(MAY).param("duty", duty).query(Boolean.class).single();
  }

  void add(long duty, int step, String words, LocalDate day, Actor by) {
    jdbc.sql(ADD)
        .param("duty", duty)
        .param("step", step)
        .param("words", words)
        .param("day", day)
        .param("by", by.accountId())
        .param("byName", by.name())
        .update();
  }

  private static Said said(ResultSet row, int number) throws SQLException {
    return new Said(
        row.getInt("step"),
        row.getString("words"),
        row.getObject("on_day", LocalDate.class),
        row.getTimestamp("at").toInstant(),
        row.getString("by_name"));
  }
}
