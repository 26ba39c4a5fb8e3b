package vn.dondoc.capital.reallocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.forecast.Forecasts;
import vn.dondoc.capital.forecast.SumForecast;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.reallocation.ReallocationWorld.Pair;
import vn.dondoc.capital.reallocation.reading.MoveWords;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.capital.review.Reviews;
import vn.dondoc.capital.review.SlowLine;
import vn.dondoc.kernel.Acting;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Marginal;
import vn.dondoc.planning.reallocation.Move;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** What the workbench tells of a scenario: its ceiling, its sums, its rules, its forecast. */
class WorkbenchPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final Texts VI = Texts.in(Language.VI);
  private static Province province;
  private static ReallocationWorld world;
  private static WebPerson planner;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = new ReallocationWorld(ReviewWorld.in(province));
    world.review().open("XSKT-2020", "Xổ số kiến thiết mẫu 2020", "NSDP.XSKT", "province", 2020);
    world.review().open("TT-2020", "Tăng thu mẫu 2020", "NSDP.TT", "province", 2020);
    world.review().open("CD-T-2020", "Cân đối mẫu cấp huyện", "NSDP.CD", "district", 2020);
    world.review().open("XSKT-T-2020", "Xổ số mẫu cấp huyện", "NSDP.XSKT", "district", 2020);
    planner = WebPerson.at(province.server());
    planner.signIn("ke-hoach", Objects.requireNonNull(province.passwords().get("ke-hoach")));
    planner.change(Objects.requireNonNull(province.passwords().get("ke-hoach")), OWN);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static String percent(BigDecimal ratio) {
    return new Formats(VI).percent(ratio);
  }

  @Test
  void ceilingOfEachPoolAndWhatHoldsItStandOnThePageAndInThePaper() throws IOException {
    Pair pair = world.pair("XSKT-2020", "Trường mẫu");
    Scenario scenario = world.solved("Trần mẫu", world.rules(pair.pool(), List.of(), "R4", "100"));
    Solved solved = world.plan(scenario);
    assertThat(solved.isReached()).isFalse();
    Solved.Ceiling ceiling =
        solved.ceilings().stream()
            .filter(one -> one.pool().code().equals(pair.pool()))
            .findFirst()
            .orElseThrow();
    Solved.PoolRow row =
        solved.pools().stream()
            .filter(one -> one.pool().code().equals(pair.pool()))
            .findFirst()
            .orElseThrow();
    assertThat(ceiling.before()).isEqualTo(row.before());
    assertThat(ceiling.most()).isEqualByComparingTo(row.after()).isGreaterThan(ceiling.before());
    assertThat(solved.most()).isEqualByComparingTo(solved.after());
    String held = new MoveWords(VI, List.of()).limit(ceiling.of().binding());
    assertThat(planner.get(scenario.path()).body())
        .contains("trần " + percent(ceiling.most()), "Giữ ở đó: " + held, "mức trần toàn tỉnh")
        .contains("Mỗi đồng nới thêm bớt thiếu 1,00 đồng", "chưa kể mức điều chỉnh tối thiểu")
        .doesNotContain("nới thêm 0,0");
    long id = world.confirm(world.planner(), scenario, CutReason.SLOW);
    try (XWPFDocument paper =
            new XWPFDocument(
                new ByteArrayInputStream(
                    planner.file("/von/dieu-chuyen/de-xuat/" + id + "/to-trinh")));
        XWPFWordExtractor words = new XWPFWordExtractor(paper)) {
      assertThat(words.getText())
          .contains("mức trần toàn tỉnh là", "Giới hạn giữ ở đó", held)
          .contains("không điều chuyển các nhóm vốn: ", "bên nhận chắc 50 % dùng hết")
          .contains(new Formats(VI).decimal(ceiling.most().movePointRight(2), 1) + "%");
    }
    assertThat(planner.get("/von/dieu-chuyen/de-xuat/" + id).body())
        .contains("Giới hạn giữ ở đó", held);
  }

  @Test
  void sumsStandBesideTheRatesOfEachPool() {
    Pair pair = world.pair("TT-2020", "Cầu mẫu");
    Scenario scenario = world.solved("Số tiền mẫu", pair.pool(), List.of());
    Solved.PoolRow row =
        world.plan(scenario).pools().stream()
            .filter(Solved.PoolRow::isChanged)
            .findFirst()
            .orElseThrow();
    assertThat(row.expectedAfter()).isGreaterThan(row.expectedBefore());
    assertThat(planner.get(scenario.path()).body())
        .contains("kế hoạch 20,0 → 20,0 tỷ; dự báo " + billions(row.expectedBefore()))
        .contains(" → " + billions(row.expectedAfter()) + " tỷ");
  }

  private static String billions(long dong) {
    return new Formats(VI).decimal(BigDecimal.valueOf(dong, 9), 1);
  }

  @Test
  void comparedScenariosShowHowTheyWereMeasuredAndWhereTheirRulesDiffer() {
    Scenario one = world.solved("So mẫu một", world.rules(ReviewWorld.LOCAL, List.of()));
    Scenario two =
        world.solved("So mẫu hai", world.rules(ReviewWorld.CENTRAL, List.of(), "R2", "95"));
    String body =
        planner
            .get("/von/dieu-chuyen/so-sanh?kb=" + one.id() + "&kb=" + two.id())
            .body()
            .replaceAll("\\s+", " ");
    assertThat(row(body, "Cách tính tỷ lệ")).contains("khác", "R4 ·", "R2 ·");
    assertThat(row(body, "Nguồn không điều chuyển")).contains("khác", "Nông thôn mới 2020");
    assertThat(row(body, "Làm tròn đến")).contains("1 triệu đồng").doesNotContain("khác");
    // On a phone two stand beside each other, each figure under the name of its scenario.
    assertThat(body).contains("t-pair");
    assertThat(row(body, "Sau điều chuyển")).contains("So mẫu một", "So mẫu hai");
  }

  @Test
  void forcedPinOfMoreThanALineIsRefusedInWordsThatNameItAndItsScope() {
    Pair pair = world.pair("TT-2020", "Trạm bơm mẫu");
    Scenario scenario = world.solved("Ghim mẫu", pair.pool(), List.of());
    String answer =
        planner
            .submit(
                scenario.path() + "/ghim?dong=" + pair.slow(),
                scenario.path() + "/ghim",
                Map.of(
                    "dong", Long.toString(pair.slow()),
                    "step", "1",
                    "kind", "force_raise",
                    "scope", "project",
                    "amount", "1000"))
            .body();
    assertThat(answer)
        .contains("“Buộc tăng ít nhất” chỉ đặt cho từng dòng vốn, không đặt cho “cả dự án”")
        .doesNotContain("“force_raise”");
  }

  private static String row(String body, String name) {
    int at = body.indexOf("<th scope=\"row\">" + name);
    assertThat(at).as(name).isNotNegative();
    return body.substring(at, body.indexOf("</tr>", at));
  }

  @Test
  void planStaysOnThePageWhileANewOneIsSought() {
    Pair pair = world.pair("TT-2020", "Đường mẫu");
    Scenario scenario = world.solved("Tính lại mẫu", pair.pool(), List.of());
    Solved solved = world.plan(scenario);
    String moved = "chuyển " + new MoveWords(VI, List.of()).money(solved.movedVnd());
    Acting.as(world.planner(), () -> world.review().door(Scenarios.class).solve(scenario.id()));
    String body = planner.get(scenario.path()).body();
    assertThat(body).contains("Đang tính phương án", "phương án của lần tính trước", moved);
    // Nothing is put forward while a new one is sought.
    assertThat(body).doesNotContain("/xac-nhan\"");
    Acting.as(world.planner(), () -> world.review().door(Scenarios.class).stop(scenario.id()));
  }

  @Test
  void amountsAreRoundedToWholeMillionsAndChancesNeverSure() {
    MoveWords words = new MoveWords(VI, List.of());
    assertThat(plain(words.missing(762_315_251L))).isEqualTo("762 triệu đồng");
    assertThat(plain(words.missing(12_345_678_900L))).isEqualTo("12,3 tỷ đồng");
    assertThat(plain(words.missing(1))).isEqualTo("dưới 1 triệu đồng");
    assertThat(plain(words.missing(0))).isEqualTo("0 triệu đồng");
    ScenarioRules.Held pin =
        new ScenarioRules.Held(1, Pin.Kind.FORCE_RAISE, Pin.Scope.LINE, 1, 1_000_000);
    assertThat(plain(words.pin(pin, "Cầu"))).isEqualTo("Cầu: buộc tăng ít nhất 1 triệu đồng");
    assertThat(plain(words.chance(1))).isEqualTo("trên 99 %");
    assertThat(plain(words.chance(0))).isEqualTo("dưới 1 %");
    assertThat(plain(words.chance(0.35))).isEqualTo("35 %");
    assertThat(plain(words.phase(Phase.PRIORITY, 653_205_000_000L))).startsWith("653,2 (tỷ đồng");
    MoveWords english = new MoveWords(Texts.in(Language.EN), List.of());
    assertThat(plain(english.missing(783_036_169L))).isEqualTo("783 million đồng");
    assertThat(english.gain(BigDecimal.ONE)).doesNotContain("đồng.").contains("VND 1.00");
  }

  /** With spaces that break. */
  private static String plain(String words) {
    return words.replace('\u00a0', ' ');
  }

  @Test
  void limitsAreGroupedByKindTheGreatestFirstAndIdleOnesCounted() {
    Subjects subjects = new Subjects(Map.of(), List.of());
    List<Marginal> marginals =
        List.of(
            new Marginal(Limit.ABSORPTION, 1, 1_000_000, 250_000),
            new Marginal(Limit.ABSORPTION, 2, 1_000_000, 1_000_000),
            new Marginal(Limit.ABSORPTION, 3, 1_000_000, 1_000_000),
            new Marginal(Limit.MEDIUM_TERM, 4, 1_000_000, 1_500_000),
            new Marginal(Limit.SMALLEST_MOVE, 6, 1_000_000, 1_000_000),
            new Marginal(Limit.LEAD_TIME, 7, 1_000_000, 12_000_000_000L),
            new Marginal(Limit.LEAD_TIME, 8, 1_000_000, 12_000_000_000L),
            new Marginal(Limit.PAYABLE, 5, 1_000_000, 0));
    List<Loosened> found = Loosened.of(marginals, subjects);
    assertThat(found)
        .extracting(Loosened::limit)
        .containsExactly(Limit.LEAD_TIME, Limit.MEDIUM_TERM, Limit.ABSORPTION, Limit.SMALLEST_MOVE);
    assertThat(found.getLast().isSlope()).isFalse();
    // A passed deadline is told as a whole, its authority's pools together.
    assertThat(found.getFirst().isWhole()).isTrue();
    assertThat(found.getFirst().steps())
        .extracting(step -> step.gain().toPlainString() + " " + step.subjects().size())
        .containsExactly("12000000000 2");
    assertThat(found.get(2).count()).isEqualTo(3);
    assertThat(found.get(2).steps())
        .extracting(step -> step.gain().toPlainString() + " " + step.subjects().size())
        .containsExactly("1.000 2", "0.250 1");
    assertThat(Loosened.idle(marginals)).isEqualTo(1);
  }

  @Test
  void forecastOfThePageIsThatOfItsOwnPageAndTheDifferenceIsNamed() {
    Pair pair = world.pair("CD-T-2020", "Kè mẫu");
    Scenario scenario = world.solved("Dự báo mẫu", pair.pool(), List.of());
    SolveJob.Found found = Objects.requireNonNull(scenario.job()).found();
    SumForecast province =
        Acting.call(
            world.planner(),
            () ->
                world
                    .review()
                    .door(Forecasts.class)
                    .of(ReallocationWorld.YEAR, ReviewWorld.DAY)
                    .province()
                    .orElseThrow());
    double told = Objects.requireNonNull(found.rateBefore());
    assertThat(told).isCloseTo((double) province.fan().at(13, 50) / province.plan(), within(1e-9));
    assertThat(Objects.requireNonNull(found.rateAfter())).isGreaterThan(told);
    assertThat(planner.get(scenario.path()).body())
        .contains("Trang Dự báo</a> cho " + percent(BigDecimal.valueOf(told)), "theo cách tính R4");
  }

  @Test
  void reasonsTellTheFiguresOfTheirLineAndDay() {
    Pair pair = world.pair("XSKT-T-2020", "Kênh mẫu");
    List<ScenarioRules.Held> pins =
        List.of(
            new ScenarioRules.Held(
                1, Pin.Kind.FORCE_CUT, Pin.Scope.LINE, pair.slow(), 200_000_000L),
            new ScenarioRules.Held(
                2, Pin.Kind.LARGEST_CUT, Pin.Scope.LINE, pair.slow(), 200_000_000L));
    Scenario scenario = world.solved("Lý do mẫu", pair.pool(), pins);
    Solved solved = world.plan(scenario);
    Solved.Row gives = solved.rows().getFirst();
    Solved.Row takes = solved.rows().getLast();
    MoveWords words = new MoveWords(VI, List.of());
    assertThat(words.why(gives))
        .contains("dự báo ngày 14/08/2020", words.missing(gives.line().forecast().f50Vnd()))
        .contains("Trong đó 200 triệu đồng do người lập buộc");
    assertThat(words.why(takes))
        .contains("chắc 50 % dùng thêm được " + words.missing(takes.move().usableVnd()))
        .contains("đã giải ngân " + percent(takes.rate()));
    Solved.Row full =
        new Solved.Row(
            gives.name(),
            gives.line(),
            gives.project(),
            new Move(gives.line().id(), -1_000_000, 0, 0, 1_000_000, 0, Set.of(), Limit.NOT_NEEDED),
            List.of(),
            gives.view());
    assertThat(words.why(full))
        .contains("vẫn dùng hết kế hoạch", "1 triệu đồng do người lập buộc")
        .doesNotContain("không dùng hết", "0,0");

    // What is entered later for a day before changes the province's rate, not these reasons.
    List<SlowLine.Hit> then = gives.hits();
    assertThat(then).isNotEmpty().isEqualTo(hitsNow(pair.slow()));
    world.review().book(EntryKind.PAYMENT, pair.fast(), ReviewWorld.DAY.minusDays(9), 500_000_000L);
    assertThat(hitsNow(pair.slow())).isNotEqualTo(then);
    assertThat(world.plan(scenario).rows().getFirst().hits()).isEqualTo(then);
  }

  private static List<SlowLine.Hit> hitsNow(long line) {
    return Acting.call(
        world.planner(), () -> world.review().door(Reviews.class).hits(line, ReviewWorld.DAY));
  }
}
