package vn.dondoc.capital.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.layout.Mapping;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.Province;

/** What owners report by file: the rules are those of the page. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportFilesDbTest {
  private static final String POOL = "Cân đối ngân sách địa phương";
  private static IntakeWorld world;

  @BeforeAll
  static void start() {
    world = new IntakeWorld(Province.ofAugust2020());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static byte[] report(Object disbursed, Object promised) {
    return new TableBook()
        .row("Đơn vị tính: triệu đồng")
        .row(
            "STT",
            "Tên dự án",
            "Khối lượng thực hiện",
            "Giá trị nghiệm thu",
            "Giải ngân lũy kế",
            "Đăng ký tháng sau",
            "Ước đến 31/12",
            "Ước đến 31/01 năm sau",
            "Khó khăn, vướng mắc")
        .row(
            1,
            IntakeWorld.NAMES.get(1),
            900,
            800,
            disbursed,
            promised,
            9_000,
            10_000,
            "Chờ mặt bằng")
        .bytes();
  }

  @Test
  @Order(5)
  void whatAnOwnerReportsIsKeptBesideTheTreasurysAndComparedWithIt() {
    Actor reporter = world.reporter();
    long without = world.stage(reporter, world.report("actual"), report(640, 300));
    Plan plan = world.read(reporter, without);
    assertThat(IntakeWorld.told(plan.problems()))
        .as("two sources and none told")
        .singleElement()
        .asString()
        .contains("có nhiều nguồn vốn");
    var mapping =
        world.as(reporter, () -> world.mappings().propose(world.intakes().one(without), "", null));
    world.read(
        reporter,
        without,
        new Mapping(
            mapping.tab(),
            mapping.from(),
            mapping.to(),
            mapping.unit(),
            mapping.notation(),
            IntakeWorld.BALANCE,
            mapping.columns(),
            mapping.seen()));
    assertThat(world.commit(reporter, without, null)).isEqualTo(1);
    assertThat(reported()).containsExactly("1 640000000 300000000 9000000000 Chờ mặt bằng");

    long changed = world.stage(reporter, world.report("actual"), report(650, 300));
    assertThat(world.planned(reporter, changed).rows(Plan.State.CHANGED)).isEqualTo(1);
    world.commit(reporter, changed, null);
    assertThat(reported()).hasSize(2);

    // A file without the other columns leaves what was said of them.
    byte[] narrow =
        new TableBook()
            .row("Đơn vị tính: triệu đồng")
            .row("STT", "Tên dự án", "Nguồn vốn", "Giải ngân lũy kế")
            .row(1, IntakeWorld.NAMES.get(1), POOL, 660)
            .bytes();
    long last = world.stage(reporter, world.report("actual"), narrow);
    world.read(reporter, last);
    world.commit(reporter, last, null);
    assertThat(reported().getLast()).isEqualTo("3 660000000 300000000 9000000000 Chờ mặt bằng");

    Actor clerk = world.clerk();
    byte[] treasury =
        new TableBook()
            .row("ĐVT: triệu đồng")
            .row("STT", "Mã dự án", "Nguồn vốn", "Tạm ứng", "KLHT")
            .row(1, "DA-0002", POOL, 0, 600)
            .bytes();
    long id = world.stage(clerk, world.cumulated(IntakeWorld.JULY), treasury);
    Plan.Sides sides = world.preview(clerk, world.read(clerk, id).intake().id()).sides();
    assertThat(sides).isEqualTo(new Plan.Sides(1, 1, 600_000_000, 660_000_000));
  }

  private static byte[] told(
      Object done, Object accepted, Object disbursed, @Nullable Object promised) {
    return new TableBook()
        .row("Đơn vị tính: triệu đồng")
        .row(
            "STT",
            "Tên dự án",
            "Nguồn vốn",
            "Kế hoạch vốn",
            "Giá trị khối lượng thực hiện",
            "Giá trị nghiệm thu",
            "Giải ngân lũy kế",
            "Đăng ký tháng sau")
        .row(1, IntakeWorld.NAMES.get(1), POOL, 10_000, 900, 800, 700, 100)
        .row(2, IntakeWorld.NAMES.get(2), POOL, 10_000, done, accepted, disbursed, promised)
        .bytes();
  }

  @Test
  @Order(5)
  void aReportThePageWouldRefuseIsToldCellByCellAndNotBooked() {
    Actor reporter = world.reporter();
    int kept = reported().size();
    Intake.What what = world.report("estimate");
    long id = world.stage(reporter, what, told(9_000, 19_000, "99.999,5", null));
    Plan plan = world.read(reporter, id);
    assertThat(IntakeWorld.told(plan.problems()))
        .hasSize(3)
        .anyMatch(s -> s.startsWith("Biểu 01!F4: DA-0003") && s.contains("19.000.000.000 đồng"))
        .anyMatch(s -> s.startsWith("Biểu 01!G4: DA-0003") && s.contains("vượt 89.999.500.000"))
        .anyMatch(s -> s.startsWith("Biểu 01!H4: DA-0003") && s.contains("Đăng ký giải ngân"));
    assertThat(plan.rows(Plan.State.BLOCKED)).as("only the row that is wrong").isEqualTo(1);
    assertThat(plan.written()).isEqualTo(1);
    assertThat(world.lines(reporter, id))
        .extracting(Plan.Line::place)
        .as("the cell of the figure that is shown")
        .containsExactly("Biểu 01!G3", "Biểu 01!G4");
    assertThatThrownBy(() -> world.commit(reporter, id, null)).isInstanceOf(Refusal.class);
    Acting.as(reporter, () -> world.intakes().drop(id));
    long promised = world.stage(reporter, what, told(900, 800, 9_500, 501));
    assertThat(IntakeWorld.told(world.read(reporter, promised).problems()))
        .singleElement()
        .asString()
        .startsWith("Biểu 01!H4")
        .contains("vượt 1.000.000 đồng", "đăng ký cộng với lũy kế");
    Acting.as(reporter, () -> world.intakes().drop(promised));
    assertThat(reported()).hasSize(kept);
  }

  @Test
  @Order(5)
  void aMonthThatCannotBeReportedOnThePageIsNotTakenInByFile() {
    Actor reporter = world.reporter();
    for (LocalDate day : List.of(LocalDate.of(2020, 1, 31), LocalDate.of(2020, 9, 1))) {
      Intake.What what =
          new Intake.What(Content.REPORT, world.firstOwner(), "", 2020, day, "actual", null, null);
      assertThatThrownBy(() -> world.stage(reporter, what, told(900, 800, 700, 100)))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal ->
                  assertThat(IntakeWorld.told(refusal.problems()))
                      .singleElement()
                      .asString()
                      .contains("không báo cáo được", "01/02/2020 đến 01/08/2020"));
    }
  }

  @Test
  @Order(5)
  void aReportBelowWhatTheTreasuryConfirmedIsAskedAboutAtItsCell() {
    Actor planner = world.planner();
    long line =
        Acting.call(
            Actor.system("test"),
            () -> world.ledger().line(world.projectId(2), world.pool(IntakeWorld.BALANCE)));
    Acting.as(
        Actor.system("test"),
        () ->
            world
                .ledger()
                .post(
                    Posting.ofLoad(IntakeWorld.JULY),
                    List.of(
                        Voucher.of(
                            Voucher.Paper.of("Kho bạc", "KB", "B1", LocalDate.of(2020, 7, 3)),
                            Voucher.Row.of(EntryKind.PAYMENT, line, 2_000_000)))));
    long id = world.stage(planner, world.report("estimate"), told(900, 800, 1, 100));
    Plan plan = world.read(planner, id);
    assertThat(IntakeWorld.told(plan.looks()))
        .anyMatch(s -> s.startsWith("Biểu 01!G4") && s.contains("thấp hơn Kho bạc"));
    assertThat(plan.isReady()).as("asked about, not refused").isTrue();
    Acting.as(planner, () -> world.intakes().drop(id));
  }

  private static List<String> reported() {
    return world
        .owner()
        .sql(
            """
            select concat_ws(' ', step, disbursed_vnd, promised_next_vnd, expected_31_12_vnd, difficulty)
              from capital.owner_report order by step
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  @Order(6)
  void anotherOwnersProjectIsNotFoundByWhoReports() {
    Actor reporter = world.reporter();
    byte[] others =
        new TableBook()
            .row("Đơn vị tính: triệu đồng")
            .row("STT", "Mã dự án", "Tên dự án", "Giải ngân")
            .row(1, "DA-0004", IntakeWorld.NAMES.get(3), 1)
            .bytes();
    Plan plan = world.read(reporter, world.stage(reporter, world.report("estimate"), others));
    assertThat(plan.rows(Plan.State.ASKED)).isEqualTo(1);
    List<IntakeMatchStore.Question> asked = world.questions(reporter, plan.intake().id());
    assertThat(asked.getFirst().near())
        .extracting(IntakeMatchStore.Near::name)
        .doesNotContain(IntakeWorld.NAMES.get(3));
  }
}
