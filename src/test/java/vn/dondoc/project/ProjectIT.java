package vn.dondoc.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.clearance.Clearance;
import vn.dondoc.project.clearance.Clearances;
import vn.dondoc.project.contract.Acceptance;
import vn.dondoc.project.contract.Contracts;
import vn.dondoc.project.contract.Finding;
import vn.dondoc.project.contract.Terms;
import vn.dondoc.project.milestone.Milestones;
import vn.dondoc.project.milestone.Saying;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.testing.Browser;

/**
 * The register in a browser: the owner keeps it, the office follows its order, the district its
 * sites.
 */
class ProjectIT {
  private static final long BILLION = 1_000_000_000L;
  private static final String ROAD = "Cải tạo, nâng cấp đường tỉnh mẫu 01 đoạn qua huyện Chi Lăng";
  private static Browser browser;
  private static ProjectWorld world;
  private static long road;

  private static final String MAKE_RULE = "Lập quy định khởi công từ nhiệm vụ này";

  @BeforeAll
  static void start() {
    browser = Browser.open();
    world = ProjectWorld.start();
    road = world.register(world.facts(ROAD, "MAU-7001", "huyện Chi Lăng"), "khoi-cong-moi");
    Acting.as(ProjectWorld.SYSTEM, ProjectIT::furnish);
    for (int n = 2; n <= 6; n++) {
      world.register(
          world.facts("Dự án mẫu số 0" + n, "MAU-700" + n, "huyện Chi Lăng"), "khoi-cong-moi");
    }
  }

  private static void furnish() {
    LocalDate march = LocalDate.of(2020, 3, 2);
    world.projects().decide(road, world.investment("311/QĐ-UBND", march, 145), march);
    Milestones milestones = world.door(Milestones.class);
    milestones.say(road, saying(0, LocalDate.of(2020, 5, 30), null), march);
    milestones.say(
        road,
        saying(1, LocalDate.of(2020, 7, 31), "chờ bàn giao mặt bằng"),
        LocalDate.of(2020, 6, 10));
    Contracts contracts = world.door(Contracts.class);
    long contract =
        contracts.sign(
            road,
            "05/2020/HĐ-XL",
            new Terms(
                "thi-cong",
                "Gói thầu mẫu số 03: xây lắp",
                "Công ty xây dựng mẫu Một",
                null,
                98 * BILLION,
                LocalDate.of(2020, 4, 20),
                null,
                LocalDate.of(2020, 12, 31)));
    contracts.accept(
        road,
        contract,
        new Acceptance.Content("01/NT", LocalDate.of(2020, 7, 20), 12 * BILLION, null));
    contracts.note(
        road,
        contract,
        new Finding.Content(
            "tien-do",
            LocalDate.of(2020, 7, 25),
            "Chậm 30 ngày so với hợp đồng",
            LocalDate.of(2020, 8, 10)),
        ProjectWorld.DAY);
    world
        .door(Clearances.class)
        .open(
            road,
            world.unit("huyện Chi Lăng"),
            "Km0 – Km5",
            new Clearance.State(
                "chi-tra",
                new Clearance.Area(85_000, 40_000),
                new Clearance.Households(46, 30, 21),
                new Clearance.Money(18 * BILLION, 11 * BILLION),
                new Clearance.Blocker("gia-dat-cham", "16 hộ chưa thống nhất giá đất ở"),
                world.body("UBND huyện Chi Lăng"),
                LocalDate.of(2020, 7, 31)));
  }

  private static Saying saying(int seen, LocalDate day, @Nullable String why) {
    return new Saying("khoi-cong", "", seen, Saying.Kind.DUE, day, null, why);
  }

  @AfterAll
  static void stop() {
    world.close();
    browser.close();
  }

  private static String address(String path) {
    return world.province().address(path);
  }

  private static void save(Page page) {
    page.locator("main form button.btn-primary").first().click();
  }

