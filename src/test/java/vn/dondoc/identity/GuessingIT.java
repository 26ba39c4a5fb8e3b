package vn.dondoc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** Strangers who guess passwords, and the owner who must get in all the same; sessions that end. */
class GuessingIT {
  private static final String OWN = "mot cau that dai cua rieng toi";
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
  void strangerAtTheSameAddressCannotKeepTheOwnerOutOfABrowserKnownToTheAccount() {
    WebPerson owner = enter("ke-hoach");
    owner.submit("/tai-khoan", "/dang-xuat", Map.of());
    assertThat(owner.get("/tai-khoan").statusCode()).isEqualTo(302);
    WebPerson stranger = WebPerson.at(province.server());
    guess(stranger, "ke-hoach", 5);
    assertThat(answer(stranger, "ke-hoach", OWN)).isEqualTo("/dang-nhap?khoa");
    assertThat(answer(owner, "ke-hoach", OWN)).isEqualTo("/viec-cua-toi");
    assertThat(answer(stranger, "ke-hoach", OWN)).isEqualTo("/dang-nhap?khoa");
  }

  @Test
  void knownBrowserHasACountOfItsOwn() {
    WebPerson owner = enter("kho-bac");
    owner.submit("/tai-khoan", "/dang-xuat", Map.of());
    guess(owner, "kho-bac", 5);
    assertThat(answer(owner, "kho-bac", OWN)).isEqualTo("/dang-nhap?khoa");
    // The same browser is a stranger to every other account.
    guess(owner, "mat-tran", 5);
    assertThat(answer(owner, "mat-tran", first("mat-tran"))).isEqualTo("/dang-nhap?khoa");
  }

  @Test
  void guessesFromEverywhereOnlySlowTheAccountDown() throws IOException {
    for (int host = 2; host < 5; host++) {
      guess(from("127.0.0." + host), "kiem-tra", 5);
      assertThat(answer(from("127.0.0." + host), "kiem-tra", first("kiem-tra")))
          .isEqualTo("/dang-nhap?khoa");
    }
    long begun = System.nanoTime();
    assertThat(answer(from("127.0.0.9"), "kiem-tra", first("kiem-tra"))).isEqualTo("/viec-cua-toi");
    assertThat((System.nanoTime() - begun) / 1_000_000).isBetween(1_000L, 15_000L);
  }

  @Test
  void markOfTheBrowserGoesToTheSignInFormOnlyAndNoOtherIsTakenUp() {
    WebPerson owner = WebPerson.at(province.server());
    String planted = "a".repeat(64);
    String token =
        owner.get("/dang-nhap").body().replaceAll("(?s).*_csrf\" value=\"([^\"]+).*", "$1");
    String set =
        String.join(
            "\n",
            owner
                .post(
                    "/dang-nhap",
                    Map.of("login", "mat-tran", "password", "sai"),
                    token,
                    "Cookie",
                    "may-quen=" + planted)
                .headers()
                .allValues("Set-Cookie"));
    assertThat(set).doesNotContain("may-quen");
    set =
        String.join(
            "\n", owner.signIn("dieu-phoi", first("dieu-phoi")).headers().allValues("Set-Cookie"));
    assertThat(set)
        .containsPattern("may-quen=[0-9a-f]{64}; Path=/dang-nhap; [^\n]*HttpOnly; SameSite=Lax")
        .doesNotContain(planted);
  }

  @Test
  void changedPasswordEndsEveryOtherSessionOfTheAccountAtOnce() {
    WebPerson one = enter("chu-dau-tu");
    WebPerson other = WebPerson.at(province.server());
    other.signIn("chu-dau-tu", OWN);
    assertThat(other.get("/nhiem-vu").statusCode()).isEqualTo(200);
    String before = one.cookie("phien");
    one.change(OWN, "mot cau khac that dai cua toi");
    assertThat(other.get("/nhiem-vu").headers().firstValue("Location").orElse(""))
        .contains("/dang-nhap?het-phien");
    assertThat(one.get("/nhiem-vu").statusCode()).isEqualTo(200);
    assertThat(one.cookie("phien")).isNotEqualTo(before);
  }

  @Test
  void passwordRefusedEndsNoSession() {
    WebPerson one = enter("huyen-chi-lang");
    WebPerson other = WebPerson.at(province.server());
    other.signIn("huyen-chi-lang", OWN);
    one.change("sai", "mot cau khac that dai cua toi");
    assertThat(other.get("/nhiem-vu").statusCode()).isEqualTo(200);
  }

  private static WebPerson enter(String login) {
    WebPerson person = WebPerson.at(province.server());
    person.signIn(login, first(login));
    person.change(first(login), OWN);
    assertThat(person.get("/tai-khoan").statusCode()).isEqualTo(200);
    return person;
  }

  private static WebPerson from(String address) throws IOException {
    CookieManager cookies = new CookieManager();
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .localAddress(InetAddress.getByName(address))
            .build();
    return new WebPerson(province.address(""), client, cookies);
  }

  private static void guess(WebPerson person, String login, int times) {
    for (int n = 0; n < times; n++) {
      assertThat(answer(person, login, "sai-" + n)).isEqualTo("/dang-nhap?sai");
    }
  }

  private static String answer(WebPerson person, String login, String password) {
    return person
        .signIn(login, password)
        .headers()
        .firstValue("Location")
        .orElse("")
        .replaceFirst("^http://[^/]+", "");
  }

  private static String first(String login) {
    return Objects.requireNonNull(province.passwords().get(login), login);
  }
}
