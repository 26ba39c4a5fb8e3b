package vn.dondoc.task.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.agency.Succession;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.task.head.HeadWorld;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.task.life.Heirs;
import vn.dondoc.task.life.Life;
import vn.dondoc.task.life.State;
import vn.dondoc.task.life.Timing;
import vn.dondoc.testing.Province;

/** Work of a department merged on 1/3/2025 and of a district that ended on 1/7/2025. */
class SuccessionPageTest {
  private static final LocalDate GIVEN = LocalDate.of(2025, 1, 6);
  private static final LocalDate DUE = LocalDate.of(2025, 2, 10);
  private static final LocalDate AFTER = LocalDate.of(2025, 7, 15);
  private static final String LIST = "/nhiem-vu/ke-thua";
  private static HeadWorld world;
  private static Province province;
  private static int planning;
  private static int finance;
  private static int district;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = HeadWorld.in(province);
    planning = world.body("Sở Kế hoạch và Đầu tư");
    finance = world.body("Sở Tài chính");
    district = world.body("UBND huyện Chi Lăng");
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @BeforeEach
  void standBeforeTheChange() {
    world.standOn(GIVEN);
  }

  @Test
  void departmentsWorkMovesToItsSuccessorInOneActAndItsLatenessStays() {
    Duty late = world.give("việc chậm", HeadWorld.CONSEQUENCE, DUE, planning).getFirst();
    Duty extended = world.give("việc gia hạn", null, DUE, planning).getFirst();
    world.fact(extended.id(), 1, "ask_extension", DUE.minusDays(9), DUE.plusYears(1));
    world.fact(extended.id(), 2, "grant_extension", DUE.minusDays(8), DUE.plusYears(1));
    world.standOn(AFTER);
    assertThat(html("van-phong", LIST)).contains("Sở Kế hoạch và Đầu tư", "Sở Tài chính");
    assertThat(html("van-phong", "/tong-quan-chi-dao")).contains(LIST);
    String page = html("van-phong", LIST + "/" + planning);
    assertThat(page).contains("việc chậm", "việc gia hạn", "kế thừa toàn bộ");
    HttpResponse<String> moved =
        move(late.id() + ".0", extended.id() + ".2", finance, "Sắp xếp năm 2025");
    assertThat(moved.statusCode()).isEqualTo(302);
    assertThat(duty(late.id()).state()).isEqualTo(State.TRANSFERRED);
    Duty taken = heirs(late.taskId());
    assertThat(taken.due()).isEqualTo(DUE);
    assertThat(taken.timing()).isEqualTo(Timing.OVERDUE);
    Duty longer = heirs(extended.taskId());
    assertThat(longer.originalDue()).isEqualTo(DUE);
    assertThat(longer.due()).isEqualTo(DUE.plusYears(1));
    assertThat(html("van-phong", "/nhiem-vu/" + late.taskId()))
        .contains("vào hồ sơ người đứng đầu ngày 11/02/2025")
        .contains("đã chuyển cơ quan khác", "Sở Tài chính")
        .contains("văn bản ghi: Sở Kế hoạch và Đầu tư");
    assertThat(html("van-phong", "/nhiem-vu")).contains("văn bản ghi: Sở Kế hoạch và Đầu tư");
    // The successor works on it; the old body does nothing more.
    Acting.as(
        HeadWorld.of(finance),
        () -> world.duties().record(taken.id(), Deed.of(FactKind.RECEIVE, 0, "")));
    assertThat(duty(taken.id()).state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void successorOwesByNoDayThatWasTakenAwayBefore() {
    Duty open = world.give("việc không còn hạn", null, DUE, planning).getFirst();
    world.fact(open.id(), 1, "set_date", GIVEN, Life.NO_DAY);
    world.standOn(AFTER);
    HttpResponse<String> moved =
        world
            .person("van-phong")
            .post(
                LIST + "/" + planning + "?duty=" + open.id() + ".1",
                Map.of("heir", Integer.toString(finance), "words", "Sắp xếp năm 2025"),
                world.token("van-phong"));
    assertThat(moved.statusCode()).isEqualTo(302);
    assertThat(heirs(open.taskId()).due()).isNull();
    assertThat(heirs(open.taskId()).timing()).isEqualTo(Timing.UNDATED);
  }

  private static HttpResponse<String> move(String one, String two, int heir, String words) {
    return world
        .person("van-phong")
        .post(
            LIST + "/" + planning + "?duty=" + one + "&duty=" + two,
            Map.of("heir", Integer.toString(heir), "words", words),
            world.token("van-phong"));
  }

  @Test
  void districtsWorkGoesToTheCommuneAPersonChooses() {
    Duty duty = world.give("giải phóng mặt bằng", null, DUE.plusYears(1), district).getFirst();
    world.standOn(AFTER);
    List<Succession> heirs =
        Acting.call(HeadWorld.SYSTEM, () -> province.server().door(Heirs.class).of(district));
    assertThat(heirs)
        .hasSizeGreaterThan(1)
        .allSatisfy(heir -> assertThat(heir.on()).isEqualTo(LocalDate.of(2025, 7, 1)));
    String path = LIST + "/" + district;
    assertThat(html("van-phong", path)).contains("01/07/2025", "kế thừa một phần");
    String chosen = duty.id() + ".0";
    Map<String, String> without = Map.of("duty", chosen, "words", "chia theo địa bàn");
    assertThat(world.post("van-phong", path, without).body()).contains("Chưa chọn cơ quan kế thừa");
    Map<String, String> stranger =
        Map.of("duty", chosen, "words", "a", "heir", Integer.toString(finance));
    assertThat(world.post("van-phong", path, stranger).body())
        .contains("không kế thừa cơ quan này");
    int commune = heirs.getFirst().successor().id();
    Map<String, String> right =
        Map.of("duty", chosen, "words", "địa bàn xã", "heir", Integer.toString(commune));
    Map<String, String> stale =
        Map.of("duty", duty.id() + ".7", "words", "a", "heir", Integer.toString(commune));
    assertThat(world.post("van-phong", path, stale).body()).contains("vừa có người ghi nhận");
    assertThat(duty(duty.id()).state()).isEqualTo(State.NEW);
    assertThat(world.post("van-phong", path, right).statusCode()).isEqualTo(302);
    assertThat(heirs(duty.taskId()).bodyId()).isEqualTo(commune);
  }

  @Test
  void nothingMovesWithoutAChoiceARightOrACeasedBody() {
    Duty duty = world.give("không chuyển", null, DUE.plusYears(1), planning).getFirst();
    Duty existing = world.give("đang hoạt động", null, DUE.plusYears(1), finance).getFirst();
    world.standOn(AFTER);
    String path = LIST + "/" + planning;
    assertThat(world.post("van-phong", path, Map.of("words", "a")).body())
        .contains("Chưa chọn phần việc nào");
    assertThat(world.person("kho-bac").get(path).statusCode()).isEqualTo(403);
    assertThat(world.person("kiem-tra").get(LIST).statusCode()).isEqualTo(403);
    assertThat(html422("van-phong", LIST + "/" + finance)).contains("đang hoạt động");
    assertThatThrownBy(() ->
            Acting.as(
                world.office(),
                () -> world.duties().handOver(existing.id(), 0, planning, "nhầm", "")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not_ceased");
    assertThatThrownBy(() ->
            Acting.as(
                HeadWorld.of(planning),
                () -> world.duties().handOver(duty.id(), 0, finance, "tự chuyển", "")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not_yours");
  }

  @Test
  void newWorkAndCorrectionsOfferTheSuccessor() {
    Duty duty = world.give("sửa để giao lại", HeadWorld.CONSEQUENCE, DUE, planning).getFirst();
    world.standOn(AFTER);
    assertThatThrownBy(() -> world.give("việc mới", null, DUE.plusYears(1), planning))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("task.refusal.ceased")
        .hasMessageContaining("Sở Tài chính");
    String form = html("van-phong", "/nhiem-vu/" + duty.taskId() + "/sua");
    assertThat(form)
        .contains("đã kết thúc hoạt động từ ngày 01/03/2025")
        .contains("value=\"" + finance + "\" selected");
    // A body that ceased and was not named before is not taken in.
    Map<String, String> ceased = correction(world.body("Sở Giao thông vận tải"));
    assertThat(world.post("van-phong", "/nhiem-vu/" + duty.taskId() + "/sua", ceased).body())
        .contains("không nhận việc mới", "Sở Xây dựng");
    assertThat(duty(duty.id()).state()).isEqualTo(State.NEW);
    HttpResponse<String> right =
        world.post("van-phong", "/nhiem-vu/" + duty.taskId() + "/sua", correction(finance));
    assertThat(right.statusCode()).as(right.body()).isEqualTo(302);
    assertThat(duty(duty.id()).state()).isEqualTo(State.TRANSFERRED);
    assertThat(heirs(duty.taskId()).due()).isEqualTo(DUE);
    assertThat(html("van-phong", "/nhiem-vu/" + duty.taskId()))
        .contains("vào hồ sơ người đứng đầu ngày 11/02/2025");
  }

  @Test
  void namesTypedForManyTasksAreToldTheSuccessor() {
    world.standOn(AFTER);
    long task = world.give("việc của nhiều", null, DUE.plusYears(1), finance).getFirst().taskId();
    Map<String, String> edit =
        Map.of(
            "chon", task + ".1",
            "viec", "add_coordinator",
            "thanh", "Sở Kế hoạch và Đầu tư");
    assertThat(world.post("van-phong", "/nhiem-vu/hang-loat/xem", edit).body())
        .contains(
            "đã kết thúc hoạt động từ ngày 01/03/2025", "Chọn cơ quan kế thừa", "Sở Tài chính");
  }

  @Test
  void successorTakenInWithAnotherDayOwesByThatDay() {
    Duty duty = world.give("giao lại có hạn mới", HeadWorld.CONSEQUENCE, DUE, planning).getFirst();
    world.standOn(AFTER);
    Map<String, String> later = new HashMap<>(correction(finance));
    later.put("on", "30/09/2025");
    later.put("action", "giao lại có hạn mới");
    HttpResponse<String> answer =
        world.post("van-phong", "/nhiem-vu/" + duty.taskId() + "/sua", later);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(heirs(duty.taskId()).due()).isEqualTo(LocalDate.of(2025, 9, 30));
  }

  private static Map<String, String> correction(int lead) {
    return Map.of(
        "version", "1",
        "action", "sửa để giao lại",
        "lead", Integer.toString(lead),
        "due", "date",
        "on", "10/02/2025",
        "consequence", HeadWorld.CONSEQUENCE,
        "why", "giao cơ quan kế thừa");
  }

  @Test
  void workThatComesBackGoesOnWithTheSuccessorFromTheNextPeriod() {
    Due monthly =
        new Due(
            Due.Kind.RECURRING, null, null, Due.Op.BY, "month", 25, null, null, null, null, false);
    Duty first = world.give("họp hằng tháng", null, monthly, planning).getFirst();
    world.standOn(LocalDate.of(2025, 2, 20));
    Acting.as(HeadWorld.SYSTEM, world.duties()::advance);
    world.standOn(LocalDate.of(2025, 4, 10));
    Acting.as(HeadWorld.SYSTEM, world.duties()::advance);
    List<Duty> all = ofTask(first.taskId());
    assertThat(all.stream().filter(d -> d.bodyId() == planning).map(SuccessionPageTest::month))
        .containsExactlyInAnyOrder(1, 2, 3);
    assertThat(all.stream().filter(d -> d.bodyId() == finance).map(SuccessionPageTest::month))
        .containsExactlyInAnyOrder(4, 5);
  }

  private static int month(Duty duty) {
    return Objects.requireNonNull(duty.period()).from().getMonthValue();
  }

  private static Duty duty(long id) {
    return Acting.call(HeadWorld.SYSTEM, () -> world.duties().find(id)).orElseThrow();
  }

  private static List<Duty> ofTask(long task) {
    return Acting.call(HeadWorld.SYSTEM, () -> world.duties().ofTasks(List.of(task)));
  }

  private static Duty heirs(long task) {
    return ofTask(task).stream().filter(d -> d.state().counts()).findFirst().orElseThrow();
  }

  private static String html(String login, String path) {
    HttpResponse<String> answer = world.person(login).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static String html422(String login, String path) {
    HttpResponse<String> answer = world.person(login).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(422);
    return answer.body();
  }
}
