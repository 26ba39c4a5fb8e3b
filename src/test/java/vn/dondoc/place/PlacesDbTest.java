package vn.dondoc.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dondoc.Application;
import vn.dondoc.place.Restated.Open;
import vn.dondoc.place.Restated.Reason;
import vn.dondoc.testing.TestDatabase;

@SpringBootTest(classes = Application.class)
class PlacesDbTest {
  static final LocalDate AUGUST_2020 = LocalDate.of(2020, 8, 14);
  static final LocalDate END_2019 = LocalDate.of(2019, 12, 31);
  static final LocalDate JULY_2025 = LocalDate.of(2025, 7, 1);
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private Places places;
  @Autowired private PlaceReference reference;
  private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", () -> TestDatabase.APP_ROLE);
    registry.add("spring.datasource.password", () -> TestDatabase.APP_PASSWORD);
  }

  @BeforeEach
  void load() {
    reference.load();
    reference.loadDemonstration();
  }

  @Test
  void loadingTheSameFilesAgainChangesNothing() {
    assertThat(reference.load()).isZero();
    assertThat(reference.loadDemonstration()).isZero();
  }

  @Test
  void mapOfAugust2020HasElevenDistrictsAndTwoHundredCommunes() {
    assertThat(places.on(AUGUST_2020).counts())
        .isEqualTo(Map.of("province", 1L, "district", 11L, "commune", 200L));
  }

  @Test
  void mapOfJuly2025HasTwoLevelsOnly() {
    assertThat(places.on(JULY_2025).counts()).isEqualTo(Map.of("province", 1L, "commune", 65L));
  }

  @Test
  void mapBeforeTheMergersOf2020HasTwentySixMoreCommunes() {
    assertThat(places.on(END_2019).count("commune")).isEqualTo(226);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chi lang", "CHI LĂNG", "Chi Lăng", "  chi   lăng "})
  void findsEveryUnitOfThatNameWithTypeAndParent(String words) {
    assertThat(places.search(words, AUGUST_2020))
        .extracting(m -> m.place().title() + ", " + m.parent())
        .containsExactly(
            "huyện Chi Lăng, tỉnh Lạng Sơn",
            "phường Chi Lăng, thành phố Lạng Sơn",
            "xã Chi Lăng, huyện Tràng Định",
            "thị trấn Chi Lăng, huyện Chi Lăng",
            "xã Chi Lăng, huyện Chi Lăng");
  }

  @ParameterizedTest
  @CsvSource({
    "hoà bình,4",
    "hòa bình,4",
    "HOA BINH,4",
    "xa hoa binh,4",
    "đình lập,3",
    "dinh lap,3"
  })
  void searchIgnoresTonesToneMarksAndStrokes(String words, int expected) {
    assertThat(places.search(words, AUGUST_2020)).hasSize(expected);
  }

  @Test
  void searchOfAnyTimeFindsUnitsThatAreNoMore() {
    assertThat(places.search("Tô Hiệu", AUGUST_2020)).isEmpty();
    assertThat(places.search("Tô Hiệu")).hasSize(1);
  }

  @Test
  void searchOfAFewLettersFindsEveryUnitThatBearsThem() {
    long named =
        places.on(AUGUST_2020).places().stream()
            .filter(unit -> unit.name().toLowerCase(java.util.Locale.ROOT).contains("ng"))
            .count();
    assertThat(named).isGreaterThan(70);
    assertThat(places.search("ng", AUGUST_2020)).hasSizeGreaterThanOrEqualTo((int) named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "%", "_", "\\", "không có xã nào tên này"})
  void searchOfWordsNoUnitBearsFindsNothing(String words) {
    assertThat(places.search(words, AUGUST_2020)).isEmpty();
  }

  @Test
  void wholeOfDistrictIsItsCommunesAndItself() {
    Place chiLang = one("Chi Lăng", "huyen");
    assertThat(places.within(chiLang.id(), AUGUST_2020)).hasSize(21).first().isEqualTo(chiLang);
    assertThat(places.children(chiLang.id(), AUGUST_2020)).hasSize(20);
    assertThat(places.within(chiLang.id(), JULY_2025)).isEmpty();
  }

  @Test
  void unitThatTookOverAnotherCodeKeepsItsIdentity() {
    Place town = one("Bình Gia", "thi-tran");
    assertThat(places.versions(town.id()))
        .extracting(Place::code)
        .containsExactly("06064", "06112");
  }

  @Test
  void borderCommunesOf2020AreTwentyAndOneTownship() {
    assertThat(
            places.having("border", "yes", AUGUST_2020).stream()
                .collect(Collectors.groupingBy(p -> p.type().code(), Collectors.counting())))
        .isEqualTo(Map.of("xa", 20L, "thi-tran", 1L));
  }

  @Test
  void dueCommunesAreThirteenForTheirYearOnlyAndIllustrative() {
    List<Place> due = places.having("due_year", "2020", AUGUST_2020);
    assertThat(due).hasSize(13);
    assertThat(places.attributes(due.stream().map(Place::id).toList(), AUGUST_2020))
        .filteredOn(a -> a.key().equals("due_year"))
        .allMatch(Attribute::illustrative);
    assertThat(places.having("due_year", "2020", LocalDate.of(2021, 1, 1))).isEmpty();
  }

  @Test
  void restatingEveryWholeMergerKeepsTheTotal() {
    Random random = new Random(20_200_814);
    for (int round = 0; round < 50; round++) {
      Map<Integer, BigDecimal> given = new TreeMap<>();
      for (Place p : places.on(END_2019).places()) {
        if (p.level().equals("commune") && random.nextInt(3) > 0) {
          given.put(p.id(), BigDecimal.valueOf(random.nextInt(1_000_000), 2));
        }
      }
      for (LocalDate day : List.of(AUGUST_2020, JULY_2025)) {
        Restated restated = places.restate(given, END_2019, day);
        assertThat(sum(restated)).isEqualByComparingTo(total(given.values()));
        assertThat(places.on(day).places())
            .extracting(Place::id)
            .containsAll(restated.totals().keySet());
      }
    }
  }

  @Test
  void restatingFrom2020To2025LeavesOnlyDividedCommunesOpen() {
    Map<Integer, BigDecimal> ones =
        places.on(AUGUST_2020).places().stream()
            .filter(p -> p.level().equals("commune"))
            .collect(Collectors.toMap(Place::id, p -> BigDecimal.ONE));
    Restated restated = places.restate(ones, AUGUST_2020, JULY_2025);
    assertThat(restated.totals()).hasSize(65);
    assertThat(restated.open()).allMatch(o -> o.reason() == Reason.NEEDS_SHARE);
    assertThat(restated.open())
        .extracting(o -> name(o.placeId(), AUGUST_2020))
        .containsExactlyInAnyOrder("Đại Đồng", "Bính Xá", "Kiên Mộc");
    assertThat(restated.incomplete())
        .extracting(id -> name(id, JULY_2025))
        .containsExactlyInAnyOrder("Đình Lập", "Kiên Mộc", "Châu Sơn", "Thất Khê", "Quốc Khánh");
  }

  @Test
  void districtTotalHasNowhereToGoOnTheMapWithoutDistricts() {
    Place chiLang = one("Chi Lăng", "huyen");
    Restated restated =
        places.restate(Map.of(chiLang.id(), BigDecimal.TEN), AUGUST_2020, JULY_2025);
    assertThat(restated.totals()).isEmpty();
    assertThat(restated.open()).extracting(Open::reason).containsExactly(Reason.ENDED);
  }

  @Test
  void totalOfUnitThatIsNotOnTheMapStaysOpen() {
    Place dongMo = one("Đồng Mỏ", "thi-tran");
    Restated restated = places.restate(Map.of(dongMo.id(), BigDecimal.ONE), JULY_2025, AUGUST_2020);
    assertThat(restated.open()).extracting(Open::reason).containsExactly(Reason.NOT_ON_MAP);
  }

  @Test
  void totalOfMergedCommuneIsNeverSplitBackByGuess() {
    Place kyLua = places.search("Kỳ Lừa", JULY_2025).getFirst().place();
    Restated restated = places.restate(Map.of(kyLua.id(), BigDecimal.TEN), JULY_2025, AUGUST_2020);
    assertThat(restated.totals()).isEmpty();
    assertThat(restated.open().getFirst().candidates()).hasSize(5);
  }

  @Test
  void databaseRefusesTwoVersionsOfOneUnitOnADay() {
    Place chiLang = one("Chi Lăng", "huyen");
    assertThatThrownBy(() -> insertVersion(chiLang.id(), "999", "huyen", province()))
        .hasMessageContaining("version_does_not_overlap");
  }

  @Test
  void databaseRefusesOneCodeForTwoUnitsOnADay() {
    int unit = newUnit("duplicate-code@2021");
    assertThatThrownBy(() -> insertVersion(unit, "187", "huyen", province()))
        .hasMessageContaining("code_names_one_unit_a_day");
  }

  @Test
  void databaseRefusesParentThatCeasedBefore() {
    int unit = newUnit("late-parent@2021");
    assertThatThrownBy(() -> insertVersion(unit, "99991", "xa", one("Tô Hiệu", "xa").id()))
        .hasMessageContaining("has no version on every day");
  }

  @Test
  void databaseRefusesParentOfLowerLevel() {
    int unit = newUnit("low-parent@2021");
    assertThatThrownBy(() -> insertVersion(unit, "99992", "huyen", one("Đồng Mỏ", "thi-tran").id()))
        .hasMessageContaining("not of a higher level");
  }

  @Test
  void visitorMayReadTheMapButNotWriteIt() {
    JdbcClient visitor = JdbcClient.create(DATABASE.application());
    assertThat(visitor.sql("select count(*) from place.unit").query(Long.class).single())
        .isPositive();
    assertThatThrownBy(() -> visitor.sql("insert into place.unit (key) values ('x@2020')").update())
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  private int newUnit(String key) {
    return owner
        .sql("insert into place.unit (key) values (?) returning id")
        .param(key)
        .query(Integer.class)
        .single();
  }

  private void insertVersion(int unit, String code, String type, int parent) {
    owner
        .sql(
            """
            insert into place.version (unit_id, code, name, type, parent_id, valid, confidence)
            values (?, ?, 'Thử', ?, ?, '[2021-01-01,2021-02-01)', 'high')
            """)
        .params(unit, code, type, parent)
        .update();
  }

  private int province() {
    return one("Lạng Sơn", "tinh").id();
  }

  private Place one(String name, String type) {
    return places.search(name).stream()
        .map(Match::place)
        .filter(p -> p.name().equals(name) && p.type().code().equals(type))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private String name(int id, LocalDate day) {
    return places.find(id, day).map(Place::name).orElse("?");
  }

  private static BigDecimal sum(Restated restated) {
    return total(restated.totals().values())
        .add(total(restated.open().stream().map(Open::total).toList()));
  }

  private static BigDecimal total(java.util.Collection<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
