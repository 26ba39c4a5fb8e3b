package vn.dondoc.capital.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.testing.TestDatabase;

/**
 * Plays many seeds beside each other, step by step, in the database and in the model. What the
 * model accepts in one step is booked in one statement; what it refuses is tried by itself, has to
 * be refused for the same reasons, and leaves nothing.
 */
final class LedgerSimulation {
  static final int STEPS = 2_000;

  private static final Set<Integer> CLOSINGS = Set.of(500, 1_000, 1_500);
  private static final int EXTENDED = 1_850;
  private static final int COMPARED = 250;
  private static final String SET_UP =
      """
      set synchronous_commit = off;
      create schema sim;
      create function sim.try(posting bigint, acts int[], lines bigint[], pools int[], kinds text[],
                              directions int[], amounts bigint[], days date[], issuers text[],
                              series text[], numbers text[], parts int[], notes text[],
                              movements bigint[], corrects bigint[], authorities text[])
        returns table (act int, codes text)
        language plpgsql
      as $$
      declare
        first int := 1;
        past int;
        detail text;
        bare text;
      begin
        while first <= cardinality(acts) loop
          past := first;
          while past <= cardinality(acts) and acts[past] = acts[first] loop
            past := past + 1;
          end loop;
          act := acts[first];
          begin
            perform capital.post(posting, lines[first:past-1], pools[first:past-1],
              kinds[first:past-1], directions[first:past-1], amounts[first:past-1],
              days[first:past-1], issuers[first:past-1], series[first:past-1],
              numbers[first:past-1], parts[first:past-1], notes[first:past-1],
              movements[first:past-1], corrects[first:past-1], authorities[first:past-1]);
            set constraints all immediate;
            codes := '';
            raise exception using errcode = 'P0001';
          exception
            when raise_exception then null;
            when check_violation then
              get stacked diagnostics detail = pg_exception_detail, bare = constraint_name;
              if detail not like '[%' then
                codes := bare;
                return next;
                first := past;
                continue;
              end if;
              select string_agg(distinct x->>'code', ',' order by x->>'code') into codes
                from jsonb_array_elements(detail::jsonb) x;
          end;
          return next;
          first := past;
        end loop;
      end
      $$
      """;
  private static final String POSTINGS =
      """
      insert into capital.posting (id, way, reason, signed_by, on_day, by_account, by_name)
      values (?, 'load', null, null, ?, -1, 'mẫu'), (?, 'load', 'mẫu', 'Người ký mẫu', ?, -1, 'mẫu')
      """;
  private static final String MOVEMENT =
      """
      insert into capital.movement (id, kind, pool_out, pool_in, ground, document, on_day, by_account,
                                    by_name)
      values (?, ?, ?, ?, 'surplus', 'mẫu', ?, -1, 'mẫu')
      """;
  private static final String DECISION =
      """
      insert into project.decision (project_id, kind, number, signed_on, issuer, value_vnd, on_day,
                                    by_account, by_name)
      values (?, ?, ?, ?, 'mẫu', ?, ?, -1, 'mẫu')
      """;

  private final Connection database;
  private final List<Game> games = new ArrayList<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final List<Object[]> decided = new ArrayList<>();
  private final List<Object[]> moved = new ArrayList<>();
  private long movements;
  private int accepted;
  private int belowPaid;

  /** One seed in its world. */
  private record Game(long seed, int world, LedgerModel model, LedgerDice dice) {}

  private record Tried(Game game, ModelAct act, @Nullable Long movement, String codes) {}

  LedgerSimulation(TestDatabase ground, List<Long> seeds) throws SQLException {
    this.database = ground.owner().getConnection();
    try (Statement statement = database.createStatement()) {
      statement.execute(SET_UP);
    }
    database.setAutoCommit(false);
    for (int world = 0; world < seeds.size(); world++) {
      LedgerModel model = new LedgerModel();
      games.add(new Game(seeds.get(world), world, model, new LedgerDice(seeds.get(world), model)));
    }
  }

  /** How many acts were accepted, and how many refused for which reasons. */
  record Told(int accepted, Map<String, Integer> refused, int belowPaid) {}

  Told play(int steps) throws SQLException {
    try {
      for (int step = 0; step < steps; step++) {
        step(step, step * ModelWorld.DAYS / STEPS);
        if (step % COMPARED == COMPARED - 1 || step == steps - 1) {
          compare(step);
        }
      }
    } finally {
      database.close();
    }
    return new Told(accepted, refused, belowPaid);
  }

  private void step(int step, int day) throws SQLException {
    java.sql.Date on = java.sql.Date.valueOf(SimulatedBatch.FIRST.plusDays(day));
    long posting = 2L * step + 1;
    update(POSTINGS, posting, on, posting + 1, on);
    turn(step, day, on);
    List<Tried> good = new ArrayList<>();
    List<Tried> bad = new ArrayList<>();
    for (Game game : games) {
      decide(game, step, on);
      ModelAct act = game.dice().next();
      String codes = String.join(",", game.model().broken(act));
      Tried tried = new Tried(game, act, movement(game, act, on), codes);
      (codes.isEmpty() ? good : bad).add(tried);
    }
    update(DECISION, decided);
    update(MOVEMENT, moved);
    for (boolean signed : List.of(false, true)) {
      refuse(
          step,
          signed ? posting + 1 : posting,
          bad.stream().filter(t -> t.act().signed() == signed).toList());
    }
    // No correction is accepted unsigned, and nothing else minds a signature.
    accept(step, posting + 1, good);
    database.commit();
  }

