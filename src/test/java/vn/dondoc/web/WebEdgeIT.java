package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** What comes over the wire that no page of ours would send, byte for byte. */
class WebEdgeIT {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String FOREIGN = "xau.example";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String RECEIVE = "/chi-dao/tiep-nhan";
  private static Province province;
  private static WebPerson clerk;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    clerk = WebPerson.at(province.server());
    String once = Objects.requireNonNull(province.passwords().get("van-phong"));
    clerk.signIn("van-phong", once);
    clerk.change(once, OWN);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/chi-dao",
        "/nhiem-vu?tim=x",
        "/ngon-ngu?ma=en&ve=/chi-dao",
        "/khong-co",
        "//x/y"
      })
  void leadsNobodyToTheHostARequestClaims(String path) throws IOException {
    String answer = send("GET " + path + " HTTP/1.1", "Host: " + FOREIGN, "", false);
    assertThat(location(answer)).as(answer).startsWith("/").doesNotStartWith("//");
  }

  @Test
  void leadsASignInAndAFormToNoForeignHostEither() throws IOException {
    String form = "Host: " + FOREIGN + "\r\nContent-Type: application/x-www-form-urlencoded";
    String wrong = send("POST /dang-nhap HTTP/1.1", form, "login=x&password=y", false);
    assertThat(location(wrong)).startsWith("/dang-nhap");
    String out = send("POST /dang-xuat HTTP/1.1", form, "_csrf=" + token(), true);
    assertThat(out).startsWith("HTTP/1.1 302");
    assertThat(location(out)).isEqualTo("/");
    assertThat(clerk.signIn("van-phong", OWN).headers().firstValue("Location"))
        .contains("/viec-cua-toi");
  }

  @ParameterizedTest
  @CsvSource({"3000", "20000"})
  void refusesAFileByItsNameWhenThatIsTooLong(int length) throws IOException {
    String answer = upload("filename=\"" + "ê".repeat(length) + ".txt\"", "Giao Sở Mẫu báo cáo.");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("ên tệp").contains("ngắn hơn");
  }

  @Test
  void takesTheLongestNameAFileCanHave() throws IOException {
    String answer = upload("filename=\"" + "ệ".repeat(251) + ".txt\"", "Nấu phở bò.");
    assertThat(answer).startsWith("HTTP/1.1 200").contains("ệ.txt");
  }

  @Test
  void stillSaysWhatIsTooLarge() throws IOException {
    String form = upload("filename=\"a.txt\"", "a".repeat((20 << 20) + 1));
    assertThat(form).contains("“a.txt” lớn hơn 20 MB", "id=\"tep\"");
    String answer = upload("filename=\"a.txt\"", "a".repeat(21 << 20));
    assertThat(answer).startsWith("HTTP/1.1 413").contains("20 MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=khac",
        "multipart/mixed; boundary=x",
      })
  void answersAFormThatCannotBeTakenApartAsAWrongRequest(String type) throws IOException {
    String token = token();
    for (String withToken : new String[] {"", "\r\nX-CSRF-TOKEN: " + token}) {
      String head = "Host: a\r\nContent-Type: " + type + withToken;
      String answer = send("POST /co-quan/nhap HTTP/1.1", head, "--x\r\nrac", true);
      assertThat(answer.substring(0, 12)).as(head).isIn("HTTP/1.1 400", "HTTP/1.1 403");
      assertThat(answer).contains("class=\"");
    }
  }

  @Test
  void answersAFormWithoutItsFieldsAsAWrongRequest() {
    String page = clerk.get(RECEIVE).body();
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    int status = clerk.post("/co-quan/nhap", Map.of(), token.group(1)).statusCode();
    assertThat(status).isEqualTo(400);
    assertThat(clerk.get("/chi-dao/khong-phai-so").statusCode()).isEqualTo(404);
  }

  private static String upload(String name, String words) throws IOException {
    String part =
        "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n".formatted(token())
            + "--x\r\nContent-Disposition: form-data; name=\"tep\"; %s\r\n".formatted(name)
            + "Content-Type: text/plain\r\n\r\n"
            + words
            + "\r\n--x--\r\n";
    String head = "Host: a\r\nContent-Type: multipart/form-data; boundary=x";
    return send("POST " + RECEIVE + " HTTP/1.1", head, part, true);
  }

  private static String token() {
    Matcher token = TOKEN.matcher(clerk.get(RECEIVE).body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static String location(String answer) {
    return answer
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:"))
        .map(line -> line.substring("location:".length()).strip())
        .findFirst()
        .orElse("/");
  }

  private static String send(String line, String head, String body, boolean signedIn)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String cookie = signedIn ? "\r\nCookie: phien=" + clerk.cookie("phien") : "";
    String request =
        line
            + "\r\n"
            + head
            + cookie
            + (body.isEmpty() ? "" : "\r\nContent-Length: " + bytes.length)
            + "\r\nConnection: close\r\n\r\n";
    URI server = URI.create(province.address(""));
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nhiem-vu?tim=%00", "/co-quan?tim=a%00b", "/dia-ban?tim=%00"})
  void refusesTheCharacterNoKeyboardTypes(String path) {
    assertThat(clerk.get(path).statusCode()).isEqualTo(400);
  }

  @Test
  void refusesTheCharacterNoKeyboardTypesInAForm() {
    var answer = clerk.submit("/chi-dao/tiep-nhan", "/ngon-ngu", Map.of("ma", "v\0i"));
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void tellsTheLanguageOfThePageInItsHead() {
    assertThat(clerk.get("/", "Accept-Language", "en").headers().firstValue("Content-Language"))
        .contains("vi-VN");
  }
}
