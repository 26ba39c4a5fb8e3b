package vn.dondoc.rural.standard.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.WebPerson;

/** Two people who write the same draft: each sees the other's cells before writing over them. */
class RowConflictPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static RuralWorld rural;
  private static DraftWorld world;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    rural = RuralWorld.start();
    world = new DraftWorld(rural);
    office = WebPerson.at(rural.province().server());
    String password = Objects.requireNonNull(rural.province().passwords().get("dieu-phoi"));
    office.signIn("dieu-phoi", password);
    office.change(password, OWN);
  }

  @AfterAll
  static void stop() {
    rural.close();
  }

  private static String path(Draft draft, int at) {
    return "/nong-thon-moi/ban-nhap/" + draft.id() + "/bang/tieu-chi/" + (at + 1);
  }

  /** What a browser sends of a row as it was looked at, with another name. */
  private static Map<String, String> typed(Draft draft, int at, String name) {
    Map<String, String> typed =
        new HashMap<>(draft.paper().rows(DraftTable.CRITERIA).get(at).cells());
    typed.put("step", Integer.toString(draft.step()));
    typed.put("name_vi", name);
    return typed;
  }

  private static String words(String body) {
    return body.substring(body.indexOf("<main")).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  private static String name(int draft, String number) {
    return world.find(draft).paper().rows(DraftTable.CRITERIA).stream()
        .filter(row -> row.text("number").equals(number))
        .findFirst()
        .map(row -> row.text("name_vi"))
        .orElse("");
  }

  @Test
  void sameRowIsToldWithBothNamesAndWrittenOnlyAfterwards() {
    Draft seen = world.copy(DraftWorld.OF_2016, "31/2020/QĐ-UBND");
    int at = DraftWorld.at(seen, DraftTable.CRITERIA, "2");
    world.edit(seen.id(), DraftTable.CRITERIA, "2", row -> row.with("name_vi", "Đường sá"));
    Map<String, String> mine = typed(seen, at, "Giao thông nông thôn");
    HttpResponse<String> refused = office.submit(path(seen, at), path(seen, at), mine);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(words(refused.body()))
        .contains("Điều phối mẫu, ", "vừa lưu, sau khi anh/chị mở trang này")
        .containsPattern("Tên Đang có: Đường sá Anh/chị định ghi: Giao thông nông thôn");
    assertThat(name(seen.id(), "2")).isEqualTo("Đường sá");
    mine.put("step", Integer.toString(world.find(seen.id()).step()));
    assertThat(office.submit(path(seen, at), path(seen, at), mine).statusCode()).isEqualTo(302);
    assertThat(name(seen.id(), "2")).isEqualTo("Giao thông nông thôn");
  }

  @Test
  void rowKeepsItsNameWhereAnotherWasTakenOutBeforeIt() {
    Draft seen = world.copy(DraftWorld.OF_2016, "32/2020/QĐ-UBND");
    int at = DraftWorld.at(seen, DraftTable.CRITERIA, "5");
    world.save(
        seen,
        seen.paper().without(DraftTable.CRITERIA, DraftWorld.at(seen, DraftTable.CRITERIA, "1")));
    Map<String, String> mine = typed(seen, at, "Trường lớp");
    assertThat(office.submit(path(seen, at), path(seen, at), mine).statusCode()).isEqualTo(302);
    assertThat(name(seen.id(), "5")).isEqualTo("Trường lớp");
    Draft untouched = world.copy(DraftWorld.OF_2016, "33/2020/QĐ-UBND");
    assertThat(name(seen.id(), "6")).isEqualTo(name(untouched.id(), "6"));
  }

  @Test
  void rowSomebodyChangedIsNotTakenOutUnseen() {
    Draft seen = world.copy(DraftWorld.OF_2016, "34/2020/QĐ-UBND");
    int at = DraftWorld.at(seen, DraftTable.CRITERIA, "3");
    world.edit(seen.id(), DraftTable.CRITERIA, "3", row -> row.with("name_vi", "Thủy lợi nhỏ"));
    Map<String, String> step = Map.of("step", Integer.toString(seen.step()));
    HttpResponse<String> refused = office.submit(path(seen, at), path(seen, at) + "/xoa", step);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(words(refused.body())).contains("Thủy lợi nhỏ");
    assertThat(name(seen.id(), "3")).isEqualTo("Thủy lợi nhỏ");
  }
}
