package vn.dondoc.task.life;

import java.beans.PropertyEditorSupport;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Days;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadRoom;

/** Ghi nhận một việc: asks for what it needs, records it, hands out its evidence. */
@Controller
class DeedPage {
  private static final String SECTION = "task";
  private static final String READ = "task.read";

  private final Duties duties;
  private final TaskLives lives;
  private final DeedReading reading;
  private final Pages pages;

  DeedPage(Duties duties, TaskLives lives, DeedReading reading, Pages pages) {
    this.duties = duties;
    this.lives = lives;
    this.reading = reading;
    this.pages = pages;
  }

  @Bean
  static UploadRoom evidenceRoom() {
    return new UploadRoom("/nhiem-vu/phan/", EvidenceFile.MOST, EvidenceFile.LIMIT);
  }

  /** Addresses write a deed as the database does. */
  @InitBinder
  void deeds(WebDataBinder binder) {
    binder.registerCustomEditor(
        FactKind.class,
        new PropertyEditorSupport() {
          @Override
          public void setAsText(String text) {
            if (!text.equals(text.toLowerCase(Locale.ROOT))) {
              throw new IllegalArgumentException(text);
            }
            setValue(FactKind.valueOf(text.toUpperCase(Locale.ROOT)));
          }
        });
  }

  @GetMapping("/nhiem-vu/phan/{duty}/{deed}")
  ModelAndView ask(@PathVariable long duty, @PathVariable FactKind deed) {
    require(deed);
    DutyView view = lives.one(duty);
    DeedForm form =
        DeedForm.empty(
            view.duty().step(),
            deed == FactKind.GRANT_EXTENSION ? Days.written(view.askedUntil()) : "");
    return form(view, deed, form, view.may(deed) ? List.of() : reasons(view.duty(), deed));
  }

  /** Why a deed is not possible, told before anything is typed. */
  private List<String> reasons(Duty duty, FactKind deed) {
    LocalDate due = duty.due();
    LocalDate today = duties.today();
    LocalDate later = due == null || due.isBefore(today) ? today : due;
    Deed tried =
        deed.needsDay()
            ? Deed.until(deed, duty.step(), later.plusDays(1), deed.code())
            : Deed.of(deed, duty.step(), deed.code());
    Page page = pages.page(SECTION);
    return duties.problemsOf(duty, tried).stream().map(page.texts()::tell).toList();
  }

  @PostMapping("/nhiem-vu/phan/{duty}/{deed}")
  ModelAndView record(
      @PathVariable long duty,
      @PathVariable FactKind deed,
      @ModelAttribute DeedForm form,
      RedirectAttributes attributes) {
    require(deed);
    DutyView view = lives.one(duty);
    Page page = pages.page(SECTION);
    try {
      duties.checkWho(view.duty(), deed);
      Deed read = reading.read(deed, form);
      if (form.isForWhole()) {
        duties.recordTogether(duty, read);
      } else {
        duties.record(duty, read);
      }
    } catch (Refusal refusal) {
      // What was typed comes back; the step is the present one, so that it can be sent again.
      List<String> problems = refusal.problems().stream().map(page.texts()::tell).toList();
      ModelAndView again = form(lives.one(duty), deed, form, problems);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    attributes.addFlashAttribute(
        Pages.NOTICE,
        page.t("task.life.recorded", page.t("task.deed." + deed.code()), view.duty().taskCode()));
    return new ModelAndView("redirect:" + after(view.duty()));
  }

  /** A body that refused what was handed to it does not see the task any more. */
  private String after(Duty before) {
    Optional<Duty> now = duties.find(before.id());
    if (now.isEmpty()) {
      return "/nhiem-vu";
    }
    boolean moved = now.get().state() == State.TRANSFERRED;
    return "/nhiem-vu/" + before.taskId() + (moved ? "" : "?phan=" + before.id()) + "#phan";
  }

  private ModelAndView form(DutyView view, FactKind deed, DeedForm form, List<String> problems) {
    DeedView shown =
        new DeedView(
            view,
            deed,
            form,
            duties.together(view.duty(), deed).size(),
            deed == FactKind.HAND_BACK ? lives.bodyNames() : List.of(),
            problems);
    return pages.show("task/life/deed", SECTION, Map.of("view", shown));
  }

  private static void require(FactKind deed) {
    Rights.require(READ);
    boolean decides = Acting.current().may(DeedRules.CONFIRM);
    switch (deed.who()) {
      case DOER -> Rights.require(DeedRules.REPORT);
      case OFFICE -> Rights.require(DeedRules.CONFIRM);
      case COMPETENT -> Rights.require(decides ? DeedRules.CONFIRM : DeedRules.REPORT);
    }
  }

  @GetMapping("/nhiem-vu/minh-chung/{id}")
  ResponseEntity<byte[]> evidence(@PathVariable long id) {
    Rights.require(READ);
    EvidenceFile file =
        duties
            .evidence(id)
            .orElseThrow(
                () -> Refusal.of(LifeRefusal.NO_FILE, Long.toString(id), Long.toString(id)));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(file.content());
  }
}
