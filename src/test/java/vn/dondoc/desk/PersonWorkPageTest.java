package vn.dondoc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.identity.Accounts;
import vn.dondoc.identity.NewAccount;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.Duty;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** Work given to a person within a body: the same query, the same figure everywhere. */
class PersonWorkPageTest {
  private static final String DESK = "/viec-cua-toi";
  private static final String CLERK = "ke-hoach-hai";
  private static Province province;
  private static DeskWorld world;
  private static long overdue;
  private static long soon;
  private static long later;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = DeskWorld.in(province);
    int planning = world.id("Sở Kế hoạch và Đầu tư");
    Acting.as(
        Actor.system("test"),
        () -> {
          NewAccount clerk =
              new NewAccount(CLERK, "Chuyên viên mẫu", "ke-hoach-dau-tu", planning, null);
          province
              .passwords()
              .put(CLERK, province.server().door(Accounts.class).open(clerk).oneTimePassword());
        });
    overdue = duty("tổng hợp số liệu giải ngân");
    soon = duty("báo cáo tiến độ khởi công mới");
    later = duty("đề xuất phương án điều chuyển vốn");
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @Test
  void personLandsOnWhatWasGivenAndTheBadgeTellsTheSameEverywhere() {
    assertThat(give("ke-hoach", overdue, 0, account(CLERK)).statusCode()).isEqualTo(302);
    assertThat(give("ke-hoach", soon, 0, account(CLERK)).statusCode()).isEqualTo(302);
    assertThat(give(CLERK, later, 0, account("ke-hoach")).statusCode()).isEqualTo(302);
    try {
      String own = html(CLERK, DESK);
      assertThat(own).contains("Việc giao cho tôi", "tổng hợp số liệu giải ngân");
      assertThat(rows(own)).isEqualTo(2);
      assertThat(whose(own)).containsExactly(2, 6, 3);
      assertThat(own).doesNotContain("đề xuất phương án điều chuyển vốn");
      String all = html(CLERK, DESK + "?cua=co-quan");
      assertThat(rows(all)).isEqualTo(7);
      assertThat(all).contains("giao Chuyên viên mẫu", "Việc của Sở Kế hoạch và Đầu tư");
      String free = html(CLERK, DESK + "?cua=chua-giao");
      assertThat(rows(free)).isEqualTo(3);
      assertThat(free).contains("họp chuyên đề giải ngân").doesNotContain("g-cho-toi");
      for (String login : List.of("ke-hoach", CLERK, "kho-bac", "van-phong", "xa-y-tich")) {
        String home = html(login, DESK);
        int pressing = group(home, "qua-han") + group(home, "bay-ngay") + group(home, "cho-toi");
        String task =
            "/nhiem-vu/" + Acting.call(Actor.system("test"), () -> find(overdue)).taskId();
        List<String> pages =
            login.equals("xa-y-tich")
                ? List.of(DESK, "/nhiem-vu")
                : List.of(DESK, "/nhiem-vu", task);
        for (String page : pages) {
          assertThat(badge(html(login, page))).as(login + " " + page).isEqualTo(pressing);
        }
      }
      assertThat(badge(html(CLERK, DESK))).isEqualTo(2);
      assertThat(badge(html("ke-hoach", DESK))).isZero();
    } finally {
      give("ke-hoach", overdue, 1, "");
      give("ke-hoach", soon, 1, "");
      give("ke-hoach", later, 1, "");
    }
    assertThat(html(CLERK, DESK)).contains("Việc của Sở Kế hoạch và Đầu tư");
    assertThat(whose(html(CLERK, DESK))).containsExactly(2, 6, 6);
    String history = html("ke-hoach", "/nhiem-vu/phan/" + overdue + "/phu-trach");
    assertThat(history).contains("giao cho Chuyên viên mẫu", "thôi giao");
    assertThat(acts(overdue)).contains("task.charge.give", "task.charge.take_back");
  }

  @Test
  void whatPressesAndIsNobodysStandsWithThePersonsOwn() {
    long undated = duty("xử lý kiến nghị về điện nông thôn");
    assertThat(give("ke-hoach", undated, 0, account(CLERK)).statusCode()).isEqualTo(302);
    try {
      String own = html(CLERK, DESK);
      assertThat(own)
          .contains("Việc giao cho tôi", "tổng hợp số liệu giải ngân", "chưa giao ai")
          .doesNotContain("đề xuất phương án điều chuyển vốn");
      assertThat(group(own, "qua-han")).isEqualTo(1);
      assertThat(badge(own)).isEqualTo(group(own, "qua-han") + group(own, "bay-ngay"));
    } finally {
      give("ke-hoach", undated, 1, "");
    }
  }

  @Test
  void onlyTheBodyGivesItsWorkAndOnlyToItsPeople() {
    long duty = duty("họp chuyên đề giải ngân");
    assertThat(give("kho-bac", duty, 0, account("kho-bac")).statusCode()).isEqualTo(404);
    assertThat(give("lanh-dao", duty, 0, account(CLERK)).statusCode()).isEqualTo(403);
    assertThat(give("van-phong", duty, 0, account(CLERK)).body())
        .contains("không phải của cơ quan");
    assertThat(give("ke-hoach", duty, 0, account("kho-bac")).body())
        .contains("không thuộc cơ quan này");
    assertThat(give("ke-hoach", duty, 0, "").body()).contains("chưa giao ai nên không có gì");
    assertThat(give("ke-hoach", duty, 0, account(CLERK)).statusCode()).isEqualTo(302);
    assertThat(give("ke-hoach", duty, 0, account("ke-hoach")).body()).contains("vừa có người giao");
    assertThat(give("ke-hoach", duty, 1, account(CLERK)).body()).contains("đang phụ trách");
    String office = html("van-phong", "/nhiem-vu/" + task(duty));
    assertThat(office).contains("Chuyên viên mẫu");
    give("ke-hoach", duty, 1, "");
    assertThat(give("ke-hoach", duty("gửi kế hoạch kiểm tra"), 0, account(CLERK)).body())
        .contains("không còn phải làm");
  }

