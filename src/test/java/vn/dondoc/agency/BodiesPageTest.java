package vn.dondoc.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import vn.dondoc.Application;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

@SpringBootTest(classes = Application.class)
@AutoConfigureMockMvc(addFilters = false)
class BodiesPageTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 14);
  private static final Actor CLERK =
      new Actor(7, "Văn thư", Set.of("agency.read", "agency.edit"), true, List.of(), List.of());
  private static final Actor READER =
      new Actor(8, "Chuyên viên", Set.of("agency.read"), true, List.of(), List.of());
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private MockMvc server;
  @Autowired private Bodies bodies;
  @Autowired private PlaceReference places;
  @Autowired private AgencyReference reference;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", () -> TestDatabase.APP_ROLE);
    registry.add("spring.datasource.password", () -> TestDatabase.APP_PASSWORD);
  }

  @BeforeEach
  void load() {
    JdbcClient.create(DATABASE.owner())
        .sql("insert into database.province_day (day) values ('2020-08-14') on conflict do nothing")
        .update();
    places.load();
    places.loadDemonstration();
    reference.load();
  }

  @Test
  void listFiltersByKindAndWordsWithoutTones() throws Exception {
    assertThat(page(READER, get("/co-quan").param("loai", "PROJECT_BOARD")))
        .contains("Ban Quản lý dự án đầu tư xây dựng tỉnh")
        .doesNotContain("Sở Tài chính<");
    assertThat(page(READER, get("/co-quan").param("tim", "so tai chinh")))
        .contains("Sở Tài chính")
        .doesNotContain("Sở Nội vụ");
  }

  @Test
  void signsOfAPatternAreLettersLikeOthers() throws Exception {
    for (String sign : List.of("%", "_", "\\")) {
      assertThat(page(READER, get("/co-quan").param("tim", sign)))
          .as(sign)
          .doesNotContain("Sở Tài chính<");
      assertThat(bodies.search(sign + "…", DAY, 10)).as(sign).isEmpty();
    }
  }

  @Test
  void pagesFollowEachOtherWithoutLossOrRepetition() throws Exception {
    for (String sort : List.of("ten", "ma", "loai")) {
      List<String> seen = new ArrayList<>();
      String next = "/co-quan?ngay=2020-08-14&xep=" + sort;
      while (!next.isEmpty()) {
        String html = page(READER, get(java.net.URI.create(next)));
        Matcher row = Pattern.compile("<th scope=\"row\"><a href=\"/co-quan/(\\d+)").matcher(html);
        while (row.find()) {
          seen.add(row.group(1));
        }
        Matcher more = Pattern.compile("btn-sm end\" href=\"([^\"]+)\"").matcher(html);
        next = more.find() ? more.group(1).replace("&amp;", "&") : "";
      }
      assertThat(seen).doesNotHaveDuplicates().hasSameSizeAs(bodies.on(DAY));
    }
  }

  @Test
  void pageOfBodyShowsNamesHeadPlaceAndGroups() throws Exception {
    int id = bodies.resolve("UBND huyện Chi Lăng", DAY).bodies().getFirst().id();
    assertThat(page(READER, get("/co-quan/" + id)))
        .contains(
            "huyện Chi Lăng",
            "Chủ tịch",
            "UBND các huyện, thành phố",
            "Ủy ban nhân dân xã Quan Sơn");
  }

  @Test
  void refusesWhoMayNotReadOrEdit() throws Exception {
    assertThat(answer(Actor.visitor(), get("/co-quan")).getStatus()).isEqualTo(403);
    assertThat(answer(READER, get("/co-quan/them")).getStatus()).isEqualTo(403);
    assertThat(answer(READER, post("/co-quan/nhap/ghi")).getStatus()).isEqualTo(403);
    assertThat(page(READER, get("/co-quan/them"))).contains("agency.edit");
  }

  @Test
  void refusesUnknownBody() throws Exception {
    MockHttpServletResponse answer = answer(READER, get("/co-quan/99999999"));
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getContentAsString()).contains("99999999");
  }

  @Test
  void formOpensWithTheNameOfTheNoticeAndAddsTheBody() throws Exception {
    assertThat(page(CLERK, get("/co-quan/them").param("ten", "Ban QLDA mẫu 07")))
        .contains("value=\"Ban QLDA mẫu 07\"");
    MockHttpServletResponse done =
        answer(
            CLERK,
            post("/co-quan/them")
                .param("name", "Ban QLDA mẫu 07")
                .param("kind", "PROJECT_BOARD")
                .param("place", "huyện Chi Lăng")
                .param("parent", "UBND huyện Chi Lăng")
                .param("from", "2020-08-14")
                .param("source", "văn bản mẫu")
                .param("ve", "/chi-dao/1"));
    assertThat(done.getRedirectedUrl()).isEqualTo("/chi-dao/1");
    Body made = bodies.resolve("Ban QLDA mẫu 07", DAY).bodies().getFirst();
    assertThat(made.placeId()).isNotNull();
    assertThat(made.parentId()).isNotNull();
  }

  @Test
  void formTellsEveryProblemAndKeepsWhatWasTyped() throws Exception {
    String html =
        page(
            CLERK,
            post("/co-quan/them")
                .param("name", "Ban lạ")
                .param("place", "Chi Lăng")
                .param("parent", "Sở Không Có Thật")
                .param("from", "hôm qua")
                .param("ve", "//nơi-khác"));
    assertThat(html)
        .contains(
            "value=\"Ban lạ\"",
            "Chọn loại cơ quan",
            "xã Chi Lăng, huyện Tràng Định",
            "Ô “Từ ngày”: “hôm qua” không phải một ngày",
            "Ghi nguồn",
            "name=\"ve\" value=\"\"");
  }

  @Test
  void sheetThatWentOutComesBackWithoutChange() throws Exception {
    byte[] exported =
        answer(READER, get("/co-quan/xuat").param("ngay", "2020-08-14")).getContentAsByteArray();
    SheetTable table =
        Sheets.read("co-quan.xlsx", new ByteArrayInputStream(exported))
            .table(BodySheet.columns(Texts.in(Language.VI)));
    assertThat(table.rows()).hasSameSizeAs(bodies.on(DAY));
    assertThat(preview(exported, new MockHttpSession()))
        .contains("Tệp giống hệt danh bạ hiện nay")
        .doesNotContain("phải sửa", "gõ dạng chữ");
  }

  @Test
  void anotherBodysNameIsNoOtherNameOfANewOne() throws Exception {
    String html =
        page(
            CLERK,
            post("/co-quan/them")
                .param("name", "Cơ quan mẫu S")
                .param("kind", "OTHER")
                .param("aliases", "Sở Tài chính; Nhóm S")
                .param("from", "14/08/2020")
                .param("source", "mẫu"));
    assertThat(html)
        .contains("Tên gọi khác “Sở Tài chính” là tên của cơ quan mã")
        .doesNotContain("Tên gọi khác “Nhóm S”");
  }

  @Test
  void sheetIsShownFirstAndWrittenWhole() throws Exception {
    byte[] sheet =
        sheet(rows -> {
          rows.add(row("", "Trung tâm mẫu 11", "Đơn vị sự nghiệp"));
          rows.add(
              row(
                  "SYT",
                  "Sở Y tế",
                  "Sở, cơ quan ngang sở",
                  "short_name",
                  "Sở Y Tế mới",
                  "parent_code",
                  "UBND-TINH",
                  "place_code",
                  "20",
                  "aliases",
                  "Y tế",
                  "head_title",
                  "Giám đốc"));
        });
    MockHttpSession session = new MockHttpSession();
    assertThat(preview(sheet, session)).contains("Thêm mới 1, thay đổi 1, giữ nguyên 0");
    assertThat(bodies.resolve("Trung tâm mẫu 11", DAY).isSure()).isFalse();
    MockHttpServletResponse done = answer(CLERK, post("/co-quan/nhap/ghi").session(session));
    assertThat(done.getRedirectedUrl()).isEqualTo("/co-quan");
    assertThat(bodies.resolve("Trung tâm mẫu 11", DAY).certainty()).isEqualTo(Certainty.EXACT);
    assertThat(bodies.resolve("Sở Y tế", DAY).bodies().getFirst().shortName())
        .isEqualTo("Sở Y Tế mới");
    assertThat(bodies.resolve("Sở YT", LocalDate.of(2020, 8, 13)).bodies())
        .extracting(Body::code)
        .containsExactly("SYT");
    assertThat(page(CLERK, post("/co-quan/nhap/ghi").session(session)))
        .contains("Không còn tệp nào đang chờ ghi");
  }

  @Test
  void everyProblemOfTheSheetIsLocatedAndNothingIsWritten() throws Exception {
    byte[] sheet =
        sheet(rows -> {
          rows.add(row("", "Trung tâm mẫu 21", "Loại lạ"));
          rows.add(row("", "", "Loại khác"));
          rows.add(row("", "Trung tâm mẫu 22", "Loại khác", "place_code", "00000"));
          rows.add(row("", "Trung tâm mẫu 23", "Loại khác", "parent_code", "KHONG-CO"));
          rows.add(row("", "Trung tâm mẫu 24", "Loại khác"));
          rows.add(row("", "Trung tâm mẫu 24", "Loại khác"));
          rows.add(row("MA-1", "Trung tâm mẫu 25", "Loại khác"));
          rows.add(row("MA-1", "Trung tâm mẫu 26", "Loại khác"));
          rows.add(row("mã sai", "Trung tâm mẫu 27", "Loại khác"));
        });
    MockHttpSession session = new MockHttpSession();
    assertThat(preview(sheet, session))
        .contains(
            "Có 7 chỗ phải sửa",
            "Cơ quan!D4: không có loại “Loại lạ”",
            "Cơ quan!B5: chưa ghi tên",
            "Cơ quan!E6: không có đơn vị hành chính mã “00000”",
            "Cơ quan!F7: không có cơ quan mã “KHONG-CO”",
            "Cơ quan!B9: “Trung tâm mẫu 24” đã có ở ô Cơ quan!B8",
            "Cơ quan!A11: “MA-1” đã có ở ô Cơ quan!A10",
            "Cơ quan!B12: Mã “mã sai”")
        .doesNotContain("Ghi vào danh bạ");
    assertThat(session.getAttribute(ImportPage.WAITING)).isNull();
    assertThat(bodies.resolve("Trung tâm mẫu 24", DAY).isSure()).isFalse();
  }

  @Test
  void refusesFileThatIsNoSheet() throws Exception {
    assertThat(
            preview(
                "không phải bảng tính".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new MockHttpSession()))
        .contains("không phải bảng tính XLSX");
    assertThat(preview(new byte[0], new MockHttpSession())).contains("trống hoặc lớn hơn 2 MB");
  }

  private String preview(byte[] sheet, MockHttpSession session) throws Exception {
    return page(
        CLERK,
        multipart("/co-quan/nhap")
            .file(new MockMultipartFile("tep", "danh-ba.xlsx", "application/octet-stream", sheet))
            .session(session));
  }

  private static Map<String, String> row(String code, String name, String kind, String... more) {
    Map<String, String> row =
        new TreeMap<>(Map.of("code", code, "name", name, "kind", kind, "source", "thử"));
    for (int i = 0; i < more.length; i += 2) {
      row.put(more[i], more[i + 1]);
    }
    return row;
  }

  private static byte[] sheet(Consumer<List<Map<String, String>>> fill) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    fill.accept(rows);
    List<SheetColumn<Map<String, String>>> columns =
        BodySheet.columns(Texts.in(Language.VI)).stream()
            .map(c -> new SheetColumn<Map<String, String>>(c.key(), c.title(), r -> r.get(c.key())))
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Sheets.write(
        out, new SheetHead("Cơ quan", "Danh bạ", "kỳ", "nguồn", "ngày"), columns, rows.stream());
    return out.toByteArray();
  }

  private String page(Actor actor, AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    return answer(actor, request).getContentAsString();
  }

  private MockHttpServletResponse answer(
      Actor actor, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return Acting.call(actor, () -> server.perform(request).andReturn().getResponse());
  }
}
