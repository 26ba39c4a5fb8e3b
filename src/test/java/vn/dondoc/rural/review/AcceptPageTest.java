package vn.dondoc.rural.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Report.Kind;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.testing.WebPerson;

/**
 * Many indicators are accepted at once: looked over first, confirmed once, what cannot be stays.
 */
class AcceptPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String QUEUE = "/nong-thon-moi/tham-tra";
  private static final Pattern CHOSEN =
      Pattern.compile("type=\"hidden\" name=\"chon\" value=\"([0-9.]+)\"");
  private static final Pattern KEY = Pattern.compile("name=\"lan-gui\" value=\"([0-9a-f-]{36})\"");
  private static RuralWorld world;
  private static WebPerson district;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    district = WebPerson.at(world.province().server());
    String once = Objects.requireNonNull(world.province().passwords().get("huyen-chi-lang"));
    district.signIn("huyen-chi-lang", once);
    district.change(once, OWN);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static void claim(String... indicators) {
    for (String indicator : indicators) {
      world.record(world.commune(), world.claim("Y Tịch", indicator, "1", 0));
    }
  }

  /** Everything that waits of a criterion. */
  private static HttpResponse<String> preview(String criterion) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("don-vi", Integer.toString(world.unit("Y Tịch")));
    fields.put("tieu-chi", criterion);
    fields.put("tat-ca", "1");
    return district.submit(QUEUE, QUEUE + "/nhan", fields);
  }

  private static HttpResponse<String> confirm(String preview) {
    Matcher key = KEY.matcher(preview);
    assertThat(key.find()).isTrue();
    return confirm(preview, key.group(1));
  }

  private static HttpResponse<String> confirm(String preview, String key) {
    List<String> chosen = new ArrayList<>();
    Matcher one = CHOSEN.matcher(preview);
    while (one.find()) {
      chosen.add("chon=" + one.group(1));
    }
    // One field many times.
    return district.submit(
        QUEUE, QUEUE + "/nhan/ghi", Map.of(String.join("&", chosen) + "&lan-gui", key));
  }

  private static long verified(String indicator) {
    return world
        .owner()
        .sql(
            "select count(*) from rural.assessment where unit_id = ? and indicator_id = ?"
                + " and kind = 'verify'")
        .params(world.unit("Y Tịch"), world.indicator(indicator).id())
        .query(Long.class)
        .single();
  }

  private static long audited() {
    return world
        .owner()
        .sql("select count(*) from audit.entry where act = 'rural.accept'")
        .query(Long.class)
        .single();
  }

  @Test
  void wholeFilterIsLookedOverAndConfirmedOnceAndWhatCannotBeAcceptedStaysWithItsReason() {
    claim("8.1", "8.2");
    Report waiting = world.claim("Y Tịch", "8.3", "1", 0);
    world.record(world.commune(), waiting);
    world.record(
        world.commune(), RuralWorld.as(Kind.WAIT, waiting, 1, "Sở Thông tin và Truyền thông"));
    String preview = preview("8").body();
    assertThat(preview)
        .contains("2 chỉ tiêu ở 1 xã sẽ được chấp nhận như đã báo; 1 chỉ tiêu ở lại")
        .contains("Đang chờ kết quả của cơ quan khác: xét riêng", "Chấp nhận 2 chỉ tiêu");
    assertThat(verified("8.1")).isZero();
    long before = audited();
    Matcher key = KEY.matcher(preview);
    assertThat(key.find()).isTrue();
    assertThat(confirm(preview).statusCode()).isEqualTo(302);
    assertThat(district.get(QUEUE).body()).contains("Đã chấp nhận 2 chỉ tiêu.");
    assertThat(world.standing("Y Tịch", "8.1").reached()).isEqualTo(Stage.VERIFIED);
    assertThat(world.standing("Y Tịch", "8.3").reached()).isEqualTo(Stage.CLAIMED);
    assertThat(audited() - before).isEqualTo(2);
    assertThat(confirm(preview, key.group(1)).statusCode()).isEqualTo(302);
    assertThat(district.get(QUEUE).body()).contains("đã ghi từ trước; không ghi lần nữa");
    assertThat(verified("8.2")).isEqualTo(1);
  }

  @Test
  void whatAnotherDecidedMeanwhileIsNamedAndLeftAndTheRestIsAccepted() {
    claim("6.1", "6.2");
    String preview = preview("6").body();
    world.record(
        world.district(),
        RuralWorld.as(Kind.RETURN, world.claim("Y Tịch", "6.1", "1", 0), 1, "thiếu biên bản"));
    HttpResponse<String> done = confirm(preview);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body())
        .contains("Đã chấp nhận 1 chỉ tiêu ở 1 xã; 1 chỉ tiêu ở lại")
        .contains("Từ khi mở danh sách đã có người ghi: Trả lại, Huyện Chi Lăng mẫu, 14/08/2020");
    assertThat(world.standing("Y Tịch", "6.1").returned()).isTrue();
    assertThat(verified("6.2")).isEqualTo(1);
    HttpResponse<String> again = confirm(preview, UUID.randomUUID().toString());
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(verified("6.2")).isEqualTo(1);
  }

  @Test
  void nobodyAcceptsTheirOwnWordsOrNothing() {
    long account =
        world
            .owner()
            .sql("select id from identity.account where login = 'huyen-chi-lang'")
            .query(Long.class)
            .single();
    Actor seat = world.district();
    world.record(
        new Actor(account, seat.name(), seat.rights(), false, seat.bodies(), seat.places()),
        world.claim("Y Tịch", "7.1", "1", 0));
    assertThat(preview("7").body())
        .contains("người đã đánh giá không tự thẩm tra", "0 chỉ tiêu ở 0 xã")
        .doesNotContain("nhan/ghi");
    HttpResponse<String> none = district.submit(QUEUE, QUEUE + "/nhan", Map.of("don-vi", ""));
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("Chưa chọn dòng nào");
  }

  @Test
  void twoWhoConfirmAtTheSameMomentRecordEveryRowOnce()
      throws ExecutionException, InterruptedException {
    claim("13.1", "13.2");
    String preview = preview("13").body();
    List<CompletableFuture<HttpResponse<String>>> both =
        List.of(
            CompletableFuture.supplyAsync(() -> confirm(preview, UUID.randomUUID().toString())),
            CompletableFuture.supplyAsync(() -> confirm(preview, UUID.randomUUID().toString())));
    List<Integer> answers = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> one : both) {
      answers.add(one.get().statusCode());
    }
    assertThat(answers).containsExactlyInAnyOrder(302, 422);
    assertThat(verified("13.1")).isEqualTo(1);
    assertThat(verified("13.2")).isEqualTo(1);
  }
}
