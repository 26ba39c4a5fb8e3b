package vn.dondoc.capital.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.staging.IntakeMappings;
import vn.dondoc.capital.intake.staging.IntakeWorker;
import vn.dondoc.capital.intake.staging.Job;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadedName;

/** Nhập tệp: sent in, how far it has come, and how it ends. */
@Controller
class IntakePage {
  static final String PATH = "/von/nhap";
  static final String SECTION = "capital";

  private final Intakes intakes;
  private final IntakePapers papers;
  private final IntakeTurning turning;
  private final IntakeMappings mappings;
  private final IntakeWorker worker;
  private final IntakeSenders senders;
  private final Pages pages;

  IntakePage(
      Intakes intakes,
      IntakePapers papers,
      IntakeTurning turning,
      IntakeMappings mappings,
      IntakeWorker worker,
      IntakeSenders senders,
      Pages pages) {
    this.intakes = intakes;
    this.papers = papers;
    this.turning = turning;
    this.mappings = mappings;
    this.worker = worker;
    this.senders = senders;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> values) {
    return list(values, List.of());
  }

  private ModelAndView list(Map<String, String> values, List<String> problems) {
    Rights.require(Intakes.READ);
    List<Content> contents = Arrays.stream(Content.values()).filter(Intakes::may).toList();
    String asked = values.getOrDefault(IntakeForm.CONTENT, "");
    Content content =
        contents.stream()
            .filter(one -> one.code().equals(asked))
            .findFirst()
            .orElse(contents.isEmpty() ? Content.TREASURY : contents.getFirst());
    List<Intake> latest = intakes.latest();
    return pages.show(
        "capital/intake/list",
        SECTION,
        Map.of(
            "view",
            new IntakeListView(
                new IntakeForm(content, values),
                contents,
                contents.isEmpty() ? List.of() : senders.of(content),
                latest,
                senders.names(latest.stream().map(one -> one.what().senderId()).toList()),
                problems)));
  }

