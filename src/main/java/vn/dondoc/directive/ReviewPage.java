package vn.dondoc.directive;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.directive.SourceView.Numbered;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Màn hình duyệt: source left, proposals right; every act is a form of its own. */
@Controller
class ReviewPage {
  private static final String REVIEW = "directive.review";
  private static final String PROBLEM = "problem";
  private static final String TYPED = "typed";

  private final Review review;
  private final DocumentViews views;
  private final Versions versions;
  private final Bodies bodies;
  private final Pages pages;
  private final ProvinceDay day;

  ReviewPage(
      Review review,
      DocumentViews views,
      Versions versions,
      Bodies bodies,
      Pages pages,
      ProvinceDay day) {
    this.review = review;
    this.views = views;
    this.versions = versions;
    this.bodies = bodies;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping("/chi-dao/{id}/duyet")
  ModelAndView show(
      @PathVariable long id,
      @RequestParam(name = "viec", defaultValue = "0") long current,
      @RequestParam(name = "loc", defaultValue = "") String only,
      @ModelAttribute(PROBLEM) String problem,
      @ModelAttribute(TYPED) String typed) {
    Rights.require(REVIEW);
    Directive document = views.require(id);
    if (document.isConfirmed()) {
      return new ModelAndView("redirect:/chi-dao/" + id);
    }
    VersionStore.Standing standing = versions.standing(id);
    if (standing.isUnsettled()) {
      return new ModelAndView("redirect:/chi-dao/" + id + "/trung");
    }
    if (standing.superseded()) {
      return new ModelAndView("redirect:/chi-dao/" + id);
    }
    return pages.show(
        "directive/review",
        DirectivesPage.SECTION,
        Map.of("view", view(document, current, only), PROBLEM, problem, TYPED, typed));
  }

  private ReviewView view(Directive document, long wanted, String only) {
    List<Proposal> proposals = review.proposals(document.id());
    List<Numbered> all =
        IntStream.range(0, proposals.size())
            .mapToObj(n -> new Numbered(n + 1, proposals.get(n)))
            .toList();
    List<Numbered> shown =
        all.stream()
            .filter(n ->
                switch (only) {
                  case "mo" -> n.proposal().isOpen() || n.proposal().id() == wanted;
                  case "ngo" -> ReviewView.isDoubtful(n.proposal());
                  default -> true;
                })
            .toList();
    Numbered current =
        shown.stream()
            .filter(n -> n.proposal().id() == wanted)
            .findFirst()
            .or(() -> shown.stream().filter(n -> n.proposal().isOpen()).findFirst())
            .or(() -> shown.stream().findFirst())
            .orElse(null);
    String text = review.text(document.id());
    long open = current == null ? 0 : current.proposal().id();
    return new ReviewView(
        document,
        SourceView.of(text, proposals, open),
        all,
        shown,
        current,
        only,
        bodies.toldApart(bodies.on(day.today()), day.today()),
        views.dues(document, proposals, pages.page(DirectivesPage.SECTION)));
  }

  @PostMapping("/chi-dao/{id}/duyet/{proposal}/{act}")
  String act(
      @PathVariable long id,
      @PathVariable long proposal,
      @PathVariable String act,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    Rights.require(REVIEW);
    ProposalForm form = ProposalForm.of(sent);
    return answering(
        id,
        proposal,
        review.unsaved(id, proposal, form, pages.page(DirectivesPage.SECTION).texts()),
        attributes,
        () ->
            switch (act) {
              case "duyet" -> {
                review.accept(id, proposal, form);
                yield nextOpen(id, proposal);
              }
              case "luu" -> {
                review.edit(id, proposal, form);
                yield proposal;
              }
              case "bo" -> {
                review.reject(id, proposal, form.revision(), form.reasonOrEmpty());
                yield nextOpen(id, proposal);
              }
              case "tach" -> {
                review.split(id, proposal, form);
                yield proposal;
              }
              case "gop" -> {
                review.merge(id, proposal, form);
                yield proposal;
              }
              default -> throw Refusal.of(DirectiveRefusal.NO_PROPOSAL, act, act);
            });
  }

  @PostMapping("/chi-dao/{id}/duyet/them")
  String add(
      @PathVariable long id,
      @RequestParam String quote,
      @RequestParam(defaultValue = "-1") int start,
      RedirectAttributes attributes) {
    Rights.require(REVIEW);
    return answering(id, 0, quote, attributes, () -> review.add(id, quote, start));
  }

  @PostMapping("/chi-dao/{id}/duyet/hoan-tac")
  String undo(
      @PathVariable long id,
      @RequestParam(name = "viec", defaultValue = "0") long current,
      RedirectAttributes attributes) {
    Rights.require(REVIEW);
    return answering(
        id,
        current,
        "",
        attributes,
        () -> {
          review.undo(id);
          return current;
        });
  }

  /** Back to the screen; what was refused is said there, and the words typed stand beside it. */
  private String answering(
      long id, long proposal, String typed, RedirectAttributes attributes, Supplier<Long> act) {
    long next = proposal;
    try {
      next = act.get();
    } catch (Refusal refusal) {
      Page page = pages.page(DirectivesPage.SECTION);
      attributes.addFlashAttribute(PROBLEM, page.texts().tell(refusal));
      attributes.addFlashAttribute(TYPED, typed);
    }
    return "redirect:/chi-dao/" + id + "/duyet" + (next == 0 ? "" : "?viec=" + next);
  }

  private long nextOpen(long id, long after) {
    List<Proposal> all = review.proposals(id);
    int at =
        IntStream.range(0, all.size()).filter(n -> all.get(n).id() == after).findFirst().orElse(-1);
    return IntStream.range(0, all.size())
        .map(n -> (at + 1 + n) % all.size())
        .filter(n -> all.get(n).isOpen())
        .mapToObj(n -> all.get(n).id())
        .findFirst()
        .orElse(after);
  }
}
