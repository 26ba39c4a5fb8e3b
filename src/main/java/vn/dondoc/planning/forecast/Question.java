package vn.dondoc.planning.forecast;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Câu hỏi: what is known, and what is asked.
 *
 * <p>The same question has the same answer: the seed is a part of it. Two questions that differ
 * only in plans share their dice, so their answers differ by the plans alone.
 *
 * @param known the last month known, 0 to 13
 * @param lines the lines of the year; their months after {@code known} are not read
 * @param past lines of finished years, each with its thirteen months, the newest year first
 * @param targets mục tiêu asked about
 * @param promises lời hứa of owners for this year
 * @param kept what owners promised before, and what came
 * @param seed of the dice
 */
public record Question(
    int known,
    List<Line> lines,
    List<List<Line>> past,
    List<Target> targets,
    List<Promise> promises,
    List<Kept> kept,
    long seed) {
  /** Lines that can be asked about at once. */
  public static final int MOST_LINES = 20_000;

  public Question {
    lines = List.copyOf(lines);
    past = past.stream().map(List::copyOf).toList();
    targets = List.copyOf(targets);
    promises = List.copyOf(promises);
    kept = List.copyOf(kept);
    if (known < 0 || known > Line.LAST_MONTH) {
      throw new IllegalArgumentException("month " + known + " is not one of 0 to 13");
    }
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException(lines.size() + " lines, at most " + MOST_LINES);
    }
    Set<Long> seen = new HashSet<>();
    List<Long> twice = lines.stream().map(Line::id).filter(id -> !seen.add(id)).toList();
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException("lines " + twice + " are there more than once");
    }
  }

  /** The same question with its lines in an order of their own, so that theirs changes nothing. */
  Question inOrder() {
    return new Question(
        known,
        sorted(lines),
        past.stream().map(Question::sorted).toList(),
        targets,
        promises,
        kept,
        seed);
  }

  private static List<Line> sorted(List<Line> lines) {
    return lines.stream()
        .sorted(Comparator.comparingLong(Line::id).thenComparingLong(Line::plan))
        .toList();
  }

  /**
   * Lời hứa giải ngân của chủ đầu tư.
   *
   * @param line the line it speaks of
   * @param month the month at whose end it is to be so
   * @param amount cumulative
   */
  public record Promise(long line, int month, long amount) {}

  /**
   * Một lời hứa đã đến hạn.
   *
   * @param owner chủ đầu tư
   * @param paidThen cumulative when it was promised
   * @param promised cumulative, as promised
   * @param came cumulative, as it was
   */
  public record Kept(long owner, long paidThen, long promised, long came) {}
}
