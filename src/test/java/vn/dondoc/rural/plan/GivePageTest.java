package vn.dondoc.rural.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.testing.WebPerson;

/** A line of the plan is given as a task after a look, and all who follow the plan follow it. */
class GivePageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String PATH = "/nong-thon-moi/ke-hoach";
  private static final int YEAR = 2020;
  private static final long HELD_NANOS = 500_000_000;
  private static final Actor SYSTEM = Actor.system("test");
  private static RuralWorld world;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    world.door(PlaceReference.class).loadDemonstration();
    Acting.as(SYSTEM, () -> world.door(Plans.class).load());
    office = person("van-phong");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void lineIsLookedOverBeforeItIsGivenAndTheListComesBackAsItWasAsked() {
    long key = line("8.3").key();
    Map<String, String> fields = asked(Long.toString(key));
    HttpResponse<String> preview = office.submit(PATH, PATH + "/giao", fields);
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("1 nhiệm vụ sẽ được giao", "Hoàn thành chỉ tiêu 8.3", "tại xã Y Tịch")
        .contains("Sở Thông tin và Truyền thông", "Giao 1 nhiệm vụ");
    assertThat(line("8.3").owed().taskId()).isNull();
    HttpResponse<String> given = confirm(preview.body(), fields);
    assertThat(given.statusCode()).isEqualTo(302);
    assertThat(given.headers().firstValue("Location").orElseThrow())
        .endsWith(PATH + "?nam=2020&loai=tat-ca&chi=dich&tim=Y+T%E1%BB%8Bch&xep=so");
    assertThat(line("8.3").owed().taskId()).isNotNull();
    HttpResponse<String> again = confirm(preview.body(), fields);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("Xã Y Tịch, chỉ tiêu 8.3: đã giao thành nhiệm vụ");
  }

  @Test
  void twoPeopleWhoGiveOneLineAtOnceMakeOneTaskAndTheSecondIsTold() throws Exception {
    List<Long> keys = List.of(line("8.2").key());
    CountDownLatch given = new CountDownLatch(1);
    TransactionTemplate whole =
        new TransactionTemplate(world.door(PlatformTransactionManager.class));
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<?> first =
          two.submit(() ->
              Acting.as(
                  SYSTEM,
                  () ->
                      whole.executeWithoutResult(status -> {
                        world.door(Givings.class).give(keys, YEAR);
                        given.countDown();
                        LockSupport.parkNanos(HELD_NANOS);
                      })));
      given.await();
      Future<?> second =
          two.submit(() -> Acting.as(SYSTEM, () -> world.door(Givings.class).give(keys, YEAR)));
      first.get();
      assertThatThrownBy(second::get).hasMessageContaining("given");
    }
    assertThat(line("8.2").owed().taskId()).isNotNull();
  }

  @Test
  void whoLooksAtALineSomebodyChangedSinceIsAskedToLookAgain() {
    PlanLine seen = line("8.4");
    Map<String, String> fields = asked(Long.toString(seen.key()));
    String preview = office.submit(PATH, PATH + "/giao", fields).body();
    PlanLine.Owed owed = seen.owed();
    PlanLine.Owed other =
        new PlanLine.Owed(
            "Lắp máy tính", owed.bodyId(), null, owed.dueOn(), null, null, null, null, null);
    Acting.as(
        SYSTEM,
        () -> world.door(Plans.class).change(List.of(PlanChange.of(seen, YEAR, other, ""))));
    HttpResponse<String> refused = confirm(preview, fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Xã Y Tịch, chỉ tiêu 8.4: có người vừa sửa dòng này", "Lắp máy tính");
    assertThat(line("8.4").owed().taskId()).isNull();
  }

  @Test
  void nothingChosenOrNobodyAllowedGivesNothing() {
    HttpResponse<String> none = office.submit(PATH, PATH + "/giao", Map.of("nam", "2020"));
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("Chưa chọn dòng nào");
    WebPerson leader = person("lanh-dao");
    String key = Long.toString(line("8.2").key());
    assertThat(leader.submit("/tai-khoan", PATH + "/giao", asked(key)).statusCode()).isEqualTo(403);
    assertThat(leader.submit("/tai-khoan", PATH + "/giao/ghi", asked(key)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void everybodyWhoFollowsThePlanSeesTheTaskAndWhereItCameFrom() {
    // Owed by a department: neither the commune nor its district has a part in it.
    PlanLine line = line("8.1");
    Acting.as(SYSTEM, () -> world.door(Givings.class).give(java.util.List.of(line.key()), YEAR));
    long task = Objects.requireNonNull(line("8.1").owed().taskId());
    String unit = PATH + "/" + world.unit("Y Tịch") + "?nam=2020";
    for (String login : new String[] {"dieu-phoi", "huyen-chi-lang", "xa-y-tich"}) {
      WebPerson follower = person(login);
      assertThat(follower.get(unit).body())
          .as(login)
          .containsPattern("href=\"/nhiem-vu/" + task + "\">NV-2020-\\d{4}<");
      HttpResponse<String> page = follower.get("/nhiem-vu/" + task);
      assertThat(page.statusCode()).as(login).isEqualTo(200);
      assertThat(page.body())
          .as(login)
          .contains("Hoàn thành chỉ tiêu 8.1")
          .contains("Kế hoạch hoàn thành tiêu chí năm 2020, xã Y Tịch, chỉ tiêu 8.1")
          .contains("href=\"" + unit + "\"")
          .doesNotContain("“”", "/chi-dao/");
    }
    // A unit's number is no document's: its tasks are not among those of the notice so numbered.
    assertThat(office.get("/nhiem-vu").body()).contains("Hoàn thành chỉ tiêu 8.1");
    assertThat(office.get("/nhiem-vu?nguon=" + world.unit("Y Tịch")).body())
        .doesNotContain("Hoàn thành chỉ tiêu 8.1");
    // A body of the province without a part in it is told nothing of the task.
    WebPerson treasury = person("kho-bac");
    assertThat(treasury.get("/nhiem-vu/" + task).statusCode()).isEqualTo(404);
    assertThat(treasury.get(unit).body()).doesNotContain("/nhiem-vu/" + task);
  }

  @Test
  void lineFollowedAsATaskShowsTheDayItWasMovedToAndIsFreeOnceTheTaskIsWithdrawn() {
    long key = line("13.1").key();
    Acting.as(SYSTEM, () -> world.door(Givings.class).give(List.of(key), YEAR));
    long task = Objects.requireNonNull(line("13.1").owed().taskId());
    LocalDate before = Objects.requireNonNull(line("13.1").owed().dueOn());
    Duties duties = world.door(Duties.class);
    Duty duty = Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task))).getFirst();
    LocalDate moved = LocalDate.of(2020, 9, 26);
    Acting.as(
        giver(),
        () -> duties.record(duty.id(), Deed.until(FactKind.SET_DATE, 0, moved, "Gửi trước")));
    assertThat(line("13.1").owed().dueOn()).isEqualTo(moved).isNotEqualTo(before);
    String unit = PATH + "/" + world.unit("Y Tịch") + "?nam=2020";
    assertThat(office.get(unit).body()).contains("26/09/2020");
    Deed withdraw =
        new Deed(FactKind.WITHDRAW, 1, null, null, "Rút theo chỉ đạo", "9/TB", List.of());
    Acting.as(giver(), () -> duties.record(duty.id(), withdraw));
    PlanLine free = line("13.1");
    assertThat(free.owed().taskId()).isNull();
    assertThat(free.owed().dueOn()).isEqualTo(before);
    assertThat(office.get(unit).body())
        .containsPattern("Nhiệm vụ NV-2020-\\d{4} đã rút ngày 14/08/2020, giao lại được");
    PlanLine.Owed owed = free.owed();
    PlanLine.Owed other =
        new PlanLine.Owed("Mở lại", owed.bodyId(), null, moved, null, null, null, null, null);
    Acting.as(SYSTEM, () -> world.door(Givings.class).give(List.of(key), YEAR));
    long again = Objects.requireNonNull(line("13.1").owed().taskId());
    assertThat(again).isNotEqualTo(task);
    assertThatThrownBy(() ->
            Acting.as(
                SYSTEM,
                () ->
                    world
                        .door(Plans.class)
                        .change(List.of(PlanChange.of(line("13.1"), YEAR, other, "sớm hơn")))))
        .hasMessageContaining("locked");
  }

  @Test
  void lineFollowedAsATaskIsOwedByWhomTheTaskWasHandedTo() {
    PlanLine before = line("14.1");
    Acting.as(SYSTEM, () -> world.door(Givings.class).give(List.of(before.key()), YEAR));
    long task = Objects.requireNonNull(line("14.1").owed().taskId());
    assertThat(line("14.1").owed().bodyId()).isEqualTo(before.owed().bodyId());
    Duties duties = world.door(Duties.class);
    Duty duty = Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task))).getFirst();
    Actor lead = lead(Objects.requireNonNull(before.owed().bodyId()));
    int other = world.body("Sở Công Thương");
    Acting.as(lead, () -> duties.record(duty.id(), Deed.handBack(0, other, "khác thẩm quyền")));
    Acting.as(lead(other), () -> duties.record(duty.id(), Deed.of(FactKind.ACCEPT_HAND, 1, "")));
    assertThat(line("14.1").owed().bodyId()).isEqualTo(other);
    assertThat(line("14.1").owed().taskId()).isEqualTo(task);
    PlanFilter owed =
        new PlanFilter(
            YEAR, null, null, other, null, PlanFilter.Only.ALL, "", PlanFilter.Sort.UNIT, null);
    assertThat(Acting.call(SYSTEM, () -> world.door(Plans.class).lines(owed, null, Plans.EXPORT)))
        .extracting(PlanLine::key)
        .contains(before.key());
  }

  @Test
  void lineThatIsBlockedBeyondItsDaySaysSo() {
    String unit = PATH + "/" + world.unit("Y Tịch") + "?nam=2020";
    assertThat(office.get(unit).body()).doesNotContain("Gỡ được sau hạn");
    PlanLine line = line("9.2");
    PlanLine.Owed owed = line.owed();
    LocalDate until = Objects.requireNonNull(owed.dueOn()).plusDays(1);
    PlanLine.Owed blocked =
        new PlanLine.Owed(
            null, owed.bodyId(), owed.post(), owed.dueOn(), null, null, "chờ vốn", until, null);
    Acting.as(
        SYSTEM,
        () -> world.door(Plans.class).change(List.of(PlanChange.of(line, YEAR, blocked, ""))));
    assertThat(office.get(unit).body()).containsOnlyOnce("Gỡ được sau hạn");
  }

  private static Actor lead(int body) {
    return new Actor(
        801 + body,
        "Cơ quan chủ trì mẫu",
        Set.of("task.read", "task.report"),
        false,
        List.of(body),
        List.of());
  }

  private static Actor giver() {
    return new Actor(
        800,
        "Văn phòng mẫu",
        Set.of("task.read", "task.confirm", "task.report"),
        true,
        List.of(world.body("Văn phòng UBND tỉnh")),
        List.of());
  }

  private static Map<String, String> asked(String chosen) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("nam", "2020");
    fields.put("loai", "tat-ca");
    fields.put("chi", "dich");
    fields.put("tim", "Y Tịch");
    fields.put("xep", "so");
    fields.put("chon", chosen);
    return fields;
  }

  private static HttpResponse<String> confirm(String preview, Map<String, String> fields) {
    Matcher chosen = Pattern.compile("name=\"chon\" value=\"([0-9.]+)\"").matcher(preview);
    assertThat(chosen.find()).isTrue();
    Map<String, String> confirmed = new LinkedHashMap<>(fields);
    confirmed.put("chon", chosen.group(1));
    return office.submit(PATH, PATH + "/giao/ghi", confirmed);
  }

  private static PlanLine line(String indicator) {
    int id = world.indicator(indicator).id();
    PlanFilter filter = PlanFilter.ofUnit(YEAR, world.unit("Y Tịch"));
    return Acting.call(SYSTEM, () -> world.door(Plans.class).lines(filter, null, Plans.EXPORT))
        .stream()
        .filter(line -> line.indicatorId() == id)
        .findFirst()
        .orElseThrow();
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(world.province().server());
    String once = Objects.requireNonNull(world.province().passwords().get(login));
    person.signIn(login, once);
    person.change(once, OWN);
    return person;
  }
}
