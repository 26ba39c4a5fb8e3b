package vn.dondoc.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.testing.TestDatabase;

@SpringBootTest(classes = Application.class)
class BodiesDbTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 14);
  private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);
  private static final Actor CLERK =
      new Actor(7, "Văn thư", Set.of("agency.edit"), true, List.of(), List.of());
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private Bodies bodies;
  @Autowired private PlaceReference places;
  @Autowired private AgencyReference reference;
  private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", () -> TestDatabase.APP_ROLE);
    registry.add("spring.datasource.password", () -> TestDatabase.APP_PASSWORD);
  }

  @BeforeEach
  void load() {
    places.load();
    places.loadDemonstration();
    reference.load();
  }

  @Test
  void loadingTheSameFilesAgainChangesNothing() {
    assertThat(reference.load()).isZero();
  }

  @Test
  void everyDistrictAndCommuneOfTheDayHasItsCommittee() {
    assertThat(members("UBND các huyện, thành phố", DAY)).hasSize(11);
    assertThat(members("UBND các huyện", DAY)).hasSize(10);
    assertThat(members("UBND các xã, phường, thị trấn", DAY)).hasSize(200);
    assertThat(members("UBND các xã", DAY)).hasSize(181);
    assertThat(members("UBND các xã, phường, thị trấn", AFTER)).hasSize(65);
  }

  @Test
  void dueCommunesOfTheYearAreThirteen() {
    assertThat(members("13 xã phấn đấu về đích", DAY)).hasSize(13);
    assertThat(bodies.resolve("13 xã phấn đấu về đích", AFTER).bodies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Kế hoạch và Đầu tư|SKHDT",
        "Sở Kế hoạch và đầu tư|SKHDT",
        "SỞ KẾ HOẠCH VÀ ĐẦU TƯ|SKHDT",
        "Sở  Kế hoạch  và Đầu  tư|SKHDT",
        "Sở KH&ĐT|SKHDT",
        "Sở KH-ĐT|SKHDT",
        "Sở KHĐT|SKHDT",
        "Sở KH & ĐT|SKHDT",
        "Sở NN&PTNT|SNNPTNT",
        "Sở NN-PTNT|SNNPTNT",
        "Sở Nông nghiệp và PTNT|SNNPTNT",
        "Sở TN&MT|STNMT",
        "Sở GTVT|SGTVT",
        "SởGiao thông vận tải|SGTVT",
        "Sở LĐTBXH|SLDTBXH",
        "Sở Lao động - Thương binh và Xã hội|SLDTBXH",
        "Sở VHTTDL|SVHTTDL",
        "Sở Văn hóa - Thể thao và Du lịch|SVHTTDL",
        "Sở Văn hoá, Thể thao và Du lịch|SVHTTDL",
        "KBNN tỉnh|KBNN",
        "Kho bạc Nhà nước tỉnh Lạng Sơn|KBNN",
        "Uỷ ban nhân dân tỉnh|UBND-TINH",
        "UBND tỉnh Lạng Sơn|UBND-TINH",
        "Uỷ ban MTTQ VN tỉnh|MTTQ-TINH",
        "Ban Quản lý dự án đầu tư xây dựng tỉnh|BQLDA-DTXD",
        "Ban Quản lý đầu tư xây dựng tỉnh|BQLDA-DTXD",
        "Giám đốc Sở Tài chính|STC",
        "đồng chí Giám đốc Sở Tài chính|STC",
        "Chánh Văn phòng UBND tỉnh|VP-UBND",
        "Chủ tịch UBND huyện Chi Lăng|UBND-187@2004",
        "UBND huyện Chi Lăng|UBND-187@2004",
        "UBND thành phố Lạng Sơn|UBND-178@2004",
        "UBND TP. Lạng Sơn|UBND-178@2004",
        "UBND xã Xuất Lễ|UBND-06202@2004",
        "UBND xã Chi Lăng, huyện Chi Lăng|UBND-06523@2004",
        "Bí thư Huyện ủy Chi Lăng|TU-187@2004",
        "Đài PT-TH|DPTTH",
        "các huyện, thành phố|N-UBND-HUYEN-TP",
        "UBND các huyện thành phố|N-UBND-HUYEN-TP",
        "các huyện|N-UBND-HUYEN",
        "các chủ đầu tư|N-CHU-DAU-TU",
        "Các cơ quan, sở, ngành tỉnh|N-SO-NGANH",
        "đồng chí Bí thư, Chủ tịch UBND cấp huyện, cấp xã|N-UBND-CAP-HUYEN-XA"
      })
  void resolvesNameAsWritten(String words, String code) {
    Resolution resolution = bodies.resolve(words, DAY);
    assertThat(resolution.isSure()).as("%s", resolution).isTrue();
    assertThat(resolution.bodies()).extracting(Body::code).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Tài chính|EXACT",
        "Sở KH-ĐT|ALIAS",
        "Giám đốc Sở Tài chính|ALIAS",
        "UBND các huyện, thành phố|GROUP",
        "UBND xã Hòa Bình|SIMILAR",
        "Sở Kế hoạnh và Đầu tư|SIMILAR",
        "các cơ quan liên quan|UNKNOWN",
        "cấp ủy, chính quyền các cấp|UNKNOWN",
        "Thủ trưởng các cơ quan, đơn vị|UNKNOWN",
        "Sở|UNKNOWN",
        "zzzz|UNKNOWN",
        "''|UNKNOWN"
      })
  void saysHowCertainItIs(String words, Certainty certainty) {
    assertThat(bodies.resolve(words, DAY).certainty()).isEqualTo(certainty);
  }

  @Test
  void vagueWordsMeanWhomSomebodyEnteredUnderThem() {
    String words = "các đơn vị liên quan của huyện mẫu";
    assertThat(bodies.resolve(words, DAY).certainty()).isEqualTo(Certainty.UNKNOWN);
    int id =
        Acting.call(
            Actor.system("test"),
            () -> bodies.create(NewBody.named(words, BodyKind.OTHER, DAY, "mẫu")));
    assertThat(bodies.resolve(words, DAY).certainty()).isEqualTo(Certainty.EXACT);
    assertThat(bodies.resolve(words, DAY).bodies()).extracting(Body::id).containsExactly(id);
    assertThat(bodies.resolve("các cơ quan liên quan", DAY).certainty())
        .isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void offersNamesakesAndNeverChoosesAmongThem() {
    assertThat(bodies.resolve("UBND xã Hòa Bình", DAY).bodies()).hasSize(4);
  }

  @Test
  void offersNearestNameWhenWordsAreMisspelt() {
    assertThat(bodies.resolve("Sở Kế hoạnh và Đầu tư", DAY).bodies())
        .first()
        .extracting(Body::code)
        .isEqualTo("SKHDT");
  }

  @Test
  void knowsEveryBodyTheNoticeNames() throws IOException {
    String notice =
        Files.readString(Path.of("../shared/seed/thong-bao-2020-08.txt")).replaceAll("\\s+", " ");
    String attendance =
        notice.substring(
            notice.indexOf("cơ quan: Nông nghiệp") + 9, notice.indexOf(". Tại điểm cầu cấp huyện"));
    List<String> named =
        List.of(attendance.replace("và đại diện một số chủ đầu tư:", ",").split("\\s*,\\s*"));
    assertThat(named).hasSize(33);
    assertThat(named)
        .allSatisfy(
            words -> assertThat(bodies.resolve(words, DAY)).matches(Resolution::isSure, words));
  }

  @Test
  void bodyThatCeasedKnowsItsSuccessor() {
    Body districtCommittee = bodies.resolve("UBND huyện Chi Lăng", DAY).bodies().getFirst();
    assertThat(bodies.on(AFTER)).extracting(Body::id).doesNotContain(districtCommittee.id());
    assertThat(bodies.successors(districtCommittee.id()))
        .extracting(s -> s.successor().name())
        .contains("Ủy ban nhân dân xã Chi Lăng", "Ủy ban nhân dân xã Quan Sơn");
    Body planning = bodies.resolve("Sở KH&ĐT", DAY).bodies().getFirst();
    assertThat(bodies.successors(planning.id()))
        .extracting(s -> s.successor().code())
        .containsExactly("STC");
  }

  @Test
  void committeeOfCommuneStandsUnderThatOfItsDistrict() {
    Body commune = bodies.resolve("UBND xã Xuất Lễ", DAY).bodies().getFirst();
    assertThat(commune.parentId())
        .isEqualTo(bodies.resolve("UBND huyện Cao Lộc", DAY).bodies().getFirst().id());
  }

  @Test
  void groupsOfBodyAreThoseThatListIt() {
    Body city = bodies.resolve("UBND thành phố Lạng Sơn", DAY).bodies().getFirst();
    assertThat(bodies.groupsOf(List.of(city.id()), DAY))
        .extracting(Body::code)
        .contains("N-UBND-HUYEN-TP", "N-UBND-CAP-HUYEN-XA")
        .doesNotContain("N-UBND-HUYEN", "N-SO");
  }

  @Test
  void searchFindsByAnyNameNearestFirst() {
    assertThat(bodies.search("kh&dt", DAY, 5)).first().extracting(Body::code).isEqualTo("SKHDT");
    assertThat(bodies.search("cap thoat nuoc", DAY, 5))
        .extracting(Body::code)
        .containsExactly("CTCTN");
    assertThat(bodies.search("  ", DAY, 5)).isEmpty();
  }

  @Test
  void createdBodyIsResolvedAtOnce() {
    int id =
        Acting.call(
            CLERK,
            () ->
                bodies.create(
                    NewBody.named("Ban QLDA mẫu 03", BodyKind.PROJECT_BOARD, DAY, "văn bản mẫu")));
    Resolution resolution = bodies.resolve("Ban QLDA  mẫu 03", DAY);
    assertThat(resolution.certainty()).isEqualTo(Certainty.EXACT);
    assertThat(resolution.bodies()).extracting(Body::id).containsExactly(id);
  }

  @Test
  void refusesBodyWithEveryProblemAtOnce() {
    NewBody wrong =
        new NewBody(
            "STC", " - ", null, BodyKind.OTHER, 999_999, 888_888, List.of(""), null, DAY, "thử");
    assertThatThrownBy(() -> Acting.call(CLERK, () -> bodies.create(wrong)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::place)
                    .containsExactly("code", "name", "aliases", "place", "parent"));
  }

  @Test
  void refusesNameThatAnotherBodyBears() {
    NewBody twin = NewBody.named("SỞ TÀI  CHÍNH", BodyKind.DEPARTMENT, DAY, "thử");
    assertThatThrownBy(() -> Acting.call(CLERK, () -> bodies.create(twin)))
        .hasMessageContaining("agency.problem.name_taken");
  }

  @Test
  void databaseRefusesBodyFromWhoDoesNotSeeTheProvince() {
    Actor commune = new Actor(8, "Xã", Set.of("agency.edit"), false, List.of(), List.of());
    assertThatThrownBy(() ->
            Acting.call(
                commune, () -> bodies.create(NewBody.named("Ban lạ", BodyKind.OTHER, DAY, "thử"))))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into agency.body (code, kind, source, confidence) values ('STC', 'DEPARTMENT', 'x', 'high')",
        "insert into agency.name (body_id, name, kind, valid) select id, 'Sở Tiền', 'official', '[2020-01-01,)' from agency.body where code = 'STC'",
        "insert into agency.post (body_id, title, head, valid) select id, 'Thủ trưởng', true, '[2020-01-01,)' from agency.body where code = 'STC'",
        "update agency.body set parent_id = id where code = 'STC'",
        "insert into agency.name (body_id, name, kind, valid) select id, '---', 'alias', '[2020-01-01,)' from agency.body where code = 'STC'",
        "insert into agency.membership (group_id, member_id, valid, source) select group_id, member_id, '[2020-02-01,2020-03-01)', 'x' from agency.membership limit 1"
      })
  void databaseRefusesContradiction(String statement) {
    assertThatThrownBy(() -> owner.sql(statement).update())
        .rootCause()
        .hasMessageMatching("(?s).*violates (exclusion|unique|check).*");
  }

  @Test
  void resolvesInOneQueryByAnIndexOfNames() {
    owner.sql("analyze agency.name").update();
    String statement =
        NameStore.RESOLVE
            .replace(":words", "'Giám đốc Sở KH-ĐT'")
            .replace(":day::date", "date '2020-08-14'");
    String plan = String.join("\n", owner.sql("explain " + statement).query(String.class).list());
    assertThat(plan)
        .containsPattern("Index (Only )?Scan using \\w+ on name one")
        .doesNotContain("Seq Scan on name one");
  }

  private List<Body> members(String group, LocalDate day) {
    Body body = bodies.resolve(group, DAY).bodies().getFirst();
    return bodies.members(body.id(), day);
  }
}
