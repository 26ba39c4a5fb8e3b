package vn.dondoc.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.TestDatabase;

class RoleGuardDbTest {
  private final TestDatabase database = TestDatabase.fresh();

  @Test
  void acceptsRoleThatOwnsNothing() {
    assertThatCode(() -> RoleGuard.requireBoundRole(database.application()))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesSuperuserThatOwnsTheTables() {
    assertThatThrownBy(() -> RoleGuard.requireBoundRole(database.owner()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                org.assertj.core.api.Assertions.assertThat(refusal.problems())
                    .extracting(Refusal.Problem::key)
                    .contains("database.refusal.superuser", "database.refusal.owner"));
  }

  @Test
  void refusesRoleThatWasNeverLetIn() {
    JdbcClient.create(database.owner())
        .sql("create role dondoc_stranger login password 'only-for-tests'")
        .update();
    PGSimpleDataSource stranger = new PGSimpleDataSource();
    stranger.setUrl(database.url());
    stranger.setUser("dondoc_stranger");
    stranger.setPassword("only-for-tests");
    assertThatThrownBy(() -> RoleGuard.requireBoundRole(stranger))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                org.assertj.core.api.Assertions.assertThat(refusal.problems())
                    .extracting(Refusal.Problem::key)
                    .containsExactly("database.refusal.not_granted"));
  }

  @Test
  void refusesDatabaseThatWasNeverMigrated() {
    assertThatThrownBy(() -> RoleGuard.requireBoundRole(TestDatabase.blank().application()))
        .hasMessageContaining("not_migrated");
  }
}
