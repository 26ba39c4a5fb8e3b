package vn.dondoc.project.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.project.contract.Acceptance;
import vn.dondoc.project.contract.Contracts;
import vn.dondoc.project.contract.Terms;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** What the register answers to forms it refuses and to values no list knows. */
class RefusedFormsPageTest {
  private static ProjectWorld world;
  private static WebPerson planning;
  private static long project;
  private static int made;

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
  void settlementInMillionsIsAskedAboutBeforeItIsStoredAndStoredWhenItIsSaidToBeRight() {
    String path = "/du-an/" + decided(15) + "/quyet-dinh";
    Map<String, String> fields = new HashMap<>();
    fields.put("kind", "settlement");
    fields.put("number", "QT-01");
    fields.put("signed", "14/08/2020");
    fields.put("issuer", "UBND tỉnh");
    fields.put("value", "14.200");
    HttpResponse<String> asked = planning.submit(path, path, fields);
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .contains(
            "Giá trị 14.200 đồng cách “Tổng mức đầu tư” 15.000.000.000 đồng từ 100 lần trở lên",
            "name=\"sure\" value=\"14.200\"");
    // What was said of one value holds for no other.
    fields.put("sure", "14.200");
    fields.put("value", "142.000");
    assertThat(planning.submit(path, path, fields).statusCode()).isEqualTo(422);
    fields.put("sure", "142.000");
    assertThat(planning.submit(path, path, fields).statusCode()).isIn(302, 303);
  }

  @Test
  void contractAHundredTimesTheTotalIsAskedAboutAndOneOfAnOrdinarySizeIsNot() {
    String path = "/du-an/" + decided(15) + "/hop-dong";
    Map<String, String> fields = new HashMap<>();
    fields.put("number", "HĐ-01");
    fields.put("kind", "thi-cong");
    fields.put("package", "Gói thầu mẫu");
    fields.put("contractor", "Nhà thầu mẫu");
    fields.put("signed", "14/08/2020");
    fields.put("ends", "14/12/2021");
    fields.put("value", "1.500.000.000.000");
    HttpResponse<String> asked = planning.submit(path, path, fields);
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("có thể nhầm giữa đồng và triệu đồng");
    fields.put("value", "1.499.999.999.999");
    assertThat(planning.submit(path, path, fields).body())
        .doesNotContain("có thể nhầm giữa đồng và triệu đồng");
    fields.put("number", "HĐ-02");
    fields.put("value", "150.000.000");
    assertThat(planning.submit(path, path, fields).statusCode()).isEqualTo(422);
    fields.put("sure", "150.000.000");
    assertThat(planning.submit(path, path, fields).statusCode()).isIn(302, 303);
  }

  @Test
  void acceptanceBeforeTheSigningDayIsTakenBackAndTheHistorySaysThatTheDayChanged() {
    long id = decided(15);
    Contracts contracts = world.door(Contracts.class);
    long contract =
        Acting.call(
            ProjectWorld.SYSTEM,
            () -> contracts.sign(id, "HĐ-10", terms(LocalDate.of(2020, 3, 1))));
    Acceptance.Content said =
        new Acceptance.Content("NT-10", LocalDate.of(2020, 3, 9), 1_000_000_000, null);
    Acting.as(ProjectWorld.SYSTEM, () -> contracts.accept(id, contract, said));
    signLater(contract);
    long taken =
        Acting.call(ProjectWorld.SYSTEM, () -> contracts.acceptances(contract)).getFirst().id();
    String path = "/du-an/" + id + "/hop-dong/" + contract;
    assertThat(planning.get(path).body()).contains("ký 01/07/2020", "ký 01/03/2020");
    Map<String, String> why = Map.of("why", "ghi nhầm hợp đồng");
    assertThat(planning.submit(path, path + "/nghiem-thu/" + taken, why).statusCode())
        .isIn(302, 303);
    assertThat(Acting.call(ProjectWorld.SYSTEM, () -> contracts.acceptances(contract))).isEmpty();
  }

  private static Terms terms(LocalDate signed) {
    return new Terms(
        "thi-cong",
        "Gói thầu mẫu",
        "Nhà thầu mẫu",
        null,
        2_000_000_000,
        signed,
        null,
        LocalDate.of(2021, 12, 31));
  }

  /** As an earlier version let it be written. */
  private static void signLater(long contract) {
    world.owner().sql("alter table project.contract_version disable trigger hold_signed").update();
    world
        .owner()
        .sql(
            "insert into project.contract_version (contract_id, project_id, step, kind, package,"
                + " contractor, value_vnd, signed_on, ends_on, why, on_day, by_account, by_name)"
                + " select contract_id, project_id, 2, kind, package, contractor, value_vnd,"
                + " '2020-07-01', ends_on, 'mẫu', on_day, by_account, by_name"
                + " from project.contract_version where contract_id = :id")
        .param("id", contract)
        .update();
    world.owner().sql("alter table project.contract_version enable trigger hold_signed").update();
  }

  /** A project of its own, decided at so many billions. */
  private static long decided(long billions) {
    long id = world.register("Cầu dân sinh mẫu có tổng mức " + ++made);
    Acting.as(
        ProjectWorld.SYSTEM,
        () ->
            world
                .projects()
                .decide(
                    id,
                    world.investment("QĐ tổng mức " + id, LocalDate.of(2020, 1, 6), billions),
                    LocalDate.of(2020, 2, 1)));
    return id;
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
