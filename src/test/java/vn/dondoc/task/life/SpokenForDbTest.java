package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.testing.Province;

/** Who speaks for a body, and what nobody sets after the fact. */
class SpokenForDbTest {
  private static final Actor SYSTEM = Actor.system("test");
  private static final LocalDate SEPTEMBER_25 = LocalDate.of(2020, 9, 25);
  private static Province province;
  private static Duties duties;
  private static Tasks tasks;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    duties = province.server().door(Duties.class);
    tasks = province.server().door(Tasks.class);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void districtSaysNothingInTheNameOfItsCommune() {
    int commune = province.body("UBND xã Y Tịch").id();
    int district = province.body("UBND huyện Chi Lăng").id();
    long id = lead(Due.by(SEPTEMBER_25), commune);
    Actor above =
        new Actor(
            950,
            "Huyện mẫu",
            Set.of("task.read", "task.report"),
            false,
            List.of(district, commune),
            List.of(),
            List.of(district));
    assertThat(Acting.call(above, () -> duties.find(id))).as("it sees the duty").isPresent();
    Deed report = Deed.report(0, "xong", "BC 1");
    assertThatThrownBy(() -> Acting.as(above, () -> duties.record(id, report)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not_yours");
    assertThat(mayRecord(above, id, "report")).as("nor does the database take it").isFalse();
    Actor own =
        new Actor(
            951, "Xã mẫu", Set.of("task.read", "task.report"), false, List.of(commune), List.of());
    Acting.as(own, () -> duties.record(id, report));
    assertThat(duty(id).state()).isEqualTo(State.REPORTED);
  }

  private static boolean mayRecord(Actor actor, long id, String kind) {
    return Acting.call(
        actor,
        () ->
            Objects.requireNonNull(
                new TransactionTemplate(province.server().door(PlatformTransactionManager.class))
                    .execute(status ->
                        province
                            .server()
                            .door(JdbcClient.class)
                            .sql("select task.may_record(?, ?)")
                            .params(id, kind)
                            .query(Boolean.class)
                            .single())));
  }

  @Test
  void daySetAfterItHasPassedMakesNobodyLate() {
    long id = lead(Due.none(), province.body("Sở Tài chính").id());
    Task task = Acting.call(SYSTEM, () -> tasks.find(duty(id).taskId())).orElseThrow();
    NewTask now = task.content();
    NewTask late =
        new NewTask(
            now.source(),
            now.ordinal(),
            now.wording(),
            Due.by(LocalDate.of(2020, 8, 1)),
            now.parties());
    assertThatThrownBy(() -> Acting.as(SYSTEM, () -> tasks.correct(task.id(), 1, late, "ghi nhầm")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("past");
    assertThat(duty(id).due()).isNull();
  }

  private static Duty duty(long id) {
    return Acting.call(SYSTEM, () -> duties.find(id)).orElseThrow();
  }

  private static long lead(Due due, int lead) {
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, "noi-thay-" + lead, List.of("1")),
            1,
            new Wording("làm việc mẫu", "làm việc mẫu", null, null),
            due,
            List.of(new Party(lead, Party.Part.LEAD, "chủ trì")));
    long id = Acting.call(SYSTEM, () -> tasks.create(task));
    return Acting.call(SYSTEM, () -> duties.ofTasks(List.of(id))).getFirst().id();
  }
}
