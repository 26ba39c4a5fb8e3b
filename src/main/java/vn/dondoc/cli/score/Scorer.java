package vn.dondoc.cli.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.cli.score.Gold.When;
import vn.dondoc.cli.score.Score.Tally;
import vn.dondoc.reading.Assignment;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Sentence;
import vn.dondoc.reading.Target;

/**
 * Chấm điểm: one reading against its annotation.
 *
 * <p>A task is found when its words and those of an annotated one overlap by half of the shorter;
 * each counts once, the closest pairs first. What the annotation leaves open counts neither way.
 */
final class Scorer {
  private final String text;
  private final FoldedText folded;
  private final Gold gold;
  private final Notice notice;
  private final List<String> lost = new ArrayList<>();

  private Scorer(Gold gold, String text, Notice notice) {
    this.gold = gold;
    this.text = text;
    this.notice = notice;
    this.folded = new FoldedText(text);
  }

  static Score score(Gold gold, String text, Notice notice) {
    return new Scorer(gold, text, notice).run();
  }

  /** A stretch of the text. */
  private record Span(int start, int end) {
    boolean meets(Span other) {
      int shared = shared(other);
      return shared > 0 && 2 * shared >= Math.min(end - start, other.end - other.start);
    }

    int shared(Span other) {
      return Math.min(end, other.end) - Math.max(start, other.start);
    }

    /** Shared part of what both cover together. */
    double closeness(Span other) {
      int all = Math.max(end, other.end) - Math.min(start, other.start);
      return (double) shared(other) / Math.max(1, all);
    }
  }

  private record Pair(int gold, int read, double closeness) {}

  private Score run() {
    List<@Nullable Span> tasks =
        spans(gold.tasks().stream().map(Gold.Task::place).toList(), List.of());
    List<Integer> taskStarts = starts(tasks);
    List<@Nullable Span> notTasks = spans(gold.notTasks(), taskStarts);
    List<Span> read =
        notice.assignments().stream().map(each -> new Span(each.start(), each.end())).toList();
    Map<Integer, Integer> pairs = pairs(tasks, read);
    Score fields = fields(pairs);
    Set<Integer> paired = new HashSet<>(pairs.values());
    Tally predicted = Tally.NONE;
    Set<Integer> falselySeen = new HashSet<>();
    for (int i = 0; i < read.size(); i++) {
      if (paired.contains(i)) {
        predicted = countsAsFound(pairs, i) ? predicted.plus(true) : predicted;
      } else if (!isFree(read.get(i), tasks)) {
        predicted = predicted.plus(false);
        for (int k = 0; k < notTasks.size(); k++) {
          Span none = notTasks.get(k);
          if (none != null && none.meets(read.get(i))) {
            falselySeen.add(k);
          }
        }
      }
    }
    Tally found = Tally.NONE;
    for (int i = 0; i < gold.tasks().size(); i++) {
      found = gold.tasks().get(i).free() ? found : found.plus(pairs.containsKey(i));
    }
    return new Score(
        found,
        predicted,
        fields.lead(),
        fields.coordinate(),
        fields.deadline(),
        fields.dated(),
        fields.operator(),
        fields.recurrence(),
        fields.reportTo(),
        new Tally(falselySeen.size(), gold.notTasks().size()),
        targets(),
        other(),
        lost);
  }

  private static List<Integer> starts(List<@Nullable Span> spans) {
    List<Integer> starts = new ArrayList<>();
    for (Span span : spans) {
      if (span != null) {
        starts.add(span.start());
      }
    }
    return starts;
  }

  private boolean countsAsFound(Map<Integer, Integer> pairs, int read) {
    return pairs.entrySet().stream()
        .anyMatch(pair -> pair.getValue() == read && !gold.tasks().get(pair.getKey()).free());
  }

  private boolean isFree(Span read, List<@Nullable Span> tasks) {
    for (int i = 0; i < tasks.size(); i++) {
      Span span = tasks.get(i);
      Gold.Task task = gold.tasks().get(i);
      if (span != null && (task.free() || task.splits()) && span.meets(read)) {
        return true;
      }
    }
    return false;
  }

