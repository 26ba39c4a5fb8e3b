package vn.dondoc.task.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.life.Timing;
import vn.dondoc.web.Asked;

/** The overview against facts counted by hand. */
class OverviewDbTest {
  private static final LocalDate GIVEN = LocalDate.of(2020, 8, 14);
  private static final LocalDate TODAY = LocalDate.of(2020, 10, 10);
  private static final LocalDate AUGUST_31 = LocalDate.of(2020, 8, 31);
  private static final LocalDate SEPTEMBER_25 = LocalDate.of(2020, 9, 25);
  private static OverviewWorld world;
  private static Overview overview;
  private static DutyListing listing;
  private static int planning;
  private static int finance;

  /**
   * Planning: one done in time after a return, one done 5 days late, one overdue by 15 days, one
   * handed back and taken over. Finance: one waits to be confirmed, one due in 6 days, one without
   * a day.
   */
  @BeforeAll
  static void live() {
    world = OverviewWorld.open();
    overview = world.province().server().door(Overview.class);
    listing = world.province().server().door(DutyListing.class);
    planning = world.body("Sở Kế hoạch và Đầu tư");
    finance = world.body("Sở Tài chính");
    long inTime = world.give(1, AUGUST_31, planning).getFirst();
    world.fact(inTime, 1, "receive", GIVEN.plusDays(2));
    world.fact(inTime, 2, "report", GIVEN.plusDays(5));
    world.fact(inTime, 3, "return", GIVEN.plusDays(6));
    world.fact(inTime, 4, "report", GIVEN.plusDays(12));
    world.fact(inTime, 5, "confirm", GIVEN.plusDays(15));
    long late = world.give(1, AUGUST_31, planning).getFirst();
    world.fact(late, 1, "receive", GIVEN.plusDays(4));
    world.fact(late, 2, "report", AUGUST_31.plusDays(5));
    world.fact(late, 3, "confirm", AUGUST_31.plusDays(6));
    world.give(2, SEPTEMBER_25, planning);
    long handed = world.give(2, SEPTEMBER_25, planning).getFirst();
    world.fact(handed, 1, "hand_back", GIVEN.plusDays(1));
    world.fact(handed, 2, "refuse_hand", GIVEN.plusDays(1));
    world.fact(handed, 3, "hand_back", GIVEN.plusDays(2));
    world.fact(handed, 4, "accept_hand", GIVEN.plusDays(2));
    long waits = world.give(2, SEPTEMBER_25, finance).getFirst();
    world.fact(waits, 1, "report", GIVEN.plusDays(30));
    world.give(1, TODAY.plusDays(6), finance);
    world.give(1, null, finance);
    world.standOn(TODAY);
  }

  @AfterAll
  static void close() {
    world.province().close();
  }

  private static Overview.Found found(DutyFilter filter, Dimension by) {
    return Acting.call(OverviewWorld.SYSTEM, () -> overview.of(filter, by));
  }

  private static Measure of(Overview.Found found, String key) {
    return found.rows().stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow()
        .measure();
  }

  @Test
  void countsTimesAndReturnsAreThoseCountedByHand() {
    Overview.Found found = found(DutyFilter.on(TODAY), Dimension.BODY);
    Measure plan = of(found, "" + planning);
    assertThat(plan.counts().byTiming())
        .containsEntry(Timing.DONE_IN_TIME, 1L)
        .containsEntry(Timing.DONE_LATE, 1L)
        .containsEntry(Timing.OVERDUE, 1L);
    assertThat(plan.counts().total()).isEqualTo(3);
    assertThat(plan.late()).isEqualTo(2);
    assertThat(plan.meanLate()).isEqualTo(10.0);
    assertThat(plan.mostLate()).isEqualTo(15);
    assertThat(plan.returned()).isEqualTo(1);
    assertThat(plan.handedBack()).isEqualTo(1);
    // 2 and 4 days to be received; 10 (12 less 2) and 18 (22 less 4) to the report that counts;
    // 3 and 1 to be confirmed.
    assertThat(plan.acknowledge()).isEqualTo(new Measure.Spread(3, 3.8));
    assertThat(plan.report()).isEqualTo(new Measure.Spread(14, 17.2));
    assertThat(Objects.requireNonNull(plan.confirm()).median()).isEqualTo(2);
    Measure money = of(found, "" + finance);
    assertThat(money.counts().of(Progress.WAITING)).isEqualTo(1);
    assertThat(money.counts().of(Progress.DUE_SOON)).isEqualTo(1);
    assertThat(money.counts().of(Progress.UNDATED)).isEqualTo(1);
    assertThat(money.meanLate()).isNull();
    assertThat(found.total().counts().total()).isEqualTo(6);
  }

