package vn.dondoc.rural.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.form.EntryWords;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.web.Page;

/**
 * Hai người cùng xét: what somebody else wrote since a person looked, beside what that person
 * chose.
 *
 * @param indicator chỉ tiêu
 * @param step how many facts there are now
 * @param theirs the latest of them
 * @param seen what the person looked at
 * @param mine what they chose
 * @param mayStand what they chose can still be recorded
 */
record ReviewConflict(
    Indicator indicator,
    int step,
    Told theirs,
    Told seen,
    ReviewForm.Answer mine,
    boolean mayStand) {
  /** What is not as it was seen, among what was chosen and not settled since. */
  static List<ReviewConflict> among(
      Stage stage, Criterion criterion, UnitMonth now, ReviewForm form) {
    List<ReviewConflict> conflicts = new ArrayList<>();
    for (Indicator indicator : criterion.indicators()) {
      ReviewForm.Answer answer = form.of(indicator);
      ReviewConflict conflict = answer == null ? null : of(stage, indicator, now, answer);
      if (conflict != null) {
        conflicts.add(conflict);
      }
    }
    return conflicts;
  }

  private static @Nullable ReviewConflict of(
      Stage stage, Indicator indicator, UnitMonth now, ReviewForm.Answer answer) {
    int id = indicator.id();
    int step = now.step(id);
    Told seen = stage.waiting(now, id, answer.seen());
    boolean asks = answer.isReport() && answer.upon() != step;
    return asks && seen != null && step > 0
        ? new ReviewConflict(
            indicator, step, now.told(id).getFirst(), seen, answer, mayStand(stage, now, id))
        : null;
  }

  private static boolean mayStand(Stage stage, UnitMonth now, int indicator) {
    Told verified = now.verified(indicator);
    return stage == Stage.VERIFY
        || verified != null
            && Boolean.TRUE.equals(verified.verdict())
            && now.returned(indicator) == null;
  }

  static @Nullable ReviewConflict find(List<ReviewConflict> conflicts, @Nullable Indicator of) {
    return conflicts.stream()
        .filter(conflict -> of != null && conflict.indicator().id() == of.id())
        .findFirst()
        .orElse(null);
  }

  /** Who wrote since, what step, on which day and at what time. */
  String by(Page page) {
    return EntryWords.step(theirs, page) + " · " + page.moment(theirs.at().toInstant());
  }

  /** What they wrote. */
  String theirs(Page page) {
    List<String> words = new ArrayList<>();
    words.add(page.t("rural.step." + theirs.kind().code()));
    if (theirs.kind().tells()) {
      words.add(EntryWords.figures(theirs, indicator, page));
    }
    if (theirs.words() != null) {
      words.add(theirs.words());
    }
    return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" · "));
  }

  /** What was chosen. */
  String mine(Page page) {
    String choice = page.t("rural.review.choice." + mine.choice().name().toLowerCase(Locale.ROOT));
    String figures =
        switch (mine.choice()) {
          case ACCEPT -> EntryWords.figures(seen, indicator, page);
          case OTHER ->
              indicator.parts().stream()
                  .map(part -> typed(part, page))
                  .filter(figure -> !figure.isEmpty())
                  .collect(Collectors.joining("; "));
          case BACK -> mine.note();
          case NONE -> "";
        };
    return figures.isEmpty() ? choice : choice + " · " + figures;
  }

  /** As it was typed, a yes or no by its word. */
  private String typed(Part part, Page page) {
    String figure = mine.figures().getOrDefault(part.code(), "");
    return part.type() == ValueType.YES_NO && figure.matches("[01]")
        ? page.t(figure.equals("1") ? "rural.verdict.met" : "rural.verdict.unmet")
        : figure;
  }

  /** It was claimed anew since: to accept what was there before is to write another figure. */
  static boolean isOfOlderClaim(ReviewForm.Answer answer, UnitMonth now, int indicator) {
    Told claim = now.claim(indicator);
    return answer.choice() == ReviewForm.Choice.ACCEPT
        && claim != null
        && claim.step() > answer.seen();
  }

  /** The field to go to. */
  String anchor() {
    return "hai-" + indicator.id();
  }
}
