package vn.dondoc.capital.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What stands, kept and reported for a past day, by the database and by the model. */
final class SimulatedBalances {
  private static final String KEPT =
      """
      select 'L' || line_id, concat_ws(',', allocated + adjusted + transferred_in - transferred_out
                                              + carried_in - carried_out - cancelled,
                                       entered, advanced - recovered - returned,
                                       paid + recovered - refunded)
        from capital.line_balance
      union all
      select 'P' || pool_id, concat_ws(',', assigned_pm, assigned_province, allocated)
        from capital.pool_balance
      union all
      select 'J' || project_id, (disbursed - given_back)::text from capital.project_balance
      union all
      select 'D' || l.line_id, concat_ws(',', l.plan, l.entered, l.outstanding, l.volume)
        from (select * from capital.lines_on(date '2020-01-01' + %1$d, 2020)
              union all
              select * from capital.lines_on(date '2020-01-01' + %1$d, 2021)) l
      union all
      select 'Q' || p.pool_id, concat_ws(',', p.assigned_pm, p.assigned_province, p.allocated)
        from (select * from capital.pools_on(date '2020-01-01' + %1$d, 2020)
              union all
              select * from capital.pools_on(date '2020-01-01' + %1$d, 2021)) p
      """;

  private SimulatedBalances() {}

  /** Everything that stands now, and stood two thirds of the way to this day. */
  static void read(Statement statement, Map<String, String> kept, int day) throws SQLException {
    try (ResultSet row = statement.executeQuery(KEPT.formatted(past(day)))) {
      while (row.next()) {
        kept.put(row.getString(1), row.getString(2));
      }
    }
  }

  private static int past(int day) {
    return day * 2 / 3;
  }

  static List<String> of(LedgerModel model, int world, Map<String, String> kept) {
    List<String> of = new ArrayList<>();
    for (int line = 1; line <= ModelWorld.LINES; line++) {
      of.add(kept.get("L" + (7 * world + line)));
      of.add(kept.get("D" + (7 * world + line)));
    }
    for (int pool = 1; pool <= ModelWorld.POOLS; pool++) {
      of.add(kept.get("P" + (3 * world + pool)));
      of.add(kept.get("Q" + (3 * world + pool)));
    }
    for (int project = 1; project <= ModelWorld.PROJECTS; project++) {
      of.add(kept.get("J" + (3 * world + project)));
    }
    return of;
  }

  /** The same by the model. */
  static List<String> told(LedgerModel model, int world) {
    List<String> told = new ArrayList<>();
    int past = past(model.today());
    for (int line = 0; line < ModelWorld.LINES; line++) {
      told.add(words(model.line(line, 2 * ModelWorld.DAYS)));
      told.add(words(model.line(line, past)));
    }
    for (int pool = 0; pool < ModelWorld.POOLS; pool++) {
      told.add(words(model.pool(pool, 2 * ModelWorld.DAYS)));
      told.add(words(model.pool(pool, past)));
    }
    for (int project = 0; project < ModelWorld.PROJECTS; project++) {
      told.add(Long.toString(model.project(project, 2 * ModelWorld.DAYS)));
    }
    return told;
  }

  private static String words(long[] amounts) {
    return String.join(",", Arrays.stream(amounts).mapToObj(Long::toString).toList());
  }
}
