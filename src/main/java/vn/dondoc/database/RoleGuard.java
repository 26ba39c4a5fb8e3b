package vn.dondoc.database;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Kiểm tra vai trò: the application starts only with a role that row level security binds.
 *
 * <p>An owner, a superuser or a role with BYPASSRLS would see every row whatever the policies say.
 */
public final class RoleGuard {
  private static final String ROLE =
      """
      select current_user as name, rolsuper, rolbypassrls,
             (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname = any(?) and pg_has_role(c.relowner, 'MEMBER')) as owned,
             (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname = any(?)) as present,
             (select count(*) from pg_namespace n
               where n.nspname = any(?) and not has_schema_privilege(n.oid, 'usage')) as closed
        from pg_roles where rolname = current_user
      """;

  private RoleGuard() {}

  private record Role(
      String name, boolean rolsuper, boolean rolbypassrls, long owned, long present, long closed) {}

  /**
   * Refuses to go on with a role that policies do not bind.
   *
   * @throws Refusal with every reason at once
   */
  public static void requireBoundRole(DataSource application) {
    String[] schemas = Migrations.modules().toArray(String[]::new);
    Role role =
        JdbcClient.create(application)
            .sql(ROLE)
            .params(schemas, schemas, schemas)
            .query(Role.class)
            .single();
    List<Problem> problems = new ArrayList<>();
    if (role.rolsuper()) {
      problems.add(Problem.at(role.name(), "database.refusal.superuser", role.name()));
    }
    if (role.rolbypassrls()) {
      problems.add(Problem.at(role.name(), "database.refusal.bypass_rls", role.name()));
    }
    if (role.owned() > 0) {
      problems.add(Problem.at(role.name(), "database.refusal.owner", role.name(), role.owned()));
    }
    if (role.present() == 0) {
      problems.add(Problem.at(role.name(), "database.refusal.not_migrated", role.name()));
    }
    if (role.present() > 0 && role.closed() > 0) {
      problems.add(Problem.at(role.name(), "database.refusal.not_granted", role.name()));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(DatabaseRefusal.ROLE, problems);
    }
  }
}
