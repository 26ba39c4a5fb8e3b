package vn.dondoc.capital.reallocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
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
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.reallocation.ReallocationWorld.Pair;
import vn.dondoc.capital.reallocation.submission.NewDecision;
import vn.dondoc.capital.reallocation.submission.Submission;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.capital.source.Ceiling;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.kernel.Acting;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** A raise above the medium-term plan: from its papers to a decision in part, booked late. */
class DecisionPageTest {
  /** A chance as a paper prints it. */
  private static final String NEVER_SURE = "(dưới 1|trên 99|[1-9]?[0-9])%";

  private static final long BILLION = ReviewWorld.BILLION;
  private static final LocalDate DAY = ReviewWorld.DAY;
  private static final Texts VI = Texts.in(Language.VI);
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static Province province;
  private static ReallocationWorld world;
  private static WebPerson planner;
  private static WebPerson office;
  private static Pair pair;
  private static long id;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = new ReallocationWorld(ReviewWorld.in(province));
    planner = person("ke-hoach");
    office = person("van-phong");
    pair = world.pair(ReviewWorld.CENTRAL, "Hồ mẫu");
    ReviewWorld.asSystem(() -> {
      world.review().door(Sources.class).limit(List.of(ceiling(pair.slow()), ceiling(pair.fast())));
      return null;
    });
    ScenarioRules rules = world.rules(pair.pool(), List.of());
    Scenario scenario = world.solved("Vượt trung hạn mẫu", adjustable(rules));
    id = world.confirm(world.planner(), scenario, CutReason.TENDER_SAVINGS);
    world.hear(id);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Ceiling ceiling(long line) {
    long project = world.balance(line).projectId();
    return new Ceiling(project, "NSTW", 2016, 2020, 10 * BILLION, "QĐ 10 (mẫu)");
  }

