package vn.dondoc.rural.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.workbook.Mapping.Role;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** A sheet of a district's own: its columns are told once, kept, and told by name the next time. */
class OwnSheetDbTest {
  private static BookWorld world;
  private static Actor district;

  @BeforeAll
  static void start() {
    world = BookWorld.start();
    district = world.rural().district();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static byte[] sheet(Object[]... rows) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("Tháng 8");
      sheet.createRow(0).createCell(0).setCellValue("TỔNG HỢP CỦA HUYỆN");
      for (int at = 0; at < rows.length; at++) {
        Row row = sheet.createRow(at + 2);
        for (int column = 0; column < rows[at].length; column++) {
          Cell cell = row.createCell(column);
          if (rows[at][column] instanceof Number number) {
            cell.setCellValue(number.doubleValue());
          } else {
            cell.setCellValue(rows[at][column].toString());
          }
        }
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  private static long stage(byte[] bytes) {
    return Acting.call(
        district, () -> world.books().stageOwn("huyen.xlsx", bytes, BookWorld.AUGUST));
  }

  private static OwnSheets own() {
    return world.rural().door(OwnSheets.class);
  }

  private static void read(long id, String name, Mapping.Column... columns) {
    Mapping mapping = new Mapping("Tháng 8", 3, List.of(columns));
    Acting.as(district, () -> own().read(id, name, mapping));
  }

  private static Mapping.Column column(int at, String title, Role role, String key, int scale) {
    return new Mapping.Column(at, title, role, key, scale);
  }

  private static final Mapping.Column UNIT = column(1, "Tên xã", Role.UNIT, "", 1);

  @Test
  void lineForEachCommuneIsReadThroughAProfileThatFitsMovedColumnsNextTime() {
    long first =
        stage(
            sheet(
                row("Tên xã", "Điện (tỷ lệ)", "BHYT %"),
                row("Vạn Linh", 0.97, "91,5"),
                row("xã Y Tịch", 0.95, 88),
                row("Tổng cộng", 0.96, 90)));
    read(
        first,
        "Tổng hợp huyện",
        UNIT,
        column(2, "Điện (tỷ lệ)", Role.PART, "4.2:gia_tri", 100),
        column(3, "BHYT %", Role.PART, "15.1:gia_tri", 1));
    BookPlan plan = world.plan(district, first);
    assertThat(plan.allProblems()).isEmpty();
    assertThat(plan.remarks()).extracting(BookWorld::told).anyMatch(t -> t.contains("dòng cộng"));
    assertThat(world.commit(district, first)).isEqualTo(4);
    assertThat(world.rural().standing("Vạn Linh", "4.2").claim())
        .satisfies(claim -> assertThat(claim.figures()).containsExactly(new BigDecimal("97")));
    long next =
        stage(sheet(row("STT", "BHYT %", "Tên xã", "Điện (tỷ lệ)"), row(1, 92, "Vạn Linh", 0.97)));
    MappingView view =
        Acting.call(
            district,
            () -> {
              long profile =
                  own()
                      .view(next, new OwnSheets.Asked("", null, null), List.of())
                      .kept()
                      .all()
                      .stream()
                      .filter(one -> one.name().equals("Tổng hợp huyện"))
                      .findFirst()
                      .orElseThrow()
                      .id();
              return own().view(next, new OwnSheets.Asked("", null, profile), List.of());
            });
    assertThat(view.mapping().columns())
        .extracting(Mapping.Column::at)
        .containsExactlyInAnyOrder(2, 3, 4);
    Acting.as(district, () -> own().read(next, view.name(), view.mapping()));
    BookPlan.Commune commune = world.only(district, next);
    assertThat(commune.same()).isEqualTo(1);
    assertThat(commune.rows()).hasSize(1);
    assertThat(
            world
                .rural()
                .owner()
                .sql("select distinct way from rural.entry where file_name is not null")
                .query(String.class)
                .list())
        .containsExactly("sheet");
  }

  @Test
  void lineForEachIndicatorIsReadAsWell() {
    long id =
        stage(
            sheet(
                row("Xã", "Chỉ tiêu", "Giá trị"),
                row("Bằng Mạc", "17.1", 93.4),
                row("Bằng Mạc", "17.1 nuoc_sach", 46.2),
                row("Bằng Mạc", "99.9", 1)));
    MappingView view =
        Acting.call(district, () -> own().view(id, new OwnSheets.Asked("", null, null), List.of()));
    assertThat(view.mapping().columns())
        .extracting(Mapping.Column::role)
        .containsExactly(Role.UNIT, Role.INDICATOR, Role.VALUE);
    Acting.as(district, () -> own().read(id, "Dạng dài", view.mapping()));
    BookPlan.Commune commune = world.only(district, id);
    assertThat(commune.rows().getFirst().row().what().figures())
        .containsExactly(new BigDecimal("93.4"), new BigDecimal("46.2"));
    assertThat(commune.problems())
        .extracting(BookWorld::told)
        .singleElement()
        .asString()
        .contains("Tháng 8!B6", "không có chỉ tiêu “99.9”");
    Acting.as(district, () -> world.books().drop(id));
  }

  @Test
  void communesOfAnotherMapOrAreaAndDoubledFiguresAreTold() {
    long id =
        stage(
            sheet(
                row("Tên xã", "Điện"),
                row("Vạn Linh", 97),
                row("Vạn Linh", 98),
                row("Hoàng Đồng", 90),
                row("Công Sơn", 90),
                row("Xã Không Có", 90),
                row("", 90),
                row(elsewhere(), 90)));
    read(id, "Chỉ điện", UNIT, column(2, "Điện", Role.PART, "4.2:gia_tri", 1));
    assertThat(world.plan(district, id).allProblems())
        .extracting(BookWorld::told)
        .anySatisfy(told -> assertThat(told).contains("B5", "đã có ở ô Tháng 8!B4"))
        .anySatisfy(told -> assertThat(told).contains("A6", "không thuộc địa bàn"))
        .anySatisfy(told -> assertThat(told).contains("A7", "Công Sơn", "không thuộc địa bàn"))
        .anySatisfy(told -> assertThat(told).contains("A8", "không có xã “Xã Không Có”"))
        .anySatisfy(told -> assertThat(told).contains("B9", "chưa ghi xã"))
        .anySatisfy(told -> assertThat(told).contains("A10", "chỉ có trên địa giới khác"));
    assertThat(world.plan(district, id).allProblems())
        .extracting(Texts.in(Language.EN)::tell)
        .anySatisfy(told ->
            assertThat(told)
                .containsPattern("on another map only \\(from \\d+ [A-Z][a-z]{2,4} \\d{4}"));
    Acting.as(district, () -> world.books().drop(id));
  }

  @Test
  void figureOfAnIndicatorThatWaitsLeavesTheWaitAndSaysSo() {
    Report wait = world.rural().claim("Bằng Mạc", "5.1", "80", 0);
    world.rural().record(district, RuralWorld.as(Report.Kind.WAIT, wait, 0, "Sở Giáo dục"));
    long id = stage(sheet(row("Tên xã", "Trường"), row("Bằng Mạc", 85)));
    read(id, "Trường học", UNIT, column(2, "Trường", Role.PART, "5.1:gia_tri", 1));
    assertThat(world.only(district, id).remarks())
        .extracting(BookWorld::told)
        .anyMatch(told -> told.contains("B4") && told.contains("đang chờ kết quả của Sở Giáo dục"));
    assertThat(world.commit(district, id)).isEqualTo(1);
    assertThat(world.rural().standing("Bằng Mạc", "5.1"))
        .satisfies(standing -> {
          assertThat(standing.waitingSince()).isEqualTo(RuralWorld.DAY);
          assertThat(standing.claim()).isNotNull();
        });
  }

  @Test
  void figureThatRoundingWouldCarryOverABoundIsAskedAboutAndNoiseOfAFormulaIsNot() {
    long id =
        stage(
            sheet(
                row("Tên xã", "Điện", "BHYT"),
                row("Vạn Linh", 94.99999999, 95.00000000001),
                row("Bằng Mạc", 200.0 / 3, 80)));
    read(
        id,
        "Số lẻ",
        UNIT,
        column(2, "Điện", Role.PART, "4.2:gia_tri", 1),
        column(3, "BHYT", Role.PART, "15.1:gia_tri", 1));
    assertThat(world.plan(district, id).allProblems())
        .extracting(BookWorld::told)
        .singleElement()
        .asString()
        .contains("Tháng 8!B4", "94,99999999", "làm tròn thì thành 95", "thì ghi 94,999999");
    Acting.as(district, () -> world.books().drop(id));
  }

  /** A commune there was, or will be, but not in August 2020. */
  private static String elsewhere() {
    return world
        .rural()
        .owner()
        .sql(
            """
            select v.code from place.version v join place.type t on t.code = v.type
             where t.level = 'commune' and not v.valid @> '2020-08-31'::date
               and v.code not in (select code from place.version where valid @> '2020-08-31'::date)
             order by v.code limit 1
            """)
        .query(String.class)
        .single();
  }

  @Test
  void columnsThatCannotBeReadSoAreRefusedAllAtOnce() {
    long id = stage(sheet(row("Tên xã", "Điện"), row("Vạn Linh", 97)));
    assertThatThrownBy(() ->
            read(
                id,
                " ",
                column(2, "Điện", Role.PART, "4.2:gia_tri", 1),
                column(3, "Điện nữa", Role.PART, "4.2:gia_tri", 1),
                column(4, "Giá trị", Role.VALUE, "", 1)))
        .hasMessageContaining("no_unit")
        .hasMessageContaining("twice")
        .hasMessageContaining("half")
        .hasMessageContaining("no_profile_name");
    Acting.as(district, () -> world.books().drop(id));
  }

  @Test
  void profilesStayWithTheBodyThatMadeThem() {
    long id = stage(sheet(row("Tên xã", "Điện"), row("Vạn Linh", 97)));
    read(id, "Riêng của huyện", UNIT, column(2, "Điện", Role.PART, "4.2:gia_tri", 1));
    assertThat(names(district)).contains("Riêng của huyện");
    assertThat(names(world.rural().commune())).doesNotContain("Riêng của huyện");
    Acting.as(district, () -> world.books().drop(id));
  }

  private static List<String> names(Actor actor) {
    return Acting.call(
        actor,
        () -> {
          long id =
              world
                  .books()
                  .stageOwn(
                      "x.xlsx", sheet(row("Tên xã", "Điện"), row("Y Tịch", 97)), BookWorld.AUGUST);
          List<String> names =
              own().view(id, new OwnSheets.Asked("", null, null), List.of()).kept().all().stream()
                  .map(ProfileStore.Profile::name)
                  .toList();
          world.books().drop(id);
          return names;
        });
  }
}
