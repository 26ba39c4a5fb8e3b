package vn.dondoc.rural.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Report.Kind;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.testing.WebPerson;

/** What two people decide at once, and what nobody may decide yet: each told once and truly. */
class ReviewPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static RuralWorld world;
  private static WebPerson district;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    district = person("huyen-chi-lang");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(world.province().server());
    String password = Objects.requireNonNull(world.province().passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  private static String path(String stage, String criterion) {
    return "/nong-thon-moi/" + stage + "/" + world.unit("Y Tịch") + "/" + criterion + "?ky=2020-08";
  }

  private static Map<String, String> choice(String indicator, int seen, String choice) {
    int id = world.indicator(indicator).id();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("buoc-" + id, Integer.toString(seen));
    fields.put("xet-" + id, choice);
    return fields;
  }

  private static HttpResponse<String> verify(String criterion, Map<String, String> fields) {
    return district.submit(path("tham-tra", criterion), path("tham-tra", criterion), fields);
  }

  private static int steps(String indicator) {
    return world.standing("Y Tịch", indicator).lastStep();
  }

  @Test
  void secondOfTwoWhoVerifyAtOnceSeesBothAndChooses() {
    Report claim = world.claim("Y Tịch", "16.1", "80", 0);
    world.record(world.commune(), claim);
    world.record(
        world.district(),
        RuralWorld.as(Kind.VERIFY, world.claim("Y Tịch", "16.1", "78.0", 0), 1, "đếm lại hộ"));
    assertThat(district.get("/nong-thon-moi/xa/" + world.unit("Y Tịch")).body())
        .contains("Huyện thẩm tra: 78\u00a0% (kỳ 08/2020, ngày 14/08/2020), khác số xã báo");
    HttpResponse<String> asked = verify("16", choice("16.1", 1, "nhan"));
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .contains("Huyện thẩm tra: Huyện Chi Lăng mẫu, 14/08/2020")
        .contains("<dd>Huyện thẩm tra · 78\u00a0% · đếm lại hộ</dd>")
        .contains("<dd>Chấp nhận như đã báo · 80\u00a0%</dd>")
        .contains("name=\"chon-" + world.indicator("16.1").id() + "\" value=\"toi\"")
        .doesNotContain("chưa có giá trị", "định ghi .");
    assertThat(steps("16.1")).isEqualTo(2);
    assertThat(verify("16", settled("16.1", "ho")).statusCode()).isEqualTo(302);
    assertThat(steps("16.1")).isEqualTo(2);
    assertThat(verify("16", settled("16.1", "toi")).statusCode()).isEqualTo(302);
    assertThat(steps("16.1")).isEqualTo(3);
    assertThat(world.standing("Y Tịch", "16.1").reached()).isEqualTo(Stage.VERIFIED);
  }

  private static Map<String, String> settled(String indicator, String whose) {
    Map<String, String> fields = choice(indicator, 1, "nhan");
    fields.put("buoc-moi-" + world.indicator(indicator).id(), "2");
    fields.put("chon-" + world.indicator(indicator).id(), whose);
    return fields;
  }

  @Test
  void yesOrNoOfBothSidesIsToldByItsWord() {
    Report claim = world.claim("Y Tịch", "6.2", "1", 0);
    world.record(world.commune(), claim);
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null));
    Map<String, String> mine = choice("6.2", 1, "so-khac");
    mine.put("so-" + world.indicator("6.2").id() + "-gia_tri", "0");
    mine.put("ghi-chu-" + world.indicator("6.2").id(), "nhà văn hóa chưa xong");
    assertThat(verify("6", mine).body())
        .contains("<dd>Huyện thẩm tra · Đạt</dd>", " · Chưa đạt</dd>")
        .doesNotContain(" · 0</dd>", " · 1</dd>");
  }

  @Test
  void toAcceptWhatWasClaimedBeforeANewerClaimTakesAReason() {
    world.record(world.commune(), world.claim("Y Tịch", "4.2", "97", 0));
    world.record(world.commune(), world.claim("Y Tịch", "4.2", "96", 1));
    Map<String, String> mine = settled("4.2", "toi");
    HttpResponse<String> refused = verify("4", mine);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("ghi số khác thì ghi rõ vì sao");
    mine.put("ghi-chu-" + world.indicator("4.2").id(), "theo biên bản tại xã");
    assertThat(verify("4", mine).statusCode()).isEqualTo(302);
    assertThat(steps("4.2")).isEqualTo(3);
  }

  @Test
  void returnOfAnotherIsShownToWhoVerifies() {
    Report claim = world.claim("Y Tịch", "11.1", "9", 0);
    world.record(world.commune(), claim);
    world.record(world.district(), RuralWorld.as(Kind.RETURN, claim, 1, "thiếu danh sách hộ"));
    HttpResponse<String> asked = verify("11", choice("11.1", 1, "nhan"));
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("<dd>Trả lại · thiếu danh sách hộ</dd>");
    assertThat(verify("11", settled("11.1", "toi")).statusCode()).isEqualTo(302);
    assertThat(world.standing("Y Tịch", "11.1").returned()).isFalse();
  }

  @Test
  void appraisalBeforeVerificationOrOfAnothersIndicatorTellsTheOneReason() {
    world.record(world.commune(), world.claim("Y Tịch", "13.2", "1", 0));
    String early = appraise(person("dieu-phoi"));
    assertThat(early)
        .contains("huyện chưa thẩm tra đạt nên chưa thẩm định được")
        .doesNotContain("chưa có giá trị", "người khác vừa ghi", "vừa có người khác ghi");
    String foreign = appraise(person("thong-tin"));
    assertThat(foreign)
        .contains("Chỉ tiêu 13.2 do " + world.indicator("13.2").dataOwner() + " thẩm định")
        .doesNotContain("chưa có giá trị", "huyện chưa thẩm tra", "vừa có người khác ghi");
  }

  private static String appraise(WebPerson department) {
    HttpResponse<String> refused =
        department.submit(
            path("tham-dinh", "13"), path("tham-dinh", "13"), choice("13.2", 0, "nhan"));
    assertThat(refused.statusCode()).isEqualTo(422);
    return refused.body();
  }

  @Test
  void whatThePageDoesNotOfferIsRefusedThoughItIsSent() {
    Report claim = world.claim("Y Tịch", "12.1", "85", 0);
    world.record(world.commune(), claim);
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null));
    Map<String, String> again = choice("12.1", 2, "so-khac");
    int id = world.indicator("12.1").id();
    again.put("so-" + id + "-gia_tri", "10");
    again.put("ghi-chu-" + id, "xét lại");
    Map<String, String> back = choice("12.1", 2, "tra-lai");
    back.put("ghi-chu-" + id, "xét lại");
    for (Map<String, String> fields : List.of(again, back)) {
      HttpResponse<String> refused = verify("12", fields);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("Chỉ tiêu 12.1 kỳ 08/2020 không chờ bước này");
    }
    assertThat(steps("12.1")).isEqualTo(2);
  }

  @Test
  void historyOfAPastDayTellsWhatHadBeenToldByThen() {
    world.record(world.commune(), world.claim("Y Tịch", "9.2", "81.5", 0));
    String path = "/nong-thon-moi/xa/" + world.unit("Y Tịch") + "/9.2?ngay=";
    assertThat(district.get(path + "2020-08-14").body()).contains("81,5");
    HttpResponse<String> before = district.get(path + "2020-08-13");
    assertThat(before.statusCode()).isEqualTo(200);
    assertThat(before.body()).doesNotContain("81,5");
  }

  @Test
  void figureLowerThanWhatWasVerifiedWaitsInTheQueue() {
    Report claim = world.claim("Y Tịch", "3.1", "85", 0);
    world.record(world.commune(), claim);
    world.record(world.district(), RuralWorld.as(Kind.VERIFY, claim, 1, null));
    assertThat(district.get("/nong-thon-moi/tham-tra?tieu-chi=99").statusCode()).isEqualTo(422);
    assertThat(district.get("/nong-thon-moi/tham-tra?tieu-chi=3").body())
        .contains("Không có chỉ tiêu nào đang chờ");
    Report less = world.claim("Y Tịch", "3.1", "60", 2);
    world.record(world.commune(), RuralWorld.as(Kind.CLAIM, less, 2, "hạn hán"));
    assertThat(district.get("/nong-thon-moi/tham-tra?tieu-chi=3").body()).contains("60\u00a0%");
    assertThat(district.get(path("tham-tra", "3")).body())
        .contains("Vẫn giữ kết quả đã xét", "85\u00a0%", "60\u00a0%");
  }

  @Test
  void formReviewAndCommunePageCallOneStateByOneName() {
    Report wait = world.claim("Y Tịch", "14.1", "1", 0);
    world.record(world.commune(), RuralWorld.as(Kind.WAIT, wait, 0, "Sở Giáo dục và Đào tạo"));
    String name = world.indicator("14.1").name().vi();
    for (String page :
        new String[] {
          path("tu-danh-gia", "14"),
          path("tham-tra", "14"),
          "/nong-thon-moi/xa/" + world.unit("Y Tịch")
        }) {
      String shown = district.get(page).body().replaceAll("<[^>]*>", "");
      assertThat(shown.substring(shown.indexOf(name)))
          .as(page)
          .contains("Đang chờ")
          .doesNotContain("Chưa nhập", "Chờ kết quả:");
    }
  }
}
