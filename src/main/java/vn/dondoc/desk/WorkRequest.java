package vn.dondoc.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.desk.WorkFilter.Chip;
import vn.dondoc.desk.WorkFilter.Sort;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Asked;

/**
 * What the address of the desk asks for.
 *
 * @param bodies whose work
 * @param filter which lines of it
 */
record WorkRequest(List<Integer> bodies, WorkFilter filter) {
  static final String WHOSE = "cua";
  static final String CHIP = "loc";
  static final String GROUP = "nhom";
  static final String WORDS = "tim";
  static final String BODY = "co-quan";

  /** Every body of the person's sight at once. */
  static final String EVERY = "tat-ca";

  /**
   * Reads the address.
   *
   * @throws Refusal with everything in it that nobody can have meant
   */
  static WorkRequest of(Map<String, String> values) {
    Asked asked = Asked.of(values);
    String whose = asked.choice(WHOSE, Whose.words());
    String chip = asked.choice(CHIP, Arrays.stream(Chip.values()).map(Chip::word).toList());
    String group = asked.choice(GROUP, WorkGroup.words());
    String sort = asked.choice(Asked.SORT, Arrays.stream(Sort.values()).map(Sort::word).toList());
    Long after = asked.after();
    List<Integer> bodies = bodies(asked.words(BODY), Acting.current());
    asked.refuse();
    WorkFilter filter =
        new WorkFilter(
            // Another body's desk is looked at as the body's.
            whose.isEmpty() && !asked.words(BODY).isEmpty() ? Whose.BODY : whose(whose),
            Arrays.stream(Chip.values())
                .filter(c -> c.word().equals(chip))
                .findFirst()
                .orElseThrow(),
            group(group),
            asked.words(WORDS),
            Arrays.stream(Sort.values())
                .filter(s -> s.word().equals(sort))
                .findFirst()
                .orElseThrow(),
            // A page begins after a line of one group; of several, there is no such line.
            group.isEmpty() ? null : after);
    return new WorkRequest(bodies, filter);
  }

  private static Whose whose(String word) {
    return Arrays.stream(Whose.values())
        .filter(w -> w.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable WorkGroup group(String word) {
    return Arrays.stream(WorkGroup.values())
        .filter(g -> g.word().equals(word))
        .findFirst()
        .orElse(null);
  }

  private static List<Integer> bodies(String word, Actor actor) {
    if (word.isEmpty()) {
      return Works.home(actor);
    }
    if (word.equals(EVERY) && !actor.bodies().isEmpty()) {
      return actor.bodies();
    }
    Integer id = word.matches("\\d{1,9}") ? Integer.valueOf(word) : null;
    if (id == null || !actor.wholeProvince() && !actor.bodies().contains(id)) {
      throw Refusal.of(DeskRefusal.BODY, BODY, word);
    }
    return List.of(id);
  }
}
