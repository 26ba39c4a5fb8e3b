package vn.dondoc.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.dondoc.planning.CompletionModel.Now;
import vn.dondoc.planning.Track.State;

class CompletionModelTest {
  private static final int KNOWN = 24;
  private static final YearMonth LAST = SimulatedProvince.FIRST.plusMonths(KNOWN - 1L);
  private static final YearMonth DECEMBER = YearMonth.of(2020, 12);
  private static final SimulatedProvince PROVINCE = SimulatedProvince.asBelieved(14, KNOWN);
  private static final CompletionModel MODEL = CompletionModel.learn(PROVINCE.until(KNOWN), LAST);

  @Test
  void communeThatMetEverythingKeepsItAlmostSurely() {
    assertThat(whole(now(State.MET, 49))).isGreaterThan(0.7);
  }

  @Test
  void weightsOfTheReasonsNameWhatIsWantingFirst() {
    List<Now> indicators = new ArrayList<>(now(State.MET, 48));
    indicators.add(new Now(48, State.FAR, null));
    Outlook outlook = MODEL.forecast(Map.of(1, indicators), DECEMBER).getFirst();
    assertThat(outlook.reasons().getFirst().indicator()).isEqualTo(48);
    assertThat(outlook.reasons().getFirst().weight()).isGreaterThan(0.5);
  }

  @Test
  void whatIsBlockedUntilAfterTheDateCannotBecomeMet() {
    List<Now> blocked = List.of(new Now(3, State.NEAR, YearMonth.of(2021, 2)));
    assertThat(whole(blocked)).isZero();
    List<Now> later = List.of(new Now(3, State.NEAR, YearMonth.of(2020, 12)));
    List<Now> free = List.of(new Now(3, State.NEAR, null));
    assertThat(whole(later)).isBetween(0.0, whole(free));
  }

  @Test
  void numberOfUnitsIsADistribution() {
    Map<Integer, List<Now>> due = new TreeMap<>();
    for (int unit = 0; unit < 13; unit++) {
      due.put(unit, PROVINCE.now(unit, KNOWN));
    }
    List<Double> exact = MODEL.count(due, DECEMBER);
    assertThat(exact).hasSize(14);
    assertThat(exact.stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-4));
    double mean = 0;
    for (int n = 0; n < exact.size(); n++) {
      mean += n * exact.get(n);
    }
    double sum = MODEL.forecast(due, DECEMBER).stream().mapToDouble(o -> o.at(DECEMBER)).sum();
    assertThat(mean).isCloseTo(sum, within(1e-3));
  }

  @Test
  void provinceWithoutHistoryIsForecastWithoutSureness() {
    CompletionModel blank = CompletionModel.learn(List.of(), LAST);
    Outlook outlook =
        blank.forecast(Map.of(1, List.of(new Now(1, State.NEAR, null))), DECEMBER).getFirst();
    assertThat(outlook.at(DECEMBER)).isBetween(0.05, 0.5);
  }

  @Test
  void monthThatIsPastOrTooFarIsRefused() {
    assertThatThrownBy(() -> MODEL.forecast(Map.of(), LAST))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MODEL.forecast(Map.of(), LAST.plusYears(5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 40)
  void oneIndicatorMoreThatWantsNeverRaisesTheChance(
      @ForAll @IntRange(min = 0, max = 48) int indicator, @ForAll @IntRange(max = 180) int unit) {
    List<Now> indicators = new ArrayList<>(PROVINCE.now(unit, KNOWN));
    indicators.removeIf(now -> now.indicator() == indicator);
    double without = whole(unit, indicators);
    indicators.add(new Now(indicator, State.FAR, null));
    assertThat(whole(unit, indicators)).isLessThanOrEqualTo(without + 1e-12);
  }

  @Property(tries = 20)
  void orderOfTheHistoryChangesNothing(@ForAll long seed) {
    List<Track> tracks = new ArrayList<>(PROVINCE.until(KNOWN));
    java.util.Collections.shuffle(tracks, new java.util.Random(seed));
    CompletionModel other = CompletionModel.learn(tracks, LAST);
    Map<Integer, List<Now>> unit = Map.of(7, PROVINCE.now(7, KNOWN));
    assertThat(other.forecast(unit, DECEMBER).getFirst().at(DECEMBER))
        .isCloseTo(MODEL.forecast(unit, DECEMBER).getFirst().at(DECEMBER), within(1e-9));
  }

  private static double whole(List<Now> indicators) {
    return whole(999, indicators);
  }

  private static double whole(int unit, List<Now> indicators) {
    return MODEL.forecast(Map.of(unit, indicators), DECEMBER).getFirst().at(DECEMBER);
  }

  private static List<Now> now(State state, int count) {
    List<Now> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Now(i, state, null));
    }
    return all;
  }
}
