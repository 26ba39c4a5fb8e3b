package vn.dondoc.rural.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.WebPerson;

/** A figure nobody can have meant is asked about on the phone page as it is in a workbook. */
class WrongUnitPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static RuralWorld world;
  private static WebPerson commune;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    commune = WebPerson.at(world.province().server());
    String password = Objects.requireNonNull(world.province().passwords().get("xa-y-tich"));
    commune.signIn("xa-y-tich", password);
    commune.change(password, OWN);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static int id(String indicator) {
    return world.indicator(indicator).id();
  }

  private static HttpResponse<String> submit(String criterion, Map<String, String> fields) {
    String path =
        "/nong-thon-moi/tu-danh-gia/" + world.unit("Y Tịch") + "/" + criterion + "?ky=2020-08";
    return commune.submit(path, path, fields);
  }

  private static Map<String, String> typed(String indicator, String... partsAndFigures) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("buoc-" + id(indicator), "0");
    for (int at = 0; at < partsAndFigures.length; at += 2) {
      fields.put("so-" + id(indicator) + "-" + partsAndFigures[at], partsAndFigures[at + 1]);
    }
    return fields;
  }

  @Test
  void incomeInDongIsAskedAboutInMillions() {
    HttpResponse<String> refused = submit("10", typed("10.1", "gia_tri", "50500000"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Có phải là 50,5\u00a0triệu đồng/người/năm?")
        .contains("href=\"#so-" + id("10.1") + "-gia_tri\"");
    assertThat(submit("10", typed("10.1", "gia_tri", "50,5")).statusCode()).isEqualTo(302);
  }

  @Test
  void halfAHouseIsRefused() {
    HttpResponse<String> refused = submit("9", typed("9.1", "gia_tri", "1,5"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("1,5 phải là số nguyên");
  }

  @Test
  void cleanWaterBeyondHygienicWaterIsToldAtTheFieldOfCleanWater() {
    HttpResponse<String> refused = submit("17", typed("17.1", "gia_tri", "92", "nuoc_sach", "95"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Hộ dùng nước sạch (95) không thể lớn hơn")
        .contains("href=\"#so-" + id("17.1") + "-nuoc_sach\"");
    assertThat(submit("17", typed("17.1", "gia_tri", "92", "nuoc_sach", "62")).statusCode())
        .isEqualTo(302);
  }
}
