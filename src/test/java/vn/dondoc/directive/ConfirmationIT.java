package vn.dondoc.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.TaskFilter;
import vn.dondoc.task.Tasks;
import vn.dondoc.testing.ConfirmingProgram;
import vn.dondoc.testing.Province;

/** A confirmation makes all its tasks or none, and nobody sees another's. */
class ConfirmationIT {
  private static final Actor OFFICE = Actor.system("test");
  private static final long AUDIT_LOCK = 4710237115L;
  private static Province province;
  private static JdbcClient owner;
  private static long document;

  @BeforeAll
  static void takeInAndDecide() throws Exception {
    province = Province.ofAugust2020();
    owner = JdbcClient.create(province.server().database().owner());
    byte[] sample = Files.readAllBytes(Path.of("src/main/resources/demo/thong-bao-mau.txt"));
    Directives directives = province.server().door(Directives.class);
    document = Acting.call(OFFICE, () -> directives.receive("mau.txt", sample, true).documentId());
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void killedInTheMiddleLeavesNothingAndSecondTryMakesAll() throws Exception {
    Directives directives = province.server().door(Directives.class);
    assertThatThrownBy(() -> Acting.call(OFFICE, () -> directives.confirm(document)))
        .isInstanceOf(Refusal.class);
    assertThat(tasks()).isZero();

    int bodyId = owner.sql("select min(id) from agency.body").query(Integer.class).single();
    owner
        .sql(
            """
            update directive.proposal set state = 'accepted', content = jsonb_set(content,
              '{parties}', jsonb_build_array(jsonb_build_object('part', 'LEAD', 'written', 'mẫu',
                'bodyId', :body::int, 'name', 'mẫu')))
            """)
        .param("body", bodyId)
        .update();

    try (Connection blocking = province.server().database().owner().getConnection();
        Statement lock = blocking.createStatement()) {
      blocking.setAutoCommit(false);
      // The program has made every task and waits to write its last audit entry.
      lock.execute("select pg_advisory_xact_lock(" + AUDIT_LOCK + ")");
      Process program = ConfirmingProgram.start(province.server().database(), document);
      waitUntilItWaits();
      program.destroyForcibly();
      assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
      blocking.rollback();
    }
    waitUntilItIsGone();
    assertThat(tasks()).isZero();
    assertThat(state()).isEqualTo("reviewing");

    int made = Acting.call(OFFICE, () -> directives.confirm(document));
    assertThat(tasks()).isEqualTo(made).isGreaterThan(20);
    assertThat(Acting.<Integer, RuntimeException>call(OFFICE, () -> directives.confirm(document)))
        .isEqualTo(made);
    assertThat(tasks()).isEqualTo(made);

    assertThat(owner.sql("select count(*) from directive.circulation").query(Long.class).single())
        .isGreaterThan(20);
    otherBodySeesNothingEvenWithoutAnyFilter(bodyId);
  }

  private static void otherBodySeesNothingEvenWithoutAnyFilter(int leadId) {
    Actor lead = new Actor(901, "chủ trì", java.util.Set.of(), false, List.of(leadId), List.of());
    Actor other =
        new Actor(902, "cơ quan khác", java.util.Set.of(), false, List.of(commune()), List.of());
    Tasks tasks = province.server().door(Tasks.class);
    assertThat(
            Acting.<Long, RuntimeException>call(lead, () -> tasks.count(TaskFilter.all()).total()))
        .isGreaterThan(20);
    for (String table :
        List.of(
            "task.task",
            "task.version",
            "task.party",
            "directive.document",
            "directive.file",
            "directive.sentence",
            "directive.proposal",
            "directive.passage",
            "directive.circulation",
            "directive.review_act")) {
      assertThat(rows(other, table)).as(table + " for another body").isZero();
      assertThat(rows(Actor.visitor(), table)).as(table + " for a visitor").isZero();
    }
    assertThat(rows(lead, "task.task")).isGreaterThan(20);
    assertThat(rows(lead, "directive.document")).isEqualTo(1);
    assertThat(rows(lead, "directive.proposal")).isZero();
  }

  /** A body that has no task of the notice and is not among its recipients. */
  private static int commune() {
    return province.body("UBND xã Y Tịch").id();
  }

  private static long rows(Actor actor, String table) {
    TransactionTemplate transaction = province.server().door(TransactionTemplate.class);
    JdbcClient application = province.server().door(JdbcClient.class);
    Long count =
        Acting.<Long, RuntimeException>call(
            actor,
            () ->
                java.util.Objects.requireNonNull(
                    transaction.<Long>execute(status ->
                        application
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())));
    return count;
  }

  private static void waitUntilItWaits() throws InterruptedException {
    waitFor(
        "select count(*) from pg_stat_activity where datname = current_database() "
            + "and application_name = 'confirming' and wait_event = 'advisory'",
        1);
  }

  private static void waitUntilItIsGone() throws InterruptedException {
    waitFor(
        "select count(*) from pg_stat_activity where datname = current_database() "
            + "and application_name = 'confirming'",
        0);
  }

  private static void waitFor(String count, long wanted) throws InterruptedException {
    for (int n = 0; n < 600; n++) {
      if (owner.sql(count).query(Long.class).single() == wanted) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("never came to " + wanted + ": " + count);
  }

  private static long tasks() {
    return owner.sql("select count(*) from task.task").query(Long.class).single();
  }

  private static String state() {
    return owner.sql("select state from directive.document").query(String.class).single();
  }
}
