package vn.dondoc.rural.matrix;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.place.Place;
import vn.dondoc.place.PlaceMap;
import vn.dondoc.place.Places;
import vn.dondoc.place.Restated;
import vn.dondoc.rural.standard.Criterion;

/**
 * Kết quả quy về bản đồ khác: of the communes that went whole into a unit of the other map, how
 * many meet each criterion. What was divided stands apart: it needs a share that nobody gave.
 *
 * @param day the day of the other map
 * @param lines its units, those that took in a commune
 * @param open communes whose results stay open
 */
record OtherMap(LocalDate day, List<Line> lines, List<Open> open) {
  /** Where a commune's one is counted, whatever it meets. */
  private static final int EACH = 0;

  /**
   * Một đơn vị của bản đồ khác.
   *
   * @param unit đơn vị
   * @param communes how many communes went whole into it
   * @param met criteria met by them together
   * @param meeting by criterion, how many of them meet it
   * @param incomplete parts of other communes went into it as well
   */
  record Line(
      Place unit, int communes, int met, Map<Integer, Integer> meeting, boolean incomplete) {
    int meeting(Criterion criterion) {
      return meeting.getOrDefault(criterion.id(), 0);
    }
  }

  /**
   * Xã chia về nhiều nơi, or with no unit after it.
   *
   * @param title of the unit where it stopped
   * @param communes how many communes it stands for
   * @param met criteria met by them together
   * @param meeting by criterion, how many of them meet it
   * @param candidates units its parts went to
   */
  record Open(
      Bilingual title,
      int communes,
      int met,
      Map<Integer, Integer> meeting,
      List<Bilingual> candidates) {
    int meeting(Criterion criterion) {
      return meeting.getOrDefault(criterion.id(), 0);
    }
  }

  /** Tells results of the map of one day on that of another. */
  static OtherMap of(
      Collection<Commune> communes,
      Map<Integer, Map<Integer, CriterionResult>> results,
      Places places,
      LocalDate from,
      LocalDate to) {
    List<Integer> criteria =
        results.values().stream().flatMap(r -> r.keySet().stream()).distinct().sorted().toList();
    List<Map<Integer, BigDecimal>> figures = new ArrayList<>();
    figures.add(ones(communes, results, -1));
    criteria.forEach(criterion -> figures.add(ones(communes, results, criterion)));
    List<Restated> told = places.restateEach(figures, from, to);
    PlaceMap map = places.on(to);
    return new OtherMap(to, lines(told, criteria, map), open(told, criteria, places));
  }

  /** Communes that went whole into a unit. */
  int whole() {
    return lines.stream().mapToInt(Line::communes).sum();
  }

  int communes() {
    return whole() + open.stream().mapToInt(Open::communes).sum();
  }

  int met() {
    return lines.stream().mapToInt(Line::met).sum() + open.stream().mapToInt(Open::met).sum();
  }

  /** How many communes meet a criterion, wherever they went. */
  int meeting(Criterion criterion) {
    return lines.stream().mapToInt(line -> line.meeting(criterion)).sum()
        + open.stream().mapToInt(one -> one.meeting(criterion)).sum();
  }

  private static Map<Integer, BigDecimal> ones(
      Collection<Commune> communes,
      Map<Integer, Map<Integer, CriterionResult>> results,
      int criterion) {
    Map<Integer, BigDecimal> ones = new HashMap<>();
    for (Commune commune : communes) {
      CriterionResult result = results.getOrDefault(commune.id(), Map.of()).get(criterion);
      boolean counts = criterion < 0 || result != null && result.result().counts();
      ones.put(commune.id(), counts ? BigDecimal.ONE : BigDecimal.ZERO);
    }
    return ones;
  }

  private static List<Line> lines(List<Restated> told, List<Integer> criteria, PlaceMap map) {
    Restated each = told.get(EACH);
    List<Line> lines = new ArrayList<>();
    for (Place unit : map.places()) {
      boolean incomplete = each.incomplete().contains(unit.id());
      int communes = figure(each, unit);
      if (communes > 0 || incomplete) {
        Map<Integer, Integer> meeting =
            IntStream.range(0, criteria.size())
                .boxed()
                .collect(Collectors.toMap(criteria::get, n -> figure(told.get(n + 1), unit)));
        int met = meeting.values().stream().mapToInt(Integer::intValue).sum();
        lines.add(new Line(unit, communes, met, meeting, incomplete));
      }
    }
    return lines;
  }

  private static int figure(Restated told, Place unit) {
    return told.totals().getOrDefault(unit.id(), BigDecimal.ZERO).intValueExact();
  }

  private static List<Open> open(List<Restated> told, List<Integer> criteria, Places places) {
    List<Restated.Open> stopped = told.get(EACH).open();
    Set<Integer> named = new HashSet<>();
    stopped.forEach(open -> {
      named.add(open.placeId());
      named.addAll(open.candidates());
    });
    Bilingual nameless = new Bilingual("", null);
    Map<Integer, Bilingual> titles = places.titles(named);
    List<Open> all = new ArrayList<>();
    for (int n = 0; n < stopped.size(); n++) {
      // Every figure goes the same way, so what is open of one is open of all, in the same order.
      int at = n;
      Map<Integer, Integer> meeting =
          IntStream.range(0, criteria.size())
              .boxed()
              .collect(
                  Collectors.toMap(
                      criteria::get, c -> told.get(c + 1).open().get(at).total().intValueExact()));
      int met = meeting.values().stream().mapToInt(Integer::intValue).sum();
      Restated.Open open = stopped.get(n);
      all.add(
          new Open(
              titles.getOrDefault(open.placeId(), nameless),
              open.total().intValueExact(),
              met,
              meeting,
              open.candidates().stream().map(id -> titles.getOrDefault(id, nameless)).toList()));
    }
    return all;
  }
}
