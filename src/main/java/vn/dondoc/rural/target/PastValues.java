package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Giá trị của những ngày đã qua: what is measured at the end of a day that is over stays as it is
 * until somebody reports for that day or an earlier one. To work them out is nine tenths of a page
 * of targets, so they are kept.
 */
@Component
class PastValues {
  /** However they came about, values are worked out anew after this time. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Days kept: two years of months by two sets. */
  private static final int MOST = 64;

  private final TargetStore store;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
  private final AtomicLong seen = new AtomicLong();

  PastValues(TargetStore store) {
    this.store = store;
  }

  /**
   * Điều được hỏi.
   *
   * @param year of the targets
   * @param set bộ tiêu chí
   * @param last the newest of the targets: another one is another question
   */
  record Question(int year, int set, int last) {}

  private record Key(Question question, LocalDate day) {}

  private record Kept(Map<Integer, BigDecimal> values, Instant at) {}

  /**
   * Values by target and day.
   *
   * @param work works out those of some days
   */
  Map<Integer, Map<LocalDate, BigDecimal>> of(
      Question question,
      List<LocalDate> days,
      LocalDate today,
      Function<List<LocalDate>, Map<Integer, Map<LocalDate, BigDecimal>>> work) {
    forget();
    Map<Integer, Map<LocalDate, BigDecimal>> values = new HashMap<>();
    List<LocalDate> open = new ArrayList<>();
    for (LocalDate day : days) {
      Kept there = kept.get(new Key(question, day));
      if (there == null) {
        open.add(day);
      } else {
        there.values().forEach((target, value) -> put(values, target, day, value));
      }
    }
    if (!open.isEmpty()) {
      Map<LocalDate, Map<Integer, BigDecimal>> made = new HashMap<>();
      open.forEach(day -> made.put(day, new HashMap<>()));
      work.apply(open)
          .forEach((target, course) ->
              course.forEach((day, value) -> {
                put(values, target, day, value);
                made.computeIfAbsent(day, on -> new HashMap<>()).put(target, value);
              }));
      keep(question, today, made);
    }
    return values;
  }

  private void keep(
      Question question, LocalDate today, Map<LocalDate, Map<Integer, BigDecimal>> made) {
    if (kept.size() + made.size() > MOST) {
      kept.clear();
    }
    made.forEach((day, values) -> {
      if (day.isBefore(today)) {
        kept.put(new Key(question, day), new Kept(Map.copyOf(values), Instant.now()));
      }
    });
  }

  /** What was reported since, of a day that is kept or one before it, counts for that day too. */
  private void forget() {
    long before = seen.get();
    TargetStore.Since since = store.since(before);
    LocalDate earliest = since.earliest();
    if (earliest != null) {
      kept.keySet().removeIf(key -> !key.day().isBefore(earliest));
    }
    Long newest = since.newest();
    if (newest != null) {
      seen.accumulateAndGet(newest, Math::max);
    }
    Instant oldest = Instant.now().minus(LONGEST);
    kept.values().removeIf(one -> one.at().isBefore(oldest));
  }

  private static void put(
      Map<Integer, Map<LocalDate, BigDecimal>> values,
      int target,
      LocalDate day,
      BigDecimal value) {
    values.computeIfAbsent(target, id -> new HashMap<>()).put(day, value);
  }
}
