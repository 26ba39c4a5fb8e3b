package vn.dondoc.rural.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.WebPerson;

/** Communes of one name in several districts wait in one queue, and can be told apart there. */
class QueuePageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String QUEUE = "/nong-thon-moi/tham-dinh";
  private static RuralWorld world;
  private static WebPerson office;
  private static List<Place> namesakes;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    namesakes =
        world.door(Places.class).search("xã Hòa Bình", RuralWorld.DAY).stream()
            .map(match -> match.place())
            .filter(place -> place.name().equals("Hòa Bình"))
            .toList();
    List<Integer> units = namesakes.stream().map(Place::id).toList();
    for (Place commune : namesakes) {
      Report claim = claim(commune);
      world.record(actor(201, "rural.claim", units), claim);
      world.record(
          actor(202, "rural.verify", units), RuralWorld.as(Report.Kind.VERIFY, claim, 1, null));
    }
    office = WebPerson.at(world.province().server());
    String once = Objects.requireNonNull(world.province().passwords().get("dieu-phoi"));
    office.signIn("dieu-phoi", once);
    office.change(once, OWN);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Report claim(Place commune) {
    return Report.claim(
        commune.id(),
        world.indicator("4.2").id(),
        RuralWorld.AUGUST,
        0,
        Map.of("gia_tri", new BigDecimal("97")));
  }

  private static Actor actor(int account, String right, List<Integer> units) {
    return new Actor(
        account,
        "Người mẫu " + account,
        Set.of("rural.read", right),
        false,
        List.of(world.body("UBND huyện Chi Lăng")),
        units);
  }

  @Test
  void queueNamesDistrictAndCodeOfEveryCommune() {
    assertThat(namesakes).hasSizeGreaterThan(1);
    String page = office.get(QUEUE).body();
    for (Place commune : namesakes) {
      String district = district(commune);
      assertThat(page).contains(district + " · " + commune.code());
      assertThat(page).contains("Hòa Bình, " + district + " (" + commune.code() + ")");
    }
  }

  @Test
  void sheetHasColumnsOfDistrictAndCode() throws IOException, InterruptedException {
    HttpResponse<byte[]> sheet =
        office
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(office.base() + QUEUE + "/xuat")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(sheet.headers().firstValue("Content-Disposition").orElse(""))
        .contains("cho-tham-dinh.xlsx");
    List<String> rows =
        Sheets.read("cho.xlsx", new ByteArrayInputStream(sheet.body())).rows().stream()
            .map(QueuePageTest::told)
            .toList();
    assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("Mã|Xã|Huyện, thành phố|"));
    for (Place commune : namesakes) {
      assertThat(rows)
          .anySatisfy(row ->
              assertThat(row)
                  .startsWith(commune.code() + "|Hòa Bình|" + district(commune) + "|4.2|"));
    }
  }

  private static String told(SheetRow row) {
    return String.join("|", row.cells().stream().map(SheetCell::text).toList());
  }

  private static String district(Place commune) {
    int above = Objects.requireNonNull(commune.parentId());
    return world.door(Places.class).find(above, RuralWorld.DAY).orElseThrow().title();
  }
}
