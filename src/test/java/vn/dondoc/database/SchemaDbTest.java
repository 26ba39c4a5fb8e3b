package vn.dondoc.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.testing.TestDatabase;

/** What the migrations leave behind: every row guarded, nothing owned by who serves. */
class SchemaDbTest {
  private static final String UNGUARDED =
      """
      select n.nspname || '.' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any(:schemas) and c.relkind in ('r', 'p') and not c.relrowsecurity
         and c.relname <> 'migration'
         and n.nspname || '.' || c.relname not like 'identity.session%'
         and n.nspname || '.' || c.relname <> 'database.province_day'
       order by 1
      """;
  private static final String WITHOUT_POLICY =
      """
      select n.nspname || '.' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any(:schemas) and c.relrowsecurity
         and exists (select from aclexplode(c.relacl) a
                      where a.grantee = 'dondoc_app'::regrole)
         and not exists (select from pg_policy p where p.polrelid = c.oid)
      """;
  private static final String OWNED_BY_SERVER =
      """
      select n.nspname || '.' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any(:schemas)
         and (pg_has_role('dondoc_app', c.relowner, 'member')
              or pg_has_role(:server, c.relowner, 'member'))
      """;
  private static final String TOO_MANY_RIGHTS =
      """
      select n.nspname || '.' || c.relname || ' ' || a.privilege_type
        from pg_class c join pg_namespace n on n.oid = c.relnamespace,
             lateral aclexplode(c.relacl) a
       where n.nspname = any(:schemas) and c.relkind in ('r', 'p', 'v', 'm')
         and (a.grantee = 0
              or a.grantee = 'dondoc_app'::regrole
                 and (a.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')
                      or c.relname = 'migration' or a.is_grantable))
      """;
  private static final String MAY_CREATE =
      """
      select nspname from pg_namespace
       where nspname = any(:schemas) and has_schema_privilege('dondoc_app', oid, 'CREATE')
      """;
  private static final String LOOSE_DEFINER =
      """
      select n.nspname || '.' || p.proname
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = any(:schemas) and p.prosecdef
         and not exists (select from unnest(p.proconfig) c where c like 'search_path=%')
      """;
  private static final String VIEW_OF_OWNER =
      """
      select n.nspname || '.' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any(:schemas) and c.relkind = 'v'
         and not coalesce('security_invoker=true' = any(c.reloptions), false)
         and n.nspname <> 'publication'
      """;

  private final TestDatabase database = TestDatabase.fresh();

  private List<@Nullable String> found(String question) {
    return JdbcClient.create(database.owner())
        .sql(question)
        .param("schemas", Migrations.modules().toArray(String[]::new))
        .param("server", TestDatabase.APP_ROLE)
        .query(String.class)
        .list();
  }

  @Test
  void everyTableIsGuardedByRow() {
    assertThat(found(UNGUARDED)).isEmpty();
  }

  @Test
  void everyTableTheServerMayUseHasPolicy() {
    assertThat(found(WITHOUT_POLICY)).isEmpty();
  }

  @Test
  void serverOwnsNothingAndMayCreateNothing() {
    assertThat(found(OWNED_BY_SERVER)).isEmpty();
    assertThat(found(MAY_CREATE)).isEmpty();
  }

  @Test
  void serverHasNoMoreRightsThanItsWorkNeeds() {
    assertThat(found(TOO_MANY_RIGHTS)).isEmpty();
  }

  @Test
  void functionOfTheOwnerFixesItsSearchPath() {
    assertThat(found(LOOSE_DEFINER)).isEmpty();
  }

  @Test
  void viewObeysTheRowPoliciesOfWhoReadsIt() {
    assertThat(found(VIEW_OF_OWNER)).isEmpty();
  }

  @Test
  void findsTableWithoutGuardAndRightTooMany() {
    JdbcClient owner = JdbcClient.create(database.owner());
    owner.sql("create table database.loose (id int)").update();
    owner.sql("grant select, truncate on database.loose to dondoc_app").update();
    assertThat(found(UNGUARDED)).containsExactly("database.loose");
    assertThat(found(TOO_MANY_RIGHTS)).containsExactly("database.loose TRUNCATE");
  }
}
