package vn.dondoc.capital.reallocation.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.capital.reallocation.Scenario;
import vn.dondoc.capital.reallocation.Scenarios;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.capital.reallocation.reading.Reading;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Đề xuất điều chuyển: put forward, read, decided, withdrawn; its papers. */
@Controller
class SubmissionPage {
  static final String PATH = "/von/dieu-chuyen/de-xuat";
  private static final String SECTION = "capital";
  private static final String READ = "capital.read";
  private static final String PLAN = "capital.plan";
  private static final String DECIDE = "capital.decide";
  private static final String CONFIRM = "/von/dieu-chuyen/{id:\\d{1,18}}/xac-nhan";
  private static final String ONE = PATH + "/{id:\\d{1,18}}";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PAPER_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Submissions submissions;
  private final Scenarios scenarios;
  private final Reading reading;
  private final SubmissionPaper papers;
  private final Pages pages;

  SubmissionPage(
      Submissions submissions,
      Scenarios scenarios,
      Reading reading,
      SubmissionPaper papers,
      Pages pages) {
    this.submissions = submissions;
    this.scenarios = scenarios;
    this.reading = reading;
    this.papers = papers;
    this.pages = pages;
  }

  @GetMapping(CONFIRM)
  ModelAndView form(@PathVariable long id) {
    Rights.require(READ);
    Rights.require(PLAN);
    return form(scenarios.required(id), new SubmissionForm(Map.of()), List.of());
  }

  private ModelAndView form(Scenario scenario, SubmissionForm form, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("scenario", scenario);
    Solved solved = submissions.plan(scenario);
    model.put("solved", solved);
    model.put("words", reading.words(pages.page(SECTION).texts(), solved.job()));
    model.put("form", form);
    model.put("problems", problems);
    return pages.show("capital/reallocation/submission/confirm", SECTION, model, problems);
  }

  @PostMapping(CONFIRM)
  ModelAndView confirm(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(PLAN);
    Scenario scenario = scenarios.required(id);
    SubmissionForm form = new SubmissionForm(typed);
    long made;
    try {
      made = submissions.confirm(id, form.number("lan"), form.value("words"), form.grounds());
    } catch (Refusal refusal) {
      if (refusal.code() == SubmissionRefusal.NO_PLAN) {
        throw refusal;
      }
      return form(scenario, form, refusal.problems());
    }
    after.addFlashAttribute(Pages.NOTICE, pages.page(SECTION).t("capital.submission.made"));
    return new ModelAndView("redirect:" + PATH + "/" + made);
  }

  @GetMapping(ONE)
  ModelAndView one(
      @PathVariable long id, @RequestParam(name = "cap", defaultValue = "") String authority) {
    Rights.require(READ);
    Submission submission = submissions.required(id);
    MoveRules law = scenarios.law(submission.year());
    return one(submission, SubmissionForm.of(submission, law, authority), List.of());
  }

  private ModelAndView one(Submission submission, SubmissionForm form, List<Problem> problems) {
    MoveRules law = scenarios.law(submission.year());
    boolean decides = submission.isOpen() && pages.page(SECTION).may(DECIDE);
    boolean late = SubmissionForm.isLate(submission, law, scenarios.today());
    DecisionView view =
        new DecisionView(
            law,
            decides,
            SubmissionForm.deciding(submission, law),
            SubmissionForm.mediumTerm(submission, law),
            decides ? submissions.changes(submission) : new Changes(List.of()),
            late || problems.stream().anyMatch(one -> one.place().equals("late")),
            problems.stream().anyMatch(one -> one.place().startsWith("m-")),
            submissions.aboveCeilings(submission));
    return pages.show(
        "capital/reallocation/submission/one",
        SECTION,
        Map.of(
            "submission",
            submission,
            "form",
            form.offering(problems),
            "view",
            view,
            "faults",
            Faults.of(submission, decides, problems)),
        problems);
  }

  @PostMapping(ONE + "/quyet-dinh")
  ModelAndView decide(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(DECIDE);
    SubmissionForm form = new SubmissionForm(typed);
    try {
      submissions.decide(id, form.decision(submissions.required(id)));
    } catch (Refusal refusal) {
      return refused(id, form, refusal);
    }
    return done(id, "capital.submission.decided", after);
  }

  @PostMapping(ONE + "/rut")
  ModelAndView withdraw(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(PLAN);
    SubmissionForm form = new SubmissionForm(typed);
    try {
      submissions.withdraw(id, form.value("why"));
    } catch (Refusal refusal) {
      return refused(id, form, refusal);
    }
    return done(id, "capital.submission.withdrawn", after);
  }

  private ModelAndView refused(long id, SubmissionForm form, Refusal refusal) {
    if (refusal.code().isMissing()) {
      throw refusal;
    }
    return one(submissions.required(id), form, refusal.problems());
  }

  private ModelAndView done(long id, String said, RedirectAttributes after) {
    after.addFlashAttribute(Pages.NOTICE, pages.page(SECTION).t(said));
    return new ModelAndView("redirect:" + PATH + "/" + id);
  }

  @GetMapping(ONE + "/to-trinh")
  void paper(@PathVariable long id, HttpServletResponse response) throws IOException {
    Rights.require(READ);
    Submission submission = submissions.whole(id);
    send(response, PAPER_TYPE, "to-trinh-dieu-chuyen-von-" + id + ".docx");
    papers.paper(submission).write(response.getOutputStream());
  }

  @GetMapping(ONE + "/phu-luc")
  void sheet(@PathVariable long id, HttpServletResponse response) throws IOException {
    Rights.require(READ);
    Submission submission = submissions.whole(id);
    send(response, SHEET_TYPE, "phu-luc-dieu-chuyen-von-" + id + ".xlsx");
    SubmissionSheet.write(response.getOutputStream(), submission, pages.page(SECTION));
  }

  private static void send(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
