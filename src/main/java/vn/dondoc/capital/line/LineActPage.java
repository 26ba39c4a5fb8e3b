package vn.dondoc.capital.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/**
 * Thao tác tay trên một dòng vốn: plan moved to another line of the pool, adjusted, a voucher of
 * the Treasury entered, or an entry corrected; shown before and after, then confirmed.
 */
@Controller
class LineActPage {
  private static final String READ = "capital.read";
  private static final String SECTION = "capital";
  private static final String MOVE = LineView.PATH + "{id:\\d{1,18}}/chuyen-von";
  private static final String ADJUST = LineView.PATH + "{id:\\d{1,18}}/dieu-chinh";
  private static final String PAY = LineView.PATH + "{id:\\d{1,18}}/thanh-toan";
  private static final String CORRECT =
      LineView.PATH + "{id:\\d{1,18}}/dinh-chinh/{entry:\\d{1,18}}";

  private final LineActs acts;
  private final LineQuestions questions;
  private final LineListing listing;
  private final Closings closings;
  private final ProvinceDay day;
  private final Pages pages;

  LineActPage(
      LineActs acts,
      LineQuestions questions,
      LineListing listing,
      Closings closings,
      ProvinceDay day,
      Pages pages) {
    this.acts = acts;
    this.questions = questions;
    this.listing = listing;
    this.closings = closings;
    this.day = day;
    this.pages = pages;
  }

  @GetMapping(MOVE)
  ModelAndView move(@PathVariable long id, @RequestParam Map<String, String> asked) {
    return fresh(new Asking(head(id, LineActs.PLAN), LineActView.Kind.MOVE, null), asked);
  }

  @PostMapping(MOVE)
  ModelAndView moved(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Asking asking = new Asking(head(id, LineActs.PLAN), LineActView.Kind.MOVE, null);
    return act(
        asking,
        typed,
        form -> form.moving(id, day.today(), words -> acts.receiver(id, words)),
        after);
  }

  @GetMapping(ADJUST)
  ModelAndView adjust(@PathVariable long id, @RequestParam Map<String, String> asked) {
    return fresh(new Asking(head(id, LineActs.PLAN), LineActView.Kind.ADJUST, null), asked);
  }

  @PostMapping(ADJUST)
  ModelAndView adjusted(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Asking asking = new Asking(head(id, LineActs.PLAN), LineActView.Kind.ADJUST, null);
    return act(asking, typed, form -> form.adjusting(id, day.today()), after);
  }

  @GetMapping(PAY)
  ModelAndView pay(@PathVariable long id, @RequestParam Map<String, String> asked) {
    LineHead head = head(id, LineActs.PAY);
    Map<String, String> known = new HashMap<>(Map.of("issuer", acts.issuer()));
    known.putAll(asked);
    return fresh(new Asking(head, LineActView.Kind.PAY, null), known);
  }

  @PostMapping(PAY)
  ModelAndView paid(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Asking asking = new Asking(head(id, LineActs.PAY), LineActView.Kind.PAY, null);
    return act(asking, typed, form -> questions.asked(form.paying(id, day.today()), form), after);
  }

  @GetMapping(CORRECT)
  ModelAndView correct(
      @PathVariable long id, @PathVariable long entry, @RequestParam Map<String, String> asked) {
    return fresh(correcting(id, entry), asked);
  }

  @PostMapping(CORRECT)
  ModelAndView corrected(
      @PathVariable long id,
      @PathVariable long entry,
      @RequestParam Map<String, String> typed,
      RedirectAttributes after) {
    if (isRepeated(LineActForm.of(typed))) {
      return done(head(id, READ), LineActView.Kind.CORRECT, after);
    }
    Asking asking = correcting(id, entry);
    BookedEntry booked = Objects.requireNonNull(asking.entry());
    return act(asking, typed, form -> questions.asked(form.correcting(booked, day.today())), after);
  }

  /** What is asked of which line. */
  private record Asking(LineHead head, LineActView.Kind kind, @Nullable BookedEntry entry) {}

  private LineHead head(long id, String right) {
    Rights.require(READ);
    Rights.require(right);
    return head(id);
  }

  private LineHead head(long id) {
    return listing
        .head(id)
        .orElseThrow(() -> Refusal.of(LineRefusal.NO_LINE, Long.toString(id), Long.toString(id)));
  }

  /** Whoever enters payments corrects payments, whoever plans corrects the plan. */
  private Asking correcting(long id, long entry) {
    Rights.require(READ);
    LineHead head = head(id);
    BookedEntry booked = acts.entry(id, entry);
    Rights.require(BookedEntry.right(booked.kind()));
    LineRefusal bar =
        booked.bars().moves()
            ? LineRefusal.IS_MOVEMENT
            : booked.bars().corrects()
                ? LineRefusal.IS_CORRECTION
                : booked.standingVnd() == 0 ? LineRefusal.ALL_TAKEN_BACK : null;
    if (bar != null) {
      throw Refusal.of(bar, Long.toString(entry), booked.document());
    }
    return new Asking(head, LineActView.Kind.CORRECT, booked);
  }

  private ModelAndView fresh(Asking asking, Map<String, String> asked) {
    return show(asking, LineActForm.of(asked), null);
  }

  private ModelAndView act(
      Asking asking,
      Map<String, String> typed,
      Function<LineActForm, LineAct> read,
      RedirectAttributes after) {
    LineActForm form = LineActForm.of(typed);
    if (form.value(LineActForm.STEP).equals("edit")) {
      return show(asking, form, null);
    }
    if (isRepeated(form)) {
      return done(asking.head(), asking.kind(), after);
    }
    try {
      LineAct act = read.apply(form);
      if (!form.value(LineActForm.STEP).equals("confirm")) {
        return show(asking, form, acts.preview(act));
      }
      acts.book(act, form.sending(), form.value(LineActForm.SEEN));
    } catch (Refusal refusal) {
      return show(asking, form.with(refusal.problems()), null);
    }
    return done(asking.head(), asking.kind(), after);
  }

  /** A button pressed twice: what it asks for is booked, and would read as nothing to do. */
  private boolean isRepeated(LineActForm form) {
    return form.value(LineActForm.STEP).equals("confirm") && acts.isBooked(form.sending());
  }

  private ModelAndView done(LineHead head, LineActView.Kind kind, RedirectAttributes after) {
    after.addFlashAttribute(Pages.NOTICE, pages.page(SECTION).t(kind.key() + ".done"));
    return new ModelAndView("redirect:" + LineView.PATH + head.id());
  }

  private ModelAndView show(Asking asking, LineActForm form, @Nullable LineChange change) {
    boolean offers = asking.kind() == LineActView.Kind.MOVE && change == null;
    LineActView view =
        new LineActView(
            asking.head(),
            asking.kind(),
            form,
            asking.entry(),
            offers ? acts.offered(asking.head().id()) : List.of(),
            closings.until(),
            change);
    Map<String, Object> model = new HashMap<>();
    model.put("view", view);
    return pages.show(
        change == null ? "capital/line/act" : "capital/line/confirm",
        SECTION,
        model,
        form.problems());
  }
}
