package vn.dondoc.rural.standard.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.dondoc.kernel.Acting;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.assessment.Standing;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/** Sets take force and end; what rests on a set keeps it. */
class ForcesDbTest {
  private static final LocalDate SEPTEMBER = LocalDate.of(2020, 9, 1);
  private static final LocalDate NEXT_SET = LocalDate.of(2022, 3, 8);
  private static DraftWorld world;

  @BeforeAll
  static void start() {
    world = new DraftWorld(RuralWorld.start());
  }

  @AfterAll
  static void stop() {
    world.rural().close();
  }

  private static Yardstick yardstick(LocalDate day) {
    return Acting.call(
        world.office(),
        () -> world.rural().door(Standards.class).yardstick("xa", day).orElseThrow());
  }

  private static CriteriaSet find(int set) {
    return Acting.call(
        world.office(), () -> world.rural().door(Standards.class).find(set).orElseThrow());
  }

  @Test
  void olderResultsKeepTheirSetWhenAnotherTakesForce() {
    world.rural().record(world.rural().commune(), world.rural().claim("Y Tịch", "8.3", "1", 0));
    Draft draft = world.copy(DraftWorld.OF_2016, "30/2020/QĐ-UBND");
    assertThat(refused(draft, new ForcePlan.Days(LocalDate.of(2020, 8, 15), NEXT_SET, true)))
        .containsExactly(
            "Từ 15/08/2020 đã có 1 lượt đánh giá theo bộ khác, mới nhất của kỳ hết ngày"
                + " 31/08/2020. Ngày sớm nhất đặt được: 01/09/2020.");
    assertThat(refused(draft, DraftWorld.from(SEPTEMBER)))
        .containsExactly(
            "318/QĐ-TTg có hiệu lực từ 08/03/2022; ghi ngày hết hiệu lực không muộn hơn ngày đó.",
            "1980/QĐ-TTg đang có hiệu lực ngày 01/09/2020; mỗi ngày chỉ một bộ cùng loại có hiệu"
                + " lực. Chọn kết thúc bộ cũ vào ngày 31/08/2020, hoặc chọn ngày khác.");
    ForcePlan.Days days = new ForcePlan.Days(SEPTEMBER, NEXT_SET, true);
    ForcePlan plan = Acting.call(world.office(), () -> world.forces().plan(draft, days));
    assertThat(plan.ending()).extracting(CriteriaSet::code).containsExactly("1980/QĐ-TTg");
    assertThat(plan.units()).isEqualTo(181);
    assertThat(plan.kept())
        .extracting(kept -> kept.results() + " " + kept.code())
        .containsExactly("1 1980/QĐ-TTg");
    world.put(draft, days);
    assertThat(yardstick(SEPTEMBER.minusDays(1)).set().code()).isEqualTo("1980/QĐ-TTg");
    assertThat(yardstick(SEPTEMBER).set().code()).isEqualTo("30/2020/QĐ-UBND");
    Standing claimed = world.rural().standing("Y Tịch", "8.3");
    assertThat(yardstick(RuralWorld.DAY).indicators()).containsKey(claimed.indicatorId());
    assertThat(claimed.reached()).isEqualTo(Standing.Stage.CLAIMED);
    assertThat(DraftWorld.refused(() -> end("1980/QĐ-TTg", LocalDate.of(2020, 8, 1), "sai")))
        .hasSize(1)
        .allMatch(told -> told.contains("Ngày sớm nhất đặt được: 01/09/2020"));
    refusedByTheDatabase();
  }

  /** The claim of August stays with its set, whoever writes. */
  private static void refusedByTheDatabase() {
    around(
        "insert into rural.force (set_id, from_day, until_day, recorded_by, why)"
            + " select id, '2016-10-17', '2020-08-01', 'x', 'x' from rural.criteria_set"
            + " where code = '1980/QĐ-TTg'",
        "results rest on the days");
  }

  private static List<String> refused(Draft draft, ForcePlan.Days days) {
    return DraftWorld.refused(() -> world.put(draft, days));
  }

  private static void end(String set, LocalDate until, String why) {
    int id = world.set(set);
    Acting.as(world.office(), () -> world.forces().endEarly(id, until, why));
  }

  @Test
  void provincialSetIsInForceOnlyWhileTheNationalOneIs() {
    Draft draft =
        world.filling(DraftWorld.OF_2021, "31/2022/QĐ-UBND", DraftWorld.level("2.1", "≥ 80"));
    assertThat(refused(draft, DraftWorld.from(NEXT_SET.minusDays(1))))
        .containsExactly(
            "318/QĐ-TTg không có hiệu lực ngày 07/03/2022; bộ của tỉnh chỉ có hiệu lực khi bộ quốc"
                + " gia có hiệu lực.");
    int set = world.put(draft, DraftWorld.from(NEXT_SET));
    Yardstick yardstick = yardstick(NEXT_SET);
    assertThat(yardstick.rule(yardstick.indicator("2.1").orElseThrow(), "TDMNPB", 2022))
        .hasValueSatisfying(level -> {
          assertThat(level.own()).isTrue();
          assertThat(level.rule()).hasToString("≥ 80");
        });
    assertThat(DraftWorld.refused(() -> end("31/2022/QĐ-UBND", LocalDate.of(2024, 1, 1), " ")))
        .containsExactly("Ghi lý do, tối đa 1.000 ký tự.");
    end("31/2022/QĐ-UBND", LocalDate.of(2024, 1, 1), "Tỉnh ban hành bộ khác");
    assertThat(find(set).force())
        .isEqualTo(new CriteriaSet.Force(NEXT_SET, LocalDate.of(2024, 1, 1)));
  }

