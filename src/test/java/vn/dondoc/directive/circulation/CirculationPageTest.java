package vn.dondoc.directive.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** The pages of recipients and of the notice over HTTP: what they tell, and what they refuse. */
class CirculationPageTest {
  private static Province province;
  private static CirculationWorld world;
  private static WebPerson office;
  private static long notice;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = CirculationWorld.in(province);
    notice = world.confirmed(CirculationWorld.NOTICE);
    office = world.person("van-phong");
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  private static String path() {
    return "/chi-dao/" + notice + "/noi-nhan";
  }

  private static String html(WebPerson person, String path) {
    HttpResponse<String> answer = person.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** Sends a form and shows the page it leads to. */
  private static String after(WebPerson person, String action, Map<String, String> fields) {
    HttpResponse<String> answer = person.submit("/doi-mat-khau", action, fields);
    assertThat(answer.statusCode()).as(action).isEqualTo(302);
    return html(
        person,
        answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""));
  }

  /** What stands of a body's acknowledging: when it was recorded, and every act of the audit. */
  private static List<String> acknowledgments(int body) {
    return JdbcClient.create(province.server().database().owner())
        .sql(
            """
            select recorded_at::text from directive.circulation
             where document_id = :document and body_id = :body and kind = 'acknowledged'
            union all
            select number::text from audit.entry
             where act = 'directive.acknowledge' and subject_id = :document::text
            """)
        .param("document", notice)
        .param("body", body)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static int rows(String html) {
    return (int) Pattern.compile("<tr><t[hd]").matcher(tableOf(html)).results().count();
  }

  private static String tableOf(String html) {
    return html.substring(html.lastIndexOf("<tbody>"));
  }

  @Test
  void officeSettlesAndAddsRecipientsAndIsToldWhatIsWrong() {
    String page = html(office, path());
    assertThat(page)
        .contains("Nơi nhận chưa rõ (1)", "Ban quản lý chợ mẫu")
        .contains("1 cơ quan có nhiệm vụ trong văn bản nhưng chưa được gửi")
        .contains("UBND các huyện, thành phố: 22 cơ quan", "phổ biến đến xã, phường, thị trấn");
    assertThat(after(office, path() + "/them", Map.of("co-quan", "Sở Kế hoạnh và Đầu tư")))
        .contains("“Sở Kế hoạnh và Đầu tư” không phải tên đúng", "Sở Kế hoạch và Đầu tư");
    assertThat(after(office, path() + "/them", Map.of("co-quan", "các cơ quan liên quan")))
        .contains("không phải tên đúng của một cơ quan");
    assertThat(after(office, path() + "/chon", Map.of("noi-nhan", "999999", "co-quan", "STC")))
        .contains("Nơi nhận này không có trong");
    assertThat(after(office, path() + "/rut", Map.of("co-quan", "" + world.id("Sở Y tế"))))
        .contains("không được gửi cho cơ quan này");
    int finance = world.id("Sở Tài chính");
    // Whatever the list below shows, everybody it was sent to can be chosen.
    assertThat(html(office, path() + "?tim=khong-co-ten-nay"))
        .contains("<option value=\"" + finance + "\">Sở Tài chính");
    assertThat(after(office, path() + "/rut", Map.of("co-quan", "" + finance)))
        .contains("chưa ghi lý do");
    assertThat(after(office, path() + "/rut", Map.of("co-quan", "" + finance, "ly-do", "nhầm")))
        .contains("Đã rút lại văn bản");
    assertThat(after(office, path() + "/them", Map.of("co-quan", "Sở Tài chính")))
        .contains("Đã gửi thêm đến 1 cơ quan", "Văn phòng gửi thêm");
    assertThat(office.post(path() + "/gui", Map.of(), "").statusCode()).isEqualTo(403);
  }

  @Test
  void recipientSeesItsOwnLineAndAcknowledgesFromItsDesk() {
    WebPerson treasury = world.person("kho-bac");
    int body = world.id("Kho bạc Nhà nước tỉnh");
    String desk = html(treasury, "/viec-cua-toi");
    assertThat(desk).contains("Văn bản chờ nhận", "1 văn bản chờ nhận", "Xác nhận đã nhận");
    int before = badge(desk);
    assertThat(badge(html(treasury, "/nhiem-vu"))).isEqualTo(before).isPositive();
    assertThat(rows(html(treasury, path()))).isEqualTo(1);
    html(treasury, "/chi-dao/" + notice);
    assertThat(html(treasury, path())).contains("Đã mở, chưa xác nhận");
    String again =
        after(
            treasury,
            "/chi-dao/" + notice + "/da-nhan",
            Map.of("co-quan", "" + body, "ve", "viec-cua-toi"));
    assertThat(again).contains("Đã xác nhận nhận văn bản").doesNotContain("Văn bản chờ nhận");
    assertThat(badge(again)).isEqualTo(before - 1);
    assertThat(badge(html(treasury, "/tai-khoan"))).isEqualTo(before - 1);
    List<String> told = acknowledgments(body);
    assertThat(told).hasSize(2);
    assertThat(after(treasury, "/chi-dao/" + notice + "/da-nhan", Map.of("co-quan", "" + body)))
        .contains("Kho bạc Nhà nước tỉnh đã xác nhận nhận văn bản từ trước, ngày 14/08/2020")
        .contains("lần này không ghi thêm gì");
    assertThat(acknowledgments(body)).isEqualTo(told);
    int finance = world.id("Sở Tài chính");
    assertThat(after(treasury, "/chi-dao/" + notice + "/da-nhan", Map.of("co-quan", "" + finance)))
        .contains("không được gửi cho cơ quan này");
    String refused =
        after(
            treasury,
            "/chi-dao/" + notice + "/da-nhan",
            Map.of("co-quan", "" + finance, "ve", "viec-cua-toi"));
    assertThat(refused)
        .contains("không được gửi cho cơ quan này", "class=\"note note-bad\" role=\"alert\"")
        .doesNotContain("note-ok");
  }

  @Test
  void noticeThatNamesNobodyIsNotOfferedToBeSentAgain() {
    String text = CirculationWorld.NOTICE;
    int from = text.indexOf("- Thường trực Tỉnh ủy;");
    int to = text.indexOf("- Lưu: VT, KT.");
    String alone = text.substring(0, from) + text.substring(to);
    long id = world.confirmed(alone.replace("41/TB-UBND", "42/TB-UBND"));
    assertThat(html(office, "/chi-dao/" + id + "/noi-nhan")).doesNotContain("/noi-nhan/gui");
  }

  private static int badge(String page) {
    Matcher badge = Pattern.compile("Việc của tôi: (\\d+) việc cần làm ngay").matcher(page);
    return badge.find() ? Integer.parseInt(badge.group(1)) : 0;
  }

  @Test
  void whoIsNoRecipientReadsNothingAndTellsNothing() {
    WebPerson front = world.person("mat-tran");
    for (String path : List.of("/chi-dao/" + notice, path(), path() + "/xuat")) {
      HttpResponse<String> answer = front.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("Ban quản lý chợ mẫu");
    }
    WebPerson auditor = world.person("kiem-tra");
    int body = world.id("Thanh tra tỉnh");
    for (String act : List.of("/da-nhan", "/noi-nhan/chuyen", "/noi-nhan/rut", "/noi-nhan/gui")) {
      HttpResponse<String> answer =
          auditor.submit("/doi-mat-khau", "/chi-dao/" + notice + act, Map.of("co-quan", "" + body));
      assertThat(answer.statusCode()).as(act).isEqualTo(403);
    }
    assertThat(html(auditor, path())).doesNotContain("Gửi thêm", "/rut");
  }

  @Test
  void listIsFilteredSortedPagedAndExportedWithoutLossOrRepetition() throws Exception {
    long other = world.confirmed(OTHER);
    String path = "/chi-dao/" + other + "/noi-nhan";
    assertThat(after(office, path + "/them", Map.of("co-quan", "UBND các xã, phường, thị trấn")))
        .contains("Đã gửi thêm đến");
    int total =
        Acting.<ReceiptFigures, RuntimeException>call(
                world.office(), () -> world.circulation().figures(other))
            .total();
    assertThat(total).isGreaterThan(180);
    for (ReceiptFilter.Sort sort : ReceiptFilter.Sort.values()) {
      List<String> seen = new ArrayList<>();
      String next = path + "?xep=" + sort.word();
      while (!next.isEmpty()) {
        String page = html(office, next);
        Pattern.compile("<tr><th scope=\"row\">([^<]+)<")
            .matcher(tableOf(page))
            .results()
            .forEach(row -> seen.add(row.group(1)));
        Matcher more = Pattern.compile("href=\"([^\"]+)\">Trang sau").matcher(page);
        next = more.find() ? String.valueOf(more.group(1)).replace("&amp;", "&") : "";
      }
      assertThat(seen).as(sort.word()).hasSize(total).doesNotHaveDuplicates();
    }
    assertThat(rows(html(office, path + "?tim=y+tich"))).isEqualTo(1);
    assertThat(html(office, path + "?tim=khong+co+co+quan+nay"))
        .contains("Không có cơ quan nào khớp");
    assertThat(office.get(path + "?sau=999999").statusCode()).isEqualTo(422);
    HttpResponse<String> refused = office.get(path + "?tinh-trang=x&xep=y&qua=z&cham=w&sau=-1");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("“x”", "“y”", "“z”", "“w”", "“-1”");
    HttpRequest sheet =
        HttpRequest.newBuilder(URI.create(office.base() + path + "/xuat?tinh-trang=chua-mo"))
            .build();
    byte[] bytes = office.client().send(sheet, HttpResponse.BodyHandlers.ofByteArray()).body();
    List<SheetRow> rows = Sheets.read("noi-nhan.xlsx", new ByteArrayInputStream(bytes)).rows();
    assertThat(rows).hasSize(3 + total);
  }

  private static final String OTHER =
      """
      Số: 77/TB-UBND
      Lạng Sơn, ngày 10 tháng 8 năm 2020
      THÔNG BÁO
      Kết luận về phòng cháy rừng mùa khô
      1. Giao Sở Tài chính bố trí kinh phí mua thiết bị chữa cháy trước ngày 31/8/2020.
      Nơi nhận:
      - Sở Tài chính;
      - Lưu: VT.
      """;

  @Test
  void everyFigureOfTheNoticeLeadsToAsManyRows() {
    String page = html(office, "/chi-dao/" + notice);
    Matcher figure =
        Pattern.compile(
                "href=\"(/nhiem-vu/phan\\?nguon=[^\"]+&amp;muc=[^\"]+)\"><span[^>]*>[^<]*?(\\d+)</span>")
            .matcher(page);
    int sum = 0;
    int figures = 0;
    while (figure.find()) {
      String list = html(office, String.valueOf(figure.group(1)).replace("&amp;", "&"));
      int count = Integer.parseInt(String.valueOf(figure.group(2)));
      assertThat(rows(list)).as(figure.group(1)).isEqualTo(count);
      sum += count;
      figures++;
    }
    assertThat(figures).isPositive();
    assertThat(sum).isEqualTo(4);
    assertThat(page).contains("id=\"muc-2\"", "id=\"muc-3\"");
  }

  @Test
  void everySentenceThatMadeATaskLinksToItAndBackAndTheRestIsCounted() {
    String page = html(office, "/chi-dao/" + notice);
    Matcher back = Pattern.compile("#(cau-\\d+)\" aria-label=\"Xem NV-").matcher(page);
    List<String> sentences = back.results().map(found -> found.group(1)).toList();
    assertThat(sentences).hasSize(4).doesNotHaveDuplicates();
    for (String sentence : sentences) {
      Matcher there =
          Pattern.compile(
                  "id=\"" + sentence + "\">.*?<a class=\"nowrap\" href=\"#(p\\d+)\">",
                  Pattern.DOTALL)
              .matcher(page);
      assertThat(there.find()).as(sentence).isTrue();
      assertThat(page).contains("<tr id=\"" + there.group(1) + "\">");
    }
    Matcher chip =
        Pattern.compile(
                "class=\"chip\" href=\"([^\"]*loai=([a-z]+)[^\"]*)#nd\"[^>]*>[^<]*<b>(\\d+)")
            .matcher(page);
    int classes = 0;
    while (chip.find()) {
      String shown = html(office, String.valueOf(chip.group(1)).replace("&amp;", "&"));
      assertThat(Pattern.compile("<p class=\"cov-" + chip.group(2) + "\"").matcher(shown).results())
          .as(chip.group(2))
          .hasSize(Integer.parseInt(String.valueOf(chip.group(3))));
      classes++;
    }
    assertThat(classes).isGreaterThan(3);
    assertThat(html(office, "/chi-dao/" + notice + "?xem=theo-loai")).contains("<h3>nhiệm vụ");
    assertThat(office.get("/chi-dao/" + notice + "?loai=la&xem=la").statusCode()).isEqualTo(422);
  }
}