  @Test
  void leadSaysWhatTheHelperDoesAndSeesHowFarItIs() {
    long helper = helper();
    String page = "/nhiem-vu/phan/" + helper + "/phan-viec";
    assertThat(html("ke-hoach", "/nhiem-vu/" + task(overdue)))
        .contains("Cơ quan phối hợp: 0/1 đã báo cáo", page);
    assertThat(post("ke-hoach", page, Map.of("step", "0", "words", "")).statusCode())
        .isEqualTo(422);
    Map<String, String> words = Map.of("step", "0", "words", "đối chiếu số Kho bạc trước ngày 5");
    assertThat(post("kho-bac", page, words).statusCode()).isEqualTo(422);
    assertThat(post("ke-hoach", page, words).statusCode()).isEqualTo(302);
    assertThat(post("ke-hoach", page, words).body()).contains("vừa có người ghi phần việc khác");
    assertThat(html("kho-bac", "/nhiem-vu/" + task(overdue)))
        .contains("đối chiếu số Kho bạc trước ngày 5")
        .doesNotContain("/phan-viec");
    assertThat(post("ke-hoach", "/nhiem-vu/phan/" + overdue + "/phan-viec", words).body())
        .contains("là phần chủ trì");
    assertThat(html("ke-hoach", DESK)).contains("phối hợp: 0/1 đã báo cáo");
    Map<String, String> report = Map.of("step", "0", "words", "xong", "document", "BC 3/BC-KBNN");
    post("kho-bac", "/nhiem-vu/phan/" + helper + "/report", report);
    assertThat(html("ke-hoach", DESK)).contains("phối hợp: 1/1 đã báo cáo");
    assertThat(html("van-phong", "/nhiem-vu")).contains("0/1 đã báo cáo", "1 quá hạn");
    Map<String, String> confirm = Map.of("step", "1", "words", "");
    post("van-phong", "/nhiem-vu/phan/" + helper + "/confirm", confirm);
    Map<String, String> late = Map.of("step", "1", "words", "đối chiếu lại");
    assertThat(post("ke-hoach", page, late).body()).contains("đã khép lại");
  }

  private static Duty find(long id) {
    return world.duties().find(id).orElseThrow();
  }

  private static long task(long duty) {
    return Acting.call(Actor.system("test"), () -> find(duty)).taskId();
  }

  private static long helper() {
    return Acting.call(Actor.system("test"), () -> world.duties().ofTasks(List.of(task(overdue))))
        .stream()
        .filter(duty -> duty.part() == Party.Part.COORDINATE)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  private static long duty(String action) {
    return owner()
        .sql(
            """
            select min(d.id) from task.duty d join task.version v on v.task_id = d.task_id
             where v.action = :action and d.part = 'lead'
            """)
        .param("action", action)
        .query(Long.class)
        .single();
  }

  private static String account(String login) {
    return Objects.requireNonNull(
        owner()
            .sql("select id::text from identity.account where login = :login")
            .param("login", login)
            .query(String.class)
            .single());
  }

  private static List<String> acts(long duty) {
    return owner()
        .sql("select act from audit.entry where subject_id = :duty order by number")
        .param("duty", Long.toString(duty))
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static HttpResponse<String> give(String login, long duty, int step, String account) {
    return post(
        login,
        "/nhiem-vu/phan/" + duty + "/phu-trach",
        Map.of("step", Integer.toString(step), "account", account));
  }

  private static HttpResponse<String> post(String login, String path, Map<String, String> fields) {
    return world.person(login).submit("/doi-mat-khau", path, fields);
  }

  private static String html(String login, String path) {
    WebPerson person = world.person(login);
    HttpResponse<String> answer = person.get(path);
    assertThat(answer.statusCode()).as(login + " " + path).isEqualTo(200);
    return answer.body();
  }

  private static int badge(String page) {
    Matcher badge = Pattern.compile("Việc của tôi: (\\d+) việc cần làm ngay").matcher(page);
    return badge.find() ? Integer.parseInt(badge.group(1)) : 0;
  }

  private static List<Integer> whose(String page) {
    return Pattern.compile("class=\"chip cw\"[^>]*>[^<]+<b>(\\d+)</b>")
        .matcher(page)
        .results()
        .map(r -> Integer.valueOf(r.group(1)))
        .toList();
  }

  private static int rows(String page) {
    return (int) Pattern.compile("<li class=\"iv\">").matcher(page).results().count();
  }

  private static int group(String page, String word) {
    Matcher group =
        Pattern.compile("<h2 id=\"g-" + word + "\">.*?<span>(\\d+)</span>", Pattern.DOTALL)
            .matcher(page);
    return group.find() ? Integer.parseInt(group.group(1)) : 0;
  }
}
