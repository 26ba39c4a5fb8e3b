package vn.dondoc.capital.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Điều đã nhớ: the names of every sender with what they mean, and the question before one goes. */
@Controller
class RememberedPage {
  static final String PATH = IntakePage.PATH + "/da-nho";
  static final String SENDER = "nguoi-gui";
  static final String KIND = "loai";
  static final String WORDS = "tim";
  private static final String ONE = PATH + "/{id:\\d{1,18}}";
  private static final int PAGE = 50;

  private final RememberedAnswers answers;
  private final Bodies bodies;
  private final Pages pages;

  RememberedPage(RememberedAnswers answers, Bodies bodies, Pages pages) {
    this.answers = answers;
    this.bodies = bodies;
    this.pages = pages;
  }

  /**
   * The list as its page shows it.
   *
   * @param asked as the address says it
   * @param senders those of whom something is remembered
   * @param shown those of this page
   * @param next number of the last when there are more
   */
  record View(
      Map<String, String> asked, List<Body> senders, List<Remembered> shown, @Nullable Long next) {
    String value(String name) {
      return asked.getOrDefault(name, "");
    }

    String after(long id) {
      return new ListAddress(PATH, asked).after(id);
    }

    boolean mayForget(Remembered one) {
      return RememberedAnswers.mayForget(one);
    }
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> values) {
    Rights.require(Intakes.READ);
    List<Body> senders =
        bodies.find(answers.senders()).stream().sorted(Comparator.comparing(Body::name)).toList();
    Asked asked = Asked.of(values);
    String sender =
        asked.choice(SENDER, senders.stream().map(body -> Integer.toString(body.id())).toList());
    String kind = asked.choice(KIND, List.of("project", "pool"));
    Long after = asked.after();
    asked.refuse();
    List<Remembered> found =
        answers.said(
            new RememberedStore.Asked(
                sender.isEmpty() ? null : Integer.valueOf(sender),
                kind.isEmpty() ? null : kind,
                asked.words(WORDS),
                after),
            PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Remembered> shown = more ? found.subList(0, PAGE) : found;
    return pages.show(
        "capital/intake/remembered",
        IntakePage.SECTION,
        Map.of("view", new View(values, senders, shown, more ? shown.getLast().id() : null)));
  }

  /** The question before a name is forgotten. */
  @GetMapping(ONE)
  ModelAndView ask(@PathVariable long id) {
    Rights.require(Intakes.READ);
    return ask(answers.required(id), "", List.of());
  }

  @PostMapping(ONE)
  ModelAndView forget(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(Intakes.READ);
    Remembered one = answers.required(id);
    String why = typed.getOrDefault("ly-do", "").replace("\0", "").strip();
    try {
      answers.forget(id, why);
    } catch (Refusal refusal) {
      if (refusal.code().isMissing()) {
        throw refusal;
      }
      ModelAndView again = ask(one, why, refusal.problems());
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(IntakePage.SECTION).t("capital.intake.forgotten", one.words()));
    return new ModelAndView("redirect:" + PATH + "?" + SENDER + "=" + one.sender().id());
  }

  private ModelAndView ask(Remembered one, String why, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("one", one);
    model.put("may", RememberedAnswers.mayForget(one));
    model.put("why", why);
    model.put("problems", problems);
    return pages.show("capital/intake/forget", IntakePage.SECTION, model);
  }
}
