package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.testing.CountedStatements;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** A day opens the periods of all tasks with the same few questions. */
class OpeningStatementsDbTest {
  private static final Actor SYSTEM = Actor.system("test");
  private static final CountedStatements COUNTED = new CountedStatements();
  private static Province province;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020(Server.start(TestDatabase.ofProvince(), COUNTED));
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @Test
  void periodsOfManyTasksAreOpenedWithAsManyStatementsAsThoseOfOne() {
    give(0);
    int one = advanced("2020-09-10");
    for (int number = 1; number < 8; number++) {
      give(number);
    }
    assertThat(advanced("2020-10-10")).isEqualTo(one);
  }

  private static int advanced(String day) {
    JdbcClient.create(province.server().database().owner())
        .sql("update database.province_day set day = :day::date")
        .param("day", day)
        .update();
    Duties duties = province.server().door(Duties.class);
    return COUNTED.during(() -> Acting.as(SYSTEM, duties::advance));
  }

  private static void give(int number) {
    Due monthly =
        new Due(Due.Kind.RECURRING, null, null, null, "month", 25, null, null, null, null, false);
    int body = province.body("Sở Kế hoạch và Đầu tư").id();
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, "ky-" + number, List.of("1")),
            1,
            new Wording("việc hằng tháng", "việc hằng tháng", null, null),
            monthly,
            List.of(new Party(body, Party.Part.LEAD, "chủ trì")));
    Acting.as(SYSTEM, () -> province.server().door(Tasks.class).create(task));
  }
}
