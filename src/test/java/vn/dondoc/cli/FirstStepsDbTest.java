package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.testing.Server;

/** What a start gives to an installation that is there already. */
class FirstStepsDbTest {
  private static final String RIGHTS =
      "select count(*) from identity.role_right where right_code = 'rural.read'";

  @Test
  void upgradeBringsItsRightsAndSetsToAnInstallationThatIsThere() {
    try (Server server = Server.start()) {
      JdbcClient owner = JdbcClient.create(server.database().owner());
      assertThat(FirstSteps.take(server.context())).isPresent();
      int rights = owner.sql(RIGHTS).query(Integer.class).single();
      owner.sql("delete from identity.role_right where right_code = 'rural.read'").update();
      owner.sql("truncate rural.criteria_set cascade").update();
      assertThat(FirstSteps.take(server.context())).isEmpty();
      assertThat(owner.sql(RIGHTS).query(Integer.class).single()).isEqualTo(rights).isPositive();
      assertThat(owner.sql("select count(*) from rural.criteria_set").query(Integer.class).single())
          .isEqualTo(2);
    }
  }
}
