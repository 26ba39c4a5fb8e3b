package vn.dondoc.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.desk.DeskWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** Correcting a confirmed task: what is refused comes back with everything that was typed. */
class CorrectionIT {
  private static Province province;
  private static WebPerson leader;
  private static String form;
  private static int body;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    DeskWorld world = DeskWorld.in(province);
    leader = world.person("lanh-dao");
    body = province.body("Sở Tài chính").id();
    Matcher first = Pattern.compile("/nhiem-vu/(\\d+)").matcher(leader.get("/nhiem-vu").body());
    assertThat(first.find()).isTrue();
    form = "/nhiem-vu/" + first.group(1) + "/sua";
  }

  @AfterAll
  static void close() {
    province.close();
  }

  private static Map<String, String> typed(String version, String on) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("version", version);
    typed.put("action", "việc mẫu đã gõ lại");
    typed.put("lead", String.valueOf(body));
    typed.put("due", "date");
    typed.put("on", on);
    typed.put("why", "lý do mẫu");
    return typed;
  }

  @Test
  void aDayNoCalendarHasComesBackWithTheForm() {
    HttpResponse<String> answer = leader.submit(form, form, typed("1", "31/02/2020"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("role=\"alert\"", "31/02/2020", "việc mẫu đã gõ lại", "lý do mẫu");
  }

  @Test
  void everythingMissingIsToldAtOnce() {
    Map<String, String> empty = typed("1", "20/08/2020");
    empty.put("action", " ");
    empty.remove("lead");
    assertThat(leader.submit(form, form, empty).body()).contains("lý do mẫu", "chủ trì", "role=");
  }

  @Test
  void whoComesSecondIsToldWhoWasFirstAndKeepsHisWords() {
    assertThat(leader.submit(form, form, typed("1", "20/08/2020")).statusCode()).isEqualTo(302);
    Map<String, String> late = typed("1", "21/08/2020");
    late.put("action", "việc của người đến sau");
    HttpResponse<String> answer = leader.submit(form, form, late);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("vừa sửa nhiệm vụ này (nay là bản 2)", "việc của người đến sau")
        .contains("name=\"version\" value=\"2\"");
    HttpResponse<String> same = leader.submit(form, form, typed("2", "20/08/2020"));
    assertThat(same.body()).contains("Chưa có gì khác");
  }
}
