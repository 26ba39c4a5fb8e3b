package vn.dondoc.rural.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.Places;
import vn.dondoc.rural.assessment.RuralWorld;

/** Whatever was met where: on another map the same communes and the same criteria are counted. */
class OtherMapPropertyTest {
  private static final List<LocalDate> MAPS =
      List.of(
          LocalDate.of(2019, 12, 31),
          LocalDate.of(2020, 8, 14),
          LocalDate.of(2025, 6, 30),
          LocalDate.of(2025, 7, 1));
  private static final RuralWorld WORLD = RuralWorld.start();

  @AfterContainer
  static void stop() {
    WORLD.close();
  }

  @Property(tries = 60)
  void restatingKeepsTotals(@ForAll long seed) {
    Random dice = new Random(seed);
    LocalDate from = MAPS.get(dice.nextInt(MAPS.size()));
    LocalDate to = MAPS.get(dice.nextInt(MAPS.size()));
    List<Commune> communes =
        Acting.call(Actor.system("test"), () -> WORLD.door(Matrices.class).communes(from));
    Map<Integer, Map<Integer, CriterionResult>> results = new HashMap<>();
    int met = 0;
    for (Commune commune : communes) {
      Map<Integer, CriterionResult> row = new HashMap<>();
      for (int criterion = 1; criterion <= 19; criterion++) {
        int meets = dice.nextInt(2);
        met += meets;
        row.put(criterion, new CriterionResult(commune.id(), criterion, 1, meets, 0, 0, 1, 0));
      }
      results.put(commune.id(), row);
    }
    OtherMap map =
        Acting.call(
            Actor.system("test"),
            () -> OtherMap.of(communes, results, WORLD.door(Places.class), from, to));
    assertThat(map.communes()).isEqualTo(communes.size());
    assertThat(map.met()).isEqualTo(met);
  }
}
