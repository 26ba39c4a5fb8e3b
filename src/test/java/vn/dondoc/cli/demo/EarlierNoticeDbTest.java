package vn.dondoc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.project.start.Start;
import vn.dondoc.project.start.StartRule;
import vn.dondoc.project.start.StartRules;
import vn.dondoc.task.TaskFilter;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.head.HeadMatter;
import vn.dondoc.task.head.Heads;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.State;
import vn.dondoc.task.life.Timing;
import vn.dondoc.testing.Server;

/** The demonstration carries work to look at, and none of it is laid on a real body. */
class EarlierNoticeDbTest {
  private static Server server;
  private static List<Duty> duties;

  @BeforeAll
  static void load() {
    server = Server.start();
    Demonstration.furnish(server.context());
    duties =
        Acting.call(
            Actor.system("test"),
            () ->
                server
                    .door(Duties.class)
                    .ofTasks(
                        server.door(Tasks.class).all(TaskFilter.all()).stream()
                            .map(task -> task.id())
                            .toList()));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void provinceStandsOnTheDayOfItsConference() {
    assertThat(server.door(ProvinceDay.class).today()).isEqualTo(Demonstration.DAY);
  }

  @Test
  void dutiesStandInEveryState() {
    assertThat(duties.stream().map(Duty::timing).collect(Collectors.toSet()))
        .contains(
            Timing.DONE_IN_TIME,
            Timing.DONE_LATE,
            Timing.OVERDUE,
            Timing.DUE_SOON,
            Timing.IN_TIME,
            Timing.UNDATED,
            Timing.REPORTED_IN_TIME);
    assertThat(duties.stream().map(Duty::state).collect(Collectors.toSet()))
        .contains(
            State.NEW, State.ACTIVE, State.REPORTED, State.RETURNED, State.HANDED_BACK, State.DONE);
    assertThat(duties).filteredOn(Duty::extensionAsked).hasSize(1);
    assertThat(duties)
        .filteredOn(duty -> duty.due() != null && !duty.due().equals(duty.originalDue()))
        .hasSize(1);
  }

  @Test
  void monthThatWasMissedStaysMissedBetweenMonthsThatWereDone() {
    assertThat(duties)
        .filteredOn(duty -> duty.period() != null)
        .extracting(Duty::timing)
        .containsExactly(
            Timing.DONE_IN_TIME,
            Timing.OVERDUE,
            Timing.DONE_IN_TIME,
            Timing.IN_TIME,
            Timing.IN_TIME);
  }

  @Test
  void headOfABodyThatWasLateAnswersForIt() {
    List<HeadMatter> matters =
        Acting.call(
            Actor.system("test"),
            () ->
                duties.stream()
                    .map(Duty::taskId)
                    .distinct()
                    .flatMap(task -> server.door(Heads.class).ofTask(task).stream())
                    .toList());
    assertThat(matters).hasSize(1);
  }

  @Test
  void startsOrderedByTheNoticeAreARuleOverTheProjectsOfTheBodyItNamesAndTheHeadAnswers() {
    StartRules rules = server.door(StartRules.class);
    StartRule rule = Acting.call(Actor.system("test"), rules::all).getFirst();
    assertThat(rule.terms().clause()).contains("chậm nhất đến ngày 31/8/2020");
    assertThat(rule.terms().lastDay()).isEqualTo(LocalDate.of(2020, 8, 31));
    assertThat(Acting.call(Actor.system("test"), () -> rules.starts(List.of(rule))))
        .isNotEmpty()
        .allMatch(start -> start.owner().name().equals("Ban QLDA mẫu 05"))
        .allMatch(start -> "Giám đốc".equals(start.owner().head()))
        .anyMatch(start -> start.state() == Start.State.WAITING);
  }

  @Test
  void onlyInventedBodiesOweWhatWasInvented() {
    List<String> names =
        JdbcClient.create(server.database().owner())
            .sql(
                """
                select distinct n.name from task.party p join agency.name n using (body_id)
                """)
            .query(String.class)
            .list()
            .stream()
            .map(String::valueOf)
            .toList();
    assertThat(names).hasSize(10).allMatch(name -> name.matches("(Ban QLDA|Sở) mẫu 0[1-5]"));
    assertThat(
            Set.copyOf(
                JdbcClient.create(server.database().owner())
                    .sql("select number from directive.document where state = 'confirmed'")
                    .query(String.class)
                    .list()))
        .hasSize(1);
  }
}
