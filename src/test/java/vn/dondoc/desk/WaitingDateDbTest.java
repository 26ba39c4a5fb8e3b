package vn.dondoc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.testing.Province;

/** Work whose deadline was taken away waits for a date, as work that never had one. */
class WaitingDateDbTest {
  private static Province province;
  private static DeskWorld world;
  private static Works works;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = DeskWorld.in(province);
    works = province.server().door(Works.class);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  private static Actor office() {
    List<Integer> own = List.of(world.id("Văn phòng UBND tỉnh"));
    Set<String> rights = Set.of("task.read", "task.confirm", "directive.confirm");
    return new Actor(800, "Văn phòng mẫu", rights, true, own, List.of());
  }

  @Test
  void workOfSeveralBodiesWaitsForItsDateOnce() {
    int before = Acting.call(office(), works::pressing);
    long duty =
        world.give(
            "việc chưa có ngày",
            Due.none(),
            world.id("Sở Kế hoạch và Đầu tư"),
            world.id("Sở Tài chính"));
    assertThat(Acting.call(office(), works::pressing)).isEqualTo(before + 1);
    Deed date =
        Deed.until(FactKind.SET_DATE, 0, LocalDate.of(2020, 12, 25), "Ấn định cho cả nhiệm vụ");
    Acting.as(office(), () -> world.duties().recordTogether(duty, date));
    assertThat(Acting.call(office(), works::pressing)).isEqualTo(before);
  }

  @Test
  void deadlineThatACorrectionTookAwayWaitsForTheOfficeAgain() {
    long duty =
        world.give(
            "lập hồ sơ mẫu",
            Due.by(LocalDate.of(2020, 12, 25)),
            world.id("Sở Kế hoạch và Đầu tư"),
            null);
    int before = Acting.call(office(), works::pressing);
    Tasks tasks = province.server().door(Tasks.class);
    Acting.as(
        office(),
        () -> {
          Task task = tasks.find(world.duties().find(duty).orElseThrow().taskId()).orElseThrow();
          NewTask now = task.content();
          NewTask undated =
              new NewTask(now.source(), now.ordinal(), now.wording(), Due.none(), now.parties());
          tasks.correct(task.id(), task.version(), undated, "Văn bản không ghi hạn");
        });
    assertThat(Acting.call(office(), works::pressing)).isEqualTo(before + 1);
    assertThat(Objects.requireNonNull(Acting.call(office(), () -> world.duties().find(duty))))
        .hasValueSatisfying(now -> assertThat(now.due()).isNull());
  }
}
