package vn.dondoc.capital.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Transfer;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.ProjectWorld;

/** Slowness and surplus are different reasons; nobody is cut for slowness unheard. */
class CutsDbTest {
  private static final long BILLION = ReviewWorld.BILLION;
  private static final LocalDate ANSWER_BY = LocalDate.of(2020, 8, 19);
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
  void cutForSlownessHearsTheUnitFirstAndLeavesAnEvidenceLine() {
    long line = line();
    long cut = propose(line, 4, CutReason.SLOW);
    assertThat(state(cut)).isEqualTo(Cut.State.ASKED);
    assertThat(ReviewWorld.told(world.planning(), () -> book(cut, "QĐ 1")))
        .singleElement()
        .asString()
        .contains("chưa có ý kiến", "19/08/2020");
    assertThat(balance(line).plan()).isEqualTo(10 * BILLION);
    Acting.as(world.board(), () -> cuts().comment(cut, "Chờ giá đất; xin giữ 2 tỷ."));
    assertThat(state(cut)).isEqualTo(Cut.State.READY);
    Acting.as(world.planning(), () -> book(cut, "QĐ 1"));
    assertThat(balance(line).plan()).isEqualTo(6 * BILLION);
    assertThat(balance(line).entered()).isEqualTo(6 * BILLION);
    Cut told = evidence(cut);
    assertThat(told.line().owner()).isEqualTo(ProjectWorld.BOARD);
    assertThat(told.content().amountVnd()).isEqualTo(4 * BILLION);
    assertThat(told.comments())
        .singleElement()
        .satisfies(c -> assertThat(c.words()).contains("giá đất"));
    assertThat(Objects.requireNonNull(told.end()).document()).isEqualTo("QĐ 1");
    assertThat(told.content().found())
        .extracting(found -> found.hit().rule())
        .contains("duoi-30", "chua-giai-ngan");
    assertThat(told.content().found()).allMatch(found -> !found.hit().clause().isBlank());
    assertThat(evidenceOf(told.line().ownerId())).extracting(Cut::id).contains(cut);
    assertThat(evidenceOf(told.line().ownerId() + 1)).isEmpty();
    assertThat(ReviewWorld.told(world.board(), () -> cuts().comment(cut, "muộn")))
        .singleElement()
        .asString()
        .contains("đã kết thúc");
  }

  @Test
  void unitThatSaysNothingIsWaitedForAndNoLonger() {
    long cut = propose(line(), 1, CutReason.SLOW);
    world.projects().standOn(ANSWER_BY);
    assertThat(state(cut)).isEqualTo(Cut.State.ASKED);
    world.projects().standOn(ANSWER_BY.plusDays(1));
    assertThat(state(cut)).isEqualTo(Cut.State.READY);
    assertThat(ReviewWorld.told(world.planning(), () -> book(cut, "QĐ 2")))
        .singleElement()
        .asString()
        .contains("Ngày ký 14/08/2020 trước ngày 20/08/2020");
    Voucher.Paper signed = Voucher.Paper.of("HĐND tỉnh", "", "QĐ 2", ANSWER_BY.plusDays(1));
    Acting.as(world.planning(), () -> cuts().book(cut, signed, List.of()));
    assertThat(evidence(cut).comments()).isEmpty();
  }

  @Test
  void surplusShownByTheRegisterIsNobodysFaultAndNobodyIsAsked() {
    for (CutReason reason : List.of(CutReason.SETTLED, CutReason.TASK_ENDED)) {
      long line = settled();
      long cut =
          Acting.call(
              world.planning(),
              () -> cuts().propose(new NewCut(line, null, BILLION, reason, "Lý do mẫu", "")));
      assertThat(state(cut)).isEqualTo(Cut.State.READY);
      assertThat(required(cut).content().evidence())
          .isEqualTo("Quyết toán QT mẫu, ngày 03/08/2020");
      Acting.as(world.planning(), () -> book(cut, "QĐ " + reason.code()));
      assertThat(required(cut).content().found()).isEmpty();
      assertThat(evidenceOf(null)).extracting(Cut::id).doesNotContain(cut);
    }
  }

