package vn.dondoc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

class ManagePageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String LIST = "/tai-khoan/quan-ly";
  private static Province province;
  private static WebPerson administrator;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    administrator = enter("quan-tri", Objects.requireNonNull(province.passwords().get("quan-tri")));
    Accounts accounts = province.server().door(Accounts.class);
    Acting.as(
        Actor.system("test"),
        () -> {
          for (int n = 10; n < 70; n++) {
            accounts.open(new NewAccount("mau-" + n, "Cán bộ mẫu " + n, "kiem-tra", null, null));
          }
        });
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  private static WebPerson enter(String login, String oneTime) {
    WebPerson person = WebPerson.at(province.server());
    person.signIn(login, oneTime);
    person.change(oneTime, OWN);
    return person;
  }

  private static String list(String query) {
    HttpResponse<String> answer = administrator.get(LIST + query);
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> open(String login, String role, String body) {
    return administrator.submit(
        LIST + "/mo",
        LIST,
        Map.of("login", login, "name", "Mẫu " + login, "role", role, "body", body));
  }

  private static HttpResponse<String> seat(long id, Map<String, String> fields) {
    return administrator.submit("/tai-khoan/" + id, "/tai-khoan/" + id + "/vai-tro", fields);
  }

  private static String password(HttpResponse<String> answer) {
    Matcher shown = Pattern.compile("id=\"mat-khau\"[^>]*>([a-z0-9-]+)<").matcher(answer.body());
    assertThat(shown.find()).as(answer.body()).isTrue();
    return Objects.requireNonNull(shown.group(1));
  }

  private static long id(String login) {
    return one("select id from identity.account where login = ?", login);
  }

  private static long one(String question, String argument) {
    return JdbcClient.create(province.server().database().owner())
        .sql(question)
        .param(argument)
        .query(Long.class)
        .single();
  }

  @Test
  void filtersByWordsWithoutTonesByRoleAndByState() {
    assertThat(list("?tim=huyen+chi")).contains("huyen-chi-lang", "UBND cấp huyện");
    assertThat(list("?tim=huyen+chi")).doesNotContain(">ke-hoach</a>");
    assertThat(list("?vai-tro=quan-tri")).contains(">quan-tri</a>").doesNotContain(">ke-hoach</a>");
    assertThat(list("?trang-thai=dang-dung")).contains(">quan-tri</a>").doesNotContain("mau-10");
    assertThat(list("?trang-thai=da-khoa&tim=mau-1")).contains("Không có tài khoản nào khớp");
    assertThat(list("?tim=%25")).contains("Không có tài khoản nào khớp");
  }

  @Test
  void pagesFollowEachOtherInEveryOrderWithoutLossOrRepetition() {
    long all = one("select count(*) from identity.account where login like ?", "mau-%");
    for (AccountFilter.Sort sort : AccountFilter.Sort.values()) {
      List<String> seen = new ArrayList<>();
      String next = "?tim=mau-&xep=" + sort.word();
      while (!next.isEmpty()) {
        String html = list(next);
        Matcher row = Pattern.compile("href=\"/tai-khoan/(\\d+)\">").matcher(html);
        while (row.find()) {
          seen.add(row.group(1));
        }
        Matcher more = Pattern.compile("btn-sm end\" href=\"[^?]+(\\?[^\"]+)\"").matcher(html);
        next = more.find() ? more.group(1).replace("&amp;", "&") : "";
      }
      assertThat(seen).as(sort.word()).hasSize((int) all).doesNotHaveDuplicates();
    }
  }

  @Test
  void refusesOrderStateRoleAndPageKeyThatAreNotThereAllAtOnce() {
    HttpResponse<String> answer =
        administrator.get(LIST + "?xep=login;drop&trang-thai=mo&vai-tro=vua&sau=1'--");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("“login;drop” cho “xep”", "“mo” cho “trang-thai”", "“vua” cho “vai-tro”")
        .contains("Không còn dòng “1'--”");
    assertThat(administrator.get(LIST + "?sau=999999").statusCode()).isEqualTo(422);
    assertThat(administrator.get(LIST + "/xuat?xep=la").statusCode()).isEqualTo(422);
  }

  @Test
  void goesOutAsSheetWithoutPasswords() throws Exception {
    byte[] bytes =
        administrator
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(province.address(LIST + "/xuat?tim=huyen-chi")))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .body();
    SheetBook book = Sheets.read("tai-khoan.xlsx", new ByteArrayInputStream(bytes));
    List<String> last = book.rows().getLast().cells().stream().map(c -> c.text()).toList();
    assertThat(last).startsWith("huyen-chi-lang", "Huyện Chi Lăng mẫu", "UBND cấp huyện");
    assertThat(last.get(3)).contains("huyện Chi Lăng");
    assertThat(book.rows()).hasSize(4);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("argon2");
  }

  @Test
  void opensAccountForBodyFoundByItsNameAndShowsThePasswordOnce() {
    String password = password(open("so-tai-chinh", "cap-huyen", "Sở Tài chính"));
    assertThat(list("?tim=so-tai-chinh")).contains("Sở Tài chính").doesNotContain(password);
    assertThat(enter("so-tai-chinh", password).get("/tai-khoan").statusCode()).isEqualTo(200);
  }

  @Test
  void asksWhichBodyWasMeantAndKeepsWhatWasTyped() {
    HttpResponse<String> answer = open("van-hoa", "cap-huyen", "Sở Tài chín");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("chưa rõ là cơ quan nào", "value=\"van-hoa\"", "id=\"chosen\"", "Sở Tài chính");
    Matcher option =
        Pattern.compile("<option value=\"(\\d+)\">Sở Tài chính").matcher(answer.body());
    assertThat(option.find()).isTrue();
    password(
        administrator.submit(
            LIST + "/mo",
            LIST,
            Map.of(
                "login", "van-hoa",
                "name", "Mẫu",
                "role", "cap-huyen",
                "body", "Sở Tài chín",
                "chosen", Objects.requireNonNull(option.group(1)))));
  }

  @Test
  void refusesBodyThatIsNoneOfTheDirectoryAndGroups() {
    assertThat(open("la-1", "cap-huyen", "Sở Phép thuật Hogwarts xa lạ").body())
        .contains("trong danh bạ");
    assertThat(open("la-2", "cap-huyen", "UBND các huyện, thành phố").body())
        .contains("là một nhóm cơ quan");
    assertThat(open("la-3", "cap-huyen", "").body()).contains("phải chọn cơ quan");
    long group = one("select min(id) from agency.body where kind = ?", "GROUP");
    for (String chosen : new String[] {"999999", Long.toString(group), "1 or 1=1"}) {
      HttpResponse<String> answer =
          seat(id("mau-11"), Map.of("role", "cap-huyen", "body", "", "chosen", chosen));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("Không có cơ quan số " + chosen.split(" ")[0]);
    }
    assertThat(list("?tim=la-")).contains("Không có tài khoản nào khớp");
  }

  @Test
  void tellsEveryProblemOfNewAccount() {
    HttpResponse<String> answer =
        administrator.submit(
            LIST + "/mo", LIST, Map.of("login", "Chữ Hoa", "name", "", "role", "khong-co"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("“Chữ Hoa” không dùng làm", "Họ tên có 0 ký tự", "Không có vai trò “khong-co”");
    assertThat(open("quan-tri", "kiem-tra", "").body()).contains("đã có người dùng");
  }

  @Test
  void roleChangedActsWithTheNextRequestAndTheAuditTellsBoth() {
    WebPerson person = enter("doi-viec", password(open("doi-viec", "kiem-tra", "")));
    assertThat(person.get("/nhat-ky").statusCode()).isEqualTo(200);
    long id = id("doi-viec");
    HttpResponse<String> done =
        seat(id, Map.of("role", "cap-huyen", "body", "UBND huyện Chi Lăng", "in_charge", "1"));
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(person.get("/nhat-ky").statusCode()).isEqualTo(403);
    assertThat(person.get("/tai-khoan").body())
        .contains("UBND cấp huyện", "cơ quan, nhóm cơ quan")
        .doesNotContain("Kiểm tra, thanh tra");
    assertThat(administrator.get("/tai-khoan/" + id).body()).contains("huyện Chi Lăng</dd>");
    assertThat(
            one(
                "select count(*) from audit.entry where act = 'identity.assign'"
                    + " and before->>'role' = 'kiem-tra' and after->>'role' = 'cap-huyen'"
                    + " and subject_id = ?",
                Long.toString(id)))
        .isOne();
    // Sending the same again changes nothing and says nothing to the audit.
    seat(id, Map.of("role", "cap-huyen", "body", "UBND huyện Chi Lăng", "in_charge", "1"));
    assertThat(
            one(
                "select count(*) from audit.entry where act = 'identity.assign' and subject_id = ?",
                Long.toString(id)))
        .isOne();
  }

  @Test
  void lastAdministratorCannotGiveTheRightAwayUntilSomebodyElseHasIt() {
    long own = id("quan-tri");
    HttpResponse<String> answer = seat(own, Map.of("role", "kiem-tra"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("tài khoản cuối cùng");
    long other = id("mau-12");
    assertThat(seat(other, Map.of("role", "quan-tri")).statusCode()).isEqualTo(302);
    WebPerson second =
        enter(
            "mau-12",
            password(
                administrator.submit(
                    "/tai-khoan/" + other + "/cap-lai",
                    "/tai-khoan/" + other + "/cap-lai",
                    Map.of())));
    assertThat(seat(own, Map.of("role", "kiem-tra")).statusCode()).isEqualTo(302);
    assertThat(administrator.get(LIST).statusCode()).isEqualTo(403);
    second.submit(
        "/tai-khoan/" + own, "/tai-khoan/" + own + "/vai-tro", Map.of("role", "quan-tri"));
    seat(other, Map.of("role", "kiem-tra"));
    assertThat(list("?vai-tro=quan-tri")).contains(">quan-tri</a>").doesNotContain("mau-12");
  }

  @Test
  void asksBeforeLockingAndBeforeNewPassword() {
    WebPerson person = enter("nghi-viec", password(open("nghi-viec", "kiem-tra", "")));
    String at = "/tai-khoan/" + id("nghi-viec");
    assertThat(administrator.get(at + "/cap-lai").body())
        .contains("Cấp lại mật khẩu cho nghi-viec?");
    assertThat(administrator.get(at + "/khoa").body()).contains("Khoá tài khoản nghi-viec?");
    assertThat(person.get("/tai-khoan").statusCode()).isEqualTo(200);
    assertThat(administrator.submit(at + "/khoa", at + "/khoa", Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(person.get("/tai-khoan").statusCode()).isEqualTo(302);
    assertThat(list("?trang-thai=da-khoa")).contains("nghi-viec");
    String own = "/tai-khoan/" + id("quan-tri") + "/khoa";
    assertThat(administrator.submit(own, own, Map.of()).body()).contains("Không tự khoá");
  }

  @Test
  void opensClosedAccountAgainWithNewPasswordOnceAskedAndAudited() {
    String oneTime = password(open("tro-lai", "kiem-tra", ""));
    WebPerson before = enter("tro-lai", oneTime);
    long id = id("tro-lai");
    String at = "/tai-khoan/" + id;
    assertThat(administrator.submit(at + "/mo-lai", at + "/mo-lai", Map.of()).body())
        .contains("đang dùng, không phải mở lại");
    administrator.submit(at + "/khoa", at + "/khoa", Map.of());
    assertThat(administrator.submit(at + "/cap-lai", at + "/cap-lai", Map.of()).body())
        .contains("mở lại tài khoản trước");
    assertThat(administrator.get(at).body()).contains(at + "/mo-lai").doesNotContain("/khoa\"");
    assertThat(administrator.get(at + "/mo-lai").body()).contains("Mở lại tài khoản tro-lai?");
    String fresh = password(administrator.submit(at + "/mo-lai", at + "/mo-lai", Map.of()));
    assertThat(before.get("/tai-khoan").statusCode()).isEqualTo(302);
    WebPerson old = WebPerson.at(province.server());
    assertThat(old.signIn("tro-lai", OWN).headers().firstValue("Location").orElse(""))
        .contains("sai");
    WebPerson again = WebPerson.at(province.server());
    again.signIn("tro-lai", fresh);
    assertThat(again.get("/tai-khoan").headers().firstValue("Location").orElse(""))
        .contains("/doi-mat-khau");
    again.change(fresh, "mot cau khac that dai cua toi");
    assertThat(again.get("/tai-khoan").body()).contains("Kiểm tra");
    assertThat(
            one(
                "select count(*) from audit.entry where act = 'identity.reopen'"
                    + " and actor = 'Quản trị mẫu' and subject_id = ?",
                Long.toString(id)))
        .isOne();
  }

  @Test
  void rolesAreNamedInVietnameseUnlessEnglishIsChosen() {
    assertThat(list("?vai-tro=quan-tri")).contains("<td>Quản trị hệ thống</td>");
    WebPerson english = enter("english", password(open("english", "quan-tri", "")));
    english.get("/ngon-ngu?ma=en");
    assertThat(english.get(LIST + "?vai-tro=quan-tri").body()).contains("<td>Administrator</td>");
    // Gone again: other tests count administrators.
    seat(id("english"), Map.of("role", "kiem-tra"));
  }

  @Test
  void refusesWhoeverHasNotTheRightOnEveryAct() {
    WebPerson clerk = enter("chuyen-vien", password(open("chuyen-vien", "kiem-tra", "")));
    String at = "/tai-khoan/" + id("quan-tri");
    for (String path :
        new String[] {LIST, LIST + "/xuat", LIST + "/mo", at, at + "/khoa", at + "/cap-lai"}) {
      HttpResponse<String> answer = clerk.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).contains("“quản lý tài khoản” (identity.manage)");
    }
    for (String act : new String[] {LIST, at + "/vai-tro", at + "/khoa", at + "/cap-lai"}) {
      HttpResponse<String> answer =
          clerk.submit("/tai-khoan", act, Map.of("role", "quan-tri", "body", ""));
      assertThat(answer.statusCode()).as(act).isEqualTo(403);
    }
    assertThat(administrator.get("/tai-khoan/999999").body())
        .contains("Không có tài khoản số 999999");
  }
}
