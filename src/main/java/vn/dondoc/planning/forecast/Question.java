package vn.dondoc.planning.forecast;

import java.util.List;
import java.util.Map;

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
    Map<Long, List<Line>> byId =
        lines.stream().collect(java.util.stream.Collectors.groupingBy(Line::id));
    byId.forEach((id, same) -> {
      if (same.size() > 1) {
        throw new IllegalArgumentException("line " + id + " is there " + same.size() + " times");
      }
    });
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
