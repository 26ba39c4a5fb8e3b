package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.testing.Province;

/** The database and the program compute where a duty stands from the same facts; they agree. */
class LifeSqlDbTest {
  private static final LocalDate START = LocalDate.of(2020, 8, 14);
  private static final LocalDate DUE = LocalDate.of(2020, 9, 25);
  private static final int LIVES = 250;
  private static final Map<Long, List<Fact>> FACTS = new HashMap<>();
  private static final Map<Long, @Nullable LocalDate> DUES = new HashMap<>();
  private static Province province;
  private static DataSource source;
  private static JdbcClient owner;
  private static Duties duties;

  @BeforeAll
  static void liveManyLives() {
    province = Province.ofAugust2020();
    source = province.server().database().owner();
    owner = JdbcClient.create(source);
    duties = province.server().door(Duties.class);
    int body = province.body("Sở Xây dựng").id();
    for (int seed = 0; seed < LIVES; seed++) {
      Due due = seed % 3 == 0 ? Due.none() : Due.by(DUE);
      long duty = open(body, due, seed);
      FACTS.put(duty, LifePropertyTest.life(seed));
      DUES.put(duty, due.lastDay());
      FACTS.get(duty).forEach(fact -> add(duty, fact, body));
    }
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void bothTellTheSameOnEveryDay() {
    for (int week = 0; week < 60; week += 3) {
      LocalDate day = START.plusWeeks(week);
      owner.sql("update database.province_day set day = :day").param("day", day).update();
      for (Map.Entry<Long, List<Fact>> lived : FACTS.entrySet()) {
        long id = lived.getKey();
        Duty duty = Acting.call(Actor.system("test"), () -> duties.find(id)).orElseThrow();
        Life life = Life.of(DUES.get(id), lived.getValue(), day);
        assertThat(told(duty))
            .as("duty %s on %s: %s", id, day, lived.getValue())
            .isEqualTo(told(life, day));
      }
    }
  }

  @Test
  void whatIsKeptBesideADutyTellsWhatItsFactsTellOnEveryDay() {
    for (int week = -2; week < 60; week += 3) {
      LocalDate day = START.plusWeeks(week);
      List<String> kept = standing(day);
      List<String> read =
          new TransactionTemplate(new JdbcTransactionManager(source))
              .execute(status -> {
                status.setRollbackOnly();
                owner.sql("update task.duty set told_until = 'infinity'").update();
                return standing(day);
              });
      assertThat(kept).as("%s", day).isEqualTo(read);
    }
  }

  @Test
  void factsThatComeTogetherOrOutOfOrderAreKeptAllTheSame() {
    new TransactionTemplate(new JdbcTransactionManager(source))
        .executeWithoutResult(status -> {
          status.setRollbackOnly();
          owner.sql("delete from task.fact where step > 3 and id % 2 = 0").update();
          owner
              .sql(
                  """
                  insert into task.fact (duty_id, step, kind, on_day, other_body, by_account,
                                   by_name)
                  select d.id, 100 + n, k.kind, date '2021-06-01' - n * 40 + (d.id % 90)::int,
                         case when k.kind = 'hand_back' then d.body_id end, 1, 'mẫu'
                    from task.duty d, generate_series(1, 5) n,
                         lateral (select ('{receive,progress,report,return,hand_back}'::text[])
                                           [1 + (n + d.id::int) % 5] as kind) k
                  """)
              .update();
          for (int week = -2; week < 60; week += 9) {
            LocalDate day = START.plusWeeks(week);
            List<String> kept = standing(day);
            owner.sql("savepoint kept").update();
            owner.sql("update task.duty set told_until = 'infinity'").update();
            assertThat(kept).as("%s", day).isEqualTo(standing(day));
            owner.sql("rollback to savepoint kept").update();
          }
        });
  }

  private static List<String> standing(LocalDate day) {
    return owner
        .sql("select d::text from task.duties_on(:day) d order by d.id")
        .param("day", day)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static List<?> told(Duty duty) {
    return Arrays.asList(
        duty.state(),
        duty.originalDue(),
        duty.due(),
        duty.timing(),
        (long) duty.daysLate(),
        duty.extensionAsked(),
        duty.step());
  }

  private static List<?> told(Life life, LocalDate day) {
    return Arrays.asList(
        life.state(),
        life.originalDue(),
        life.due(),
        life.timing(day),
        life.daysLate(day),
        life.asked() != null,
        life.step());
  }

  private static long open(int body, Due due, int seed) {
    NewTask task =
        new NewTask(
            new SourceReference("test", 2, "doi-" + seed, List.of("1")),
            1,
            new Wording("làm việc mẫu", "làm việc mẫu", null, null),
            due,
            List.of(new Party(body, Party.Part.LEAD, "Sở Xây dựng")));
    Tasks tasks = province.server().door(Tasks.class);
    long id = Acting.call(Actor.system("test"), () -> tasks.create(task));
    return Acting.call(Actor.system("test"), () -> duties.ofTasks(List.of(id))).getFirst().id();
  }

  private static void add(long duty, Fact fact, int body) {
    owner
        .sql(
            """
            insert into task.fact (duty_id, step, kind, on_day, until, other_body, by_account,
                                   by_name)
            values (:duty, :step, :kind, :day, :until, :other, 1, 'mẫu')
            """)
        .param("duty", duty)
        .param("step", fact.step())
        .param("kind", fact.kind().code())
        .param("day", fact.onDay())
        .param("until", fact.until())
        .param("other", fact.otherBody() == null ? null : Integer.valueOf(body))
        .update();
  }
}
