package vn.dondoc.task.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.identity.Accounts;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.reminder.ReminderWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.testing.WebPerson;

/** Calendars read with nothing but their address, and what a key opens and does not open. */
class FeedPageTest {
  private static final LocalDate AUGUST_14 = LocalDate.of(2020, 8, 14);
  private static final Pattern ADDRESS =
      Pattern.compile("https://dondoc\\.example(/lich/[A-Za-z0-9_-]{43}\\.ics)");
  private static final String MINE = "/tai-khoan/lich";
  private static Province province;
  private static ReminderWorld world;
  private static WebPerson planner;
  private static WebPerson program;
  private static int planning;

  @BeforeAll
  static void start() {
    province =
        Province.ofAugust2020(
            Server.start(
                TestDatabase.ofProvince(), Map.of("dondoc.address", "https://dondoc.example")));
    world = ReminderWorld.in(province);
    planner = world.person("ke-hoach");
    program = WebPerson.at(province.server());
    planning = world.id("Sở Kế hoạch và Đầu tư");
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @BeforeEach
  void nothingIsGiven() {
    world.forget();
    world.standOn(AUGUST_14);
  }

  private static String renew(WebPerson person, String page) {
    HttpResponse<String> answer = person.submit(page, page, Map.of());
    assertThat(answer.statusCode()).isEqualTo(200);
    Matcher found = ADDRESS.matcher(answer.body());
    assertThat(found.find()).as(answer.body()).isTrue();
    return found.group(1);
  }

  private static Calendar calendar(String words) {
    try {
      return new CalendarBuilder().build(new StringReader(words));
    } catch (IOException | ParserException e) {
      throw new IllegalStateException(words, e);
    }
  }

  private static List<VEvent> events(String path) {
    HttpResponse<String> answer = program.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    Calendar calendar = calendar(answer.body());
    calendar.validate();
    return calendar.getComponents("VEVENT");
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).map(Property::getValue).orElse("");
  }

  @Test
  void calendarProgramReadsTheDeadlinesOfPerson() {
    long late =
        world.give(
            "báo cáo; giải ngân, \\ đợt 1",
            AUGUST_14.minusDays(9),
            AUGUST_14.minusDays(2),
            planning);
    world.give("trình phương án", AUGUST_14.minusDays(9), AUGUST_14.plusDays(20), planning);
    world.give("việc không có hạn", AUGUST_14, null, planning);
    world.give(
        "việc của kho bạc", AUGUST_14, AUGUST_14.plusDays(5), world.id("Kho bạc Nhà nước tỉnh"));
    world.standOn(AUGUST_14);
    String path = renew(planner, MINE);
    HttpResponse<String> answer = program.get(path);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    List<VEvent> events = events(path);
    assertThat(events).hasSize(2);
    VEvent event = events.getFirst();
    assertThat(value(event, "UID")).isEqualTo("phan-viec-" + late + "@dondoc");
    assertThat(value(event, "DTSTART")).isEqualTo("20200812");
    assertThat(value(event, "DTEND")).isEqualTo("20200813");
    assertThat(value(event, "SEQUENCE")).isEqualTo("0");
    assertThat(value(event, "SUMMARY"))
        .matches("QUÁ HẠN: NV-2020-\\d{4} – báo cáo; giải ngân, \\\\ đợt 1");
    assertThat(value(event, "DESCRIPTION"))
        .contains("Sở Kế hoạch và Đầu tư (Chủ trì)", ReminderWorld.CONSEQUENCE);
    assertThat(value(event, "URL")).contains("https://dondoc.example/nhiem-vu/", "phan=" + late);
    assertThat(value(events.get(1), "SUMMARY")).doesNotContain("QUÁ HẠN");
    assertThat(value(events.get(1), "DESCRIPTION")).doesNotContain(ReminderWorld.CONSEQUENCE);
  }

