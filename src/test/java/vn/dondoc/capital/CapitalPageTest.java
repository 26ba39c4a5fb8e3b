package vn.dondoc.capital;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.Carry;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Transfer;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Term;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** What the pages of public investment refuse over HTTP, and how they read typed amounts. */
class CapitalPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static Province province;
  private static ReviewWorld world;
  private static WebPerson planning;
  private static WebPerson treasury;
  private static long line;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = ReviewWorld.in(province);
    long bridge = world.project("Cầu mẫu số 9", ProjectWorld.BOARD, null);
    world.settle(bridge, LocalDate.of(2020, 8, 3), 900 * ReviewWorld.BILLION);
    line =
        world.line(bridge, ReviewWorld.LOCAL, 20 * ReviewWorld.BILLION, LocalDate.of(2020, 1, 15));
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 6, 1), 9_746_500_000L);
    planning = person("ke-hoach");
    treasury = person("kho-bac");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  @Test
  void refusedTargetSaysSoByItsStatus() {
    Map<String, String> target =
        Map.of(
            "nam", "2020",
            "percent", "60",
            "definition", "R4",
            "by", "31/1/2021",
            "clause", "",
            "document", "",
            "act", "assume");
    for (String percent : new String[] {"abc", "150", "60"}) {
      Map<String, String> fields = new HashMap<>(target);
      fields.put("percent", percent);
      assertThat(planning.submit("/von/cach-tinh", "/von/muc-tieu", fields).statusCode())
          .as(percent)
          .isEqualTo(422);
    }
  }

  @Test
  void poolsTellWhatWasCarriedInAColumnOfItsOwnAndAddUpToThePlan() {
    long project = world.project("Đường kéo dài mẫu 11", ProjectWorld.BOARD, null);
    LocalDate carried = LocalDate.of(2020, 2, 20);
    int old = world.open("NTM-2019", "Nông thôn mới 2019", "NSTW.MTQG.NTM", "central", 2019);
    long from = world.line(project, "NTM-2019", 5 * ReviewWorld.BILLION, LocalDate.of(2019, 1, 15));
    ReviewWorld.asSystem(() -> {
      int next =
          world
              .door(Sources.class)
              .open(
                  new NewPool(
                      "NTM-2019-KD",
                      "Nông thôn mới 2019 kéo dài",
                      Pool.Ring.of("NSTW.MTQG.NTM", "central"),
                      2020,
                      Vintage.CARRIED,
                      2019,
                      LocalDate.of(2020, 1, 1),
                      Term.until(LocalDate.of(2020, 12, 31), LocalDate.of(2020, 12, 31))));
      return world
          .ledger()
          .carry(
              Posting.ofLoad(carried),
              new Carry(
                  Voucher.Paper.of("UBND tỉnh", "", "QĐ kéo dài mẫu", carried),
                  old,
                  next,
                  "force_majeure",
                  "UBND tỉnh",
                  "Kéo dài mẫu",
                  List.of(new Transfer.Share(from, 5 * ReviewWorld.BILLION))));
    });
    String list = planning.get("/von/nhom-von?nam=2020").body();
    String row = list.substring(list.indexOf("Nông thôn mới 2019 kéo dài"));
    assertThat(row.substring(0, row.indexOf("</tr>")))
        .contains("</span>5.000</td>", "<b>5.000</b>");
    assertThat(list).contains("gồm cả vốn chuyển sang", "Năm trước chuyển sang");
    String before = planning.get("/von/nhom-von?nam=2019").body();
    assertThat(before).contains("Chuyển sang năm sau, hủy </span>5.000");
    // That year's payments ended in January, and nobody has entered any: no verdict.
    assertThat(planning.get("/von/du-bao?nam=2019").body())
        .contains("Năm ngân sách đã hết", "chưa đủ số")
        .doesNotContain("Giải ngân cuối cùng", "không đạt", "Nhịp cần có");
  }

  @Test
  void filterValueNoListKnowsIsToldWithItsField() {
    assertThat(planning.get("/von/cham?quy-tac=zz").body()).contains("role=\"alert\"", "“zz”");
    assertThat(planning.get("/von/trung-han?nguon=x").body()).contains("role=\"alert\"", "“x”");
    assertThat(planning.get("/von/du-bao/xuat").statusCode()).isEqualTo(200);
    assertThat(planning.get("/von/du-bao?chu-dau-tu=abc&nguon=zz").body())
        .contains("role=\"alert\"", "Chủ đầu tư: không có “abc”", "không có “zz”");
    assertThat(planning.get("/von/du-bao").body()).doesNotContain("role=\"alert\"");
    // Of a year without lines nobody is told to ask who sees more.
    assertThat(planning.get("/von/du-bao?nam=2018").body())
        .contains("Năm 2018 chưa có dòng vốn nào")
        .doesNotContain("Số toàn tỉnh do");
  }

  @Test
  void monthThatIsNotOverIsNotOfferedForClosing() {
    HttpResponse<String> running = treasury.get("/von/khoa-so/thang/2020-08");
    assertThat(running.statusCode()).isEqualTo(422);
    assertThat(running.body()).contains("31/08/2020").doesNotContain("name=\"seen\"");
    assertThat(treasury.get("/von/khoa-so/thang/2020-07").statusCode()).isEqualTo(200);
  }

  @Test
  void englishPageReadsAndPrefillsAmountsAsItShowsThem() {
    planning.get("/ngon-ngu?ma=en");
    String path = "/von/dong/" + line + "/dieu-chinh";
    HttpResponse<String> read = planning.submit(path, path, adjusted("1,746"));
    assertThat(read.body()).contains("18,254,000,000");
    HttpResponse<String> either = planning.submit(path, path, adjusted("1.746"));
    assertThat(either.statusCode()).isEqualTo(422);
    assertThat(either.body()).contains("1,746 million đồng", "1.7460 million đồng");
    planning.get("/ngon-ngu?ma=vi");
    assertThat(planning.submit(path, path, adjusted("1.746")).body()).contains("18.254.000.000");
  }

  private static Map<String, String> adjusted(String amount) {
    return Map.of(
        "what", "adjust",
        "direction", "less",
        "amount", amount,
        "document", "19/QĐ-UBND",
        "issuer", "UBND tỉnh",
        "signed", "3/8/2020",
        "reason", "Giảm theo tiến độ (mẫu)");
  }

  @Test
  void correctionPressedTwiceIsDoneOnceAndSentAnewIsRefused() {
    long own =
        world.line(
            "Cầu mẫu số 10", ProjectWorld.BOARD, ReviewWorld.LOCAL, 20 * ReviewWorld.BILLION);
    world.book(EntryKind.PAYMENT, own, LocalDate.of(2020, 6, 1), 300_000_000L);
    String path =
        first("(/von/dong/" + own + "/dinh-chinh/\\d+)", treasury.get("/von/dong/" + own));
    assertThat(treasury.get(path).body()).contains("value=\"300\"");
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "amount", "0",
                "document", "DC-1",
                "issuer", "Kho bạc mẫu",
                "signed", "12/8/2020",
                "signer", "Kế toán trưởng mẫu",
                "reason", "Ghi nhầm (mẫu)"));
    HttpResponse<String> shown = treasury.submit(path, path, fields);
    fields.put("sending", first("name=\"sending\" value=\"([^\"]+)\"", shown));
    fields.put("seen", first("name=\"seen\" value=\"([^\"]+)\"", shown));
    fields.put("step", "confirm");
    for (int press = 0; press < 2; press++) {
      assertThat(treasury.submit("/doi-mat-khau", path, fields).statusCode()).isIn(302, 303);
    }
    fields.put("sending", UUID.randomUUID().toString());
    assertThat(treasury.submit("/doi-mat-khau", path, fields).statusCode()).isEqualTo(422);
  }

  private static String first(String pattern, HttpResponse<String> answer) {
    Matcher found = Pattern.compile(pattern).matcher(answer.body());
    assertThat(found.find()).as(pattern + " in " + answer.body()).isTrue();
    return found.group(1);
  }
}
