package vn.dondoc.rural.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.testing.WebPerson;

/** The matrix on another map: the sheet holds what the page shows, and both add up. */
class OtherMapPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String ASKED = "?ban-do=1/7/2025";
  private static final Pattern SHARE = Pattern.compile("(\\d+)/(\\d+)");
  private static MatrixWorld world;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    world = MatrixWorld.start();
    world.reportOfJuly();
    office = WebPerson.at(world.province().server());
    String password = Objects.requireNonNull(world.province().passwords().get("dieu-phoi"));
    office.signIn("dieu-phoi", password);
    office.change(password, OWN);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** Names and cells of the lines of the exported sheet, the header first. */
  private static List<List<String>> sheet() throws IOException {
    byte[] bytes = office.file("/nong-thon-moi/xuat" + ASKED);
    List<List<String>> rows = new ArrayList<>();
    int width = 0;
    for (SheetRow row : Sheets.read("x.xlsx", new ByteArrayInputStream(bytes)).rows()) {
      List<String> filled = row.cells().stream().map(SheetCell::text).toList();
      width = filled.contains("Số xã cũ") ? row.cells().getLast().place().column() : width;
      if (width > 0 && filled.size() > 10) {
        rows.add(IntStream.rangeClosed(1, width).mapToObj(at -> row.cell(at).text()).toList());
      }
    }
    return rows;
  }

  private static List<String> shares(String text) {
    Matcher found = SHARE.matcher(text);
    List<String> shares = new ArrayList<>();
    while (found.find()) {
      shares.add(found.group());
    }
    return shares;
  }

  @Test
  void sheetHoldsTheLinesOfThePageAndEveryCriterionAddsUp() throws IOException {
    List<List<String>> rows = sheet();
    List<String> header = rows.getFirst();
    List<String> last = rows.getLast();
    List<List<String>> lines = rows.subList(1, rows.size() - 1);
    int communes = header.indexOf("Số xã cũ");
    assertThat(last).contains("Tất cả các xã", "181", "201");
    assertThat(sum(lines, communes)).isEqualTo(181);
    assertThat(sum(lines, header.indexOf("Tổng số tiêu chí đạt của các xã cũ"))).isEqualTo(201);
    assertThat(lines).anyMatch(line -> String.join(" ", line).contains("chia về "));
    for (int at = header.indexOf("Tổng số tiêu chí đạt của các xã cũ") + 1;
        at < header.size();
        at++) {
      int column = at;
      int met =
          lines.stream()
              .map(line -> line.get(column))
              .filter(cell -> cell.contains("/"))
              .mapToInt(cell -> Integer.parseInt(cell.replaceFirst("/.*", "")))
              .sum();
      assertThat(last.get(at)).as(header.get(at)).isEqualTo(met + "/181");
    }
    String page = office.get("/nong-thon-moi" + ASKED).body();
    int begins = page.indexOf("<tbody>", page.indexOf("m m-o"));
    String told =
        page.substring(begins, page.indexOf("</tbody>", begins)).replaceAll("<[^>]*>", " ");
    String exported =
        rows.stream().skip(1).map(row -> String.join(" ", row)).collect(Collectors.joining(" "));
    assertThat(shares(told)).isEqualTo(shares(exported)).hasSizeGreaterThan(19 * 50);
  }

  private static int sum(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> Integer.parseInt(line.get(column))).sum();
  }
}
