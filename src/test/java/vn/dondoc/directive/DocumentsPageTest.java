package vn.dondoc.directive;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** The list of documents: 120 of them, of two kinds, one a day from 1 January 2020. */
class DocumentsPageTest {
  private static final String DOCUMENTS =
      """
      insert into directive.document (kind, number, issued_on, issuer, subject, recipients,
             received_by, received_by_name, state, confirmed_at, confirmed_by_name)
      select case when n % 3 = 0 then 'Chỉ thị' else 'Thông báo' end, n || '/TB-MAU',
             case when n % 10 = 0 then null else date '2019-12-31' + n end,
             case when n % 2 = 0 then 'UBND tỉnh mẫu' else 'Văn phòng mẫu' end,
             'V/v việc mẫu số ' || n || ' đạt 100%', '{}', 1, 'Người mẫu',
             case when n > 100 then 'confirmed' else 'reviewing' end,
             case when n > 100 then now() end, case when n > 100 then 'Người mẫu' end
        from generate_series(1, 120) n
      """;
  private static Province province;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    JdbcClient.create(province.server().database().owner()).sql(DOCUMENTS).update();
    office = enter("van-phong-hai");
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  private static WebPerson enter(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, "mot cau that dai cua rieng toi");
    return person;
  }

  private static List<String> numbers(WebPerson person, String query) {
    HttpResponse<String> answer = person.get("/chi-dao" + query);
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    List<String> seen = new ArrayList<>();
    Matcher row = Pattern.compile(">[^<>]+ (\\d+)/TB-MAU</a>").matcher(answer.body());
    while (row.find()) {
      seen.add(row.group(1));
    }
    return seen;
  }

  @Test
  void filtersByKindStateDayAndWordsTogether() {
    assertThat(numbers(office, "?loai=Ch%E1%BB%89+th%E1%BB%8B")).hasSize(40).contains("3", "120");
    assertThat(numbers(office, "?trang-thai=confirmed")).hasSize(20).contains("101", "120");
    assertThat(numbers(office, "?tu=2020-01-02&den=4/1/2020")).containsExactly("4", "3", "2");
    assertThat(numbers(office, "?tim=viec+mau+so+117+dat")).containsExactly("117");
    assertThat(numbers(office, "?tim=100%25&trang-thai=confirmed&loai=Th%C3%B4ng+b%C3%A1o"))
        .hasSize(13);
    assertThat(office.get("/chi-dao?tim=_%25_").body()).contains("Không có văn bản nào khớp");
    assertThat(office.get("/chi-dao?tu=2020-02-01&den=2020-01-01").body())
        .contains("Không có văn bản nào khớp");
  }

  @Test
  void pagesFollowEachOtherInEveryOrderWithoutLossOrRepetition() {
    for (DocumentFilter.Sort sort : DocumentFilter.Sort.values()) {
      List<String> seen = new ArrayList<>();
      String next = "?tim=mau&xep=" + sort.word();
      while (!next.isEmpty()) {
        seen.addAll(numbers(office, next));
        Matcher more =
            Pattern.compile("btn-sm end\" href=\"[^?]+(\\?[^\"]+)\"")
                .matcher(office.get("/chi-dao" + next).body());
        next = more.find() ? Objects.requireNonNull(more.group(1)).replace("&amp;", "&") : "";
      }
      assertThat(seen).as(sort.word()).hasSize(120).doesNotHaveDuplicates();
    }
    assertThat(numbers(office, "?xep=so")).startsWith("1", "2", "3").contains("9", "10");
    assertThat(numbers(office, "?xep=ngay")).startsWith("119", "118");
    assertThat(numbers(office, "")).startsWith("120", "119");
  }

  @Test
  void refusesDayOrderKindAndPageKeyThatAreNotThereAllAtOnce() {
    for (String path : List.of("/chi-dao", "/chi-dao/xuat")) {
      HttpResponse<String> answer =
          office.get(path + "?tu=31/02&den=2020-02-31&xep=id;--&loai=Phi%E1%BA%BFu&sau=-1");
      assertThat(answer.statusCode()).as(path).isEqualTo(422);
      assertThat(answer.body())
          .contains("“31/02” không phải một ngày", "“2020-02-31” không phải một ngày")
          .contains("“id;--” cho “xep”", "“Phiếu” cho “loai”", "Không còn dòng “-1”");
    }
    assertThat(office.get("/chi-dao?sau=99999999999999999").statusCode()).isEqualTo(422);
    assertThat(office.get("/chi-dao?tu=0000-01-01&den=9999-12-31").statusCode()).isEqualTo(200);
  }

  @Test
  void goesOutAsSheetOfEverythingTheFilterFinds() throws Exception {
    byte[] bytes =
        office
            .client()
            .send(
                HttpRequest.newBuilder(
                        URI.create(province.address("/chi-dao/xuat?xep=so&tu=2020-01-02")))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .body();
    List<SheetRow> rows =
        Sheets.read("van-ban-chi-dao.xlsx", new ByteArrayInputStream(bytes)).rows();
    assertThat(rows).hasSize(3 + 107);
    assertThat(rows.get(1).cells().getFirst().text()).contains("ban hành từ 02/01/2020 đến –");
    assertThat(rows.get(3).cells().get(1).text()).isEqualTo("2/TB-MAU");
    assertThat(rows.get(3).cells().get(2).day()).isEqualTo(LocalDate.of(2020, 1, 2));
  }

  @Test
  void districtSeesNothingOfDocumentsThatGaveItNoTask() {
    WebPerson district = enter("huyen-chi-lang");
    assertThat(numbers(district, "")).isEmpty();
    assertThat(district.get("/chi-dao?sau=60").statusCode()).isEqualTo(422);
    assertThat(district.get("/chi-dao?loai=Ch%E1%BB%89+th%E1%BB%8B").statusCode()).isEqualTo(422);
  }

  @Test
  void listReadsWellAtDeskAndOnPhone() {
    try (Browser browser = Browser.open()) {
      for (Browser.Screen screen : List.of(Browser.DESK, Browser.PHONE)) {
        try (BrowserContext person = browser.person(screen)) {
          Page page = province.signIn(person, "van-phong");
          page.navigate(province.address("/chi-dao?trang-thai=reviewing"));
          page.locator(".pgr a").click();
          assertThat(page.locator("#tt").inputValue()).isEqualTo("reviewing");
          Browser.assertAccessible(page);
          Browser.assertNoSidewaysScroll(page);
          Browser.picture(page, "documents-" + screen.width());
        }
      }
    }
  }
}
