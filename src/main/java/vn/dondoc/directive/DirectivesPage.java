package vn.dondoc.directive;

import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.directive.circulation.Circulation;
import vn.dondoc.directive.circulation.ReceiptFigures;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadedName;

/** Tiếp nhận, xác nhận, và trang của một văn bản. */
@Controller
class DirectivesPage {
  static final String SECTION = "directive";
  static final String READ = "directive.read";
  private static final String RECEIVE = "directive.receive";
  static final String CONFIRM = "directive.confirm";
  private static final String PROBLEM = "problem";

  private final Directives directives;
  private final DocumentViews views;
  private final Review review;
  private final Circulation circulation;
  private final Pages pages;

  DirectivesPage(
      Directives directives,
      DocumentViews views,
      Review review,
      Circulation circulation,
      Pages pages) {
    this.circulation = circulation;
    this.directives = directives;
    this.views = views;
    this.review = review;
    this.pages = pages;
  }

  @Bean
  static MenuItem directiveMenu() {
    return new MenuItem(30, SECTION, "/chi-dao", "directive.menu", READ);
  }

  @GetMapping("/chi-dao/tiep-nhan")
  ModelAndView form(@ModelAttribute(PROBLEM) String problem) {
    Rights.require(RECEIVE);
    return pages.show("directive/receive", SECTION, Map.of(PROBLEM, problem, "words", ""));
  }

  @PostMapping("/chi-dao/tiep-nhan")
  ModelAndView receive(
      @RequestParam(name = "tep", required = false) MultipartFile file,
      @RequestParam(name = "van-ban", defaultValue = "") String words,
      RedirectAttributes attributes)
      throws IOException {
    Rights.require(RECEIVE);
    Page page = pages.page(SECTION);
    try {
      // An empty file counts when nothing was pasted: the refusal names it.
      boolean hasFile = file != null && (!file.isEmpty() || words.isBlank() && isNamed(file));
      String name = hasFile ? UploadedName.of(file, file.getName()) : page.t("directive.pasted");
      if (hasFile && !words.isBlank()) {
        throw Refusal.of(DirectiveRefusal.TWO_SOURCES, name, name);
      }
      byte[] bytes = hasFile ? file.getBytes() : words.getBytes(StandardCharsets.UTF_8);
      Receipt receipt = directives.receive(name, bytes, false);
      String said = receipt.known() ? "directive.known" : "directive.received";
      if (!receipt.twin()) {
        attributes.addFlashAttribute(Pages.NOTICE, page.t(said));
      }
      String next = receipt.twin() ? "/trung" : "/duyet";
      return new ModelAndView("redirect:/chi-dao/" + receipt.documentId() + next);
    } catch (Refusal refusal) {
      // What was pasted comes back: nothing typed is lost.
      ModelAndView again =
          pages.show(
              "directive/receive",
              SECTION,
              Map.of(PROBLEM, page.texts().tell(refusal), "words", words));
      again.setStatus(UploadedName.isRefused(refusal) ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
      return again;
    }
  }

  private static boolean isNamed(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name != null && !name.isBlank();
  }

  @GetMapping("/chi-dao/{id}")
  ModelAndView notice(@PathVariable long id, @RequestParam Map<String, String> asked) {
    Rights.require(READ);
    DocumentViews.Whole whole = views.whole(id, NoticeFilter.of(asked));
    circulation.open(id, whole.own());
    return pages.show("directive/notice", SECTION, Map.of("view", whole));
  }

  @GetMapping("/chi-dao/{id}/tep")
  ResponseEntity<byte[]> file(@PathVariable long id) {
    Rights.require(READ);
    DocumentStore.StoredFile file = views.file(id);
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

  @GetMapping("/chi-dao/{id}/xac-nhan")
  ModelAndView confirmation(@PathVariable long id, @ModelAttribute(PROBLEM) String problem) {
    Rights.require(CONFIRM);
    Directive document = views.require(id);
    if (document.isConfirmed()) {
      return new ModelAndView("redirect:/chi-dao/" + id);
    }
    if (views.standing(id).isUnsettled()) {
      return new ModelAndView("redirect:/chi-dao/" + id + "/trung");
    }
    List<Proposal> proposals = review.proposals(id);
    return pages.show(
        "directive/confirm",
        SECTION,
        Map.of(
            "document",
            document,
            "proposals",
            proposals,
            "dues",
            views.dues(document, proposals, pages.page(SECTION)),
            "addressees",
            circulation.addressees(id),
            "uncertain",
            views.uncertain(document, proposals),
            PROBLEM,
            problem));
  }

  @PostMapping("/chi-dao/{id}/xac-nhan")
  String confirm(
      @PathVariable long id,
      @RequestParam(name = "da-xem", defaultValue = "-") String seen,
      RedirectAttributes attributes) {
    Rights.require(CONFIRM);
    Page page = pages.page(SECTION);
    try {
      int made = directives.confirm(id, seen);
      ReceiptFigures sent = circulation.figures(id);
      attributes.addFlashAttribute(
          Pages.NOTICE,
          page.t("directive.confirmed", made)
              + " "
              + page.t("directive.circulation.sent", sent.total(), circulation.open(id)));
      return "redirect:/chi-dao/" + id;
    } catch (Refusal refusal) {
      attributes.addFlashAttribute(PROBLEM, page.texts().tell(refusal));
      return "redirect:/chi-dao/" + id + "/xac-nhan";
    }
  }
}
