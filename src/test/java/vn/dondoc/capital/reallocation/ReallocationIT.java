package vn.dondoc.capital.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Office;
import vn.dondoc.testing.Province;

/** From the slow list over a scenario and its proposal to the decision in the ledger. */
class ReallocationIT {
  private static Province province;
  private static ReallocationWorld world;
  private static ReallocationWorld.Pair pair;
  private static Browser browser;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = new ReallocationWorld(ReviewWorld.in(province));
    pair = world.pair(ReviewWorld.LOCAL, "Đường liên xã mẫu");
    world.pair(ReviewWorld.CENTRAL, "Nhà văn hóa mẫu");
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    world.close();
  }

  @Test
  void slowListLeadsToAScenarioAProposalAPaperAndTheDecisionInTheLedger() throws IOException {
    Page planner = province.signIn(browser.person(Browser.DESK), "ke-hoach");
    planner.navigate(province.address("/von/cham"));
    planner.locator(".way a[href='/von/dieu-chuyen']").click();
    Browser.look(planner, "reallocation-empty");
    planner.fill("#name", "Đợt mẫu tháng 8");
    planner.fill("#percent", "nhiều");
    planner.locator("main form.narrow button[type=submit]").click();
    assertThat(planner.locator("[role=alert]").innerText()).contains("không phải tỷ lệ");
    planner.fill("#percent", "95");
    planner.locator("main form.narrow button[type=submit]").click();
    planner.locator(".ru button[type=submit]").click();
    planner.waitForSelector(".tf");
    planner.waitForSelector(".acts .btn-primary");
    assertThat(planner.locator("main").innerText())
        .contains("Đường liên xã mẫu chậm", "Đường liên xã mẫu nhanh", "Khả năng đạt mục tiêu");
    Browser.look(planner, "reallocation-workbench");
    String scenario = planner.url().substring(planner.url().indexOf("/von/"));
    Page phone = province.signIn(browser.person(Browser.PHONE), "van-phong");
    phone.navigate(province.address(scenario));
    Browser.look(phone, "phone-reallocation-workbench");
    planner.navigate(province.address(scenario + "/vi-sao"));
    Browser.look(planner, "reallocation-why-not");
    planner.navigate(province.address("/von/dieu-chuyen/quy-dinh"));
    assertThat(planner.locator("main").innerText()).contains("HĐND tỉnh", "Luật 39/2019/QH14");
    Browser.look(planner, "reallocation-law");
    planner.navigate(province.address(scenario));
    planner.locator(".acts .btn-primary").click();
    Browser.look(planner, "reallocation-confirm");
    for (var select : planner.locator("select[name^=reason-]").all()) {
      select.selectOption("tender_savings");
    }
    planner.locator("main form button[type=submit]").click();
    assertThat(planner.locator("[role=alert]").first().innerText())
        .contains("Tiết kiệm sau đấu thầu", "phải nêu văn bản làm căn cứ");
    for (var evidence : planner.locator("input[name^=evidence-]").all()) {
      evidence.fill(ReallocationWorld.RESULTS);
    }
    planner.locator("main form button[type=submit]").click();
    assertThat(planner.locator("main").innerText()).contains("Chờ quyết định");
    Browser.look(planner, "reallocation-submission");
    papers(planner);
    String submission = planner.url().substring(planner.url().indexOf("/von/"));
    decide(submission, phone);
  }

  @Test
  void targetOutOfReachIsProvedAndContradictingPinsAreNamed() {
    Page planner = province.signIn(browser.person(Browser.DESK), "ke-hoach");
    for (String name : new String[] {"Mẫu một", "Mẫu hai"}) {
      planner.navigate(province.address("/von/dieu-chuyen"));
      planner.fill("#name", name);
      planner.fill("#percent", name.equals("Mẫu một") ? "97" : "100");
      if (name.equals("Mẫu hai")) {
        planner.fill("#loss", "10");
      }
      planner.locator("main form.narrow button[type=submit]").click();
      planner.locator(".ru button[type=submit]").click();
      planner.waitForSelector(".acts .btn-primary");
    }
    assertThat(planner.locator("main").innerText())
        .contains("Vì sao không đạt", "nhiều nhất đạt", "Nới giới hạn nào");
    Browser.look(planner, "reallocation-out-of-reach");
    planner.locator(".imp").scrollIntoViewIfNeeded();
    Browser.look(planner, "reallocation-ceilings");
    String scenario = planner.url();
    planner.navigate(province.address("/von/dieu-chuyen"));
    planner.locator("input[name=kb]").first().check();
    planner.locator("input[name=kb]").nth(1).check();
    planner.locator("button:has-text('So sánh')").click();
    Browser.look(planner, "reallocation-compare");
    for (String kind : new String[] {"keep", "force_cut"}) {
      planner.navigate(scenario);
      planner.locator(".tf a[href*='/ghim']").first().click();
      planner.selectOption("#kind", kind);
      planner.fill("#amount", kind.equals("keep") ? "" : "1.000");
      planner.locator("main form button[type=submit]").click();
    }
    Browser.look(planner, "reallocation-stale");
    planner.locator("button:has-text('Tính lại')").click();
    planner.waitForSelector("#mt");
    assertThat(planner.locator("main").innerText())
        .contains("giữ nguyên", "buộc giảm ít nhất 1,0", "bỏ một trong số đó");
    Browser.look(planner, "reallocation-conflict");
  }

  private static void decide(String submission, Page phone) {
    world.hear(Long.parseLong(submission.substring(submission.lastIndexOf('/') + 1)));
    long before = world.balance(pair.slow()).plan();
    phone.navigate(province.address(submission));
    Browser.look(phone, "phone-reallocation-submission");
    if (phone.locator(".chip:has-text('HĐND tỉnh')").count() > 0) {
      phone.locator(".chip:has-text('HĐND tỉnh')").click();
    }
    assertThat(phone.inputValue("#issuer")).isEqualTo("HĐND tỉnh");
    phone.fill("#number", "15/NQ-HĐND mẫu");
    phone.fill("#signer", "Chủ tịch HĐND mẫu");
    phone.fill("#signed", "14/08/2020");
    phone.fill("#issuer", "Thủ tướng Chính phủ");
    phone.locator("button:has-text('Ghi quyết định và ghi sổ')").click();
    assertThat(phone.locator("[role=alert]").first().innerText())
        .contains("quyết định ghi của “Thủ tướng Chính phủ”", "HĐND tỉnh quyết định");
    Browser.look(phone, "phone-reallocation-refused");
    phone.fill("#issuer", "Hội đồng nhân dân tỉnh");
    phone.locator("button:has-text('Ghi quyết định và ghi sổ')").click();
    assertThat(phone.locator("main").innerText())
        .contains("Đã ghi quyết định và ghi sổ", "15/NQ-HĐND mẫu");
    Browser.look(phone, "phone-reallocation-decided");
    assertThat(world.balance(pair.slow()).plan()).isLessThan(before);
  }

  private static void papers(Page planner) throws IOException {
    Download paper = planner.waitForDownload(() -> planner.locator(".acts .btn-primary").click());
    try (InputStream in = Files.newInputStream(paper.path());
        XWPFDocument document = new XWPFDocument(in)) {
      assertThat(document.getTables()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(document.getTables().getLast().getRow(0).getTableCells()).hasSize(11);
    }
    Download sheet = planner.waitForDownload(() -> planner.locator(".acts .btn-2").click());
    try (InputStream in = Files.newInputStream(sheet.path());
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      var last = workbook.getSheetAt(0).getRow(workbook.getSheetAt(0).getLastRowNum());
      double less = evaluator.evaluate(last.getCell(7)).getNumberValue();
      assertThat(less).isPositive();
      assertThat(evaluator.evaluate(last.getCell(8)).getNumberValue()).isEqualTo(less);
    }
    // LibreOffice opens both as they are.
    printed(paper.path(), "to-trinh.docx");
    printed(sheet.path(), "phu-luc.xlsx");
  }

  private static void printed(Path file, String name) throws IOException {
    byte[] pdf = Office.printed(name, Files.readAllBytes(file));
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    Path kept = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".pdf");
    Files.write(kept, pdf);
  }
}