  @Test
  void ownerKeepsItsProjectAndItsSheetComesBackWithAQuestion() throws IOException {
    Page owner = world.province().signIn(browser.person(Browser.DESK), "chu-dau-tu");
    owner.navigate(address("/du-an"));
    assertThat(owner.locator("table tbody tr").count()).isEqualTo(6);
    Browser.look(owner, "du-an-1366");
    owner
        .locator("table tbody th a", new Page.LocatorOptions().setHasText("đường tỉnh mẫu"))
        .click();
    assertThat(owner.locator("main").textContent())
        .contains("Sổ ghi Nhóm C, nhưng theo tổng mức đầu tư dự án thuộc Nhóm B")
        .contains("lỡ hạn")
        .contains("1 tồn tại tiến độ")
        .contains("Chủ tịch");
    Browser.look(owner, "du-an-mot-1366");
    owner.locator("a[href$='/sua']").first().click();
    owner.locator("#group").selectOption("B");
    save(owner);
    assertThat(owner.locator("#why:invalid").count()).isEqualTo(1);
    owner.fill("#why", "Xếp lại nhóm theo tổng mức đầu tư");
    Browser.look(owner, "du-an-sua-1366");
    save(owner);
    assertThat(owner.locator("main").textContent()).contains("Nhóm: “Nhóm C” → “Nhóm B”");
    owner.navigate(address("/du-an/" + road + "/quyet-dinh"));
    owner.fill("#number", "312/QĐ-UBND");
    owner.fill("#signed", "31/12/2020");
    owner.fill("#issuer", "UBND tỉnh");
    owner.fill("#value", "12 tỷ");
    save(owner);
    assertThat(owner.locator("[role=alert]").allTextContents().toString()).contains("12 tỷ");
    Browser.look(owner, "du-an-quyet-dinh-1366");
    owner.navigate(address("/du-an/" + road));
    owner.locator("a[href*='/hop-dong/']").first().click();
    Browser.look(owner, "du-an-hop-dong-1366");
    sheetComesBack(owner);
  }

  private static void sheetComesBack(Page owner) throws IOException {
    owner.navigate(address("/du-an"));
    Download sheet = owner.waitForDownload(() -> owner.locator("a[href*='/du-an/xuat']").click());
    Path edited = Files.createTempFile("so-du-an", ".xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(sheet.path()))) {
      XSSFSheet rows = book.getSheetAt(0);
      Row known = rows.getRow(4);
      known.getCell(12, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue("Dài 8,2 km");
      Row fresh = rows.createRow(rows.getLastRowNum() + 1);
      for (int column = 4; column < 16; column++) {
        if (known.getCell(column) != null) {
          fresh.createCell(column).setCellValue(known.getCell(column).toString());
        }
      }
      try (var out = Files.newOutputStream(edited)) {
        book.write(out);
      }
    }
    owner.navigate(address("/du-an/nhap"));
    owner.setInputFiles("#tep", edited);
    owner.locator("main form button[type=submit]").first().click();
    assertThat(owner.locator("main").textContent())
        .contains("1 dự án sửa")
        .contains("1 dòng cần hỏi");
    Browser.look(owner, "du-an-nhap-1366");
    owner.locator("form[action='/du-an/nhap/ghi'] button").click();
    assertThat(owner.locator("[role=alert]").textContent()).contains("chưa được trả lời");
    owner.locator("select[name^=dong-]").selectOption("skip");
    owner.locator("form[action='/du-an/nhap/ghi'] button").click();
    assertThat(owner.locator("[role=status]").textContent()).contains("Đã ghi 1 dự án");
    Files.delete(edited);
  }

  @Test
  void worksOfTheListGoOutAndComeBackWithAPreview() throws IOException {
    Page owner = world.province().signIn(browser.person(Browser.DESK), "chu-dau-tu");
    owner.navigate(address("/du-an?tim=MAU-7001"));
    Download sheet =
        owner.waitForDownload(() -> owner.locator("a[href*='/du-an/kem-theo/xuat']").click());
    Path edited = Files.createTempFile("kem-theo", ".xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(sheet.path()))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(3);
      XSSFSheet marks = book.getSheetAt(0);
      marks.getRow(3).createCell(6).setCellValue("31/02/2020");
      Row fresh = marks.createRow(4);
      fresh.createCell(2).setCellValue("MAU-7001");
      fresh.createCell(4).setCellValue("Ký hợp đồng");
      fresh.createCell(7).setCellValue("20/04/2020");
      save(book, edited);
      preview(owner, edited);
      assertThat(owner.locator("#loi").textContent()).contains("Các mốc!G4").contains("31/02/2020");
      Browser.look(owner, "du-an-kem-loi-1366");
      marks.getRow(3).getCell(6).setCellValue("15/09/2020");
      marks.getRow(3).createCell(9).setCellValue("chờ bàn giao mặt bằng đợt 2");
      save(book, edited);
    }
    preview(owner, edited);
    assertThat(owner.locator("main").textContent()).contains("1 dòng mới, 1 dòng sửa");
    Browser.look(owner, "du-an-kem-1366");
    owner.setViewportSize(390, 844);
    Browser.look(owner, "du-an-kem-390");
    owner.locator("form[action='/du-an/kem-theo/nhap/ghi'] button").click();
    assertThat(owner.locator("[role=status]").textContent()).contains("Đã ghi 2 dòng");
    Browser.look(owner, "du-an-so-390");
    Files.delete(edited);
  }

  private static void save(XSSFWorkbook book, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      book.write(out);
    }
  }

