package vn.dondoc.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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
  void refusesDatabaseThatWasNeverMigrated() {
    assertThatThrownBy(() -> RoleGuard.requireBoundRole(TestDatabase.blank().application()))
        .hasMessageContaining("not_migrated");
  }
}