  @PostMapping(PATH)
  ModelAndView stage(
      @RequestParam("tep") MultipartFile file, @RequestParam Map<String, String> values)
      throws IOException {
    Content content =
        Arrays.stream(Content.values())
            .filter(one -> one.code().equals(values.get(IntakeForm.CONTENT)))
            .filter(Intakes::may)
            .findFirst()
            .orElse(null);
    if (content == null) {
      Rights.require(Intakes.PLAN);
      content = Content.TREASURY;
    }
    try {
      String name = UploadedName.of(file, "?");
      if (file.isEmpty() || file.getSize() > IntakeListView.LARGEST_BYTES) {
        throw Refusal.of(IntakeRefusal.FILE, name, name, IntakeListView.LARGEST_BYTES >> 20);
      }
      long id = intakes.stage(new IntakeForm(content, values).what(), name, file.getBytes());
      worker.nudge();
      return new ModelAndView("redirect:" + PATH + "/" + id);
    } catch (Refusal refusal) {
      ModelAndView again = list(values, told(refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView show(@PathVariable long id, @RequestParam Map<String, String> values) {
    Rights.require(Intakes.READ);
    Intake intake = intakes.one(id);
    Job job = mappings.job(intake).orElse(null);
    if (job != null && intake.isWaiting() && (job.isGoingOn() || job.isFailed())) {
      return progress(intake, job);
    }
    if (intake.reading() == null) {
      return intake.isWaiting() && Intakes.may(intake.what().content())
          ? new ModelAndView("redirect:" + intake.path() + "/ghep")
          : progress(intake, job);
    }
    return report(id, values, List.of());
  }

  private ModelAndView progress(Intake intake, @Nullable Job job) {
    Map<String, Object> model = new HashMap<>();
    model.put("intake", intake);
    model.put("job", job);
    return pages.show("capital/intake/progress", SECTION, model);
  }

  /** What the page asks for again and again; when the work is done the page is loaded anew. */
  @GetMapping(PATH + "/{id}/tien-do")
  ModelAndView ask(@PathVariable long id, HttpServletResponse response) {
    Rights.require(Intakes.READ);
    Intake intake = intakes.one(id);
    Job job = mappings.job(intake).orElse(null);
    if (job == null || !job.isGoingOn()) {
      response.setHeader("HX-Refresh", "true");
    }
    Map<String, Object> model = new HashMap<>();
    model.put("intake", intake);
    model.put("job", job);
    return pages.show("capital/intake/bar", SECTION, model);
  }

  private ModelAndView report(long id, Map<String, String> values, List<String> refusals) {
    Plan.State state = Plan.State.coded(values.getOrDefault("tinh-trang", ""));
    String after = values.getOrDefault("sau", "");
    IntakePlanStore.Asked asked =
        new IntakePlanStore.Asked(
            state == null ? null : state.code(),
            values.containsKey("lech"),
            after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0);
    Preview preview = intakes.preview(id, asked, IntakeView.LINES + 1);
    Intake intake = preview.plan().intake();
    List<Plan.Line> lines = preview.lines();
    boolean more = lines.size() > IntakeView.LINES;
    IntakeView.Shown shown =
        new IntakeView.Shown(asked, more ? lines.subList(0, IntakeView.LINES) : lines, more);
    return pages.show(
        "capital/intake/report",
        SECTION,
        Map.of(
            "view",
            new IntakeView(
                preview.plan(),
                preview.sides(),
                shown,
                preview.questions(),
                reading(preview),
                intake.isWaiting() && Intakes.may(intake.what().content()),
                senders.told(intake, refusals, Lowered.of(values)))));
  }

  private IntakeView.Reading reading(Preview preview) {
    Intake intake = preview.plan().intake();
    long reading = Objects.requireNonNull(intake.reading());
    return new IntakeView.Reading(
        preview.several(),
        preview.papers(),
        preview.fallen(),
        mappings.isRemembered(reading),
        intake.isWaiting() && mappings.listsVouchers(intake, mappings.mapping(reading)));
  }

  @PostMapping(PATH + "/{id}/chon")
  ModelAndView answer(@PathVariable long id, @RequestParam Map<String, String> values) {
    Rights.require(Intakes.READ);
    try {
      Map<Integer, Boolean> same = AnswerForm.papers(values);
      if (same.isEmpty()) {
        intakes.answer(id, AnswerForm.read(values), AnswerForm.several(values));
        worker.nudge();
      } else {
        papers.answer(id, same);
      }
      return new ModelAndView("redirect:" + PATH + "/" + id);
    } catch (Refusal refusal) {
      return refused(id, values, refusal);
    }
  }

  @PostMapping(PATH + "/{id}/ghi")
  ModelAndView commit(
      @PathVariable long id,
      @RequestParam Map<String, String> values,
      RedirectAttributes attributes) {
    Rights.require(Intakes.READ);
    Page page = pages.page(SECTION);
    try {
      int written = intakes.commit(id, Lowered.of(values));
      attributes.addFlashAttribute(
          Pages.NOTICE, page.t("capital.intake.committed", page.formats().count(written)));
      return new ModelAndView("redirect:" + PATH + "/" + id);
    } catch (Refusal refusal) {
      return refused(id, values, refusal);
    }
  }

  /**
   * A list of vouchers sent in as running totals is read as vouchers; the file stays as it came.
   */
  @PostMapping(PATH + "/{id}/chung-tu")
  ModelAndView vouchers(@PathVariable long id, RedirectAttributes attributes) {
    Rights.require(Intakes.READ);
    try {
      long next = turning.asVouchers(id);
      worker.nudge();
      attributes.addFlashAttribute(
          Pages.NOTICE, pages.page(SECTION).t("capital.intake.vouchers.turned"));
      return new ModelAndView("redirect:" + PATH + "/" + next);
    } catch (Refusal refusal) {
      return refused(id, Map.of(), refusal);
    }
  }

  @PostMapping(PATH + "/{id}/bo")
  ModelAndView drop(@PathVariable long id) {
    Rights.require(Intakes.READ);
    try {
      intakes.drop(id);
      return new ModelAndView("redirect:" + PATH);
    } catch (Refusal refusal) {
      return refused(id, Map.of(), refusal);
    }
  }

  private ModelAndView refused(long id, Map<String, String> values, Refusal refusal) {
    Intake intake = intakes.one(id);
    ModelAndView again =
        intake.reading() == null
            ? progress(intake, mappings.job(intake).orElse(null))
            : report(id, values, told(refusal));
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  private List<String> told(Refusal refusal) {
    Page page = pages.page(SECTION);
    return refusal.problems().stream().limit(IntakeView.PROBLEMS).map(page.texts()::tell).toList();
  }
}
