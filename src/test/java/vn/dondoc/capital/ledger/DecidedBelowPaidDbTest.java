package vn.dondoc.capital.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.Decision;
import vn.dondoc.project.NewDecision;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.project.Projects;

/** A project is not decided below what is paid for it; both figures are told. */
class DecidedBelowPaidDbTest {
  private static final long BILLION = ReviewWorld.BILLION;
  private static final LocalDate MARCH = LocalDate.of(2020, 3, 2);
  private static ReviewWorld world;

  @BeforeAll
  static void start() {
    world = ReviewWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void totalAdjustedBelowWhatIsPaidIsRefusedAndTheLastDongIsNot() {
    long project = paid("Dự án hạ tổng mức mẫu");
    assertThat(decide(project, total("QĐ hạ mẫu", ReviewWorld.DAY, 6 * BILLION - 1)))
        .containsExactly(
            "Tổng mức đầu tư 5.999.999.999 đồng thấp hơn số đã giải ngân: đến hết 14/08/2020 dự án đã"
                + " giải ngân 6.000.000.000 đồng, vượt 1 đồng. Kiểm tra lại giá trị và ngày ký; nếu"
                + " đúng, ghi khoản thu hồi vào sổ vốn trước.");
    assertThat(decisions(project)).hasSize(1);
    assertThat(decide(project, total("QĐ hạ mẫu", ReviewWorld.DAY, 6 * BILLION))).isEmpty();
  }

  @Test
  void everyOtherProblemOfTheDecisionIsToldWithIt() {
    long project = paid("Dự án nhiều lỗi mẫu");
    assertThat(decide(project, total("", ReviewWorld.DAY, BILLION))).hasSize(2);
  }

  @Test
  void decisionIsNotCorrectedBelowWhatIsPaidNorTakenBack() {
    long project = paid("Dự án sửa tổng mức mẫu");
    long first = decisions(project).getFirst().id();
    assertThat(correct(project, first, total("QĐ sửa mẫu", LocalDate.of(2020, 1, 2), BILLION)))
        .singleElement()
        .asString()
        .contains("1.000.000.000 đồng", "đến hết 02/03/2020", "6.000.000.000 đồng");
    assertThat(correct(project, first, null))
        .singleElement()
        .asString()
        .contains("Không còn quyết định nào cho tổng mức đầu tư", "đến hết 02/03/2020");
    assertThat(correct(project, first, total("QĐ sửa mẫu", LocalDate.of(2020, 1, 2), 9 * BILLION)))
        .isEmpty();
  }

  @Test
  void whatIsPaidBackIsNotCountedAgainstATotalOfALaterDay() {
    long project = paid("Dự án hoàn trả mẫu");
    world.book(EntryKind.REFUND, line(project), ReviewWorld.DAY.minusDays(1), 2 * BILLION);
    assertThat(decide(project, total("QĐ hạ mẫu", ReviewWorld.DAY, 4 * BILLION))).isEmpty();
  }

  @Test
  void valueSettledBelowWhatIsPaidIsRecordedForTheMoneyIsOrderedBack() {
    long project = paid("Dự án quyết toán thấp mẫu");
    NewDecision settled =
        new NewDecision("settlement", "QT thấp mẫu", ReviewWorld.DAY, "Sở mẫu", 5 * BILLION, null);
    assertThat(decide(project, settled)).isEmpty();
  }

  private static long paid(String name) {
    long project = world.project(name, ProjectWorld.BOARD, null);
    long line = world.line(project, ReviewWorld.LOCAL, 10 * BILLION, LocalDate.of(2020, 1, 15));
    world.book(EntryKind.PAYMENT, line, MARCH, 6 * BILLION);
    return project;
  }

  private static long line(long project) {
    return world
        .projects()
        .owner()
        .sql("select id from capital.line where project_id = :project")
        .param("project", project)
        .query(Long.class)
        .single();
  }

  private static NewDecision total(String number, LocalDate signed, long vnd) {
    return new NewDecision("adjustment", number, signed, "UBND tỉnh mẫu", vnd, null);
  }

  private static List<String> decide(long project, NewDecision said) {
    return ReviewWorld.told(world.planning(), () -> projects().decide(project, said));
  }

  private static List<String> correct(long project, long decision, @Nullable NewDecision instead) {
    return ReviewWorld.told(
        world.planning(), () -> projects().correct(project, decision, instead, "sửa (mẫu)"));
  }

  private static List<Decision> decisions(long project) {
    return Acting.call(world.planning(), () -> projects().decisions(project));
  }

  private static Projects projects() {
    return world.projects().projects();
  }
}
