package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
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
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Các dự báo: how likely each commune meets every criterion by the end of a year, learned from the
 * reports of the whole province. Kept until a report or a plan changes.
 */
@Component
public class Forecasts {
  private static final int MONTHS_BACK = 24;

  /** Years and days whose forecasts are kept side by side. */
  private static final int MOST_KEPT = 8;

  private static final Actor READER = Actor.system("Dự báo");

  private final ForecastStore store;
  private final Standards standards;
  private final ProvinceDay day;
  private final TransactionTemplate apart;
  private final ReentrantLock making = new ReentrantLock();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

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

  private record Kept(String mark, Told told) {}

  /** A forecast, or why there is none. */
  record Told(@Nullable Forecast forecast, @Nullable Untold why) {
    static Told not(Untold why) {
      return new Told(null, why);
    }
  }

  /**
   * The forecast for the end of a year.
   *
   * @return empty when no set is in force, nothing was ever reported by it, or the year lies beyond
   *     what can be told
   */
  public Optional<Forecast> of(int year) {
    return Optional.ofNullable(told(year, day.today()).forecast());
  }

  /**
   * The same as it was to be told at the end of a day, or why nothing was. It takes a connection of
   * its own: whoever asks within a transaction holds two, and as many as there are connections
   * would wait for each other.
   */
  Told told(int year, LocalDate on) {
    return Acting.call(
        READER,
        () -> {
          Told there = ifKept(year, on);
          if (there != null) {
            return there;
          }
          // Those who ask at once wait for the one who works it out.
          making.lock();
          try {
            Told since = ifKept(year, on);
            return since == null
                ? Objects.requireNonNull(apart.execute(status -> make(year, on)))
                : since;
          } finally {
            making.unlock();
          }
        });
  }

  private @Nullable Told ifKept(int year, LocalDate on) {
    Kept before = kept.get(year + "/" + on);
    if (before == null) {
      return null;
    }
    String mark = apart.execute(status -> mark(store.blocked(year, on)));
    return before.mark().equals(mark) ? before.told() : null;
  }

  private String mark(Map<ForecastStore.Pair, YearMonth> blocked) {
    return store.mark() + "/" + blocked.hashCode();
  }

  private Told make(int year, LocalDate on) {
    Map<ForecastStore.Pair, YearMonth> blocked = store.blocked(year, on);
    String mark = mark(blocked);
    Told fresh =
        standards
            .yardstick(Standards.COMMUNE, on)
            .map(yardstick -> told(year, yardstick, on, blocked))
            .orElse(Told.not(Untold.NO_SET));
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(year + "/" + on, new Kept(mark, fresh));
    return fresh;
  }

  private Told told(
      int year, Yardstick yardstick, LocalDate on, Map<ForecastStore.Pair, YearMonth> blocked) {
    YearMonth first = YearMonth.from(on).minusMonths(MONTHS_BACK);
    YearMonth by = YearMonth.of(year, 12);
    int set = yardstick.set().id();
    Map<ForecastStore.Pair, Map<YearMonth, Track.State>> told = store.told(set, first, on);
    SortedMap<YearMonth, Long> reporting = reporting(told);
    if (reporting.isEmpty()) {
      return Told.not(Untold.NO_REPORT);
    }
    YearMonth newest = reporting.lastKey();
    YearMonth last = counted(reporting, YearMonth.from(on));
    if (!by.isAfter(last) || !by.isAfter(newest) && on.isAfter(by.atEndOfMonth())) {
      return Told.not(Untold.OVER);
    }
    if (by.isAfter(last.plusMonths(CompletionModel.FARTHEST))) {
      return Told.not(Untold.FAR);
    }
    List<Track> tracks = new ArrayList<>();
    Map<ForecastStore.Pair, Track.State> states = new HashMap<>();
    told.forEach((pair, months) -> {
      tracks.add(
          new Track(
              pair.unit(), pair.indicator(), first, ForecastStore.carried(months, first, last)));
      states.put(pair, ForecastStore.carried(months, first, newest).getLast());
    });
    Map<Integer, Boolean> units = store.units(set, year, on);
    Map<Integer, Map<Integer, Setback>> setbacks =
        setBack(states, store.standing(units.keySet(), set, on), yardstick);
    Map<Integer, List<Now>> now = now(states, units, yardstick, blocked);
    CompletionModel model = CompletionModel.learn(tracks, last);
    Map<Integer, Outlook> outlooks =
        model.forecast(now, by).stream().collect(Collectors.toMap(Outlook::unit, o -> o));
    Map<Integer, List<Now>> due = new TreeMap<>(now);
    due.keySet().removeIf(unit -> !units.getOrDefault(unit, false));
    List<Integer> dueUnits = List.copyOf(due.keySet());
    return new Told(
        new Forecast(by, last, on, outlooks, whole(now), dueUnits, setbacks, model.count(due, by)),
        null);
  }

