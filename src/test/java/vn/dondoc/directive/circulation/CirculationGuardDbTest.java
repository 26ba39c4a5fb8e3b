package vn.dondoc.directive.circulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Province;

/** What the database itself keeps of the circulation, whatever the program asks for. */
class CirculationGuardDbTest {
  private static final String DISTRICT = "UBND huyện Chi Lăng";
  private static final String COMMUNE = "UBND xã Y Tịch";

  private static Province province;
  private static CirculationWorld world;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = CirculationWorld.in(province);
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @Test
  void theDatabaseItselfRefusesWhatThePageRefuses() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    int commune = world.id(COMMUNE);
    int district = world.id(DISTRICT);
    int finance = world.id("Sở Tài chính");
    // Sent by somebody who is not the office; passed on before it was acknowledged; in another's
    // name.
    assertForbidden(world.district(), row(id, commune, "sent", null));
    assertForbidden(world.district(), row(id, commune, "sent", district));
    assertForbidden(world.district(), row(id, finance, "acknowledged", null));
    assertForbidden(world.of(COMMUNE), row(id, commune, "acknowledged", null));
    Acting.as(world.district(), () -> world.circulation().acknowledge(id, district));
    assertForbidden(world.district(), row(id, finance, "sent", district));
    assertForbidden(world.of(COMMUNE), row(id, commune, "sent", district));
    Acting.as(world.district(), () -> world.distribution().forward(id, district, List.of(commune)));
    assertForbidden(world.district(), row(id, commune, "acknowledged", district));
    assertForbidden(world.of(COMMUNE), row(id, commune, "withdrawn", district));
    assertForbidden(
        world.office(),
        "update directive.circulation set on_day = on_day where document_id = " + id);
    assertForbidden(world.office(), "delete from directive.circulation");
  }

  private static String row(long id, int body, String kind, @Nullable Integer from) {
    return """
    insert into directive.circulation (document_id, body_id, round, kind, from_body, on_day, due_on,
           why, by_account, by_name)
    values (%d, %d, 7, '%s', %s, '2020-08-14', %s, 'thử', 1, 'thử')
    """
        .formatted(id, body, kind, from, kind.equals("sent") ? "'2020-08-18'" : "null");
  }

  private static void assertForbidden(Actor actor, String sql) {
    TransactionTemplate transaction = province.server().door(TransactionTemplate.class);
    JdbcClient application = province.server().door(JdbcClient.class);
    assertThatThrownBy(() ->
            Acting.as(
                actor,
                () -> transaction.executeWithoutResult(status -> application.sql(sql).update())))
        .as(sql)
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .message()
        .containsAnyOf("row-level security", "permission denied");
  }
}
