package vn.dondoc.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** Who moves the day of a demonstration, how he is asked, and who does not. */
class MovePageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static Province province;
  private static WebPerson office;
  private static WebPerson department;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    office = person("van-phong");
    department = person("ke-hoach");
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @BeforeEach
  void standOnAugust14() {
    owner().sql("delete from database.province_day").update();
    owner().sql("insert into database.province_day (day) values ('2020-08-14')").update();
  }

  @Test
  void stripLeadsThereWhoMayAndNobodyElse() {
    assertThat(office.get("/nhiem-vu").body()).contains("href=\"/ngay\"", "Ngày 14/08/2020");
    assertThat(department.get("/nhiem-vu").body()).doesNotContain("href=\"/ngay\"");
    assertThat(WebPerson.at(province.server()).get("/").body()).doesNotContain("href=\"/ngay\"");
    assertThat(department.get("/ngay").statusCode()).isEqualTo(403);
    assertThat(department.post("/ngay", to("15/8/2020"), token(department)).statusCode())
        .isEqualTo(403);
    assertThat(day()).isEqualTo("2020-08-14");
  }

  @Test
  void pageOffersTheNextDayTheNextWeekAndTheEndOfTheMonth() {
    assertThat(office.get("/ngay").body())
        .contains("thứ Sáu 14/08/2020")
        .contains("den=15/08/2020", "den=17/08/2020", "den=31/08/2020");
    owner().sql("update database.province_day set day = '2020-08-31'").update();
    assertThat(office.get("/ngay").body())
        .contains("den=01/09/2020", "den=07/09/2020", "den=30/09/2020");
  }

  @Test
  void movesOnlyAfterAskingAndEveryPageStandsOnTheNewDay() {
    HttpResponse<String> asked = office.get("/ngay/hoi?den=31/08/2020");
    assertThat(asked.body()).contains("17 ngày", "không lấy lại được", "data-working=");
    assertThat(day()).isEqualTo("2020-08-14");
    HttpResponse<String> moved =
        office.submit("/ngay/hoi?den=31/08/2020", "/ngay", to("31/08/2020"));
    assertThat(moved.statusCode()).isEqualTo(302);
    assertThat(day()).isEqualTo("2020-08-31");
    assertThat(office.get("/ngay").body()).contains("17 ngày đã qua");
    assertThat(office.get("/nhiem-vu").body()).contains("Ngày 31/08/2020");
    // The same form sent twice moves it once.
    HttpResponse<String> twice = office.submit("/ngay/hoi?den=1/9/2020", "/ngay", to("31/08/2020"));
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("không còn là 14/08/2020", "31/08/2020");
  }

  @Test
  void refusesNoDayNoRealDayDayBehindAndDayTooFarWithWhatWasTyped() {
    for (String[] wrong :
        new String[][] {
          {"", "Chưa chọn ngày"},
          {"31/2/2020", "không phải một ngày có thật"},
          {"14/8/2020", "Không lùi được"},
          {"16/8/2021", "nhiều nhất 366 ngày"}
        }) {
      HttpResponse<String> answer = office.get("/ngay/hoi?den=" + wrong[0]);
      assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(422);
      assertThat(answer.body()).contains(wrong[1], "value=\"" + wrong[0] + "\"");
    }
    assertThat(office.get("/ngay/hoi?den=15/8/2021").statusCode()).isEqualTo(200);
  }

  @Test
  void realInstallationHasNoSuchControlAndRefuses() {
    owner().sql("delete from database.province_day").update();
    assertThat(office.get("/nhiem-vu").body()).doesNotContain("href=\"/ngay\"");
    HttpResponse<String> asked = office.get("/ngay");
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("không phải bản trình diễn");
    HttpResponse<String> sent = office.post("/ngay", to("15/8/2020"), token(office));
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("không phải bản trình diễn");
  }

  private static Map<String, String> to(String day) {
    return Map.of("tu", "14/08/2020", "den", day);
  }

  private static String token(WebPerson person) {
    String page = person.get("/doi-mat-khau").body();
    String before = "name=\"_csrf\" value=\"";
    int at = page.indexOf(before) + before.length();
    return page.substring(at, page.indexOf('"', at));
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  private static String day() {
    return owner().sql("select day::text from database.province_day").query(String.class).single();
  }

  private static JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }
}
