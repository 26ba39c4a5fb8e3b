package vn.dondoc.capital.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.DataAccessException;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Term;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/**
 * A year without money: a pool is opened, plan assigned to it, and a line allocated from a file.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenedPoolDbTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String OPEN = "/von/nhom-von/mo";
  private static final String CODE = "CD-2021";
  private static final LocalDate SIGNED = LocalDate.of(2020, 7, 20);
  private static IntakeWorld world;
  private static WebPerson planning;
  private static WebPerson treasury;

  @BeforeAll
  static void start() {
    world = new IntakeWorld(Province.ofAugust2020());
    planning = person("ke-hoach");
    treasury = person("kho-bac");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static WebPerson person(String login) {
    Province province = world.province();
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  private static Map<String, String> pool(String... more) {
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "code", CODE,
                "name", "Cân đối ngân sách địa phương 2021",
                "source", "NSDP.CD",
                "year", "2021",
                "vintage", "this_year"));
    return with(fields, more);
  }

  private static Map<String, String> assignment(String... more) {
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "authority", "PROVINCE",
                "direction", "more",
                "amount", "900.000",
                "document", "15/NQ-HĐND",
                "issuer", "HĐND tỉnh mẫu",
                "signed", "20/7/2020",
                "reason", "Giao kế hoạch năm 2021"));
    return with(fields, more);
  }

  private static Map<String, String> with(Map<String, String> fields, String... more) {
    for (int at = 0; at < more.length; at += 2) {
      fields.put(more[at], more[at + 1]);
    }
    return fields;
  }

  private static Map<String, String> faults(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    Map<String, String> told = new HashMap<>();
    Matcher fault =
        Pattern.compile("id=\"(\\w+)-loi\">.*?<span>([^<]+)</span>").matcher(answer.body());
    while (fault.find()) {
      told.put(fault.group(1), fault.group(2));
    }
    return told;
  }

  private static String hidden(String page, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    assertThat(field.find()).as(name).isTrue();
    return field.group(1);
  }

  private static String assign() {
    return "/von/nhom-von/" + world.pool(CODE) + "/giao-von";
  }

  @Test
  @Order(1)
  void everyFieldThatIsWrongIsToldAtOnceWithItsValue() {
    assertThat(planning.get("/von/nhom-von?nam=2021").body()).contains("chưa có nhóm vốn nào");
    assertThat(faults(planning.submit(OPEN, OPEN, Map.of("code", "x y"))))
        .containsOnlyKeys("code", "name", "source", "year", "vintage")
        .extractingByKey("code")
        .asString()
        .contains("“x y”");
    assertThat(
            faults(
                planning.submit(
                    OPEN, OPEN, pool("source", "NSTW.NN", "origin", "2019", "pay", "32/1/2022"))))
        .containsOnlyKeys("loan", "origin", "pay");
    assertThat(faults(planning.submit(OPEN, OPEN, pool("source", "NSTW.TPCP", "loan", "HĐ-1"))))
        .containsOnlyKeys("source", "loan");
    assertThat(faults(planning.submit(OPEN, OPEN, pool("source", "NSTW.TN"))))
        .containsOnlyKeys("sector");
  }

  @Test
  @Order(2)
  void poolIsShownBeforeItIsOpenedAndOpenedOnce() {
    HttpResponse<String> shown = planning.submit(OPEN, OPEN, pool());
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("01/07/2020", "31/12/2021", "31/01/2022", "Chưa mở gì");
    assertThat(Acting.call(world.planner(), () -> sources().find(CODE))).isEmpty();
    for (int press = 0; press < 2; press++) {
      planning.submit(OPEN, OPEN, pool("step", "confirm"));
    }
    assertThat(planning.get("/von/nhom-von?nam=2021").body()).contains(CODE, "1 nhóm vốn");
    assertThat(audited("capital.open_pool", world.pool(CODE))).isEqualTo(1);
    assertThat(faults(planning.submit(OPEN, OPEN, pool("name", "Tên khác"))))
        .containsOnlyKeys("code");
  }

  @Test
  @Order(3)
  void planIsAssignedOnceByItsDocumentAndWhatIsWrongIsToldAtOnce() {
    assertThat(faults(planning.submit(assign(), assign(), Map.of())))
        .containsOnlyKeys(
            "authority", "direction", "amount", "document", "issuer", "signed", "reason");
    assertThat(faults(planning.submit(assign(), assign(), assignment("signed", "30/6/2020"))))
        .containsOnlyKeys("value");
    assertThat(faults(planning.submit(assign(), assign(), assignment("direction", "less"))))
        .containsOnlyKeys("amount");
    String shown = planning.submit(assign(), assign(), assignment()).body();
    assertThat(shown).contains("900.000.000.000");
    Map<String, String> sent =
        assignment(
            "step", "confirm", "sending", hidden(shown, "sending"), "seen", hidden(shown, "seen"));
    for (int press = 0; press < 2; press++) {
      assertThat(planning.submit(assign(), assign(), sent).statusCode()).isEqualTo(302);
    }
    assertThat(planning.get("/von/nhom-von/" + world.pool(CODE)).body())
        .contains("15/NQ-HĐND", "900.000", "Tỉnh giao bổ sung");
    assertThat(audited("capital.assign_plan", world.pool(CODE))).isEqualTo(1);
    assertThat(faults(planning.submit(assign(), assign(), assignment())))
        .containsOnlyKeys("document");
    assertThat(faults(planning.submit(assign(), assign(), assignment("amount", "5"))))
        .containsOnlyKeys("document");
  }

  @Test
  @Order(4)
  void lineOfTheOpenedPoolIsAllocatedFromAFile() {
    byte[] file =
        new TableBook()
            .row("ĐVT: triệu đồng")
            .row("STT", "Mã dự án", "Tên dự án", "Nguồn vốn", "Kế hoạch năm 2021")
            .row(1, "DA-0001", IntakeWorld.NAMES.get(0), CODE, 12_500)
            .bytes();
    Intake.What what =
        new Intake.What(
            world.plan("88/QĐ-UBND", SIGNED).content(),
            world.planning(),
            "",
            2021,
            SIGNED,
            null,
            "88/QĐ-UBND",
            null);
    long id = world.stage(world.planner(), what, file);
    Plan plan = world.read(world.planner(), id);
    assertThat(IntakeWorld.told(plan.problems())).isEmpty();
    assertThat(world.commit(world.planner(), id, null)).isEqualTo(1);
    assertThat(planning.get("/von/nhom-von?nam=2021").body()).contains("12.500", "887.500");
    Map<String, String> less = assignment("direction", "less", "document", "16/NQ-HĐND");
    assertThat(faults(planning.submit(assign(), assign(), less)))
        .containsOnlyKeys("amount")
        .extractingByKey("amount")
        .asString()
        .contains("12.500.000.000 đồng");
  }

  @Test
  @Order(5)
  void whoeverDoesNotPlanIsRefusedOnThePageAndInTheDatabase() {
    assertThat(treasury.get(OPEN).statusCode()).isEqualTo(403);
    assertThat(treasury.get(assign()).statusCode()).isEqualTo(403);
    assertThat(treasury.get("/von/nhom-von?nam=2021").body())
        .contains(CODE)
        .doesNotContain("Ghi giao vốn", "Mở nhóm vốn</a>");
    Actor clerk =
        new Actor(7_009, "Kho bạc mẫu", Set.of(), false, List.of(world.treasury()), List.of());
    NewPool pool =
        NewPool.ofYear(
            "HT-2021",
            "Hỗ trợ 2021",
            Pool.Ring.of("HT", "other"),
            LocalDate.of(2020, 7, 1),
            Term.until(LocalDate.of(2022, 1, 31), LocalDate.of(2021, 12, 31)));
    assertThatThrownBy(() -> Acting.call(clerk, () -> sources().open(pool)))
        .isInstanceOf(DataAccessException.class);
    Voucher more =
        Voucher.of(
            Voucher.Paper.of("Kho bạc mẫu", "", "99", SIGNED),
            Voucher.Row.assign(world.pool(CODE), Voucher.Authority.PROVINCE, 1_000_000));
    assertThatThrownBy(() ->
            Acting.call(
                clerk, () -> world.ledger().post(Posting.ofPage(null, null), List.of(more))))
        .isInstanceOf(DataAccessException.class);
  }

  private static Sources sources() {
    return world.province().server().door(Sources.class);
  }

  private static long audited(String act, int pool) {
    return world
        .owner()
        .sql("select count(*) from audit.entry where act = :act and subject_id = :id")
        .param("act", act)
        .param("id", Integer.toString(pool))
        .query(Long.class)
        .single();
  }
}