  @Test
  void movedDeadlineKeepsItsNameAndCountsUp() {
    long duty = world.give("trình phương án", AUGUST_14, AUGUST_14.plusDays(6), planning);
    String path = renew(planner, MINE);
    HttpResponse<String> before = program.get(path);
    String tag = before.headers().firstValue("ETag").orElseThrow();
    assertThat(program.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    world.extend(planning, duty, AUGUST_14, AUGUST_14.plusDays(30));
    HttpResponse<String> after = program.get(path, "If-None-Match", tag);
    assertThat(after.statusCode()).isEqualTo(200);
    List<VEvent> events = calendar(after.body()).getComponents("VEVENT");
    assertThat(value(events.getFirst(), "UID")).isEqualTo("phan-viec-" + duty + "@dondoc");
    assertThat(value(events.getFirst(), "DTSTART")).isEqualTo("20200913");
    assertThat(value(events.getFirst(), "SEQUENCE")).isEqualTo("1");
  }

  @Test
  void renewedOrRevokedKeyOpensNothingAndDoesNotSayWhy() {
    String first = renew(planner, MINE);
    String second = renew(planner, MINE);
    assertThat(first).isNotEqualTo(second);
    HttpResponse<String> old = program.get(first);
    HttpResponse<String> wrong = program.get("/lich/" + "a".repeat(43) + ".ics");
    HttpResponse<String> malformed = program.get("/lich/x.ics");
    assertThat(List.of(old.statusCode(), wrong.statusCode(), malformed.statusCode()))
        .containsOnly(404);
    assertThat(List.of(wrong.body(), malformed.body())).containsOnly(old.body());
    assertThat(events(second)).isEmpty();
    assertThat(planner.submit(MINE, MINE + "/thu-hoi", Map.of()).statusCode()).isEqualTo(302);
    assertThat(program.get(second).statusCode()).isEqualTo(404);
    assertThat(acts()).endsWith("task.calendar_key", "task.calendar_key", "task.calendar_revoke");
    // The address is told once and kept nowhere.
    assertThat(planner.get(MINE).body()).doesNotContain("/lich/" + second.substring(6, 20));
    assertThat(
            world
                .owner()
                .sql(
                    "select count(*) from task.calendar_key where position(key_sha256 in :path) > 0")
                .param("path", second)
                .query(Long.class)
                .single())
        .isZero();
  }

  private static List<String> acts() {
    return world
        .owner()
        .sql("select act from audit.entry where act like 'task.calendar%' order by number")
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void keysAreLongAndNeverAlike() {
    Set<String> keys = new HashSet<>();
    CalendarKeys door = province.server().door(CalendarKeys.class);
    Acting.as(
        Actor.system("test"),
        () ->
            IntStream.range(0, 50)
                .forEach(n -> keys.add(door.renew(CalendarKeys.Owner.body(planning)))));
    assertThat(keys).hasSize(50).allMatch(key -> key.length() == 43);
  }

  @Test
  void calendarOfBodyIsGivenByItsOwnPeopleAndByTheOffice() {
    world.give("trình phương án", AUGUST_14, AUGUST_14.plusDays(6), planning);
    String page = "/co-quan/" + planning + "/lich";
    assertThat(planner.get("/co-quan/" + planning).body()).contains("href=\"" + page + "\"");
    String path = renew(planner, page);
    assertThat(events(path)).hasSize(1);
    WebPerson stranger = world.person("kho-bac");
    assertThat(stranger.get(page).body()).contains("mới cấp, thu hồi được");
    assertThat(stranger.submit("/tai-khoan", page, Map.of()).statusCode()).isEqualTo(403);
    assertThat(stranger.submit("/tai-khoan", page + "/thu-hoi", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(events(path)).hasSize(1);
    WebPerson office = world.person("van-phong");
    String renewed = renew(office, page);
    assertThat(program.get(path).statusCode()).isEqualTo(404);
    assertThat(office.submit(page, page + "/thu-hoi", Map.of()).statusCode()).isEqualTo(302);
    assertThat(program.get(renewed).statusCode()).isEqualTo(404);
    assertThat(planner.get("/co-quan/999999/lich").statusCode()).isEqualTo(404);
  }

  @Test
  void closedAccountHasNoCalendar() {
    WebPerson treasurer = world.person("kho-bac");
    String path = renew(treasurer, MINE);
    assertThat(program.get(path).statusCode()).isEqualTo(200);
    Accounts accounts = province.server().door(Accounts.class);
    long id = world.account("kho-bac");
    Acting.as(Actor.system("test"), () -> accounts.disable(id));
    assertThat(program.get(path).statusCode()).isEqualTo(404);
    province
        .passwords()
        .put(
            "kho-bac",
            Acting.call(Actor.system("test"), () -> accounts.reopen(id)).oneTimePassword());
  }

  @Test
  void calendarShowsTheNearestFiveHundred() {
    world.give("mẫu", AUGUST_14, AUGUST_14.plusDays(3), planning);
    world
        .owner()
        .sql(
            """
            with t as (select min(id) as id from task.task)
            insert into task.duty (task_id, body_id, part, period_from, period_to, due_on, opened_on)
            select t.id, :body, 'lead', date '2000-01-01' + n, date '2000-01-01' + n,
                   date '2020-08-14' + n, '2020-08-01' from t, generate_series(1, 600) n
            """)
        .param("body", planning)
        .update();
    List<VEvent> events = events(renew(planner, MINE));
    assertThat(events).hasSize(Feeds.MOST);
    assertThat(events)
        .extracting(event -> value(event, "DTSTART"))
        .contains("20200815")
        .doesNotContain("20220405");
  }

  @Test
  void programThatAsksTooOftenIsToldToWait() {
    String path = renew(planner, MINE);
    // Twice as many as a minute allows: the turn of one minute lies between them at most once.
    List<Integer> answers =
        IntStream.rangeClosed(0, 2 * FeedPace.MOST)
            .mapToObj(n -> program.get(path).statusCode())
            .toList();
    assertThat(answers).startsWith(200).containsOnly(200, 429).contains(429);
  }
}
