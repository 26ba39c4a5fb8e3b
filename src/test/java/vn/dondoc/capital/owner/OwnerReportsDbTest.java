package vn.dondoc.capital.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.ProjectWorld;

/** Owners say every month how their lines stand; not said is a state, late is seen. */
class OwnerReportsDbTest {
  private static final YearMonth JULY = YearMonth.of(2020, 7);
  private static final YearMonth AUGUST = YearMonth.of(2020, 8);
  private static final long PLAN = 10 * ReviewWorld.BILLION;
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
  void lastWordCountsAndTheFirstStays() {
    long line = line();
    say(AUGUST, line, 0, report(3, 1));
    say(AUGUST, line, 1, report(4, 2));
    OwnerReport.Said told = Objects.requireNonNull(own(AUGUST, line).said());
    assertThat(told.step()).isEqualTo(2);
    assertThat(told.report().money().disbursed()).isEqualTo(4 * ReviewWorld.BILLION);
    assertThat(
            world
                .projects()
                .owner()
                .sql("select count(*) from capital.owner_report where line_id = :line")
                .param("line", line)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    say(AUGUST, line, 2, report(4, 2));
    assertThat(Objects.requireNonNull(own(AUGUST, line).said()).step()).isEqualTo(2);
  }

  @Test
  void notReportedIsAStateAndLateIsSeen() {
    long line = line();
    LocalDate due = due(JULY, OwnerReport.Kind.ACTUAL);
    assertThat(due).isEqualTo(LocalDate.of(2020, 8, 3));
    assertThat(state(JULY, line)).isEqualTo(ReportLine.State.MISSING);
    say(JULY, OwnerReport.Kind.ACTUAL, line, 0, report(3, 1));
    assertThat(state(JULY, line)).isEqualTo(ReportLine.State.LATE);
    long other = line();
    world.projects().standOn(LocalDate.of(2020, 8, 2));
    assertThat(state(JULY, other)).isEqualTo(ReportLine.State.OPEN);
    say(JULY, OwnerReport.Kind.ACTUAL, other, 0, report(3, 1));
    world.projects().standOn(ReviewWorld.DAY);
    assertThat(state(JULY, other)).isEqualTo(ReportLine.State.REPORTED);
  }

  @Test
  void everyProblemOfEveryLineIsToldAndNothingIsKept() {
    long one = line();
    long two = line();
    List<String> told =
        ReviewWorld.told(
            world.board(),
            () ->
                reports()
                    .record(
                        AUGUST,
                        OwnerReport.Kind.ESTIMATE,
                        List.of(
                            new OwnerReports.Entry(one, 0, report(11, 1)),
                            new OwnerReports.Entry(
                                two,
                                0,
                                new OwnerReport(
                                    new OwnerReport.Money(5L, 3L, 4L, null, 4L, PLAN + 1),
                                    new OwnerReport.Trouble(
                                        "khac", null, "đề nghị", "cap-tren"))))));
    assertThat(told)
        .hasSizeGreaterThanOrEqualTo(8)
        .anyMatch(s -> s.contains("vượt 1.000.000.000 đồng"))
        .anyMatch(s -> s.contains("chưa ghi “Đăng ký giải ngân tháng sau”"))
        .anyMatch(s -> s.contains("nghiệm thu 4 đồng nhiều hơn"))
        .anyMatch(s -> s.contains("vượt 1 đồng"))
        .anyMatch(s -> s.contains("thấp hơn số đã gồm trong đó 5 đồng"))
        .anyMatch(s -> s.contains("cần cả loại và nội dung"))
        .anyMatch(s -> s.contains("không có lựa chọn “cap-tren”"));
    assertThat(own(AUGUST, one).said()).isNull();
    assertThat(own(AUGUST, two).said()).isNull();
  }

  @Test
  void lessThanTheTreasuryConfirmedIsAskedAboutAndNoted() {
    long line = line();
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 8, 5), 4 * ReviewWorld.BILLION);
    Map<String, String> typed = new HashMap<>();
    typed.put("step-" + line, "0");
    typed.put("disbursed-" + line, "3.000");
    typed.put("promised-" + line, "1.000");
    assertThat(ReviewWorld.told(world.board(), () -> read(typed)))
        .singleElement()
        .asString()
        .contains("thấp hơn Kho bạc đã xác nhận", "4.000.000.000", "1.000.000.000");
    typed.put("keep-" + line, "true");
    Acting.as(
        world.board(), () -> reports().record(AUGUST, OwnerReport.Kind.ESTIMATE, read(typed)));
    assertThat(own(AUGUST, line).belowTreasury()).isEqualTo(ReviewWorld.BILLION);
    typed.remove("keep-" + line);
    typed.put("step-" + line, "1");
    typed.put("promised-" + line, "2.000");
    assertThat(ReviewWorld.told(world.board(), () -> read(typed))).as("said once").isEmpty();
    typed.put("disbursed-" + line, "4.000");
    assertThat(ReviewWorld.told(world.board(), () -> read(typed))).isEmpty();
  }

  private static List<OwnerReports.Entry> read(Map<String, String> typed) {
    return new ReportForm(typed).read(reports().own(AUGUST, OwnerReport.Kind.ESTIMATE));
  }

  @Test
  void nobodyReportsForAnotherAndNobodyOverwritesUnseen() {
    long line = line();
    assertThat(ReviewWorld.told(world.otherBoard(), () -> record(line, 0, report(1, 1))))
        .singleElement()
        .asString()
        .contains("không thuộc đơn vị bạn");
    assertThat(ReviewWorld.told(world.planning(), () -> record(line, 0, report(1, 1))))
        .isNotEmpty();
    say(AUGUST, line, 0, report(1, 1));
    assertThat(ReviewWorld.told(world.board(), () -> record(line, 0, report(2, 1))))
        .singleElement()
        .asString()
        .contains("người khác vừa ghi");
    assertThat(
            ReviewWorld.told(
                world.board(), () -> reports().own(YearMonth.of(2020, 9), OwnerReport.Kind.ACTUAL)))
        .singleElement()
        .asString()
        .contains("chọn tháng từ 01/02/2020 đến 01/08/2020");
  }

  @Test
  void scopeTellsWhoseLinesAreSeen() {
    long line = line();
    assertThat(lines(world.planning())).contains(line);
    assertThat(lines(world.projects().district())).contains(line);
    assertThat(lines(world.board())).contains(line);
    assertThat(lines(world.otherBoard())).doesNotContain(line);
    assertThat(lines(Actor.visitor())).isEmpty();
    assertThat(
            Acting.call(world.planning(), () -> reports().own(AUGUST, OwnerReport.Kind.ESTIMATE)))
        .isEmpty();
  }

  @Test
  void amountsAreTypedInMillionsAsOfficialsWriteThem() {
    Map<String, Long> typed =
        Map.of(
            "1.234,5", 1_234_500_000L,
            "12,000001", 12_000_001L,
            "0", 0L,
            "1 000", 1_000_000_000L,
            "1234", 1_234_000_000L);
    typed.forEach(
        (text, dong) -> assertThat(vn.dondoc.capital.Millions.read(text)).as(text).contains(dong));
    for (String wrong :
        List.of("", "1,2,3", "-5", "12.34", "1e9", "1.2345", "mười", "9999999999")) {
      assertThat(vn.dondoc.capital.Millions.read(wrong)).as(wrong).isEmpty();
    }
    for (long dong : List.of(0L, 1L, 1_234_500_000L, 1_000_000_000_000_000L)) {
      String shown = vn.dondoc.capital.Millions.typed(dong);
      assertThat(vn.dondoc.capital.Millions.read(shown)).as(shown).contains(dong);
    }
  }

  private static List<Long> lines(Actor actor) {
    return Acting.call(actor, () -> reports().all(AUGUST, OwnerReport.Kind.ESTIMATE)).stream()
        .map(ReportLine::lineId)
        .toList();
  }

  private static long line() {
    return world.line("Đường mẫu " + ++made, ProjectWorld.BOARD, ReviewWorld.LOCAL, PLAN);
  }

  private static OwnerReport report(long disbursedBillions, long promisedBillions) {
    return new OwnerReport(
        new OwnerReport.Money(
            disbursedBillions * ReviewWorld.BILLION,
            null,
            null,
            promisedBillions * ReviewWorld.BILLION,
            null,
            null),
        new OwnerReport.Trouble(null, null, null, null));
  }

  private static OwnerReports reports() {
    return world.door(OwnerReports.class);
  }

  private static @Nullable LocalDate due(YearMonth month, OwnerReport.Kind kind) {
    return Acting.call(world.board(), () -> reports().due(month, kind));
  }

  private static void record(long line, int seen, OwnerReport report) {
    reports()
        .record(
            AUGUST, OwnerReport.Kind.ESTIMATE, List.of(new OwnerReports.Entry(line, seen, report)));
  }

  private static void say(YearMonth month, long line, int seen, OwnerReport report) {
    say(month, OwnerReport.Kind.ESTIMATE, line, seen, report);
  }

  private static void say(
      YearMonth month, OwnerReport.Kind kind, long line, int seen, OwnerReport report) {
    Acting.as(
        world.board(),
        () -> reports().record(month, kind, List.of(new OwnerReports.Entry(line, seen, report))));
  }

  private static ReportLine own(YearMonth month, long line) {
    return own(month, OwnerReport.Kind.ESTIMATE, line);
  }

  private static ReportLine own(YearMonth month, OwnerReport.Kind kind, long line) {
    return Acting.call(world.board(), () -> reports().own(month, kind)).stream()
        .filter(one -> one.lineId() == line)
        .findFirst()
        .orElseThrow();
  }

  private static ReportLine.State state(YearMonth month, long line) {
    LocalDate today =
        world
            .projects()
            .owner()
            .sql("select day from database.province_day")
            .query(LocalDate.class)
            .single();
    return own(month, OwnerReport.Kind.ACTUAL, line)
        .state(due(month, OwnerReport.Kind.ACTUAL), today);
  }
}
