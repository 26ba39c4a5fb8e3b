package vn.dondoc.task.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** Deadlines on every day about Tết 2021: each rung is told once, and never on a day off. */
class LadderDbTest {
  private static final LocalDate OPENED = LocalDate.of(2020, 12, 1);
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 25);
  private static final LocalDate LAST = LocalDate.of(2021, 2, 28);
  private static final LocalDate END = LAST.plusDays(30);
  @TempDir private static Path own;
  private static Province province;
  private static ReminderWorld world;

  @BeforeAll
  static void start() {
    province =
        Province.ofAugust2020(
            Server.start(TestDatabase.fresh(), Map.of("dondoc.reference", own.toString())));
    world = ReminderWorld.in(province);
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @Test
  void eachRungIsToldOnceAndNeverOnDayOff() {
    WorkingCalendar calendar = province.server().door(Calendars.class).current();
    assertThat(calendar.knows(2021)).isTrue();
    Map<LocalDate, Long> duties = new TreeMap<>();
    int planning = world.id("Sở Kế hoạch và Đầu tư");
    FIRST
        .datesUntil(LAST.plusDays(1))
        .forEach(due -> duties.put(due, world.give("hạn " + due, OPENED, due, planning)));
    world.pass(FIRST.minusDays(10), END);
    Map<String, LocalDate> expected = new TreeMap<>();
    Map<LocalDate, Set<LocalDate>> deadlinesToldOn = new TreeMap<>();
    duties.forEach((due, duty) -> {
      for (LocalDate rung : rungs(due)) {
        LocalDate told = calendar.workingDayFrom(rung);
        if (!told.isAfter(END)) {
          expected.put(duty + " " + rung, told);
          deadlinesToldOn.computeIfAbsent(told, day -> new TreeSet<>()).add(due);
        }
      }
    });
    assertThat(told()).isEqualTo(expected);
    List<ReminderWorld.Written> letters = world.letters("ke-hoach");
    assertThat(letters.stream().map(ReminderWorld.Written::day).toList())
        .isEqualTo(List.copyOf(deadlinesToldOn.keySet()))
        .allMatch(calendar::isWorkingDay);
    for (ReminderWorld.Written letter : letters) {
      Set<LocalDate> named =
          letter
              .body()
              .lines()
              .filter(line -> line.matches("\\d+\\. .*"))
              .map(line -> LocalDate.parse(line.replaceAll(".*hạn ", "")))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(named)
          .as("letter of %s", letter.day())
          .isEqualTo(deadlinesToldOn.get(letter.day()));
    }
  }

  private static List<LocalDate> rungs(LocalDate due) {
    List<LocalDate> rungs =
        new ArrayList<>(List.of(due.minusDays(7), due.minusDays(3), due, due.plusDays(1)));
    for (LocalDate weekly = due.plusDays(8); !weekly.isAfter(END); weekly = weekly.plusDays(7)) {
      rungs.add(weekly);
    }
    return rungs;
  }

  private static Map<String, LocalDate> told() {
    Map<String, LocalDate> told = new TreeMap<>();
    world
        .owner()
        .sql("select duty_id, rung_on, told_on from task.reminder")
        .query((row, number) ->
            told.put(row.getLong(1) + " " + row.getString(2), row.getObject(3, LocalDate.class)))
        .list();
    return told;
  }

  @Test
  void administratorsOwnLadderTakesThePlaceOfTheShippedOne() throws IOException {
    Path file = own.resolve("task/reminders.csv");
    Files.createDirectories(file.getParent());
    try {
      Files.writeString(
          file,
          "valid_from,valid_until,days,every,to\n2000-01-01,2021-12-31,-5,,body;office\n2022-01-01,,-2,,body\n");
      load();
      assertThat(rungCount()).isEqualTo(2);
      Files.writeString(
          file,
          "valid_from,valid_until,days,every,to\n2000-01-01,,-5,,moi nguoi\n2000-01-01,,900,0,body\n");
      assertThatThrownBy(LadderDbTest::load)
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal ->
                  assertThat(refusal.problems())
                      .extracting(Refusal.Problem::place)
                      .containsExactly("task/reminders.csv:2", "task/reminders.csv:3"));
      assertThat(rungCount()).isEqualTo(2);
    } finally {
      Files.delete(file);
      load();
    }
    assertThat(rungCount()).isEqualTo(5);
  }

  private static void load() {
    Acting.as(Actor.system("test"), () -> province.server().door(Reminders.class).loadLadder());
  }

  private static int rungCount() {
    return world
        .owner()
        .sql("select count(*)::int from task.reminder_rung")
        .query(Integer.class)
        .single();
  }
}
