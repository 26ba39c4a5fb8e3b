package vn.dondoc.task.life;

import java.time.Instant;
import java.util.List;

/**
 * Một năm của lịch làm việc, as it was last entered.
 *
 * @param year the year
 * @param number how often it was entered, from 1
 * @param recordedAt when
 * @param recordedById whose account; negative for the data that come with the program
 * @param recordedBy whose name
 * @param why where the days are from, or why they were replaced
 * @param days every day that is not what the week says, oldest first
 */
public record CalendarYear(
    int year,
    int number,
    Instant recordedAt,
    long recordedById,
    String recordedBy,
    String why,
    List<DayOff> days) {
  public CalendarYear {
    days = List.copyOf(days);
  }

  /** Whether it came with the program and nobody has entered it since. */
  public boolean isShipped() {
    return recordedById < 0;
  }
}
