package vn.dondoc.capital.reallocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.owner.OwnerReport;
import vn.dondoc.capital.owner.OwnerReports;
import vn.dondoc.capital.reallocation.ReallocationWorld.Pair;
import vn.dondoc.capital.reallocation.reading.MoveWords;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.capital.reallocation.submission.NewDecision;
import vn.dondoc.capital.reallocation.submission.Submission;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.planning.reallocation.Proposal;
import vn.dondoc.project.Move;
import vn.dondoc.project.Standings;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Vốn chưa phân bổ in a reallocation: when it is used, and where it is told; what a decision meets
 * that changed since its proposal.
 */
class UnallocatedPageTest {
  private static final long BILLION = ReviewWorld.BILLION;
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final BigDecimal NEAR = new BigDecimal("0.95");
  private static Province province;
  private static ReallocationWorld world;
  private static WebPerson planner;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = new ReallocationWorld(ReviewWorld.in(province));
    world.review().open("XSKT-2020", "Xổ số kiến thiết mẫu 2020", "NSDP.XSKT", "province", 2020);
    world.review().open("XSKT-T-2020", "Xổ số mẫu cấp huyện", "NSDP.XSKT", "district", 2020);
    world.review().open("TT-2020", "Tăng thu mẫu 2020", "NSDP.TT", "province", 2020);
    planner = person("ke-hoach");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  /** The same unallocated money for another line of the pool. */
  private static Pair heldOnce(Pair pair, long first) {
    Pair other = world.pair(pair.pool(), "Kè mẫu");
    List<ScenarioRules.Held> pins =
        List.of(
            new ScenarioRules.Held(1, Pin.Kind.KEEP, Pin.Scope.LINE, pair.slow(), 0),
            new ScenarioRules.Held(2, Pin.Kind.KEEP, Pin.Scope.LINE, pair.fast(), 0));
    Scenario second =
        world.solved("Giao cả năm mẫu hai", world.rules(pair.pool(), pins, "R2", "95"));
    assertThat(world.plan(second).takenVnd()).isEqualTo(BILLION);
    assertThat(world.plan(second).rows())
        .extracting(row -> row.line().id())
        .containsOnly(other.slow(), other.fast());
    assertThat(
            ReviewWorld.told(
                world.otherPlanner(),
                () -> world.confirm(world.otherPlanner(), second, CutReason.TENDER_SAVINGS)))
        .singleElement()
        .asString()
        .contains("Tăng thu mẫu 2020", "1.000.000.000 đồng chưa phân bổ", "“Giao cả năm mẫu”");
    assertThat(submission(first).isOpen()).isTrue();
    return other;
  }

  private static Submission submission(long id) {
    return Acting.call(world.planner(), () -> world.submissions().required(id));
  }

  private static Map<Long, Long> whole(long id) {
    Map<Long, Long> approved = new HashMap<>();
    submission(id).moves().forEach(move -> approved.put(move.line().lineId(), move.sizeVnd()));
    return approved;
  }

  private static List<String> decide(
      long id, Map<Long, Long> approved, NewDecision.@Nullable MediumTerm medium) {
    NewDecision decision =
        new NewDecision(
            "NQ " + id + " mẫu",
            "HĐND tỉnh",
            "Chủ tịch mẫu",
            ReviewWorld.DAY,
            approved,
            medium,
            new NewDecision.Said("Lý do gõ thừa", ""));
    return ReviewWorld.told(world.office(), () -> world.submissions().decide(id, decision));
  }

  private static void approve(long id) {
    world.hear(id);
    assertThat(decide(id, whole(id), null)).isEmpty();
    assertThat(submission(id).decisions())
        .singleElement()
        .satisfies(one -> assertThat(one.late()).isNull());
  }

