package vn.dondoc.rural.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Sending;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.form.Desk;
import vn.dondoc.rural.form.Desks;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Thẩm tra, thẩm định: the queue of each, and one criterion of one commune to look at. */
@Controller
class StagePage {
  private static final String SECTION = "rural";
  private static final String VERIFY = "/nong-thon-moi/tham-tra";
  private static final String APPRAISE = "/nong-thon-moi/tham-dinh";
  private static final String ONE = "/{unit}/{criterion}";

  private final QueueStore queue;
  private final Desks desks;
  private final Assessments assessments;
  private final ReviewScope scope;
  private final Pages pages;

  StagePage(
      QueueStore queue, Desks desks, Assessments assessments, ReviewScope scope, Pages pages) {
    this.queue = queue;
    this.desks = desks;
    this.assessments = assessments;
    this.scope = scope;
    this.pages = pages;
  }

  @GetMapping({VERIFY, APPRAISE})
  ModelAndView list(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Stage stage = allowed(request);
    QueueView view = view(stage, asked, false);
    return pages.show("rural/review/queue", SECTION, Map.of("view", view));
  }

  @GetMapping({VERIFY + "/xuat", APPRAISE + "/xuat"})
  void export(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Stage stage = allowed(request);
    QueueView view = view(stage, asked, true);
    Page page = pages.page(SECTION);
    String name = stage == Stage.VERIFY ? "cho-tham-tra.xlsx" : "cho-tham-dinh.xlsx";
    SheetFile.named(response, name);
    Sheets.write(
        response.getOutputStream(), view.head(page), view.columns(page), view.lines().stream());
  }

  @GetMapping({VERIFY + ONE, APPRAISE + ONE})
  ModelAndView one(
      @PathVariable String unit,
      @PathVariable String criterion,
      @RequestParam(name = "ky", defaultValue = "") String month,
      HttpServletRequest request) {
    Stage stage = allowed(request);
    Desk desk = desk(stage, unit, month);
    return show(stage, desk, desk.criterion(criterion), ReviewView.Sent.NOTHING);
  }

  @PostMapping({VERIFY + ONE, APPRAISE + ONE})
  ModelAndView record(
      @PathVariable String unit,
      @PathVariable String criterion,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes attributes,
      HttpServletRequest request) {
    Stage stage = allowed(request);
    String month = java.util.Objects.requireNonNullElse(fields.getFirst("ky"), "");
    Desk desk = desk(stage, unit, month);
    Criterion one = desk.criterion(criterion);
    ReviewForm form = ReviewForm.of(one, fields);
    ReviewForm.Reading reading =
        form.read(stage, one, assessments.month(desk.unit().id(), desk.month()));
    ReviewView.Sent sent = record(stage, desk, one, form, reading);
    if (!sent.isRefused()) {
      String told = reading.reports().isEmpty() ? "rural.review.kept" : "rural.review.recorded";
      attributes.addFlashAttribute(
          Pages.NOTICE, pages.page(SECTION).t(told, reading.reports().size()));
      return new ModelAndView("redirect:" + ReviewView.address(stage, desk, one));
    }
    ModelAndView shown = show(stage, desk, one, sent);
    shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return shown;
  }

  /** Records it all; tells what keeps it from being recorded. */
  private ReviewView.Sent record(
      Stage stage, Desk desk, Criterion criterion, ReviewForm form, ReviewForm.Reading reading) {
    if (reading.reports().isEmpty()) {
      return form.keepsTheirs()
          ? ReviewView.Sent.NOTHING
          : new ReviewView.Sent(
              form,
              List.of(ReviewProblem.ofForm(Problem.at("", ReviewRefusal.NOTHING_CHOSEN.key()))),
              List.of());
    }
    List<Problem> wrong = wrong(stage, desk, criterion, form, reading.reports());
    boolean clear = reading.problems().isEmpty() && wrong.isEmpty();
    if (clear && conflicts(stage, desk, criterion, form).isEmpty()) {
      try {
        assessments.record(Sending.ofPage(null), reading.reports());
        return ReviewView.Sent.NOTHING;
      } catch (Refusal refusal) {
        return refused(stage, desk, criterion, form, reading.with(refusal.problems(), criterion));
      }
    }
    return refused(stage, desk, criterion, form, reading.with(wrong, criterion));
  }