  /** How many communes reported on each month. */
  private static SortedMap<YearMonth, Long> reporting(
      Map<ForecastStore.Pair, Map<YearMonth, Track.State>> told) {
    Map<YearMonth, Set<Integer>> units = new HashMap<>();
    told.forEach((pair, months) ->
        months
            .keySet()
            .forEach(
                month -> units.computeIfAbsent(month, one -> new HashSet<>()).add(pair.unit())));
    SortedMap<YearMonth, Long> reporting = new TreeMap<>();
    units.forEach((month, those) -> reporting.put(month, (long) those.size()));
    return reporting;
  }

  /**
   * The last month that is learned from: one that has only begun, or is just over and not yet
   * reported on by half of those who reported on the month before, is no silence of the others.
   */
  private static YearMonth counted(SortedMap<YearMonth, Long> reporting, YearMonth now) {
    SortedMap<YearMonth, Long> over = reporting.headMap(now);
    if (over.isEmpty()) {
      return reporting.lastKey();
    }
    YearMonth last = over.lastKey();
    SortedMap<YearMonth, Long> before = over.headMap(last);
    boolean awaited =
        last.equals(now.minusMonths(1))
            && !before.isEmpty()
            && 2 * Objects.requireNonNull(over.get(last))
                < Objects.requireNonNull(before.get(before.lastKey()));
    return awaited ? before.lastKey() : last;
  }

  private static Set<Integer> whole(Map<Integer, List<Now>> now) {
    return now.entrySet().stream()
        .filter(unit -> unit.getValue().stream().allMatch(one -> one.state() == Track.State.MET))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * Puts in the place of what communes last reported what counts: what was found good stands, what
   * was given back or found wanting has to be reached again.
   *
   * @return what was reported as met and does not count, by commune and indicator
   */
  private static Map<Integer, Map<Integer, Setback>> setBack(
      Map<ForecastStore.Pair, Track.State> states,
      ForecastStore.Standing standing,
      Yardstick yardstick) {
    standing.met().forEach(pair -> states.put(pair, Track.State.MET));
    Map<Integer, Map<Integer, Setback>> setbacks = new TreeMap<>();
    standing
        .setbacks()
        .forEach((pair, why) -> {
          Indicator indicator = yardstick.indicators().get(pair.indicator());
          if (states.get(pair) == Track.State.MET && indicator != null) {
            boolean figure = indicator.parts().getFirst().type() != ValueType.YES_NO;
            states.put(pair, figure ? Track.State.NEAR : Track.State.OPEN);
            setbacks
                .computeIfAbsent(pair.unit(), unit -> new TreeMap<>())
                .put(pair.indicator(), why);
          }
        });
    return setbacks;
  }

  /** Every indicator of every commune; what nobody reported is not known. */
  private static Map<Integer, List<Now>> now(
      Map<ForecastStore.Pair, Track.State> states,
      Map<Integer, Boolean> units,
      Yardstick yardstick,
      Map<ForecastStore.Pair, YearMonth> blocked) {
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
