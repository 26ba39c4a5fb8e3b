package vn.dondoc.rural.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.rural.matrix.MatrixWorld;

/** A past day costs no more than what was said by then: nothing is asked for every indicator. */
class TargetsPastDbTest {
  private static MatrixWorld world;

  @BeforeAll
  static void start() {
    world = MatrixWorld.start();
    world.reportOfJuly();
    Map<Integer, Set<String>> met = new LinkedHashMap<>();
    world.due().forEach(unit -> met.put(unit, Set.of()));
    world.tell("verify", met, MatrixWorld.JULY, 2);
    world.claim(met, MatrixWorld.AUGUST, 1);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void whatFollowsAReturnIsAskedOnlyWhereSomethingWasReturned() throws SQLException {
    assertThat(answersAsked()).isZero();
    world.tell("return", List.of(world.spot("Y Tịch", "8.1", true)), MatrixWorld.AUGUST, 2);
    world.tell("claim", List.of(world.spot("Y Tịch", "8.1", true)), MatrixWorld.TODAY, 3);
    assertThat(answersAsked()).isLessThan(10);
  }

  /** How often the database looked for what followed a return, folding the end of July anew. */
  private static long answersAsked() throws SQLException {
    try (Connection owner = world.rural().province().server().database().owner().getConnection();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("set track_functions = 'all'");
      try (ResultSet folded =
          statement.executeQuery(
              "select count(*) from rural.standing_at((select array_agg(distinct unit_id) from"
                  + " rural.assessment), (select id from rural.criteria_set where code ="
                  + " '1980/QĐ-TTg'), '2020-07-31')")) {
        assertThat(folded.next()).isTrue();
        assertThat(folded.getInt(1)).isEqualTo(13 * 49);
      }
      try (ResultSet calls =
          statement.executeQuery(
              "select coalesce(sum(pg_stat_get_xact_function_calls(p.oid)), 0) from pg_proc p"
                  + " where p.oid = 'rural.answer(int, int, date, int, date)'::regprocedure")) {
        assertThat(calls.next()).isTrue();
        return calls.getLong(1);
      }
    }
  }
}