  private static void takenOnlyWhereNobodyElseHoldsIt(Pair pair, Pair other, long id) {
    world.review().assign(pair.pool(), BILLION);
    long second = world.alsoPutForward(id, other.fast());
    world.review().book(EntryKind.ALLOCATE, other.slow(), ReviewWorld.DAY.minusDays(1), BILLION);
    world.hear(id);
    assertThat(decide(id, whole(id), null))
        .singleElement()
        .asString()
        .contains("Tăng thu mẫu 2020: quyết định lấy 1.000.000.000 đồng", "“Đợt mẫu hai”")
        .contains("nhóm vốn có 1.000.000.000 đồng", "nên chỉ còn 0 đồng");
    assertThatThrownBy(() -> world.around(id, pair.fast(), BILLION))
        .hasMessageContaining("is held by another proposal");
    Acting.as(world.planner(), () -> world.submissions().withdraw(second, "Nhường đợt trước"));
    approve(id);
  }

  @Test
  void figuresOfTheDayOfBookingCountAndNoUnallocatedMoneyGoesPastTheProposal() {
    Pair pair = world.pair(ReviewWorld.LOCAL, "Đập mẫu");
    long id =
        world.confirm(
            world.planner(),
            world.solved("Đập mẫu", pair.pool(), List.of()),
            CutReason.TENDER_SAVINGS);
    world.hear(id);
    world.review().assign(pair.pool(), 45 * BILLION);
    assertThat(decide(id, Map.of(pair.fast(), BILLION), null))
        .singleElement()
        .asString()
        .contains("lấy 1.000.000.000 đồng từ vốn chưa phân bổ", "chỉ còn được lấy 0 đồng");
    assertThatThrownBy(() -> world.around(id, pair.fast(), BILLION))
        .hasMessageContaining("is decided than was proposed");
    NewDecision.MediumTerm unneeded =
        new NewDecision.MediumTerm("9/NQ mẫu", "Ai đó", ReviewWorld.DAY);
    assertThat(decide(id, whole(id), unneeded))
        .singleElement()
        .asString()
        .contains("“9/NQ mẫu”: không khoản tăng nào được duyệt vượt kế hoạch trung hạn");
    acceptedSince(pair, id);
    suspendedSince(pair, id);
    assertThat(world.balance(pair.fast()).plan()).isEqualTo(10 * BILLION);
    stateIsOfTheWhole(pair, id);
  }

  private static void acceptedSince(Pair pair, long id) {
    OwnerReport report =
        new OwnerReport(
            new OwnerReport.Money(BILLION / 2, 9 * BILLION, 9 * BILLION, null, null, null),
            new OwnerReport.Trouble(null, null, null, null));
    Acting.as(
        world.review().board(),
        () ->
            world
                .review()
                .door(OwnerReports.class)
                .record(
                    YearMonth.of(2020, 7),
                    OwnerReport.Kind.ACTUAL,
                    List.of(new OwnerReports.Entry(pair.slow(), 0, report))));
    assertThat(decide(id, whole(id), null))
        .hasSize(2)
        .anyMatch(said ->
            said.contains("Đập mẫu chậm: duyệt giảm")
                && said.contains("8.500.000.000 đồng đã nghiệm thu chưa thanh toán")
                && said.contains("chỉ duyệt giảm được đến 1.000.000.000 đồng"))
        .anyMatch(said ->
            said.contains("đã nghiệm thu chưa thanh toán 0 → 8.500.000.000 đồng; xem lại")
                && !said.contains("giải ngân"));
  }

  private static void suspendedSince(Pair pair, long id) {
    long project = world.balance(pair.fast()).projectId();
    Acting.as(
        world.review().otherBoard(),
        () ->
            world
                .review()
                .door(Standings.class)
                .move(
                    project,
                    1,
                    new Move("da-quyet-dinh", "tam-dung", ReviewWorld.DAY, "5/QĐ", "mẫu")));
    assertThat(decide(id, whole(id), null))
        .hasSize(3)
        .anyMatch(said -> said.contains("Đập mẫu nhanh: dự án đang tạm dừng"));
  }

