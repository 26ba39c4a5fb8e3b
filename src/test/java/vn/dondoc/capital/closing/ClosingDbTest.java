package vn.dondoc.capital.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.capital.ledger.Correction;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Signed;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.ProjectWorld;

/** Months closed by two persons, and what is corrected after that. */
@TestMethodOrder(OrderAnnotation.class)
class ClosingDbTest {
  private static final long BILLION = ReviewWorld.BILLION;
  private static final LocalDate JUNE = LocalDate.of(2020, 6, 30);
  private static ReviewWorld world;
  private static long line;

  @BeforeAll
  static void start() {
    world = ReviewWorld.start();
    line = world.line("Dòng khóa sổ mẫu", ProjectWorld.BOARD, ReviewWorld.LOCAL, 10 * BILLION);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 6, 22), 4 * BILLION);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 7, 6), BILLION);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  @Order(1)
  void monthsThatAreOverAreOpenAndTheRunningOneIsNot() {
    assertThat(month(8).state()).isEqualTo(Month.State.RUNNING);
    assertThat(ReviewWorld.asSystem(() -> world.door(ClosingYear.class).months(2020, List.of())))
        .hasSize(8);
    assertThat(month(7).state()).isEqualTo(Month.State.OPEN);
    assertThat(month(6).figures())
        .isEqualTo(new Month.Figures(10 * BILLION, 4 * BILLION, 4 * BILLION, 1));
    assertThat(month(7).figures().disbursed()).isEqualTo(5 * BILLION);
    assertThat(month(5).figures()).isEqualTo(new Month.Figures(10 * BILLION, 0, 0, 0));
  }

  @Test
  @Order(2)
  void monthThatIsNotOverIsNotProposed() {
    assertThat(
            ReviewWorld.told(
                treasurer(1), () -> closings().propose(LocalDate.of(2020, 8, 31), null)))
        .singleElement()
        .asString()
        .contains("Chưa khóa sổ đến 31/08/2020 được");
  }

  @Test
  @Order(3)
  void whoProposesDoesNotSign() {
    long proposal =
        Acting.call(treasurer(1), () -> closings().propose(JUNE, "Khóa sáu tháng (mẫu)"));
    assertThat(month(6).state()).isEqualTo(Month.State.WAITING);
    assertThat(month(6).proposals().waiting())
        .singleElement()
        .satisfies(one -> assertThat(one.proposed().note()).isEqualTo("Khóa sáu tháng (mẫu)"));
    assertThat(ReviewWorld.told(treasurer(1), () -> closings().sign(proposal)))
        .singleElement()
        .asString()
        .contains("cần một người khác ký");
    Acting.as(treasurer(2), () -> closings().sign(proposal));
    assertThat(month(6).state()).isEqualTo(Month.State.CLOSED);
    assertThat(month(1).state()).isEqualTo(Month.State.CLOSED);
    assertThat(month(7).state()).isEqualTo(Month.State.OPEN);
    Closings.Closing closing = Objects.requireNonNull(month(6).closing());
    assertThat(Objects.requireNonNull(closing.seal()).digest()).matches("[0-9a-f]{64}");
  }

  @Test
  @Order(4)
  void reportAsOfAClosedDaySaysWhoSigned() {
    assertThat(signed(JUNE).closing()).isNotNull();
    Closings.Closing covers = Objects.requireNonNull(signed(LocalDate.of(2020, 3, 31)).closing());
    assertThat(covers.until()).isEqualTo(JUNE);
    assertThat(signed(LocalDate.of(2020, 7, 1)).closing()).isNull();
  }

  @Test
  @Order(5)
  void correctionAfterClosingIsListedAndLeavesTheClosedMonthAlone() {
    long entry =
        world
            .projects()
            .owner()
            .sql("select id from capital.entry where line_id = :line and value_on = '2020-06-22'")
            .param("line", line)
            .query(Long.class)
            .single();
    Month.Figures before = month(6).figures();
    ReviewWorld.asSystem(() ->
        world
            .ledger()
            .correct(
                Posting.ofPage(null, null).signed("ghi nhầm số tiền", "Kế toán trưởng mẫu"),
                List.of(
                    new Correction(
                        entry,
                        Voucher.Paper.of("Kho bạc mẫu", "", "ĐC-9", ReviewWorld.DAY),
                        200_000_000L)),
                List.of()));
    assertThat(month(6).figures()).isEqualTo(before);
    assertThat(month(6).later()).isEqualTo(new Month.Later(1, 200_000_000L));
    assertThat(month(8).figures().disbursed()).isEqualTo(4_800_000_000L);
    assertThat(late(2020))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.of().on()).isEqualTo(LocalDate.of(2020, 6, 22));
          assertThat(one.signer()).isEqualTo("Kế toán trưởng mẫu");
        });
    assertThat(late(2019)).isEmpty();
  }

  @Test
  @Order(6)
  void closedMonthIsNotClosedAgain() {
    assertThat(ReviewWorld.told(treasurer(1), () -> closings().propose(JUNE, null)))
        .singleElement()
        .asString()
        .contains("Sổ đã khóa đến hết 30/06/2020");
    assertThat(ReviewWorld.told(treasurer(2), () -> closings().sign(999_999)))
        .singleElement()
        .asString()
        .contains("Không có đề nghị khóa sổ số 999999");
  }

  @Test
  @Order(7)
  void proposalIsTakenBackOrDeclinedWithAReasonAndNobodySignsItAnyMore() {
    LocalDate july = LocalDate.of(2020, 7, 31);
    long own = Acting.call(treasurer(1), () -> closings().propose(july, null));
    Acting.as(treasurer(1), () -> closings().end(own, "còn thiếu chứng từ tháng 7 (mẫu)"));
    assertThat(month(7).state()).isEqualTo(Month.State.OPEN);
    assertThat(month(7).proposals().waiting()).isEmpty();
    assertThat(month(7).proposals().ended())
        .singleElement()
        .satisfies(one ->
            assertThat(Objects.requireNonNull(one.ended()))
                .isEqualTo(
                    new Closings.Ended(
                        "Kho bạc mẫu 1",
                        ReviewWorld.DAY,
                        "còn thiếu chứng từ tháng 7 (mẫu)",
                        true)));
    assertThat(ReviewWorld.told(treasurer(2), () -> closings().sign(own)))
        .singleElement()
        .asString()
        .contains("đã kết thúc ngày 14/08/2020", "Kho bạc mẫu 1");
    assertThat(ReviewWorld.told(treasurer(2), () -> closings().end(own, "lần nữa")))
        .singleElement()
        .asString()
        .contains("đã kết thúc");

    long others = Acting.call(treasurer(1), () -> closings().propose(july, null));
    Acting.as(treasurer(2), () -> closings().end(others, "chưa đối chiếu (mẫu)"));
    assertThat(month(7).proposals().ended().getFirst().ended())
        .isEqualTo(
            new Closings.Ended("Kho bạc mẫu 2", ReviewWorld.DAY, "chưa đối chiếu (mẫu)", false));
    long signed = Objects.requireNonNull(month(6).closing(), "June was closed by two persons").id();
    assertThat(ReviewWorld.told(treasurer(1), () -> closings().end(signed, "đổi ý")))
        .singleElement()
        .asString()
        .contains("đã được Kho bạc mẫu 2 ký");
  }

  @Test
  @Order(8)
  void monthThatWaitsForASignatureIsNotProposedAgain() {
    LocalDate july = LocalDate.of(2020, 7, 31);
    long first = Acting.call(treasurer(1), () -> closings().propose(july, null));
    for (int other : List.of(1, 2)) {
      assertThat(ReviewWorld.told(treasurer(other), () -> closings().propose(july, null)))
          .containsExactly(
              "Kỳ đến hết 31/07/2020 đã có đề nghị khóa sổ của Kho bạc mẫu 1 ngày 14/08/2020, đang chờ"
                  + " ký. Ký, hoặc rút (không ký) đề nghị đó trước khi đề nghị lại.");
    }
    assertThat(month(7).proposals().waiting()).hasSize(1);
    assertThatThrownBy(() ->
            world
                .projects()
                .owner()
                .sql(
                    """
                    insert into capital.closing (until_day, on_day, by_account, by_name)
                    values ('2020-07-31', '2020-08-14', -1, 'mẫu')
                    """)
                .update())
        .rootCause()
        .hasMessageContaining("proposed already");
    Acting.as(treasurer(1), () -> closings().end(first, "đề nghị lại (mẫu)"));
    Acting.call(treasurer(1), () -> closings().propose(july, null));
    assertThat(month(7).proposals().waiting()).hasSize(1);
  }

  @Test
  @Order(9)
  void ofTwoWhoProposeAMonthAtOnceOneIsRefused() throws Exception {
    LocalDate first = LocalDate.of(2020, 8, 1);
    CountDownLatch both = new CountDownLatch(2);
    List<Integer> refused = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int number : List.of(1, 2)) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                both.countDown();
                int told =
                    ReviewWorld.told(
                            treasurer(number),
                            () -> {
                              both.await();
                              closings().propose(first, null);
                            })
                        .size();
                synchronized (refused) {
                  refused.add(told);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(refused).containsExactlyInAnyOrder(0, 1);
  }

  private static Actor treasurer(int number) {
    return new Actor(
        400 + number,
        "Kho bạc mẫu " + number,
        Set.of("project.read", "capital.read", "capital.close"),
        false,
        List.of(world.projects().body("Kho bạc Nhà nước tỉnh")),
        List.of());
  }

  private static Closings closings() {
    return world.door(Closings.class);
  }

  private static List<LateCorrection> late(int year) {
    return ReviewWorld.asSystem(() -> world.door(ClosingYear.class).late(year));
  }

  private static Month month(int number) {
    List<LateCorrection> late = late(2020);
    return ReviewWorld.asSystem(() -> world.door(ClosingYear.class).months(2020, late)).stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow();
  }

  private static Signed signed(LocalDate day) {
    return ReviewWorld.asSystem(() -> closings().signed(day));
  }
}