  /** What is wrong with each report: its own problems, else that the page does not offer it. */
  private List<Problem> wrong(
      Stage stage, Desk desk, Criterion criterion, ReviewForm form, List<Report> reports) {
    UnitMonth now = assessments.month(desk.unit().id(), desk.month());
    List<List<Problem>> each = assessments.problemsOfEach(reports);
    List<Problem> wrong = new ArrayList<>();
    for (int at = 0; at < reports.size(); at++) {
      wrong.addAll(each.get(at));
      int id = reports.get(at).indicatorId();
      ReviewForm.Answer answer = form.answers().get(id);
      if (each.get(at).isEmpty()
          && (answer == null || stage.waiting(now, id, answer.seen()) == null)) {
        wrong.add(notWaiting(desk, criterion, id));
      }
    }
    return wrong;
  }

  private static Problem notWaiting(Desk desk, Criterion criterion, int indicator) {
    String number =
        criterion.indicators().stream()
            .filter(one -> one.id() == indicator)
            .map(Indicator::number)
            .findFirst()
            .orElseThrow();
    return Problem.at(
        desk.unit().name() + " · " + number,
        ReviewRefusal.NOT_WAITING.key(),
        number,
        desk.period());
  }

  /**
   * Told with what stands now: where somebody else wrote since, both are shown, and no sentence.
   */
  private ReviewView.Sent refused(
      Stage stage, Desk desk, Criterion criterion, ReviewForm form, List<ReviewProblem> problems) {
    List<ReviewConflict> conflicts = conflicts(stage, desk, criterion, form);
    List<ReviewProblem> told = new ArrayList<>();
    for (ReviewProblem problem : problems) {
      boolean shown = ReviewConflict.find(conflicts, problem.indicator()) != null;
      boolean raced = problem.indicator() == null && problem.isRaced() && !conflicts.isEmpty();
      if (!shown && !raced) {
        told.add(problem);
      }
    }
    return new ReviewView.Sent(form, told, conflicts);
  }

  private List<ReviewConflict> conflicts(
      Stage stage, Desk desk, Criterion criterion, ReviewForm form) {
    UnitMonth now = assessments.month(desk.unit().id(), desk.month());
    return ReviewConflict.among(stage, criterion, now, form);
  }

  private static Stage allowed(HttpServletRequest request) {
    Stage stage = Stage.of(request);
    Rights.require(stage.right());
    return stage;
  }

  private Desk desk(Stage stage, String unit, String asked) {
    YearMonth month = desks.month(asked);
    return desks.open(unit, month, scope.communes(stage, month));
  }

  private QueueView view(Stage stage, Map<String, String> asked, boolean whole) {
    Map<Integer, Indicator> indicators = scope.indicators();
    List<Place> communes = scope.communes(stage);
    QueueFilter filter =
        QueueFilter.of(asked, communes, scope.mine(stage, indicators), scope::criteria);
    List<QueueStore.Line> found = whole ? queue.all(stage, filter) : queue.page(stage, filter);
    boolean more = !whole && found.size() > QueueStore.PAGE;
    List<QueueStore.Line> lines = more ? found.subList(0, QueueStore.PAGE) : found;
    return new QueueView(
        stage,
        filter,
        asked,
        lines,
        whole ? found.size() : queue.count(stage, filter),
        more ? lines.getLast().id() : null,
        communes,
        scope.titles(),
        indicators);
  }

  private ModelAndView show(Stage stage, Desk desk, Criterion criterion, ReviewView.Sent sent) {
    UnitMonth now = assessments.month(desk.unit().id(), desk.month());
    Set<Integer> mayJudge =
        stage == Stage.VERIFY
            ? criterion.indicators().stream().map(Indicator::id).collect(Collectors.toSet())
            : assessments.appraisable(criterion.indicators());
    ReviewView view =
        ReviewView.of(
            criterion,
            new ReviewView.Ground(stage, desk, now, mayJudge, pages.page(SECTION)),
            sent);
    return pages.show("rural/review/criterion", SECTION, Map.of("view", view));
  }
}
