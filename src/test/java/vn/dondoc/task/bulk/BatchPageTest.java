package vn.dondoc.task.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.head.HeadWorld;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.testing.Province;

/** What the pages of bulk edits say: what would move, and what a batch taken back left alone. */
class BatchPageTest {
  private static final LocalDate DUE = LocalDate.of(2020, 9, 25);
  private static Province province;
  private static HeadWorld world;
  private static Batches batches;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = HeadWorld.in(province);
    batches = province.server().door(Batches.class);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void undoneBatchNamesTheTasksThatKeepWhatTheySay() {
    long one = give("hoàn tác được");
    long two = give("đã có người sửa");
    long batch = shift(5, one, two);
    shift(7, two);
    long undo = Acting.call(world.office(), () -> batches.undo(batch, "dời nhầm"));
    String page = world.person("van-phong").get("/nhiem-vu/dot/" + undo).body();
    assertThat(page)
        .contains("Không hoàn tác vì đã có người sửa sau đợt đó: 1 nhiệm vụ")
        .contains("<li>" + task(two).code())
        .doesNotContain("<li>" + task(one).code());
  }

  @Test
  void previewTellsEachDutysOwnDayAndOnlyWhatWouldMove() {
    int planning = world.body("Sở Kế hoạch và Đầu tư");
    int finance = world.body("Sở Tài chính");
    int treasury = world.body("Kho bạc Nhà nước tỉnh");
    List<Duty> parts = world.give("nhiều cơ quan cùng làm", null, DUE, planning, finance, treasury);
    LocalDate own = LocalDate.of(2020, 9, 10);
    set(parts.get(1), own);
    List<Duty> moved = world.give("đã dời đúng ngày ấy", null, DUE, planning);
    LocalDate october = LocalDate.of(2020, 10, 5);
    set(moved.getFirst(), october);
    String page =
        preview(parts.getFirst().taskId(), moved.getFirst().taskId(), Map.of("ngay", "05/10/2020"));
    assertThat(page)
        .contains("1 nhiệm vụ sẽ đổi, 1 giữ nguyên")
        .contains("Thời hạn của Sở Kế hoạch và Đầu tư</dt><dd><del>25/09/2020</del>")
        .contains("Thời hạn của Kho bạc Nhà nước tỉnh</dt><dd><del>25/09/2020</del>")
        .contains("<ins>05/10/2020</ins>")
        .contains("1 phần việc khác giữ nguyên hạn")
        .doesNotContain("Thời hạn của Sở Tài chính");
    Task before = task(moved.getFirst().taskId());
    String token = world.token("van-phong");
    HttpResponse<String> written =
        world.person("van-phong").post("/nhiem-vu/hang-loat/ghi", form(page, "05/10/2020"), token);
    assertThat(written.statusCode()).isEqualTo(302);
    // What was written is what the preview said, and its page says it again.
    String path = written.headers().firstValue("Location").orElseThrow();
    assertThat(world.person("van-phong").get(path).body())
        .contains("Thời hạn của Sở Kế hoạch và Đầu tư</dt><dd><del>25/09/2020</del>")
        .contains("Thời hạn của Kho bạc Nhà nước tỉnh</dt><dd><del>25/09/2020</del>")
        .doesNotContain("Thời hạn của Sở Tài chính");
    assertThat(due(parts.get(0))).isEqualTo(october);
    assertThat(due(parts.get(1))).isEqualTo(own);
    assertThat(due(parts.get(2))).isEqualTo(october);
    assertThat(task(before.id()).version()).isEqualTo(before.version());
  }

  @Test
  void previewSaysWhatWouldBeRefused() {
    int planning = world.body("Sở Kế hoạch và Đầu tư");
    int finance = world.body("Sở Tài chính");
    List<Duty> parts = world.give("có phần việc riêng", null, DUE, planning, finance);
    set(parts.get(1), LocalDate.of(2020, 9, 20));
    long own = world.give("việc của văn phòng", null, DUE, office()).getFirst().taskId();
    assertThat(preview(parts.getFirst().taskId(), own, Map.of("ngay", "15/09/2020")))
        .contains("Thời hạn của Sở Tài chính</dt><dd><del>20/09/2020</del>")
        .contains("Văn phòng Ủy ban nhân dân tỉnh là cơ quan thực hiện");
  }

  private static int office() {
    return world.body("Văn phòng UBND tỉnh");
  }

  private static String preview(long one, long two, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>(more);
    fields.put("viec", "due_on");
    fields.put("chon", Long.toString(one));
    // A form sends a name as often as there are boxes; the other stands in the address.
    return world
        .person("van-phong")
        .post("/nhiem-vu/hang-loat/xem?chon=" + two, fields, world.token("van-phong"))
        .body();
  }

  private static Map<String, String> form(String page, String day) {
    Matcher chosen = Pattern.compile("name=\"chon\" value=\"([^\"]+)\"").matcher(page);
    assertThat(chosen.find()).isTrue();
    return Map.of("chon", chosen.group(1), "viec", "due_on", "ngay", day, "ly-do", "dời");
  }

  private static void set(Duty duty, LocalDate day) {
    Deed deed = Deed.until(FactKind.SET_DATE, duty.step(), day, "hạn riêng");
    Acting.as(world.office(), () -> world.duties().record(duty.id(), deed));
  }

  private static @Nullable LocalDate due(Duty duty) {
    return Acting.call(HeadWorld.SYSTEM, () -> world.duties().find(duty.id())).orElseThrow().due();
  }

  private static long give(String action) {
    return world.give(action, null, DUE, world.body("Sở Kế hoạch và Đầu tư")).getFirst().taskId();
  }

  private static long shift(int days, long... ids) {
    BulkEdit edit = new BulkEdit(BatchKind.SHIFT, null, days, null, null, "");
    return Acting.call(
        world.office(),
        () ->
            batches.write(
                BatchKind.SHIFT,
                Arrays.stream(ids)
                    .mapToObj(BatchPageTest::task)
                    .map(task -> new TaskChange(task, edit.apply(task, null)))
                    .toList(),
                "dời"));
  }

  private static Task task(long id) {
    return Acting.call(HeadWorld.SYSTEM, () -> province.server().door(Tasks.class).find(id))
        .orElseThrow();
  }
}
