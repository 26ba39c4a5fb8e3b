package vn.dondoc.rural.form;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.assessment.Attachment;
import vn.dondoc.rural.assessment.Evidence;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadRoom;

/** Tự đánh giá: which criteria a commune has to tell of, and the form of each. */
@Controller
class ClaimPage {
  private static final String SECTION = "rural";
  private static final String CLAIM = "rural.claim";
  private static final String EVIDENCE = "rural.evidence";
  private static final String CRITERION = Desk.PATH + "/{unit}/{criterion}";

  private final Desks desks;
  private final Entries entries;
  private final Assessments assessments;
  private final Pages pages;

  ClaimPage(Desks desks, Entries entries, Assessments assessments, Pages pages) {
    this.desks = desks;
    this.entries = entries;
    this.assessments = assessments;
    this.pages = pages;
  }

  @Bean
  static UploadRoom ruralEvidenceRoom() {
    return new UploadRoom(Desk.PATH + "/", Attachment.MOST, Attachment.LIMIT);
  }

  @GetMapping(Desk.PATH)
  ModelAndView list(
      @RequestParam(name = "don-vi", defaultValue = "") String unit,
      @RequestParam(name = "ky", defaultValue = "") String asked) {
    Rights.require(CLAIM);
    YearMonth month = begun(asked);
    var communes = desks.communes(month);
    if (unit.isBlank() && communes.size() != 1) {
      ChoiceView choice = new ChoiceView(month, communes);
      return pages.show("rural/form/choice", SECTION, Map.of("view", choice));
    }
    String chosen = unit.isBlank() ? Integer.toString(communes.getFirst().id()) : unit;
    Desk desk = opened(chosen, month);
    UnitMonth now = assessments.month(desk.unit().id(), month);
    return pages.show(
        "rural/form/list", SECTION, Map.of("view", new ListView(desk, now, communes)));
  }

  @GetMapping(CRITERION)
  ModelAndView one(
      @PathVariable String unit,
      @PathVariable String criterion,
      @RequestParam(name = "ky", defaultValue = "") String asked,
      @RequestParam(name = "da-gui", defaultValue = "") String sent) {
    Rights.require(CLAIM);
    Desk desk = opened(unit, begun(asked));
    EntryForm empty = new EntryForm(UUID.randomUUID(), Map.of());
    EntryView view = view(desk, desk.criterion(criterion), empty, Outcome.NONE);
    return show(sent.isEmpty() ? view : view.afterSending());
  }

