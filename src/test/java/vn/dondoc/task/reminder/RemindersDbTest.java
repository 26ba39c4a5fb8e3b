package vn.dondoc.task.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import vn.dondoc.kernel.DayBegan;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** What is told on which day of August 2020, to whom, and that nobody is told twice. */
class RemindersDbTest {
  private static final LocalDate AUGUST_3 = LocalDate.of(2020, 8, 3);
  private static final LocalDate AUGUST_20 = LocalDate.of(2020, 8, 20);
  private static final List<Object> NEWS = new ArrayList<>();
  private static Province province;
  private static ReminderWorld world;
  private static int planning;

  @BeforeAll
  static void start() {
    province =
        Province.ofAugust2020(
            Server.start(
                TestDatabase.ofProvince(), Map.of("dondoc.address", "https://dondoc.example/")));
    world = ReminderWorld.in(province);
    planning = world.id("Sở Kế hoạch và Đầu tư");
    province
        .server()
        .context()
        .addApplicationListener(
            (ApplicationListener<PayloadApplicationEvent<Object>>)
                event -> NEWS.add(event.getPayload()));
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @BeforeEach
  void nothingIsGiven() {
    world.forget();
    NEWS.clear();
  }

  private static LocalDate august(int day) {
    return LocalDate.of(2020, 8, day);
  }

  @Test
  void dutyIsToldSevenAndThreeDaysAheadOnTheDayAndOnTheDayAfter() {
    world.give("báo cáo giải ngân", AUGUST_3, AUGUST_20, planning);
    world.pass(AUGUST_3, august(21));
    assertThat(world.letters("ke-hoach"))
        .extracting(ReminderWorld.Written::day)
        .containsExactly(august(13), august(17), august(20), august(21));
    assertThat(world.letters("ke-hoach"))
        .extracting(ReminderWorld.Written::subject)
        .containsExactly(
            "Nhắc việc: 1 việc sắp đến hạn (13/08/2020)",
            "Nhắc việc: 1 việc sắp đến hạn (17/08/2020)",
            "Nhắc việc: 1 việc đến hạn hôm nay (20/08/2020)",
            "Nhắc việc: 1 việc quá hạn (21/08/2020)");
  }

  @Test
  void lateDutyIsToldWeeklyAndOneLevelUp() {
    world.give("báo cáo giải ngân", AUGUST_3, AUGUST_20, planning);
    world.pass(AUGUST_3, LocalDate.of(2020, 9, 14));
    List<LocalDate> late =
        List.of(august(21), august(28), LocalDate.of(2020, 9, 4), LocalDate.of(2020, 9, 11));
    for (String above : List.of("lanh-dao", "van-phong")) {
      assertThat(world.letters(above))
          .as(above)
          .extracting(ReminderWorld.Written::day)
          .containsExactlyElementsOf(late);
    }
    assertThat(world.letters("ke-hoach")).hasSize(7);
    assertThat(world.letters("kho-bac")).isEmpty();
  }

  @Test
  void everythingDueForOnePersonStandsInOneLetter() {
    world.give("nộp báo cáo quá hạn", AUGUST_3, august(12), planning);
    world.give("họp giao ban hôm nay", AUGUST_3, august(13), planning);
    world.give("trình phương án tuần sau", AUGUST_3, AUGUST_20, planning);
    world.begin(august(13));
    List<ReminderWorld.Written> letters = world.letters("ke-hoach");
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().subject())
        .isEqualTo(
            "Nhắc việc: 1 việc quá hạn, 1 việc đến hạn hôm nay, 1 việc sắp đến hạn (13/08/2020)");
    assertThat(letters.getFirst().body())
        .contains(
            "Kính gửi Sở KH&ĐT mẫu,",
            "QUÁ HẠN (1)\n\n1. NV-2020-",
            "– nộp báo cáo quá hạn\n   Cơ quan: Sở Kế hoạch và Đầu tư (Chủ trì)\n"
                + "   Hạn: 12/08/2020, quá hạn 1 ngày",
            "   Văn bản giao việc ghi: “" + ReminderWorld.CONSEQUENCE + "”",
            "Hạn: 13/08/2020, hôm nay",
            "Hạn: 20/08/2020, còn 7 ngày",
            "   https://dondoc.example/nhiem-vu/",
            "tắt nhắc việc: https://dondoc.example/tai-khoan")
        .containsOnlyOnce(ReminderWorld.CONSEQUENCE);
    // The office is told of what is late, and of nothing else.
    assertThat(world.letters("van-phong").getFirst().body())
        .contains("nộp báo cáo quá hạn")
        .doesNotContain("họp giao ban", "trình phương án");
  }

