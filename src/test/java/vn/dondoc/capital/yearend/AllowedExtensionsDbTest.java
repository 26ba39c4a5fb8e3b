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
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.ProjectWorld;

/** What becomes of an allowed extension: carried with its own deadline, lowered, or lapsed. */
class AllowedExtensionsDbTest {
  private static final long BILLION = ReviewWorld.BILLION;
  private static final LocalDate FEBRUARY = LocalDate.of(2021, 2, 1);
  private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);
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
  void carriesOnceTheTermIsOverAndNamesTheDayBefore() {
    long line = line(ReviewWorld.LOCAL);
    long request = asked(line, 6, LAST);
    assertThat(ReviewWorld.told(world.planning(), () -> allowed().carry(request)))
        .singleElement()
        .asString()
        .contains("chưa được cho kéo dài");
    decided(request, 6, JUNE);
    for (LocalDate early : List.of(ReviewWorld.DAY, LocalDate.of(2021, 1, 31))) {
      world.projects().standOn(early);
      assertThat(ReviewWorld.told(world.planning(), () -> allowed().carry(request)))
          .singleElement()
          .asString()
          .contains("thanh toán đến hết 31/01/2021", "chuyển nguồn từ ngày 01/02/2021");
    }
    assertThat(at(ReviewWorld.DAY, line).money().plan()).isEqualTo(10 * BILLION);
    world.projects().standOn(FEBRUARY);
    carry(request);
    Pool next = pool(request);
    assertThat(next.vintage()).isEqualTo(Vintage.CARRIED);
    assertThat(next.originYear()).isEqualTo(2020);
    assertThat(next.budgetYear()).isEqualTo(2021);
    assertThat(next.term().payUntil()).isEqualTo(JUNE);
    assertThat(at(FEBRUARY, line).money().remaining()).isEqualTo(4 * BILLION);
    assertThat(at(FEBRUARY, line).money().lapsing()).isEqualTo(4 * BILLION);
    long there = lineIn(next);
    assertThat(
            ReviewWorld.told(
                world.board(),
                () ->
                    world
                        .door(Extensions.class)
                        .ask(there, "force_majeure", BILLION, LAST, words())))
        .anyMatch(s -> s.contains("đã là vốn kéo dài"));
    assertThat(ReviewWorld.told(world.planning(), () -> allowed().carry(request))).isNotEmpty();
  }

  @Test
  void everyCarriedAmountKeepsItsOwnDeadline() {
    long june = asked(line(ReviewWorld.CENTRAL), 6, JUNE);
    long december = asked(line(ReviewWorld.CENTRAL), 5, LAST);
    long alsoJune = asked(line(ReviewWorld.CENTRAL), 4, JUNE);
    decided(june, 6, JUNE);
    decided(december, 5, LAST);
    decided(alsoJune, 4, JUNE);
    world.projects().standOn(FEBRUARY);
    List.of(june, december, alsoJune).forEach(AllowedExtensionsDbTest::carry);
    assertThat(pool(june).term().payUntil()).isEqualTo(JUNE);
    assertThat(pool(december).term().payUntil()).isEqualTo(LAST);
    assertThat(pool(alsoJune)).isEqualTo(pool(june));
    long first = entered(june, 6);
    long second = entered(december, 5);
    world.projects().standOn(JUNE.plusDays(1));
    assertThat(ReviewWorld.told(world.planning(), () -> pay(first, JUNE.plusDays(1))))
        .singleElement()
        .asString()
        .contains("thanh toán ngày 01/07/2021 sau hạn 30/06/2021");
    Acting.as(world.planning(), () -> pay(second, JUNE.plusDays(1)));
    Acting.as(world.planning(), () -> pay(first, JUNE));
  }

  @Test
  void whatIsLeftOfAnExtensionIsCarriedAndTheRestIsNotStuck() {
    long line = line(ReviewWorld.LOCAL);
    long request = asked(line, 6, LAST);
    decided(request, 6, LAST);
    world.projects().standOn(LocalDate.of(2021, 1, 15));
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2021, 1, 15), 7 * BILLION);
    world.projects().standOn(FEBRUARY);
    assertThat(at(FEBRUARY, line).state()).isEqualTo(YearEndLine.State.TO_CARRY);
    carry(request);
    Extension carried = required(request);
    assertThat(carried.state()).isEqualTo(Extension.State.CARRIED);
    assertThat(Objects.requireNonNull(carried.carried()).amountVnd()).isEqualTo(3 * BILLION);
    assertThat(at(FEBRUARY, line).money().remaining()).isZero();
    assertThat(at(FEBRUARY, line).state()).isEqualTo(YearEndLine.State.CARRIED);
  }

  @Test
  void extensionThatIsNotNeededIsLoweredAndWithdrawnByADecision() {
    long line = line(ReviewWorld.LOCAL);
    long request = asked(line, 8, LAST);
    assertThat(ReviewWorld.told(world.planning(), () -> lower(request, 3, ReviewWorld.DAY)))
        .singleElement()
        .asString()
        .contains("không có gì để giảm");
    decided(request, 8, LAST);
    LocalDate early = LocalDate.of(2020, 8, 1);
    assertThat(ReviewWorld.told(world.planning(), () -> lower(request, 8, early)))
        .hasSize(2)
        .anyMatch(s -> s.contains("phải ít hơn 8.000.000.000 đồng"))
        .anyMatch(s -> s.contains("trước quyết định nó giảm (ngày 14/08/2020)"));
    assertThatThrownBy(() -> Acting.as(world.board(), () -> lower(request, 3, ReviewWorld.DAY)))
        .isInstanceOf(RuntimeException.class);
    Acting.as(world.planning(), () -> lower(request, 3, ReviewWorld.DAY));
    assertThat(at(FEBRUARY, line).money().allowed()).isEqualTo(3 * BILLION);
    assertThat(at(FEBRUARY, line).money().lapsing()).isEqualTo(7 * BILLION);
    long again = asked(line, 7, LAST);
    assertThat(required(again).state()).isEqualTo(Extension.State.ASKED);
    Acting.as(world.planning(), () -> lower(request, 0, ReviewWorld.DAY));
    assertThat(required(request).state()).isEqualTo(Extension.State.WITHDRAWN);
    world.projects().standOn(FEBRUARY);
    assertThat(at(FEBRUARY, line).money().allowed()).isZero();
    assertThat(ReviewWorld.told(world.planning(), () -> allowed().carry(request))).isNotEmpty();
    assertThatThrownBy(
            () -> world.projects().owner().sql("delete from capital.extension_change").update())
        .hasMessageContaining("only ever added to");
  }

  @Test
  void decisionIsSignedAfterItsRequestAndExtendsTheTermOfThePool() {
    long line = line(ReviewWorld.LOCAL);
    long request = asked(line, 6, LAST);
    assertThat(
            ReviewWorld.told(
                world.planning(),
                () -> decide(request, 6, LocalDate.of(2019, 2, 1), LocalDate.of(2020, 8, 13))))
        .hasSize(2)
        .anyMatch(s -> s.contains("ký ngày 13/08/2020, trước ngày đề nghị 14/08/2020"))
        .anyMatch(s ->
            s.contains("Thời hạn mới 01/02/2019 không sau hạn thanh toán hiện nay 31/01/2021"));
    assertThat(required(request).decided()).isNull();
    decided(request, 6, FEBRUARY);
    world.projects().standOn(LocalDate.of(2021, 2, 2));
    assertThat(at(LocalDate.of(2021, 2, 2), line).money().lapsing()).isEqualTo(10 * BILLION);
    assertThat(ReviewWorld.told(world.planning(), () -> allowed().carry(request)))
        .singleElement()
        .asString()
        .contains("thời hạn được kéo dài 01/02/2021 đã qua");
  }

  private static long line(String pool) {
    return world.line("Đường kéo dài mẫu " + ++made, ProjectWorld.BOARD, pool, 10 * BILLION);
  }

  private static AllowedExtensions allowed() {
    return world.door(AllowedExtensions.class);
  }

  private static Extensions.Words words() {
    return new Extensions.Words("Lý do mẫu", null);
  }

  private static long asked(long line, long billions, LocalDate until) {
    return Acting.call(
        world.board(),
        () ->
            world
                .door(Extensions.class)
                .ask(line, "force_majeure", billions * BILLION, until, words()));
  }

  private static void decided(long request, long billions, LocalDate until) {
    Acting.as(world.planning(), () -> decide(request, billions, until, ReviewWorld.DAY));
  }

  private static void decide(long request, long billions, LocalDate until, LocalDate signed) {
    world
        .door(Extensions.class)
        .decide(
            request,
            new Extension.Decided(
                true, billions * BILLION, until, "", "NQ mẫu " + request, signed, null));
  }

  private static void lower(long request, long billions, LocalDate signed) {
    allowed()
        .lower(
            request,
            new Extension.Change(billions * BILLION, "NQ giảm", signed, "Không cần nữa", ""));
  }

  private static void carry(long request) {
    Acting.as(world.planning(), () -> allowed().carry(request));
  }

  private static Extension required(long request) {
    return Acting.call(world.planning(), () -> world.door(Extensions.class).required(request));
  }

  private static Pool pool(long request) {
    String code = Objects.requireNonNull(required(request).carried()).pool();
    return Acting.call(world.planning(), () -> world.door(Sources.class).pool(code));
  }

  private static long lineIn(Pool pool) {
    return world
        .projects()
        .owner()
        .sql("select max(id) from capital.line where pool_id = :pool")
        .param("pool", pool.id())
        .query(Long.class)
        .single();
  }

  /** What was carried, entered for payment. */
  private static long entered(long request, long billions) {
    long there =
        world
            .projects()
            .owner()
            .sql(
                """
                select l.id from capital.line l
                  join capital.line o on o.project_id = l.project_id
                  join capital.extension_request r on r.line_id = o.id
                 where r.id = :id and l.id <> o.id
                """)
            .param("id", request)
            .query(Long.class)
            .single();
    world.book(EntryKind.ENTER, there, FEBRUARY, billions * BILLION);
    return there;
  }

  private static void pay(long line, LocalDate on) {
    world
        .ledger()
        .post(
            Posting.ofPage(null, null),
            List.of(
                Voucher.of(
                    Voucher.Paper.of("Kho bạc mẫu", "", "UNC " + line + "/" + on, on),
                    Voucher.Row.of(EntryKind.PAYMENT, line, BILLION))));
  }

  private static YearEndLine at(LocalDate day, long line) {
    return Acting.call(world.planning(), () -> world.door(YearEnds.class).lines(day, 2020)).stream()
        .filter(one -> one.lineId() == line)
        .findFirst()
        .orElseThrow();
  }
}
