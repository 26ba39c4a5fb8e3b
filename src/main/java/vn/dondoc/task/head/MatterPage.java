package vn.dondoc.task.head;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.life.EvidenceFile;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadRoom;

/** Giải trình và kết luận về một vụ việc trong hồ sơ người đứng đầu. */
@Controller
class MatterPage {
  static final String PATH = HeadsPage.PATH + "/vu-viec/";

  private final Heads heads;
  private final Pages pages;

  MatterPage(Heads heads, Pages pages) {
    this.heads = heads;
    this.pages = pages;
  }

  @Bean
  static UploadRoom explanationRoom() {
    return new UploadRoom(PATH, EvidenceFile.MOST, EvidenceFile.LIMIT);
  }

  @GetMapping(PATH + "{duty}/giai-trinh")
  ModelAndView explain(@PathVariable long duty) {
    Rights.require(Heads.REPORT);
    return form(new MatterView(heads.matter(duty), false, MatterForm.empty(), List.of()));
  }

  @PostMapping(PATH + "{duty}/giai-trinh")
  ModelAndView explained(
      @PathVariable long duty, @ModelAttribute MatterForm form, RedirectAttributes attributes) {
    Rights.require(Heads.REPORT);
    return done(duty, false, form, attributes);
  }

  @GetMapping(PATH + "{duty}/ket-luan")
  ModelAndView decide(@PathVariable long duty) {
    Rights.require(Heads.CONFIRM);
    return form(new MatterView(heads.matter(duty), true, MatterForm.empty(), List.of()));
  }

  @PostMapping(PATH + "{duty}/ket-luan")
  ModelAndView decided(
      @PathVariable long duty, @ModelAttribute MatterForm form, RedirectAttributes attributes) {
    Rights.require(Heads.CONFIRM);
    return done(duty, true, form, attributes);
  }

  private ModelAndView done(
      long duty, boolean decides, MatterForm form, RedirectAttributes attributes) {
    HeadMatter matter = heads.matter(duty);
    Page page = pages.page(HeadsPage.SECTION);
    try {
      if (decides) {
        heads.decide(duty, form.kind(), form.said(), form.paper());
      } else {
        heads.explain(duty, form.draft());
      }
    } catch (Refusal refusal) {
      List<String> problems = refusal.problems().stream().map(page.texts()::tell).toList();
      ModelAndView again = form(new MatterView(matter, decides, form, problems));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    String key = decides ? "task.head.decided_on" : "task.head.explained_on";
    attributes.addFlashAttribute(Pages.NOTICE, page.t(key, matter.code()));
    return new ModelAndView(
        "redirect:" + HeadsPage.PATH + "/" + matter.whose().word() + "#v" + duty);
  }

  private ModelAndView form(MatterView view) {
    return pages.show("task/head/matter", HeadsPage.SECTION, Map.of("view", view));
  }

  @GetMapping(HeadsPage.PATH + "/tep/{id}")
  ResponseEntity<byte[]> attached(@PathVariable long id) {
    Rights.require(HeadsPage.READ);
    EvidenceFile file =
        heads
            .attached(id)
            .orElseThrow(
                () -> Refusal.of(HeadRefusal.NO_FILE, Long.toString(id), Long.toString(id)));
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
