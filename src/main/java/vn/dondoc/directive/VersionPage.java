package vn.dondoc.directive;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Asks what a text is that has the number and day, or the words, of a document that is there. */
@Controller
class VersionPage {
  private static final String RECEIVE = "directive.receive";
  private static final String PROBLEM = "problem";

  private final Versions versions;
  private final DocumentViews views;
  private final Pages pages;

  VersionPage(Versions versions, DocumentViews views, Pages pages) {
    this.versions = versions;
    this.views = views;
    this.pages = pages;
  }

  @GetMapping("/chi-dao/{id}/trung")
  ModelAndView ask(@PathVariable long id, @ModelAttribute(PROBLEM) String problem) {
    Rights.require(RECEIVE);
    views.require(id);
    if (!versions.standing(id).isUnsettled()) {
      return new ModelAndView("redirect:/chi-dao/" + id + "/duyet");
    }
    return pages.show(
        "directive/version",
        DirectivesPage.SECTION,
        Map.of("comparison", versions.compare(id), PROBLEM, problem));
  }

  @PostMapping("/chi-dao/{id}/trung/phien-ban")
  String takeAsVersion(@PathVariable long id, RedirectAttributes attributes) {
    Rights.require(RECEIVE);
    Page page = pages.page(DirectivesPage.SECTION);
    try {
      versions.takeAsVersion(id, page.t("directive.version.given"));
      attributes.addFlashAttribute(Pages.NOTICE, page.t("directive.version.taken"));
      return "redirect:/chi-dao/" + id + "/duyet";
    } catch (Refusal refusal) {
      return back(id, page.texts().tell(refusal), attributes);
    }
  }

  @PostMapping("/chi-dao/{id}/trung/la-mot")
  String takeAsSame(@PathVariable long id, RedirectAttributes attributes) {
    Rights.require(RECEIVE);
    Page page = pages.page(DirectivesPage.SECTION);
    try {
      long twin = versions.takeAsSame(id);
      attributes.addFlashAttribute(Pages.NOTICE, page.t("directive.version.is_same"));
      return "redirect:/chi-dao/" + twin;
    } catch (Refusal refusal) {
      return back(id, page.texts().tell(refusal), attributes);
    }
  }

  @PostMapping("/chi-dao/{id}/trung/van-ban-khac")
  String tellApart(
      @PathVariable long id,
      @RequestParam(name = "ly-do", defaultValue = "") String reason,
      RedirectAttributes attributes) {
    Rights.require(RECEIVE);
    Page page = pages.page(DirectivesPage.SECTION);
    try {
      versions.tellApart(id, reason);
      attributes.addFlashAttribute(Pages.NOTICE, page.t("directive.received"));
      return "redirect:/chi-dao/" + id + "/duyet";
    } catch (Refusal refusal) {
      return back(id, page.texts().tell(refusal), attributes);
    }
  }

  private static String back(long id, String problem, RedirectAttributes attributes) {
    attributes.addFlashAttribute(PROBLEM, problem);
    return "redirect:/chi-dao/" + id + "/trung";
  }
}
