package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** What is sent about a duty that should not be. */
class TaskPageTest {
  private static final Actor SYSTEM = Actor.system("test");
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Map<String, WebPerson> PEOPLE = new LinkedHashMap<>();
  private static final String PLANNING = "Sở Kế hoạch và Đầu tư";
  private static final String DISTRICT = "UBND huyện Chi Lăng";
  private static final int MEGABYTE = 1 << 20;
  private static Province province;
  private static Duties duties;
  private static long serial;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    duties = province.server().door(Duties.class);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @BeforeEach
  void standOnAugust14() {
    standOn("2020-08-14");
  }

  @Test
  void evidenceIsHandedOutAsAFileToThoseWhoSeeTheTask() {
    long id = duty(PLANNING);
    byte[] pdf = "%PDF-1.4 mẫu".getBytes(StandardCharsets.UTF_8);
    assertThat(send("ke-hoach", id, "report", 0, Map.of("báo cáo.pdf", pdf)).statusCode())
        .isEqualTo(302);
    String page = person("van-phong").get("/nhiem-vu/" + task(id)).body();
    Matcher link = Pattern.compile("/nhiem-vu/minh-chung/\\d+").matcher(page);
    assertThat(link.find()).isTrue();
    HttpResponse<String> file = person("van-phong").get(link.group());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.body()).isEqualTo("%PDF-1.4 mẫu");
    assertThat(person("kho-bac").get(link.group()).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesEvidenceThatIsNoneAndKeepsWhatWasTyped() {
    long id = duty(PLANNING);
    HttpResponse<String> none = send("ke-hoach", id, "report", 0, Map.of());
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("cần minh chứng", ">đã xong</textarea>");
    byte[] script = "#!/bin/sh".getBytes(StandardCharsets.UTF_8);
    assertThat(send("ke-hoach", id, "report", 0, Map.of("bao-cao.pdf", script)).body())
        .contains("Tệp “bao-cao.pdf” không phải PDF");
    assertThat(send("ke-hoach", id, "report", 0, Map.of("chay.sh", script)).body())
        .contains("Tệp “chay.sh” không phải PDF");
    assertThat(send("ke-hoach", id, "report", 0, Map.of("trong.pdf", new byte[0])).body())
        .contains("Tệp “trong.pdf” rỗng (0 byte)");
    String name = "a".repeat(210) + ".pdf";
    assertThat(send("ke-hoach", id, "report", 0, Map.of(name, pdf(10))).body())
        .contains("Đổi tên tệp ngắn hơn");
    assertThat(state(id)).isEqualTo(State.NEW);
  }

  @Test
  void takesTenFilesOfTenMegabytesAndNoMore() {
    long id = duty(PLANNING);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int k = 0; k < EvidenceFile.MOST; k++) {
      files.put("phan-" + k + ".pdf", pdf(EvidenceFile.LIMIT));
    }
    assertThat(send("ke-hoach", id, "report", 0, files).statusCode()).isEqualTo(302);
    assertThat(state(id)).isEqualTo(State.REPORTED);
    long second = duty(PLANNING);
    files.replaceAll((name, bytes) -> pdf(10));
    files.put("thua.pdf", pdf(10));
    assertThat(send("ke-hoach", second, "report", 0, files).body()).contains("Có 11 tệp");
    assertThat(
            send("ke-hoach", second, "report", 0, Map.of("a.pdf", pdf(EvidenceFile.LIMIT + 1)))
                .body())
        .contains("nhiều hơn 10 MB cho phép");
    files.replaceAll((name, bytes) -> pdf(EvidenceFile.LIMIT));
    HttpResponse<String> all = send("ke-hoach", second, "report", 0, files);
    assertThat(all.statusCode()).isEqualTo(413);
    assertThat(all.body())
        .contains("cộng lại lớn hơn 101 MB", "mỗi tệp tối đa 10 MB, một lần nhiều nhất 10 tệp");
  }

  @Test
  void otherFormsAreNoWiderThanTheyWere() {
    HttpResponse<String> answer =
        multipart(
            "van-phong", "/chi-dao/tiep-nhan", Map.of(), Map.of("a.txt", new byte[22 * MEGABYTE]));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("20 MB");
  }

