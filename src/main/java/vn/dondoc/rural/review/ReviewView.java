package vn.dondoc.rural.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.assessment.Evidence;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.assessment.TypedFigure;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.form.Desk;
import vn.dondoc.rural.form.Status;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.SpokenRule;
import vn.dondoc.web.Page;

/**
 * Một tiêu chí của một xã, để xét.
 *
 * @param stage whose look it is
 * @param desk xã, kỳ
 * @param criterion tiêu chí
 * @param lines its indicators
 * @param problems what was wrong with what was sent
 * @param conflicts what somebody else wrote since it was looked at
 */
record ReviewView(
    Stage stage,
    Desk desk,
    Criterion criterion,
    List<Line> lines,
    List<ReviewProblem> problems,
    List<ReviewConflict> conflicts) {
  /**
   * Một chỉ tiêu, để xét.
   *
   * @param indicator chỉ tiêu
   * @param rule when it is met, in words
   * @param status where it stands
   * @param said what waits for this look; null when nothing does
   * @param mayJudge the viewer's body owns it
   * @param answer what the fields hold
   * @param told facts of the month, the latest first
   * @param before last month's claim
   * @param awaited whose result is waited for
   * @param evidence what is kept
   * @param problems what was wrong
   * @param conflict what somebody else wrote since
   * @param stood what was found of a claim before and still stands
   */
  record Line(
      Indicator indicator,
      String rule,
      Status status,
      @Nullable Told said,
      boolean mayJudge,
      ReviewForm.Answer answer,
      List<Told> told,
      @Nullable Told before,
      @Nullable Told awaited,
      List<Evidence> evidence,
      List<ReviewProblem> problems,
      @Nullable ReviewConflict conflict,
      @Nullable Told stood) {
    /** It waits for this look and the viewer may look. */
    boolean isOpen() {
      return mayJudge && (said != null || conflict != null);
    }

    String field(String name) {
      return ReviewForm.field(name, indicator.id());
    }

    boolean isWrong(String field) {
      return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    boolean isShifted() {
      return answer.sure() || problems.stream().anyMatch(ReviewProblem::isShifted);
    }
  }

  /** What a page is put together from. */
  record Ground(Stage stage, Desk desk, UnitMonth now, Set<Integer> mayJudge, Page page) {}

  /** What was sent, and what keeps it from being recorded. */
  record Sent(ReviewForm form, List<ReviewProblem> problems, List<ReviewConflict> conflicts) {
    static final Sent NOTHING = new Sent(new ReviewForm(Map.of()), List.of(), List.of());

    boolean isRefused() {
      return !problems.isEmpty() || !conflicts.isEmpty();
    }
  }

  static ReviewView of(Criterion criterion, Ground ground, Sent sent) {
    List<Line> lines = new ArrayList<>();
    for (Indicator indicator : criterion.indicators()) {
      lines.add(line(indicator, ground, sent));
    }
    return new ReviewView(
        ground.stage(), ground.desk(), criterion, lines, sent.problems(), sent.conflicts());
  }

  private static Line line(Indicator indicator, Ground ground, Sent sent) {
    int id = indicator.id();
    UnitMonth now = ground.now();
    Told said = ground.stage().waiting(now, id);
    ReviewConflict conflict = ReviewConflict.find(sent.conflicts(), indicator);
    return new Line(
        indicator,
        new SpokenRule(indicator, ground.page())
            .of(
                ground
                    .desk()
                    .yardstick()
                    .rule(indicator, now.group(), now.month().getYear())
                    .orElse(null)),
        Status.of(now, id),
        said,
        ground.mayJudge().contains(id),
        answer(
            sent.form().of(indicator),
            conflict == null ? said : conflict.seen(),
            conflict == null ? now.step(id) : conflict.mine().seen(),
            indicator),
        now.told(id),
        now.before().get(id),
        now.wait(id),
        now.evidence(id),
        sent.problems().stream().filter(problem -> problem.isOf(indicator)).toList(),
        conflict,
        now.stood(id));
  }

  /** What was wrong is told, and can be sent again. */
  private static ReviewForm.Answer answer(
      ReviewForm.@Nullable Answer sent, @Nullable Told said, int step, Indicator indicator) {
    if (sent != null) {
      return new ReviewForm.Answer(
          step,
          step,
          ReviewForm.Settled.NONE,
          sent.choice(),
          sent.figures(),
          sent.sure(),
          sent.note());
    }
    Map<String, String> figures = new LinkedHashMap<>();
    if (said != null) {
      Figures.byName(said.figures(), indicator)
          .forEach((part, figure) -> figures.put(part, TypedFigure.written(figure)));
    }
    return new ReviewForm.Answer(
        step, step, ReviewForm.Settled.NONE, ReviewForm.Choice.NONE, figures, false, "");
  }

  boolean isOpen() {
    return lines.stream().anyMatch(Line::isOpen);
  }

  String address() {
    return address(stage, desk, criterion);
  }

  static String address(Stage stage, Desk desk, Criterion criterion) {
    String path = stage.path() + "/" + desk.unit().id() + "/" + criterion.number();
    return path + "?ky=" + desk.month();
  }
}
