package vn.dondoc.task.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.task.life.Duties;
import vn.dondoc.testing.Province;

/**
 * Duties with a life written by hand, in the province of August 2020.
 *
 * @param province it
 * @param serial makes each task's source its own
 */
record OverviewWorld(Province province, AtomicLong serial) {
  static final Actor SYSTEM = Actor.system("test");

  static OverviewWorld open() {
    return new OverviewWorld(Province.ofAugust2020(), new AtomicLong());
  }

  JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  int body(String name) {
    return province.body(name).id();
  }

  void standOn(LocalDate day) {
    owner().sql("update database.province_day set day = :day").param("day", day).update();
  }

  /** A task of a source for some bodies, the first of which leads. */
  List<Long> give(long source, @Nullable LocalDate due, int... bodies) {
    return giveDue(source, due == null ? Due.none() : Due.by(due), bodies);
  }

  /** The same with any deadline. */
  List<Long> giveDue(long source, Due due, int... bodies) {
    List<Party> parties = new ArrayList<>();
    for (int body : bodies) {
      Party.Part part = parties.isEmpty() ? Party.Part.LEAD : Party.Part.COORDINATE;
      parties.add(new Party(body, part, "mẫu"));
    }
    NewTask task =
        new NewTask(
            new SourceReference(
                SourceReference.DOCUMENT,
                source,
                "tong-quan-" + serial.incrementAndGet(),
                List.of("1")),
            1,
            new Wording("làm việc mẫu " + serial.get(), "làm việc mẫu", null, null),
            due,
            parties);
    long id = Acting.call(SYSTEM, () -> province.server().door(Tasks.class).create(task));
    return Acting.call(SYSTEM, () -> province.server().door(Duties.class).ofTasks(List.of(id)))
        .stream()
        .map(duty -> duty.id())
        .toList();
  }

  /** Writes a fact down as it is, whoever could have recorded it. */
  void fact(long duty, int step, String kind, LocalDate day) {
    boolean dated = kind.equals("set_date") || kind.endsWith("_extension") || kind.equals("event");
    owner()
        .sql(
            """
            insert into task.fact (duty_id, step, kind, on_day, until, other_body, by_account,
                                   by_name)
            select :duty, :step, :kind, :day, :until,
                   case when :kind = 'hand_back' then d.body_id end, 1, 'mẫu'
              from task.duty d where d.id = :duty
            """)
        .param("duty", duty)
        .param("step", step)
        .param("kind", kind)
        .param("day", day)
        .param(
            "until",
            dated && !kind.equals("refuse_extension") ? day.plusDays(20) : null,
            java.sql.Types.DATE)
        .update();
  }
}
