package vn.dondoc.rural.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rural.workbook.BookWorld.AUGUST;
import static vn.dondoc.rural.workbook.BookWorld.Y_TICH;
import static vn.dondoc.rural.workbook.BookWorld.type;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.WebPerson;

/** The preview of a workbook: what will be written, as it is kept, and apart what will not. */
class PreviewPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String VALUE = "Giá trị kỳ này";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static BookWorld world;
  private static WebPerson commune;

  @BeforeAll
  static void start() {
    world = BookWorld.start();
    RuralWorld rural = world.rural();
    commune = WebPerson.at(rural.province().server());
    String password = Objects.requireNonNull(rural.province().passwords().get("xa-y-tich"));
    commune.signIn("xa-y-tich", password);
    commune.change(password, OWN);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static String token() {
    Matcher token = TOKEN.matcher(commune.get("/nong-thon-moi/bieu").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void twentyFilesThatWaitAreNamedAndDroppedAtOnceAfterOneQuestion() {
    byte[] made =
        Acting.call(
            world.rural().commune(),
            () -> world.books().make(world.own(world.rural().commune()), AUGUST));
    HttpResponse<String> refused = send("bieu-0.xlsx", made);
    for (int n = 1; refused.statusCode() != 422 && n < 30; n++) {
      refused = send("bieu-" + n + ".xlsx", made);
    }
    assertThat(words(refused.body()))
        .contains("Đang có 20 tệp chờ xem: ", "bieu-1.xlsx (08/2020)")
        .contains("Bỏ các tệp đã chọn");
    List<String> waiting =
        Pattern.compile("name=\"chon\" value=\"(\\d+)\"")
            .matcher(refused.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(waiting).hasSize(20);
    String chosen = String.join("&chon=", waiting.subList(0, 19));
    String drop = "/nong-thon-moi/bieu/bo";
    HttpResponse<String> asked = post(drop, "chon=" + chosen);
    assertThat(words(asked.body())).contains("Bỏ 19 tệp?");
    assertThat(words(commune.get("/nong-thon-moi/bieu").body())).contains("Đang chờ 20 tệp");
    assertThat(post(drop, "chac=co&chon=" + chosen).statusCode()).isEqualTo(302);
    assertThat(words(commune.get("/nong-thon-moi/bieu").body())).contains("Đang chờ 1 tệp");
    assertThat(post(drop, "").statusCode()).isEqualTo(422);
    post(drop, "chac=co&chon=" + waiting.getLast());
  }

  private static HttpResponse<String> send(String name, byte[] book) {
    return commune.upload(
        "/nong-thon-moi/bieu", Map.of("_csrf", token()), "tep", Map.of(name, book));
  }

  @Test
  void fileOfWhichOneCommuneIsWrittenSaysWhatIsWrittenAndThatTheRestIsKept() {
    RuralWorld rural = world.rural();
    byte[] sent =
        BookWorld.edited(
            Acting.call(
                rural.district(), () -> world.books().make(world.own(rural.district()), AUGUST)),
            book -> {
              type(book.getSheet(Y_TICH), "13.1", VALUE, "Đạt");
              type(book.getSheet("Xã Vạn Linh"), "13.1", VALUE, "Đạt");
            });
    WebPerson district = WebPerson.at(rural.province().server());
    String once = Objects.requireNonNull(rural.province().passwords().get("huyen-chi-lang"));
    district.signIn("huyen-chi-lang", once);
    district.change(once, OWN);
    Matcher token = TOKEN.matcher(district.get("/nong-thon-moi/bieu").body());
    assertThat(token.find()).isTrue();
    String path =
        district
            .upload(
                "/nong-thon-moi/bieu",
                Map.of("_csrf", token.group(1)),
                "tep",
                Map.of("huyen.xlsx", sent))
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replaceFirst("^https?://[^/]+", "");
    assertThat(words(district.get(path).body())).contains("Chưa có gì được ghi");
    String one = Integer.toString(rural.unit("Y Tịch"));
    assertThat(district.submit(path, path + "/ghi", Map.of("xa", one)).statusCode()).isEqualTo(302);
    assertThat(words(district.get(path).body()))
        .contains("Đã ghi 1 xã; phần còn lại chưa ghi")
        .doesNotContain("Chưa có gì được ghi");
    district.submit(path, path + "/bo", Map.of());
  }

  /** A form whose one field has several values. */
  private static HttpResponse<String> post(String path, String fields) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(commune.base() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    fields + "&_csrf=" + URLEncoder.encode(token(), StandardCharsets.UTF_8)))
            .build();
    try {
      return commune.client().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusedFiguresStandApartAndTheOthersAsTheyAreKept() {
    byte[] made =
        Acting.call(
            world.rural().commune(),
            () -> world.books().make(world.own(world.rural().commune()), AUGUST));
    int[] second = new int[1];
    byte[] sent =
        BookWorld.edited(
            made,
            book -> {
              Sheet sheet = book.getSheet(Y_TICH);
              type(sheet, "12.1", VALUE, "=2/3*100");
              type(sheet, "10.1", VALUE, 50_500_000);
              type(sheet, "18.1", VALUE, 2);
              type(sheet, "17.1", VALUE, 92);
              type(sheet, "17.1:nuoc_sach", VALUE, 62);
              second[0] = BookWorld.cell(sheet, "17.1:nuoc_sach", VALUE).getRowIndex() + 1;
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    HttpResponse<String> staged =
        commune.upload(
            "/nong-thon-moi/bieu", Map.of("_csrf", token()), "tep", Map.of("bieu.xlsx", sent));
    String path = staged.headers().firstValue("Location").orElseThrow();
    String page = commune.get(path.replaceFirst("^https?://[^/]+", "")).body();
    String refused = page.substring(page.indexOf("id=\"sk\""), page.indexOf("id=\"sd\""));
    assertThat(words(refused))
        .contains("Không ghi: 2 chỉ tiêu phải sửa", "10.1", "50.500.000")
        .contains("Có phải là 50,5\u00a0triệu đồng/người/năm?")
        .containsPattern("18\\.1 .*Trong tệp: 2 .*2 không phải")
        .doesNotContain("12.1");
    String written = page.substring(page.indexOf("id=\"sd\""));
    assertThat(words(written.substring(0, written.indexOf("</section>"))))
        .contains("Sẽ ghi, sau khi sửa hết chỗ sai", "12.1", "66,666667\u00a0%")
        .contains("F" + (second[0] - 1) + ", F" + second[0])
        .doesNotContain("50.500.000");
  }
}