  @Test
  void noticesMonthsAndHeadsAreCountedFromTheSameRows() {
    DutyFilter all = DutyFilter.on(TODAY);
    Overview.Found notices = found(all, Dimension.NOTICE);
    assertThat(notices.rows()).hasSize(2);
    Overview.Found months = found(all, Dimension.MONTH);
    assertThat(of(months, "2020-08").counts().total()).isEqualTo(2);
    assertThat(of(months, "2020-09").counts().total()).isEqualTo(2);
    assertThat(of(months, "").counts().total()).isEqualTo(1);
    assertThat(months.months().stream().map(Overview.Row::key))
        .containsExactly("2020-08", "2020-09", "2020-10");
    Overview.Found heads = found(all, Dimension.HEAD);
    assertThat(of(heads, "" + planning)).isEqualTo(of(found(all, Dimension.BODY), "" + planning));
    assertThat(heads.rows().stream().map(Overview.Row::name))
        .anySatisfy(name -> assertThat(name).contains("Giám đốc", "Kế hoạch"));
  }

  @Test
  void everyFigureLeadsToAsManyRows() {
    for (Progress progress : Progress.values()) {
      DutyFilter filter = DutyFilter.on(TODAY).standing(progress.timings());
      List<DutyListing.Line> lines =
          Acting.call(
              OverviewWorld.SYSTEM, () -> listing.page(filter, DutyListing.Sort.LATE, null));
      long counted = found(DutyFilter.on(TODAY), Dimension.BODY).total().counts().of(progress);
      assertThat((long) lines.size()).as(progress.name()).isEqualTo(counted);
    }
  }

  @Test
  void figuresOfWhatWasGivenBackLeadToExactlyTheirRows() {
    Overview.Found found = found(DutyFilter.on(TODAY), Dimension.BODY);
    Map<String, Long> figures =
        Map.of(
            DutyFilter.REPORT_RETURNED,
            found.total().returned(),
            DutyFilter.HANDED_BACK,
            found.total().handedBack());
    figures.forEach((asked, figure) -> {
      DutyFilter filter = DutyFilter.of(Asked.of(Map.of("tra-lai", asked)), TODAY);
      List<DutyListing.Line> lines =
          Acting.call(
              OverviewWorld.SYSTEM, () -> listing.page(filter, DutyListing.Sort.LATE, null));
      assertThat((long) lines.size()).as(asked).isEqualTo(figure).isEqualTo(1);
      assertThat(Acting.call(OverviewWorld.SYSTEM, () -> listing.counts(filter)).total())
          .as(asked)
          .isEqualTo(figure);
    });
  }

  @Test
  void dayGoneByIsToldAsItStoodThen() {
    Counts then = found(DutyFilter.on(GIVEN.plusDays(1)), Dimension.BODY).total().counts();
    assertThat(then.of(Progress.DONE_IN_TIME)).isZero();
    assertThat(then.of(Progress.OVERDUE)).isZero();
    assertThat(then.total()).isEqualTo(7);
  }

