package vn.dondoc.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.dondoc.Application;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.TestDatabase;

@SpringBootTest(classes = Application.class)
@AutoConfigureMockMvc(addFilters = false)
class PlacesPageTest {
  private static final Actor READER =
      new Actor(5, "Chuyên viên", Set.of("place.read"), false, List.of(), List.of());
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private MockMvc server;
  @Autowired private PlaceReference reference;
  @Autowired private Places places;

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
  void searchListsEveryNamesakeWithItsParent() throws Exception {
    assertThat(page(READER, "/dia-ban?tim=chi lang&ngay=2020-08-14"))
        .contains(
            "5 đơn vị mang tên", "thị trấn Chi Lăng", "thành phố Lạng Sơn", "200 đơn vị cấp xã");
  }

  @Test
  void mapOf2025ShowsCommunesWithoutDistricts() throws Exception {
    assertThat(page(READER, "/dia-ban?ngay=2025-07-01"))
        .contains("65 đơn vị cấp xã", "phường Lương Văn Tri")
        .doesNotContain("đơn vị cấp huyện", "<details");
  }

  @Test
  void unitPageShowsWhatBecameOfItAndTheMarkOfMadeUpData() throws Exception {
    Place yTich = places.search("Y Tịch").getFirst().place();
    assertThat(page(READER, "/dia-ban/" + yTich.id() + "?ngay=2020-08-14"))
        .contains("xã Vạn Linh", "1672/NQ-UBTVQH15", "Phấn đấu về đích năm", "minh hoạ");
    assertThat(page(READER, "/dia-ban/" + yTich.id() + "?ngay=2026-01-01"))
        .contains("Không tồn tại vào ngày 01/01/2026");
  }

  @Test
  void wordsOfVisitorAreShownAsTextOnly() throws Exception {
    assertThat(page(READER, "/dia-ban?tim=<b>x</b>")).doesNotContain("<b>x</b>");
  }

  @Test
  void wrongDayIsToldAndTheProvincesDayShown() throws Exception {
    assertThat(page(READER, "/dia-ban?ngay=31-02-2020"))
        .contains("Ô “Bản đồ ngày”: “31-02-2020” không phải một ngày", "nhập ngày/tháng/năm");
  }

  @Test
  void refusesWhoMayNotRead() throws Exception {
    assertThat(status(Actor.visitor(), "/dia-ban")).isEqualTo(403);
    assertThat(page(Actor.visitor(), "/dia-ban")).contains("place.read");
  }

  @Test
  void refusesUnitThatIsNotThere() throws Exception {
    for (String address : List.of("/dia-ban/999999", "/dia-ban/abc")) {
      assertThat(status(READER, address)).isEqualTo(404);
      assertThat(page(READER, address)).contains(address.replace("/dia-ban/", ""));
    }
  }

  private int status(Actor actor, String path) throws Exception {
    return Acting.call(
        actor, () -> server.perform(get(path)).andReturn().getResponse().getStatus());
  }

  private String page(Actor actor, String path) throws Exception {
    return Acting.call(
        actor,
        () ->
            server
                .perform(
                    get(
                        java.net.URI.create(
                            path.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E"))))
                .andReturn()
                .getResponse()
                .getContentAsString());
  }
}
