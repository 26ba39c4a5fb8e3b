package vn.dondoc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.rural.matrix.Commune;
import vn.dondoc.rural.matrix.CriterionResult;
import vn.dondoc.rural.matrix.Matrices;
import vn.dondoc.rural.matrix.Result;
import vn.dondoc.rural.target.Reached;
import vn.dondoc.rural.target.Targets;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/**
 * The demonstration turned to a day of the past: what was recognised is whole, nothing met is lost,
 * and every page tells the same figures of the same day.
 */
class RuralPastDbTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final LocalDate TODAY = LocalDate.of(2020, 8, 14);
  private static final YearMonth FIRST = YearMonth.of(2018, 9);
  private static final int CRITERIA = 19;
  private static final double HALF_A_HUNDREDTH = 0.00501;
  private static final Map<LocalDate, Map<Integer, Set<Integer>>> READ = new HashMap<>();
  private static Province province;
  private static Matrices matrices;
  private static WebPerson office;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    Acting.as(Actor.system("test"), () -> RuralDemo.load(province.server()));
    matrices = province.server().door(Matrices.class);
    office = person("dieu-phoi");
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    String once = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, once);
    person.change(once, OWN);
    return person;
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  private static <T> T asSystem(Supplier<T> act) {
    return Acting.call(Actor.system("test"), act::get);
  }

  /** The end of every month, and the day of the conference. */
  private static List<LocalDate> ends() {
    List<LocalDate> ends = new ArrayList<>();
    for (YearMonth at = FIRST; at.isBefore(YearMonth.from(TODAY)); at = at.plusMonths(1)) {
      ends.add(at.atEndOfMonth());
    }
    ends.add(TODAY);
    return ends;
  }

  private static List<Integer> communes(LocalDate day, Predicate<Commune> which) {
    return asSystem(() -> matrices.communes(day).stream().filter(which).map(Commune::id).toList());
  }

  /** Criteria met by each commune of the day that reported, read once a day. */
  private static Map<Integer, Set<Integer>> met(LocalDate day) {
    return READ.computeIfAbsent(
        day, on -> asSystem(() -> met(on, communes(on, commune -> true), Stage.CLAIMED)));
  }

  private static Map<Integer, Set<Integer>> met(
      LocalDate day, List<Integer> communes, Stage stage) {
    Map<Integer, Set<Integer>> met = new HashMap<>();
    for (CriterionResult one : matrices.results(communes, day, stage)) {
      if (one.result() != Result.UNREPORTED) {
        Set<Integer> criteria = met.computeIfAbsent(one.unitId(), unit -> new TreeSet<>());
        if (one.result() == Result.MET) {
          criteria.add(one.criterionId());
        }
      }
    }
    return met;
  }

  private static Set<Integer> whole(Map<Integer, Set<Integer>> met) {
    return met.entrySet().stream()
        .filter(one -> one.getValue().size() == CRITERIA)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double mean(Collection<Set<Integer>> met) {
    return met.stream().mapToInt(Set::size).average().orElseThrow();
  }

  @Test
  void whatACommuneMeetsItDoesNotLose() {
    Map<Integer, Set<Integer>> before = new HashMap<>();
    for (LocalDate day : ends()) {
      Map<Integer, Set<Integer>> met = met(day);
      met.forEach((unit, criteria) ->
          assertThat(criteria)
              .as(unit + " on " + day)
              .containsAll(before.getOrDefault(unit, Set.of())));
      before.putAll(met);
    }
    assertThat(whole(before)).hasSize(56);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-09-30, 31, 31, 0",
    "2018-12-31, 40, 40, 0",
    "2019-11-30, 52, 40, 0",
    "2019-12-31, 52, 52, 0",
    "2020-03-31, 52, 52, 0",
    "2020-06-30, 53, 52, 1",
    "2020-07-31, 54, 52, 2",
    "2020-08-14, 56, 52, 4",
  })
  void whatWasRecognisedByADayIsWholeOnIt(LocalDate day, int whole, int recognised, int due) {
    List<Integer> all = communes(day, commune -> true);
    Set<Integer> appraised = whole(asSystem(() -> met(day, all, Stage.APPRAISED)));
    Set<Integer> claimed = whole(met(day));
    assertThat(appraised).hasSize(recognised);
    assertThat(claimed).hasSize(whole).containsAll(appraised);
    claimed.retainAll(communes(TODAY, Commune::due));
    assertThat(claimed).hasSize(due);
  }

  @Test
  void meansGrowMonthByMonthAndEndAtTheNoticesFigure() {
    List<Integer> due = communes(TODAY, Commune::due);
    double before = 9;
    double dueBefore = 8;
    for (LocalDate day : ends()) {
      Map<Integer, Set<Integer>> met = new HashMap<>(met(day));
      double all = mean(met.values());
      assertThat(all).as(day.toString()).isBetween(before, before + 0.75);
      met.keySet().retainAll(due);
      double ofDue = mean(met.values());
      assertThat(ofDue).as(day.toString()).isBetween(dueBefore, dueBefore + 1.4);
      before = all;
      dueBefore = ofDue;
    }
    assertThat(mean(due, TODAY)).isEqualByComparingTo("15.46");
  }

  @Test
  void augustBringsNoMoreThanAMonthDoes() {
    BigDecimal all = change(communes(TODAY, commune -> true));
    assertThat(all).isBetween(new BigDecimal("0.01"), new BigDecimal("0.2"));
    assertThat(change(communes(TODAY, Commune::due)))
        .isBetween(new BigDecimal("0.1"), new BigDecimal("0.6"));
    assertThat(words(office, "/nong-thon-moi"))
        .contains("+" + all.toPlainString().replace('.', ','));
  }

  private static BigDecimal change(List<Integer> communes) {
    return mean(communes, TODAY).subtract(mean(communes, LocalDate.of(2020, 7, 31)));
  }

  /** As every page rounds it. */
  private static BigDecimal mean(List<Integer> communes, LocalDate day) {
    return asSystem(() -> matrices.mean(communes, day, Stage.CLAIMED).orElseThrow());
  }

  @Test
  void everyCommuneOfTheMapReportsFromItsFirstMonth() {
    Set<Integer> now = Set.copyOf(communes(TODAY, commune -> true));
    for (LocalDate day : ends()) {
      List<Integer> standing = communes(day, commune -> now.contains(commune.id()));
      assertThat(met(day).keySet()).as(day.toString()).containsAll(standing);
    }
    assertThat(met(LocalDate.of(2020, 1, 31))).hasSize(181);
  }

  @Test
  void targetsTellOfEachDayWhatTheMatrixTells() {
    Map<String, Reached> targets =
        asSystem(() -> province.server().door(Targets.class).ofYear(2020)).stream()
            .collect(Collectors.toMap(one -> one.target().code(), one -> one));
    List<Integer> due = communes(TODAY, Commune::due);
    List<LocalDate> ofTheYear =
        ends().stream().filter(day -> day.isAfter(LocalDate.of(2019, 12, 30))).toList();
    assertThat(ofTheYear).hasSize(9);
    for (LocalDate day : ofTheYear) {
      Set<Integer> whole = whole(met(day));
      assertThat(value(targets, "tong-xa-dat-chuan", day)).isEqualTo(whole.size());
      whole.retainAll(due);
      assertThat(value(targets, "xa-dat-chuan-moi", day)).isEqualTo(whole.size());
      assertThat(value(targets, "binh-quan", day))
          .isCloseTo(mean(met(day).values()), within(HALF_A_HUNDREDTH));
    }
  }

  private static double value(Map<String, Reached> targets, String code, LocalDate day) {
    Map<LocalDate, BigDecimal> course = Objects.requireNonNull(targets.get(code), code).course();
    return Objects.requireNonNull(course.get(day), code + " on " + day).doubleValue();
  }

  @Test
  void pagesOfAPastDaySayWhichAndLeadOnToTheSame() {
    String july = "?ngay=2020-07-31";
    String field = "name=\"ngay\"[^>]*value=\"31/07/2020\"";
    assertThat(main(office, "/nong-thon-moi" + july)).containsPattern(field);
    assertThat(main(office, "/nong-thon-moi/chi-tieu" + july)).containsPattern(field);
    assertThat(words(office, "/nong-thon-moi/chi-tieu" + july))
        .contains(" Giá trị 54 ")
        .doesNotContain("Hiện nay");
    assertThat(words(office, "/nong-thon-moi/chi-tieu?nam=2020&ngay=31/12/2019"))
        .contains(" Giá trị 52 ", "11,77")
        .doesNotContain("12,49");
    assertThat(main(office, "/nong-thon-moi/ke-hoach" + july))
        .contains("href=\"/nong-thon-moi/du-bao?nam=2020&amp;ngay=2020-07-31\"");
    assertThat(words(office, "/nong-thon-moi/du-bao" + july))
        .contains("Dự báo như đã tính được đến hết ngày 31/07/2020", "trên 99 %")
        .contains("Đã đủ tiêu chí")
        .doesNotContain("Kế hoạch theo bộ", "Từng xã và cách tính");
    assertThat(words(office, "/nong-thon-moi/bo-tieu-chi"))
        .contains("Chưa có hiệu lực từ 08/03/2022");
  }

  @Test
  void communeSeesThatACriterionWaitsAsTheMatrixDoes() {
    WebPerson commune = person("xa-y-tich");
    assertThat(words(commune, "/nong-thon-moi/tu-danh-gia"))
        .containsPattern("17\\. Môi trường[^.]*Bị trả lại 0 Đang chờ 18\\.");
    assertThat(words(commune, "/nong-thon-moi"))
        .contains("1 xã phấn đấu đạt chuẩn năm 2020: bình quân 17,00 tiêu chí, 0 xã đạt đủ.")
        .doesNotContain("Cả 1 xã");
  }

  private static String main(WebPerson person, String path) {
    String body = person.get(path).body();
    return body.substring(body.indexOf("<main"));
  }

  private static String words(WebPerson person, String path) {
    return main(person, path).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }
}