  @Test
  void bodySeesOnlyItsOwnFigures() {
    Actor money =
        new Actor(990, "mẫu", java.util.Set.of("task.read"), false, List.of(finance), List.of());
    Overview.Found seen =
        Acting.call(money, () -> overview.of(DutyFilter.on(TODAY), Dimension.BODY));
    assertThat(seen.rows().stream().map(Overview.Row::key)).containsExactly("" + finance);
    assertThat(seen.total().counts().total()).isEqualTo(3);
  }

  @Test
  void reportOfTheMonthStandsInTheStatesForm() throws IOException {
    MonthReport report = world.province().server().door(MonthReport.class);
    YearMonth september = YearMonth.of(2020, 9);
    MonthReport.Content content = Acting.call(OverviewWorld.SYSTEM, () -> report.of(september));
    // Done in August is left out; at the end of September one is overdue by 5 days.
    assertThat(content.total().counts().total()).isEqualTo(5);
    assertThat(content.overdue()).hasSize(1);
    assertThat(content.overdue().getFirst().lateDays()).isEqualTo(5);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.paper(content).write(out);
    try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
      var section = paper.getDocument().getBody().getSectPr();
      assertThat(section.getPgSz().getW()).hasToString("11906");
      assertThat(section.getPgSz().getH()).hasToString("16838");
      String head = paper.getTables().getFirst().getText();
      assertThat(head)
          .contains("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "VĂN PHÒNG", "/BC-VP")
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc");
      List<String> sum =
          paper.getTables().get(1).getRows().getLast().getTableCells().stream()
              .map(XWPFTableCell::getText)
              .toList();
      assertThat(sum).containsExactly("", "Tổng cộng", "5", "0", "1", "1", "1", "1", "1");
      assertThat(paper.getTables().getLast().getText()).contains("Nơi nhận:", "CHÁNH VĂN PHÒNG");
      assertThat(
              paper.getParagraphs().stream()
                  .flatMap(paragraph -> paragraph.getRuns().stream())
                  .map(run -> run.getFontFamily()))
          .containsOnly("Times New Roman");
    }
    YearMonth next = YearMonth.from(TODAY).plusMonths(1);
    assertThatThrownBy(() -> Acting.call(OverviewWorld.SYSTEM, () -> report.of(next)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("month_to_come");
  }

  @Test
  void numberOfStatementsDoesNotGrowWithTheRows() {
    Map<String, Integer> few = statements();
    world.standOn(GIVEN);
    for (int n = 0; n < 40; n++) {
      world.give(100 + n, LocalDate.of(2021, 1 + n % 12, 5), world.body("Sở Xây dựng"), planning);
    }
    try {
      assertThat(statements()).isEqualTo(few);
    } finally {
      world
          .owner()
          .sql(
              "update task.duty set opened_on = '2030-01-01' where task_id in "
                  + "(select id from task.task where source_id >= 100)")
          .update();
      world.standOn(TODAY);
    }
  }

  private static Map<String, Integer> statements() {
    DutyFilter filter = DutyFilter.on(LocalDate.of(2020, 8, 14));
    return List.of(Dimension.values()).stream()
        .collect(
            Collectors.toMap(
                Dimension::word,
                by ->
                    statements(() -> found(filter, by))
                        + statements(() ->
                            Acting.call(
                                OverviewWorld.SYSTEM,
                                () -> listing.page(filter, DutyListing.Sort.BODY, null)))));
  }

  /** How many statements the program sends. */
  private static int statements(Runnable act) {
    Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
    ListAppender<ILoggingEvent> told = new ListAppender<>();
    told.start();
    logger.addAppender(told);
    logger.setLevel(Level.DEBUG);
    try {
      act.run();
    } finally {
      logger.setLevel(null);
      logger.detachAppender(told);
    }
    return (int)
        told.list.stream()
            .filter(event ->
                event.getFormattedMessage().startsWith("Executing prepared SQL statement ["))
            .count();
  }
}
