package vn.dondoc.rural.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.CountedStatements;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.testing.WebPerson;

/** However much communes reported, the matrix asks the database as often. */
class MatrixStatementsDbTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final CountedStatements COUNTED = new CountedStatements();
  private static MatrixWorld world;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    Province province = Province.ofAugust2020(Server.start(TestDatabase.ofProvince(), COUNTED));
    world = MatrixWorld.in(new RuralWorld(province));
    office = person("dieu-phoi");
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(world.province().server());
    String password = Objects.requireNonNull(world.province().passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private Map<String, Integer> statements() {
    List<String> pages =
        List.of(
            "/nong-thon-moi",
            "/nong-thon-moi?xem=tat-ca&tieu-chi=17",
            "/nong-thon-moi?ngay=31/7/2020&ban-do=1/7/2025",
            "/nong-thon-moi?co-quan=S%E1%BB%9F+Y+t%E1%BA%BF&muc=du",
            "/nong-thon-moi/xuat",
            "/nong-thon-moi/tong-hop/xuat",
            "/nong-thon-moi/xa/" + world.unit("Y Tịch"));
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (String page : pages) {
      office.get(page);
      counted.put(
          page, COUNTED.during(() -> assertThat(office.get(page).statusCode()).isEqualTo(200)));
    }
    return counted;
  }

  @Test
  void numberOfStatementsIsTheSameForNoReportAndForNineThousand() {
    Map<String, Integer> few = statements();
    Map<Integer, Set<String>> unmet = new LinkedHashMap<>();
    world.communes().forEach(commune -> unmet.put(commune.id(), MatrixWorld.lacking(3)));
    world.claim(unmet, MatrixWorld.JULY, 1);
    assertThat(statements()).isEqualTo(few);
    assertThat(few.values()).allMatch(count -> count > 0 && count < 40);
    // What July came to was asked for before its reports were there.
    assertThat(office.get("/nong-thon-moi").body())
        .contains("bình quân 16,00 tiêu chí", "0,00 so với 31/07/2020")
        .doesNotContain("+16,00 so với");
  }

  @Test
  void communeFindsNothingButItself() {
    WebPerson commune = person("xa-y-tich");
    assertThat(commune.get("/nong-thon-moi?xem=tat-ca").body())
        .contains("Y Tịch", "Đang xem 1 trên 1 xã")
        .doesNotContain("Vạn Linh", "Minh Sơn");
    String other = "/nong-thon-moi/xa/" + world.unit("Minh Sơn");
    assertThat(commune.get(other).statusCode()).isEqualTo(404);
    assertThat(commune.get(other + "/1.1").statusCode()).isEqualTo(404);
    assertThat(commune.get("/nong-thon-moi/xa/" + world.unit("Y Tịch") + "/1.1").statusCode())
        .isEqualTo(200);
  }

  @Test
  void everyGroupCountsTheCommunesItsListShows() {
    world.mark(world.unit("Y Tịch"), "especially_difficult", "yes");
    world.mark(world.unit("Minh Sơn"), "especially_difficult", "yes");
    world.mark(world.unit("Vạn Linh"), "pilot", "yes");
    String totals = office.get("/nong-thon-moi").body();
    assertThat(totals)
        .contains("Mỗi nhóm tính trên mọi xã của nhóm trong phạm vi được xem (181 xã)");
    Map<String, String> groups = Map.of("dac-biet-kho-khan", "2", "xa-diem", "1", "phan-dau", "13");
    groups.forEach((group, communes) -> {
      assertThat(totals)
          .containsPattern(
              "nhom=" + group + "\">[^<]+</a></th><td class=\"num\">" + communes + "<");
      assertThat(office.get("/nong-thon-moi?nhom=" + group).body())
          .contains("Đang xem " + communes + " trên 181 xã");
    });
  }

  @Test
  void whatNobodyCanHaveMeantIsRefused() {
    for (String page :
        List.of("?ngay=32/8/2020", "?ngay=15/8/2020", "?nhom=x", "?tieu-chi=20", "?muc=x")) {
      assertThat(office.get("/nong-thon-moi" + page).statusCode()).as(page).isEqualTo(422);
    }
    HttpResponse<String> early = office.get("/nong-thon-moi?ban-do=01/01/1800");
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body())
        .contains("chỉ có bản đồ địa giới từ ngày 31/08/2004, chưa biết địa giới ngày 01/01/1800");
    assertThat(office.get("/nong-thon-moi?ban-do=31/08/2004").statusCode()).isEqualTo(200);
    assertThat(office.get("/nong-thon-moi?ngay=1/1/2010").body()).contains("không có bộ tiêu chí");
  }
}
