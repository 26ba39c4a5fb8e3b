package vn.dondoc.cli.demo.capital;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.testing.Province;

/** The illustrative year of public investment adds up to what the notice says. */
class CapitalDemoDbTest {
  private static Province province;

  @BeforeAll
  static void start() {
    province = Province.ofSampleYear();
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void fortySixOwnersBuildThreeHundredAndTwentyProjects() {
    assertThat(number("select count(*) from project.project")).isEqualTo(320);
    assertThat(number("select count(distinct owner_id) from project.version")).isEqualTo(46);
  }

  @Test
  void twelvePoolsAddUpToTheNoticesSumToTheDong() {
    assertThat(number("select count(*) from capital.pool where budget_year = 2020")).isEqualTo(12);
    assertThat(
            number(
                """
                select sum(b.allocated + b.adjusted + b.transferred_in - b.transferred_out
                           + b.carried_in - b.carried_out - b.cancelled)
                  from capital.line_balance b join capital.pool p on p.id = b.pool_id
                 where p.budget_year = 2020
                """))
        .isEqualTo(3_260_600_000_000L);
  }

  @Test
  void someSourcesArePastSixtyPercentOthersBelowFiftyAndOneAtNothing() {
    Map<String, Long> permille = new TreeMap<>();
    owner()
        .sql(
            """
            select p.code,
                   (sum(b.advanced - b.returned + b.paid - b.refunded) * 1000
                     / sum(b.allocated + b.carried_in))::bigint as permille
              from capital.line_balance b join capital.pool p on p.id = b.pool_id
             where p.budget_year = 2020
             group by p.code
            """)
        .query(row -> {
          permille.put(row.getString("code"), row.getLong("permille"));
        });
    assertThat(permille)
        .containsEntry("XSKT-2020", 622L)
        .containsEntry("CD-2020", 621L)
        .containsEntry("NTM-2020", 258L)
        .containsEntry("ODA-2020", 107L)
        .containsEntry("DP-2020", 0L);
  }

  @Test
  void nobodySignsOrPaysWhenOfficesAreClosedAndWhoAssignsPlanSignsForIt() {
    assertThat(
            number(
                """
                select count(*) from capital.entry e
                 where extract(isodow from e.value_on) > 5
                    or e.value_on between '2020-01-23' and '2020-01-29'
                """))
        .isZero();
    assertThat(
            number(
                """
                select count(*) from project.decision d where extract(isodow from d.signed_on) > 5
                """))
        .isZero();
    assertThat(
            number(
                """
                select count(*) from capital.entry e
                 where e.authority = 'pm' and e.issuer not like 'Thủ tướng Chính phủ%'
                """))
        .isZero();
  }

  @Test
  void advancesAreAShareOfWhatIsPaidAndFewAreOverdue() {
    assertThat(
            number(
                """
                select sum(b.advanced - b.recovered - b.returned) * 100
                         / sum(b.advanced - b.returned + b.paid - b.refunded)
                  from capital.line_balance b join capital.pool p on p.id = b.pool_id
                 where p.budget_year = 2020
                """))
        .isBetween(4L, 15L);
  }

  @Test
  void theYearBeforeWasPaidInItsQuartersSoThatTheSamePeriodCanBeCompared() {
    assertThat(
            number(
                """
                select (sum(e.amount_vnd) filter (where e.value_on <= '2019-08-14') * 100
                         / sum(e.amount_vnd))::bigint
                  from capital.entry e join capital.pool p on p.id = e.pool_id
                 where p.budget_year = 2019 and e.kind = 'payment'
                """))
        .isEqualTo(40);
  }

  @Test
  void ownersReportFromMarchToJulyAndSomeNeverDo() {
    assertThat(number("select count(distinct month) from capital.owner_report")).isEqualTo(5);
    long reporting =
        number(
            """
            select count(distinct v.owner_id)
              from capital.owner_report r join capital.line l on l.id = r.line_id
              join project.version v on v.project_id = l.project_id
            """);
    assertThat(reporting).isBetween(30L, 45L);
    assertThat(number("select count(*) from capital.owner_report where blocker is not null"))
        .isPositive();
  }

  @Test
  void sixtyPercentStaysAnAssumptionUntilAPersonConfirms() {
    assertThat(number("select count(*) from capital.target where assumed and percent = 60"))
        .isEqualTo(1);
  }

  @Test
  void firstHalfOfTheYearIsClosedByTwoPeople() {
    assertThat(
            owner()
                .sql(
                    """
                    select c.by_name || ' – ' || s.by_name
                      from capital.closing c join capital.signature s on s.closing_id = c.id
                    """)
                .query(String.class)
                .list())
        .containsExactly(CapitalDemo.PLANNER + " – " + CapitalDemo.TREASURER);
  }

  @Test
  void everyProjectBearsTheGroupItsTotalMakesIt() {
    assertThat(
            number(
                """
                select count(*) from project.groups_on('2020-08-14') g
                  join project.current v on v.project_id = g.project_id
                 where v.group_code <> g.group_code
                """))
        .isZero();
  }

  private static long number(String sql) {
    return owner().sql(sql).query(Long.class).single();
  }

  private static JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }
}