  @PostMapping(CRITERION)
  ModelAndView send(
      @PathVariable String unit,
      @PathVariable String criterion,
      @RequestParam(name = "ky", defaultValue = "") String asked,
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request) {
    Rights.require(CLAIM);
    Desk desk = desks.open(unit, desks.month(asked));
    Criterion one = desk.criterion(criterion);
    EntryForm form = EntryForm.of(one, fields, files(request));
    Outcome outcome = entries.send(desk, one, form);
    if (outcome.written()) {
      return new ModelAndView("redirect:" + desk.address(one) + "&da-gui=" + outcome.count());
    }
    ModelAndView again = show(view(desk, one, form, outcome));
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  /** Takes back what was sent of one indicator and nobody has looked at yet. */
  @PostMapping(CRITERION + "/rut")
  ModelAndView withdraw(
      @PathVariable String unit,
      @PathVariable String criterion,
      @RequestParam(name = "ky", defaultValue = "") String asked,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes attributes) {
    Rights.require(CLAIM);
    Desk desk = desks.open(unit, desks.month(asked));
    Criterion one = desk.criterion(criterion);
    Indicator indicator = indicator(one, fields.getFirst("chi-tieu"), desk);
    Outcome outcome = entries.withdraw(desk, indicator, EntryForm.withdrawal(indicator, fields));
    if (outcome.written()) {
      attributes.addFlashAttribute(
          Pages.NOTICE, pages.page(SECTION).t("rural.entry.withdrawn", indicator.number()));
      return new ModelAndView("redirect:" + desk.address(one) + "#" + Field.anchor(indicator.id()));
    }
    EntryForm empty = new EntryForm(UUID.randomUUID(), Map.of());
    ModelAndView again = show(view(desk, one, empty, outcome));
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  private static Indicator indicator(Criterion criterion, @Nullable String id, Desk desk) {
    return criterion.indicators().stream()
        .filter(indicator -> Integer.toString(indicator.id()).equals(id))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(FormRefusal.NO_INDICATOR, "chi-tieu", criterion.number(), desk.period()));
  }

  /** The same for the page's own script, which keeps what could not be sent. */
  @PostMapping(value = CRITERION, headers = "X-Requested-With=fetch")
  ResponseEntity<Map<String, Object>> sendQuietly(
      @PathVariable String unit,
      @PathVariable String criterion,
      @RequestParam(name = "ky", defaultValue = "") String asked,
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request) {
    Rights.require(CLAIM);
    Desk desk = desks.open(unit, desks.month(asked));
    Criterion one = desk.criterion(criterion);
    Outcome outcome = entries.send(desk, one, EntryForm.of(one, fields, files(request)));
    return ResponseEntity.status(
            outcome.written() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .body(new Answer(desk, one, outcome, pages.page(SECTION)).told());
  }

  /** Whether the line is back, who is signed in, and the token what was kept is sent with. */
  @GetMapping(Desk.PATH + "/phien")
  ResponseEntity<Map<String, Object>> session() {
    Rights.require(CLAIM);
    Page page = pages.page(SECTION);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("account", Acting.current().accountId());
    told.put("name", page.request().csrfParameter());
    told.put("token", page.request().csrf().get());
    return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(told);
  }

  /** What keeps copies of the forms in the browser, allowed for the list and all its forms. */
  @GetMapping(value = Desk.PATH + "/ngoai-tuyen.js", produces = "text/javascript")
  ResponseEntity<Resource> offline() {
    Rights.require(CLAIM);
    return ResponseEntity.ok()
        .header("Service-Worker-Allowed", Desk.PATH)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(new ClassPathResource("static/js/rural-offline.js"));
  }

  @GetMapping("/nong-thon-moi/minh-chung/{id}")
  ResponseEntity<byte[]> evidence(@PathVariable long id) {
    Rights.require(EVIDENCE);
    Evidence.Content file = assessments.evidence(id);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(file.bytes());
  }

  /** A month that has begun: nothing can be said of a later one. */
  private YearMonth begun(String asked) {
    YearMonth month = desks.month(asked);
    YearMonth now = desks.month("");
    if (month.isAfter(now)) {
      throw Refusal.of(FormRefusal.AHEAD, "ky", Desk.written(month), Desk.written(now));
    }
    return month;
  }

  /** The desk of a commune in a month it may report on. */
  private Desk opened(String unit, YearMonth month) {
    Desk desk = desks.open(unit, month);
    YearMonth first = assessments.opens(desk.unit().id());
    if (first != null && month.isBefore(first)) {
      throw Refusal.of(
          FormRefusal.NOT_OPEN, "ky", desk.period(), desk.unit().titled(), Desk.written(first));
    }
    return desk;
  }

  private EntryView view(Desk desk, Criterion criterion, EntryForm form, Outcome outcome) {
    UnitMonth now = assessments.month(desk.unit().id(), desk.month());
    return EntryView.of(
        desk,
        criterion,
        now,
        new EntryView.Sent(form, outcome, claim -> assessments.mayWithdraw(now.unitId(), claim)),
        pages.page(SECTION));
  }

  private ModelAndView show(EntryView view) {
    return pages.show("rural/form/criterion", SECTION, Map.of("view", view));
  }

  private static MultiValueMap<String, MultipartFile> files(HttpServletRequest request) {
    MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
    return parts == null ? new LinkedMultiValueMap<>() : parts.getMultiFileMap();
  }

  /** What became of a sending, for the page's script. */
  private record Answer(Desk desk, Criterion criterion, Outcome outcome, Page page) {
    Map<String, Object> told() {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("state", outcome.written() ? "ok" : outcome.isNothing() ? "nothing" : "asked");
      told.put("count", outcome.count());
      told.put("next", desk.address(criterion) + "&da-gui=" + outcome.count());
      List<Map<String, Object>> problems = new ArrayList<>();
      for (FieldProblem problem : outcome.problems()) {
        problems.add(
            Map.of(
                "indicator", problem.indicatorId(),
                "number", problem.number(),
                "field", problem.field(),
                "shifted", problem.isShifted(),
                "text", page.texts().tell(problem.problem()),
                "told", problem.told(page)));
      }
      told.put("problems", problems);
      told.put("conflicts", outcome.conflicts().stream().map(this::told).toList());
      return told;
    }

    private Map<String, Object> told(Conflict conflict) {
      return Map.of(
          "indicator", conflict.indicator().id(),
          "number", conflict.indicator().number(),
          "step", conflict.step(),
          "text", page.t("rural.entry.conflict.short", conflict.indicator().number()),
          "by", EntryWords.by(conflict, page),
          "theirs", conflict.theirs().written(conflict.indicator(), page),
          "mine", conflict.mine().written(conflict.indicator(), page),
          "figures", conflict.theirs().typed(conflict.indicator()));
    }
  }
}
