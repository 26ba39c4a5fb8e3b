package vn.dondoc.capital.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.testing.TestDatabase;

/**
 * A database with invented projects, pools and lines to post into, without the server: each world
 * has three projects, three pools and seven lines of its own.
 */
final class LedgerGround {
  private static final String WORLDS =
      """
      insert into agency.body (id, code, kind, source, confidence) overriding system value
      values (1, 'MAU-1', 'DEPARTMENT', 'mẫu', 'high');
      insert into project.sector (code, kind, name_vi, name_en, ordinal, source, confidence)
      values ('mau', 'mau', 'Mẫu', 'Sample', 1, 'mẫu', 'high');
      insert into project.choice (list, code, name_vi, name_en, ordinal)
      values ('level', 'mau', 'Mẫu', 'Sample', 1), ('nature', 'mau', 'Mẫu', 'Sample', 1),
             ('group', 'C', 'C', 'C', 1);
      insert into project.decision_kind (code, effect, name_vi, name_en, ordinal)
      values ('total', 'total', 'Mẫu', 'Sample', 1), ('settlement', 'settlement', 'Mẫu', 'Sample', 2);
      insert into capital.source (code, ordinal, name_vi, name_en, tier, from_abroad, as_collected,
                                  by_sector, by_loan, valid, basis, confidence)
      values ('MAU', 1, 'Nguồn mẫu', 'Sample', 'mau', false, false, false, true, '[2015-01-01,)',
              'mẫu', 'high');
      insert into project.project (id, made_on, by_account, by_name)
      select n, '2019-01-01', -1, 'mẫu' from generate_series(1, 3 * :worlds) n;
      insert into project.version (project_id, step, name, owner_id, level, nature, group_code,
                                   sector_code, on_day, by_account, by_name)
      select n, 1, 'Dự án mẫu ' || n, 1, 'mau', 'mau', 'C', 'mau', '2019-01-01', -1, 'mẫu'
        from generate_series(1, 3 * :worlds) n;
      insert into capital.pool (id, code, source_code, budget_year, vintage, origin_year, tier,
                                loan_agreement, name, opens_on, on_day, by_account, by_name)
      select 3 * w + p, 'MAU-' || w || '-' || p, 'MAU', case p when 3 then 2021 else 2020 end,
             case p when 3 then 'carried' else 'this_year' end, 2020, 'mau',
             w || case p when 2 then 'B' else 'A' end, 'Nhóm vốn mẫu',
             case p when 3 then date '2020-07-01' else '2020-01-01' end, '2019-12-01', -1, 'mẫu'
        from generate_series(0, :worlds - 1) w, generate_series(1, 3) p;
      insert into capital.term (pool_id, pay_until, advance_until, on_day, by_account, by_name)
      select id, date '2020-01-01' + case budget_year when 2021 then 732 else 330 end,
             date '2020-01-01' + case budget_year when 2021 then 732 else 310 end, '2019-12-01', -1,
             'mẫu'
        from capital.pool;
      insert into capital.line (id, project_id, pool_id, on_day, by_account, by_name)
      select 7 * w + l.line, 3 * w + l.project, 3 * w + l.pool, '2019-12-01', -1, 'mẫu'
        from generate_series(0, :worlds - 1) w,
             (values (1, 1, 1), (2, 2, 1), (3, 3, 1), (4, 1, 2), (5, 2, 2), (6, 1, 3), (7, 2, 3))
               l (line, project, pool)
      """;

  private LedgerGround() {}

  /** A database of its own with so many worlds. */
  static TestDatabase of(int worlds) {
    TestDatabase database = TestDatabase.fresh();
    JdbcClient.create(database.owner()).sql(WORLDS).param("worlds", worlds).update();
    return database;
  }
}