  @Test
  void setWithIndicatorsWithoutFiguresOrWithoutAnActTakesNoForce() {
    Draft draft = world.forHamlets("32/2020/QĐ-UBND");
    DraftPaper less =
        draft
            .paper()
            .added(
                DraftTable.INDICATORS,
                new DraftRow(
                    Map.of(
                        "criterion",
                        "1",
                        "number",
                        "1.3",
                        "ordinal",
                        "60",
                        "name_vi",
                        "Cắm mốc",
                        "name_en",
                        "Marked",
                        "data_owner",
                        "Sở Xây dựng",
                        "responsibility",
                        "state",
                        "if_any",
                        "false",
                        "confidence",
                        "memory")))
            .replaced(DraftTable.SET, 0, draft.paper().set().with("legal_act", ""));
    world.save(draft, less);
    ForcePlan.Days august = new ForcePlan.Days(LocalDate.of(2020, 8, 1), SEPTEMBER, false);
    assertThat(refused(world.find(draft.id()), august))
        .containsExactly(
            "“Căn cứ” còn trống.",
            "1 chỉ tiêu chưa có giá trị thành phần: 1.3. Thêm ở bảng Giá trị thành phần.");
  }

  @Test
  void setInForceIsChangedByNobodyAroundTheProgramEither() {
    Draft draft = world.forHamlets("33/2020/QĐ-UBND");
    int set = world.put(draft, DraftWorld.from(SEPTEMBER));
    String here = " where set_id = " + set;
    around("update rural.threshold set rule = '≥ 1'" + here, "permission denied");
    around("delete from rural.indicator" + here, "permission denied");
    around("update rural.criteria_set set name_vi = 'x' where id = " + set, "permission denied");
    around("delete from rural.force" + here, "permission denied");
    around(
        "insert into rural.threshold (set_id, indicator_id, unit_group, rule, confidence) select"
            + " set_id, id, 'moi', 'đạt', 'memory' from rural.indicator"
            + here
            + " limit 1",
        "row-level security");
    around(
        "insert into rural.part (indicator_id, code, ordinal, name_vi, value_type) select id,"
            + " 'moi', 9, 'x', 'number' from rural.indicator"
            + here
            + " limit 1",
        "row-level security");
    around(
        "insert into rural.draft_edition (draft_id, step, content, by_account, by_name) values ("
            + draft.id()
            + ", 99, '{}', 104, 'x')",
        "row-level security");
    assertThat(DraftWorld.refused(() -> world.save(draft, draft.paper())))
        .allMatch(told -> told.startsWith("Không có bản nháp"));
  }

  /** As the application's role with the widest scope there is, past the program. */
  private static void around(String statement, String refusal) {
    var database = world.rural().province().server().database();
    var connection =
        new SingleConnectionDataSource(
            database.url(),
            vn.dondoc.testing.TestDatabase.APP_ROLE,
            vn.dondoc.testing.TestDatabase.APP_PASSWORD,
            true);
    try {
      JdbcClient jdbc = JdbcClient.create(connection);
      jdbc.sql(
              "select set_config('app.whole', 't', false), set_config('app.account', '104', false)")
          .query(row -> {});
      assertThatThrownBy(() -> jdbc.sql(statement).update())
          .rootCause()
          .hasMessageContaining(refusal);
    } finally {
      connection.destroy();
    }
  }

  @Test
  void twoSetsOfOneKindAreNotInForceOnOneDay() {
    Draft first = world.forHamlets("34/2020/QĐ-UBND");
    int id = world.copy(DraftWorld.OF_2016, "35/2020/QĐ-UBND").id();
    world.edit(id, DraftTable.SET, "", row -> row.with("kind", "huyen"));
    world.edit(first.id(), DraftTable.SET, "", row -> row.with("kind", "huyen"));
    world.put(world.find(first.id()), new ForcePlan.Days(SEPTEMBER, NEXT_SET, false));
    Draft second = world.find(id);
    assertThat(refused(second, DraftWorld.from(NEXT_SET.minusDays(1)))).hasSize(1);
    world.put(second, DraftWorld.from(NEXT_SET));
    assertThat(DraftWorld.refused(() -> world.put(second, DraftWorld.from(NEXT_SET)))).hasSize(1);
  }
}