  @Test
  void slownessIsNotCalledSurplusWithoutEvidenceNorCutUnheard() {
    long line = line();
    for (CutReason reason : List.of(CutReason.TENDER_SAVINGS, CutReason.TASK_ENDED)) {
      String words = reason == CutReason.TASK_ENDED ? "abc" : " ";
      assertThat(
              ReviewWorld.told(
                  world.planning(),
                  () -> cuts().propose(new NewCut(line, null, BILLION, reason, "Thừa", words))))
          .singleElement()
          .asString()
          .containsAnyOf("phải nêu văn bản làm căn cứ", "“abc” chưa nêu số và ngày văn bản");
    }
    assertThat(
            ReviewWorld.told(
                world.planning(),
                () ->
                    cuts()
                        .propose(
                            new NewCut(
                                line, null, BILLION, CutReason.SETTLED, "Thừa", "QT 1 mẫu"))))
        .singleElement()
        .asString()
        .contains("Dôi dư sau quyết toán", "sổ dự án chưa có quyết định quyết toán");
    long cut = propose(line, 1, CutReason.TENDER_SAVINGS);
    assertThat(state(cut)).isEqualTo(Cut.State.ASKED);
    assertThat(required(cut).content().found())
        .extracting(found -> found.hit().rule())
        .contains("duoi-30");
    assertThat(ReviewWorld.told(world.planning(), () -> book(cut, "QĐ 8")))
        .singleElement()
        .asString()
        .contains("chưa có ý kiến");
    Acting.as(world.board(), () -> cuts().comment(cut, "Đúng là tiết kiệm."));
    Acting.as(world.planning(), () -> book(cut, "QĐ 8"));
    assertThat(evidenceOf(null)).extracting(Cut::id).doesNotContain(cut);
  }

  private static long settled() {
    long project = world.project("Đường quyết toán mẫu " + ++made, ProjectWorld.BOARD, null);
    long line = world.line(project, ReviewWorld.LOCAL, 10 * BILLION, LocalDate.of(2020, 1, 15));
    world.settle(project, LocalDate.of(2020, 8, 3), 20 * BILLION);
    return line;
  }

