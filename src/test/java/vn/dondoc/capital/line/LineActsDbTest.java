package vn.dondoc.capital.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.ProjectWorld;

/** Plan moved, adjusted and entries corrected by hand, and everything that is refused. */
class LineActsDbTest extends LineActsGround {
  @Test
  void previewShowsBeforeAndAfterAndBooksNothing() {
    long giver = line(ReviewWorld.LOCAL);
    long receiver = line(ReviewWorld.LOCAL);
    LineChange change = preview(move(giver, "#" + receiver, "2.500"));
    assertThat(change.lines())
        .extracting(one -> one.before().plan(), one -> one.after().plan())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(10 * BILLION, 7_500_000_000L),
            org.assertj.core.groups.Tuple.tuple(10 * BILLION, 12_500_000_000L));
    assertThat(plan(giver)).isEqualTo(10 * BILLION);
  }

  @Test
  void moveIsBookedOnceHoweverOftenItIsSent() {
    long giver = line(ReviewWorld.LOCAL);
    long receiver = line(ReviewWorld.LOCAL);
    LineAct act = move(giver, "#" + receiver, "2.500");
    String seen = preview(act).seen();
    UUID sending = UUID.randomUUID();
    book(act, sending, seen);
    book(act, sending, seen);
    assertThat(plan(giver)).isEqualTo(7_500_000_000L);
    assertThat(plan(receiver)).isEqualTo(12_500_000_000L);
    assertThat(audited("capital.move_plan", giver)).isEqualTo(1);
  }

  @Test
  void receiverWithoutALineInThePoolGetsOne() {
    long giver = line(ReviewWorld.LOCAL);
    String name = "Dự án chưa có vốn mẫu " + ++made;
    world.project(name, ProjectWorld.BOARD, null);
    LineAct act = move(giver, name, "1.000");
    book(act, UUID.randomUUID(), preview(act).seen());
    assertThat(plan(giver)).isEqualTo(9 * BILLION);
  }

  @Test
  void refusesOneDongAboveWhatIsNotPaidAndASettlementTheRegisterLacks() {
    long giver = line(ReviewWorld.LOCAL);
    long receiver = line(ReviewWorld.LOCAL);
    world.book(EntryKind.PAYMENT, giver, LocalDate.of(2020, 6, 1), 4 * BILLION);
    assertThat(told(fields("6.000,000001", "receiver", "#" + receiver), moving(giver)))
        .containsOnlyKeys("amount")
        .extractingByKey("amount")
        .asString()
        .contains("4.000.000.000 đồng vượt kế hoạch 3.999.999.999 đồng, vượt 1 đồng");
    assertThat(told(fields("1", "receiver", "#" + receiver), moving(slow())))
        .containsOnlyKeys("ground")
        .extractingByKey("ground")
        .asString()
        .contains("sổ dự án chưa có quyết định quyết toán");
  }

  @Test
  void refusesAcrossTheRingAndIntoAnotherVintage() {
    long giver = line(ReviewWorld.LOCAL);
    long other = line(ReviewWorld.CENTRAL);
    assertThat(told(fields("1.000", "receiver", "#" + other), moving(giver)))
        .extractingByKey("receiver")
        .asString()
        .contains(ReviewWorld.CENTRAL, "ngoài nhóm vốn " + ReviewWorld.LOCAL);
    long carried = CarriedLine.open(world);
    assertThat(told(fields("1.000", "receiver", "#" + carried), moving(giver)))
        .extractingByKey("receiver")
        .asString()
        .contains("khác niên độ", "chuyển nguồn");
  }

  @Test
  void refusesReceiverThatIsNobodySeveralOrItself() {
    long giver = line(ReviewWorld.LOCAL);
    line(ReviewWorld.LOCAL);
    line(ReviewWorld.LOCAL);
    assertThat(told(fields("1.000", "receiver", "Không có dự án này"), moving(giver)))
        .extractingByKey("receiver")
        .asString()
        .contains("“Không có dự án này”");
    assertThat(told(fields("1.000", "receiver", "dòng thao tác mẫu"), moving(giver)))
        .extractingByKey("receiver")
        .asString()
        .contains("nhiều dòng vốn");
    assertThat(told(fields("1.000", "receiver", "#" + giver), moving(giver)))
        .extractingByKey("receiver")
        .asString()
        .contains("chính là dòng đang chuyển");
  }

  @Test
  void moveByHandIsDecidedByWhomTheRulesNameAndStaysBelowEveryCeiling() {
    long giver = line(ReviewWorld.LOCAL);
    long receiver = line(ReviewWorld.LOCAL);
    Map<String, String> elsewhere =
        fields("1.000", "receiver", "#" + receiver, "issuer", "UBND huyện Chi Lăng");
    assertThat(told(elsewhere, moving(giver)))
        .containsOnlyKeys("issuer")
        .extractingByKey("issuer")
        .asString()
        .contains("“UBND huyện Chi Lăng”", "HĐND tỉnh quyết định");
    long project = balance(receiver).projectId();
    world.open("NSDP.TT-2020", "Tăng thu 2020", "NSDP.TT", "province", 2020);
    limit(project, 11 * BILLION);
    assertThat(told(fields("1.000,000001", "receiver", "#" + receiver), moving(giver)))
        .containsOnlyKeys("amount")
        .extractingByKey("amount")
        .asString()
        .contains("kế hoạch trung hạn 11.000.000.000 đồng, vượt 1 đồng");
    assertThat(told(fields("1.000", "receiver", "#" + receiver), moving(giver))).isEmpty();
    world.settle(project, DAY, 10_500_000_000L);
    assertThat(told(fields("600", "receiver", "#" + receiver), moving(giver)))
        .containsOnlyKeys("amount")
        .extractingByKey("amount")
        .asString()
        .contains("10.500.000.000 đồng trừ vốn đã giao 10.000.000.000 đồng");
    assertThat(told(fields("600", "what", "adjust", "direction", "more"), adjusting(receiver)))
        .hasEntrySatisfying("amount", told -> assertThat(told).contains("còn 500.000.000 đồng"));
    long other = world.line(project, "NSDP.TT-2020", BILLION / 2, LocalDate.of(2020, 1, 15));
    assertThat(told(fields("1.000", "what", "adjust", "direction", "more"), adjusting(other)))
        .as("two lines of one ceiling, and the project by its name")
        .extractingByKey("amount")
        .asString()
        .contains("Dòng thao tác mẫu", "hạn 11.000.000.000 đồng, vượt 500.000.000 đồng (đã giao");
  }

  @Test
  void planThatLapsedIsNeitherMovedNorAdjusted() {
    LocalDate late = LocalDate.of(2021, 2, 5);
    long giver = line(ReviewWorld.LOCAL);
    world.projects().standOn(late);
    Map<String, String> typed =
        fields("500", "signed", "5/2/2021", "what", "adjust", "direction", "less");
    typed.put("receiver", "#" + line(ReviewWorld.LOCAL));
    assertThat(told(typed, form -> form.adjusting(giver, late))).containsKey("value");
    assertThat(told(typed, form -> form.moving(giver, late, to -> acts().receiver(giver, to))))
        .extractingByKey("value")
        .asString()
        .contains("sau hạn thanh toán 31/01/2021");
    world.projects().standOn(DAY);
  }

  @Test
  void everyFieldThatIsWrongIsToldAtOnce() {
    long giver = line(ReviewWorld.LOCAL);
    assertThat(told(Map.of(), moving(giver)))
        .containsOnlyKeys("receiver", "amount", "ground", "document", "issuer", "reason", "signed");
    Map<String, String> slow = fields("1.000", "receiver", "#" + line(ReviewWorld.LOCAL));
    slow.put("ground", "slow");
    slow.put("value", "1/6/2020");
    slow.put("signed", "2/6/2020");
    assertThat(told(slow, moving(giver)))
        .containsOnlyKeys("ground", "value")
        .extractingByKey("ground")
        .asString()
        .contains("nghe đơn vị trước");
  }

  @Test
  void moneyLeavesASlowLineByNoHandBeforeItsOwnerIsHeard() {
    long slow = slow();
    for (String ground : List.of("tender_savings", "task_ended")) {
      Map<String, String> moved =
          fields("11.000", "receiver", "#" + line(ReviewWorld.LOCAL), "ground", ground);
      assertThat(told(moved, moving(slow)))
          .as("what the ledger has against it is told as well")
          .containsOnlyKeys("ground", "amount")
          .extractingByKey("ground")
          .asString()
          .contains("Chưa giải ngân", "nghe " + ProjectWorld.BOARD + " trước", "trang Cắt giảm");
    }
    assertThat(told(fields("1.000", "what", "adjust", "direction", "less"), adjusting(slow)))
        .containsOnlyKeys("direction")
        .extractingByKey("direction")
        .asString()
        .contains("nghe " + ProjectWorld.BOARD + " trước");
    LineAct entered =
        form(fields("1.000", "what", "enter", "direction", "less")).adjusting(slow, DAY);
    assertThat(preview(entered).lines().getFirst().after().plan()).isEqualTo(10 * BILLION);
    assertThat(plan(slow)).isEqualTo(10 * BILLION);
  }

  @Test
  void lineThatIsNotSlowGivesForAnyGroundAndNobodyIsAsked() {
    long steady = steady();
    String receiver = "#" + line(ReviewWorld.LOCAL);
    assertThat(
            told(fields("500", "receiver", receiver, "ground", "tender_savings"), moving(steady)))
        .isEmpty();
    assertThat(told(fields("500", "what", "adjust", "direction", "less"), adjusting(steady)))
        .isEmpty();
  }

  @Test
  void treasuryEntersAdvancePaymentAndRecoveryOfOneVoucher() {
    long line = slow();
    world.book(EntryKind.ADVANCE, line, LocalDate.of(2020, 3, 2), 2 * BILLION);
    Map<String, String> typed = paid("payment", "700", "recover", "300");
    LineAct act = form(typed).paying(line, DAY);
    LineChange change = Acting.call(world.planning(), () -> acts().preview(act));
    assertThat(balance(line).disbursed()).as("tried only").isEqualTo(2 * BILLION);
    UUID sending = UUID.randomUUID();
    book(act, sending, change.seen());
    book(act, sending, change.seen());
    assertThat(balance(line))
        .extracting(Balance::outstanding, Balance::volume)
        .containsExactly(1_700_000_000L, BILLION);
    assertThat(audited("capital.pay_line", line)).isEqualTo(1);
    assertThat(told(typed, paying(line))).containsOnlyKeys("document");
    Map<String, String> another = paid("payment", "800");
    another.put("document", typed.get("document"));
    assertThat(told(another, paying(line)))
        .as("the same voucher with another amount")
        .containsOnlyKeys("document");
  }

  @Test
  void voucherOfAnIssuerInShortIsTheOneOfItsWholeName() {
    long line = slow();
    Map<String, String> typed = paid("payment", "700");
    typed.put("issuer", "UBND tỉnh");
    LineAct act = form(typed).paying(line, DAY);
    book(act, UUID.randomUUID(), Acting.call(world.planning(), () -> acts().preview(act)).seen());
    typed.put("issuer", "Uỷ ban nhân dân tỉnh");
    assertThat(told(typed, paying(line))).containsOnlyKeys("document");
  }

  @Test
  void voucherThatCannotBePaidIsToldAtTheAmountThatIsWrong() {
    long line = slow();
    assertThat(told(paid("payment", "10.000,000001"), paying(line)))
        .containsOnlyKeys("payment")
        .extractingByKey("payment")
        .asString()
        .contains("vượt 1 đồng");
    assertThat(told(paid("advance", "12.000"), paying(line))).containsOnlyKeys("advance");
    assertThat(told(paid("recover", "1"), paying(line))).containsOnlyKeys("recover");
    assertThat(told(paid("payment", "x", "recover", "0"), paying(line)))
        .containsOnlyKeys("payment", "recover");
    assertThat(told(paid(), paying(line)))
        .containsOnlyKeys("payment")
        .extractingByKey("payment")
        .asString()
        .contains("ít nhất một trong ba khoản");
  }

  @Test
  void lowerPlanTakesBackWhatIsEnteredAboveIt() {
    long line = line(ReviewWorld.LOCAL);
    LineAct act = form(fields("1.500", "what", "adjust", "direction", "less")).adjusting(line, DAY);
    book(act, UUID.randomUUID(), preview(act).seen());
    assertThat(balance(line))
        .extracting(Balance::plan, Balance::entered)
        .containsExactly(8_500_000_000L, 8_500_000_000L);
    assertThat(told(fields("8.500,000001", "what", "adjust", "direction", "less"), adjusting(line)))
        .extractingByKey("amount")
        .asString()
        .contains("kế hoạch thành âm");
    assertThat(told(fields("1", "what", "enter", "direction", "more"), adjusting(line)))
        .extractingByKey("amount")
        .asString()
        .contains("vượt kế hoạch 8.500.000.000 đồng, vượt 1.000.000 đồng");
    assertThat(told(fields("999.999", "what", "adjust", "direction", "more"), adjusting(line)))
        .extractingByKey("amount")
        .asString()
        .contains("vượt kế hoạch được giao");
  }

  @Test
  void correctionTakesBackPartOrBooksWhatIsRight() {
    long line = line(ReviewWorld.LOCAL);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 6, 1), 4 * BILLION);
    BookedEntry entry = last(line);
    LineAct less = correcting(entry, "3.900");
    book(less, UUID.randomUUID(), preview(less).seen());
    assertThat(balance(line).disbursed()).isEqualTo(3_900_000_000L);
    BookedEntry left = entry(line, entry.id());
    assertThat(left.standingVnd()).isEqualTo(3_900_000_000L);
    LineAct more = correcting(left, "4.200");
    book(more, UUID.randomUUID(), preview(more).seen());
    assertThat(balance(line).disbursed()).isEqualTo(4_200_000_000L);
    assertThat(entry(line, entry.id()).standingVnd()).isZero();
  }

  @Test
  void correctionNeedsASignerAndAnAmountThatDiffers() {
    long line = line(ReviewWorld.LOCAL);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 6, 1), 4 * BILLION);
    BookedEntry entry = last(line);
    Map<String, String> unsigned = fields("4.000");
    assertThat(told(unsigned, form -> form.correcting(entry, DAY)))
        .containsOnlyKeys("amount", "signer");
    Map<String, String> above = fields("10.000,000001", "signer", "Kế toán trưởng mẫu");
    assertThat(told(above, form -> form.correcting(entry, DAY)))
        .extractingByKey("amount")
        .asString()
        .contains("vượt 1 đồng");
    Map<String, String> early = fields("3.000", "signer", "Kế toán trưởng mẫu");
    early.put("signed", "1/5/2020");
    assertThat(told(early, form -> form.correcting(entry, DAY)))
        .extractingByKey("value")
        .asString()
        .contains("trước bút toán bị đính chính");
  }

  @Test
  void documentBookedAlreadyIsRefusedAtThePreviewAndAtTheConfirmation() {
    long line = line(ReviewWorld.LOCAL);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 6, 1), 300_000_000L);
    BookedEntry entry = last(line);
    String document = "DC-" + ++made;
    LineAct first = correcting(entry, "250", document);
    UUID sending = UUID.randomUUID();
    String seen = preview(first).seen();
    book(first, sending, seen);
    book(first, sending, seen);
    LineAct second = correcting(entry(line, entry.id()), "200", document);
    Map<String, String> shown = sentences(() -> preview(second));
    assertThat(shown).containsOnlyKeys("document");
    assertThat(shown.get("document"))
        .contains("Chứng từ " + document, "được ghi sổ ngày 14/08/2020", "dùng số khác");
    assertThat(sentences(() -> book(second, UUID.randomUUID(), seen))).isEqualTo(shown);
    assertThat(balance(line).disbursed()).isEqualTo(250_000_000L);
    LineAct more = correcting(entry(line, entry.id()), "400", document);
    assertThat(sentences(() -> preview(more))).containsOnlyKeys("document");
  }

  @Test
  void sameMoveAndAdjustmentForAnotherReasonAreRefusedNotPassedOver() {
    long giver = line(ReviewWorld.LOCAL);
    Map<String, String> fields = fields("1.000", "receiver", "#" + line(ReviewWorld.LOCAL));
    Map<String, String> less = fields("500", "what", "adjust", "direction", "less");
    for (Function<LineActForm, LineAct> read : List.of(moving(giver), adjusting(giver))) {
      Map<String, String> typed = fields;
      LineAct act = Acting.call(world.planning(), () -> read.apply(form(typed)));
      book(act, UUID.randomUUID(), preview(act).seen());
      Map<String, String> again = new HashMap<>(typed);
      again.put("reason", "Lý do khác (mẫu)");
      assertThat(told(again, read))
          .containsOnlyKeys("document")
          .extractingByKey("document")
          .asString()
          .contains("được ghi sổ ngày");
      fields = less;
    }
    assertThat(plan(giver)).isEqualTo(8_500_000_000L);
  }

  @Test
  void correctedRecoveryShowsWhatMovesBetweenAdvanceAndVolume() {
    long line = line(ReviewWorld.LOCAL);
    world.book(EntryKind.ADVANCE, line, LocalDate.of(2020, 5, 4), 2 * BILLION);
    world.book(EntryKind.RECOVER, line, LocalDate.of(2020, 6, 1), BILLION);
    LineActForm form = form(fields("400", "signer", "Kế toán trưởng mẫu"));
    LineChange change = preview(form.correcting(last(line), DAY));
    LineActView view =
        new LineActView(
            Acting.call(world.planning(), () -> world.door(LineListing.class).head(line))
                .orElseThrow(),
            LineActView.Kind.CORRECT,
            form,
            last(line),
            List.of(),
            null,
            change);
    assertThat(view.changed(change.lines().getFirst()))
        .containsExactly(
            new LineActView.Figure("capital.act.outstanding", BILLION, 1_600_000_000L),
            new LineActView.Figure("capital.act.volume", BILLION, 400_000_000L));
  }

  @Test
  void whatChangedSinceThePreviewIsNotBooked() {
    long giver = line(ReviewWorld.LOCAL);
    long receiver = line(ReviewWorld.LOCAL);
    LineAct act = move(giver, "#" + receiver, "1.000");
    String seen = preview(act).seen();
    world.book(EntryKind.PAYMENT, giver, LocalDate.of(2020, 6, 1), BILLION);
    assertThat(sentences(() -> book(act, UUID.randomUUID(), seen)))
        .containsValue("Số dư đã đổi từ lúc xem trước; xem lại rồi xác nhận.");
    assertThat(plan(giver)).isEqualTo(10 * BILLION);
  }
}