  @Test
  void anothersTaskIsNotThereByItsAddress() {
    long id = duty(PLANNING);
    assertThat(person("kho-bac").get("/nhiem-vu/" + task(id)).statusCode()).isEqualTo(404);
    assertThat(person("kho-bac").get("/nhiem-vu/phan/" + id + "/report").statusCode())
        .isEqualTo(404);
    assertThat(send("kho-bac", id, "report", 0, Map.of()).statusCode()).isEqualTo(404);
    long other = duty(DISTRICT);
    assertThat(person("van-phong").get("/nhiem-vu/" + task(id) + "?phan=" + other).statusCode())
        .isEqualTo(404);
    assertThat(history(id)).isEmpty();
  }

  @Test
  void staleStepIsToldAndTheFormComesBackWithTheNews() {
    long id = duty(PLANNING);
    assertThat(send("ke-hoach", id, "receive", 0, Map.of()).statusCode()).isEqualTo(302);
    HttpResponse<String> stale = send("ke-hoach", id, "progress", 0, Map.of());
    assertThat(stale.statusCode()).isEqualTo(422);
    assertThat(stale.body())
        .contains("vừa có người ghi nhận việc khác", "name=\"step\" value=\"1\"", "đã xong");
    assertThat(history(id)).hasSize(1);
  }

  @Test
  void circularHandBackIsRefusedAndTheOneThatRefusesComesToNoDeadEnd() {
    long id = duty(PLANNING);
    assertThat(form("ke-hoach", id, "hand_back", Map.of("body", DISTRICT)).statusCode())
        .isEqualTo(302);
    HttpResponse<String> refused = form("huyen-chi-lang", id, "refuse_hand", Map.of("step", "1"));
    assertThat(refused.headers().firstValue("Location").orElse("")).endsWith("/nhiem-vu");
    form("ke-hoach", id, "hand_back", Map.of("body", DISTRICT, "step", "2"));
    form("huyen-chi-lang", id, "accept_hand", Map.of("step", "3"));
    assertThat(state(id)).isEqualTo(State.TRANSFERRED);
    long taken = ofBody(task(id), DISTRICT);
    HttpResponse<String> round =
        form("huyen-chi-lang", taken, "hand_back", Map.of("body", PLANNING));
    assertThat(round.statusCode()).isEqualTo(422);
    assertThat(round.body()).contains("không thể chuyển vòng lại");
  }

  @Test
  void handBackAsksForABodyThatIsOne() {
    long id = duty(PLANNING);
    assertThat(form("ke-hoach", id, "hand_back", Map.of("body", "Sở Vũ trụ")).body())
        .contains("Sở Vũ trụ");
    assertThat(form("ke-hoach", id, "hand_back", Map.of("body", "UBND các huyện")).body())
        .contains("UBND các huyện");
    assertThat(history(id)).isEmpty();
  }

  @Test
  void doerDoesNotConfirmEvenWhenItIsTheOffice() {
    long id = duty("Văn phòng UBND tỉnh");
    send("van-phong", id, "report", 0, Map.of("a.pdf", pdf(10)));
    String page = person("van-phong").get("/nhiem-vu/" + task(id)).body();
    assertThat(page).doesNotContain("/confirm");
    assertThat(form("van-phong", id, "confirm", Map.of("step", "1")).body())
        .contains("không tự xác nhận việc của mình");
    assertThat(form("lanh-dao", id, "confirm", Map.of("step", "1")).statusCode()).isEqualTo(302);
    assertThat(form("ke-hoach", id, "confirm", Map.of("step", "1")).statusCode()).isEqualTo(403);
  }

  @Test
  void officeIsToldTheOneReasonWhyItDoesNotDecideAboutItsOwnWork() {
    long id = duty("Văn phòng UBND tỉnh");
    // Not reported, no day, no reason, an old step: none of it is what stands in the way.
    for (String deed : List.of("set_date", "confirm", "return", "withdraw")) {
      HttpResponse<String> answer = form("van-phong", id, deed, Map.of("step", "7", "words", ""));
      assertThat(answer.statusCode()).as(deed).isEqualTo(422);
      assertThat(problems(answer.body())).as(deed).hasSize(1);
      assertThat(problems(answer.body()).getFirst())
          .contains("Văn phòng Ủy ban nhân dân tỉnh là cơ quan thực hiện nên không tự")
          .contains("Đề nghị lãnh đạo UBND tỉnh");
      String asked = person("van-phong").get("/nhiem-vu/phan/" + id + "/" + deed).body();
      assertThat(problems(asked)).as(deed).hasSize(1);
    }
    assertThat(form("lanh-dao", id, "set_date", Map.of("day", "30/09/2020")).statusCode())
        .isEqualTo(302);
  }