  /** Whoever sees one line of it does not take it for decided, nor reads of other lines. */
  private static void stateIsOfTheWhole(Pair pair, long id) {
    assertThat(decide(id, Map.of(pair.fast(), 0L), null)).isEmpty();
    Submission ofFast =
        Acting.call(world.review().otherBoard(), () -> world.submissions().required(id));
    assertThat(ofFast.moves()).singleElement().matches(move -> !move.isOpen());
    assertThat(ofFast.state()).isEqualTo(Submission.State.PARTLY);
    assertThat(ofFast.decisions()).hasSize(1);
    Submission ofSlow = Acting.call(world.review().board(), () -> world.submissions().required(id));
    assertThat(ofSlow.state()).isEqualTo(Submission.State.PARTLY);
    assertThat(ofSlow.decisions()).isEmpty();
    assertThat(Acting.call(world.review().otherBoard(), () -> world.submissions().of(2020)))
        .filteredOn(one -> one.name().equals("Đập mẫu"))
        .singleElement()
        .matches(one -> one.stateKey().equals(Submission.State.PARTLY.key()));
  }

  @Test
  void whereAllocatingItRaisesTheDenominatorItStaysAndThePageSaysSo() {
    Pair pair = world.pair("XSKT-2020", "Trường mẫu");
    world.review().assign(pair.pool(), 5 * BILLION);
    Scenario scenario = world.solved("Giao chi tiết mẫu", pair.pool(), List.of());
    assertThat(scenario.rules().definition()).isEqualTo("R4");
    Solved plan = world.plan(scenario);
    assertThat(plan.takenVnd()).isZero();
    assertThat(planner.get(scenario.path()).body())
        .contains("Phương án không dùng 5,0", "chưa phân bổ của nhóm vốn Xổ số kiến thiết mẫu");
    Proposal.Standing told = plan.proposal().after();
    approve(world.confirm(world.planner(), scenario, CutReason.TENDER_SAVINGS));
    Solved booked = world.plan(world.solve(scenario.id()));
    assertThat(booked.proposal().before().denominatorVnd()).isEqualTo(told.denominatorVnd());
  }

