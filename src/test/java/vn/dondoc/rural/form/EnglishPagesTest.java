package vn.dondoc.rural.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.testing.WebPerson;

/** In English the words are English; only names of places, bodies and acts stay as they are. */
class EnglishPagesTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static RuralWorld world;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static WebPerson english(String login) {
    WebPerson person = WebPerson.at(world.province().server());
    String once = Objects.requireNonNull(world.province().passwords().get(login));
    person.signIn(login, once);
    person.change(once, OWN);
    person.get("/ngon-ngu?ma=en&ve=/nong-thon-moi");
    return person;
  }

  @Test
  void formOfACriterionNamesFiguresUnitsAndCommuneInEnglish() {
    String path = "/nong-thon-moi/tu-danh-gia/" + world.unit("Y Tịch") + "/";
    WebPerson commune = english("xa-y-tich");
    assertThat(commune.get(path + "17?ky=2020-08").body())
        .contains("Y Tịch commune, Chi Lăng district")
        .contains("Households using clean water ≥\u00a050\u00a0%")
        .doesNotContain("xã Y Tịch", "huyện Chi Lăng", "Hộ dùng nước", " và ");
    assertThat(commune.get(path + "10?ky=2020-08").body())
        .contains("million VND/person/year")
        .doesNotContain("triệu đồng");
  }

  @Test
  void namesThatRulesAreWrittenWithStandOnNoPageOfFormAndReviewInEitherLanguage() {
    var claim =
        Report.claim(
            world.unit("Y Tịch"),
            world.indicator("17.1").id(),
            RuralWorld.AUGUST,
            0,
            Map.of("gia_tri", new BigDecimal("95"), "nuoc_sach", new BigDecimal("40")));
    world.record(world.commune(), claim);
    WebPerson district = english("huyen-chi-lang");
    String unit = world.unit("Y Tịch") + "/17?ky=2020-08";
    for (String language : List.of("en", "vi")) {
      district.get("/ngon-ngu?ma=" + language + "&ve=/nong-thon-moi");
      for (String page :
          List.of(
              "/nong-thon-moi/tu-danh-gia/" + unit,
              "/nong-thon-moi/tham-tra/" + unit,
              "/nong-thon-moi/tham-tra?ket-qua=tat-ca")) {
        String shown =
            district.get(page).body().replaceAll("=\"[^\"]*\"", "").replaceAll("<[^>]*>", " ");
        assertThat(shown).as(page).contains("17").doesNotContain("nuoc_sach", "gia_tri");
      }
    }
  }

  @Test
  void actsTheProgramComesWithAreNamedInEnglishWhereverTheyAreTheSource() {
    WebPerson office = english("thong-tin");
    int set = world.door(Standards.class).find("1980/QĐ-TTg").orElseThrow().id();
    String commune = "/" + world.unit("Y Tịch");
    for (String page :
        List.of(
            "",
            "/xa" + commune,
            "/bo-tieu-chi",
            "/bo-tieu-chi/" + set,
            "/ke-hoach",
            "/ke-hoach" + commune)) {
      assertThat(office.get("/nong-thon-moi" + page).body())
          .as(page)
          .contains("Decision 1980/QĐ-TTg of 17 Oct 2016")
          .doesNotContain("Quyết định");
    }
    office.get("/ngon-ngu?ma=vi&ve=/nong-thon-moi");
    assertThat(office.get("/nong-thon-moi/bo-tieu-chi").body())
        .contains("Quyết định 1980/QĐ-TTg ngày 17/10/2016")
        .doesNotContain("Decision");
  }

  @Test
  void setAndMatrixNameGroupsFiguresAndRulesInEnglish() {
    WebPerson office = english("dieu-phoi");
    for (String code : List.of("1980/QĐ-TTg", "318/QĐ-TTg")) {
      int set = world.door(Standards.class).find(code).orElseThrow().id();
      assertThat(office.get("/nong-thon-moi/bo-tieu-chi/" + set).body())
          .contains("Socio-economic infrastructure", "Political system")
          .doesNotContain("Hạ tầng kinh tế", "Hộ dùng nước", "Số trường trên", " và nuoc_sach")
          .doesNotContain("còn lại", "triệu đồng");
    }
    assertThat(office.get("/nong-thon-moi").body())
        .contains("Culture, society and environment")
        .doesNotContain("Văn hóa - Xã hội");
  }
}
