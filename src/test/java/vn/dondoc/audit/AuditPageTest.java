package vn.dondoc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

/** The audit's page over a log of 20,120 corrections made in 2019, before anything else. */
class AuditPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final int OLD = 20_120;
  private static final String LOG =
      """
      insert into audit.entry
      select :first + n, timestamptz '2019-03-01 00:00+07' + n * interval '1 minute', 70,
             case when n % 2 = 0 then 'Đỗ Thị Mẫu' else 'Trần 100% Mẫu' end, 'task.correct', 'task',
             'NV-' || n, 'sai hạn <b>', '{"han":"31/08/2020"}', '{"han":"25/09/2020"}',
             sha256('0'), sha256(convert_to(n::text, 'UTF8'))
        from generate_series(1, :old) n
      """;
  private static Province province;
  private static WebPerson administrator;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    JdbcClient owner = JdbcClient.create(province.server().database().owner());
    long first = owner.sql("select max(number) from audit.entry").query(Long.class).single();
    owner.sql(LOG).param("first", first).param("old", OLD).update();
    administrator = enter("quan-tri");
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  private static WebPerson enter(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    province.passwords().put(login, OWN);
    return person;
  }

  private static List<String> subjects(String html) {
    List<String> seen = new ArrayList<>();
    Matcher row = Pattern.compile("Nhiệm vụ (NV-\\d+)<").matcher(html);
    while (row.find()) {
      seen.add(row.group(1));
    }
    return seen;
  }

  private static String page(String query) {
    HttpResponse<String> answer = administrator.get("/nhat-ky" + query);
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    return answer.body();
  }

  private static List<SheetRow> sheet(String query) throws Exception {
    byte[] bytes =
        administrator
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(province.address("/nhat-ky/xuat" + query)))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .body();
    return Sheets.read("nhat-ky.xlsx", new ByteArrayInputStream(bytes)).rows();
  }

  @Test
  void filtersByAccountActObjectAndDay() {
    assertThat(subjects(page("?nguoi=do+thi+mau&doi-tuong=NV-8"))).containsExactly("NV-8");
    assertThat(subjects(page("?nguoi=do+thi+mau&doi-tuong=NV-7"))).isEmpty();
    assertThat(subjects(page("?nguoi=100%25&doi-tuong=NV-7"))).containsExactly("NV-7");
    assertThat(page("?nguoi=%25%25")).contains("Không có mục nào khớp");
    assertThat(page("?viec=identity.sign_in")).contains("Đăng nhập", "quan-tri");
    assertThat(subjects(page("?viec=identity.sign_in"))).isEmpty();
    assertThat(subjects(page("?loai=account"))).isEmpty();
    // The first minute of 2 March in Việt Nam is still 1 March in London.
    assertThat(subjects(page("?tu=2019-03-02&den=2/3/2019&xep=cu"))).startsWith("NV-1440");
    assertThat(subjects(page("?den=2019-03-01"))).startsWith("NV-1439");
  }

  @Test
  void pagesFollowEachOtherInBothOrdersWithoutLossOrRepetition() {
    for (String order : EntryFilter.ORDERS) {
      List<String> seen = new ArrayList<>();
      String next = "?viec=task.correct&den=2019-03-01&nguoi=do+thi&xep=" + order;
      while (!next.isEmpty()) {
        String html = page(next);
        seen.addAll(subjects(html));
        Matcher more = Pattern.compile("btn-sm end\" href=\"[^?]+(\\?[^\"]+)\"").matcher(html);
        next = more.find() ? Objects.requireNonNull(more.group(1)).replace("&amp;", "&") : "";
      }
      assertThat(seen).as(order).hasSize(719).doesNotHaveDuplicates();
    }
  }

  @Test
  void refusesDayActKindOrderAndPageKeyThatAreNotThereAllAtOnce() {
    for (String path : List.of("/nhat-ky", "/nhat-ky/xuat")) {
      HttpResponse<String> answer =
          administrator.get(
              path + "?tu=31/02&viec=task.delete&loai=entry&xep=number&sau=1%20or%201=1");
      assertThat(answer.statusCode()).as(path).isEqualTo(422);
      assertThat(answer.body())
          .contains("“31/02” không phải một ngày", "“task.delete” cho “viec”")
          .contains("“entry” cho “loai”", "“number” cho “xep”", "Không còn dòng “1 or 1=1”");
    }
    assertThat(administrator.get("/nhat-ky?sau=999999999").statusCode()).isEqualTo(422);
  }

  @Test
  void sheetSaysInItsHeadWhetherItHoldsEverything() throws Exception {
    List<SheetRow> whole = sheet("?tu=2019-03-01&den=2019-03-01&viec=task.correct");
    assertThat(whole).hasSize(3 + 1439);
    assertThat(whole.get(1).cells().getFirst().text())
        .contains("từ 01/03/2019 đến 01/03/2019", "Đủ 1.439 mục", "tối đa 20.000 mục");
    assertThat(whole.get(3).cells().stream().map(c -> c.text()).toList())
        .contains("Trần 100% Mẫu", "Sửa nhiệm vụ", "task.correct", "sai hạn <b>");
    List<SheetRow> cut = sheet("?viec=task.correct");
    assertThat(cut).hasSize(3 + EntrySheet.MOST);
    assertThat(cut.get(1).cells().getFirst().text()).contains("CHƯA ĐỦ", "20.000");
  }

  @Test
  void whatPeopleTypedIsTextAndNeverMarkup() {
    assertThat(page("?doi-tuong=NV-1")).contains("sai hạn &lt;b&gt;").doesNotContain("sai hạn <b>");
  }

  @Test
  void refusesWhoeverHasNotTheRight() {
    WebPerson clerk = enter("ke-hoach");
    for (String path : List.of("/nhat-ky", "/nhat-ky/xuat")) {
      HttpResponse<String> answer = clerk.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).contains("“xem nhật ký” (audit.read)");
    }
  }

  @Test
  void logReadsWellAtDeskAndOnPhone() {
    try (Browser browser = Browser.open()) {
      for (Browser.Screen screen : List.of(Browser.DESK, Browser.PHONE)) {
        try (BrowserContext person = browser.person(screen)) {
          Page page = province.signIn(person, "quan-tri");
          page.navigate(province.address("/nhat-ky?nguoi=do+thi"));
          page.selectOption("#viec", "task.correct");
          page.locator("form.fl button").click();
          page.locator(".pgr a").click();
          assertThat(page.locator("#nguoi").inputValue()).isEqualTo("do thi");
          assertThat(page.locator("tbody tr").count()).isEqualTo(50);
          Browser.assertAccessible(page);
          Browser.assertNoSidewaysScroll(page);
          Browser.picture(page, "audit-" + screen.width());
        }
      }
    }
  }
}