  private static String paper(long id) throws IOException {
    String path = "/von/dieu-chuyen/de-xuat/" + id + "/to-trinh";
    try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(planner.file(path)));
        XWPFWordExtractor words = new XWPFWordExtractor(paper)) {
      return words.getText();
    }
  }

  @Test
  void paperIsOfTheWholeAndClaimsTheHighestRateOnlyWhereTheTargetIsOutOfReach() throws IOException {
    Pair pair = world.pair("XSKT-T-2020", "Nhà mẫu");
    Scenario most = world.solved("Ngoài tầm mẫu", world.rules(pair.pool(), List.of(), "R4", "100"));
    assertThat(world.plan(most).isReached()).isFalse();
    long far = world.confirm(world.planner(), most, CutReason.TENDER_SAVINGS);
    MoveWords words = new MoveWords(Texts.in(Language.VI), List.of());
    assertThat(planner.get(most.path()).body())
        .contains("Còn thiếu " + words.missing(world.plan(most).shortVnd()));
    assertThat(words.rate(new BigDecimal("0.949963"), new BigDecimal("0.949963"), NEAR))
        .isEqualTo("94,996\u00a0%");
    assertThat(words.rate(NEAR, new BigDecimal("0.949963"), NEAR)).isEqualTo("95,000\u00a0%");
    assertThat(words.missing(37_500_000)).isEqualTo("38 triệu đồng");
    assertThat(paper(far)).contains("tỷ lệ cao hơn hoặc cần chuyển ít hơn (đã chứng minh)");
    WebPerson owner = person("chu-dau-tu");
    String path = "/von/dieu-chuyen/de-xuat/" + far;
    assertThat(owner.get(path).body())
        .contains("Nhà mẫu chậm", "chỉ có các dòng trong phạm vi của bạn")
        .doesNotContain("Không điều chuyển", "Khả năng đạt mục tiêu", "/to-trinh", "/phu-luc");
    assertThat(owner.get(path + "/to-trinh").statusCode()).isEqualTo(404);
    assertThat(owner.get(path + "/phu-luc").statusCode()).isEqualTo(404);
    Acting.as(world.planner(), () -> world.submissions().withdraw(far, "Đặt mục tiêu khác"));
    Solved found = world.plan(most);
    BigDecimal middle =
        found
            .before()
            .add(found.after())
            .movePointRight(2)
            .divide(BigDecimal.TWO, 2, RoundingMode.DOWN);
    Scenario near =
        world.solved(
            "Trong tầm mẫu", world.rules(pair.pool(), List.of(), "R4", middle.toPlainString()));
    assertThat(world.plan(near).isReached()).isTrue();
    assertThat(paper(world.confirm(world.planner(), near, CutReason.TENDER_SAVINGS)))
        .contains("đạt mục tiêu mà cần chuyển ít hơn (đã chứng minh)")
        .doesNotContain("tỷ lệ cao hơn");
  }

  @Test
  void pageBehindTheLastRowIsRefusedAndNothingBreaks() throws InterruptedException {
    // The forecast is made in the background; until then its page says so.
    for (int tries = 0;
        tries < 120 && planner.get("/von/du-bao?sau=2147483648").statusCode() == 200;
        tries++) {
      Thread.sleep(250);
    }
    for (String path :
        List.of("/von/du-bao", "/von/cham", "/von/cuoi-nam", "/nong-thon-moi/du-bao")) {
      assertThat(planner.get(path + "?sau=2147483648").statusCode()).as(path).isEqualTo(422);
    }
  }

  @Test
  void whereTheDenominatorIsAssignedItIsUsedAndItsFigureIsToldEverywhere() throws IOException {
    Pair pair = world.pair("TT-2020", "Cầu mẫu");
    world.review().assign(pair.pool(), BILLION);
    Scenario scenario =
        world.solved("Giao cả năm mẫu", world.rules(pair.pool(), List.of(), "R2", "95"));
    assertThat(world.plan(scenario).takenVnd()).isEqualTo(BILLION);
    String says = "Ngoài ra 1,0\u00a0tỷ đồng lấy từ vốn chưa phân bổ";
    assertThat(planner.get(scenario.path()).body())
        .contains(says, "Vốn chưa phân bổ của nhóm vốn")
        .doesNotContain("Phương án không dùng");
    assertThat(planner.get(scenario.path() + "/xac-nhan").body()).contains(says);
    long id = world.confirm(world.planner(), scenario, CutReason.TENDER_SAVINGS);
    Pair other = heldOnce(pair, id);
    String path = "/von/dieu-chuyen/de-xuat/" + id;
    assertThat(planner.get(path).body()).contains(says, "Vốn chưa phân bổ của nhóm vốn");
    assertThat(paper(id))
        .contains("lấy 1,0\u00a0tỷ đồng từ vốn chưa phân bổ", "1.000 triệu đồng lấy từ vốn")
        .doesNotContain("mẫu số không đổi");
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(planner.file(path + "/phu-luc")))) {
      Sheet sheet = workbook.getSheetAt(0);
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      Row total = sheet.getRow(sheet.getLastRowNum());
      double less = evaluator.evaluate(total.getCell(7)).getNumberValue();
      double more = evaluator.evaluate(total.getCell(8)).getNumberValue();
      assertThat(evaluator.evaluate(total.getCell(18)).getNumberValue())
          .isEqualTo(1_000)
          .isEqualTo(more - less);
    }
    takenOnlyWhereNobodyElseHoldsIt(pair, other, id);
    assertThat(planner.get(path).body())
        .contains("Được duyệt lấy từ vốn chưa phân bổ", "<b>1.000</b> / đề xuất 1.000 triệu đồng")
        .contains("dưới đây là của đề xuất khi xác nhận");
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(planner.file(path + "/phu-luc")))) {
      Sheet sheet = workbook.getSheetAt(0);
      Row total = sheet.getRow(sheet.getLastRowNum());
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      assertThat(evaluator.evaluate(total.getCell(19)).getNumberValue()).isEqualTo(1_000);
    }
  }
}