  @Test
  void taskOfSeveralBodiesStandsOnceInALetter() {
    world.give("báo cáo chung", AUGUST_3, AUGUST_20, planning, world.id("Kho bạc Nhà nước tỉnh"));
    world.pass(august(20), august(21));
    ReminderWorld.Written letter = world.letters("van-phong").getFirst();
    assertThat(letter.subject()).isEqualTo("Nhắc việc: 1 việc quá hạn (21/08/2020)");
    assertThat(letter.body())
        .containsOnlyOnce("báo cáo chung")
        .containsOnlyOnce("Hạn: 20/08/2020")
        .contains(
            "   Cơ quan: Sở Kế hoạch và Đầu tư (Chủ trì)\n"
                + "   Cơ quan: Kho bạc Nhà nước tỉnh (Chủ trì)\n");
  }

  @Test
  void communesOfOneNameAreToldApartByWhatStandsAboveThem() {
    List<Integer> namesakes =
        world
            .owner()
            .sql(
                """
                select n.body_id from agency.name n join agency.body b on b.id = n.body_id
                 where n.kind = 'official' and n.valid @> date '2020-08-20'
                   and b.parent_id is not null
                   and n.key = (select m.key from agency.name m
                                 where m.kind = 'official' and m.valid @> date '2020-08-20'
                                 group by m.key having count(*) = 2 order by m.key limit 1)
                """)
            .query((row, number) -> row.getInt(1))
            .list();
    assertThat(namesakes).hasSize(2);
    world.give("hai xã cùng tên", AUGUST_3, AUGUST_20, namesakes.getFirst(), namesakes.getLast());
    world.pass(august(20), august(21));
    assertThat(world.letters("van-phong").getFirst().body().lines())
        .filteredOn(line -> line.contains("Cơ quan:"))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(
            line -> line.contains(" (UBND huyện") || line.contains(" (Ủy ban nhân dân huyện"));
  }

  @Test
  void dayToldAgainChangesNothing() {
    world.give("báo cáo giải ngân", AUGUST_3, AUGUST_20, planning);
    world.pass(AUGUST_3, august(13));
    world.begin(august(13));
    world.begin(august(12));
    world.give("việc giao sau khi thư đã viết", august(13), AUGUST_20, planning);
    world.begin(august(13));
    assertThat(world.letters("ke-hoach")).hasSize(1);
    // What came up too late for that day's letter goes with the next one.
    world.begin(august(14));
    assertThat(world.letters("ke-hoach").getLast().body())
        .contains("việc giao sau khi thư đã viết")
        .doesNotContain("báo cáo giải ngân");
  }

  @Test
  void dayUndoneIsToldWhenItComesAgain() {
    world.give("báo cáo giải ngân", AUGUST_3, AUGUST_20, planning);
    world.standOn(august(13));
    assertThatThrownBy(() ->
            world.inTransaction(() -> {
              province.server().context().publishEvent(new DayBegan(august(13)));
              throw new IllegalStateException("mất điện");
            }))
        .hasMessage("mất điện");
    assertThat(world.letters()).isEmpty();
    world.begin(august(13));
    assertThat(world.letters("ke-hoach")).hasSize(1);
  }

