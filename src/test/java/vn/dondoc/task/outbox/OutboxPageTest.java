package vn.dondoc.task.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.reminder.ReminderWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.testing.WebPerson;

/** The outbox as its pages show it, to whoever looks after it and to whoever is written to. */
class OutboxPageTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 14);
  @TempDir private static Path folder;
  private static Province province;
  private static ReminderWorld world;
  private static WebPerson office;
  private static WebPerson planner;

  @BeforeAll
  static void start() {
    province =
        Province.ofAugust2020(
            Server.start(
                TestDatabase.ofProvince(), Map.of("dondoc.mail.folder", folder.toString())));
    world = ReminderWorld.in(province);
    office = world.person("van-phong");
    planner = world.person("ke-hoach");
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @BeforeEach
  void outboxIsEmpty() {
    world.forget();
  }

  private static long queue(String login, int n) {
    Letter letter =
        new Letter(
            world.account(login),
            "Người nhận " + login,
            login + "@lang-son.example",
            DAY.plusDays(n),
            "Nhắc việc số " + n,
            "Kính gửi " + login + "\n\n1. <b>NV-2020-0001</b>\n");
    Acting.as(
        Actor.system("test"), () -> province.server().door(Outbox.class).queue(List.of(letter)));
    return world.owner().sql("select max(id) from task.outbox").query(Long.class).single();
  }

  private static void fail(long id, String error) {
    world
        .owner()
        .sql(
            "update task.outbox set state = 'failed', attempts = 1, last_error = :error where id = :id")
        .param("id", id)
        .param("error", error)
        .update();
  }

  @Test
  void officeFindsFailedLetterAndHasItTriedAgain() {
    long failed = queue("ke-hoach", 1);
    queue("kho-bac", 1);
    fail(failed, "550 không có hộp thư <này>");
    String all = office.get("/nhac-viec").body();
    assertThat(all)
        .contains("Đang xem 2 trên 2 thư", folder.toString(), "550 không có hộp thư &lt;này&gt;");
    String found = office.get("/nhac-viec?trang-thai=loi&tim=ke-hoach").body();
    assertThat(found).contains("Đang xem 1 trên 1 thư").doesNotContain("kho-bac@");
    HttpResponse<String> again =
        office.submit(
            "/nhac-viec/" + failed, "/nhac-viec/gui-lai", Map.of("thu", Long.toString(failed)));
    assertThat(again.statusCode()).isEqualTo(302);
    assertThat(office.get("/nhac-viec?trang-thai=loi").body()).contains("Không có thư nào khớp");
    assertThat(
            world
                .owner()
                .sql(
                    "select count(*) from audit.entry where act = 'task.mail_again' and subject_id = :id")
                .param("id", Long.toString(failed))
                .query(Long.class)
                .single())
        .isEqualTo(1);
    // None failed any more: there is nothing to try again.
    assertThat(office.submit("/nhac-viec", "/nhac-viec/gui-lai", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void listIsSortedPagedByKeyAndExported() {
    IntStream.range(0, 120).forEach(n -> queue(n % 2 == 0 ? "ke-hoach" : "kho-bac", n));
    String first = office.get("/nhac-viec?xep=ten").body();
    assertThat(first).contains("Đang xem 50 trên 120 thư").doesNotContain("kho-bac@");
    String next = first.replaceAll("(?s).*href=\"(/nhac-viec\\?[^\"]*sau=\\d+)\".*", "$1");
    String second = office.get(next.replace("&amp;", "&")).body();
    assertThat(second).contains("ke-hoach@", "kho-bac@");
    assertThat(office.get("/nhac-viec?sau=999999").statusCode()).isEqualTo(422);
    HttpResponse<String> sheet = office.get("/nhac-viec/xuat?tim=ke-hoach");
    assertThat(sheet.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
  }

  @Test
  void everybodySeesTheirOwnLettersOnly() {
    long own = queue("ke-hoach", 1);
    long other = queue("kho-bac", 1);
    assertThat(planner.get("/tai-khoan/nhac-viec").body())
        .contains("Nhắc việc số 1", "href=\"/nhac-viec/" + own + "\"")
        .doesNotContain("href=\"/nhac-viec/" + other + "\"");
    assertThat(planner.get("/nhac-viec/" + own).body())
        .contains("Kính gửi ke-hoach", "&lt;b&gt;NV-2020-0001&lt;/b&gt;")
        .doesNotContain("gui-lai");
    assertThat(planner.get("/nhac-viec/" + other).statusCode()).isEqualTo(404);
    assertThat(planner.get("/nhac-viec").statusCode()).isEqualTo(403);
    assertThat(
            planner
                .submit("/tai-khoan", "/nhac-viec/gui-lai", Map.of("thu", Long.toString(own)))
                .statusCode())
        .isEqualTo(403);
    assertThat(office.get("/nhac-viec/" + other).body()).contains("Mã thư");
  }

  @Test
  void personSaysWhereTheyAreWrittenToAndWhetherTheyWantIt() {
    assertThat(planner.get("/tai-khoan").body())
        .contains("ke-hoach@lang-son.example", "href=\"/tai-khoan/nhac-viec\"");
    HttpResponse<String> wrong =
        planner.submit("/tai-khoan", "/tai-khoan/thu", Map.of("email", "hoa@", "reminders", "co"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("“hoa@” không phải địa chỉ thư", "value=\"hoa@\"");
    for (String none :
        List.of(
            "a b@c.vn",
            "hoa@c",
            "hoa@-c.vn",
            "h..a@c.vn",
            "hoa@c.vn\nBcc: x@y.vn",
            "a".repeat(250) + "@c.vn")) {
      assertThat(planner.submit("/tai-khoan", "/tai-khoan/thu", Map.of("email", none)).statusCode())
          .as(none)
          .isEqualTo(422);
    }
    assertThat(mailbox("ke-hoach")).isEqualTo("ke-hoach@lang-son.example true");
    planner.submit("/tai-khoan", "/tai-khoan/thu", Map.of("email", "moi@lang-son.example"));
    assertThat(mailbox("ke-hoach")).isEqualTo("moi@lang-son.example false");
    WebPerson administrator = world.person("quan-tri");
    String page = "/tai-khoan/" + world.account("ke-hoach");
    assertThat(administrator.get(page).body()).contains("moi@lang-son.example");
    administrator.submit(
        page, page + "/thu", Map.of("email", "ke-hoach@lang-son.example", "reminders", "co"));
    assertThat(mailbox("ke-hoach")).isEqualTo("ke-hoach@lang-son.example true");
    assertThat(administrator.submit(page, page + "/thu", Map.of("email", "sai")).statusCode())
        .isEqualTo(422);
    assertThat(
            world
                .owner()
                .sql(
                    "select count(*) from audit.entry where act = 'identity.mail' and subject_id = :id")
                .param("id", Long.toString(world.account("ke-hoach")))
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  private static String mailbox(String login) {
    return world
        .owner()
        .sql("select email || ' ' || reminders from identity.account where login = :login")
        .param("login", login)
        .query((row, number) -> row.getString(1))
        .single();
  }

  @Test
  void serverThatIsToldToSendsByItself() throws Exception {
    long id = queue("ke-hoach", 1);
    Map<String, Object> sending =
        Map.of(
            "dondoc.mail.folder", folder.toString(),
            "dondoc.mail.poll", "true",
            "dondoc.mail.every", "1");
    try (Server second = Server.start(province.server().database(), sending)) {
      assertThat(second.door(OutboxPoller.class).isRunning()).isTrue();
      Path letter = folder.resolve("2020-08-15-" + id + ".eml");
      for (int tries = 0; tries < 300 && !state(id).equals("sent"); tries++) {
        Thread.sleep(100);
      }
      assertThat(state(id)).isEqualTo("sent");
      assertThat(Files.readString(letter)).contains("Message-ID: <2020-08-15.");
    }
    assertThat(province.server().door(OutboxPoller.class).isRunning()).isFalse();
  }

  private static String state(long id) {
    return world
        .owner()
        .sql("select state from task.outbox where id = :id")
        .param("id", id)
        .query((row, number) -> row.getString(1))
        .single();
  }
}
