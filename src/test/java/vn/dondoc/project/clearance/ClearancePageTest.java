package vn.dondoc.project.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** The form of site clearance where two communes bear one name. */
class ClearancePageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String COMMUNE = "xã Chi Lăng, huyện Tràng Định";
  private static ProjectWorld world;
  private static WebPerson planning;

  @BeforeAll
  static void start() {
    Province province = Province.ofAugust2020();
    world = new ProjectWorld(province);
    planning = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get("ke-hoach"));
    planning.signIn("ke-hoach", password);
    planning.change(password, OWN);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void committeeOfACommuneWithANamesakeIsNamedWithItsDistrictAndAccepted() {
    long project =
        world.register(world.facts("Đường mẫu qua hai xã cùng tên", null, COMMUNE), null);
    String path = "/du-an/" + project + "/mat-bang";
    assertThat(planning.get(path).body())
        .contains("value=\"Ủy ban nhân dân xã Chi Lăng, huyện Tràng Định\"");
    Map<String, String> fields = new HashMap<>();
    fields.put("unit", Integer.toString(world.unit(COMMUNE)));
    fields.put("stage", "thong-bao");
    fields.put("area", "1000");
    fields.put("body", "Ủy ban nhân dân xã Chi Lăng");
    HttpResponse<String> refused = planning.submit(path, path, fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Ủy ban nhân dân xã Chi Lăng, huyện Chi Lăng",
            "Ủy ban nhân dân xã Chi Lăng, huyện Tràng Định");
    fields.put("body", "Ủy ban nhân dân xã Chi Lăng, huyện Tràng Định");
    assertThat(planning.submit(path, path, fields).statusCode()).isIn(302, 303);
  }
}
