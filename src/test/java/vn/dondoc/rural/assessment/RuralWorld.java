package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.testing.Province;

/**
 * The province of August 2020 with the people of the New Rural programme.
 *
 * @param province the running province
 */
public record RuralWorld(Province province) implements AutoCloseable {
  public static final YearMonth AUGUST = YearMonth.of(2020, 8);
  public static final LocalDate DAY = LocalDate.of(2020, 8, 14);

  /** A province of its own. */
  public static RuralWorld start() {
    return new RuralWorld(Province.ofAugust2020());
  }

  /** Chủ tịch xã Y Tịch: claims for the commune. */
  public Actor commune() {
    return new Actor(
        101,
        "Xã Y Tịch mẫu",
        Set.of("rural.read", "rural.claim"),
        false,
        List.of(body("UBND xã Y Tịch")),
        List.of(unit("Y Tịch")));
  }

  /** Huyện Chi Lăng: verifies what its communes claim. */
  public Actor district() {
    Places places = door(Places.class);
    int chiLang = unit("huyện Chi Lăng");
    List<Integer> within = places.within(chiLang, DAY).stream().map(Place::id).toList();
    return new Actor(
        102,
        "Huyện Chi Lăng mẫu",
        Set.of("rural.read", "rural.claim", "rural.verify"),
        false,
        List.of(body("UBND huyện Chi Lăng")),
        within);
  }

  /** A department that appraises what it owns. */
  public Actor department(String name) {
    return new Actor(
        103,
        name + " mẫu",
        Set.of("rural.read", "rural.appraise"),
        false,
        List.of(body(name)),
        List.of());
  }

  /** Where a unit of a name stands in 2020. */
  public int unit(String name) {
    return door(Places.class).search(name, DAY).getFirst().place().id();
  }

  public int body(String name) {
    Body body = province.body(name);
    return body.id();
  }

  /** What communes are measured by in August 2020. */
  public Yardstick yardstick() {
    return Acting.call(
        Actor.system("test"),
        () -> door(Standards.class).yardstick("xa", AUGUST.atEndOfMonth()).orElseThrow());
  }

  public Indicator indicator(String number) {
    return yardstick().indicator(number).orElseThrow();
  }

  /** A claim of one figure for August 2020. */
  public Report claim(String unit, String indicator, String figure, int seen) {
    return Report.claim(
        unit(unit),
        indicator(indicator).id(),
        AUGUST,
        seen,
        Map.of(indicator(indicator).parts().getFirst().code(), new BigDecimal(figure)));
  }

  /** The same words at another step. */
  public static Report as(Report.Kind kind, Report claim, int seen, @Nullable String words) {
    return new Report(
        claim.unitId(),
        claim.indicatorId(),
        claim.period(),
        seen,
        kind,
        kind.tells() ? claim.figures() : Map.of(),
        false,
        false,
        words);
  }

  public long record(Actor actor, Report... reports) {
    return Acting.call(actor, () -> assessments().record(Sending.ofPage(null), List.of(reports)));
  }

  /** Where an indicator of a unit stands today, for somebody who sees everything. */
  public Standing standing(String unit, String indicator) {
    return standing(unit, indicator, DAY);
  }

  public Standing standing(String unit, String indicator, LocalDate day) {
    int id = indicator(indicator).id();
    return Acting.call(Actor.system("test"), () -> assessments().standing(List.of(unit(unit)), day))
        .stream()
        .filter(standing -> standing.indicatorId() == id)
        .findFirst()
        .orElseThrow();
  }

  public Assessments assessments() {
    return door(Assessments.class);
  }

  public <T> T door(Class<T> type) {
    return province.server().door(type);
  }

  public JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  @Override
  public void close() {
    province.close();
  }
}
