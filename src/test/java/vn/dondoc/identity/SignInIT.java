package vn.dondoc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Province;

/** Signing in, over HTTP as a browser does it, with everything that is refused. */
class SignInIT {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static Province province;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void everyAnswerForbidsScriptsThatAreNotOurs() throws Exception {
    HttpResponse<String> home = get(visitor(), "/");
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(home.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(home.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void whoeverAsksForThePublicPageWithoutItsContentIsAnsweredAlike() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(province.address("/")))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<Void> answer = visitor().send(head, HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void visitorIsLedToSignInFromEveryInnerPage() throws Exception {
    for (String path :
        new String[] {
          "/chi-dao", "/nhiem-vu", "/nhiem-vu/xuat", "/co-quan", "/dia-ban", "/nhat-ky"
        }) {
      HttpResponse<String> answer = get(visitor(), path);
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).contains("/dang-nhap");
    }
  }

  @Test
  void oneTimePasswordOpensOnlyThePageThatChangesIt() throws Exception {
    HttpClient person = visitor();
    assertThat(signIn(person, "ke-hoach", passwordOf("ke-hoach"))).isEqualTo("/viec-cua-toi");
    assertThat(location(get(person, "/nhiem-vu"))).isEqualTo("/doi-mat-khau?ve=%2Fnhiem-vu");
    change(person, "ke-hoach", "12345678");
    assertThat(get(person, "/doi-mat-khau").body()).contains("quá dễ đoán", "cần ít nhất 12");
    change(person, "ke-hoach", passwordOf("ke-hoach"));
    assertThat(get(person, "/doi-mat-khau").body()).contains("trùng mật khẩu đang dùng");
    for (String plain : new String[] {"            ", "đđđđđđđđđđđđđđ", "901234567890"}) {
      change(person, "ke-hoach", plain);
      assertThat(get(person, "/doi-mat-khau").body()).as(plain).contains("lặp lại hoặc nối nhau");
    }
    change(person, "ke-hoach", "mot cau that dai cua rieng toi");
    assertThat(get(person, "/nhiem-vu").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = get(person, "/nhat-ky");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("audit.read");
  }

  @Test
  void fiveWrongPasswordsStopEvenTheRightOneAndTellNoMoreOfAnAccountThatIsNotThere()
      throws Exception {
    for (String login : new String[] {"van-phong-hai", "khong-co-ai"}) {
      for (int n = 0; n < 5; n++) {
        assertThat(signIn(visitor(), login, "sai-" + n)).isEqualTo("/dang-nhap?sai");
      }
      String right = Objects.requireNonNullElse(province.passwords().get(login), "x");
      assertThat(signIn(visitor(), login, right)).isEqualTo("/dang-nhap?khoa");
    }
  }

  @Test
  void formWithoutItsTokenIsRefused() throws Exception {
    HttpResponse<String> answer =
        post(visitor(), "/dang-nhap", Map.of("login", "quan-tri", "password", "x"));
    assertThat(location(answer)).isEqualTo("/dang-nhap?het-phien");
  }

  @Test
  void accountThatIsClosedIsOutAtItsNextRequest() throws Exception {
    HttpClient person = visitor();
    signIn(person, "quan-tri", passwordOf("quan-tri"));
    change(person, "quan-tri", "mot cau that dai cua rieng toi");
    assertThat(get(person, "/nhat-ky").statusCode()).isEqualTo(200);
    Accounts accounts = province.server().door(Accounts.class);
    long id =
        JdbcClient.create(province.server().database().owner())
            .sql("select id from identity.account where login = 'quan-tri'")
            .query(Long.class)
            .single();
    Acting.as(Actor.system("test"), () -> accounts.disable(id));
    assertThat(location(get(person, "/nhat-ky"))).contains("/dang-nhap");
  }

  private static String passwordOf(String login) {
    return Objects.requireNonNull(province.passwords().get(login), login);
  }

  private void change(HttpClient person, String login, String fresh) throws Exception {
    String token = token(get(person, "/doi-mat-khau").body());
    String old = passwordOf(login);
    post(
        person,
        "/doi-mat-khau",
        Map.of("_csrf", token, "old", old, "fresh", fresh, "again", fresh));
  }

  private String signIn(HttpClient person, String login, String password) throws Exception {
    String token = token(get(person, "/dang-nhap").body());
    return location(
        post(person, "/dang-nhap", Map.of("_csrf", token, "login", login, "password", password)));
  }

  private static HttpClient visitor() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  private static String token(String html) {
    Matcher found = TOKEN.matcher(html);
    assertThat(found.find()).as("a form token in the page").isTrue();
    return found.group(1);
  }

  private static String location(HttpResponse<String> answer) {
    String full = answer.headers().firstValue("Location").orElse("");
    return full.replaceFirst("^http://[^/]+", "");
  }

  private static HttpResponse<String> get(HttpClient person, String path) throws Exception {
    return person.send(
        HttpRequest.newBuilder(URI.create(province.address(path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(HttpClient person, String path, Map<String, String> form)
      throws Exception {
    String body =
        form.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return person.send(
        HttpRequest.newBuilder(URI.create(province.address(path)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