  private static void preview(Page owner, Path file) {
    owner.navigate(address("/du-an/kem-theo/nhap"));
    owner.setInputFiles("#tep", file);
    owner.locator("main form button[type=submit]").first().click();
  }

  private static long withdrawn() {
    long id = world.orderStart(world.body("Sở Tài chính"));
    Duties duties = world.door(Duties.class);
    Actor office =
        new Actor(307, "Văn phòng mẫu", Set.of("task.confirm"), true, List.of(), List.of());
    Acting.as(
        office,
        () ->
            duties
                .ofTasks(List.of(id))
                .forEach(duty ->
                    duties.record(duty.id(), Deed.of(FactKind.CANCEL, duty.step(), "giao nhầm"))));
    return id;
  }

  @Test
  void officeGoesFromTheTaskThroughTheRuleToTheHeadWhoAnswers() {
    long id = world.orderStart(world.body(ProjectWorld.BOARD));
    Task task =
        Acting.call(ProjectWorld.SYSTEM, () -> world.door(Tasks.class).find(id)).orElseThrow();
    Page office = world.province().signIn(browser.person(Browser.DESK), "van-phong");
    office.navigate(address("/nhiem-vu/" + withdrawn()));
    assertThat(office.getByText(MAKE_RULE).count()).isZero();
    office.navigate(address("/nhiem-vu/" + id));
    office.getByText(MAKE_RULE).click();
    office.waitForURL("**/khoi-cong/moi?nhiem-vu=" + task.code());
    assertThat(office.inputValue("#last")).isEqualTo("30/08/2020");
    office.locator("#class").selectOption("khoi-cong-moi");
    Browser.look(office, "khoi-cong-moi-1366");
    save(office);
    assertThat(office.locator("main").textContent())
        .contains(task.code())
        .contains("trước ngày 31/8/2020")
        .contains("Chịu trách nhiệm: Giám đốc")
        .contains("Chưa đến hạn");
    assertThat(office.locator("table tbody tr").count()).isEqualTo(6);
    Browser.look(office, "khoi-cong-mot-1366");
    office.navigate(address("/khoi-cong"));
    Browser.look(office, "khoi-cong-1366");
  }

  @Test
  void districtUpdatesItsSiteOnAPhoneAndSeesThePhotos() throws IOException {
    Page owner = world.province().signIn(browser.person(Browser.PHONE), "chu-dau-tu");
    owner.navigate(address("/du-an/anh-cong-trinh/" + road));
    owner.setInputFiles("#photos", new FilePayload("cong-trinh.png", "image/png", picture()));
    owner.fill("#taken", "10/08/2020");
    owner.fill("#caption", "Nền đường mẫu Km2");
    save(owner);
    assertThat(owner.locator("[role=status]").textContent()).contains("Đã thêm 1 ảnh");
    Browser.look(owner, "du-an-anh-390");
    Page district = world.province().signIn(browser.person(Browser.PHONE), "huyen-chi-lang");
    district.navigate(address("/du-an"));
    Browser.look(district, "du-an-390");
    district
        .locator("table tbody th a", new Page.LocatorOptions().setHasText("đường tỉnh mẫu"))
        .click();
    assertThat(district.locator("img[src^='/du-an/anh/']").count()).isEqualTo(1);
    assertThat(district.locator("a[href$='/sua']").count()).isZero();
    Browser.look(district, "du-an-mot-390");
    district.locator("a[href*='/mat-bang/']").click();
    district.fill("#handed_households", "60");
    save(district);
    assertThat(district.locator("[role=alert]").textContent()).contains("60").contains("46");
    district.fill("#handed_households", "35");
    district.fill("#paid_households", "40");
    Browser.look(district, "du-an-mat-bang-390");
    save(district);
    assertThat(district.locator("main").textContent()).contains("35 hộ đã giao đất");
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 320; x++) {
      for (int y = 0; y < 240; y++) {
        image.setRGB(x, y, y < 120 ? 0x8DB4DB : 0x9A7B4F);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
