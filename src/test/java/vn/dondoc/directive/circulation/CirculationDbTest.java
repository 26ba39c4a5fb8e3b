package vn.dondoc.directive.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.Province;

/** A document goes to whom it names, each says that it came, and passes it on. */
class CirculationDbTest {
  private static final String DISTRICT = "UBND huyện Chi Lăng";
  private static final String COMMUNE = "UBND xã Y Tịch";
  private static final String OTHER_COMMUNE = "UBND xã Vạn Linh";

  private static Province province;
  private static CirculationWorld world;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = CirculationWorld.in(province);
  }

  @BeforeEach
  void beginAgain() {
    world.owner().sql("truncate directive.document, task.task cascade").update();
    world.standOn(CirculationWorld.FRIDAY);
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  private static <T> T as(Actor actor, Supplier<T> act) {
    return Acting.<T, RuntimeException>call(actor, act::get);
  }

  private List<Addressee> addressees(long id) {
    return as(world.office(), () -> world.circulation().addressees(id));
  }

  private static Map<String, String> meant(List<Addressee> all) {
    Map<String, String> meant = new java.util.LinkedHashMap<>();
    for (Addressee one : all) {
      Body body = one.body();
      meant.put(one.words(), body == null ? "?" : body.code());
    }
    return meant;
  }

  private ReceiptFigures figures(Actor actor, long id) {
    return as(actor, () -> world.circulation().figures(id));
  }

  private List<ReceiptLine> lines(Actor actor, long id, String query) {
    Map<String, String> asked = new java.util.HashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        asked.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return as(actor, () -> world.listing().all(id, ReceiptFilter.of(asked)));
  }

  private boolean acknowledge(Actor actor, long id, String body) {
    return as(actor, () -> world.circulation().acknowledge(id, world.id(body)));
  }

  private int forward(Actor actor, long id, String from, String... to) {
    List<Integer> bodies = java.util.Arrays.stream(to).map(world::id).toList();
    return as(actor, () -> world.distribution().forward(id, world.id(from), bodies));
  }

  @Test
  void tenLinesOfTheNoticeOfAugust2020AreTakenApartIntoTheDirectory() throws Exception {
    String text = Files.readString(Path.of("../shared/seed/thong-bao-2020-08.txt"));
    long id = world.received(text);
    List<Addressee> read = addressees(id);
    assertThat(meant(read))
        .containsExactly(
            Map.entry("Thường trực Tỉnh ủy", "TU-TINH"),
            Map.entry("Thường trực HĐND tỉnh", "HDND-TINH"),
            Map.entry("Chủ tịch, các Phó Chủ tịch UBND tỉnh", "UBND-TINH"),
            Map.entry("Ủy ban MTTQ VN tỉnh", "MTTQ-TINH"),
            Map.entry("Các sở, ban, ngành, cơ quan tham dự", "N-THAM-DU"),
            Map.entry("Các Huyện ủy, Thành ủy", "N-HUYEN-UY"),
            Map.entry("HĐND, UBND các huyện thành phố", "N-HDND-UBND-HUYEN"),
            Map.entry("Đài PT-TH", "DPTTH"),
            Map.entry("Báo Lạng Sơn", "BAO"),
            Map.entry("Điện lực Lạng Sơn", "DLLS"),
            Map.entry("C, PVP UBND tỉnh", "VP-UBND"),
            Map.entry("các phòng CV", "VP-UBND-PCM"),
            Map.entry("Trung tâm TH-CB", "TTTHCB"));
    assertThat(read.get(6).onward()).isEqualTo("phổ biến đến xã, phường, thị trấn");
    assertThat(read.get(6).members()).isEqualTo(22);
    assertThat(world.rows(world.office(), "directive.circulation")).isZero();

    world.accept(id);
    as(
        world.office(),
        () -> province.server().door(vn.dondoc.directive.Directives.class).confirm(id));
    ReceiptFigures sent = figures(world.office(), id);
    assertThat(sent.total()).isGreaterThan(22 + 11 + 10).isEqualTo(sent.unopened());
    assertThat(as(world.office(), () -> world.circulation().open(id))).isZero();
    List<Coverage> coverage = as(world.office(), () -> world.circulation().coverage(id));
    assertThat(coverage).hasSize(11);
    assertThat(coverage.stream().mapToInt(Coverage::below).sum()).isGreaterThanOrEqualTo(200);
    assertThat(coverage).allSatisfy(one -> assertThat(one.forwarded()).isZero());
  }

  @Test
  void unclearNameIsSentToNobodyUntilAPersonSaysWhoIsMeant() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    List<Addressee> all = addressees(id);
    assertThat(meant(all))
        .containsEntry("HĐND, UBND các huyện thành phố", "N-HDND-UBND-HUYEN")
        .containsEntry("Sở Tài chính", "STC")
        .containsEntry("Ban quản lý chợ mẫu", "?")
        .hasSize(6);
    // 11 districts have a committee and a council each; three departments and the party's.
    assertThat(figures(world.office(), id).total()).isEqualTo(22 + 3 + 1);
    long unclear = all.getLast().id();
    assertThatThrownBy(() ->
            as(world.office(), () -> world.distribution().choose(id, unclear, "Sở Không có thật")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal.body");
    assertThat(as(world.office(), () -> world.distribution().choose(id, unclear, "Sở Công Thương")))
        .isEqualTo(1);
    assertThat(figures(world.office(), id).total()).isEqualTo(27);
    assertThat(as(world.office(), () -> world.circulation().open(id))).isZero();
    // Chosen again as nobody, with a reason: the choice before stays in the record.
    assertThatThrownBy(() ->
            Acting.as(world.office(), () -> world.distribution().chooseNobody(id, unclear, " ")))
        .isInstanceOf(Refusal.class);
    Acting.as(
        world.office(), () -> world.distribution().chooseNobody(id, unclear, "Chợ đã giải thể"));
    assertThat(
            world
                .owner()
                .sql("select count(*) from directive.addressee_choice where addressee_id = ?")
                .param(unclear)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void sendingAgainAndConfirmingAgainSendNothingMore() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    long rows = world.rows(world.office(), "directive.circulation");
    assertThat(as(world.office(), () -> world.circulation().send(id)))
        .isEqualTo(new Circulation.Sent(0, 1));
    as(
        world.office(),
        () -> province.server().door(vn.dondoc.directive.Directives.class).confirm(id));
    assertThat(as(world.office(), () -> world.distribution().add(id, "Sở Tài chính"))).isZero();
    assertThat(world.rows(world.office(), "directive.circulation")).isEqualTo(rows);
    long draft =
        world.received(CirculationWorld.NOTICE.replace("41/TB", "42/TB").replace("40 xã", "50 xã"));
    assertThatThrownBy(() -> as(world.office(), () -> world.circulation().send(draft)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not_confirmed");
  }

  @Test
  void communeSeesNothingUntilItsDistrictPassesTheDocumentOn() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    Actor commune = world.of(OTHER_COMMUNE);
    List<String> guarded =
        List.of(
            "directive.document",
            "directive.file",
            "directive.sentence",
            "directive.passage",
            "directive.addressee",
            "directive.addressee_choice",
            "directive.circulation",
            "directive.receipts_on('2020-12-31')");
    for (String table : guarded) {
      assertThat(world.rows(commune, table)).as(table).isZero();
      assertThat(world.rows(Actor.visitor(), table)).as(table + " for a visitor").isZero();
    }
    acknowledge(world.district(), id, DISTRICT);
    assertThat(forward(world.district(), id, DISTRICT, COMMUNE, OTHER_COMMUNE)).isEqualTo(2);
    assertThat(world.rows(commune, "directive.document")).isEqualTo(1);
    assertThat(world.rows(commune, "directive.sentence")).isPositive();
    assertThat(world.rows(commune, "directive.passage")).isEqualTo(4);
    // What others owe and how others received it stays theirs.
    assertThat(world.rows(commune, "task.task")).isZero();
    assertThat(world.rows(commune, "directive.circulation")).isEqualTo(1);
    assertThat(world.rows(world.of("UBND xã Quan Sơn"), "directive.document")).isZero();
    assertThat(acknowledge(commune, id, OTHER_COMMUNE)).isTrue();
    assertThat(acknowledge(commune, id, OTHER_COMMUNE)).isFalse();
    Acting.as(
        world.district(),
        () -> world.distribution().withdraw(id, world.id(OTHER_COMMUNE), "gửi nhầm xã"));
    assertThat(world.rows(commune, "directive.document")).isZero();
    assertThat(forward(world.district(), id, DISTRICT, OTHER_COMMUNE)).isEqualTo(1);
    assertThat(world.rows(commune, "directive.document")).isEqualTo(1);
    assertThat(lines(commune, id, ""))
        .singleElement()
        .matches(line -> line.acknowledgedOn() == null);
  }

  @Test
  void onlyWhoReceivedPassesOnAndOnlyToThoseBelow() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    assertRefused("not_received", () -> forward(world.district(), id, DISTRICT, COMMUNE));
    acknowledge(world.district(), id, DISTRICT);
    assertRefused("not_below", () -> forward(world.district(), id, DISTRICT, "Sở Tài chính"));
    assertRefused("not_below", () -> forward(world.district(), id, DISTRICT, "UBND huyện Cao Lộc"));
    assertRefused("nobody_chosen", () -> forward(world.district(), id, DISTRICT));
    assertRefused("document", () -> forward(world.of("Sở Y tế"), id, "Sở Y tế", COMMUNE));
    assertThat(forward(world.district(), id, DISTRICT, COMMUNE)).isEqualTo(1);
    assertThat(forward(world.district(), id, DISTRICT, COMMUNE)).isZero();
    assertThat(lines(world.office(), id, "qua=" + world.id(DISTRICT))).hasSize(1);
  }

  @Test
  void nobodySpeaksForAnother() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    assertRefused("document", () -> acknowledge(world.of("Sở Y tế"), id, "Sở Y tế"));
    // Its task shows it the document, which was not sent to it.
    assertRefused("not_sent", () -> acknowledge(world.of(COMMUNE), id, COMMUNE));
    assertRefused("not_sent", () -> acknowledge(world.of("Sở Tài chính"), id, DISTRICT));
    // The office sees every row and still does not acknowledge in another's name.
    assertRefused("not_yours", () -> acknowledge(world.office(), id, "Sở Tài chính"));
    acknowledge(world.district(), id, DISTRICT);
    forward(world.district(), id, DISTRICT, COMMUNE);
    // Nor does the district in the name of its commune.
    assertRefused("not_yours", () -> acknowledge(world.district(), id, COMMUNE));
    assertRefused(
        "not_yours",
        () ->
            as(
                world.of("Sở Tài chính"),
                () -> {
                  world.distribution().withdraw(id, world.id("Sở Tài chính"), "không muốn nhận");
                  return 0;
                }));
  }

  private static void assertRefused(String code, Supplier<?> act) {
    assertThatThrownBy(act::get)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal." + code);
  }

  @Test
  void latenessCountsWorkingDaysAndEveryDayCanBeAskedFor() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    // Sent on a Friday, two working days: Tuesday.
    assertThat(lines(world.office(), id, "tim=so+tai".replace('+', ' ')))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.dueOn()).isEqualTo(LocalDate.of(2020, 8, 18));
          assertThat(line.lateDays()).isZero();
        });
    acknowledge(world.of("Sở Tài chính"), id, "Sở Tài chính");
    world.standOn(LocalDate.of(2020, 8, 20));
    acknowledge(world.of("Kho bạc Nhà nước tỉnh"), id, "Kho bạc Nhà nước tỉnh");
    ReceiptFigures late = figures(world.office(), id);
    assertThat(late).isEqualTo(new ReceiptFigures(26, 24, 0, 2, 25));
    assertThat(lines(world.office(), id, "cham=co&tinh-trang=da-nhan"))
        .singleElement()
        .satisfies(line -> assertThat(line.lateDays()).isEqualTo(2));
    // As the province stood on Tuesday, nobody was late and one had received it.
    world.standOn(LocalDate.of(2020, 8, 18));
    assertThat(figures(world.office(), id)).isEqualTo(new ReceiptFigures(26, 25, 0, 1, 0));
  }

  @Test
  void openingIsToldApartFromAcknowledging() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    Actor finance = world.of("Sở Tài chính");
    Acting.as(finance, () -> world.circulation().open(id, world.circulation().own(id)));
    assertThat(figures(finance, id)).isEqualTo(new ReceiptFigures(1, 0, 1, 0, 0));
    // The district opens it for its own bodies and for no commune.
    acknowledge(world.district(), id, DISTRICT);
    forward(world.district(), id, DISTRICT, COMMUNE);
    Acting.as(world.district(), () -> world.circulation().open(id, world.circulation().own(id)));
    assertThat(lines(world.office(), id, "qua=" + world.id(DISTRICT)))
        .singleElement()
        .matches(line -> line.openedOn() == null);
    assertThat(
            world
                .owner()
                .sql(
                    """
                    select count(*) from audit.entry
                     where subject_id = :document::text and act in ('directive.send',
                             'directive.open', 'directive.acknowledge', 'directive.forward')
                    """)
                .param("document", id)
                .query(Long.class)
                .single())
        .isEqualTo(5);
  }

  @Test
  void coverageCountsTheCommunesOfEachDistrict() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    acknowledge(world.district(), id, DISTRICT);
    List<Below> below =
        as(world.district(), () -> world.distribution().below(id, world.id(DISTRICT)));
    List<Integer> communes = below.stream().filter(Below::byRule).map(Below::bodyId).toList();
    assertThat(communes).hasSizeGreaterThan(15);
    as(
        world.district(),
        () -> world.distribution().forward(id, world.id(DISTRICT), communes.subList(0, 9)));
    String first = below.getFirst().name();
    acknowledge(world.of(first), id, first);
    Coverage covered =
        as(world.office(), () -> world.circulation().coverage(id)).stream()
            .filter(one -> one.bodyId() == world.id(DISTRICT))
            .findFirst()
            .orElseThrow();
    assertThat(covered)
        .isEqualTo(new Coverage(world.id(DISTRICT), covered.name(), communes.size(), 9, 1, 1, 0));
    // The district sees its own coverage; a department sees none.
    assertThat(as(world.district(), () -> world.circulation().coverage(id))).contains(covered);
    assertThat(as(world.of("Sở Tài chính"), () -> world.circulation().coverage(id))).isEmpty();
    world.standOn(LocalDate.of(2020, 8, 31));
    assertThat(as(world.office(), () -> world.circulation().coverage(id)))
        .anySatisfy(one -> assertThat(one.late()).isEqualTo(8));
  }

  @Test
  void districtCountsItsCommunesAsTheOfficeDoesAndACommuneCountsNone() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    as(world.office(), () -> world.distribution().add(id, COMMUNE));
    acknowledge(world.district(), id, DISTRICT);
    List<Below> chosen =
        as(world.district(), () -> world.distribution().below(id, world.id(DISTRICT))).stream()
            .filter(below -> below.byRule() && !below.isSent())
            .limit(3)
            .toList();
    List<Integer> communes = chosen.stream().map(Below::bodyId).toList();
    as(world.district(), () -> world.distribution().forward(id, world.id(DISTRICT), communes));
    Coverage covered =
        as(world.office(), () -> world.circulation().coverage(id)).stream()
            .filter(one -> one.bodyId() == world.id(DISTRICT))
            .findFirst()
            .orElseThrow();
    assertThat(as(world.district(), () -> world.circulation().own(id)))
        .filteredOn(own -> own.bodyId() == world.id(DISTRICT))
        .extracting(OwnReceipt::below, OwnReceipt::forwarded, OwnReceipt::received)
        .containsExactly(tuple(covered.below(), 3, covered.received()));
    assertThat(covered.forwarded()).isEqualTo(3);
    assertThat(as(world.of(chosen.getFirst().name()), () -> world.circulation().coverage(id)))
        .isEmpty();
  }

  @Test
  void bodyWithATaskThatIsNoRecipientIsToldToTheOffice() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    assertThat(as(world.office(), () -> world.distribution().missing(id)))
        .extracting(CirculationStore.Missing::bodyId)
        .containsExactly(world.id(COMMUNE));
    assertThat(as(world.office(), () -> world.distribution().addMissing(id))).isEqualTo(1);
    assertThat(as(world.office(), () -> world.distribution().missing(id))).isEmpty();
  }

  @Test
  void waitingDocumentsAreThoseTheBodyMayAcknowledge() {
    long id = world.confirmed(CirculationWorld.NOTICE);
    List<Integer> district = List.of(world.id(DISTRICT));
    assertThat(as(world.district(), () -> world.circulation().countWaiting(district))).isEqualTo(1);
    assertThat(as(world.district(), () -> world.circulation().waiting(district, 20)))
        .singleElement()
        .satisfies(own -> {
          assertThat(own.documentId()).isEqualTo(id);
          assertThat(own.onward()).isEqualTo("phổ biến đến xã, phường, thị trấn");
          assertThat(own.below()).isGreaterThan(15);
        });
    acknowledge(world.district(), id, DISTRICT);
    assertThat(as(world.district(), () -> world.circulation().countWaiting(district))).isZero();
    forward(world.district(), id, DISTRICT, COMMUNE);
    // The commune's document waits for the commune, not for the district that sees it.
    List<Integer> commune = List.of(world.id(COMMUNE));
    assertThat(as(world.district(), () -> world.circulation().countWaiting(commune))).isZero();
    assertThat(as(world.of(COMMUNE), () -> world.circulation().countWaiting(commune))).isEqualTo(1);
  }
}
