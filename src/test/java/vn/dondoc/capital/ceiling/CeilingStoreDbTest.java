package vn.dondoc.capital.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/** What is left under each medium-term ceiling, narrowed, sorted and within a scope. */
class CeilingStoreDbTest {
  private static final long BILLION = CeilingWorld.BILLION;
  private static CeilingWorld world;

  @BeforeAll
  static void start() {
    world = CeilingWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void plansOfTheTermInTheSourceAndThoseUnderItAreGiven() {
    assertThat(rows(world.world().planning(), Map.of("ky", "2016-2020")))
        .extracting(row -> row.money().ceiling(), row -> row.money().given(), CeilingRow::term)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(30 * BILLION, 20 * BILLION, "2016-2020"),
            org.assertj.core.groups.Tuple.tuple(4 * BILLION, 5 * BILLION, "2016-2020"));
    assertThat(rows(world.world().planning(), Map.of("ky", "2021-2025")))
        .singleElement()
        .satisfies(row -> assertThat(row.money().left()).isEqualTo(9 * BILLION));
    assertThat(rows(world.world().planning(), Map.of("tim", "ho chua")))
        .singleElement()
        .satisfies(row -> assertThat(row.money().disbursed()).isEqualTo(5 * BILLION));
  }

  @Test
  void listIsNarrowedAndSorted() {
    assertThat(rows(world.world().planning(), Map.of("chi", "vuot")))
        .singleElement()
        .satisfies(row -> assertThat(row.money().left()).isEqualTo(-BILLION));
    assertThat(rows(world.world().planning(), Map.of("xep", "con")))
        .extracting(row -> row.money().left())
        .containsExactly(10 * BILLION, 9 * BILLION, -BILLION);
    assertThat(rows(world.world().planning(), Map.of("nguon", "NSTW"))).isEmpty();
    assertThat(rows(world.world().planning(), Map.of("nguon", "NSDP"))).hasSize(3);
    List<CeilingRow> all = rows(world.world().planning(), Map.of("xep", "con"));
    assertThat(
            rows(
                world.world().planning(),
                Map.of("xep", "con", "sau", Long.toString(all.getFirst().id()))))
        .isEqualTo(all.subList(1, 3));
  }

  @Test
  void ownerSeesTheCeilingsOfItsOwnProjects() {
    assertThat(rows(world.world().board(), Map.of()))
        .singleElement()
        .satisfies(row -> assertThat(row.project().name()).isEqualTo("Hồ chứa nước mẫu 08"));
    assertThat(rows(world.world().projects().department(), Map.of())).isEmpty();
  }

  private static List<CeilingRow> rows(Actor actor, Map<String, String> asked) {
    return Acting.call(
        actor,
        () ->
            world.world().door(CeilingStore.class).page(CeilingFilter.of(asked), ReviewWorld.DAY));
  }
}
