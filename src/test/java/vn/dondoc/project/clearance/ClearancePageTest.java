package vn.dondoc.project.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.place.Places;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** The form of site clearance where two communes bear one name. */
class ClearancePageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static ProjectWorld world;
  private static WebPerson planning;
  private static WebPerson district;
  private static int projects;

  @BeforeAll
  static void start() {
    Province province = Province.ofAugust2020();
    world = new ProjectWorld(province);
    planning = person(province, "ke-hoach");
    district = person(province, "huyen-chi-lang");
  }

  private static WebPerson person(Province province, String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void committeeOfACommuneWithANamesakeIsNamedWithItsDistrictAndAccepted() {
    String path = form(commune("huyện Tràng Định"));
    assertThat(planning.get(path).body()).contains("value=\"" + named("huyện Tràng Định") + "\"");
    Map<String, String> fields = new HashMap<>();
    fields.put("unit", Integer.toString(commune("huyện Tràng Định")));
    fields.put("stage", "thong-bao");
    fields.put("area", "1000");
    fields.put("households", "0");
    fields.put("paid_households", "0");
    fields.put("handed_households", "0");
    fields.put("body", "Ủy ban nhân dân xã Chi Lăng");
    HttpResponse<String> refused = planning.submit(path, path, fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(named("huyện Chi Lăng"), named("huyện Tràng Định"));
    fields.put("body", named("huyện Tràng Định"));
    assertThat(planning.submit(path, path, fields).statusCode()).isIn(302, 303);
  }

  @Test
  void committeeProposedIsThatOfThePlaceOfferedFirstAndPlacesOfOneNameAreToldApart() {
    String path = form(commune("huyện Tràng Định"), commune("huyện Chi Lăng"));
    String body = planning.get(path).body();
    assertThat(body)
        .contains(
            ">xã Chi Lăng, huyện Chi Lăng</option>", ">xã Chi Lăng, huyện Tràng Định</option>");
    boolean borderFirst = body.indexOf("Tràng Định</option>") < body.indexOf("Chi Lăng</option>");
    assertThat(body)
        .contains("value=\"" + named(borderFirst ? "huyện Tràng Định" : "huyện Chi Lăng") + "\"");
    // The district may speak of its own commune only.
    assertThat(district.get(path).body())
        .contains("value=\"" + named("huyện Chi Lăng") + "\"", ">xã Chi Lăng</option>")
        .doesNotContain("Tràng Định</option>");
  }

  @Test
  void figuresAgreeWithTheStageAndTheDayIsNotBeforeTheProject() {
    String path = form(commune("huyện Chi Lăng"));
    Map<String, String> fields = site("thong-bao", "0", "10", "9");
    fields.put("due", "01/01/2010");
    assertThat(refused(path, fields))
        .contains("Số hộ đã bàn giao đất: bước “Thông báo thu hồi đất” chưa thể có, mà ghi 9")
        .contains("Hạn bàn giao 01/01/2010 trước khi có dự án (01/01/2019)");
    fields = site("ban-giao", "0", "10", "0");
    fields.put("blocker", "gia-dat-cham");
    assertThat(refused(path, fields))
        .contains("Diện tích đã bàn giao (m²): bước “Đã bàn giao mặt bằng” mà mới có 0 trên 1.000")
        .contains("Số hộ đã bàn giao đất: bước “Đã bàn giao mặt bằng” mà mới có 0 trên 10")
        .contains("Bước “Đã bàn giao mặt bằng” thì không còn vướng mắc");
    assertThat(district.submit(path, path, site("ban-giao", "1000", "10", "10")).statusCode())
        .isIn(302, 303);
  }

  @Test
  void districtPutsNoBodyOutsideItsPlaceInChargeWithoutAReasonThatIsShown() {
    String path = form(commune("huyện Chi Lăng"));
    Map<String, String> fields = site("thong-bao", "0", "10", "0");
    fields.put("body", "Sở Tài chính");
    assertThat(refused(path, fields))
        .contains("Cơ quan chịu trách nhiệm “Sở Tài chính” không thuộc địa bàn của anh, chị");
    fields.put("body_why", "chờ thẩm định giá đất mẫu");
    assertThat(district.submit(path, path, fields).statusCode()).isIn(302, 303);
    assertThat(planning.get(path.replace("/mat-bang", "")).body())
        .contains("Sở Tài chính", "Lý do giao: chờ thẩm định giá đất mẫu");
  }

  private static String refused(String path, Map<String, String> fields) {
    HttpResponse<String> answer = district.submit(path, path, fields);
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer.body();
  }

  private static Map<String, String> site(
      String stage, String handed, String households, String handedHouseholds) {
    Map<String, String> fields = new HashMap<>();
    fields.put("unit", Integer.toString(commune("huyện Chi Lăng")));
    fields.put("stage", stage);
    fields.put("area", "1000");
    fields.put("area_handed", handed);
    fields.put("households", households);
    fields.put("paid_households", "0");
    fields.put("handed_households", handedHouseholds);
    fields.put("body", named("huyện Chi Lăng"));
    return fields;
  }

  /** The form of a new site of a project at these places. */
  private static String form(int... places) {
    ProjectFacts facts = world.facts("Đường mẫu qua xã cùng tên " + projects++, null);
    long project =
        world.register(
            new ProjectFacts(
                facts.codes(),
                facts.name(),
                facts.ownerId(),
                facts.classing(),
                facts.time(),
                facts.capacity(),
                Arrays.stream(places).boxed().toList()),
            null);
    return "/du-an/" + project + "/mat-bang";
  }

  private static int commune(String district) {
    return world.door(Places.class).search("xã Chi Lăng", ProjectWorld.DAY).stream()
        .filter(match -> match.place().name().equals("Chi Lăng"))
        .filter(match -> district.equals(match.parent()))
        .findFirst()
        .orElseThrow()
        .place()
        .id();
  }

  private static String named(String district) {
    return "Ủy ban nhân dân xã Chi Lăng, " + district;
  }
}
