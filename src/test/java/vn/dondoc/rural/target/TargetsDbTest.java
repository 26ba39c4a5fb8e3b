package vn.dondoc.rural.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.rural.matrix.MatrixWorld;
import vn.dondoc.testing.WebPerson;

/**
 * What is reported of a target is kept and told whose it is; and a past day costs no more than what
 * was said by then: nothing is asked for every indicator.
 */
class TargetsDbTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String LIST = "/nong-thon-moi/chi-tieu";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  /** spring.datasource.hikari.maximum-pool-size */
  private static final int CONNECTIONS = 10;

  private static MatrixWorld world;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    world = MatrixWorld.start();
    world.reportOfJuly();
    Map<Integer, Set<String>> met = new LinkedHashMap<>();
    world.due().forEach(unit -> met.put(unit, Set.of()));
    world.tell("verify", met, MatrixWorld.JULY, 2);
    world.claim(met, MatrixWorld.AUGUST, 1);
    Acting.as(
        Actor.system("test"),
        () ->
            world
                .rural()
                .door(Targets.class)
                .set(
                    List.of(
                        target("thon", Target.Measure.COUNTED, new Parts("100", null, 189), ""),
                        target("moi", Target.Measure.WHOLE, new Parts("13", null, 13), "due"),
                        target("xom", Target.Measure.COUNTED, new Parts("10", null, 20), ""),
                        target("khu", Target.Measure.EACH, new Parts("2", "3", 11), "district"))));
    office = person("dieu-phoi");
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(world.rural().province().server());
    String once = Objects.requireNonNull(world.rural().province().passwords().get(login));
    person.signIn(login, once);
    person.change(once, OWN);
    return person;
  }

  private record Parts(String low, @Nullable String high, int whole) {}

  private static NewTarget target(String code, Target.Measure measure, Parts aim, String group) {
    return new NewTarget(
        code,
        2020,
        new Target.Name("Chỉ tiêu " + code, "Target " + code),
        measure,
        new Target.Aim(
            new BigDecimal(aim.low()),
            aim.high() == null ? null : new BigDecimal(aim.high()),
            new Bilingual(code, code),
            BigDecimal.ZERO,
            aim.whole(),
            null),
        new Target.Plan(
            LocalDate.of(2020, 1, 22),
            LocalDate.of(2020, 12, 31),
            new Bilingual("Kế hoạch mẫu", "Sample plan"),
            true),
        group);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void whatFollowsAReturnIsAskedOnlyWhereSomethingWasReturned() throws SQLException {
    assertThat(answersAsked()).isZero();
    world.tell("return", List.of(world.spot("Y Tịch", "8.1", true)), MatrixWorld.AUGUST, 2);
    world.tell("claim", List.of(world.spot("Y Tịch", "8.1", true)), MatrixWorld.TODAY, 3);
    assertThat(answersAsked()).isLessThan(10);
  }

  private static String path(String code) {
    int id =
        world
            .rural()
            .owner()
            .sql("select id from rural.target where code = :code")
            .param("code", code)
            .query(Integer.class)
            .single();
    return LIST + "/" + id;
  }

  private static HttpResponse<String> report(
      String code, String value, String day, String source, String... more) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("value", value);
    typed.put("day", day);
    typed.put("source", source);
    for (int n = 0; n < more.length; n += 2) {
      typed.put(more[n], more[n + 1]);
    }
    return office.submit(path(code), path(code), typed);
  }

  private static String words(String body) {
    return body.substring(body.indexOf("<main"))
        .replaceAll("<[^>]+>", " ")
        .replaceAll("[\\s\u00a0]+", " ");
  }

  @Test
  void figureIsRefusedWithoutWordsOfItsSourceAndOutsideTheDaysOfItsTarget() {
    HttpResponse<String> old = report("xom", "7", "01/08/2010", "12");
    assertThat(old.statusCode()).isEqualTo(422);
    assertThat(words(old.body()))
        .contains("Ngày 01/08/2010 trước ngày giao chỉ tiêu, 22/01/2020.")
        .contains("Ghi nguồn của số liệu bằng chữ");
    assertThat(words(report("xom", "21", "15/08/2020", "Báo cáo 9/BC-UBND").body()))
        .contains("Ngày 15/08/2020 chưa tới", "Giá trị 21 lớn hơn mẫu số 20");
    assertThat(words(report("xom", "2.5", "14/08/2020", "Báo cáo 9/BC-UBND").body()))
        .contains("“2.5” không phải số đếm");
    assertThat(words(office.get(path("xom")).body())).contains("Chưa có số liệu.");
  }

  @Test
  void sourceOfATargetIsReadInTheLanguageOfThePage() {
    assertThat(words(office.get(path("xom")).body())).contains("Kế hoạch mẫu");
    office.get("/ngon-ngu?ma=en&ve=" + LIST);
    assertThat(words(office.get(path("xom")).body()))
        .contains("Sample plan")
        .doesNotContain("Kế hoạch mẫu");
    office.get("/ngon-ngu?ma=vi&ve=" + LIST);
  }

  @Test
  void secondFigureOfADayIsAskedAboutAndBothAreKept() {
    assertThat(report("thon", "27", "10/08/2020", "Báo cáo 12/BC-UBND").statusCode())
        .isEqualTo(302);
    HttpResponse<String> asked = report("thon", "31", "10/08/2020", "Báo cáo 15/BC-UBND");
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(words(asked.body()))
        .contains("Ngày này đã có số, do ")
        .containsPattern("Giá trị ngày 10/08/2020 .*27 .*31 ")
        .containsPattern("Báo cáo 12/BC-UBND .*Báo cáo 15/BC-UBND");
    assertThat(words(office.get(path("thon")).body())).doesNotContain("15/BC-UBND");
    Matcher seen = SEEN.matcher(asked.body());
    assertThat(seen.find()).isTrue();
    String first = seen.group(1);
    assertThat(report("thon", "31", "10/08/2020", "Báo cáo 15/BC-UBND", "seen", first).statusCode())
        .isEqualTo(302);
    assertThat(words(office.get(path("thon")).body()))
        .containsPattern("10/08/2020 Giá trị 31 Báo cáo 15/BC-UBND ")
        .containsPattern("10/08/2020 Giá trị 27 đã có số khác thay Báo cáo 12/BC-UBND");
    assertThat(report("thon", "40", "10/08/2020", "Báo cáo 16/BC-UBND", "seen", first).statusCode())
        .as("somebody replaced what was seen")
        .isEqualTo(422);
  }

  @Test
  void communeIsToldTheSameValuesAsWhoeverSeesTheWholeProvince() {
    String all = office.get(LIST).body();
    String own = person("xa-y-tich").get(LIST).body();
    assertThat(rows(own)).contains("Chỉ tiêu moi").isEqualTo(rows(all));
  }

  @Test
  void moreReadersThanConnectionsAreAllAnswered() throws Exception {
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> asked =
          IntStream.range(0, 2 * CONNECTIONS)
              .mapToObj(n -> readers.submit(() -> office.get(LIST).statusCode()))
              .toList();
      for (Future<Integer> one : asked) {
        assertThat(one.get()).isEqualTo(200);
      }
    }
  }

  @Test
  void valueOfADayThatIsOverChangesWhenSomebodyReportsForItLater() {
    assertThat(atEndOfJuly()).isEqualByComparingTo("13");
    world.tell("verify", Map.of(world.unit("Vũ Sơn"), Set.of("19")), MatrixWorld.JULY, 5);
    assertThat(atEndOfJuly()).isEqualByComparingTo("12");
  }

  private static String rows(String body) {
    return body.substring(body.indexOf("<tbody>"), body.indexOf("</tbody>"));
  }

  private static BigDecimal atEndOfJuly() {
    return Objects.requireNonNull(
        world.rural().door(Targets.class).ofYear(2020).stream()
            .filter(one -> one.target().code().equals("moi"))
            .findFirst()
            .orElseThrow()
            .course()
            .get(LocalDate.of(2020, 7, 31)));
  }

  @Test
  void hundredOf189HamletsIsSaidToBe53Percent() {
    assertThat(words(office.get(LIST).body())).contains("mức phải đạt bằng 53 % mẫu số");
  }

  @Test
  void sheetTellsWhatIsReachedOfTheDenominatorApartFromWhatIsAimedAt() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    byte[] bytes = office.file(LIST + "/xuat");
    for (SheetRow row : Sheets.read("x.xlsx", new ByteArrayInputStream(bytes)).rows()) {
      rows.add(IntStream.rangeClosed(1, 14).mapToObj(at -> row.cell(at).text()).toList());
    }
    List<String> header =
        rows.stream().filter(row -> row.contains("Mẫu số")).findFirst().orElseThrow();
    int now = header.indexOf("Hiện nay chiếm bao nhiêu % mẫu số");
    int aim = header.indexOf("Mục tiêu chiếm bao nhiêu % mẫu số");
    assertThat(rows)
        .filteredOn(row -> row.get(aim).startsWith("52"))
        .isNotEmpty()
        .allMatch(row -> !row.get(now).equals(row.get(aim)));
  }

  @Test
  void eachDistrictHasItsOwnFigureHeldAgainstTheAim() {
    String chiLang = Integer.toString(world.rural().unit("huyện Chi Lăng"));
    String vanQuan = Integer.toString(world.rural().unit("huyện Văn Quan"));
    assertThat(words(report("khu", "3", "01/08/2020", "Báo cáo mẫu").body()))
        .contains("chọn đơn vị của số báo cáo");
    assertThat(report("khu", "3", "01/08/2020", "Báo cáo mẫu", "unit", chiLang).statusCode())
        .isEqualTo(302);
    assertThat(report("khu", "1", "01/08/2020", "Báo cáo mẫu", "unit", vanQuan).statusCode())
        .isEqualTo(302);
    assertThat(words(office.get(path("khu")).body()))
        .contains("1/11", "đơn vị đạt mức 2–3 khu")
        .containsPattern("Chi Lăng Giá trị 3 Phải đạt 2–3 Đã đạt Ngày 01/08/2020")
        .containsPattern("Văn Quan Giá trị 1 Phải đạt 2–3 Còn thiếu 1 Ngày 01/08/2020")
        .containsPattern("Bắc Sơn Giá trị – Phải đạt 2–3 Chưa báo cáo");
  }

  /** How often the database looked for what followed a return, folding the end of July anew. */
  private static long answersAsked() throws SQLException {
    try (Connection owner = world.rural().province().server().database().owner().getConnection();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("set track_functions = 'all'");
      try (ResultSet folded =
          statement.executeQuery(
              "select count(*) from rural.standing_at((select array_agg(distinct unit_id) from"
                  + " rural.assessment), (select id from rural.criteria_set where code ="
                  + " '1980/QĐ-TTg'), '2020-07-31')")) {
        assertThat(folded.next()).isTrue();
        assertThat(folded.getInt(1)).isEqualTo(13 * 49);
      }
      try (ResultSet calls =
          statement.executeQuery(
              "select coalesce(sum(pg_stat_get_xact_function_calls(p.oid)), 0) from pg_proc p"
                  + " where p.oid = 'rural.answer(int, int, date, int, date)'::regprocedure")) {
        assertThat(calls.next()).isTrue();
        return calls.getLong(1);
      }
    }
  }
}
