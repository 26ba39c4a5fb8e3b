package vn.dondoc.task.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.NewTask;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Đợt sửa: what was done together, and taking it back. */
@Controller
class BatchPage {
  private static final int PAGE = 50;

  private final Batches batches;
  private final BulkEffects effects;
  private final Bodies bodies;
  private final Pages pages;

  BatchPage(Batches batches, BulkEffects effects, Bodies bodies, Pages pages) {
    this.batches = batches;
    this.effects = effects;
    this.bodies = bodies;
    this.pages = pages;
  }

  /**
   * The batches as the page shows them.
   *
   * @param rows newest first
   * @param next id of the last when there are more
   */
  record ListView(List<Batch> rows, @Nullable Long next) {}

  /**
   * One batch as the page shows it.
   *
   * @param batch it
   * @param lines its tasks of this page
   * @param kept those of its tasks that were changed since
   * @param left of an undo, the tasks of the batch it took back that keep what they say
   * @param next id of the last task when there are more
   * @param problems why it was not taken back
   */
  record View(
      Batch batch,
      List<Line> lines,
      List<Batches.Outcome> kept,
      List<Batches.Outcome> left,
      @Nullable Long next,
      String why,
      List<String> problems) {
    boolean canBeUndone() {
      return batch.undoneBy() == null && kept.size() < batch.tasks();
    }
  }

  /** One task and what changed in it. */
  record Line(Batches.Outcome outcome, List<TaskWords.Diff> diffs) {}

  @GetMapping("/nhiem-vu/dot")
  ModelAndView list(@RequestParam Map<String, String> values) {
    Rights.require(BulkPage.CORRECT);
    Long after = after(values);
    List<Batch> found = batches.before(after, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Batch> rows = more ? found.subList(0, PAGE) : found;
    return pages.show(
        "task/bulk/batches",
        BulkPage.SECTION,
        Map.of("view", new ListView(rows, more ? rows.getLast().id() : null)));
  }

  @GetMapping("/nhiem-vu/dot/{id}")
  ModelAndView one(@PathVariable long id, @RequestParam Map<String, String> values) {
    Rights.require(BulkPage.CORRECT);
    return show(id, after(values), "", List.of());
  }

  @PostMapping("/nhiem-vu/dot/{id}/hoan-tac")
  ModelAndView undo(
      @PathVariable long id,
      @RequestParam(name = "ly-do", defaultValue = "") String why,
      RedirectAttributes attributes) {
    Rights.require(BulkPage.CORRECT);
    Page page = pages.page(BulkPage.SECTION);
    try {
      long done = batches.undo(id, why);
      attributes.addFlashAttribute(Pages.NOTICE, page.t("task.bulk.undone", Long.toString(id)));
      return new ModelAndView("redirect:/nhiem-vu/dot/" + done);
    } catch (Refusal refusal) {
      ModelAndView again =
          show(id, null, why, refusal.problems().stream().map(page.texts()::tell).toList());
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  private ModelAndView show(long id, @Nullable Long after, String why, List<String> problems) {
    Batch batch = batches.one(id);
    List<Batches.Outcome> all = batches.outcomes(id, 0, Batches.MOST);
    List<Batches.Outcome> here =
        all.stream().filter(o -> after == null || o.now().id() > after).limit(PAGE + 1).toList();
    boolean more = here.size() > PAGE;
    List<Batches.Outcome> shown = more ? here.subList(0, PAGE) : here;
    List<Line> lines = lines(id, shown);
    List<Batches.Outcome> kept = all.stream().filter(Batches.Outcome::isChangedSince).toList();
    List<Batches.Outcome> left = batch.undoes() == null ? List.of() : left(batch.undoes(), all);
    View view =
        new View(batch, lines, kept, left, more ? shown.getLast().now().id() : null, why, problems);
    return pages.show("task/bulk/batch", BulkPage.SECTION, Map.of("view", view));
  }

  /** A day that moved is told duty by duty, each having one of its own; the rest as words. */
  private List<Line> lines(long id, List<Batches.Outcome> shown) {
    Page page = pages.page(BulkPage.SECTION);
    List<NewTask> told =
        shown.stream().flatMap(o -> Stream.of(o.was().content(), o.became().content())).toList();
    TaskWords words = TaskWords.of(told, bodies, page);
    Map<Long, List<TaskWords.Diff>> moved = effects.moved(batches.moved(id), page);
    String due = page.t(TaskWords.DUE);
    List<Line> lines = new ArrayList<>();
    for (Batches.Outcome outcome : shown) {
      List<TaskWords.Diff> days = moved.getOrDefault(outcome.now().id(), List.of());
      List<TaskWords.Diff> diffs = new ArrayList<>();
      words.diff(outcome.was().content(), outcome.became().content()).stream()
          .filter(diff -> days.isEmpty() || !diff.label().equals(due))
          .forEach(diffs::add);
      diffs.addAll(days);
      lines.add(new Line(outcome, diffs));
    }
    return lines;
  }

  /** The tasks of a batch that was taken back which keep what they say. */
  private List<Batches.Outcome> left(long undone, List<Batches.Outcome> takenBack) {
    Set<Long> ids = takenBack.stream().map(o -> o.now().id()).collect(Collectors.toSet());
    return batches.outcomes(undone, 0, Batches.MOST).stream()
        .filter(outcome -> !ids.contains(outcome.now().id()))
        .toList();
  }

  private static @Nullable Long after(Map<String, String> values) {
    Asked asked = Asked.of(values);
    Long after = asked.after();
    asked.refuse();
    return after;
  }
}
