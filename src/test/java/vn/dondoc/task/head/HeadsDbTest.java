package vn.dondoc.task.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.DayBegan;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.life.EvidenceFile;
import vn.dondoc.task.life.Timing;
import vn.dondoc.testing.Province;

/** The files of the heads, as of any day, from nothing but dated facts. */
class HeadsDbTest {
  private static final LocalDate GIVEN = LocalDate.of(2020, 8, 14);
  private static final LocalDate DUE = LocalDate.of(2020, 8, 31);
  private static final LocalDate LATER = LocalDate.of(2020, 10, 10);
  private static Province province;
  private static HeadWorld world;
  private static Heads heads;
  private static int planning;
  private static int finance;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = HeadWorld.in(province);
    heads = province.server().door(Heads.class);
    planning = world.body("Sở Kế hoạch và Đầu tư");
    finance = world.body("Sở Tài chính");
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @BeforeEach
  void standOnTheDayOfTheNotice() {
    world.standOn(GIVEN);
  }

  private static long late(String action) {
    return world.give(action, HeadWorld.CONSEQUENCE, DUE, planning).getFirst().id();
  }

  private static Optional<HeadMatter> matter(long duty, LocalDate day) {
    HeadStore store = province.server().door(HeadStore.class);
    return Acting.call(
        HeadWorld.SYSTEM, () -> inTransaction(() -> store.one(duty, day)).stream().findFirst());
  }

  private static <T> T inTransaction(java.util.function.Supplier<T> act) {
    TransactionTemplate template =
        new TransactionTemplate(province.server().door(PlatformTransactionManager.class));
    return java.util.Objects.requireNonNull(template.execute(status -> act.get()));
  }

  @Test
  void matterAppearsTheDayAfterTheDeadlineInTheFileOfWhoWasHeadThen() {
    long duty = late("khởi công các công trình");
    assertThat(matter(duty, DUE)).isEmpty();
    HeadMatter found = matter(duty, DUE.plusDays(1)).orElseThrow();
    assertThat(found.lateOn()).isEqualTo(DUE.plusDays(1));
    assertThat(found.mostLate()).isEqualTo(1);
    assertThat(found.whose().title()).isEqualTo("Giám đốc");
    assertThat(found.whose().bodyId()).isEqualTo(planning);
    assertThat(found.words().consequence()).isEqualTo(HeadWorld.CONSEQUENCE);
    assertThat(found.words().paragraph()).isEqualTo("3.b");
    assertThat(found.standing()).isEqualTo(Standing.OPEN);
    assertThat(matter(duty, DUE.plusDays(40)).orElseThrow().mostLate()).isEqualTo(40);
  }

  @Test
  void matterStaysWhenTheWorkIsDoneLateWithItsEndAndEarlierDaysTellWhatWasSoThen() {
    long duty = late("báo cáo chậm");
    world.fact(duty, 1, "report", DUE.plusDays(9), null);
    world.fact(duty, 2, "confirm", DUE.plusDays(12), null);
    HeadMatter found = matter(duty, LATER).orElseThrow();
    assertThat(found.life().timing()).isEqualTo(Timing.DONE_LATE);
    assertThat(found.life().reportedOn()).isEqualTo(DUE.plusDays(9));
    assertThat(found.mostLate()).isEqualTo(9);
    assertThat(matter(duty, DUE.plusDays(3)).orElseThrow().mostLate()).isEqualTo(3);
    assertThat(matter(duty, DUE.plusDays(3)).orElseThrow().life().timing())
        .isEqualTo(Timing.OVERDUE);
    assertThat(matter(duty, DUE)).isEmpty();
  }

  @Test
  void workDoneInTimeAndWorkWithoutConsequenceAreInNoFile() {
    long inTime = late("xong đúng hạn");
    world.fact(inTime, 1, "report", DUE, null);
    world.fact(inTime, 2, "confirm", DUE.plusDays(20), null);
    long without = world.give("không có hệ quả", null, DUE, planning).getFirst().id();
    assertThat(matter(inTime, LATER)).isEmpty();
    assertThat(matter(without, LATER)).isEmpty();
  }

