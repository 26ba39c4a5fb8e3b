package vn.dondoc.capital.yearend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.ProjectWorld;

/** The end of a budget year by the law of its year: deadlines, extensions, lapse, settlement. */
class YearEndsDbTest {
  private static final long BILLION = ReviewWorld.BILLION;
  private static final LocalDate FEBRUARY = LocalDate.of(2021, 2, 1);
  private static final LocalDate LAST = LocalDate.of(2021, 12, 31);
  private static ReviewWorld world;
  private static int made;

  @BeforeAll
  static void start() {
    world = ReviewWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void standInAugust() {
    world.projects().standOn(ReviewWorld.DAY);
  }

  @Test
  void lawOfTheYearTellsGroundsAndWhoDecides() {
    assertThat(grounds(2020))
        .extracting(g -> g.code() + "/" + g.money() + "/" + g.authorityVi())
        .containsExactly(
            "force_majeure/central/Thủ tướng Chính phủ",
            "force_majeure/local/Hội đồng nhân dân cấp tỉnh");
    assertThat(grounds(2024)).isEqualTo(grounds(2020));
    assertThat(grounds(2025))
        .hasSize(16)
        .noneMatch(ground -> ground.code().equals("force_majeure"))
        .filteredOn(ground -> ground.code().equals("disaster") && ground.money().equals("local"))
        .singleElement()
        .satisfies(g -> assertThat(g.authorityVi()).isEqualTo("Chủ tịch UBND cấp có thẩm quyền"));
    assertThat(deadline(2020, "pay")).isEqualTo(LocalDate.of(2021, 1, 31));
    assertThat(deadline(2020, "extend")).isEqualTo(LAST);
    assertThat(years().deadlines(2020)).noneMatch(d -> d.what().equals("clearance"));
    assertThat(deadline(2025, "clearance")).isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(years().deadlines(2025)).allMatch(d -> !d.basis().contains("39/2019"));
    assertThat(years().deadlines(2016)).isEmpty();
  }

  @Test
  void stateOfALineIsComputedAtAnyDay() {
    long line = line(ReviewWorld.LOCAL);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 8, 3), 4 * BILLION);
    assertThat(at(LocalDate.of(2020, 12, 31), line).state()).isEqualTo(YearEndLine.State.OPEN);
    assertThat(at(LocalDate.of(2021, 1, 1), line).state()).isEqualTo(YearEndLine.State.PAYING);
    YearEndLine last = at(LocalDate.of(2021, 1, 31), line);
    assertThat(last.state()).isEqualTo(YearEndLine.State.PAYING);
    assertThat(last.money().lapsing()).isZero();
    assertThat(last.until().lapsesOn()).isEqualTo(FEBRUARY);
    YearEndLine over = at(FEBRUARY, line);
    assertThat(over.state()).isEqualTo(YearEndLine.State.LAPSING);
    assertThat(over.money().lapsing()).isEqualTo(6 * BILLION);
  }

  @Test
  void extensionNeedsAGroundOfTheLawAndADayItAllows() {
    long line = line(ReviewWorld.CENTRAL);
    assertThat(ReviewWorld.told(world.board(), () -> ask(line, "disaster", 11, LAST.plusDays(1))))
        .hasSize(3)
        .anyMatch(s -> s.contains("“disaster” không có trong luật áp dụng cho năm 2020"))
        .anyMatch(s -> s.contains("không quá 31/12/2021"))
        .anyMatch(s -> s.contains("quá 1.000.000.000 đồng"));
    assertThat(ReviewWorld.told(world.otherBoard(), () -> ask(line, "force_majeure", 1, LAST)))
        .singleElement()
        .asString()
        .contains("không thuộc phạm vi");
    long request = Acting.call(world.board(), () -> ask(line, "force_majeure", 8, LAST));
    assertThat(ReviewWorld.told(world.board(), () -> ask(line, "force_majeure", 3, LAST)))
        .singleElement()
        .asString()
        .contains("chỉ còn 2.000.000.000 đồng");
    assertThat(ReviewWorld.told(world.planning(), () -> decide(request, 9, LAST)))
        .singleElement()
        .asString()
        .contains("không thể cho nhiều hơn 8.000.000.000 đồng");
    assertThatThrownBy(() -> Acting.as(world.board(), () -> decide(request, 8, LAST)))
        .isInstanceOf(RuntimeException.class);
    Acting.as(world.planning(), () -> decide(request, 5, LAST));
    assertThat(Objects.requireNonNull(required(request).decided()).authority())
        .isEqualTo("Thủ tướng Chính phủ");
    assertThat(ReviewWorld.told(world.planning(), () -> decide(request, 5, LAST)))
        .singleElement()
        .asString()
        .contains("đã có quyết định");
    assertThat(at(FEBRUARY, line).state()).isEqualTo(YearEndLine.State.TO_CARRY);
    assertThat(at(FEBRUARY, line).money().lapsing()).isEqualTo(5 * BILLION);
  }

  @Test
  void whoAsksForAnExtensionDoesNotDecideIt() {
    long line = line(ReviewWorld.CENTRAL);
    long request = Acting.call(world.planning(), () -> ask(line, "force_majeure", 3, LAST));
    assertThat(ReviewWorld.told(world.planning(), () -> decide(request, 3, LAST)))
        .singleElement()
        .asString()
        .contains(world.planning().name() + " đã đề nghị kéo dài", "để người khác ghi");
    assertThatThrownBy(() ->
            world
                .projects()
                .owner()
                .sql(
                    """
                    insert into capital.extension_decision (request_id, accepted, amount_vnd, until_day,
                        authority, document, signed_on, on_day, by_account, by_name)
                    select r.id, true, r.amount_vnd, r.until_day, 'mẫu', 'QĐ', r.on_day, r.on_day,
                           r.by_account, r.by_name
                      from capital.extension_request r where r.id = :id
                    """)
                .param("id", request)
                .update())
        .hasMessageContaining("two_persons_extend");
    assertThat(required(request).decided()).isNull();
    Actor planner = world.planning();
    Actor other =
        new Actor(
            399, "Người khác mẫu", planner.rights(), false, planner.bodies(), planner.places());
    Acting.as(other, () -> decide(request, 3, LAST));
    assertThat(required(request).state()).isEqualTo(Extension.State.ALLOWED);
  }

  @Test
  void whatLapsedIsCancelledAsItWasLookedAtAndNotOtherwise() {
    String code = "NSDP.XSKT-2020-" + ++made;
    int pool = world.open(code, "Xổ số mẫu 2020", "NSDP.XSKT", "province", 2020);
    long line = line(code);
    long kept = line(code);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 8, 3), 4 * BILLION);
    long request = Acting.call(world.board(), () -> ask(kept, "force_majeure", 10, LAST));
    Acting.as(world.planning(), () -> decide(request, 10, LAST));
    assertThat(ReviewWorld.told(world.planning(), () -> cancel(pool, 1, 6)))
        .singleElement()
        .asString()
        .contains("không có gì hết hạn");
    world.projects().standOn(FEBRUARY);
    assertThat(Acting.call(world.planning(), () -> years().lapsing(2020, pool)))
        .singleElement()
        .satisfies(one -> assertThat(one.lineId()).isEqualTo(line));
    assertThat(ReviewWorld.told(world.planning(), () -> cancel(pool, 1, 7)))
        .singleElement()
        .asString()
        .contains("7.000.000.000 đồng; nay là 1 dòng, 6.000.000.000 đồng");
    Acting.as(world.planning(), () -> cancel(pool, 1, 6));
    assertThat(at(FEBRUARY, line).state()).isEqualTo(YearEndLine.State.LAPSED);
    assertThat(at(FEBRUARY, line).money().plan()).isEqualTo(4 * BILLION);
    assertThat(at(FEBRUARY, kept).state()).isEqualTo(YearEndLine.State.TO_CARRY);
    assertThat(ReviewWorld.told(world.planning(), () -> cancel(pool, 1, 6))).isNotEmpty();
  }

  @Test
  void moneyAddedLateRunsOnByItselfUnderTheLawOf2024() {
    world.projects().standOn(LocalDate.of(2025, 12, 20));
    String code = "NSDP.TT-2025-" + ++made;
    world.open(code, "Tăng thu mẫu 2025", "NSDP.TT", "province", 2025);
    long project = world.project("Dự án mẫu 2025 số " + made, ProjectWorld.BOARD, null);
    long line = world.line(project, code, 10 * BILLION, LocalDate.of(2025, 3, 1));
    world.add(line, code, LocalDate.of(2025, 10, 15), 3 * BILLION);
    LocalDate until = LocalDate.of(2026, 12, 31);
    assertThat(ReviewWorld.told(world.planning(), () -> ask(line, "added_late", 4, until)))
        .singleElement()
        .asString()
        .contains("chỉ được bổ sung 3.000.000.000 đồng");
    long request = Acting.call(world.planning(), () -> ask(line, "added_late", 3, until));
    assertThat(Acting.call(world.planning(), () -> extensions().all()))
        .filteredOn(one -> one.id() == request)
        .extracting(Extension::stateKey)
        .containsExactly("capital.extension.state.runs_on");
    assertThat(ReviewWorld.told(world.planning(), () -> ask(line, "force_majeure", 1, until)))
        .singleElement()
        .asString()
        .contains("năm 2025 (Luật 58/2024/QH15");
  }

  @Test
  void settlementLowersTheCeilingAndFreesTheSurplus() {
    long project = world.project("Dự án quyết toán mẫu", ProjectWorld.BOARD, null);
    long line = world.line(project, ReviewWorld.LOCAL, 10 * BILLION, LocalDate.of(2020, 1, 15));
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 7, 1), 6 * BILLION);
    assertThat(surplus(line)).isEmpty();
    world.settle(project, LocalDate.of(2020, 8, 10), 8 * BILLION);
    assertThat(surplus(line))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.settlementVnd()).isEqualTo(8 * BILLION);
          assertThat(one.paidVnd()).isEqualTo(6 * BILLION);
          assertThat(one.surplusVnd()).isEqualTo(2 * BILLION);
        });
    assertThat(
            ReviewWorld.told(
                world.planning(),
                () ->
                    world
                        .ledger()
                        .post(
                            Posting.ofPage(null, null),
                            List.of(
                                Voucher.of(
                                    Voucher.Paper.of("Kho bạc mẫu", "", "UNC 1", ReviewWorld.DAY),
                                    Voucher.Row.of(EntryKind.PAYMENT, line, 2 * BILLION + 1))))))
        .singleElement()
        .asString()
        .contains(
            "vượt tổng mức đầu tư (hoặc quyết toán được duyệt) 8.000.000.000 đồng, vượt 1 đồng");
  }

  @Test
  void scopeTellsWhatIsSeen() {
    long line = line(ReviewWorld.LOCAL);
    long request = Acting.call(world.board(), () -> ask(line, "force_majeure", 1, LAST));
    assertThat(Acting.call(world.otherBoard(), () -> extensions().all())).isEmpty();
    assertThat(Acting.call(world.projects().district(), () -> extensions().all()))
        .anyMatch(one -> one.id() == request);
    assertThat(Acting.call(Actor.visitor(), () -> extensions().all())).isEmpty();
    assertThat(Acting.call(world.otherBoard(), () -> years().lines(ReviewWorld.DAY, 2020)))
        .noneMatch(one -> one.lineId() == line);
    assertThatThrownBy(() ->
            world
                .projects()
                .owner()
                .sql("update capital.extension_request set amount_vnd = 1")
                .update())
        .hasMessageContaining("only ever added to");
  }

  private static long line(String pool) {
    return world.line("Đường cuối năm mẫu " + ++made, ProjectWorld.BOARD, pool, 10 * BILLION);
  }

  private static YearEnds years() {
    return world.door(YearEnds.class);
  }

  private static Extensions extensions() {
    return world.door(Extensions.class);
  }

  private static List<ExtensionGround> grounds(int year) {
    return years().grounds(year);
  }

  private static LocalDate deadline(int year, String what) {
    return years().deadlines(year).stream()
        .filter(d -> d.what().equals(what))
        .findFirst()
        .orElseThrow()
        .lastDay();
  }

  private static YearEndLine at(LocalDate day, long line) {
    return Acting.call(world.planning(), () -> years().lines(day, 2020)).stream()
        .filter(one -> one.lineId() == line)
        .findFirst()
        .orElseThrow();
  }

  private static long ask(long line, String ground, long billions, LocalDate until) {
    return extensions()
        .ask(line, ground, billions * BILLION, until, new Extensions.Words("Lý do mẫu", null));
  }

  private static void decide(long request, long billions, LocalDate until) {
    extensions()
        .decide(
            request,
            new Extension.Decided(
                true, billions * BILLION, until, "", "NQ mẫu " + request, ReviewWorld.DAY, null));
  }

  private static Extension required(long request) {
    return Acting.call(world.planning(), () -> extensions().required(request));
  }

  private static void cancel(int pool, int lines, long billions) {
    years()
        .cancel(
            new YearEnds.Lapse(2020, pool, lines, billions * BILLION),
            Voucher.Paper.of("UBND tỉnh", "", "QĐ hủy mẫu", ReviewWorld.DAY),
            "Hết hạn giải ngân");
  }

  private static List<YearEndStore.Surplus> surplus(long line) {
    return Acting.call(world.planning(), () -> years().surplus(2020)).stream()
        .filter(one -> one.lineId() == line)
        .toList();
  }
}