  /** What a page refuses, sentence by sentence. */
  private static List<String> problems(String page) {
    String alert = "role=\"alert\"><span>.*?</span><span>(.*?)</span></p>";
    return Pattern.compile(alert, Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(found -> found.group(1).strip())
        .toList();
  }

  @Test
  void extensionIsNotOfferedAndNotTakenAfterTheDeadline() {
    long id = duty(PLANNING);
    String before = person("ke-hoach").get("/nhiem-vu/" + task(id)).body();
    assertThat(before).contains("/ask_extension");
    standOn("2020-09-26");
    String after = person("ke-hoach").get("/nhiem-vu/" + task(id)).body();
    assertThat(after).doesNotContain("/ask_extension").contains("kiểm điểm trước Chủ tịch");
    assertThat(person("ke-hoach").get("/nhiem-vu/phan/" + id + "/ask_extension").body())
        .contains("xin gia hạn phải gửi trước khi hết hạn", "25/09/2020");
    assertThat(form("ke-hoach", id, "ask_extension", Map.of("day", "15/10/2020")).body())
        .contains("xin gia hạn phải gửi trước khi hết hạn");
    assertThat(form("ke-hoach", id, "ask_extension", Map.of("day", "31/02/2021")).body())
        .contains("31/02/2021");
  }

  @Test
  void bodyThatCeasedDoesNothingMoreAndItsSuccessorIsNamed() {
    long id = duty(PLANNING);
    long other = duty(DISTRICT);
    standOn("2025-03-15");
    String page = person("ke-hoach").get("/nhiem-vu/" + task(id)).body();
    assertThat(page).contains("đã chấm dứt hoạt động từ ngày 01/03/2025", "Sở Tài chính");
    assertThat(page).doesNotContain("/nhiem-vu/phan/" + id);
    assertThat(form("ke-hoach", id, "report", Map.of("document", "BC 1")).body())
        .contains("Cơ quan kế thừa: Sở Tài chính");
    assertThat(form("huyen-chi-lang", other, "hand_back", Map.of("body", PLANNING)).body())
        .contains("Cơ quan kế thừa: Sở Tài chính");
  }

  @Test
  void everyPeriodHasItsOwnStateAndTheRollUpCountsThemAll() {
    Due monthly =
        new Due(
            Due.Kind.RECURRING, null, null, Due.Op.BY, "month", 25, null, null, null, null, false);
    long id = duty(PLANNING, monthly);
    form("ke-hoach", id, "report", Map.of("document", "Báo cáo 5"));
    standOn("2020-11-14");
    Acting.as(SYSTEM, duties::advance);
    String now = person("ke-hoach").get("/nhiem-vu/" + task(id)).body();
    assertThat(now).contains("Cả 5 kỳ:", "1/5 phần chủ trì đã báo cáo, 4 chưa báo cáo");
    assertThat(now).contains("value=\"2020-09-01\" selected", "50 ngày");
    String august = person("ke-hoach").get("/nhiem-vu/" + task(id) + "?ky=2020-08-01").body();
    assertThat(august).contains("chờ xác nhận, báo cáo đúng hạn", "kỳ 01/08/2020 – 31/08/2020");
  }

  @Test
  void officeDecidesOnEverythingElseWithItsReason() {
    long id = duty(PLANNING);
    form("ke-hoach", id, "ask_extension", Map.of("day", "15/10/2020"));
    form("van-phong", id, "refuse_extension", Map.of("step", "1"));
    form("van-phong", id, "set_date", Map.of("step", "2", "day", "20/9/2020"));
    assertThat(form("van-phong", id, "withdraw", Map.of("step", "3", "words", "")).body())
        .contains("Chưa ghi nội dung hoặc lý do");
    form("van-phong", id, "withdraw", Map.of("step", "3", "document", "QĐ 12/QĐ-UBND"));
    assertThat(state(id)).isEqualTo(State.WITHDRAWN);
    Duty now = Acting.call(SYSTEM, () -> duties.find(id)).orElseThrow();
    assertThat(now.due()).isEqualTo(LocalDate.of(2020, 9, 20));
    assertThat(now.originalDue()).isEqualTo(LocalDate.of(2020, 9, 25));
    HttpResponse<String> again = form("van-phong", id, "cancel", Map.of("step", "4"));
    assertThat(again.body()).contains("không thể “Hủy phần việc”", "không còn làm được");
    assertThat(history(id)).hasSize(4);
  }

  @Test
  void officeVoidsEveryPartAtOnceWhenItSaysSo() {
    Due monthly =
        new Due(Due.Kind.RECURRING, null, null, null, "month", 25, null, null, null, null, false);
    long id = duty(PLANNING, monthly);
    assertThat(person("van-phong").get("/nhiem-vu/phan/" + id + "/cancel").body())
        .contains("name=\"whole\"", "2 phần việc");
    form("van-phong", id, "cancel", Map.of("whole", "true"));
    assertThat(Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task(id)))))
        .allMatch(duty -> duty.state() == State.VOID);
  }

  @Test
  void eventSetsTheDeadlineThatIsCountedFromIt() {
    Due due =
        new Due(
            Due.Kind.EVENT, null, null, Due.Op.BEFORE, null, null, null, null, null, null, false);
    long id = duty(PLANNING, due);
    assertThat(form("van-phong", id, "event", Map.of("day", "10/12/2020")).statusCode())
        .isEqualTo(302);
    Duty now = Acting.call(SYSTEM, () -> duties.find(id)).orElseThrow();
    assertThat(now.due()).isEqualTo(LocalDate.of(2020, 12, 9));
    assertThat(history(id).getFirst().eventOn()).isEqualTo(LocalDate.of(2020, 12, 10));
  }

  private static byte[] pdf(int length) {
    byte[] bytes = new byte[length];
    System.arraycopy("%PDF-".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 5);
    return bytes;
  }

  private static HttpResponse<String> form(
      String who, long duty, String deed, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>(Map.of("step", "0", "words", "lý do mẫu"));
    fields.putAll(more);
    String token = token(who);
    return person(who).post("/nhiem-vu/phan/" + duty + "/" + deed, fields, token);
  }

  private static HttpResponse<String> send(
      String who, long duty, String deed, int step, Map<String, byte[]> files) {
    Map<String, String> fields = Map.of("step", Integer.toString(step), "words", "đã xong");
    return multipart(who, "/nhiem-vu/phan/" + duty + "/" + deed, fields, files);
  }

  private static HttpResponse<String> multipart(
      String who, String path, Map<String, String> fields, Map<String, byte[]> files) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", token(who));
    return person(who).upload(path, all, "files", files);
  }

  private static String token(String who) {
    Matcher token = TOKEN.matcher(person(who).get("/doi-mat-khau").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static WebPerson person(String login) {
    return PEOPLE.computeIfAbsent(
        login,
        name -> {
          WebPerson person = WebPerson.at(province.server());
          String once = Objects.requireNonNull(province.passwords().get(name));
          person.signIn(name, once);
          person.change(once, OWN);
          return person;
        });
  }

  private static void standOn(String day) {
    JdbcClient.create(province.server().database().owner())
        .sql("update database.province_day set day = :day::date")
        .param("day", day)
        .update();
  }

  private static State state(long id) {
    return Acting.call(SYSTEM, () -> duties.find(id)).orElseThrow().state();
  }

  private static long task(long id) {
    return Acting.call(SYSTEM, () -> duties.find(id)).orElseThrow().taskId();
  }

  private static List<ToldFact> history(long id) {
    return Acting.call(SYSTEM, () -> duties.history(id));
  }

  private static long ofBody(long task, String body) {
    int id = province.body(body).id();
    return Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task))).stream()
        .filter(duty -> duty.bodyId() == id)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static long duty(String lead) {
    return duty(lead, Due.by(LocalDate.of(2020, 9, 25)));
  }

  private static long duty(String lead, Due due) {
    List<Party> parties = List.of(new Party(province.body(lead).id(), Party.Part.LEAD, lead));
    String late = "Nếu chậm thì kiểm điểm trước Chủ tịch UBND tỉnh";
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, "khoa-" + serial++, List.of("1")),
            1,
            new Wording("làm việc mẫu", "làm việc mẫu", late, null),
            due,
            parties);
    long made = Acting.call(SYSTEM, () -> province.server().door(Tasks.class).create(task));
    return ofBody(made, lead);
  }
}
