package vn.dondoc.rural.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.workbook.LibreOffice;
import vn.dondoc.testing.CountedStatements;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.testing.WebPerson;

/** A plan goes out as a sheet, is edited by LibreOffice while others go on, and comes back. */
class PlanRoundTripDbTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String PATH = "/nong-thon-moi/ke-hoach";
  private static final String SHEET = "Kế hoạch";
  private static final int YEAR = 2020;
  private static final CountedStatements COUNTED = new CountedStatements();
  private static RuralWorld world;
  private static WebPerson commune;

  @BeforeAll
  static void start() {
    world = new RuralWorld(Province.ofAugust2020(Server.start(TestDatabase.fresh(), COUNTED)));
    world.door(PlaceReference.class).loadDemonstration();
    Acting.as(Actor.system("test"), () -> world.door(Plans.class).load());
    commune = WebPerson.at(world.province().server());
    String once = Objects.requireNonNull(world.province().passwords().get("xa-y-tich"));
    commune.signIn("xa-y-tich", once);
    commune.change(once, OWN);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void cellsOfTwoPeopleAreBroughtTogetherAndWhereBothWroteTheCellIsTold() throws Exception {
    byte[] out = exported();
    change("13.1", "Tỉnh mở lớp cho hợp tác xã");
    change("14.1", "Tỉnh rà soát lớp phổ cập");
    byte[] back =
        LibreOffice.edited(
            out,
            LibreOffice.text(SHEET, at(out, "16.1", "Việc phải làm"), "Vận động 3 thôn còn lại"),
            LibreOffice.text(SHEET, at(out, "13.1", "Vướng mắc"), "Thiếu giáo viên"),
            LibreOffice.text(SHEET, at(out, "14.1", "Việc phải làm"), "Xã tự mở lớp"));
    String preview = send(back);
    assertThat(preview)
        .contains("Chưa nhập được: 1 chỗ phải sửa")
        .contains(SHEET + "!" + at(out, "14.1", "Việc phải làm") + ": tệp ghi “Xã tự mở lớp”")
        .contains(
            "nay có người đã ghi “Tỉnh rà soát lớp phổ cập”", "sửa cột Bước của dòng thành 1");
    assertThat(line("16.1").step()).isZero();

    byte[] settled =
        LibreOffice.edited(back, LibreOffice.number(SHEET, at(out, "14.1", "Bước"), "1"));
    assertThat(send(settled)).contains("3 dòng đổi, 46 dòng như cũ");
    assertThat(commune.submit(PATH + "/nhap", PATH + "/nhap/ghi", Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(line("16.1").owed().action()).isEqualTo("Vận động 3 thôn còn lại");
    assertThat(line("14.1").owed().action()).isEqualTo("Xã tự mở lớp");
    assertThat(line("13.1").owed())
        .satisfies(owed -> {
          assertThat(owed.action()).isEqualTo("Tỉnh mở lớp cho hợp tác xã");
          assertThat(owed.blockedBy()).isEqualTo("Thiếu giáo viên");
        });
    assertThat(line("15.1").step()).isZero();
  }

  @Test
  void everythingWrongIsToldByItsCellBeforeAnythingIsWritten() throws Exception {
    byte[] out = exported();
    byte[] back =
        LibreOffice.edited(
            out,
            LibreOffice.text(SHEET, at(out, "9.1", "Hạn"), "31/02/2020"),
            LibreOffice.text(SHEET, at(out, "9.2", "Hạn"), "01/01/2031"),
            LibreOffice.text(SHEET, at(out, "11.1", "Cơ quan chịu trách nhiệm"), "UBND tỉnh"),
            LibreOffice.number(SHEET, at(out, "10.1", "Kinh phí (đồng)"), "2500.5"),
            LibreOffice.text(SHEET, at(out, "12.1", "Ngày gỡ được"), "30/09/2020"),
            LibreOffice.number(SHEET, at(out, "13.2", "Bước"), "9"));
    String told = send(back);
    assertThat(told)
        .contains("Chưa nhập được: 7 chỗ phải sửa")
        .contains(SHEET + "!" + at(out, "9.1", "Hạn") + ": Ô “Hạn”: “31/02/2020” không phải")
        .contains(SHEET + "!" + at(out, "9.2", "Hạn") + ": Xã Y Tịch, chỉ tiêu 9.2")
        .contains(SHEET + "!" + at(out, "9.2", "Lý do sửa") + ": Xã Y Tịch, chỉ tiêu 9.2")
        .contains(SHEET + "!" + at(out, "11.1", "Lý do sửa") + ": Xã Y Tịch, chỉ tiêu 11.1")
        .contains(SHEET + "!" + at(out, "10.1", "Kinh phí (đồng)") + ": Kinh phí “2500.5”")
        .contains(SHEET + "!" + at(out, "12.1", "Vướng mắc") + ": Xã Y Tịch, chỉ tiêu 12.1")
        .contains(SHEET + "!" + at(out, "13.2", "Bước") + ": cột Bước “9” không đúng");
    assertThat(line("9.1").step()).isZero();
  }

  @Test
  void lineSomebodyElseOwesIsRefusedAtItsCellAndHasNoLinkOnThePage() throws Exception {
    byte[] out = exported();
    byte[] back =
        LibreOffice.edited(
            out, LibreOffice.text(SHEET, at(out, "7.1", "Việc phải làm"), "Sửa chợ"));
    assertThat(send(back))
        .contains("Chưa nhập được: 1 chỗ phải sửa")
        .contains(
            SHEET
                + "!"
                + at(out, "7.1", "Mã dòng")
                + ": Xã Y Tịch, chỉ tiêu 7.1: dòng này do Ủy ban nhân dân huyện Chi Lăng sửa.");
    assertThat(line("7.1").step()).isZero();
    String page = commune.get(PATH + "/" + world.unit("Y Tịch")).body();
    assertThat(page)
        .contains("/dong/" + line("16.1").key())
        .doesNotContain("/dong/" + line("7.1").key());
    String form = commune.get(PATH + "/dong/" + line("7.1").key()).body();
    assertThat(form).contains("dòng này do Ủy ban nhân dân huyện Chi Lăng sửa");
    assertThat(
            commune
                .submit("/tai-khoan", PATH + "/dong/" + line("7.1").key(), Map.of("step", "0"))
                .body())
        .contains("dòng này do Ủy ban nhân dân huyện Chi Lăng sửa");
  }

  @Test
  void sheetCarriesTheProposalBesideAnEmptyActionAndTheSetOfEachLine() throws Exception {
    String sheet = Sheets.read("a.xlsx", new ByteArrayInputStream(exported())).rows().toString();
    assertThat(sheet)
        .contains("Đề xuất", "Bộ tiêu chí", "1980/QĐ-TTg")
        .contains("Báo cáo số liệu; phải đạt: ")
        .doesNotContain("nuoc_sach", "gia_tri");
  }

  @Test
  void pageReadsWhatItRestsOnOnce() {
    commune.get(PATH);
    int page = COUNTED.during(() -> assertThat(commune.get(PATH).statusCode()).isEqualTo(200));
    assertThat(page)
        .as("each further reading of yardstick and owners asks seven times")
        .isLessThan(35);
  }

  private static byte[] exported() throws IOException, InterruptedException {
    return commune
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(commune.base() + PATH + "/xuat?loai=tat-ca")).build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  /** Sends a sheet to be looked at; the page that tells what it would do. */
  private static String send(byte[] sheet) throws IOException, InterruptedException {
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
            .matcher(commune.get(PATH + "/nhap").body());
    assertThat(token.find()).isTrue();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String part = "--cat\r\nContent-Disposition: form-data; name=\"";
    body.writeBytes(
        (part + "_csrf\"\r\n\r\n" + token.group(1) + "\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(
        (part + "tep\"; filename=\"ke-hoach.xlsx\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(sheet);
    body.writeBytes("\r\n--cat--\r\n".getBytes(StandardCharsets.UTF_8));
    return commune
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(commune.base() + PATH + "/nhap"))
                .header("Content-Type", "multipart/form-data; boundary=cat")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString(StandardCharsets.UTF_8))
        .body();
  }

  /** The address of an indicator's cell under a title. */
  private static String at(byte[] sheet, String indicator, String title) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
      Sheet plan = book.getSheet(SHEET);
      Row header = null;
      for (Row row : plan) {
        header = header == null && column(row, "Mã dòng") >= 0 ? row : header;
        if (header != null && row.getRowNum() > header.getRowNum()) {
          Cell number = row.getCell(column(header, "Số"));
          if (number.getStringCellValue().equals(indicator)) {
            return row.getCell(column(header, title), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                .getAddress()
                .formatAsString();
          }
        }
      }
    }
    throw new IllegalArgumentException(indicator + " · " + title);
  }

  private static int column(Row row, String title) {
    for (Cell cell : row) {
      if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING
          && cell.getStringCellValue().equals(title)) {
        return cell.getColumnIndex();
      }
    }
    return -1;
  }

  private static void change(String indicator, String action) {
    PlanLine line = line(indicator);
    PlanLine.Owed was = line.owed();
    PlanLine.Owed owed =
        new PlanLine.Owed(
            action, was.bodyId(), was.post(), was.dueOn(), null, null, null, null, was.taskId());
    Actor office =
        new Actor(
            104,
            "Điều phối mẫu",
            Set.of("rural.read", Plans.EDIT, "rural.appraise_any"),
            false,
            List.of(world.body("Văn phòng Điều phối nông thôn mới tỉnh")),
            List.of());
    Acting.as(
        office, () -> world.door(Plans.class).change(List.of(PlanChange.of(line, YEAR, owed, ""))));
  }

  private static PlanLine line(String indicator) {
    int id = world.indicator(indicator).id();
    return Acting.call(
            Actor.system("test"),
            () ->
                world
                    .door(Plans.class)
                    .lines(PlanFilter.ofUnit(YEAR, world.unit("Y Tịch")), null, Plans.EXPORT))
        .stream()
        .filter(one -> one.indicatorId() == id)
        .findFirst()
        .orElseThrow();
  }
}
