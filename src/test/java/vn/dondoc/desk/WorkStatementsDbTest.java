package vn.dondoc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.testing.CountedStatements;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.testing.WebPerson;

/** However much a body owes, its desk asks the database as often. */
class WorkStatementsDbTest {
  private static final List<String> PAGES =
      List.of(
          "/viec-cua-toi",
          "/viec-cua-toi?loc=cho-toi",
          "/viec-cua-toi?cua=chua-giao",
          "/viec-cua-toi/xuat",
          "/nhiem-vu",
          "/tai-khoan");
  private static final String MANY =
      """
      with made as (
        insert into task.task (year, serial, source_kind, source_id, source_key, source_path, ordinal)
        select 2020, n, 'bulk', 1, n::text, '{1}', n from generate_series(1001, 2000) n
        returning id, serial
      ), said as (
        insert into task.version (task_id, number, action, quote, due_kind, due_on, recorded_by,
                                  recorded_by_name)
        select id, 1, 'việc số ' || serial, 'việc', case when serial % 5 = 0 then 'none' else 'date' end,
               date '2020-08-01' + serial % 60, 1, 'mẫu' from made
        returning id, task_id
      ), parties as (
        insert into task.party (version_id, task_id, body_id, part, as_written, ordinal)
        select id, task_id, :body, 'lead', 'mẫu', 1 from said
      ), owed as (
        insert into task.duty (task_id, body_id, part, due_on, opened_on)
        select id, :body, 'lead', case when serial % 5 <> 0 then date '2020-08-01' + serial % 60 end,
               '2020-08-01' from made
        returning id
      ), worded as (
        insert into task.fact_words (duty_id, step, document, words)
        select id, 1, '1/BC', 'xong' from owed where id % 3 = 0
      )
      insert into task.fact (duty_id, step, kind, on_day, by_account, by_name)
      select id, 1, 'report', '2020-08-10', 1, 'mẫu' from owed where id % 3 = 0
      """;
  private static final CountedStatements COUNTED = new CountedStatements();
  private static Province province;
  private static DeskWorld world;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020(Server.start(TestDatabase.ofProvince(), COUNTED));
    world = DeskWorld.in(province);
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @Test
  void numberOfStatementsIsTheSameForTenDutiesAndForAThousand() {
    for (String login : List.of("ke-hoach", "van-phong")) {
      world.person(login);
    }
    Map<String, Integer> few = statements();
    JdbcClient.create(province.server().database().owner())
        .sql(MANY)
        .param("body", world.id("Sở Kế hoạch và Đầu tư"))
        .update();
    assertThat(world.person("ke-hoach").get("/viec-cua-toi").body())
        .contains("Xem tất cả", "Đang xem 50 trên");
    assertThat(statements()).isEqualTo(few);
    assertThat(few.get("van-phong /viec-cua-toi")).isPositive();
  }

  private static Map<String, Integer> statements() {
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (String login : List.of("ke-hoach", "van-phong")) {
      WebPerson person = world.person(login);
      for (String page : PAGES) {
        person.get(page);
        counted.put(
            login + " " + page,
            COUNTED.during(() -> assertThat(person.get(page).statusCode()).isEqualTo(200)));
      }
    }
    return counted;
  }
}
