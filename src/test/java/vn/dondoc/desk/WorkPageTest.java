package vn.dondoc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.task.Due;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** The desk of five seats: its badge, its heading, its chips and its rows tell the same. */
class WorkPageTest {
  private static final String DESK = "/viec-cua-toi";
  private static final List<String> CHIPS =
      List.of("", "chu-tri", "phoi-hop", "cho-toi", "da-xong");
  private static Province province;
  private static DeskWorld world;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = DeskWorld.in(province);
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // lead, coordinate, waiting, done, overdue, soon
    "ke-hoach, 6 0 1 1 1 1",
    "kho-bac, 0 1 0 0 1 0",
    "van-phong, 0 0 3 0 0 0",
    "lanh-dao, 0 0 3 0 0 0",
    "huyen-chi-lang, 1 0 0 0 0 0",
    "xa-y-tich, 1 0 0 0 0 1",
    "mat-tran, 0 0 0 0 0 0"
  })
  void badgeHeadingChipsAndRowsAgree(String login, String counted) {
    int[] figure = Stream.of(counted.split(" ")).mapToInt(Integer::parseInt).toArray();
    int lead = figure[0];
    int coordinate = figure[1];
    int waiting = figure[2];
    int done = figure[3];
    int overdue = figure[4];
    int soon = figure[5];
    int open = lead + coordinate;
    WebPerson person = world.person(login);
    String page = html(person, DESK);
    assertThat(chips(page)).containsExactly(open + waiting, lead, coordinate, waiting, done);
    for (String address : List.of(DESK, "/nhiem-vu", "/tai-khoan")) {
      assertThat(badge(html(person, address))).as(address).isEqualTo(overdue + soon + waiting);
    }
    assertThat(page).contains(open + " việc chưa xong, tính đến ngày 14/08/2020");
    assertThat(page.contains(overdue + " quá hạn.")).isEqualTo(overdue > 0);
    assertThat(page.contains(soon + " việc trong 7 ngày tới.")).isEqualTo(soon > 0);
    assertThat(page.contains(waiting + " việc chờ tôi.")).isEqualTo(waiting > 0);
    for (int chip = 0; chip < CHIPS.size(); chip++) {
      String shown = html(person, DESK + "?loc=" + CHIPS.get(chip));
      assertThat(rows(shown)).as("rows of %s", CHIPS.get(chip)).isEqualTo(chips(page).get(chip));
      assertThat(groups(shown).values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(rows(shown));
    }
  }

  @Test
  void everyGroupHoldsWhatItsHeadingSays() {
    String page = html(world.person("ke-hoach"), DESK);
    assertThat(groups(page))
        .containsExactly(
            Map.entry("qua-han", 1),
            Map.entry("bay-ngay", 1),
            Map.entry("cho-toi", 1),
            Map.entry("sau-do", 1),
            Map.entry("dinh-ky", 1),
            Map.entry("chua-co-han", 1),
            Map.entry("da-bao-cao", 1));
    assertThat(page)
        .contains("quá hạn 4 ngày", "còn 6 ngày", "kỳ từ 01/08/2020 đến 31/08/2020")
        .contains("Chờ nhận việc được chuyển", "Đã báo cáo, chờ xác nhận");
    assertThat(html(world.person("van-phong"), DESK))
        .contains("Chờ xác nhận báo cáo", "Chờ quyết định gia hạn", "Chờ ấn định thời hạn");
  }

  @Test
  void districtChoosesAmongTheBodiesOfItsPlaceAndNobodyElses() {
    WebPerson district = world.person("huyen-chi-lang");
    String own = html(district, DESK);
    assertThat(own).contains("Việc của Ủy ban nhân dân huyện Chi Lăng", "giải phóng mặt bằng");
    assertThat(own.indexOf("Ủy ban nhân dân huyện Chi Lăng</option>"))
        .isBetween(0, own.indexOf("Ủy ban nhân dân xã Y Tịch</option>"));
    String commune = html(district, DESK + "?co-quan=" + world.id("UBND xã Y Tịch"));
    assertThat(commune).contains("Việc của Ủy ban nhân dân xã Y Tịch", "lấy mẫu nước sinh hoạt");
    assertThat(chips(html(district, DESK + "?co-quan=tat-ca")).getFirst()).isEqualTo(2);
    int planning = world.id("Sở Kế hoạch và Đầu tư");
    HttpResponse<String> other = district.get(DESK + "?co-quan=" + planning);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("trong phạm vi của bạn");
    WebPerson office = world.person("van-phong");
    assertThat(html(office, DESK + "?co-quan=" + planning))
        .contains("Việc của Sở Kế hoạch và Đầu tư", "họp chuyên đề giải ngân");
    assertThat(office.get(DESK + "?co-quan=999999").statusCode()).isEqualTo(422);
  }

  @Test
  void filtersByWordsWithoutTonesAndKeepsTheFigures() {
    WebPerson planning = world.person("ke-hoach");
    String found = html(planning, DESK + "?tim=giai+ngan&loc=chu-tri");
    assertThat(rows(found)).isEqualTo(2);
    assertThat(chips(found)).startsWith(7, 6);
    assertThat(html(planning, DESK + "?tim=%25_")).contains("Không có việc nào khớp");
    assertThat(rows(html(planning, DESK + "?nhom=qua-han"))).isEqualTo(1);
    assertThat(planning.get(DESK + "?nhom=qua-han&sau=999999").statusCode()).isEqualTo(422);
  }

  @Test
  void pagesOfOneGroupFollowEachOtherInEveryOrderWithoutLossOrRepetition() {
    int press = world.id("Văn phòng Điều phối nông thôn mới tỉnh");
    for (int n = 1; n <= 120; n++) {
      world.give("việc thứ " + n, Due.by(LocalDate.of(2020, 10, 1 + n % 20)), press, null);
    }
    WebPerson person = world.person("dieu-phoi");
    String first = html(person, DESK);
    assertThat(rows(first)).isEqualTo(50);
    assertThat(first).contains("Xem tất cả 120 việc", "Đang xem 50 trên 120");
    for (String sort : List.of("", "ma", "ngay-giao")) {
      List<String> seen = new ArrayList<>();
      String next = DESK + "?nhom=sau-do&xep=" + sort;
      while (!next.isEmpty()) {
        String page = html(person, next);
        Matcher line = Pattern.compile("<b>(việc thứ \\d+)</b>").matcher(page);
        line.results().map(r -> r.group(1)).forEach(seen::add);
        Matcher more = Pattern.compile("href=\"([^\"]+)\">Trang sau").matcher(page);
        next = more.find() ? String.valueOf(more.group(1)).replace("&amp;", "&") : "";
      }
      assertThat(seen).as(sort).hasSize(120).doesNotHaveDuplicates();
    }
  }

  @Test
  void sheetHoldsTheRowsOfThePage() throws Exception {
    WebPerson planning = world.person("ke-hoach");
    for (String query : List.of("", "?loc=chu-tri", "?loc=da-xong", "?tim=giai+ngan")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(planning.base() + DESK + "/xuat" + query)).build();
      byte[] sheet =
          planning.client().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      String all = Sheets.read("viec.xlsx", new ByteArrayInputStream(sheet)).rows().toString();
      String page = html(planning, DESK + query);
      Matcher code = Pattern.compile("<small>(NV-2020-\\d+)").matcher(page);
      List<String> codes = code.results().map(r -> r.group(1)).toList();
      assertThat(codes).hasSize(rows(page)).isNotEmpty();
      assertThat(all).as(query).contains(codes);
      assertThat(Pattern.compile("text=NV-2020-").matcher(all).results().count())
          .isEqualTo(codes.size());
    }
  }

  private static String html(WebPerson person, String path) {
    HttpResponse<String> answer = person.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static int badge(String page) {
    Matcher badge = Pattern.compile("Việc của tôi: (\\d+) việc cần làm ngay").matcher(page);
    return badge.find() ? Integer.parseInt(badge.group(1)) : 0;
  }

  private static List<Integer> chips(String page) {
    return Pattern.compile("class=\"chip\"[^>]*>[^<]+<b>(\\d+)</b>")
        .matcher(page)
        .results()
        .map(r -> Integer.valueOf(r.group(1)))
        .toList();
  }

  private static int rows(String page) {
    return (int) Pattern.compile("<li class=\"iv\">").matcher(page).results().count();
  }

  private static Map<String, Integer> groups(String page) {
    Map<String, Integer> groups = new LinkedHashMap<>();
    Pattern.compile("<h2 id=\"g-([a-z-]+)\">.*?<span>(\\d+)</span>", Pattern.DOTALL)
        .matcher(page)
        .results()
        .forEach(r -> groups.put(r.group(1), Integer.valueOf(r.group(2))));
    return groups;
  }
}
