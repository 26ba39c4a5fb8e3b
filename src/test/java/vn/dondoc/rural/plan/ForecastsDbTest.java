package vn.dondoc.rural.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Collator;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.matrix.MatrixWorld;
import vn.dondoc.testing.WebPerson;

/** What the forecast makes of what was given back or found wanting, and how its list is asked. */
class ForecastsDbTest {
  private static final YearMonth DECEMBER = YearMonth.of(2020, 12);
  private static MatrixWorld world;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    world = MatrixWorld.start();
    world.reportOfJuly();
    office = WebPerson.at(world.rural().province().server());
    String once = Objects.requireNonNull(world.rural().province().passwords().get("dieu-phoi"));
    office.signIn("dieu-phoi", once);
    office.change(once, "mot cau that dai cua rieng toi");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Forecast forecast() {
    return Acting.call(
        Actor.system("test"), () -> world.rural().door(Forecasts.class).of(2020).orElseThrow());
  }

  private static double chance(String commune) {
    return Objects.requireNonNull(forecast().units().get(world.unit(commune))).at(DECEMBER);
  }

  @Test
  void whatWasGivenBackOrFoundWantingIsNotCountedAsMetAndTheReasonIsTold() {
    double before = chance("Minh Sơn");
    double found = chance("Vũ Sơn");
    int all = forecast().due().size();
    double every = forecast().atLeast(all - 9);
    world.tell("return", List.of(world.spot("Minh Sơn", "5.1", true)), MatrixWorld.JULY, 2);
    world.tell("verify", List.of(world.spot("Vũ Sơn", "10.1", false)), MatrixWorld.JULY, 2);
    assertThat(chance("Minh Sơn")).isLessThan(before / 2);
    assertThat(chance("Vũ Sơn")).isLessThan(found / 2);
    assertThat(forecast().atLeast(all - 9)).isLessThan(every);
    assertThat(forecast().setbacks(world.unit("Minh Sơn")))
        .isEqualTo(Map.of(world.rural().indicator("5.1").id(), Setback.RETURNED));
    assertThat(forecast().setbacks(world.unit("Vũ Sơn")))
        .isEqualTo(Map.of(world.rural().indicator("10.1").id(), Setback.FOUND_UNMET));
    assertThat(main("/nong-thon-moi/du-bao?nhom=tra-lai"))
        .contains("Minh Sơn", "đang bị trả lại")
        .contains("Vũ Sơn", "thẩm tra hoặc thẩm định thấy chưa đạt")
        .contains("2 trên 181 xã")
        .doesNotContain("Tri Phương");
  }

  @Test
  void reportOfAMonthThatHasOnlyBegunLowersNoOtherCommune() {
    Forecast before = forecast();
    world.tell(
        "claim",
        List.of(world.spot("Hồng Phong", "5.1", true)),
        MatrixWorld.AUGUST.withDayOfMonth(1),
        1);
    Forecast after = forecast();
    int reported = world.unit("Hồng Phong");
    assertThat(after.units())
        .allSatisfy((unit, outlook) -> {
          if (unit != reported) {
            assertThat(outlook.at(DECEMBER))
                .isEqualTo(Objects.requireNonNull(before.units().get(unit)).at(DECEMBER));
          }
        });
    assertThat(after.last()).isEqualTo(YearMonth.of(2020, 7));
  }

  @Test
  void listIsFilteredSortedPagedAndExportedWhole() throws IOException {
    String first = main("/nong-thon-moi/du-bao?xep=ten");
    assertThat(rows(first)).hasSize(50).isSortedAccordingTo(Collator.getInstance(Locale.of("vi")));
    assertThat(first).contains("181 trên 181 xã");
    Matcher next =
        Pattern.compile("href=\"(/nong-thon-moi/du-bao\\?[^\"]*sau=\\d+)\"").matcher(first);
    assertThat(next.find()).isTrue();
    String second = main(next.group(1).replace("&amp;", "&"));
    assertThat(rows(second)).hasSize(50).doesNotContainAnyElementsOf(rows(first));
    assertThat(rows(main("/nong-thon-moi/du-bao"))).startsWith("Hoàng Việt");
    assertThat(rows(main("/nong-thon-moi/du-bao?nhom=dich"))).hasSize(13);
    assertThat(rows(main("/nong-thon-moi/du-bao?tim=minh+son&nhom=dich")))
        .containsExactly("Minh Sơn");
    assertThat(main("/nong-thon-moi/du-bao?huyen=Chi+L%C4%83ng&nhom=dich"))
        .contains("Y Tịch")
        .doesNotContain(">Minh Sơn<");
    assertThat(office.get("/nong-thon-moi/du-bao?xep=gi-do").statusCode()).isEqualTo(422);
    byte[] sheet = office.file("/nong-thon-moi/du-bao/xuat?xep=ten");
    List<SheetRow> all = Sheets.read("du-bao.xlsx", new ByteArrayInputStream(sheet)).rows();
    assertThat(all).hasSizeGreaterThanOrEqualTo(182);
  }

  private static String main(String path) {
    String body = office.get(path).body();
    return body.substring(body.indexOf("<main"));
  }

  /** Names of the communes of a page, in its order. */
  private static List<String> rows(String page) {
    Matcher row = Pattern.compile("<th scope=\"row\"><a [^>]*>([^<]*)</a>").matcher(page);
    return row.results().map(found -> found.group(1)).toList();
  }
}
