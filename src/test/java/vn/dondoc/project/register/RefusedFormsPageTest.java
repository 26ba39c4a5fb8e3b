package vn.dondoc.project.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** What the register answers to forms it refuses and to values no list knows. */
class RefusedFormsPageTest {
  private static ProjectWorld world;
  private static WebPerson planning;
  private static long project;

  @BeforeAll
  static void start() {
    world = ProjectWorld.start();
    project = world.register("Cầu dân sinh mẫu 10");
    Province province = world.province();
    planning = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get("ke-hoach"));
    planning.signIn("ke-hoach", password);
    planning.change(password, "mot cau that dai cua rieng toi");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void emptyFormIsRefusedWithoutEmptyQuotes() {
    HttpResponse<String> answer = planning.submit("/du-an/moi", "/du-an/moi", Map.of("name", ""));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Chưa ghi “Chủ đầu tư”").doesNotContain("“”", "Gần nhất: .");
  }

  @Test
  void ownerNearNobodyIsToldSo() {
    HttpResponse<String> answer =
        planning.submit("/du-an/moi", "/du-an/moi", Map.of("owner", "qqxxzz"));
    assertThat(answer.body())
        .contains("không có tên nào trong danh bạ gần với “qqxxzz”")
        .doesNotContain("Gần nhất: .");
  }

  @Test
  void everyRefusedFormOfAProjectAnswersSo() {
    String path = "/du-an/" + project;
    Map<String, String> forms = new HashMap<>();
    forms.put(path + "/sua", path + "/sua");
    forms.put(path + "/quyet-dinh", path + "/quyet-dinh");
    forms.put(path + "/moc", path + "/moc");
    forms.put(path + "/hop-dong", path + "/hop-dong");
    forms.put(path + "/hien-trang", path + "/hien-trang");
    forms.put(path + "/mat-bang", path + "/mat-bang");
    forms.forEach((form, action) -> {
      HttpResponse<String> answer = planning.submit(form, action, Map.of("stage", "x"));
      assertThat(answer.statusCode()).as(action).isEqualTo(422);
      assertThat(answer.body()).as(action).doesNotContain("“”", "Gần nhất: .");
    });
  }

  @Test
  void valueNoListKnowsIsNamed() {
    HttpResponse<String> answer = planning.get("/du-an?linh-vuc=khong-co&chu=ai-do&dia-ban=999999");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("không có “khong-co”", "Chủ đầu tư: không có “ai-do”", "không có “999999”")
        .doesNotContain("Cầu dân sinh mẫu 10");
    assertThat(planning.get("/du-an").body())
        .contains("Cầu dân sinh mẫu 10")
        .doesNotContain("trong danh mục, nên");
  }
}
