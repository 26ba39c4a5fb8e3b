package vn.dondoc.rural.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.project.NewProject;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.Projects;
import vn.dondoc.rural.assessment.Attachment;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.assessment.Sending;
import vn.dondoc.task.Tasks;
import vn.dondoc.testing.WebPerson;

/** What is overdue, whose turn it is, and what a line of the plan may say. */
class PlanRulesPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String PATH = "/nong-thon-moi/ke-hoach";
  private static final int YEAR = 2020;
  private static final Actor SYSTEM = Actor.system("test");
  private static RuralWorld world;
  private static WebPerson commune;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    world.door(PlaceReference.class).loadDemonstration();
    Acting.as(SYSTEM, () -> world.door(Plans.class).load());
    Acting.as(SYSTEM, PlanRulesPageTest::registerProjects);
    commune = person("xa-y-tich");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void whatWasOpenAtTheEndOfAYearIsOverdueByNowAndAPastDayTellsWhatWasOverdueThen() {
    PlanFilter last = PlanFilter.ofUnit(YEAR - 1, world.unit("Y Tịch"));
    PlanLine open = lines(last).getFirst();
    assertThat(open.owed().dueOn()).isEqualTo(LocalDate.of(2019, 12, 31));
    assertThat(count(last).late()).isEqualTo(49);
    assertThat(count(last.at(LocalDate.of(2019, 12, 31))).late()).isZero();
    assertThat(count(last.at(LocalDate.of(2020, 1, 1))).late()).isEqualTo(49);
    assertThat(count(PlanFilter.ofUnit(YEAR, world.unit("Y Tịch"))).late()).isZero();
    String list = PATH + "?nam=2019&chi=qua-han&xa=" + world.unit("Y Tịch");
    assertThat(commune.get(list).body()).contains("49 quá hạn", "quá hạn 227 ngày");
    assertThat(commune.get(list + "&ngay=31/12/2019").body())
        .contains("0 quá hạn", "Không có dòng nào");
  }

  @Test
  void whatWasGivenBackIsTheCommunesToPutRightWhoeverOwesTheIndicator() {
    int own = world.body("UBND xã Y Tịch");
    int department = world.body("Sở Thông tin và Truyền thông");
    Report claim = world.claim("Y Tịch", "8.3", "1", 0);
    world.record(world.commune(), claim);
    Actor district = world.district();
    world.record(district, RuralWorld.as(Report.Kind.RETURN, claim, 1, "thiếu biên bản"));
    PlanLine back = line("8.3");
    assertThat(back.owed().bodyId()).isEqualTo(department);
    assertThat(back.actingBodyId()).isEqualTo(own);
    assertThat(keysOwedBy(own)).contains(back.key());
    assertThat(keysOwedBy(department)).doesNotContain(back.key());
    assertThat(commune.get(PATH + "/" + world.unit("Y Tịch")).body())
        .contains("sửa và báo cáo lại phần bị trả lại; chỉ tiêu do Sở Thông tin và Truyền thông");
    Acting.as(SYSTEM, () -> world.door(Givings.class).give(List.of(back.key()), YEAR));
    long task = Objects.requireNonNull(line("8.3").owed().taskId());
    assertThat(
            Acting.call(SYSTEM, () -> world.door(Tasks.class).find(task))
                .orElseThrow()
                .content()
                .parties())
        .extracting(party -> party.bodyId())
        .containsExactly(own);
    // What the department gives back after it was verified is claimed anew as well.
    Report again = world.claim("Y Tịch", "8.3", "1", 2);
    world.record(world.commune(), again);
    assertThat(line("8.3").actingBodyId()).isEqualTo(department);
    world.record(district, RuralWorld.as(Report.Kind.VERIFY, again, 3, null));
    world.record(
        world.department("Sở Thông tin và Truyền thông"),
        RuralWorld.as(Report.Kind.RETURN, again, 4, "ảnh không rõ"));
    assertThat(line("8.3").actingBodyId()).isEqualTo(own);
  }

  @Test
  void evidenceThatEndsIsFoundWithoutAskingForWhatIsMetAndNoDayLiesBehindIt() {
    Report claim = world.claim("Y Tịch", "18.2", "1", 0);
    Attachment file =
        new Attachment(
            claim.unitId(),
            claim.indicatorId(),
            RuralWorld.AUGUST,
            "chung-nhan.pdf",
            "%PDF-1.4 a".getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2020, 9, 30));
    Acting.call(
        SYSTEM,
        () -> world.assessments().record(Sending.ofPage(null), List.of(claim), List.of(file)));
    PlanLine kept = line("18.2");
    assertThat(kept.kind()).isEqualTo(PlanLine.Kind.KEEP);
    assertThat(kept.owed().dueOn()).as("renewed in time").isEqualTo(LocalDate.of(2020, 9, 30));
    for (String kind : new String[] {"", "&loai=", "&loai=tat-ca", "&loai=duy-tri"}) {
      assertThat(commune.get(PATH + "?chi=minh-chung" + kind).body())
          .as(kind)
          .contains("minh chứng đến 30/09/2020");
    }
    assertThat(commune.get(PATH + "?chi=").body()).doesNotContain("minh chứng đến 30/09/2020");
    HttpResponse<String> late = save("18.2", Map.of("due", "01/10/2020", "why", "chờ họp"));
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body())
        .contains("hạn 01/10/2020 sau ngày minh chứng hết hạn (30/09/2020)")
        .contains("Chọn hạn không sau 30/09/2020");
    assertThat(save("18.2", Map.of("due", "25/09/2020", "why", "làm sớm")).statusCode())
        .isEqualTo(302);
  }

  @Test
  void movedDayNeedsItsReasonAndWhatIsInTheWayGoesOnADayToCome() {
    HttpResponse<String> silent =
        save("16.1", Map.of("due", "20/09/2020", "blocked", "thiếu đất", "until", "13/08/2020"));
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body())
        .contains("đổi hạn từ 30/11/2020 sang 20/09/2020 thì phải ghi lý do")
        .contains("ngày gỡ được 13/08/2020 đã qua (hôm nay 14/08/2020)");
    assertThat(line("16.1").step()).isZero();
    assertThat(
            save(
                    "16.1",
                    Map.of(
                        "due",
                        "20/09/2020",
                        "why",
                        "làm sớm",
                        "blocked",
                        "thiếu đất",
                        "until",
                        "14/08/2020"))
                .statusCode())
        .isEqualTo(302);
    // A day that stands may pass; only what is said anew is held against today.
    PlanLine.Owed owed = line("16.1").owed();
    assertThat(owed.blockedUntil()).isEqualTo(LocalDate.of(2020, 8, 14));
    assertThat(save("16.1", Map.of("action", "họp thôn")).statusCode()).isEqualTo(302);
  }

  @Test
  void projectIsOneOfTheRegisterByItsCodeOrNameOrIsRefusedWithWhatComesNear() {
    HttpResponse<String> unknown = save("10.1", Map.of("project", "Cầu bay qua núi"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("Không có dự án “Cầu bay qua núi” trong sổ dự án");
    HttpResponse<String> near = save("10.1", Map.of("project", "Đường liên xã Y Tịch"));
    assertThat(near.statusCode()).isEqualTo(422);
    assertThat(near.body()).contains("Gần giống: MAU-0001 – Đường liên xã Y Tịch đi Vạn Linh");
    HttpResponse<String> twice = save("10.1", Map.of("project", "nhà văn hóa thôn mẫu"));
    assertThat(twice.body()).contains("Có nhiều dự án gọi là", "MAU-0002", "MAU-0003");
    assertThat(line("10.1").step()).isZero();
    String whole = "MAU-0001 – Đường liên xã Y Tịch đi Vạn Linh";
    for (String said : new String[] {"MAU-0001", "đường liên xã y tịch đi vạn linh", whole}) {
      assertThat(save("10.1", Map.of("project", said)).statusCode()).as(said).isEqualTo(302);
      assertThat(line("10.1").owed().project()).isEqualTo(whole);
      assertThat(save("10.1", Map.of("project", "")).statusCode()).isEqualTo(302);
    }
    assertThat(save("10.1", Map.of("project", "MAU-0002")).statusCode()).isEqualTo(302);
    assertThat(commune.get(PATH + "/" + world.unit("Y Tịch")).body())
        .contains("href=\"/du-an?tim=MAU-0002\"");
  }

  @Test
  void lineOfLongAgoKeepsTheWordsItHasForAProject() {
    PlanLine line = line("11.1");
    PlanLine.Owed was = line.owed();
    PlanLine.Owed said =
        new PlanLine.Owed(
            null, was.bodyId(), was.post(), was.dueOn(), null, "lời cũ", null, null, null);
    Acting.as(
        SYSTEM, () -> world.door(Plans.class).change(List.of(PlanChange.of(line, YEAR, said, ""))));
    assertThat(save("11.1", Map.of("action", "mở lớp")).statusCode()).isEqualTo(302);
    assertThat(line("11.1").owed().project()).isEqualTo("lời cũ");
  }

  @Test
  void communeAsksToHandOnWhatItOwesAndItsDistrictGivesIt() {
    int own = world.body("UBND xã Y Tịch");
    int trade = world.body("Sở Công Thương");
    Map<String, String> asks = Map.of("body", "Sở Công Thương", "why", "chợ do Sở quản lý");
    assertThat(save("13.1", asks).statusCode()).isEqualTo(302);
    assertThat(line("13.1").owed().bodyId()).isEqualTo(own);
    assertThat(line("13.1").hands().askedBodyId()).isEqualTo(trade);
    assertThat(commune.get(PATH + "?chi=de-nghi").body())
        .contains("Đề nghị chuyển cho Sở Công Thương");
    assertThat(save("13.1", Map.of("hand", "dong-y", "why", "x")).statusCode())
        .as("nobody answers their own request")
        .isEqualTo(302);
    assertThat(line("13.1").owed().bodyId()).isEqualTo(own);
    WebPerson district = person("huyen-chi-lang");
    assertThat(save(district, "13.1", Map.of("action", "làm giúp")).statusCode())
        .as("who only answers changes nothing else")
        .isEqualTo(422);
    HttpResponse<String> silent = save(district, "13.1", Map.of("hand", "dong-y"));
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("thì phải ghi lý do");
    assertThat(
            save(district, "13.1", Map.of("hand", "dong-y", "why", "Sở đã nhận lời")).statusCode())
        .isEqualTo(302);
    assertThat(line("13.1").owed().bodyId()).isEqualTo(trade);
    assertThat(line("13.1").hands().askedBodyId()).isNull();
    assertThat(line("13.1").owed().post()).as("of the commune, not of whoever has it now").isNull();
  }

  @Test
  void requestThatIsDeclinedLeavesTheLineWhereItIs() {
    int own = world.body("UBND xã Y Tịch");
    Map<String, String> asks = Map.of("body", "Sở Công Thương", "why", "quá sức xã");
    assertThat(save("13.2", asks).statusCode()).isEqualTo(302);
    String asked = "rural.refusal.plan.asked";
    assertThat(notGiven("13.2")).as("a task would leave the request open").contains(asked);
    WebPerson office = person("dieu-phoi");
    assertThat(save(office, "13.2", Map.of("hand", "khong", "why", "việc của xã")).statusCode())
        .isEqualTo(302);
    assertThat(line("13.2").owed().bodyId()).isEqualTo(own);
    assertThat(line("13.2").hands().askedBodyId()).isNull();
    assertThat(notGiven("13.2")).doesNotContain(asked);
    assertThat(save("13.2", Map.of("action", "vận động")).statusCode()).isEqualTo(302);
  }

  private static List<String> notGiven(String indicator) {
    List<Long> keys = List.of(line(indicator).key());
    return Acting.call(SYSTEM, () -> world.door(Givings.class).prepare(keys, YEAR))
        .problems()
        .stream()
        .map(Refusal.Problem::key)
        .toList();
  }

  @Test
  void databaseRefusesALineHandedOnByWhoOwesIt() {
    PlanLine line = line("14.3");
    PlanLine.Owed owed = line.owed().by(world.body("Sở Công Thương"));
    PlanChange change = PlanChange.of(line, YEAR, owed, "tự chuyển");
    PlanStore store = world.door(PlanStore.class);
    TransactionTemplate whole =
        new TransactionTemplate(world.door(PlatformTransactionManager.class));
    assertThatThrownBy(() ->
            Acting.as(
                world.commune(),
                () ->
                    whole.executeWithoutResult(
                        status -> store.add(change, true, null, RuralWorld.DAY))))
        .hasStackTraceContaining("row-level security");
    Acting.as(
        world.district(),
        () -> whole.executeWithoutResult(status -> store.add(change, true, null, RuralWorld.DAY)));
    assertThat(line("14.3").owed().bodyId()).isEqualTo(owed.bodyId());
  }

  @Test
  void placeBodyOrYearNobodyKnowsIsRefusedAndNotLeftOut() {
    for (String asked : List.of("huyen=9999", "xa=9999", "co-quan=9999", "huyen=x", "nam=20x0")) {
      assertThat(commune.get(PATH + "?" + asked).statusCode()).as(asked).isEqualTo(422);
    }
    assertThat(commune.get(PATH + "?huyen=9999").body())
        .contains("Ngày 14/08/2020 không có đơn vị hành chính nào mang mã 9999.");
  }

  @Test
  void lineThatWaitsSaysWhoHoldsTheResultSinceWhenAndWhoOwesIt() {
    Report water = world.claim("Y Tịch", "17.2", "20", 0);
    Report burials = world.claim("Y Tịch", "17.4", "0", 0);
    world.record(world.commune(), water, burials);
    world.record(
        world.commune(),
        RuralWorld.as(Report.Kind.WAIT, water, 1, "Mẫu nước, Sở Y tế"),
        RuralWorld.as(Report.Kind.WAIT, burials, 1, "kết quả rà soát"));
    int health = world.body("Sở Y tế");
    assertThat(line("17.2").actingBodyId()).isEqualTo(health);
    assertThat(line("17.2").owed().bodyId()).isEqualTo(world.body("UBND xã Y Tịch"));
    assertThat(keysOwedBy(health)).contains(line("17.2").key());
    assertThat(line("17.4").actingBodyId())
        .as("words that name no body leave it to the one that owns the data")
        .isEqualTo(world.body("Sở Xây dựng"));
    assertThat(commune.get(PATH + "?chi=vuong").body().replaceAll("<[^>]+>", " "))
        .contains("Chờ “Mẫu nước, Sở Y tế”, từ 14/08/2020", "Chờ “kết quả rà soát”")
        .contains("đang giữ kết quả; chỉ tiêu do Ủy ban nhân dân xã Y Tịch chịu trách nhiệm");
  }

  /** Sends the form of a line as it stands, with some of its fields typed anew. */
  private static HttpResponse<String> save(String indicator, Map<String, String> typed) {
    return save(commune, indicator, typed);
  }

  private static HttpResponse<String> save(
      WebPerson person, String indicator, Map<String, String> typed) {
    PlanLine line = line(indicator);
    String path = PATH + "/dong/" + line.key();
    Matcher field =
        Pattern.compile("name=\"(action|body|post|due|cost|project|blocked|until|step)\"[^>]*")
            .matcher(person.get(path + "?nam=2020").body());
    Map<String, String> fields = new LinkedHashMap<>();
    while (field.find()) {
      Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(field.group());
      fields.put(field.group(1), value.find() ? value.group(1) : "");
    }
    PlanLine.Owed owed = line.owed();
    fields.put("action", Objects.requireNonNullElse(owed.action(), ""));
    fields.put("blocked", Objects.requireNonNullElse(owed.blockedBy(), ""));
    fields.put("nam", "2020");
    fields.putAll(typed);
    return person.submit(path, path, fields);
  }

  private static void registerProjects() {
    register("MAU-0001", "Đường liên xã Y Tịch đi Vạn Linh");
    register("MAU-0002", "Nhà văn hóa thôn mẫu");
    register("MAU-0003", "Nhà văn hóa thôn mẫu");
  }

  private static void register(String code, String name) {
    ProjectFacts facts =
        new ProjectFacts(
            new ProjectFacts.Codes(code, null),
            name,
            world.body("Ban Quản lý dự án đầu tư xây dựng tỉnh"),
            new ProjectFacts.Classing("tinh", "xay-dung", "C", "giao-thong"),
            new ProjectFacts.Time(null, null),
            null,
            List.of(world.unit("Y Tịch")));
    world.door(Projects.class).register(new NewProject(facts, "de-xuat", null, true));
  }

  private static List<Long> keysOwedBy(int body) {
    PlanFilter owed =
        new PlanFilter(
            YEAR,
            world.unit("Y Tịch"),
            null,
            body,
            PlanLine.Kind.MISSING,
            PlanFilter.Only.ALL,
            "",
            PlanFilter.Sort.UNIT,
            null);
    return lines(owed).stream().map(PlanLine::key).toList();
  }

  @Test
  void lineTellsTheFigureItsVerdictRestsOn() {
    Report claim = world.claim("Y Tịch", "16.1", "80", 0);
    world.record(world.commune(), claim);
    assertThat(line("16.1").found().figures().toString()).contains("80");
    Report low = world.claim("Y Tịch", "16.1", "60", 0);
    world.record(world.district(), RuralWorld.as(Report.Kind.VERIFY, low, 1, "đếm"));
    assertThat(line("16.1").found().figures().toString()).contains("60");
  }

  private static PlanLine line(String indicator) {
    int id = world.indicator(indicator).id();
    return lines(PlanFilter.ofUnit(YEAR, world.unit("Y Tịch"))).stream()
        .filter(line -> line.indicatorId() == id)
        .findFirst()
        .orElseThrow();
  }

  private static List<PlanLine> lines(PlanFilter filter) {
    return Acting.call(SYSTEM, () -> world.door(Plans.class).lines(filter, null, Plans.EXPORT));
  }

  private static PlanCounts count(PlanFilter filter) {
    return Acting.call(SYSTEM, () -> world.door(Plans.class).count(filter));
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(world.province().server());
    String once = Objects.requireNonNull(world.province().passwords().get(login));
    person.signIn(login, once);
    person.change(once, OWN);
    return person;
  }
}