  private Map<Integer, Integer> pairs(List<@Nullable Span> tasks, List<Span> read) {
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      Span task = tasks.get(i);
      for (int k = 0; task != null && k < read.size(); k++) {
        if (task.meets(read.get(k))) {
          all.add(new Pair(i, k, task.closeness(read.get(k))));
        }
      }
    }
    // A task that must be found goes before one that may be.
    all.sort(
        Comparator.comparing((Pair pair) -> gold.tasks().get(pair.gold()).free())
            .thenComparing(Comparator.comparingDouble(Pair::closeness).reversed())
            .thenComparingInt(Pair::gold)
            .thenComparingInt(Pair::read));
    Map<Integer, Integer> pairs = new HashMap<>();
    for (Pair pair : all) {
      if (!pairs.containsKey(pair.gold()) && !pairs.containsValue(pair.read())) {
        pairs.put(pair.gold(), pair.read());
      }
    }
    return pairs;
  }

  private Score fields(Map<Integer, Integer> pairs) {
    Tally lead = Tally.NONE;
    Tally coordinate = Tally.NONE;
    Tally deadline = Tally.NONE;
    Tally dated = Tally.NONE;
    Tally operator = Tally.NONE;
    Tally recurrence = Tally.NONE;
    Tally reportTo = Tally.NONE;
    for (Map.Entry<Integer, Integer> pair : pairs.entrySet()) {
      Gold.Task task = gold.tasks().get(pair.getKey());
      if (task.free()) {
        continue;
      }
      Assignment read = notice.assignments().get(pair.getValue());
      lead = lead.plus(isAnyOf(task.leads(), read.parties().lead()));
      coordinate = coordinate.plus(isAnyOf(task.coordinates(), read.parties().coordinate()));
      reportTo = reportTo.plus(names(task.reportTo()).equals(names(read.parties().reportTo())));
      When wanted = task.deadlines().getFirst();
      When said = GoldDeadline.of(read.deadline());
      boolean right = task.deadlines().contains(said);
      deadline = deadline.plus(right);
      if (!wanted.equals(When.NONE) || !said.equals(When.NONE)) {
        dated = dated.plus(right);
      }
      if (wanted.form().equals("recurring") || said.form().equals("recurring")) {
        recurrence = recurrence.plus(right);
      }
      if (task.op() != null && wanted.form().equals("date") && said.form().equals("date")) {
        operator = operator.plus(task.op().equals(operator(read)));
      }
    }
    return new Score(
        Tally.NONE,
        Tally.NONE,
        lead,
        coordinate,
        deadline,
        dated,
        operator,
        recurrence,
        reportTo,
        Tally.NONE,
        Tally.NONE,
        Tally.NONE,
        List.of());
  }

  private static String operator(Assignment read) {
    return read.deadline() == null || read.deadline().op() == null
        ? ""
        : read.deadline().op().name().toLowerCase(Locale.ROOT);
  }

  private static boolean isAnyOf(List<List<String>> choices, List<String> read) {
    return choices.stream().anyMatch(choice -> names(choice).equals(names(read)));
  }

  private static Set<String> names(Collection<String> names) {
    return names.stream().map(FoldedText::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private Tally targets() {
    List<Span> read =
        notice.targets().stream().map(Target::start).map(start -> new Span(start, start)).toList();
    Tally tally = Tally.NONE;
    for (Gold.Place target : gold.targets()) {
      List<Integer> at = folded.occurrences(target.quote());
      if (at.isEmpty()) {
        lost.add(target.id());
      }
      boolean found = false;
      for (int start : at) {
        Span wanted = new Span(start, folded.endOf(start, target.quote()));
        for (int i = 0; i < read.size(); i++) {
          int from = read.get(i).start();
          found |= wanted.meets(new Span(from, from + notice.targets().get(i).text().length()));
        }
      }
      tally = tally.plus(found);
    }
    return tally;
  }

  private Tally other() {
    long all = 0;
    long other = 0;
    for (Sentence each : notice.sentences()) {
      long length = text.substring(each.start(), each.end()).chars().filter(c -> c > ' ').count();
      all += length;
      other += each.kind() == Sentence.Kind.OTHER ? length : 0;
    }
    return new Tally(other, all);
  }

  /** From each place to the next one's start, or the end of its paragraph. */
  private List<@Nullable Span> spans(List<Gold.Place> places, List<Integer> alsoEndingAt) {
    List<@Nullable Integer> starts = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (Gold.Place place : places) {
      Integer start = start(place, taken);
      starts.add(start);
      if (start == null) {
        lost.add(place.id());
      } else {
        taken.add(start);
      }
    }
    TreeSet<Integer> ends = new TreeSet<>(taken);
    ends.addAll(alsoEndingAt);
    List<@Nullable Span> spans = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Integer start = starts.get(i);
      if (start == null) {
        spans.add(null);
        continue;
      }
      Integer next = ends.higher(start);
      int end = paragraphEnd(start, places.get(i).lines());
      spans.add(new Span(start, next == null ? end : Math.min(next, end)));
    }
    return spans;
  }

  private @Nullable Integer start(Gold.Place place, Set<Integer> taken) {
    List<Integer> at = folded.occurrences(place.quote());
    if (place.occurrence() > 0 && place.occurrence() <= at.size()) {
      return at.get(place.occurrence() - 1);
    }
    List<Integer> untaken = at.stream().filter(start -> !taken.contains(start)).toList();
    for (int start : untaken) {
      if (place.lines().contains(folded.lineOf(start))) {
        return start;
      }
    }
    return untaken.isEmpty() ? null : untaken.getFirst();
  }

  // Lines of one paragraph are named when it is broken; else a line that does not end goes on.
  private int paragraphEnd(int start, List<Integer> lines) {
    int own = folded.lineOf(start);
    int last = lines.contains(own) ? lines.getLast() : own;
    int end = folded.endOfLine(last);
    while (!lines.contains(own) && goesOn(end)) {
      end = folded.endOfLine(++last);
    }
    return end;
  }

  private boolean goesOn(int end) {
    if (end <= 0 || end + 1 >= text.length()) {
      return false;
    }
    char before =
        text.charAt(end - 1) == '\r' && end > 1 ? text.charAt(end - 2) : text.charAt(end - 1);
    return (Character.isLetterOrDigit(before) || before == ',')
        && Character.isLowerCase(text.charAt(end + 1));
  }
}