  @Test
  void reportReturnedAfterTheDeadlineMakesItLateOnThatDay() {
    long duty = late("báo cáo bị trả lại");
    world.fact(duty, 1, "report", DUE.minusDays(2), null);
    world.fact(duty, 2, "return", DUE.plusDays(5), null);
    assertThat(matter(duty, DUE.plusDays(4))).isEmpty();
    HeadMatter found = matter(duty, DUE.plusDays(6)).orElseThrow();
    assertThat(found.lateOn()).isEqualTo(DUE.plusDays(5));
    assertThat(found.mostLate()).isEqualTo(6);
  }

  @Test
  void extensionGrantedBeforehandKeepsItOutAndOneGrantedAfterwardsDoesNotTakeItOut() {
    long before = late("gia hạn trước");
    world.fact(before, 1, "ask_extension", DUE.minusDays(3), LATER.plusDays(9));
    world.fact(before, 2, "grant_extension", DUE.minusDays(1), LATER.plusDays(9));
    assertThat(matter(before, LATER)).isEmpty();
    long after = late("gia hạn sau");
    world.fact(after, 1, "ask_extension", DUE.minusDays(3), LATER.plusDays(9));
    world.fact(after, 2, "grant_extension", DUE.plusDays(8), LATER.plusDays(9));
    HeadMatter found = matter(after, LATER).orElseThrow();
    assertThat(found.lateOn()).isEqualTo(DUE.plusDays(1));
    assertThat(found.mostLate()).isEqualTo(7);
    assertThat(found.life().timing()).isEqualTo(Timing.IN_TIME);
  }

  @Test
  void onlyVoidOrWithdrawnWorkLeavesTheFile() {
    long handed = late("đã chuyển");
    world.fact(handed, 1, "hand_back", DUE.plusDays(2), null);
    world.fact(handed, 2, "accept_hand", DUE.plusDays(3), null);
    assertThat(matter(handed, LATER).orElseThrow().mostLate()).isEqualTo(2);
    for (String kind : List.of("withdraw", "cancel")) {
      long gone = late("không còn: " + kind);
      world.fact(gone, 1, kind, DUE.plusDays(4), null);
      assertThat(matter(gone, DUE.plusDays(3))).isPresent();
      assertThat(matter(gone, DUE.plusDays(4))).isEmpty();
    }
  }

  @Test
  void wordsCountFromTheDayTheyWereRecordedAndTakeNothingBack() {
    var before = world.give("sửa lời trước khi chậm", HeadWorld.CONSEQUENCE, DUE, planning);
    world.standOn(GIVEN.plusDays(3));
    world.correct(before.getFirst().taskId(), null);
    var after = world.give("sửa lời sau khi chậm", HeadWorld.CONSEQUENCE, DUE, planning);
    var added = world.give("thêm lời sau khi chậm", null, DUE, planning);
    world.standOn(DUE.plusDays(5));
    world.correct(after.getFirst().taskId(), null);
    world.correct(added.getFirst().taskId(), "Chịu trách nhiệm trước Chủ tịch");
    assertThat(matter(before.getFirst().id(), LATER)).isEmpty();
    assertThat(matter(after.getFirst().id(), LATER).orElseThrow().words().consequence())
        .isEqualTo(HeadWorld.CONSEQUENCE);
    HeadMatter told = matter(added.getFirst().id(), LATER).orElseThrow();
    assertThat(told.lateOn()).isEqualTo(DUE.plusDays(5));
    assertThat(told.words().consequence()).isEqualTo("Chịu trách nhiệm trước Chủ tịch");
  }

