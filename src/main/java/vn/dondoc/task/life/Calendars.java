package vn.dondoc.task.life;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.Due;

/**
 * Lịch làm việc của tỉnh: the days off and the exchanged days, as data. A year is entered whole and
 * replaced whole; what was entered before stays.
 */
@Component
@Transactional(readOnly = true)
public class Calendars {
  /** The notice of next year's days off is out by then; from here on a year without is missed. */
  private static final Month ASKED_FROM = Month.OCTOBER;

  private static final String SHIPPED = "Số liệu kèm theo chương trình";

  private final CalendarStore store;
  private final DutyStore duties;
  private final Bodies bodies;
  private final ProvinceDay day;
  private final @Nullable Path directory;

  Calendars(
      CalendarStore store,
      DutyStore duties,
      Bodies bodies,
      ProvinceDay day,
      @Value("${dondoc.reference:}") String directory) {
    this.store = store;
    this.duties = duties;
    this.bodies = bodies;
    this.day = day;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  /**
   * Loads the years that come with the program, or those an administrator put in their place; a
   * year entered by hand stays as it is.
   *
   * @return how many years are new or changed
   */
  @Transactional
  public int load() {
    ReferenceTable table =
        ReferenceTable.read(directory, "task/days-off.csv", List.of("day", "kind", "name"));
    Map<Integer, List<DayOff>> shipped =
        table.column(Calendars::dayOff).stream()
            .sorted((one, other) -> one.day().compareTo(other.day()))
            .collect(
                Collectors.groupingBy(
                    off -> off.day().getYear(), TreeMap::new, Collectors.toList()));
    Map<Integer, CalendarYear> entered =
        store.years().stream().collect(Collectors.toMap(CalendarYear::year, year -> year));
    int loaded = 0;
    for (Map.Entry<Integer, List<DayOff>> year : shipped.entrySet()) {
      CalendarYear known = entered.get(year.getKey());
      if (known == null || known.isShipped() && !known.days().equals(year.getValue())) {
        int number = known == null ? 1 : known.number() + 1;
        store.add(year.getKey(), number, year.getValue(), SHIPPED, Actor.system("calendar"));
        loaded++;
      }
    }
    return loaded;
  }

  private static DayOff dayOff(ReferenceTable.Row row) {
    LocalDate day = Objects.requireNonNull(row.day("day"), "days-off.csv: " + row.line());
    return new DayOff(day, DayOff.Kind.of(row.text("kind")), row.text("name"));
  }

  /** The calendar as it is entered today. */
  public WorkingCalendar current() {
    return calendar(store.years());
  }

  /** The calendar as it would be with other days in one year. */
  public WorkingCalendar with(int year, List<DayOff> days) {
    List<CalendarYear> years = new ArrayList<>(store.years());
    years.removeIf(entered -> entered.year() == year);
    years.add(new CalendarYear(year, 1, java.time.Instant.EPOCH, 0, "", "", days));
    return calendar(years);
  }

  private static WorkingCalendar calendar(List<CalendarYear> years) {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> worked = new HashSet<>();
    Set<Integer> known = new HashSet<>();
    for (CalendarYear year : years) {
      known.add(year.year());
      for (DayOff day : year.days()) {
        (day.kind() == DayOff.Kind.SWAP_WORK ? worked : off).add(day.day());
      }
    }
    return new WorkingCalendar(off, worked, known);
  }

  /** Every year that was entered, the latest first. */
  public List<CalendarYear> years() {
    return store.years();
  }

  /** A year as it was last entered; empty when it was not. */
  public Optional<CalendarYear> year(int year) {
    return store.years().stream().filter(entered -> entered.year() == year).findFirst();
  }

  /** Every day off, oldest first. */
  public List<DayOff> days() {
    return store.years().stream()
        .flatMap(year -> year.days().stream())
        .sorted((one, other) -> one.day().compareTo(other.day()))
        .toList();
  }

  /** Years whose days off should have been entered by now: this one, and from October the next. */
  public List<Integer> missing() {
    Set<Integer> known = current().years();
    LocalDate today = day.today();
    List<Integer> missing = new ArrayList<>();
    for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
      boolean asked = year == today.getYear() || today.getMonth().compareTo(ASKED_FROM) >= 0;
      if (asked && !known.contains(year)) {
        missing.add(year);
      }
    }
    return missing;
  }

