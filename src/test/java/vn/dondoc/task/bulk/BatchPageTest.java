package vn.dondoc.task.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.head.HeadWorld;
import vn.dondoc.testing.Province;

/** What the page of a batch that was taken back says of the tasks it left as they were. */
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
                    .map(task -> new TaskChange(task, edit.apply(task)))
                    .toList(),
                "dời"));
  }

  private static Task task(long id) {
    return Acting.call(HeadWorld.SYSTEM, () -> province.server().door(Tasks.class).find(id))
        .orElseThrow();
  }
}