  @Test
  void whatIsPaidAlreadyAndWhatHasNoReasonIsNotCut() {
    long line = line();
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 8, 3), 7 * BILLION);
    assertThat(
            ReviewWorld.told(
                world.planning(),
                () ->
                    cuts()
                        .propose(
                            new NewCut(line, null, 3 * BILLION + 1, CutReason.SLOW, " ", null))))
        .hasSize(2)
        .anyMatch(s -> s.contains("quá 1 đồng"))
        .anyMatch(s -> s.contains("ghi từ 1 đến 2.000 ký tự"));
    long cut = propose(line, 3, CutReason.TASK_ENDED);
    Acting.as(world.board(), () -> cuts().comment(cut, "Đồng ý"));
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 8, 4), BILLION);
    assertThat(ReviewWorld.told(world.planning(), () -> book(cut, "QĐ 3"))).isNotEmpty();
    assertThat(required(cut).end()).isNull();
    Acting.as(world.planning(), () -> cuts().drop(cut, "đã giải ngân"));
    assertThat(state(cut)).isEqualTo(Cut.State.DROPPED);
    assertThat(ReviewWorld.told(world.planning(), () -> book(cut, "QĐ 3"))).isNotEmpty();
    assertThat(
            ReviewWorld.told(
                world.planning(), () -> book(propose(settled(), 1, CutReason.SETTLED), " ")))
        .singleElement()
        .asString()
        .contains("Cần số quyết định");
  }

  @Test
  void onlyTheUnitCommentsAndOthersDoNotSeeIt() {
    long cut = propose(line(), 1, CutReason.SLOW);
    assertThat(ReviewWorld.told(world.planning(), () -> cuts().comment(cut, "x")))
        .singleElement()
        .asString()
        .contains("Chỉ " + ProjectWorld.BOARD);
    assertThat(ReviewWorld.told(world.otherBoard(), () -> cuts().comment(cut, "x")))
        .singleElement()
        .asString()
        .contains("không thuộc phạm vi");
    assertThat(Acting.call(world.board(), () -> cuts().all())).extracting(Cut::id).contains(cut);
    assertThat(Acting.call(world.otherBoard(), () -> cuts().all())).isEmpty();
    assertThat(Acting.call(Actor.visitor(), () -> cuts().all())).isEmpty();
    assertThatThrownBy(() -> Acting.as(world.board(), () -> book(cut, "QĐ 4")))
        .isInstanceOf(RuntimeException.class);
    assertThat(required(cut).end()).isNull();
  }

  @Test
  void databaseHoldsTheUnitsHearingWhoeverWrites() {
    long line = line();
    long cut = propose(line, 1, CutReason.SLOW);
    assertThatThrownBy(() ->
            world
                .projects()
                .owner()
                .sql(
                    """
                    insert into capital.cut_end (cut_id, done, posting_id, document, signed_on,
                                                 on_day, by_account, by_name)
                    select :cut, true, max(e.posting_id), 'QĐ', '2020-08-14', '2020-08-14', 1, 'mẫu'
                      from capital.entry e where e.line_id = :line
                    """)
                .param("cut", cut)
                .param("line", line)
                .update())
        .hasMessageContaining("comment_first");
    assertThatThrownBy(() -> world.projects().owner().sql("delete from capital.cut").update())
        .hasMessageContaining("only ever added to");
  }

  @Test
  void planMovedToAnotherLineOfThePoolKeepsTheReason() {
    long from = line();
    long to = line();
    long cut = propose(from, 2, CutReason.SLOW);
    Acting.as(world.board(), () -> cuts().comment(cut, "Đồng ý"));
    Acting.as(
        world.planning(),
        () -> cuts().book(cut, paper("QĐ 5"), List.of(new Transfer.Share(to, 2 * BILLION))));
    assertThat(balance(from).plan()).isEqualTo(8 * BILLION);
    assertThat(balance(to).plan()).isEqualTo(12 * BILLION);
    assertThat(
            world
                .projects()
                .owner()
                .sql(
                    "select m.ground from capital.movement m join capital.entry e"
                        + " on e.movement_id = m.id where e.line_id = :line")
                .param("line", from)
                .query(String.class)
                .single())
        .isEqualTo("slow");
  }

  @Test
  void planTakenAwayWithoutAReasonIsAskedFor() {
    long line = line();
    Voucher.Paper own = Voucher.Paper.of("UBND tỉnh", "", "QĐ 6/" + line, ReviewWorld.DAY);
    world.lower(line, own, BILLION);
    CutStore.Unexplained found =
        Acting.call(world.planning(), () -> cuts().unexplained()).stream()
            .filter(one -> one.lineId() == line)
            .findFirst()
            .orElseThrow();
    assertThat(found.amountVnd()).isEqualTo(BILLION);
    assertThat(
            ReviewWorld.told(
                world.planning(),
                () ->
                    cuts()
                        .propose(
                            new NewCut(
                                line, found.entryId(), BILLION - 1, CutReason.SLOW, "chậm", null))))
        .isNotEmpty();
    long cut =
        Acting.call(
            world.planning(),
            () ->
                cuts()
                    .propose(
                        new NewCut(line, found.entryId(), BILLION, CutReason.SLOW, "chậm", null)));
    assertThat(Acting.call(world.planning(), () -> cuts().unexplained()))
        .noneMatch(one -> one.lineId() == line);
    Acting.as(world.board(), () -> cuts().comment(cut, "Không đồng ý"));
    assertThat(ReviewWorld.told(world.planning(), () -> book(cut, "QĐ 6/" + line)))
        .as("another issuer")
        .singleElement()
        .asString()
        .contains("không phải văn bản đã ghi khoản giảm này: “QĐ 6/" + line + " UBND tỉnh”");
    Acting.as(world.planning(), () -> cuts().book(cut, own, List.of()));
    assertThat(balance(line).plan()).isEqualTo(9 * BILLION);
    assertThat(evidence(cut).comments()).hasSize(1);
  }

  @Test
  void transferThatToldItsGroundIsExplainedButOneForSlownessTakesACut() {
    long line = line();
    transfer(line, "tender_savings", BILLION);
    assertThat(unexplained(line)).isEmpty();
    assertThat(Acting.call(world.planning(), () -> cuts().moved()))
        .filteredOn(one -> one.line().id() == line)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.amountVnd()).isEqualTo(BILLION);
          assertThat(one.reason()).isEqualTo(CutReason.TENDER_SAVINGS);
          assertThat(one.why()).isEqualTo("Dư sau đấu thầu (mẫu)");
        });
    assertThat(Acting.call(world.otherBoard(), () -> cuts().moved()))
        .noneMatch(one -> one.line().id() == line);
    transfer(line, "slow", 2 * BILLION);
    assertThat(unexplained(line)).containsExactly(2 * BILLION);
  }

  private static void transfer(long from, String ground, long amount) {
    long to = line();
    Acting.as(
        world.planning(),
        () ->
            world
                .ledger()
                .transfer(
                    Posting.ofPage(null, "chuyển vốn"),
                    new Transfer(
                        Voucher.Paper.of("UBND tỉnh", "", "QĐ 7/" + to, ReviewWorld.DAY),
                        balance(from).poolId(),
                        ground,
                        "UBND tỉnh",
                        "Dư sau đấu thầu (mẫu)",
                        List.of(new Transfer.Share(from, amount)),
                        List.of(new Transfer.Share(to, amount)))));
  }

  private static List<Long> unexplained(long line) {
    return Acting.call(world.planning(), () -> cuts().unexplained()).stream()
        .filter(one -> one.lineId() == line)
        .map(CutStore.Unexplained::amountVnd)
        .toList();
  }

  private static long line() {
    return world.line(
        "Đường cắt giảm mẫu " + ++made, ProjectWorld.BOARD, ReviewWorld.LOCAL, 10 * BILLION);
  }

  private static long propose(long line, long billions, CutReason reason) {
    return Acting.call(
        world.planning(),
        () ->
            cuts()
                .propose(
                    new NewCut(
                        line,
                        null,
                        billions * BILLION,
                        reason,
                        "Lý do mẫu",
                        reason == CutReason.SLOW ? null : "QĐ 12 mẫu ngày 03/08/2020")));
  }

  private static void book(long cut, String document) {
    cuts().book(cut, paper(document), List.of());
  }

  private static Voucher.Paper paper(String document) {
    return Voucher.Paper.of("HĐND tỉnh", "", document, ReviewWorld.DAY);
  }

  private static Cuts cuts() {
    return world.door(Cuts.class);
  }

  private static Cut required(long cut) {
    return Acting.call(world.planning(), () -> cuts().required(cut));
  }

  private static Cut.State state(long cut) {
    LocalDate today =
        world
            .projects()
            .owner()
            .sql("select day from database.province_day")
            .query(LocalDate.class)
            .single();
    return required(cut).state(today);
  }

  private static List<Cut> evidenceOf(@Nullable Integer owner) {
    return Acting.call(
        world.planning(),
        () -> cuts().evidence(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), owner));
  }

  private static Cut evidence(long cut) {
    return evidenceOf(null).stream().filter(one -> one.id() == cut).findFirst().orElseThrow();
  }

  private static Balance balance(long line) {
    return Acting.call(world.planning(), () -> world.ledger().balances(List.of(line)).getFirst());
  }
}
