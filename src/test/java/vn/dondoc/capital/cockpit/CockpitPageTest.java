package vn.dondoc.capital.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
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
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.CountedStatements;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.testing.WebPerson;

/** The pages of disbursement over HTTP. */
@TestMethodOrder(OrderAnnotation.class)
class CockpitPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final CountedStatements COUNTED = new CountedStatements();
  private static CockpitWorld world;
  private static WebPerson planning;
  private static WebPerson owner;

  @BeforeAll
  static void start() {
    world =
        CockpitWorld.in(
            new ProjectWorld(Province.ofAugust2020(Server.start(TestDatabase.fresh(), COUNTED))));
    planning = person("ke-hoach");
    owner = person("chu-dau-tu");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static WebPerson person(String login) {
    Province province = world.world().province();
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  private static String body(WebPerson person, String path) {
    HttpResponse<String> answer = person.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  @Test
  void pageSaysDefinitionDenominatorAndDay() {
    String page = body(planning, "/von");
    assertThat(page)
        .contains("28,6\u00a0%", "Tỷ lệ R4", "kế hoạch giao chi tiết", "14/08/2020")
        .contains("Cân đối ngân sách địa phương", "kéo dài từ 2019")
        .contains("chưa báo cáo")
        .contains("Không kể dự án lớn nhất");
  }

  @Test
  void ownersAreCalledByTheirNames() {
    assertThat(body(planning, "/von?theo=chu"))
        .contains("Ban Quản lý dự án đầu tư xây dựng tỉnh")
        .doesNotContain("Cơ quan số");
  }

  @Test
  void everyDefinitionSaysWhyItGivesNoRate() {
    assertThat(body(planning, "/von?cach=R1&theo=chu"))
        .contains("Kế hoạch giao theo nguồn vốn, không chia");
    assertThat(body(planning, "/von?cach=R5")).contains("Chưa chủ đầu tư nào báo khối lượng");
    assertThat(body(owner, "/von?cach=R2")).contains("ngoài phạm vi");
  }

  @Test
  void numeratorAndDenominatorShownAreThoseOfTheDefinition() {
    String assigned = body(planning, "/von?cach=R2");
    assertThat(assigned).contains("Tổng kế hoạch giao<span");
    String foot = assigned.substring(assigned.indexOf("<tfoot>"));
    assertThat(foot).contains(">150,0<", ">35,0<", ">23,3<").doesNotContain(">130,0<");
    assertThat(body(planning, "/von?cach=R4")).contains("Kế hoạch<span");
    assertThat(body(planning, "/von?cach=R2&theo=chu"))
        .as("owners have no share of what is assigned")
        .contains("Kế hoạch<span");
  }

  @Test
  void tilesTellThePlanOfTheDefinitionAndNoMoneyAsWork() {
    String assigned = facts(body(planning, "/von?cach=R2"));
    assertThat(assigned)
        .contains("<dt>Tổng kế hoạch giao</dt><dd><b>150,0</b>", "đã giao chi tiết 130,0 tỷ đồng");
    String work = facts(body(planning, "/von?cach=R5"));
    String told = work.substring(work.indexOf("Khối lượng thực hiện đã báo"));
    assertThat(told.substring(0, told.indexOf("</div>")))
        .contains("chưa báo cáo")
        .doesNotContain("35,0");
  }

  private static String facts(String page) {
    int from = page.indexOf("<dl class=\"facts");
    return page.substring(from, page.indexOf("</dl>", from));
  }

  @Test
  void samePeriodOfTheWholeSaysWhatIsInNoRow() {
    String classes = body(planning, "/von?theo=loai");
    assertThat(classes)
        .contains("Loại dự án xếp theo kế hoạch từng năm: 1 dòng vốn năm trước, giải ngân 20,0 tỷ");
    assertThat(body(planning, "/von?theo=nguon")).doesNotContain("không thuộc dòng nào");
  }

  @Test
  void everyFigureLeadsToRowsThatAddUpToIt() {
    for (Dimension by : Dimension.values()) {
      String page = body(planning, "/von?theo=" + by.word());
      Matcher rows =
          Pattern.compile(
                  "<tr><th scope=\"row\"><a href=\"(/von/dong[^\"]*)\">.*?</th>\\s*"
                      + "<td class=\"num\"><a [^>]*>([^<]+)</a></td>\\s*"
                      + "<td class=\"num\"><a [^>]*>([^<]+)</a>")
              .matcher(page);
      int seen = 0;
      while (rows.find()) {
        String lines = body(planning, rows.group(1).replace("&amp;", "&"));
        String foot = lines.substring(lines.indexOf("<tfoot>"));
        assertThat(foot)
            .as(rows.group(1))
            .contains(">" + rows.group(2) + "<")
            .contains(">" + rows.group(3) + "<");
        seen++;
      }
      assertThat(seen).as(by.word()).isBetween(2, 4);
    }
  }

  @Test
  void ownerSeesItsOwnLinesOnly() {
    assertThat(body(owner, "/von/dong"))
        .contains(CockpitWorld.ROAD)
        .doesNotContain(CockpitWorld.SCHOOL, CockpitWorld.MARKET);
    assertThat(body(owner, "/von/dong/csv"))
        .contains(CockpitWorld.ROAD)
        .doesNotContain(CockpitWorld.SCHOOL);
    assertThat(body(planning, "/von/dong"))
        .contains(CockpitWorld.ROAD, CockpitWorld.SCHOOL, CockpitWorld.MARKET);
  }

  @Test
  void ownerIsToldWhichFiguresAreItsOwnAndWhichAreTheProvinces() {
    String own = "chỉ gồm dòng vốn của đơn vị";
    assertThat(body(owner, "/von")).contains(own);
    assertThat(body(owner, "/von/dong")).contains(own);
    assertThat(body(planning, "/von")).doesNotContain(own);
    assertThat(body(owner, "/von/nhom-von"))
        .contains("Số chung toàn tỉnh", "NTM-2020")
        .doesNotContain(CockpitWorld.SCHOOL, CockpitWorld.MARKET);
  }

  @Test
  void linesAreNarrowedSortedAndTurnedPageByPage() {
    String zero = body(planning, "/von/dong?chi=chua");
    assertThat(zero).contains(CockpitWorld.SCHOOL).doesNotContain(CockpitWorld.MARKET);
    assertThat(body(planning, "/von/dong?tim=cho+mau"))
        .contains(CockpitWorld.MARKET)
        .doesNotContain(CockpitWorld.ROAD);
    for (LineSort sort : LineSort.values()) {
      assertThat(body(planning, "/von/dong?xep=" + sort.word()).split("/du-an/")).hasSize(5);
    }
    long first = world.school().line();
    String after = body(planning, "/von/dong?xep=ty-le&sau=" + first);
    assertThat(after).doesNotContain(CockpitWorld.SCHOOL).contains(CockpitWorld.MARKET);
    assertThat(planning.get("/von/dong?sau=999999").statusCode()).isEqualTo(422);
  }

  @Test
  void fileSaysWhatThePageSays() {
    String csv = body(planning, "/von/csv?theo=chuong-trinh");
    assertThat(csv)
        .startsWith("\ufeffTên,Số dòng vốn,Kế hoạch")
        .contains("Tổng cộng,4,140000000000,40000000000,6000000000,34000000000")
        .contains(",28.57,12000000000,20000000000,40.00,chưa báo cáo,4,");
    assertThat(body(planning, "/von/dong/csv?xep=ten").lines()).hasSize(5);
    assertThat(planning.get("/von/xuat").headers().firstValue("Content-Type"))
        .hasValue(CockpitPage.SHEET_TYPE);
    assertThat(planning.get("/von/dong/xuat").statusCode()).isEqualTo(200);
  }

  @Test
  void aDayToComeAndAYearThatIsNoneAreRefusedTogether() {
    HttpResponse<String> answer = planning.get("/von?ngay=1/1/2099&nam=20x0");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("01/01/2099 chưa tới", "“20x0” không đúng")
        .containsOnlyOnce("01/01/2099 chưa tới");
  }

  @Test
  void englishPageIsWhole() {
    WebPerson english = person("kho-bac");
    english.get("/ngon-ngu?ma=en&ve=/");
    assertThat(body(english, "/von"))
        .contains("Public investment disbursed, 2020", "28.6%", "not reported", "Target")
        .doesNotContain("Giải ngân", "chưa báo cáo");
    assertThat(body(english, "/von/dong")).contains("Capital lines, 2020");
    assertThat(body(english, "/von/cach-tinh")).contains("How disbursement is measured");
  }

  @Test
  void targetIsAnAssumptionUntilSomebodyConfirmsItOnThePage() {
    Map<String, String> fields =
        Map.of(
            "nam",
            "2020",
            "step",
            "0",
            "percent",
            "60",
            "definition",
            "R4",
            "by",
            "31/1/2021",
            "clause",
            "đạt từ 60% trở lên",
            "document",
            "Thông báo mẫu 01",
            "act",
            "assume");
    String form = "/von/cach-tinh?nam=2020";
    assertThat(planning.submit(form, "/von/muc-tieu", fields).statusCode()).isEqualTo(302);
    assertThat(body(planning, "/von"))
        .contains("không nêu mẫu số và thời hạn", "thiếu 44,0 tỷ đồng", "Mục tiêu 60,0");
    Map<String, String> wrong = new HashMap<>(fields);
    wrong.putAll(Map.of("step", "1", "percent", "sáu mươi", "by", "31/2/2021", "why", "x"));
    assertThat(planning.submit(form, "/von/muc-tieu", wrong).body())
        .contains("Mục tiêu “sáu mươi” không đúng", "31/2/2021");
    Map<String, String> confirmed = new HashMap<>(fields);
    confirmed.putAll(Map.of("step", "1", "act", "confirm", "why", "Đã có trả lời"));
    assertThat(planning.submit(form, "/von/muc-tieu", confirmed).statusCode()).isEqualTo(302);
    assertThat(body(planning, "/von"))
        .contains("xác nhận.")
        .doesNotContain("không nêu mẫu số và thời hạn");
    assertThat(body(owner, form)).doesNotContain("action=\"/von/muc-tieu\"");
  }

  @Test
  void valueNoListKnowsIsNamed() {
    assertThat(body(planning, "/von/dong?linh-vuc=khong-co&chu=999999&vuong=la-lung"))
        .contains("không có “khong-co”", "không có “999999”", "không có “la-lung”");
    assertThat(body(planning, "/von?nguon=KHONG.CO")).contains("không có “KHONG.CO”");
    assertThat(body(planning, "/von/dong")).doesNotContain("trong danh mục, nên");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void rateOfAFewLinesSaysOfHowManyAndIsNotTheWhole() {
    world.report(world.road().line(), 39, 33L, null);
    String page = body(planning, "/von?cach=R5");
    assertThat(page)
        .contains("1/3 dòng mà chủ đầu tư đã báo", "46,2\u00a0% kế hoạch", "chưa phải tỷ lệ chung")
        .contains("33,0 trên 60,0 tỷ đồng mẫu số");
    assertThat(page.substring(page.indexOf("<tfoot>"))).contains(">60,0<", ">33,0<", ">55,0<");
    assertThat(body(planning, "/von/csv?cach=R5")).contains("Số dòng đã báo khối lượng");
  }

  @Test
  void numberOfStatementsDoesNotGrowWithTheRows() {
    body(planning, "/von?theo=nguon");
    int bySource = COUNTED.during(() -> body(planning, "/von?theo=nguon"));
    int byOwner = COUNTED.during(() -> body(planning, "/von?theo=chu"));
    assertThat(byOwner).isEqualTo(bySource).isLessThan(40);
    int one = COUNTED.during(() -> body(planning, "/von/dong?tim=cho+mau"));
    int all = COUNTED.during(() -> body(planning, "/von/dong"));
    assertThat(all).isEqualTo(one);
  }
}