  /** What happens to everybody: days pass, periods close, terms are extended. */
  private void turn(int step, int day, java.sql.Date on) throws SQLException {
    games.forEach(game -> game.model().standOn(day));
    if (CLOSINGS.contains(step)) {
      int until = day - 30;
      java.sql.Date last = java.sql.Date.valueOf(SimulatedBatch.FIRST.plusDays(until));
      update(
          "insert into capital.closing (until_day, on_day, by_account, by_name) values (?, ?, -1, 'a')",
          last,
          on);
      update(
          "insert into capital.signature (closing_id, on_day, by_account, by_name)"
              + " select max(id), ?, -2, 'b' from capital.closing",
          on);
      games.forEach(game -> game.model().close(until));
    }
    if (step == EXTENDED) {
      update(
          "insert into capital.term (pool_id, pay_until, advance_until, on_day, by_account, by_name)"
              + " select id, date '2020-01-01' + 350, date '2020-01-01' + 330, ?, -1, 'mẫu'"
              + " from capital.pool where budget_year = 2020",
          on);
      games.forEach(game -> game.model().extend());
    }
  }

  private void decide(Game game, int step, java.sql.Date on) throws SQLException {
    for (LedgerModel.Decision made : game.dice().decisions(step)) {
      Object[] row = {
        3L * game.world() + 1 + made.project(),
        made.settlement() ? "settlement" : "total",
        "QĐ " + step,
        on,
        made.value(),
        on
      };
      if (game.model().isBelowPaid(made)) {
        refuse(row, "seed %d, step %d: %s".formatted(game.seed(), step, made));
      } else {
        game.model().decide(made);
        decided.add(row);
      }
    }
  }

  /** A total below what is paid is not decided. */
  private void refuse(Object[] decision, String place) throws SQLException {
    java.sql.Savepoint before = database.setSavepoint();
    assertThatThrownBy(() -> update(DECISION, decision))
        .as(place)
        .hasStackTraceContaining("decided below what is paid");
    database.rollback(before);
    belowPaid++;
  }

  private @Nullable Long movement(Game game, ModelAct act, java.sql.Date on) {
    ModelAct.Movement movement = act.movement();
    if (movement == null) {
      return null;
    }
    moved.add(
        new Object[] {
          ++movements,
          movement.kind(),
          3 * game.world() + 1 + movement.poolOut(),
          3 * game.world() + 1 + movement.poolIn(),
          on
        });
    return movements;
  }

  private void refuse(int step, long posting, List<Tried> bad) throws SQLException {
    Map<Integer, String> told = attempt(posting, bad);
    for (int n = 0; n < bad.size(); n++) {
      Tried tried = bad.get(n);
      assertThat(told.get(n)).as(place(tried, step)).isEqualTo(tried.codes());
      refused.merge(tried.codes(), 1, Integer::sum);
    }
  }

  private Map<Integer, String> attempt(long posting, List<Tried> acts) throws SQLException {
    SimulatedBatch batch = batch(acts);
    return batch.isEmpty() ? Map.of() : batch.attempt(posting);
  }

  private SimulatedBatch batch(List<Tried> acts) {
    SimulatedBatch batch = new SimulatedBatch(database);
    for (int n = 0; n < acts.size(); n++) {
      batch.add(acts.get(n).game().world(), n, acts.get(n).act(), acts.get(n).movement());
    }
    return batch;
  }

  private void accept(int step, long posting, List<Tried> good) throws SQLException {
    SimulatedBatch batch = batch(good);
    if (batch.isEmpty()) {
      return;
    }
    java.sql.Savepoint before = database.setSavepoint();
    try {
      batch.post(posting);
      try (Statement statement = database.createStatement()) {
        statement.execute("set constraints all immediate; set constraints all deferred");
      }
    } catch (SQLException e) {
      database.rollback(before);
      Map<Integer, String> told = attempt(posting, good);
      for (int n = 0; n < good.size(); n++) {
        assertThat(told.get(n)).as(place(good.get(n), step)).isEmpty();
      }
      throw e;
    }
    database.releaseSavepoint(before);
    good.forEach(tried -> tried.game().model().keep(tried.act()));
    accepted += good.size();
  }

  private static String place(Tried tried, int step) {
    return "seed %d, step %d: %s".formatted(tried.game().seed(), step, tried.act());
  }

  private void compare(int step) throws SQLException {
    Map<String, String> kept = new HashMap<>();
    try (Statement statement = database.createStatement()) {
      SimulatedBalances.read(statement, kept, step * ModelWorld.DAYS / STEPS);
    }
    for (Game game : games) {
      assertThat(SimulatedBalances.of(game.model(), game.world(), kept))
          .as("seed %d, step %d", game.seed(), step)
          .isEqualTo(SimulatedBalances.told(game.model(), game.world()));
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    rows.add(values);
    update(sql, rows);
  }

  /** Sends these rows together and forgets them. */
  private void update(String sql, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (Object[] values : rows) {
        for (int n = 0; n < values.length; n++) {
          statement.setObject(n + 1, values[n]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
    rows.clear();
  }
}
