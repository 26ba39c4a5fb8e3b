package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.planning.CompletionModel;
import vn.dondoc.planning.CompletionModel.Now;
import vn.dondoc.planning.Outlook;
import vn.dondoc.planning.Track;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Các dự báo: how likely each commune meets every criterion by the end of a year, learned from the
 * reports of the whole province. Kept until a report or a plan changes.
 */
@Component
public class Forecasts {
  private static final int MONTHS_BACK = 24;
  private static final Actor READER = Actor.system("Dự báo");

  private final ForecastStore store;
  private final Standards standards;
  private final ProvinceDay day;
  private final TransactionTemplate apart;
  private volatile @Nullable Kept kept;

  Forecasts(
      ForecastStore store,
      Standards standards,
      ProvinceDay day,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.standards = standards;
    this.day = day;
    // Learned from the whole province, so never within the sight of whoever asks.
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    apart.setReadOnly(true);
  }

  private record Kept(String mark, Optional<Forecast> forecast) {}

  /**
   * The forecast for the end of a year.
   *
   * @return empty when no set is in force, nothing was ever reported, or the year lies beyond what
   *     can be told
   */
  public Optional<Forecast> of(int year) {
    return Acting.call(READER, () -> apart.execute(status -> current(year)));
  }

  private Optional<Forecast> current(int year) {
    LocalDate today = day.today();
    Map<ForecastStore.Pair, YearMonth> blocked = store.blocked(year, today);
    String mark = year + "/" + today + "/" + store.mark() + "/" + blocked.hashCode();
    Kept before = kept;
    if (before != null && before.mark().equals(mark)) {
      return before.forecast();
    }
    Optional<Forecast> fresh =
        standards
            .yardstick(Standards.COMMUNE, today)
            .flatMap(yardstick -> told(year, yardstick, today, blocked));
    kept = new Kept(mark, fresh);
    return fresh;
  }

  private Optional<Forecast> told(
      int year, Yardstick yardstick, LocalDate today, Map<ForecastStore.Pair, YearMonth> blocked) {
    YearMonth first = YearMonth.from(today).minusMonths(MONTHS_BACK);
    YearMonth by = YearMonth.of(year, 12);
    Map<ForecastStore.Pair, Map<YearMonth, Track.State>> told =
        store.told(yardstick.set().id(), first, today);
    Optional<YearMonth> last =
        told.values().stream()
            .flatMap(months -> months.keySet().stream())
            .max(YearMonth::compareTo);
    if (last.isEmpty()
        || !by.isAfter(last.get())
        || by.isAfter(last.get().plusMonths(CompletionModel.FARTHEST))) {
      return Optional.empty();
    }
    List<Track> tracks = new ArrayList<>();
    told.forEach((pair, months) ->
        tracks.add(
            new Track(
                pair.unit(),
                pair.indicator(),
                first,
                ForecastStore.carried(months, first, last.get()))));
    Map<Integer, Boolean> units = store.units(yardstick.set().id(), year, today);
    Map<Integer, List<Now>> now = now(tracks, units, yardstick, blocked);
    CompletionModel model = CompletionModel.learn(tracks, last.get());
    Map<Integer, Outlook> outlooks =
        model.forecast(now, by).stream().collect(Collectors.toMap(Outlook::unit, o -> o));
    Map<Integer, List<Now>> due = new TreeMap<>(now);
    due.keySet().removeIf(unit -> !units.getOrDefault(unit, false));
    return Optional.of(
        new Forecast(
            by, last.get(), today, outlooks, List.copyOf(due.keySet()), model.count(due, by)));
  }

  /** Every indicator of every commune; what nobody reported is not known. */
  private static Map<Integer, List<Now>> now(
      List<Track> tracks,
      Map<Integer, Boolean> units,
      Yardstick yardstick,
      Map<ForecastStore.Pair, YearMonth> blocked) {
    Map<ForecastStore.Pair, Track.State> states = new HashMap<>();
    for (Track track : tracks) {
      states.put(new ForecastStore.Pair(track.unit(), track.indicator()), track.states().getLast());
    }
    Map<Integer, List<Now>> now = new TreeMap<>();
    for (int unit : units.keySet()) {
      List<Now> indicators = new ArrayList<>();
      for (int indicator : yardstick.indicators().keySet()) {
        ForecastStore.Pair pair = new ForecastStore.Pair(unit, indicator);
        indicators.add(
            new Now(indicator, states.getOrDefault(pair, Track.State.UNKNOWN), blocked.get(pair)));
      }
      now.put(unit, indicators);
    }
    return now;
  }
}