  private static ScenarioRules adjustable(ScenarioRules one) {
    return new ScenarioRules(
        one.percent(),
        one.definition(),
        one.receiver(),
        one.giver(),
        one.smallestVnd(),
        one.unitVnd(),
        one.ownerLossPercent(),
        true,
        one.frozen(),
        one.pins());
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  private static Submission submission() {
    return Acting.call(world.planner(), () -> world.submissions().required(id));
  }

  private static String path() {
    return "/von/dieu-chuyen/de-xuat/" + id;
  }

  @Test
  void bothAuthoritiesStandInThePapersAndTheDecisionIsBookedWithBothAndOnWhatWasLookedAt()
      throws IOException {
    bothAreAskedFor();
    lineOfAProposalIsNotMovedByHand();
    deadline("08-01");
    world.review().book(EntryKind.PAYMENT, pair.fast(), LocalDate.of(2020, 8, 13), 50_000_000L);
    refusedStepByStep();
    everyFaultStandsAtItsField();
    databaseRefusesIt();
    bookedInPart();
    toldAsDecided();
  }

  private static void bothAreAskedFor() throws IOException {
    String page = planner.get(path()).body();
    assertThat(page)
        .contains(
            "Thủ tướng Chính phủ quyết định phần vượt trung hạn",
            "– Điều chỉnh kế hoạch trung hạn kèm theo",
            "– Cam kết giải ngân hết phần tăng");
    Submission.Moved raise = submission().moves().getLast();
    assertThat(raise.why().in(Texts.in(Language.EN))).isNotEqualTo(raise.why().in(VI));
    try (XWPFDocument paper =
            new XWPFDocument(new ByteArrayInputStream(planner.file(path() + "/to-trinh")));
        XWPFWordExtractor words = new XWPFWordExtractor(paper)) {
      String text = words.getText();
      assertThat(text)
          .contains("Kính gửi: UBND tỉnh Lạng Sơn; Thủ tướng Chính phủ")
          .contains("phần tăng vượt kế hoạch trung hạn do Thủ tướng Chính phủ quyết định")
          .contains("Kính trình Thủ tướng Chính phủ", "điều chỉnh kế hoạch đầu tư công trung hạn")
          .contains("Giấy tờ: ", "Điều chỉnh kế hoạch trung hạn kèm theo")
          .containsOnlyOnce("chưa đối chiếu nguyên văn")
          .containsPattern("trước điều chuyển " + NEVER_SURE + ", sau điều chuyển " + NEVER_SURE)
          .containsOnlyOnce(raise.why().vi());
    }
  }

  private static void lineOfAProposalIsNotMovedByHand() {
    String move = "/von/dong/" + pair.slow() + "/chuyen-von";
    Map<String, String> typed = new HashMap<>();
    typed.put("receiver", "#" + pair.fast());
    typed.put("amount", "100");
    typed.put("ground", "tender_savings");
    typed.put("document", "77/QĐ-UBND");
    typed.put("issuer", "Văn phòng UBND tỉnh");
    typed.put("signed", "3/8/2020");
    typed.put("reason", "Thử (mẫu)");
    assertThat(planner.submit(move, move, typed).body())
        .contains("đang nằm trong đề xuất điều chuyển “Vượt trung hạn mẫu”")
        .contains("Văn bản ghi của “Văn phòng UBND tỉnh”")
        .contains("vượt kế hoạch trung hạn 10.000.000.000 đồng");
  }

  private static void deadline(String day) {
    world
        .review()
        .projects()
        .owner()
        .sql("update capital.move_authority set deadline = :day where what = 'annual'")
        .param("day", day)
        .update();
  }

  private static NewDecision decision(
      NewDecision.@Nullable MediumTerm medium, NewDecision.Said said) {
    Map<Long, Long> half = new HashMap<>();
    submission()
        .moves()
        .forEach(move -> half.put(move.line().lineId(), move.sizeVnd() / 2_000_000 * 1_000_000));
    return new NewDecision(
        "15/QĐ-UBND mẫu", "UBND tỉnh Lạng Sơn", "Chủ tịch mẫu", DAY, half, medium, said);
  }

  private static List<String> told(NewDecision decision) {
    return ReviewWorld.told(world.office(), () -> world.submissions().decide(id, decision));
  }

  private static void refusedStepByStep() {
    assertThat(told(decision(null, NewDecision.Said.NOTHING)))
        .hasSize(3)
        .anyMatch(said -> said.contains("vượt kế hoạch trung hạn") && said.contains("Thủ tướng"))
        .anyMatch(said -> said.contains("ký ngày 14/08/2020, sau hạn 01/08/2020"))
        .anyMatch(said -> said.contains("Hồ mẫu nhanh: từ khi xác nhận đề xuất"));
    NewDecision.MediumTerm other = new NewDecision.MediumTerm("9/QĐ", "UBND tỉnh", DAY);
    assertThat(told(decision(other, NewDecision.Said.NOTHING)))
        .anyMatch(said -> said.contains("trung hạn ghi của “UBND tỉnh”"));
    assertThat(office.get(path()).body())
        .contains("name=\"m-number\"", "name=\"late\"", "name=\"seen\"")
        .contains("1 dòng đã thay đổi từ khi xác nhận đề xuất");
    assertThat(world.balance(pair.fast()).plan()).isEqualTo(10 * BILLION);
  }

  private static void everyFaultStandsAtItsField() {
    Map<String, String> typed = new HashMap<>();
    typed.put("number", " ");
    typed.put("issuer", "UBND tỉnh Lạng Sơn");
    typed.put("signer", "Chủ tịch mẫu");
    typed.put("signed", "14/8/2020");
    typed.put("duyet-" + pair.slow(), "2.000");
    typed.put("duyet-" + pair.fast(), "2.000");
    String page = office.submit(path(), path() + "/quyet-dinh", typed).body();
    assertThat(page)
        .contains("<a href=\"#number\">", "<a href=\"#m-number\">", "<a href=\"#seen\">")
        .contains("aria-invalid=\"true\" aria-describedby=\"loi-number\"", "id=\"loi-number\"")
        .contains("value=\"Thủ tướng Chính phủ\"")
        .contains("Hồ mẫu nhanh: giải ngân 9.100.000.000 → 9.150.000.000 đồng</li>")
        .doesNotContain("10.000.000.000 → 10.000.000.000");
    typed.put("duyet-" + pair.slow(), "nhiều");
    assertThat(office.submit(path(), path() + "/quyet-dinh", typed).body())
        .contains("Hồ mẫu chậm: “nhiều” không phải số tiền", "<a href=\"#duyet-" + pair.slow())
        .contains("<a href=\"#number\">");
    Acting.as(
        world.office(), () -> assertThat(submission().moves()).allMatch(Submission.Moved::isOpen));
  }

  /** Whoever comes around the program meets the same. */
  private static void databaseRefusesIt() {
    assertThatThrownBy(() -> world.around(id, pair.fast(), 1_000_000))
        .hasMessageContaining("raises above the medium-term plan");
  }

  private static void bookedInPart() {
    Submission waiting = submission();
    String seen = Acting.call(world.office(), () -> world.submissions().changes(waiting)).seen();
    NewDecision.MediumTerm medium =
        new NewDecision.MediumTerm("1234/QĐ-TTg mẫu", "Thủ tướng Chính phủ", DAY);
    NewDecision.Said said = new NewDecision.Said("Chờ Thủ tướng quyết định (mẫu)", seen);
    assertThat(told(decision(medium, new NewDecision.Said(said.late(), "khác")))).hasSize(1);
    assertThat(told(decision(medium, said))).isEmpty();
    assertThat(world.balance(pair.fast()).plan()).isGreaterThan(10 * BILLION);
  }

  private static void toldAsDecided() throws IOException {
    Submission decided = submission();
    Submission.Moved gave = decided.moves().getFirst();
    Submission.Decision kept = decided.decisions().getFirst();
    assertThat(kept.raised()).containsExactly(pair.fast());
    assertThat(kept.raises(gave)).isFalse();
    // Above the medium term only since it was put forward, or no longer.
    Submission.Decision since =
        new Submission.Decision(
            kept.id(),
            kept.number(),
            kept.issuer(),
            kept.signer(),
            kept.signedOn(),
            kept.by(),
            Objects.requireNonNull(kept.mediumTerm()),
            kept.late(),
            kept.latePools(),
            kept.changed(),
            List.of(pair.slow()));
    assertThat(since.raises(gave)).isTrue();
    assertThat(since.raises(decided.moves().getLast())).isFalse();
    String approved = Millions.shown(gave.approvedVnd(), new Formats(VI));
    assertThat(planner.get(path()).body())
        .contains("Điều chỉnh trung hạn: quyết định 1234/QĐ-TTg mẫu của Thủ tướng Chính phủ")
        .contains("Ký sau hạn (Nông thôn mới 2020): Chờ Thủ tướng quyết định (mẫu).")
        .contains("mức trung hạn mới chưa ghi: ", "href=\"/von/trung-han\"")
        .contains("đã xem lại 1 dòng thay đổi sau đề xuất: ", "Hồ mẫu nhanh");
    assertThat(planner.get("/von/dieu-chuyen?nam=2020").body()).contains(approved);
    assertThat(planner.get("/von/cat-giam/" + Objects.requireNonNull(gave.cut()).id()).body())
        .contains("<b>" + approved + "</b>", "đề xuất " + shown(gave.sizeVnd()));
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(planner.file(path() + "/phu-luc")))) {
      Sheet sheet = workbook.getSheetAt(0);
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      Row total = sheet.getRow(sheet.getLastRowNum());
      double less = evaluator.evaluate(total.getCell(12)).getNumberValue();
      assertThat(less)
          .isPositive()
          .isEqualTo(evaluator.evaluate(total.getCell(13)).getNumberValue());
      Row last = sheet.getRow(sheet.getLastRowNum() - 1);
      assertThat(evaluator.evaluate(last.getCell(14)).getNumberValue()).isEqualTo(10_000 + less);
      assertThat(last.getCell(15).getStringCellValue()).contains("15/QĐ-UBND", "1234/QĐ-TTg");
      assertThat(last.getCell(16).getStringCellValue()).contains("Cam kết giải ngân");
      assertThat(sheet.getRow(sheet.getLastRowNum() - 2).getCell(17).getStringCellValue())
          .contains("Đơn vị mẫu đồng ý.");
    }
  }

  private static String shown(long dong) {
    return Millions.shown(dong, new Formats(VI));
  }
}
