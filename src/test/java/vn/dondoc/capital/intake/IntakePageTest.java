package vn.dondoc.capital.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.kernel.Acting;
import vn.dondoc.testing.CountedStatements;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.testing.WebPerson;

/** The page of a file that waits works its plan out once; what names mean is told and forgotten. */
@TestMethodOrder(OrderAnnotation.class)
class IntakePageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String REMEMBERED = "/von/nhap/da-nho";
  private static final String NAME = "Đường thôn Bản mẫu chưa ai biết";
  private static final CountedStatements PLANS = new CountedStatements("capital.intake_plan(");
  private static IntakeWorld world;
  private static WebPerson treasury;
  private static long file;

  @BeforeAll
  static void start() {
    world = new IntakeWorld(Province.ofAugust2020(Server.start(TestDatabase.fresh(), PLANS)));
    treasury = person("kho-bac");
    byte[] book =
        new TableBook()
            .row("ĐVT: triệu đồng")
            .row("STT", "Mã dự án", "Tên dự án", "Nguồn vốn", "Tạm ứng", "KLHT")
            .row(1, "DA-0001", IntakeWorld.NAMES.get(0), "Cân đối ngân sách địa phương", 500, 1000)
            .row(2, null, NAME, "Cân đối ngân sách địa phương", 20, 30)
            .row(3, "DA-0003", IntakeWorld.NAMES.get(2), "Nguồn cân đối tỉnh", 0, 700)
            .bytes();
    file = world.stage(world.clerk(), world.cumulated(IntakeWorld.JULY), book);
    world.read(world.clerk(), file);
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
    return "/von/nhap/" + file;
  }

  @Test
  @Order(1)
  void planIsWorkedOutOnceForAllPartsOfThePageAndOfItsWorkbook() {
    assertThat(treasury.get(path()).body()).contains(NAME, "Nguồn cân đối tỉnh");
    assertThat(PLANS.during(() -> treasury.get(path()))).isEqualTo(1);
    assertThat(PLANS.during(() -> treasury.get(path() + "?tinh-trang=asked"))).isEqualTo(1);
    assertThat(PLANS.during(() -> treasury.file(path() + "/doi-chieu"))).isEqualTo(1);
  }

  @Test
  @Order(2)
  void answersAreListedBySenderWithWhoSaidThem() {
    assertThat(treasury.get(REMEMBERED).body()).contains("Chưa nhớ tên gọi nào");
    List<IntakeMatchStore.Question> asked = world.questions(world.clerk(), file);
    IntakeMatchStore.Question project =
        asked.stream().filter(q -> !q.isPool()).findFirst().orElseThrow();
    Acting.as(
        world.clerk(),
        () ->
            world
                .intakes()
                .answer(file, List.of(new Intakes.Answer(project.key(), "DA-0004")), List.of()));
    String body = treasury.get(REMEMBERED).body();
    assertThat(body).contains(NAME, "DA-0004 " + IntakeWorld.NAMES.get(3), "Kho bạc mẫu");
    String sender = Integer.toString(world.treasury());
    assertThat(treasury.get(REMEMBERED + "?nguoi-gui=" + sender + "&tim=ban+mau").body())
        .contains(NAME);
    assertThat(treasury.get(REMEMBERED + "?tim=tram+y+te").body())
        .as("found by what it means")
        .contains(NAME);
    assertThat(treasury.get(REMEMBERED + "?loai=pool").body()).doesNotContain(NAME);
    assertThat(treasury.get(REMEMBERED + "?nguoi-gui=999999").statusCode()).isEqualTo(422);
    assertThat(world.questions(world.clerk(), file)).noneMatch(q -> !q.isPool());
  }

  @Test
  @Order(3)
  void answerIsTakenBackWithAReasonAndTheNameIsAskedAgain() {
    String one = one();
    HttpResponse<String> question = treasury.get(one);
    assertThat(question.body()).contains(NAME, "Bỏ câu trả lời đã nhớ?");
    assertThat(treasury.submit(one, one, Map.of("ly-do", " ")).statusCode()).isEqualTo(422);
    assertThat(person("xa-y-tich").get(one).statusCode()).isEqualTo(404);
    assertThat(world.questions(world.clerk(), file)).noneMatch(q -> !q.isPool());
    HttpResponse<String> done = treasury.submit(one, one, Map.of("ly-do", "ghép nhầm dự án (mẫu)"));
    assertThat(done.statusCode()).isIn(302, 303);
    assertThat(world.questions(world.clerk(), file)).anyMatch(q -> !q.isPool());
    assertThat(treasury.get(REMEMBERED).body()).doesNotContain(IntakeWorld.NAMES.get(3));
    assertThat(treasury.get(one).statusCode()).isEqualTo(404);
    assertThat(
            world
                .owner()
                .sql(
                    """
                    select why from audit.entry where act = 'capital.intake.forget'
                    """)
                .query(String.class)
                .list())
        .containsExactly("ghép nhầm dự án (mẫu)");
  }

  private static String one() {
    Matcher link =
        Pattern.compile("href=\"(" + REMEMBERED + "/\\d+)\"")
            .matcher(treasury.get(REMEMBERED).body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
