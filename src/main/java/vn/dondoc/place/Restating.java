package vn.dondoc.place;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import vn.dondoc.place.Descent.Share;
import vn.dondoc.place.Restated.Open;
import vn.dondoc.place.Restated.Reason;

/**
 * Carries totals along the lineage, one reform after another, forward or backward in time. Only
 * what went over whole is carried; nothing is ever split by guess.
 */
final class Restating {
  private final BiPredicate<Integer, LocalDate> existed;
  private final List<Open> open = new ArrayList<>();
  private final Set<Integer> lacking = new LinkedHashSet<>();
  private Map<Integer, BigDecimal> totals = new TreeMap<>();

  /**
   * @param existed whether a unit stood on a day
   */
  Restating(BiPredicate<Integer, LocalDate> existed) {
    this.existed = existed;
  }

  Restated restate(
      Map<Integer, BigDecimal> given, List<Descent> lineage, LocalDate from, LocalDate to) {
    given.forEach((id, total) -> {
      if (existed.test(id, from)) {
        totals.put(id, total);
      } else {
        open.add(new Open(id, total, Reason.NOT_ON_MAP, List.of()));
      }
    });
    boolean forward = !to.isBefore(from);
    LocalDate after = forward ? from : to;
    LocalDate last = forward ? to : from;
    TreeMap<LocalDate, List<Descent>> reforms =
        lineage.stream()
            .filter(d -> d.on().isAfter(after) && !d.on().isAfter(last))
            .collect(Collectors.groupingBy(Descent::on, TreeMap::new, Collectors.toList()));
    (forward ? reforms : reforms.descendingMap())
        .forEach((day, descents) -> step(day, descents, forward));
    dropEnded(to);
    Set<Integer> incomplete = new LinkedHashSet<>(lacking);
    incomplete.removeIf(id -> !existed.test(id, to));
    return new Restated(
        totals, open.stream().sorted(Comparator.comparingInt(Open::placeId)).toList(), incomplete);
  }

  /** One reform: every total either stays, moves whole, or stays open. */
  private void step(LocalDate day, List<Descent> descents, boolean forward) {
    Map<Integer, List<Descent>> leaving =
        descents.stream().collect(Collectors.groupingBy(forward ? Descent::from : Descent::to));
    carryDoubt(descents, forward);
    Map<Integer, BigDecimal> next = new HashMap<>();
    LocalDate side = forward ? day : day.minusDays(1);
    totals.forEach((id, total) -> {
      List<Descent> ways = leaving.getOrDefault(id, List.of());
      List<Integer> ends =
          ways.stream().map(forward ? Descent::to : Descent::from).distinct().toList();
      boolean stays = existed.test(id, side);
      if (ways.isEmpty()) {
        next.merge(id, total, BigDecimal::add);
      } else if (!stays && goesWhole(ways, forward)) {
        next.merge(ends.getFirst(), total, BigDecimal::add);
      } else {
        open.add(new Open(id, total, Reason.NEEDS_SHARE, ends));
        lacking.addAll(ends);
        if (stays) {
          lacking.add(id);
        }
      }
    });
    totals = new TreeMap<>(next);
  }

  /** Forward, the one way must be whole; backward, a unit with one source lies wholly within it. */
  private static boolean goesWhole(List<Descent> ways, boolean forward) {
    return ways.size() == 1 && (!forward || ways.getFirst().share() == Share.WHOLE);
  }

  /** A total that lacks something makes lack something whatever it goes into. */
  private void carryDoubt(List<Descent> descents, boolean forward) {
    for (Descent d : descents) {
      int source = forward ? d.from() : d.to();
      if (lacking.contains(source)) {
        lacking.add(forward ? d.to() : d.from());
      }
    }
  }

  private void dropEnded(LocalDate to) {
    List<Integer> ended = totals.keySet().stream().filter(id -> !existed.test(id, to)).toList();
    for (Integer id : ended) {
      BigDecimal total = totals.remove(id);
      if (total != null) {
        open.add(new Open(id, total, Reason.ENDED, List.of()));
      }
    }
  }
}
