package vn.dondoc.rural.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.rural.matrix.MatrixWorld;
import vn.dondoc.rural.standard.draft.DraftWorld;
import vn.dondoc.rural.target.NewTarget;
import vn.dondoc.rural.target.Reached;
import vn.dondoc.rural.target.Target;
import vn.dondoc.rural.target.Targets;
import vn.dondoc.testing.WebPerson;

/**
 * A set takes force in the middle of the year while communes have reported by the one before: what
 * nobody has reported is a state and no zero, and what stood by the older set stays readable.
 */
class SuccessionDbTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String SINCE = "Từ 01/08/2020 xã được đo theo bộ 30/2020/QĐ-UBND";
  private static final LocalDate AUGUST = LocalDate.of(2020, 8, 1);
  private static MatrixWorld world;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    world = MatrixWorld.start();
    world.reportOfJuly();
    world.tell("wait", List.of(world.spot("Y Tịch", "18.1", false)), MatrixWorld.JULY, 2);
    Acting.as(Actor.system("test"), () -> world.rural().door(Plans.class).load());
    owner(
        """
        insert into rural.plan_change (unit_id, indicator_id, year, step, action, on_day,
                                       by_account, by_name)
        select u.unit_id, i.id, 2020, 1, 'Vận động 3 thôn còn lại', '2020-07-25', -1, 'mẫu'
          from rural.indicator i join rural.criteria_set s on s.id = i.set_id,
               (select v.unit_id from place.version v where v.unit_id = %d limit 1) u
         where s.code = '1980/QĐ-TTg' and i.number = '16.1'
        """
            .formatted(world.unit("Y Tịch")));
    Acting.as(
        Actor.system("test"),
        () ->
            world
                .rural()
                .door(Targets.class)
                .set(
                    List.of(
                        target("tong-xa", Target.Measure.WHOLE, 65, 52),
                        target("binh-quan", Target.Measure.MEAN, 19, 0))));
    follow();
    office = WebPerson.at(world.rural().province().server());
    String once = Objects.requireNonNull(world.rural().province().passwords().get("dieu-phoi"));
    office.signIn("dieu-phoi", once);
    office.change(once, OWN);
  }

  /** A set of the same shape follows on 1 August. */
  private static void follow() {
    new DraftWorld(world.rural())
        .follow(DraftWorld.OF_2016, "30/2020/QĐ-UBND", AUGUST, LocalDate.of(2022, 3, 8));
  }

  private static NewTarget target(String code, Target.Measure measure, int low, int base) {
    return new NewTarget(
        code,
        2020,
        new Target.Name("Chỉ tiêu " + code, "Target " + code),
        measure,
        new Target.Aim(
            BigDecimal.valueOf(low),
            null,
            new Bilingual("xã", "communes"),
            BigDecimal.valueOf(base),
            13,
            null),
        new Target.Plan(
            LocalDate.of(2020, 1, 15),
            LocalDate.of(2020, 12, 31),
            new Bilingual("Kế hoạch mẫu", "Sample plan"),
            false),
        "due");
  }

  @Test
  void targetMeasuredByASetNobodyReportedByHasNoValueAndItsCourseKeepsTheOlderOne() {
    String today = main("/nong-thon-moi/chi-tieu");
    assertThat(today)
        .contains(SINCE, "Chưa có báo cáo theo bộ 30/2020/QĐ-UBND")
        .contains("ngay=2020-07-31")
        .doesNotContain("0,00", "Chậm tiến độ");
    List<Reached> reached =
        Acting.call(Actor.system("test"), () -> world.rural().door(Targets.class).ofYear(2020));
    assertThat(reached).hasSize(2).allMatch(one -> one.value() == null);
    assertThat(reached.getLast().course().get(AUGUST.minusDays(1))).isEqualByComparingTo("15.46");
    assertThat(main("/nong-thon-moi/chi-tieu?ngay=2020-07-31"))
        .contains("56", "15,46")
        .doesNotContain("Chưa có báo cáo theo bộ");
  }

  private static void owner(String statement) {
    world.rural().owner().sql(statement).update();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static String main(String path) {
    String body = office.get(path).body();
    return body.substring(body.indexOf("<main"))
        .replace("&amp;", "&")
        .replaceAll("<[^>]*\\bhref=\"([^\"]*)\"[^>]*>", "[$1]")
        .replaceAll("<[^>]+>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void matrixSaysWhichSetMeasuresAndThatNobodyHasReportedByIt() {
    String page = main("/nong-thon-moi?nhom=phan-dau&tieu-chi=17");
    assertThat(page)
        .contains(SINCE + "; chưa xã nào báo cáo theo bộ này, nên chưa có kết quả.")
        .contains("[/nong-thon-moi?nhom=phan-dau&tieu-chi=17&ngay=2020-07-31]")
        .contains("Xem theo bộ trước, 1980/QĐ-TTg, đến hết ngày 31/07/2020.")
        .contains("Cả 181 xã chưa báo cáo theo bộ này.")
        .contains("Chưa báo cáo 13")
        .doesNotContain("0,00");
    assertThat(main("/nong-thon-moi?chua-dat=1"))
        .contains("Không có xã nào như điều kiện đã chọn.");
    String before = main("/nong-thon-moi?nhom=phan-dau&tieu-chi=17&ngay=2020-07-31");
    assertThat(before)
        .contains("13 xã phấn đấu đạt chuẩn năm 2020: bình quân 15,46 tiêu chí")
        .contains("13 trên 181 xã đã báo cáo: bình quân của các xã đó 15,46 tiêu chí, 4 xã đạt đủ.")
        .contains("Thiếu 19 · Đang chờ 18")
        .doesNotContain("Cả 181 xã");
    assertThat(main("/nong-thon-moi/xa/" + world.unit("Y Tịch")))
        .contains("Chưa báo cáo theo bộ 30/2020/QĐ-UBND.", "ngay=2020-07-31");
  }

  @Test
  void planOfTheOlderSetIsListedAndExportedWithItsSetAndChangedByNobody() throws Exception {
    String today = main("/nong-thon-moi/ke-hoach?loai=tat-ca");
    assertThat(today)
        .contains(SINCE, "0 chỉ tiêu chưa đạt,")
        .contains("[/nong-thon-moi/ke-hoach?loai=tat-ca&ngay=2020-07-31]");
    String older = main("/nong-thon-moi/ke-hoach?loai=tat-ca&tim=Y+Tịch&ngay=2020-07-31");
    assertThat(older)
        .contains("Kế hoạch theo bộ 1980/QĐ-TTg đến hết ngày 31/07/2020. Bộ này không còn hiệu lực")
        .contains("Vận động 3 thôn còn lại", "49 trên 49 dòng")
        .doesNotContain("/ke-hoach/dong/");
    assertThat(
            main("/nong-thon-moi/ke-hoach/" + world.unit("Y Tịch") + "?nam=2020&ngay=2020-07-31"))
        .contains("Vận động 3 thôn còn lại");
    assertThat(sheet("/nong-thon-moi/ke-hoach/xuat?loai=tat-ca&tim=Y+T%E1%BB%8Bch&ngay=2020-07-31"))
        .contains("1980/QĐ-TTg", "Vận động 3 thôn còn lại");
    assertThat(sheet("/nong-thon-moi/ke-hoach/xuat?loai=tat-ca&tim=Y+T%E1%BB%8Bch"))
        .contains("30/2020/QĐ-UBND")
        .doesNotContain("Vận động 3 thôn còn lại");
    assertThat(office.get("/nong-thon-moi/ke-hoach?ngay=2020-08-20").body())
        .contains("Ngày 20/08/2020 chưa tới");
  }

  private static String sheet(String path) throws IOException, InterruptedException {
    byte[] bytes =
        office
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(office.base() + path)).build(),
                BodyHandlers.ofByteArray())
            .body();
    return Sheets.read("ke-hoach.xlsx", new ByteArrayInputStream(bytes)).rows().toString();
  }

  @Test
  void forecastSaysWhyItHasNoFigureAndKeepsThatOfTheOlderSet() {
    assertThat(main("/nong-thon-moi/du-bao"))
        .contains(SINCE)
        .contains("Chưa dự báo: chưa xã nào báo cáo theo bộ tiêu chí đang có hiệu lực.")
        .contains("[/nong-thon-moi/du-bao?ngay=2020-07-31]");
    assertThat(main("/nong-thon-moi/du-bao?ngay=2020-07-31"))
        .contains("Minh Sơn", "181 trên 181 xã")
        .doesNotContain("Chưa dự báo");
    assertThat(main("/nong-thon-moi/du-bao?nam=2024")).contains("Chưa dự báo: chưa xã nào");
  }
}
