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
import vn.dondoc.kernel.Actor;
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
  private static final String POOL = "Cân đối ngân sách địa phương";
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

  @Test
  @Order(4)
  void eachFigureThatGoesDownHasAReasonOfItsOwnUnlessOneIsSaidForAll() {
    Actor clerk = world.clerk();
    byte[] first =
        totals().row(1, "DA-0001", "x", POOL, 900).row(2, "DA-0002", "x", POOL, 50).bytes();
    long confirmed = world.stage(clerk, world.cumulated(IntakeWorld.JULY), first);
    world.read(clerk, confirmed);
    world.commit(clerk, confirmed, null);
    byte[] less =
        totals().row(1, "DA-0001", "x", POOL, 800).row(2, "DA-0002", "x", POOL, 45).bytes();
    long id = world.stage(clerk, world.cumulated(IntakeWorld.JULY), less);
    world.read(clerk, id);
    String path = "/von/nhap/" + id;
    String own = "ly-do-" + world.preview(clerk, id).fallen().getFirst().number();
    HttpResponse<String> unsaid =
        treasury.submit(path, path + "/ghi", Map.of(own, "Nộp trả theo kết luận"));
    assertThat(unsaid.statusCode()).isEqualTo(422);
    assertThat(unsaid.body())
        .contains("“" + IntakeWorld.NAMES.get(1) + "” giảm 5.000.000 đồng mà chưa có lý do")
        .doesNotContain("“" + IntakeWorld.NAMES.get(0) + "” giảm")
        .contains("value=\"Nộp trả theo kết luận\"");
    Map<String, String> said = Map.of(own, "Nộp trả theo kết luận", "ly-do", "Sửa số ghi nhầm");
    assertThat(treasury.submit(path, path + "/ghi", said).statusCode()).isEqualTo(302);
    assertThat(world.lines(clerk, id))
        .extracting(Plan.Line::reason)
        .containsExactly("Nộp trả theo kết luận", "Sửa số ghi nhầm");
    assertThat(
            world
                .owner()
                .sql(
                    """
                    select e.note from capital.entry e
                      join capital.posting p on p.id = e.posting_id
                     where p.import_id = :id order by e.id
                    """)
                .param("id", id)
                .query(String.class)
                .list())
        .as("each entry says why")
        .containsExactly("Nộp trả theo kết luận", "Sửa số ghi nhầm");
  }

  @Test
  @Order(5)
  void listOfVouchersSentInAsRunningTotalsIsReadAgainWithoutSendingItAgain()
      throws InterruptedException {
    Actor clerk = world.clerk();
    byte[] list =
        new TableBook()
            .row("BẢNG KÊ THANH TOÁN (ĐVT: đồng)")
            .row("STT", "Số chứng từ", "Ngày", "Mã dự án", "Tên dự án", "Nguồn vốn", "Thanh toán")
            .row(1, "CT-95", IntakeWorld.JULY, "DA-0001", "x", POOL, 7_000_000)
            .bytes();
    long id = world.stage(clerk, world.cumulated(IntakeWorld.JULY), list);
    String path = "/von/nhap/" + id;
    String seems = "có vẻ là bảng kê từng chứng từ";
    assertThat(treasury.get(path + "/ghep").body()).contains(seems);
    Plan totals = world.read(clerk, id);
    assertThat(totals.rows(Plan.State.LOWER)).as("what the slip would have done").isEqualTo(1);
    assertThat(treasury.get(path).body()).contains(seems);
    assertThat(treasury.get(path()).body()).as("running totals are none").doesNotContain(seems);
    HttpResponse<String> turned = treasury.submit(path, path + "/chung-tu", Map.of());
    assertThat(turned.statusCode()).isEqualTo(302);
    assertThat(world.one(clerk, id).isWaiting()).as("the reading as totals is dropped").isFalse();
    Intake again = world.as(clerk, () -> world.intakes().latest().getFirst());
    settle(clerk, again.id());
    assertThat(turned.headers().firstValue("Location")).hasValue("/von/nhap/" + again.id());
    assertThat(again.file().digest()).isEqualTo(totals.intake().file().digest());
    Plan vouchers = world.read(clerk, again.id());
    assertThat(IntakeWorld.told(vouchers.problems())).isEmpty();
    assertThat(vouchers.rows(Plan.State.NEW)).isEqualTo(1);
  }

  /** The page has it taken apart beside the test: whoever claimed it first ends it. */
  private static void settle(Actor clerk, long file) throws InterruptedException {
    for (int round = 0; round < 600 && world.job(clerk, file).isGoingOn(); round++) {
      world.worker().drain();
      Thread.sleep(20);
    }
  }

  private static TableBook totals() {
    return new TableBook()
        .row("ĐVT: triệu đồng")
        .row("STT", "Mã dự án", "Tên dự án", "Nguồn vốn", "Tổng giải ngân");
  }

  private static String one() {
    Matcher link =
        Pattern.compile("href=\"(" + REMEMBERED + "/\\d+)\"")
            .matcher(treasury.get(REMEMBERED).body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
