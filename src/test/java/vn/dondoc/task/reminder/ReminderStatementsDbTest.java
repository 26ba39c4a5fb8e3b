package vn.dondoc.task.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.CountedStatements;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** However much is due, a day asks the database as often. */
class ReminderStatementsDbTest {
  private static final String MANY =
      """
      with made as (
        insert into task.task (year, serial, source_kind, source_id, source_key, source_path, ordinal)
        select 2020, n, 'bulk', 1, n::text, '{1}', n from generate_series(1001, 2000) n
        returning id, serial
      ), said as (
        insert into task.version (task_id, number, action, quote, due_kind, due_on, recorded_by,
                                  recorded_by_name)
        select id, 1, 'việc số ' || serial, 'việc', 'date', date '2020-08-13' + serial % 15, 1, 'mẫu'
          from made
        returning task_id
      )
      insert into task.duty (task_id, body_id, part, due_on, opened_on)
      select id, :body, 'lead', date '2020-08-13' + serial % 15, '2020-08-01' from made
      """;
  private static final CountedStatements COUNTED = new CountedStatements();
  private static Province province;
  private static ReminderWorld world;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020(Server.start(TestDatabase.ofProvince(), COUNTED));
    world = ReminderWorld.in(province);
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @Test
  void numberOfStatementsIsTheSameForOneDutyAndForAThousand() {
    int planning = world.id("Sở Kế hoạch và Đầu tư");
    LocalDate given = LocalDate.of(2020, 8, 3);
    world.give("việc lẻ", given, LocalDate.of(2020, 8, 20), planning);
    int few = COUNTED.during(() -> world.begin(LocalDate.of(2020, 8, 13)));
    world.owner().sql(MANY).param("body", planning).update();
    int many = COUNTED.during(() -> world.begin(LocalDate.of(2020, 8, 20)));
    assertThat(world.letters("ke-hoach").getLast().body())
        .contains("100. NV-2020-", "việc nữa: /viec-cua-toi")
        .doesNotContain("\n101. ");
    assertThat(many).isEqualTo(few).isBetween(1, 22);
  }
}