  /** Those of some days that were counted into a year whose days off are not entered. */
  public List<LocalDate> uncertain(Due due, List<LocalDate> days) {
    if (due.kind() != Due.Kind.RELATIVE || days.isEmpty()) {
      return List.of();
    }
    Schedule schedule = new Schedule(due, current());
    return days.stream().filter(schedule::isUncertain).toList();
  }

  /** Deadlines of work given today that would be counted into such a year. */
  public List<LocalDate> uncertain(List<Due> dues) {
    WorkingCalendar calendar = current();
    List<LocalDate> days = new ArrayList<>();
    for (Due due : dues) {
      Schedule schedule = new Schedule(due, calendar);
      LocalDate last = schedule.first(day.today());
      if (last != null && schedule.isUncertain(last) && !days.contains(last)) {
        days.add(last);
      }
    }
    return days;
  }

  /** Last days in time of work given today, where one can be told. */
  public Map<Due, LocalDate> counted(Collection<Due> dues) {
    WorkingCalendar calendar = current();
    Map<Due, LocalDate> counted = new HashMap<>();
    for (Due due : dues) {
      LocalDate last = new Schedule(due, calendar).first(day.today());
      if (last != null) {
        counted.put(due, last);
      }
    }
    return counted;
  }

  /**
   * Deadlines of what is still owed that another calendar counts otherwise. One that a person set
   * or extended is not counted and stays, and so does a part whose whole stays before it.
   */
  public Recounts recounts(WorkingCalendar other) {
    DutyMoves moves = moves(other);
    return new Recounts(
        moves.inOrder().stream().map(Calendars::recount).toList(), moves.problems(this::name));
  }

  private DutyMoves moves(WorkingCalendar other) {
    WorkingCalendar now = current();
    List<DutyMove> wanted = new ArrayList<>();
    for (CalendarStore.Counted counted : store.counted(day.today())) {
      LocalDate before = counted(counted, now);
      LocalDate after = counted(counted, other);
      boolean untouched = before != null && before.equals(counted.duty().due());
      if (untouched && after != null && !after.equals(before)) {
        wanted.add(new DutyMove(counted.duty(), after));
      }
    }
    Set<Long> tasks = wanted.stream().map(move -> move.duty().taskId()).collect(Collectors.toSet());
    return new DutyMoves(wanted, tasks.isEmpty() ? List.of() : duties.ofTasks(tasks, day.today()));
  }

  private static Recount recount(DutyMove move) {
    return new Recount(move.duty(), Objects.requireNonNull(move.to()));
  }

  private String name(int body) {
    return bodies.find(body).map(Body::name).orElse("");
  }

  private static @Nullable LocalDate counted(
      CalendarStore.Counted counted, WorkingCalendar calendar) {
    Schedule schedule = new Schedule(counted.due(), calendar);
    LocalDate event = counted.eventOn();
    return event == null ? schedule.first(counted.openedOn()) : schedule.after(event);
  }

  /**
   * Enters a year, or puts other days in its place, and counts the deadlines again that follow from
   * it. Who calls this has checked the days and audits the act.
   *
   * @param seen how often the year had been entered when the person looked
   * @return the deadlines that moved
   * @throws Refusal when somebody entered the year in between, or a part would be left behind its
   *     whole
   */
  @Transactional
  public List<Recount> enter(int year, int seen, List<DayOff> days, String why) {
    int number = year(year).map(CalendarYear::number).orElse(0);
    if (number != seen) {
      throw Refusal.of(LifeRefusal.CALENDAR_CHANGED, Integer.toString(year), year);
    }
    DutyMoves moves = moves(with(year, days));
    List<Refusal.Problem> problems = moves.problems(this::name);
    if (!problems.isEmpty()) {
      throw Refusal.of(LifeRefusal.BEFORE_PART, problems);
    }
    List<DutyMove> moved = moves.inOrder();
    try {
      store.add(year, number + 1, days, why, Acting.current());
      if (!moved.isEmpty()) {
        store.recount(moved, day.today(), why, Acting.current());
      }
    } catch (DuplicateKeyException e) {
      throw Refusal.of(LifeRefusal.CALENDAR_CHANGED, Integer.toString(year), year);
    }
    return moved.stream().map(Calendars::recount).toList();
  }
}