  /** The spans of the function against asking task.duties_on for every single day. */
  @Test
  void firstLateDayIsTheOneFoundByAskingEveryDay() {
    Random random = new Random(20200814);
    List<Long> ids = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      long duty = late("việc ngẫu nhiên " + n);
      ids.add(duty);
      LocalDate day = GIVEN;
      List<String> kinds =
          List.of(
              "receive",
              "progress",
              "report",
              "return",
              "set_date",
              "grant_extension",
              "hand_back",
              "refuse_hand",
              "confirm",
              "accept_hand");
      int facts = random.nextInt(7);
      boolean confirmed = false;
      for (int step = 1; step <= facts; step++) {
        day = day.plusDays(random.nextInt(12));
        String kind = kinds.get(random.nextInt(kinds.size()));
        if (kind.equals("confirm") && confirmed) {
          continue;
        }
        confirmed |= kind.equals("confirm");
        boolean dated = kind.equals("set_date") || kind.equals("grant_extension");
        world.fact(duty, step, kind, day, dated ? day.plusDays(random.nextInt(20) - 5) : null);
      }
    }
    Map<Long, LocalDate> every =
        world
            .owner()
            .sql(
                """
                select d.id, min(g.day)::date as day
                  from generate_series(date '2020-08-14', date '2020-11-30', '1 day') g(day)
                  cross join lateral task.duties_on(g.day::date) d
                 where d.id = any(:ids) and d.timing in ('overdue', 'reported_late', 'done_late')
                 group by d.id
                """)
            .param("ids", ids.toArray(Long[]::new))
            .query((row, number) -> Map.entry(row.getLong(1), row.getDate(2).toLocalDate()))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(every).hasSizeBetween(10, 40);
    for (long id : ids) {
      assertThat(matter(id, LocalDate.of(2020, 11, 30)).map(HeadMatter::lateOn))
          .as("duty %s", id)
          .isEqualTo(Optional.ofNullable(every.get(id)));
    }
  }

  @Test
  void bodyWithoutAHeadKeepsTheMatterAndSaysSo() {
    int rooms = world.body("Các phòng chuyên môn Văn phòng Ủy ban nhân dân tỉnh");
    world.give("không ai đứng đầu", HeadWorld.CONSEQUENCE, DUE, rooms);
    world.standOn(LATER);
    List<Head> found =
        Acting.call(
            HeadWorld.SYSTEM,
            () ->
                heads.list(
                    new HeadFilter(LATER, rooms, null, "", HeadFilter.Sort.UNDECIDED, null)));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().postId()).isNull();
    assertThat(found.getFirst().word()).isEqualTo("co-quan-" + rooms);
    assertThat(
            Acting.call(
                HeadWorld.SYSTEM,
                () -> heads.file(new HeadKey(null, rooms), HeadFilter.on(LATER), 10)))
        .hasSize(1);
  }

  @Test
  void bodySeesOnlyItsOwnFileEvenOfATaskItHelpsWith() {
    long duty =
        world.give("cùng một việc", HeadWorld.CONSEQUENCE, DUE, planning, finance).getFirst().id();
    world.standOn(LATER);
    Actor money = HeadWorld.of(finance);
    List<Head> seen = Acting.call(money, () -> heads.list(HeadFilter.on(LATER)));
    assertThat(seen).extracting(Head::bodyId).containsOnly(finance);
    assertThatThrownBy(() -> Acting.call(money, () -> heads.matter(duty)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("task.refusal.head.matter");
  }

  @Test
  void bodyExplainsAuthorityDecidesAndEveryWordStays() {
    long duty = late("giải trình rồi kết luận");
    world.standOn(LATER);
    Actor planner = HeadWorld.of(planning);
    EvidenceFile proof =
        new EvidenceFile("can-cu.pdf", "%PDF-1.7 mẫu".getBytes(StandardCharsets.UTF_8));
    Acting.as(
        planner,
        () ->
            heads.explain(
                duty, new Explanation.Draft("Chờ giá đất", "BC 12/BC-SKHĐT", List.of(proof))));
    assertThat(matter(duty, LATER).orElseThrow().standing()).isEqualTo(Standing.EXPLAINED);
    Acting.as(
        world.office(),
        () -> heads.decide(duty, Standing.REVIEWED, "Đã nghe báo cáo", "TB 30/TB-UBND"));
    Acting.as(
        world.office(),
        () -> heads.decide(duty, Standing.NOT_NEEDED, "Nguyên nhân khách quan", "TB 31/TB-UBND"));
    assertThat(matter(duty, LATER).orElseThrow().standing()).isEqualTo(Standing.NOT_NEEDED);
    assertThat(matter(duty, LATER.minusDays(1)).orElseThrow().standing()).isEqualTo(Standing.OPEN);
    List<HeadMatter> one = List.of(matter(duty, LATER).orElseThrow());
    assertThat(Acting.call(planner, () -> heads.outcomes(one, LATER))).hasSize(2);
    Explanation told = Acting.call(planner, () -> heads.explanations(one, LATER)).getFirst();
    assertThat(told.files()).hasSize(1);
    long file = told.files().getFirst().id();
    assertThat(Acting.call(planner, () -> heads.attached(file))).isPresent();
    assertThat(Acting.call(HeadWorld.of(finance), () -> heads.attached(file))).isEmpty();
  }

  @Test
  void nothingIsPutIntoAFileByWhoMayNotOrWithoutGrounds() {
    long duty = late("bị từ chối");
    world.standOn(LATER);
    assertThatThrownBy(() ->
            Acting.as(
                HeadWorld.of(planning),
                () -> heads.explain(duty, new Explanation.Draft("", "", List.of()))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no_words")
        .hasMessageContaining("no_proof");
    assertThatThrownBy(() ->
            Acting.as(
                world.office(),
                () -> heads.explain(duty, new Explanation.Draft("a", "b", List.of()))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not_yours");
    assertThatThrownBy(() -> Acting.as(world.office(), () -> heads.decide(duty, null, "", "")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("outcome")
        .hasMessageContaining("no_words")
        .hasMessageContaining("no_document");
    assertThatThrownBy(() ->
            Acting.as(HeadWorld.of(planning), () -> heads.decide(duty, Standing.HELD, "a", "b")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("own_head");
    int own = world.office().bodies().getFirst();
    long ofOffice =
        world.give("việc của Văn phòng", HeadWorld.CONSEQUENCE, DUE, own).getFirst().id();
    world.standOn(LATER);
    assertThatThrownBy(
            () -> Acting.as(world.office(), () -> heads.decide(ofOffice, Standing.HELD, "a", "b")))
        .hasMessageContaining("own_head");
    // The database holds it too, when the application's own check is passed by.
    RecordStore records = province.server().door(RecordStore.class);
    HeadMatter matter = matter(ofOffice, LATER).orElseThrow();
    Outcome outcome =
        new Outcome(ofOffice, Standing.HELD, "a", "b", LATER, java.time.Instant.EPOCH, "mẫu");
    assertThatThrownBy(() ->
            Acting.as(
                world.office(),
                () ->
                    inTransaction(() -> {
                      records.decide(matter, outcome, world.office());
                      return true;
                    })))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void newsOfAMatterIsToldOnce() {
    long duty = late("báo một lần");
    begin(DUE);
    assertThat(told(duty)).isZero();
    begin(DUE.plusDays(3));
    begin(DUE.plusDays(3));
    begin(DUE.plusDays(4));
    assertThat(told(duty)).isEqualTo(1);
  }

  /** Days begin on behalf of the system, as its clock does it. */
  private static void begin(LocalDate day) {
    DayBegan news = new DayBegan(day);
    Acting.as(HeadWorld.SYSTEM, () -> province.server().context().publishEvent(news));
  }

  private static long told(long duty) {
    return world
        .owner()
        .sql(
            """
            select count(*) from audit.entry
             where act = 'task.head.appear' and subject_id = :duty
            """)
        .param("duty", Long.toString(duty))
        .query(Long.class)
        .single();
  }
}
