package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.testing.Province;

/** The province of August 2020 with tasks of every form of deadline. */
abstract class DeadlineWorld {
  static final Actor SYSTEM = Actor.system("test");
  static Province province;
  static Duties duties;
  static Tasks tasks;
  static Calendars calendars;
  static Actor office;
  static int planning;
  static int finance;
  static int building;
  static long serial;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    duties = province.server().door(Duties.class);
    tasks = province.server().door(Tasks.class);
    calendars = province.server().door(Calendars.class);
    planning = province.body("Sở Kế hoạch và Đầu tư").id();
    finance = province.body("Sở Tài chính").id();
    building = province.body("Sở Xây dựng").id();
    office =
        new Actor(
            800,
            "Văn phòng mẫu",
            Set.of("task.read", "task.confirm"),
            true,
            List.of(province.body("Văn phòng UBND tỉnh").id()),
            List.of());
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @BeforeEach
  void standOnAugust14() {
    standOn("2020-08-14");
  }

  static Due within(
      int count,
      String unit,
      @Nullable String from,
      @Nullable LocalDate paper,
      Due.@Nullable Op op) {
    return new Due(Due.Kind.RELATIVE, paper, null, op, null, null, count, unit, from, null, false);
  }

  static Due due(Due.Kind kind) {
    return new Due(kind, null, null, null, null, null, null, null, null, null, false);
  }

  static Due every(String every, @Nullable Integer day, @Nullable LocalDate from) {
    return new Due(Due.Kind.RECURRING, from, null, null, every, day, null, null, null, null, false);
  }

  static long give(Due due, int lead, int... helpers) {
    return Acting.call(
        SYSTEM, () -> tasks.create(task("thoi-han-" + serial++, due, lead, helpers)));
  }

  static NewTask task(String key, Due due, int lead, int... helpers) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(lead, Party.Part.LEAD, "chủ trì"));
    for (int helper : helpers) {
      parties.add(new Party(helper, Party.Part.COORDINATE, "phối hợp"));
    }
    return new NewTask(
        new SourceReference("test", 3, key, List.of("1")),
        1,
        new Wording("làm việc mẫu", "làm việc mẫu", null, null),
        due,
        parties);
  }

  static void correct(long id, Due due, int lead, int... helpers) {
    Task now = Acting.call(SYSTEM, () -> tasks.find(id)).orElseThrow();
    NewTask content = task(now.content().source().key(), due, lead, helpers);
    Acting.as(SYSTEM, () -> tasks.correct(id, now.version(), content, "sửa theo văn bản"));
  }

  static void standOn(String day) {
    JdbcClient.create(province.server().database().owner())
        .sql("update database.province_day set day = :day")
        .param("day", day(day))
        .update();
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static List<Duty> ofTask(long task) {
    return Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task)));
  }

  static Duty one(long task) {
    return ofTask(task).getFirst();
  }

  static Duty duty(long id) {
    return Acting.call(SYSTEM, () -> duties.find(id)).orElseThrow();
  }

  static List<String> dues(long task) {
    return ofTask(task).stream().map(d -> Objects.requireNonNull(d.due()).toString()).toList();
  }

  static void as(int body, long id, Deed deed) {
    Actor doer =
        new Actor(
            900 + body, "mẫu", Set.of("task.read", "task.report"), false, List.of(body), List.of());
    Acting.as(doer, () -> duties.record(id, deed));
  }
}
