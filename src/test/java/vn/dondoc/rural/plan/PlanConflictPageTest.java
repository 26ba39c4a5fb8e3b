package vn.dondoc.rural.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.WebPerson;

/** Two people who change the same line of the plan see both values, whose they are, since when. */
class PlanConflictPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static RuralWorld world;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    world.door(PlaceReference.class).loadDemonstration();
    Acting.as(Actor.system("test"), () -> world.door(Plans.class).load());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(world.province().server());
    String password = Objects.requireNonNull(world.province().passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  private static String path() {
    return "/nong-thon-moi/ke-hoach/dong/"
        + PlanLine.key(world.unit("Y Tịch"), world.indicator("2.2").id());
  }

  private static Map<String, String> typed(String step, String action, String due, String cost) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("nam", "2020");
    typed.put("step", step);
    typed.put("action", action);
    typed.put("due", due);
    typed.put("cost", cost);
    typed.put("why", "theo tiến độ thi công");
    return typed;
  }

  private static String words(String body) {
    return body.substring(body.indexOf("<main")).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void secondOfTwoIsShownBothValuesAndWritesOverThemOnlyKnowingly() {
    WebPerson district = person("huyen-chi-lang");
    WebPerson office = person("dieu-phoi");
    Map<String, String> first = typed("0", "Cứng hóa 2 km đường thôn", "30/11/2020", "500000000");
    assertThat(district.submit(path() + "?nam=2020", path(), first).statusCode()).isEqualTo(302);
    Map<String, String> second = typed("0", "Cứng hóa 3 km đường thôn", "15/12/2020", "700000000");
    HttpResponse<String> refused = office.submit(path() + "?nam=2020", path(), second);
    assertThat(refused.statusCode()).isEqualTo(422);
    String told = words(refused.body());
    assertThat(told)
        .contains("Huyện Chi Lăng mẫu, ", "vừa lưu, sau khi anh/chị mở trang này")
        .containsPattern("Việc phải làm .*Cứng hóa 2 km đường thôn .*Cứng hóa 3 km đường thôn")
        .containsPattern("Hạn .*30/11/2020 .*15/12/2020")
        .containsPattern("Kinh phí \\(đồng\\) .*500\\.000\\.000 .*700\\.000\\.000")
        .doesNotContain("2020-11-30", "2020-12-15");
    Matcher step = Pattern.compile("name=\"step\" value=\"(\\d+)\"").matcher(refused.body());
    assertThat(step.find()).isTrue();
    second.put("step", step.group(1));
    assertThat(office.submit(path() + "?nam=2020", path(), second).statusCode()).isEqualTo(302);
    assertThat(words(office.get(path() + "?nam=2020").body())).contains("Cứng hóa 3 km");
  }
}
