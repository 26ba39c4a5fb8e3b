package vn.dondoc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.directive.Directives;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** A session that ended costs a sign-in, never the place; and leads nowhere but to this site. */
class ReturnPathIT {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final Pattern BACK = Pattern.compile("name=\"ve\" value=\"([^\"]*)\"");
  private static Province province;
  private static String review;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    String text =
        """
        UBND TỈNH MẪU
        Số: 12/TB-UBND
        THÔNG BÁO
        Kết luận của Chủ tịch UBND tỉnh
        1. Giao Sở Kế hoạch và Đầu tư báo cáo UBND tỉnh trước ngày 31/8/2020.
        """;
    long id =
        Acting.call(
            Actor.system("test"),
            () ->
                province
                    .server()
                    .door(Directives.class)
                    .receive("mau.txt", text.getBytes(StandardCharsets.UTF_8), true)
                    .documentId());
    review = "/chi-dao/" + id + "/duyet";
    for (String login : new String[] {"van-phong", "van-phong-hai", "ke-hoach"}) {
      WebPerson person = visitor();
      person.signIn(login, oneTime(login));
      assertThat(location(person.change(oneTime(login), OWN))).isEqualTo("/viec-cua-toi");
    }
  }

  @AfterAll
  static void close() {
    province.close();
  }

  private static WebPerson visitor() {
    return WebPerson.at(province.server());
  }

  private static String oneTime(String login) {
    return Objects.requireNonNull(province.passwords().get(login), login);
  }

  private static WebPerson signedIn(String login) {
    WebPerson person = visitor();
    assertThat(location(person.signIn(login, OWN))).isEqualTo("/viec-cua-toi");
    return person;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
  }

  /** Fills in the form of a page as a browser does, its hidden fields as they stand. */
  private static HttpResponse<String> fillIn(
      WebPerson person, String page, String action, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    Matcher back = BACK.matcher(person.get(page).body());
    assertThat(back.find()).as("the way back in %s", page).isTrue();
    all.put("ve", back.group(1).replace("&amp;", "&"));
    return person.submit(page, action, all);
  }

  private static HttpResponse<String> signInAt(WebPerson person, String page, String login) {
    return fillIn(person, page, "/dang-nhap", Map.of("login", login, "password", OWN));
  }

  private static void endAllSessions() {
    JdbcClient.create(province.server().database().owner())
        .sql("delete from identity.session")
        .update();
  }

  @Test
  void endedSessionLeadsThroughSignInBackToTheReview() {
    WebPerson person = signedIn("van-phong");
    assertThat(person.get(review + "?loc=mo").statusCode()).isEqualTo(200);
    endAllSessions();
    String signIn = location(person.get(review + "?loc=mo"));
    assertThat(signIn).startsWith("/dang-nhap?").contains("het");
    assertThat(person.get(signIn).body()).contains("Phiên làm việc đã hết");
    assertThat(location(signInAt(person, signIn, "van-phong"))).isEqualTo(review + "?loc=mo");
    assertThat(person.get(review + "?loc=mo").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nhiem-vu?tim=b%C3%A1o+c%C3%A1o&trang=1",
        "/nhiem-vu/xuat",
        "/chi-dao",
        "/chi-dao/tiep-nhan",
        "/co-quan?loai=DEPARTMENT",
        "/dia-ban",
        "/tai-khoan",
        "/doi-mat-khau"
      })
  void everyPageIsComeBackTo(String page) {
    WebPerson person = visitor();
    String signIn = location(person.get(page));
    assertThat(signIn).startsWith("/dang-nhap?").doesNotContain("het-phien");
    assertThat(location(signInAt(person, signIn, "van-phong"))).isEqualTo(page);
  }

  @Test
  void formSentAfterTheSessionEndedLeadsBackToItsPage() {
    WebPerson person = signedIn("van-phong");
    endAllSessions();
    String page = review + "?viec=1";
    HttpResponse<String> answer =
        person.post(review + "/hoan-tac", Map.of(), "cu", "Referer", province.address("") + page);
    String signIn = location(answer);
    assertThat(signIn).startsWith("/dang-nhap?").contains("het");
    assertThat(location(signInAt(person, signIn, "van-phong"))).isEqualTo(page);
  }

  @Test
  void signInPageLeftOpenOvernightStillKnowsTheWay() {
    WebPerson person = visitor();
    Map<String, String> fields = Map.of("login", "van-phong", "password", OWN, "ve", review);
    String again = location(person.post("/dang-nhap", fields, "cu"));
    assertThat(again).startsWith("/dang-nhap?").contains("het");
    assertThat(location(signInAt(person, again, "van-phong"))).isEqualTo(review);
  }

  @Test
  void wrongPasswordAndOtherLanguageKeepTheWay() {
    WebPerson person = visitor();
    String signIn = location(person.get(review));
    HttpResponse<String> english =
        person.get("/ngon-ngu?ma=en&ve=" + URLEncoder.encode(signIn, StandardCharsets.UTF_8));
    assertThat(location(english)).isEqualTo(signIn);
    Map<String, String> wrong = Map.of("login", "van-phong", "password", "sai");
    String again = location(fillIn(person, signIn, "/dang-nhap", wrong));
    assertThat(person.get(again).body()).contains("role=\"alert\"");
    assertThat(location(signInAt(person, again, "van-phong"))).isEqualTo(review);
  }

  @Test
  void wayBackSurvivesTheChangeOfOneTimePassword() {
    WebPerson person = visitor();
    String page = "/nhiem-vu?tim=x&trang=1";
    String once = oneTime("huyen-chi-lang");
    String signIn = location(person.get(page));
    Map<String, String> login = Map.of("login", "huyen-chi-lang", "password", once);
    String next = location(fillIn(person, signIn, "/dang-nhap", login));
    if (!next.startsWith("/doi-mat-khau")) {
      next = location(person.get(next));
    }
    assertThat(next).startsWith("/doi-mat-khau?");
    Map<String, String> weak = Map.of("old", once, "fresh", "12345678", "again", "12345678");
    next = location(fillIn(person, next, "/doi-mat-khau", weak));
    assertThat(next).startsWith("/doi-mat-khau?");
    Map<String, String> good = Map.of("old", once, "fresh", OWN, "again", OWN);
    assertThat(location(fillIn(person, next, "/doi-mat-khau", good))).isEqualTo(page);
    assertThat(person.get(page).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherAccountThatMayNotSeeThePageIsRefusedThere() {
    WebPerson person = signedIn("van-phong");
    endAllSessions();
    String signIn = location(person.get(review));
    assertThat(location(signInAt(person, signIn, "ke-hoach"))).isEqualTo(review);
    HttpResponse<String> refused = person.get(review);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("12/TB-UBND", "báo cáo UBND tỉnh");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//xau.example",
        "///xau.example",
        "/\\xau.example",
        "\\\\xau.example",
        "https://xau.example/",
        "https:xau.example",
        "javascript:alert(1)",
        "/%2F/xau.example",
        "/%5Cxau.example",
        "/./%2Fxau.example",
        "/..//xau.example",
        "/chi-dao//xau.example",
        "/\txau.example",
        "/\t/xau.example",
        "/chi-dao\r\nSet-Cookie: phien=1",
        "/@xau.example",
        "/{x}",
        "/dang-xuat",
        "/dang-nhap?ve=%2Fdang-nhap",
        "xau.example",
        " /chi-dao",
        "/ngon-ngu?ve=%2F%2Fxau.example",
        ""
      })
  void leadsNowhereButToPagesOfThisSite(String back) {
    Map<String, String> fields = Map.of("login", "van-phong-hai", "password", OWN, "ve", back);
    WebPerson person = visitor();
    HttpResponse<String> answer = person.submit("/dang-nhap", "/dang-nhap", fields);
    assertThat(location(answer)).isEqualTo("/viec-cua-toi");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.equals("phien=1"));
    String page = "/dang-nhap?ve=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    assertThat(visitor().get(page).body()).contains("name=\"ve\" value=\"/\"");
    assertThat(person.get(page.replaceFirst("dang-nhap", "doi-mat-khau")).body())
        .contains("name=\"ve\" value=\"/\"");
  }

  @Test
  void foreignRefererGivesItsPathOnlyAndNonsenseTheHomePage() {
    for (String referer :
        new String[] {"https://xau.example//y", "khong phai dia chi", "about:x"}) {
      HttpResponse<String> answer =
          visitor().post(review + "/them", Map.of(), "cu", "Referer", referer);
      assertThat(location(answer)).as(referer).isEqualTo("/dang-nhap?het-phien");
    }
    HttpResponse<String> foreign =
        visitor().post(review + "/them", Map.of(), "cu", "Referer", "https://xau.example/nhiem-vu");
    assertThat(location(foreign)).isEqualTo("/dang-nhap?het-phien&ve=%2Fnhiem-vu");
  }

  @Test
  void addressTooLongLeadsHome() {
    assertThat(location(visitor().get("/nhiem-vu?tim=" + "a".repeat(1_000))))
        .isEqualTo("/dang-nhap");
  }
}
