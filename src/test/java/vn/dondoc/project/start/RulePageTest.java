package vn.dondoc.project.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.project.Standings;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** From the clause to the rule: offered to whoever may write it, and of a task with a day only. */
class RulePageTest {
  private static final String PLANNING = "Sở Kế hoạch và Đầu tư";
  private static final String NEW = "/khoi-cong/moi";
  private static ProjectWorld world;
  private static WebPerson planning;

  @BeforeAll
  static void start() {
    world = ProjectWorld.start();
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
  void planningIsOfferedTheRuleOfATaskThatOrdersStartsAndMayWriteIt() {
    long id = world.orderStart(world.body(PLANNING));
    String form = "/khoi-cong/moi?nhiem-vu=" + code(id);
    assertThat(planning.get("/nhiem-vu/" + id).body()).contains(form);
    assertThat(planning.get(form).body())
        .contains("<option value=\"khoi-cong-moi\" selected>")
        .doesNotContain("<option value=\"hoan-thanh\" selected>");
    assertThat(planning.submit(form, NEW, fields(id)).statusCode()).isIn(302, 303);
    assertThat(planning.get("/khoi-cong").body()).contains("href=\"/khoi-cong/moi\"");
  }

  @Test
  void taskThatOrdersNoStartOrHasNoDayIsRefusedInWordsAndNotOffered() {
    long other = task("Lập kế hoạch kiểm tra hiện trường", Due.by(LocalDate.of(2020, 8, 30)));
    long undated = task("Khởi công các công trình đã đủ thủ tục", Due.none());
    assertThat(planning.get("/nhiem-vu/" + other).body()).doesNotContain(NEW);
    assertThat(planning.get("/nhiem-vu/" + undated).body()).doesNotContain(NEW);
    assertThat(planning.get(NEW + "?nhiem-vu=" + code(other)).body())
        .contains("Lời của nhiệm vụ " + code(other) + " không nói “Khởi công”");
    assertThat(planning.get(NEW + "?nhiem-vu=NV-2020-9999").body())
        .contains("Không có nhiệm vụ “NV-2020-9999”");
    assertThat(refused(other)).contains("không phải lệnh khởi công");
    assertThat(refused(undated))
        .contains("không có thời hạn theo ngày")
        .doesNotContain("không phải lệnh khởi công");
  }

  @Test
  void ruleBindsTheOwnerItsClauseNamesUnlessEveryOwnerIsChosen() {
    long id =
        task(
            "Khởi công các dự án khởi công mới của ban",
            Due.by(LocalDate.of(2020, 8, 30)),
            new Party(world.body(ProjectWorld.BOARD), Party.Part.IMPLEMENT, "thực hiện"));
    world.register(world.facts("Khởi công của ban mẫu", null), "khoi-cong-moi");
    world.register(
        world.facts(
            "Khởi công của ban khác mẫu",
            null,
            world.body(ProjectWorld.OTHER_BOARD),
            "huyện Chi Lăng"),
        "khoi-cong-moi");
    String form = NEW + "?nhiem-vu=" + code(id);
    assertThat(planning.get(form).body())
        .contains("Ai phải thực hiện", "value=\"named\" selected", ProjectWorld.BOARD);
    Map<String, String> named = new HashMap<>(fields(id));
    named.put("bound", "named");
    named.put("clause", "Khởi công các dự án khởi công mới của ban");
    String rule = made(form, named);
    assertThat(planning.get(rule).body())
        .contains("đơn vị được giao: " + ProjectWorld.BOARD, "Khởi công của ban mẫu", "Giám đốc")
        .doesNotContain("Khởi công của ban khác mẫu");
    assertThat(planning.get(rule + "/sua").body()).contains("value=\"named\" selected");
    named.put("bound", "");
    named.put("differs", "mở rộng ra mọi chủ đầu tư");
    String every = made(form, named);
    assertThat(planning.get(every).body())
        .contains("mọi chủ đầu tư", "Khởi công của ban mẫu", "Khởi công của ban khác mẫu");
  }

  @Test
  void planningFollowsARuleWhoseTaskIsAnothersFromTheClauseToTheHead() {
    long id = world.orderStart(world.body(ProjectWorld.OTHER_BOARD));
    world.register(world.facts("Khởi công mẫu ban theo dõi", null), "khoi-cong-moi");
    long rule =
        Acting.call(
            ProjectWorld.SYSTEM,
            () ->
                world
                    .door(StartRules.class)
                    .make(
                        id,
                        new StartRule.Terms(
                            "Khởi công của ban khác",
                            "Chậm nhất 31/8/2020 phải khởi công (mẫu)",
                            2020,
                            "khoi-cong-moi",
                            LocalDate.of(2020, 8, 31),
                            List.of(),
                            "lời mẫu của kiểm thử")));
    assertThat(planning.get("/nhiem-vu/" + id).statusCode()).isEqualTo(404);
    assertThat(planning.get("/khoi-cong").body()).contains("/khoi-cong/" + rule);
    assertThat(planning.get("/khoi-cong/" + rule).body())
        .contains(
            "Chậm nhất 31/8/2020 phải khởi công (mẫu)", "Khởi công mẫu ban theo dõi", "Giám đốc");
    assertThat(planning.get("/khoi-cong/" + rule + "/xuat").statusCode()).isEqualTo(200);
  }

  private static String made(String form, Map<String, String> fields) {
    HttpResponse<String> answer = planning.submit(form, NEW, fields);
    assertThat(answer.statusCode()).isIn(302, 303);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  @Test
  void whoeverTheTablesTakeNoRuleFromIsOfferedNone() {
    long id = world.orderStart(world.body(PLANNING));
    world
        .owner()
        .sql("update project.overseer set writes = false where body_id = :body")
        .param("body", world.body(PLANNING))
        .update();
    try {
      assertThat(planning.get("/nhiem-vu/" + id).body()).doesNotContain(NEW);
      assertThat(planning.get("/khoi-cong").body()).doesNotContain(NEW);
      assertThat(planning.get(NEW).statusCode()).isEqualTo(403);
    } finally {
      world
          .owner()
          .sql("update project.overseer set writes = true where body_id = :body")
          .param("body", world.body(PLANNING))
          .update();
    }
  }

  @Test
  void ownerDoesNotTakeItsProjectOutOfARuleByAnotherClass() {
    Standings standings = world.door(Standings.class);
    long before = newStart("Đổi loại trước mẫu");
    Acting.as(world.board(), () -> standings.classify(before, 2020, "chuyen-tiep", "xếp đúng"));
    long task =
        task(
            "Khởi công các dự án khởi công mới trong tháng 8",
            Due.by(LocalDate.of(2020, 8, 13)),
            new Party(world.body(ProjectWorld.BOARD), Party.Part.IMPLEMENT, "thực hiện"));
    Map<String, String> fields = new HashMap<>(fields(task));
    fields.put("clause", "Khởi công các dự án khởi công mới");
    fields.put("last", "13/08/2020");
    fields.put("bound", "named");
    String rule = made(NEW + "?nhiem-vu=" + code(task), fields);
    long bound = newStart("Đổi loại mẫu một");
    long known = newStart("Đổi loại mẫu hai");
    Acting.as(world.board(), () -> standings.classify(bound, 2020, "chuyen-tiep", "xếp lại"));
    Acting.as(world.planning(), () -> standings.classify(known, 2020, "chuyen-tiep", "ghi nhầm"));
    String held = planning.get(rule).body();
    assertThat(held)
        .contains("Đổi loại mẫu một", "ngày 14/08/2020, lý do: xếp lại", "Xác nhận đưa ra")
        .contains("Đã ra khỏi quy định", "Đổi sang loại “Chuyển tiếp”, lý do: ghi nhầm")
        .doesNotContain("Đổi loại trước mẫu");
    StartRules rules = world.door(StartRules.class);
    long id = Long.parseLong(rule.substring(rule.lastIndexOf('/') + 1));
    assertThat(Acting.call(world.board(), () -> rules.starts(List.of(rules.required(id)))))
        .filteredOn(start -> start.state() == Start.State.LATE)
        .extracting(Start::projectId)
        .contains(bound)
        .doesNotContain(known, before);
    Map<String, String> out =
        Map.of("project", Long.toString(bound), "inside", "false", "why", "đúng là chuyển tiếp");
    assertThat(planning.submit(rule, rule + "/du-an", out).statusCode()).isIn(302, 303);
    assertThat(planning.get(rule).body())
        .contains("Đưa ra, lý do: đúng là chuyển tiếp")
        .doesNotContain("lý do: xếp lại");
  }

  @Test
  void wordsDayAndCircleTheTaskDoesNotHaveAskForAReasonThatIsShown() {
    long id =
        task(
            "Khởi công các dự án khởi công mới của riêng ban",
            Due.by(LocalDate.of(2020, 8, 31)),
            new Party(world.body(ProjectWorld.BOARD), Party.Part.IMPLEMENT, "thực hiện"));
    Map<String, String> fields = new HashMap<>(fields(id));
    fields.put("clause", "Câu chữ bịa đặt");
    fields.put("last", "30/06/2020");
    String form = NEW + "?nhiem-vu=" + code(id);
    HttpResponse<String> answer = planning.submit(form, NEW, fields);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Lời chỉ đạo “Câu chữ bịa đặt” không phải nguyên văn của nhiệm vụ " + code(id))
        .contains("Ngày cuối 30/06/2020 khác thời hạn của nhiệm vụ", "31/08/2020")
        .contains("quy định ghi “mọi chủ đầu tư”", "giao “" + ProjectWorld.BOARD + "”");
    fields.put("differs", "kết luận tại cuộc họp mẫu");
    String rule = made(form, fields);
    assertThat(planning.get(rule).body())
        .contains("Quy định này ghi khác nhiệm vụ. Lý do: kết luận tại cuộc họp mẫu");
    Map<String, String> same = new HashMap<>(fields);
    same.put("clause", "Khởi công các dự án khởi công mới");
    same.put("last", "31/08/2020");
    same.put("bound", "named");
    assertThat(planning.submit(form, NEW, same).body())
        .contains("Bỏ trống lý do ghi khác nhiệm vụ");
  }

  private static long newStart(String name) {
    return world.register(world.facts(name, null), "khoi-cong-moi");
  }

  private static String refused(long task) {
    HttpResponse<String> answer = planning.submit(NEW, NEW, fields(task));
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer.body();
  }

  private static Map<String, String> fields(long task) {
    return Map.of(
        "task", code(task),
        "name", "Khởi công mới 2020",
        "clause", "Khởi công toàn bộ các dự án khởi công mới",
        "year", "2020",
        "class", "khoi-cong-moi",
        "last", "30/08/2020");
  }

  private static long task(String words, Due due, Party... more) {
    List<Party> parties =
        new ArrayList<>(List.of(new Party(world.body(PLANNING), Party.Part.LEAD, "chủ trì")));
    parties.addAll(List.of(more));
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, words, List.of("3", "b")),
            1,
            new Wording(words, words, null, null),
            due,
            parties);
    return Acting.call(ProjectWorld.SYSTEM, () -> world.door(Tasks.class).create(task));
  }

  private static String code(long task) {
    return Acting.call(ProjectWorld.SYSTEM, () -> world.door(Tasks.class).find(task))
        .orElseThrow()
        .code();
  }
}