  @Test
  void whatFallsOnDaysOffGoesWithTheNextWorkingDay() {
    // Seven days ahead is Saturday, three is Wednesday 2/9, Quốc khánh.
    world.give("tổng kết", AUGUST_3, LocalDate.of(2020, 9, 5), planning);
    world.pass(august(24), LocalDate.of(2020, 9, 3));
    assertThat(world.letters("ke-hoach"))
        .extracting(ReminderWorld.Written::day)
        .containsExactly(august(31), LocalDate.of(2020, 9, 3));
  }

  @Test
  void daysTheServerSleptThroughAreMadeUpFor() {
    world.give("báo cáo giải ngân", AUGUST_3, AUGUST_20, planning);
    world.begin(AUGUST_3);
    world.begin(august(24));
    assertThat(world.letters("ke-hoach")).hasSize(1);
    assertThat(world.letters("ke-hoach").getFirst().body())
        .containsOnlyOnce("báo cáo giải ngân")
        .contains("quá hạn 4 ngày");
  }

  @Test
  void whatIsReportedIsNotToldAndWhatIsReturnedIs() {
    long duty = world.give("báo cáo giải ngân", AUGUST_3, AUGUST_20, planning);
    world.standOn(august(11));
    world.as(planning, duty, Deed.report(0, "xong", "41/BC"));
    world.pass(august(12), august(18));
    assertThat(world.letters()).isEmpty();
    world.office(duty, Deed.of(FactKind.RETURN, 1, "thiếu phụ lục"));
    world.begin(august(20));
    assertThat(world.letters("ke-hoach")).hasSize(1);
  }

  @Test
  void movedDeadlineHasItsOwnLadder() {
    long duty = world.give("báo cáo giải ngân", AUGUST_3, AUGUST_20, planning);
    world.begin(august(13));
    world.extend(planning, duty, august(18), LocalDate.of(2020, 9, 18));
    world.pass(august(19), LocalDate.of(2020, 9, 11));
    assertThat(world.letters("ke-hoach"))
        .extracting(ReminderWorld.Written::day)
        .containsExactly(august(13), LocalDate.of(2020, 9, 11));
    assertThat(world.letters("van-phong")).isEmpty();
  }

  @Test
  void whoSwitchedOffOrHasNoAddressIsNotWrittenTo() {
    world.give("báo cáo giải ngân", AUGUST_3, AUGUST_20, planning);
    world.reach("ke-hoach", "ke-hoach@lang-son.example", false);
    world.begin(august(13));
    assertThat(world.letters()).isEmpty();
    world.reach("ke-hoach", "", true);
    world.begin(august(17));
    assertThat(world.letters()).isEmpty();
    world.reach("ke-hoach", "ke-hoach@lang-son.example", true);
    world.begin(august(20));
    assertThat(world.letters("ke-hoach")).hasSize(1);
  }

  @Test
  void deadlineThatNearsOrPassesIsNewsOnceForEachDeadline() {
    long duty = world.give("báo cáo giải ngân", AUGUST_3, AUGUST_20, planning);
    world.pass(AUGUST_3, august(16));
    world.begin(august(16));
    assertThat(told()).containsExactly(new DutyDueSoon(duty, planning, AUGUST_20));
    world.extend(planning, duty, august(17), august(28));
    // Saturday: news waits for no working day.
    world.pass(august(18), august(29));
    world.pass(august(29), august(31));
    assertThat(told())
        .containsExactly(
            new DutyDueSoon(duty, planning, AUGUST_20),
            new DutyDueSoon(duty, planning, august(28)),
            new TaskOverdue(duty, planning, august(28)));
  }

  private static List<Object> told() {
    return NEWS.stream()
        .filter(event -> event instanceof DutyDueSoon || event instanceof TaskOverdue)
        .toList();
  }

  @Test
  void actOfTheDayIsAudited() {
    world.give("báo cáo giải ngân", AUGUST_3, august(19), planning);
    world.begin(august(12));
    assertThat(
            world
                .owner()
                .sql(
                    "select after::text from audit.entry where act = 'task.remind' and subject_id = '2020-08-12'")
                .query((row, number) -> row.getString(1))
                .list())
        .singleElement()
        .asString()
        .contains("\"duties\":1", "\"letters\":1");
  }
}
