package vn.dondoc.rural.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.assessment.Attachment;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.assessment.Sending;
import vn.dondoc.rural.assessment.Standing;
import vn.dondoc.testing.WebPerson;

/** The form of a criterion without a script: what it takes, and everything it refuses. */
class ClaimPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Map<String, WebPerson> PEOPLE = new LinkedHashMap<>();
  private static RuralWorld world;
  private static WebPerson commune;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    commune = person("xa-y-tich");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static WebPerson person(String login) {
    return PEOPLE.computeIfAbsent(login, ClaimPageTest::enter);
  }

  private static WebPerson enter(String login) {
    WebPerson person = WebPerson.at(world.province().server());
    String password = Objects.requireNonNull(world.province().passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  private static String path(String unit, String criterion) {
    return "/nong-thon-moi/tu-danh-gia/" + world.unit(unit) + "/" + criterion + "?ky=2020-08";
  }

  private static int id(String indicator) {
    return world.indicator(indicator).id();
  }

  private static String field(String indicator) {
    return "so-" + id(indicator) + "-gia_tri";
  }

  /** Fields of indicators nobody has said anything of. */
  private static Map<String, String> fresh(String... indicatorsAndFigures) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < indicatorsAndFigures.length; i += 2) {
      fields.put("buoc-" + id(indicatorsAndFigures[i]), "0");
      fields.put(field(indicatorsAndFigures[i]), indicatorsAndFigures[i + 1]);
    }
    return fields;
  }

  private static long facts(String indicator) {
    return world
        .owner()
        .sql("select count(*) from rural.assessment where unit_id = ? and indicator_id = ?")
        .params(world.unit("Y Tịch"), id(indicator))
        .query(Long.class)
        .single();
  }

  private static HttpResponse<String> submit(String criterion, Map<String, String> fields) {
    return commune.submit(path("Y Tịch", criterion), path("Y Tịch", criterion), fields);
  }

  @Test
  void formIsTakenWithoutAScriptAndUnchangedFiguresAreNotSaidAgain() {
    assertThat(submit("3", fresh("3.1", "85,5", "3.2", "1")).statusCode()).isEqualTo(302);
    Map<String, String> again = fresh("3.1", "85.50", "3.2", "0");
    again.replaceAll((name, value) -> name.startsWith("buoc") ? "1" : value);
    assertThat(submit("3", again).statusCode()).isEqualTo(302);
    assertThat(facts("3.1")).isEqualTo(1);
    assertThat(facts("3.2")).isEqualTo(2);
    assertThat(commune.get(path("Y Tịch", "3")).body()).contains("value=\"85,5\"");
  }

  @Test
  void everyProblemIsToldAtItsFieldAndNothingIsWritten() {
    Map<String, String> fields =
        fresh("17.2", "chín mươi", "17.3", "9 2", "17.6", "712", "17.7", "0,95", "17.8", "100");
    fields.put("cho-" + id("17.8"), "1");
    HttpResponse<String> refused = submit("17", fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("“9 2” có khoảng trắng giữa các chữ số", "href=\"#" + field("17.3") + "\"")
        .contains("“chín mươi” không phải số", "Có phải là 71,2\u00a0%?", "Có phải là 95 %?")
        .contains("đang chờ kết quả của ai")
        .contains("href=\"#" + field("17.6") + "\"")
        .contains("href=\"#cho-ai-" + id("17.8") + "\"")
        .contains("value=\"chín mươi\"");
    assertThat(facts("17.8")).isZero();
    Map<String, String> sure = fresh("17.7", "0,95");
    sure.put("giu-" + id("17.7"), "1");
    assertThat(submit("17", sure).statusCode()).isEqualTo(302);
    assertThat(facts("17.7")).isEqualTo(1);
  }

  @Test
  void nothingNewIsToldAndNotRecorded() {
    HttpResponse<String> refused = submit("1", fresh("1.1", "", "1.2", ""));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Chưa có gì mới để gửi");
    HttpResponse<String> queued =
        commune.post(
            path("Y Tịch", "1"),
            fresh("1.1", "", "1.2", ""),
            token(path("Y Tịch", "1")),
            "X-Requested-With",
            "fetch");
    assertThat(queued.body()).as("nobody has to come back to it").contains("\"state\":\"nothing\"");
  }

  @Test
  void anothersCommuneAnUnknownCriterionAndAMonthNobodyCanReadAreRefused() {
    assertThat(commune.get(path("Vạn Linh", "17")).statusCode()).isEqualTo(404);
    assertThat(commune.get(path("Y Tịch", "20")).statusCode()).isEqualTo(404);
    assertThat(commune.get(path("Y Tịch", "17").replace("08", "13")).statusCode()).isEqualTo(422);
    HttpResponse<String> ahead =
        commune.submit(
            path("Y Tịch", "10"),
            path("Y Tịch", "10").replace("2020-08", "2020-09"),
            fresh("10.1", "36,5"));
    assertThat(ahead.statusCode()).isEqualTo(422);
    assertThat(ahead.body()).contains("Kỳ 09/2020 chưa tới");
    assertThat(person("kho-bac").get(path("Y Tịch", "17")).statusCode()).isEqualTo(403);
  }

  @Test
  void evidenceIsKeptWithItsLastDayAndAWrongFileIsRefusedWithWhatCameWithIt() {
    Map<String, String> fields = fresh("15.1", "96");
    fields.put("het-han-" + id("15.1"), "31/07/2020");
    HttpResponse<String> refused = sendFile(fields, "15.1", "bang-tinh.exe", "MZ");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("bang-tinh.exe không phải ảnh JPG, PNG hay PDF");
    assertThat(sendFile(fields, "15.1", "anh.png", "%PDF-1.4").statusCode()).isEqualTo(422);
    HttpResponse<String> old = sendFile(fields, "15.1", "the-bhyt.pdf", "%PDF-1.4 thẻ");
    assertThat(old.statusCode()).isEqualTo(422);
    assertThat(old.body()).contains("the-bhyt.pdf chỉ có giá trị đến 31/07/2020, trước kỳ 08/2020");
    assertThat(facts("15.1")).isZero();
    fields.put("het-han-" + id("15.1"), "14/08/2020");
    assertThat(sendFile(fields, "15.1", "the-bhyt.pdf", "%PDF-1.4 thẻ").statusCode())
        .isEqualTo(302);
    assertThat(facts("15.1")).isEqualTo(1);
    assertThat(world.standing("Y Tịch", "15.1").isExpired(LocalDate.of(2020, 8, 15))).isTrue();
    String page = commune.get(path("Y Tịch", "15")).body();
    assertThat(page).contains("minh chứng đến ngày 14/08/2020");
    Matcher link = Pattern.compile("/nong-thon-moi/minh-chung/\\d+").matcher(page);
    assertThat(link.find()).isTrue();
    HttpResponse<String> file = commune.get(link.group());
    assertThat(file.body()).isEqualTo("%PDF-1.4 thẻ");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(person("huyen-chi-lang").get(link.group()).statusCode()).isEqualTo(200);
    for (String login : new String[] {"kho-bac", "mat-tran", "chu-dau-tu"}) {
      assertThat(person(login).get(link.group()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void evidenceOfAnothersCommuneIsNotThere() {
    int other = world.unit("Vạn Linh");
    Acting.call(
        Actor.system("test"),
        () ->
            world
                .assessments()
                .record(
                    Sending.ofPage(null),
                    List.of(),
                    List.of(
                        new Attachment(
                            other,
                            id("15.1"),
                            RuralWorld.AUGUST,
                            "cua-van-linh.pdf",
                            "%PDF-1.4".getBytes(StandardCharsets.UTF_8),
                            null))));
    long file =
        world
            .owner()
            .sql("select id from rural.evidence where name = 'cua-van-linh.pdf'")
            .query(Long.class)
            .single();
    assertThat(commune.get("/nong-thon-moi/minh-chung/" + file).statusCode()).isEqualTo(404);
  }

  @Test
  void figureThatWasLookedAtIsReplacedWithAReasonAndBothAreShown() {
    Report claim = world.claim("Y Tịch", "6.3", "100.0", 0);
    world.record(world.commune(), claim);
    world.record(world.district(), RuralWorld.as(Report.Kind.VERIFY, claim, 1, null));
    assertThat(commune.get(path("Y Tịch", "6")).body())
        .contains(
            "Số này đã được xét: Huyện thẩm tra: Huyện Chi Lăng mẫu, 14/08/2020 (100\u00a0%)");
    Map<String, String> fields = fresh("6.3", "90");
    fields.replaceAll((name, value) -> name.startsWith("buoc") ? "2" : value);
    HttpResponse<String> asked = submit("6", fields);
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .contains("Huyện Chi Lăng mẫu, 14/08/2020). Ghi rõ vì sao thay")
        .contains("href=\"#ly-do-" + id("6.3") + "\"");
    assertThat(facts("6.3")).isEqualTo(2);
    fields.put("ly-do-" + id("6.3"), "đo lại sau kiểm kê");
    assertThat(submit("6", fields).statusCode()).isEqualTo(302);
    assertThat(commune.get(path("Y Tịch", "6")).body())
        .contains("Vẫn giữ kết quả đã xét: Huyện thẩm tra", "Số mới chờ thẩm tra", "value=\"90\"");
    String unit = "/nong-thon-moi/xa/" + world.unit("Y Tịch");
    assertThat(commune.get(unit).body())
        .contains("Huyện thẩm tra 100\u00a0% (kỳ 08/2020, ngày 14/08/2020) vẫn giữ");
    assertThat(commune.get(unit + "/6.3").body())
        .contains("100\u00a0%", "90\u00a0%", "đo lại sau kiểm kê");
    assertThat(world.standing("Y Tịch", "6.3").reached()).isEqualTo(Standing.Stage.VERIFIED);
  }

  @Test
  void figureNobodyLookedAtIsTakenBackWithAReasonAndNoLongerOnceLookedAt() {
    Report claim = world.claim("Y Tịch", "7.1", "1", 0);
    world.record(world.commune(), claim);
    String page = commune.get(path("Y Tịch", "7")).body();
    assertThat(page)
        .contains("Rút lại số đã gửi…", "Rút rồi thì chỉ tiêu trở về chưa báo cáo")
        .contains("số chưa ai xét thì xã rút lại được, kèm lý do");
    HttpResponse<String> asked = withdraw("7.1", 1, " ");
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .contains("ghi rõ vì sao rút lại", "href=\"#ly-do-rut-" + id("7.1") + "\"");
    assertThat(withdraw("7.1", 1, "nhập nhầm").statusCode()).isEqualTo(302);
    assertThat(commune.get(path("Y Tịch", "7")).body())
        .contains("Đã rút lại số của chỉ tiêu 7.1", "Chưa báo cáo", "nhập nhầm")
        .doesNotContain("Rút lại số đã gửi…");
    world.record(world.commune(), world.claim("Y Tịch", "7.1", "1", 2));
    world.record(world.district(), RuralWorld.as(Report.Kind.VERIFY, claim, 3, null));
    HttpResponse<String> late = withdraw("7.1", 3, "nhập nhầm");
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("nên không rút lại được nữa").doesNotContain("gửi…");
  }

  private static HttpResponse<String> withdraw(String indicator, int seen, String reason) {
    String path = path("Y Tịch", indicator.replaceAll("\\..*", ""));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("chi-tieu", Integer.toString(id(indicator)));
    fields.put("thay-khi-rut-" + id(indicator), Integer.toString(seen));
    fields.put("ly-do-rut-" + id(indicator), reason);
    return commune.submit(path, path.replace("?", "/rut?"), fields);
  }

  @Test
  void partOfACompoundIndicatorCannotBeBlanked() {
    Map<String, String> fields = fresh("17.1", "95");
    String clean = "so-" + id("17.1") + "-nuoc_sach";
    fields.put(clean, "60");
    assertThat(submit("17", fields).statusCode()).isEqualTo(302);
    fields.replaceAll((name, value) -> name.startsWith("buoc") ? "1" : value);
    fields.put(clean, "");
    HttpResponse<String> refused = submit("17", fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Chỉ tiêu 17.1 thiếu giá trị “Hộ dùng nước sạch”", "href=\"#" + clean + "\"");
    assertThat(facts("17.1")).isEqualTo(1);
  }

  @Test
  void monthThatIsNotOpenShowsNoForm() {
    for (String month : new String[] {"2020-09", "2017-01"}) {
      for (String page : new String[] {path("Y Tịch", "17"), list()}) {
        HttpResponse<String> shut = commune.get(page.replace("2020-08", month));
        assertThat(shut.statusCode()).isEqualTo(422);
        assertThat(shut.body()).contains("chưa mở").doesNotContain("id=\"bieu\"");
      }
    }
  }

  private static String list() {
    return "/nong-thon-moi/tu-danh-gia?don-vi=" + world.unit("Y Tịch") + "&ky=2020-08";
  }

  @Test
  void criterionOfManyIndicatorsMaySendManyFields() {
    Map<String, String> fields = fresh("15.2", "1");
    for (int n = 0; n < 200; n++) {
      fields.put("hoi-" + n, "");
    }
    assertThat(sendFile(fields, "15.2", "bang-tinh.exe", "MZ").statusCode()).isEqualTo(422);
  }

  @Test
  void evidenceFarOverItsLimitIsToldOnTheSamePageWithTheLimitAndTheRemedy() {
    HttpResponse<String> refused =
        sendFile(fresh("15.2", "1"), "15.2", "anh-lon.pdf", "%PDF" + "x".repeat(30 << 20));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("anh-lon.pdf nặng 30 MB; tối đa 10 MB. Chụp lại ở cỡ nhỏ hơn")
        .contains("name=\"" + field("15.2") + "\" value=\"1\" checked");
    assertThat(facts("15.2")).isZero();
  }

  @Test
  void whatSomebodyElseWroteSinceIsAskedAboutWithBothFiguresWithoutAScriptToo() {
    world.record(world.district(), world.claim("Y Tịch", "4.2", "97", 0));
    HttpResponse<String> asked = submit("4", fresh("4.2", "99"));
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .contains("Huyện Chi Lăng mẫu", "<dd>97\u00a0%</dd>", "<dd>99\u00a0%</dd>");
    Map<String, String> mine = fresh("4.2", "99");
    mine.put("buoc-moi-" + id("4.2"), "1");
    mine.put("chon-" + id("4.2"), "toi");
    assertThat(submit("4", mine).statusCode()).isEqualTo(302);
    assertThat(facts("4.2")).isEqualTo(2);
    Map<String, String> theirs = fresh("4.2", "90");
    theirs.put("buoc-moi-" + id("4.2"), "2");
    theirs.put("chon-" + id("4.2"), "ho");
    assertThat(submit("4", theirs).statusCode()).isEqualTo(302);
    assertThat(facts("4.2")).isEqualTo(2);
  }

  @Test
  void sameSendingIsAnsweredAgainAndWrittenOnce() {
    String token = token(path("Y Tịch", "5"));
    Map<String, String> fields = fresh("5.1", "80");
    fields.put("lan-gui", UUID.randomUUID().toString());
    for (int time = 0; time < 2; time++) {
      HttpResponse<String> answer =
          commune.post(path("Y Tịch", "5"), fields, token, "X-Requested-With", "fetch");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"state\":\"ok\"");
    }
    assertThat(facts("5.1")).isEqualTo(1);
  }

  private static String token(String page) {
    Matcher token = TOKEN.matcher(commune.get(page).body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static HttpResponse<String> sendFile(
      Map<String, String> fields, String indicator, String name, String content) {
    String path = path("Y Tịch", "15");
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", token(path));
    StringBuilder body = new StringBuilder();
    all.forEach((field, value) ->
        body.append("--cat\r\nContent-Disposition: form-data; name=\"")
            .append(field)
            .append("\"\r\n\r\n")
            .append(value)
            .append("\r\n"));
    body.append("--cat\r\nContent-Disposition: form-data; name=\"tep-")
        .append(id(indicator))
        .append("\"; filename=\"")
        .append(name)
        .append("\"\r\n\r\n")
        .append(content)
        .append("\r\n--cat--\r\n");
    try {
      return commune
          .client()
          .send(
              HttpRequest.newBuilder(URI.create(world.province().address(path)))
                  .header("Content-Type", "multipart/form-data; boundary=cat")
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
