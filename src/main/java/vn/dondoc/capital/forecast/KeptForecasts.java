package vn.dondoc.capital.forecast;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.planning.forecast.Line;
import vn.dondoc.planning.forecast.Part;
import vn.dondoc.planning.forecast.Scenarios;
import vn.dondoc.planning.forecast.Target;

/**
 * Dự báo giữ lại: made once for a year, a day and a state of the ledger, of the whole province, so
 * that all who look at a line see the same figure; each sees of it what is within maker.
 */
@Component
class KeptForecasts implements Forecasts, DisposableBean {
  private static final Actor SYSTEM = Actor.system("Dự báo giải ngân");
  private static final int MOST = 8;
  private static final long PATIENCE_MILLIS = 500;

  private final Maker maker;
  private final ExecutorService workers = Executors.newSingleThreadExecutor();

  /** The last used last. */
  private final Map<Key, CompletableFuture<Made>> kept = new LinkedHashMap<>(16, 0.75f, true);

  KeptForecasts(Maker maker) {
    this.maker = maker;
  }

  /** Budget years there are pools of, the last first. */
  List<Integer> years() {
    return maker.years();
  }

  private record Key(int year, LocalDate day, String state) {}

  /**
   * What a page shows.
   *
   * @param forecast within sight
   * @param stale the ledger has changed since; a newer one is being made
   */
  record Ready(YearForecast forecast, boolean stale) {}

  @Override
  public YearForecast of(int year, LocalDate day) {
    return seen(join(asked(year, day)));
  }

  /**
   * What there is without waiting: of the present state, else of an earlier one of the same day,
   * else nothing yet; what lacks is begun.
   */
  Optional<Ready> ready(int year, LocalDate day) {
    CompletableFuture<Made> present = asked(year, day);
    try {
      return Optional.of(
          new Ready(seen(present.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)), false));
    } catch (TimeoutException e) {
      return earlier(year, day).map(made -> new Ready(seen(made), true));
    } catch (ExecutionException e) {
      return Optional.of(new Ready(seen(join(present)), false));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private synchronized Optional<Made> earlier(int year, LocalDate day) {
    return kept.entrySet().stream()
        .filter(one -> one.getKey().year() == year && one.getKey().day().equals(day))
        .filter(one -> one.getValue().isDone() && !one.getValue().isCompletedExceptionally())
        .reduce((one, other) -> other)
        .map(one -> one.getValue().join());
  }

  private CompletableFuture<Made> asked(int year, LocalDate day) {
    Key key = new Key(year, day, Acting.call(SYSTEM, maker::state));
    synchronized (this) {
      CompletableFuture<Made> there = kept.get(key);
      if (there == null || there.isCompletedExceptionally()) {
        there =
            CompletableFuture.supplyAsync(
                () -> Acting.call(SYSTEM, () -> maker.make(year, day, key.state())), workers);
        kept.put(key, there);
        if (kept.size() > MOST) {
          kept.remove(kept.keySet().iterator().next());
        }
      }
      return there;
    }
  }

  private static Made join(CompletableFuture<Made> made) {
    try {
      return made.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private YearForecast seen(Made made) {
    return maker.seesAll() ? made.all() : made.seen(maker.visible(made.all().year()));
  }

  @Override
  public double chance(YearForecast forecast, TargetChance target, Map<Long, Long> plans) {
    if (!maker.seesAll()) {
      throw Refusal.of(ForecastRefusal.SIGHT, "", "");
    }
    Made made = join(asked(forecast.year(), forecast.day()));
    Scenarios scenarios = made.scenarios().get(target.kind());
    Integer month = made.months().get(target.kind());
    if (scenarios == null || month == null) {
      throw Refusal.of(ForecastRefusal.TARGET, target.kind().name(), target.kind().name());
    }
    return month <= made.all().known()
        ? target.probability()
        : scenarios.chance(
            new Target(target.kind().name(), Part.PROVINCE, month, target.amount()), plans);
  }

  @Override
  public long middle(YearForecast forecast, Map<Long, Long> plans) {
    if (!maker.seesAll()) {
      throw Refusal.of(ForecastRefusal.SIGHT, "", "");
    }
    return join(asked(forecast.year(), forecast.day()))
        .whole()
        .median(Part.PROVINCE, Line.LAST_MONTH, plans);
  }

  @Override
  public void destroy() {
    workers.shutdownNow();
  }
}
