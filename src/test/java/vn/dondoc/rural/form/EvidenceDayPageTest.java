package vn.dondoc.rural.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.WebPerson;

/** The last day of evidence: it counts today, and it comes with a file. */
class EvidenceDayPageTest {
  private static final String SIXTY_MORE =
      """
      insert into rural.evidence (entry_id, unit_id, indicator_id, period, name, media_type, size,
                                  sha256, content)
      select e.entry_id, e.unit_id, e.indicator_id, e.period, n || '.pdf', e.media_type, e.size,
             md5(n::text) || md5(n::text), e.content
        from (select * from rural.evidence order by id limit 1) e, generate_series(1, 60) n
      """;
  private static RuralWorld world;
  private static WebPerson commune;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    commune = WebPerson.at(world.province().server());
    String once = Objects.requireNonNull(world.province().passwords().get("xa-y-tich"));
    commune.signIn("xa-y-tich", once);
    commune.change(once, "mot cau that dai cua rieng toi");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void evidenceThatHasEndedIsRefusedWithItsDayAndNothingIsWritten() throws IOException {
    HttpResponse<String> ended = send("2020-08", "13/08/2020");
    assertThat(ended.statusCode()).isEqualTo(422);
    assertThat(ended.body())
        .contains("the-bhyt.pdf đã hết hạn ngày 13/08/2020, không còn chứng minh được đến 14/08");
    assertThat(kept()).isZero();
    // Of a month that is over it has to count to the end of the month.
    assertThat(send("2020-07", "30/07/2020").body())
        .contains("đã hết hạn ngày 30/07/2020, không còn chứng minh được đến 31/07/2020");
    assertThat(send("2020-07", "31/07/2020").statusCode()).isEqualTo(302);
    assertThat(send("2020-08", "14/08/2020").statusCode()).isEqualTo(302);
    assertThat(kept()).isEqualTo(2);
    assertThat(commune.get(path("2020-08", "15")).body())
        .contains("1 KB · kỳ 08/2020 · gửi 14/08/2020", "1 KB · kỳ 07/2020 · gửi 14/08/2020");
    evidenceIsListedWithItsMonthFoundByItAndExported();
  }

  private static void evidenceIsListedWithItsMonthFoundByItAndExported() throws IOException {
    String list = "/nong-thon-moi/minh-chung";
    assertThat(months(list + "?xep=ky")).containsExactly("08/2020", "07/2020");
    assertThat(months(list + "?xep=het-han&chi-tieu=15.1")).containsExactly("07/2020", "08/2020");
    assertThat(months(list + "?ky=2020-07")).containsExactly("07/2020");
    assertThat(months(list + "?han=het-han")).containsExactly("07/2020");
    assertThat(months(list + "?han=con-han&xep=xa")).containsExactly("08/2020");
    assertThat(months(list + "?han=khong-han")).isEmpty();
    assertThat(commune.get(list + "?ky=2020-06").statusCode()).isEqualTo(422);
    List<String> rows =
        Sheets.read("m.xlsx", new ByteArrayInputStream(commune.file(list + "/xuat?xep=ky")))
            .rows()
            .stream()
            .map(row -> String.join("|", row.cells().stream().map(SheetCell::text).toList()))
            .toList();
    assertThat(rows)
        .anySatisfy(row -> assertThat(row).contains("|Kỳ|Tệp|"))
        .anySatisfy(row ->
            assertThat(row).contains("|Y Tịch|", "|15.1|", "|07/2020|the-bhyt.pdf|", "|Hết hạn|"));
    world.owner().sql(SIXTY_MORE).update();
    Matcher next =
        Pattern.compile("href=\"(" + list + "\\?xep=xa&amp;sau=\\d+)\"")
            .matcher(commune.get(list + "?xep=xa").body());
    assertThat(next.find()).isTrue();
    assertThat(months(list + "?xep=xa")).hasSize(50);
    assertThat(months(next.group(1).replace("&amp;", "&"))).hasSize(12);
  }

  private static List<String> months(String address) {
    return Pattern.compile("<span class=\"mut xs d-lg-none\">Kỳ </span>([^<]+)</td>")
        .matcher(commune.get(address).body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void lastDayWithoutAFileIsToldAtItsField() {
    String path = path("2020-08", "16");
    Map<String, String> fields = fields("16.1");
    fields.put("het-han-" + id("16.1"), "31/12/2020");
    HttpResponse<String> alone = commune.submit(path, path, fields);
    assertThat(alone.statusCode()).isEqualTo(422);
    assertThat(alone.body())
        .contains("Có ngày hết hạn 31/12/2020 mà chưa chọn tệp nào")
        .contains("href=\"#het-han-" + id("16.1") + "\"");
    fields.put("het-han-" + id("16.1"), "");
    assertThat(commune.submit(path, path, fields).statusCode()).isEqualTo(302);
  }

  @Test
  void indicatorThatWaitsForAResultIsCountedApartFromOneThatFails() {
    Report claim = world.claim("Y Tịch", "12.1", "50", 0);
    world.record(world.commune(), claim);
    String path = path("2020-08", "12");
    assertThat(commune.get(path).body()).contains("1/1 chỉ tiêu đã nhập · 0 đạt, 1 chưa đạt<");
    world.record(world.commune(), RuralWorld.as(Report.Kind.WAIT, claim, 1, "kết quả điều tra"));
    assertThat(commune.get(path).body())
        .contains("1/1 chỉ tiêu đã nhập · 0 đạt, 0 chưa đạt, 1 đang chờ kết quả<");
  }

  private static HttpResponse<String> send(String month, String expires) {
    String path = path(month, "15");
    Map<String, String> fields = fields("15.1");
    fields.put("het-han-" + id("15.1"), expires);
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(commune.get(path).body());
    assertThat(token.find()).isTrue();
    fields.put("_csrf", token.group(1));
    byte[] file = "%PDF-1.4 thẻ".getBytes(StandardCharsets.UTF_8);
    return commune.upload(path, fields, "tep-" + id("15.1"), Map.of("the-bhyt.pdf", file));
  }

  private static Map<String, String> fields(String indicator) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("buoc-" + id(indicator), "0");
    fields.put("so-" + id(indicator) + "-gia_tri", "96");
    return fields;
  }

  private static String path(String month, String criterion) {
    String unit = "/nong-thon-moi/tu-danh-gia/" + world.unit("Y Tịch");
    return unit + "/" + criterion + "?ky=" + month;
  }

  private static int id(String indicator) {
    return world.indicator(indicator).id();
  }

  private static long kept() {
    return world.owner().sql("select count(*) from rural.evidence").query(Long.class).single();
  }
}
