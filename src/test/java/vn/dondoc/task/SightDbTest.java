package vn.dondoc.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Province;

/** Which bodies see a task: those of the version in force. */
class SightDbTest {
  private static final Actor OFFICE = Actor.system("test");
  private static Province province;
  private static Tasks tasks;
  private static int finance;
  private static int building;
  private static int treasury;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    tasks = province.server().door(Tasks.class);
    finance = province.body("Sở Tài chính").id();
    building = province.body("Sở Xây dựng").id();
    treasury = province.body("Kho bạc Nhà nước tỉnh").id();
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void bodyThatACorrectionRemovedSeesTheTaskNoMore() {
    long id = Acting.call(OFFICE, () -> tasks.create(task(1, lead(finance), helps(treasury))));
    assertThat(sees(finance, id)).isTrue();
    assertThat(sees(treasury, id)).isTrue();
    assertThat(sees(building, id)).isFalse();
    correct(id, 1, lead(building), helps(treasury));
    assertThat(sees(finance, id)).isFalse();
    assertThat(sees(treasury, id)).isTrue();
    assertThat(sees(building, id)).isTrue();
    assertThat(Acting.call(as(finance), () -> tasks.history(id))).isEmpty();
    assertThat(Acting.call(as(building), () -> tasks.history(id))).hasSize(2);
  }

  @Test
  void bodyTakenInAgainSeesTheTaskAgain() {
    long id = Acting.call(OFFICE, () -> tasks.create(task(2, lead(finance), helps(treasury))));
    correct(id, 1, lead(finance));
    assertThat(sees(treasury, id)).isFalse();
    correct(id, 2, lead(finance), helps(treasury));
    assertThat(sees(treasury, id)).isTrue();
  }

  @Test
  void bodyThatOnlyReceivesReportsSeesNothing() {
    Party receives = new Party(treasury, Party.Part.REPORT_TO, "Kho bạc");
    long id = Acting.call(OFFICE, () -> tasks.create(task(3, lead(finance), receives)));
    assertThat(sees(treasury, id)).isFalse();
  }

  private static void correct(long id, int version, Party... parties) {
    Acting.as(OFFICE, () -> tasks.correct(id, version, task(id, parties), "giao lại"));
  }

  private static boolean sees(int body, long id) {
    return Acting.call(as(body), () -> tasks.find(id)).isPresent();
  }

  private static Actor as(int body) {
    return new Actor(900 + body, "mẫu", Set.of("task.read"), false, List.of(body), List.of());
  }

  private static Party lead(int body) {
    return new Party(body, Party.Part.LEAD, "Sở mẫu");
  }

  private static Party helps(int body) {
    return new Party(body, Party.Part.COORDINATE, "Cơ quan mẫu");
  }

  private static NewTask task(long source, Party... parties) {
    return new NewTask(
        new SourceReference("test.sight", source, "1", List.of("1")),
        1,
        new Wording("rà soát nguồn kinh phí", "Giao rà soát nguồn kinh phí.", null, null),
        Due.by(LocalDate.of(2020, 8, 31)),
        List.of(parties));
  }
}
