package vn.dondoc.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** A deadline reads the same from its review to its task, and so do the pages around it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadlineWordsIT {
  private static final String NOTICE =
      """
      Số: 45/TB-UBND

      Lạng Sơn, ngày 10 tháng 8 năm 2020

      THÔNG BÁO

      Kết luận của Chủ tịch UBND tỉnh

      1. Giao Sở Tài chính báo cáo UBND tỉnh tiến độ giải ngân trước 17 giờ 00 ngày 20/8/2020.
      2. Giao Sở Xây dựng rà soát quy hoạch chung trước ngày 30/8/2020.
      3. Giao Sở Y tế báo cáo kết quả phòng dịch hằng quý.
      4. Giao Sở Nội vụ rà soát biên chế trong thời hạn 15 ngày làm việc kể từ ngày ban hành Thông báo này.
      """;
  private static final Actor OFFICE = Actor.system("test");
  private static final String HOUR = "trước 17:00 ngày 20/08/2020";
  private static final String BEFORE = "trước ngày 30/08/2020";
  private static final String LENGTH = "15 ngày làm việc kể từ ngày ban hành";

  private static Province province;
  private static WebPerson office;
  private static long document;

  @BeforeAll
  static void takeIn() {
    province = Province.ofAugust2020();
    office = WebPerson.at(province.server());
    String password = province.passwords().getOrDefault("van-phong", "");
    office.signIn("van-phong", password);
    office.change(password, "mot cau that dai cua rieng toi");
    byte[] bytes = NOTICE.getBytes(StandardCharsets.UTF_8);
    document = Acting.call(OFFICE, () -> directives().receive("tb.txt", bytes, false).documentId());
  }

  @AfterAll
  static void close() {
    province.close();
  }

  private static Directives directives() {
    return province.server().door(Directives.class);
  }

  private static String page(String path) {
    HttpResponse<String> answer = office.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static String review() {
    return "/chi-dao/" + document + "/duyet";
  }

  private static List<Proposal> proposals() {
    Review review = province.server().door(Review.class);
    return Acting.call(OFFICE, () -> review.proposals(document));
  }

  private static String act(int at, String act, Map<String, String> more) {
    Proposal proposal = proposals().get(at);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("revision", String.valueOf(proposal.revision()));
    form.put("action", proposal.content().action());
    form.put("lead", proposal.content().parties().getFirst().shown());
    form.putAll(more);
    office.submit(review(), review() + "/" + proposal.id() + "/" + act, form);
    return page(review() + "?viec=" + proposal.id());
  }

  @Test
  @Order(1)
  void reviewShowsHourAndBeforeAndHasFieldsForThem() {
    assertThat(proposals()).hasSize(4);
    assertThat(page(review()))
        .contains(HOUR, BEFORE, "ngày cuối: 29/08/2020", LENGTH)
        .contains("value=\"before\" selected", "name=\"time\"", "value=\"17:00\"");
  }

  @Test
  @Order(2)
  void reviewMarksADeadlineWithinTheWork() {
    String source = page(review());
    assertThat(Pattern.compile("<mark class=\"h-d\"[^>]*>[^<]*17 giờ 00").matcher(source).find())
        .isTrue();
  }

  @Test
  @Order(3)
  void hourAndBeforeAreWhatTheFormSays() {
    assertThat(act(1, "luu", Map.of("due", "date", "on", "30/8/2020", "op", "by", "time", "9h30")))
        .contains("đến 09:30 ngày 30/08/2020");
    assertThat(act(1, "luu", Map.of("due", "date", "on", "30/8/2020", "time", "25:00")))
        .contains("“25:00” không phải một giờ có thật");
    assertThat(act(1, "luu", Map.of("due", "date", "on", "30/8/2020", "op", "before", "time", "")))
        .contains(BEFORE);
  }

  @Test
  @Order(4)
  void aSplitWithoutAPlaceGivesNothingBackThatNobodyTyped() {
    String answer = act(0, "tach", Map.of("due", "date", "on", "20/8/2020"));
    assertThat(answer).contains("phím E").doesNotContain("id=\"da-go\"");
    String typed = act(0, "tach", Map.of("due", "date", "on", "20/8/2020", "action", "gõ dở"));
    assertThat(typed).contains("id=\"da-go\"", "gõ dở");
  }

  @Test
  @Order(5)
  void mergedWorksReadAsOneAndKeepAllTheirMarks() {
    List<Proposal> before = proposals();
    int marks = before.get(0).content().marks().size() + before.get(1).content().marks().size();
    act(
        0,
        "gop",
        Map.of("action", "báo cáo tiến độ.", "due", "date", "on", "20/8/2020", "op", "before"));
    ProposalContent merged = proposals().getFirst().content();
    assertThat(merged.action()).startsWith("báo cáo tiến độ; rà soát quy hoạch");
    assertThat(merged.marks()).hasSize(marks);
    office.submit(review(), review() + "/hoan-tac", Map.of());
    assertThat(proposals().getFirst().content().action()).contains("giải ngân");
  }

  @Test
  @Order(6)
  void confirmationOpenedEarlyDoesNotSayThatAllIsDecided() {
    assertThat(page("/chi-dao/" + document + "/xac-nhan"))
        .contains("Đề xuất và điều đã quyết định", HOUR, BEFORE)
        .contains(LENGTH, "đến hết 31/08/2020");
  }

  @Test
  @Order(7)
  void listTellsAndOrdersWhatIsCounted() {
    Acting.as(
        OFFICE,
        () -> {
          directives().acceptAsRead(document);
          directives().confirm(document);
        });
    String list = page("/nhiem-vu");
    assertThat(list)
        .contains("4 nhiệm vụ, 4 nhiệm vụ có ngày phải xong")
        .contains(HOUR, BEFORE, LENGTH, "đến hết 31/08/2020", "gần nhất 30/09/2020")
        .doesNotContain("19/08/2020");
    assertThat(list.indexOf("rà soát biên chế")).isLessThan(list.indexOf("phòng dịch hằng quý"));
    String until = page("/nhiem-vu?den=29/08/2020");
    assertThat(until).contains(HOUR, BEFORE).doesNotContain(LENGTH);
  }

  @Test
  @Order(8)
  void correctionChangesTheHour() {
    Matcher link = Pattern.compile("/nhiem-vu/(\\d+)\">[^<]*giải ngân").matcher(page("/nhiem-vu"));
    assertThat(link.find()).isTrue();
    String task = "/nhiem-vu/" + link.group(1);
    assertThat(page(task)).contains(HOUR);
    WebPerson leader = WebPerson.at(province.server());
    String password = province.passwords().getOrDefault("lanh-dao", "");
    leader.signIn("lanh-dao", password);
    leader.change(password, "mot cau that dai cua rieng toi");
    assertThat(leader.get(task + "/sua").body()).contains("value=\"17:00\"");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("version", "1");
    form.put("action", "báo cáo UBND tỉnh tiến độ giải ngân");
    form.put("lead", String.valueOf(province.body("Sở Tài chính").id()));
    form.put("due", "date");
    form.put("on", "21/08/2020");
    form.put("op", "by");
    form.put("time", "11h");
    form.put("why", "theo công văn đính chính");
    assertThat(leader.submit(task + "/sua", task + "/sua", form).statusCode()).isEqualTo(302);
    assertThat(page(task)).contains("đến 11:00 ngày 21/08/2020");
  }

  @Test
  @Order(9)
  void noticeSaysWhatItsFiguresCountAndWhoseClockItIs() {
    assertThat(page("/chi-dao/" + document))
        .contains("4 nhiệm vụ chia thành 5 phần việc", "giờ máy.");
  }

  @Test
  @Order(10)
  void whatIsNotThereAnswers404AndNamesItsNumberPlainly() {
    for (String path : List.of("/chi-dao/99999", "/nhiem-vu/99999", "/so-lieu/khong-co")) {
      assertThat(office.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(office.get("/chi-dao/99999").body()).contains("Không có văn bản số 99999,");
  }
}
