package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Một dòng trong nhật ký của phần việc.
 *
 * @param fact what was recorded
 * @param eventOn the day of the event its deadline follows from
 * @param document số, ký hiệu of the paper that proves it
 * @param files files that prove it
 */
public record ToldFact(
    Fact fact, @Nullable LocalDate eventOn, @Nullable String document, List<Attached> files) {
  /** Tệp kèm theo. */
  public record Attached(long id, int size, String name) {}

  static List<Attached> files(String[] rows) {
    return Stream.of(rows)
        .map(row -> row.split(" ", 3))
        .map(part -> new Attached(Long.parseLong(part[0]), Integer.parseInt(part[1]), part[2]))
        .toList();
  }
}
