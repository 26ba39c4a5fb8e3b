package vn.dondoc.rural.workbook;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Place;
import vn.dondoc.web.Page;

/**
 * Một tệp as its page shows it.
 *
 * @param plan what it would do
 * @param shown the commune whose indicators are shown; null when the file tells of none
 * @param refusals why the last request was not done
 */
record BookView(BookPlan plan, BookPlan.@Nullable Commune shown, List<String> refusals) {
  /** Faults shown of one place. */
  static final int PROBLEMS = 200;

  Book book() {
    return plan.book();
  }

  String path() {
    return book().path();
  }

  /** The first faults of a list, each with its cell. */
  static List<String> told(List<Problem> problems, Page page) {
    return problems.stream().limit(PROBLEMS).map(problem -> told(problem, page)).toList();
  }

  /** A sentence that does not name its place itself gets it in front. */
  static String told(Problem problem, Page page) {
    String sentence = page.texts().tell(problem);
    return sentence.startsWith(problem.place()) ? sentence : problem.place() + ": " + sentence;
  }

  /** What of the file is written already. */
  String stands(Page page) {
    long written = plan.communes().stream().filter(one -> one.written() != null).count();
    return written == 0
        ? page.t("rural.book.none_yet")
        : page.t("rural.book.rest_kept", page.formats().count(written));
  }

  /** A commune's name with that of its district, as the month's map has them. */
  String name(BookPlan.Commune commune, Page page) {
    Place place = plan.month().communes().get(commune.unit().id());
    return place == null ? commune.unit().name() : page.t(plan.month().titled(place));
  }

  static String state(BookPlan.Commune commune, Page page) {
    String key = "rural.book.commune." + commune.state().name().toLowerCase(Locale.ROOT);
    return page.t(key, page.formats().count(commune.written() == null ? 0 : commune.written()));
  }

  /** The look of a state. */
  static String tag(BookPlan.State state) {
    return switch (state) {
      case WRITTEN -> "tag-ok";
      case READY -> "tag-info";
      case PROBLEMS -> "tag-bad";
      case ASKS -> "tag-due";
      case SAME -> "tag-nil";
    };
  }

  static String orOpen(String words, Page page) {
    return words.isEmpty() ? page.t("rural.book.keep.open") : words;
  }

  /** The step of the way in that is being taken. */
  int step() {
    return book().isWaiting() ? 3 : 4;
  }
}
