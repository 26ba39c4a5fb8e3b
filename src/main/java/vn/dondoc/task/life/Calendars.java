package vn.dondoc.task.life;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.WorkingCalendar;

/** Lịch làm việc của tỉnh: the days off and the exchanged days, as data. */
@Component
@Transactional(readOnly = true)
public class Calendars {
  private final CalendarStore store;
  private final @Nullable Path directory;

  Calendars(CalendarStore store, @Value("${dondoc.reference:}") String directory) {
    this.store = store;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  /**
   * Loads the days off that come with the program, or those an administrator put in their place;
   * what was entered by hand stays.
   *
   * @return how many days are new
   */
  @Transactional
  public int load() {
    ReferenceTable table =
        ReferenceTable.read(directory, "task/days-off.csv", List.of("day", "kind", "name"));
    return store.add(table.column(Calendars::dayOff));
  }

  private static DayOff dayOff(ReferenceTable.Row row) {
    LocalDate day = Objects.requireNonNull(row.day("day"), "days-off.csv: " + row.line());
    return new DayOff(day, DayOff.Kind.of(row.text("kind")), row.text("name"));
  }

  /** The calendar as it is entered today. */
  public WorkingCalendar current() {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> worked = new HashSet<>();
    for (DayOff day : store.all()) {
      (day.kind() == DayOff.Kind.SWAP_WORK ? worked : off).add(day.day());
    }
    return new WorkingCalendar(off, worked, Set.copyOf(store.years()));
  }

  /** Every day off, oldest first. */
  public List<DayOff> days() {
    return store.all();
  }
}
