package vn.dondoc.cli.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.dondoc.place.Place;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;

/**
 * Lộ trình minh hoạ của một xã: when a commune came to meet what it meets in the end. Months count
 * from the first of the history; what is met stays met.
 *
 * @param unit xã
 * @param first the month of its first report
 * @param missing numbers of the indicators it lacks in the end
 * @param whole the month it meets every criterion from; {@link RuralHistory#MONTHS} when never
 * @param due phấn đấu đạt chuẩn trong năm
 */
record Journey(Place unit, int first, Set<String> missing, int whole, boolean due) {
  /** September 2018 first; November and December come thrice, the end of a year being busy. */
  private static final int[] SURGE = {
    1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14, 14, 15, 15, 15, 16, 17, 18, 19,
    20, 21, 22, 23
  };

  /** Communes due in 2020 did half of what was left to them since its spring. */
  private static final int[] DUE = {
    2, 3, 6, 9, 12, 14, 14, 15, 15, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21, 21, 22, 22, 22, 23
  };

  /** Shares of the criteria that came within the two years; the others were there before. */
  private static final double DUE_LATELY = 0.4;

  private static final double OTHERS_LATELY = 0.28;

  /** Of a recognised commune the share is larger the later it was whole. */
  private static final double RECOGNISED_LATELY = 0.1;

  private static final double A_MONTH_MORE = 0.02;

  /** It was recognised, or is to be, within the two years or before. */
  boolean isWhole() {
    return whole < RuralHistory.MONTHS;
  }

  /** Công nhận đạt chuẩn trước năm 2020. */
  boolean isRecognised() {
    return isWhole() && !due;
  }

  /** The month each indicator is met from, by its number. */
  Map<String, Integer> metFrom(List<Criterion> criteria) {
    Random dice = new Random(131L * unit.code().hashCode());
    dice.nextInt();
    Map<String, Integer> from = new HashMap<>();
    int last = dice.nextInt(criteria.size());
    for (int i = 0; i < criteria.size(); i++) {
      List<Indicator> indicators = criteria.get(i).indicators();
      boolean met = indicators.stream().noneMatch(one -> missing.contains(one.number()));
      int turn = isWhole() && i == last ? whole : turn(dice);
      // One of its indicators decides when a criterion is met; the rest came before or with it.
      int decides = dice.nextInt(indicators.size());
      for (int n = 0; n < indicators.size(); n++) {
        int own = dice.nextBoolean() ? 0 : met ? dice.nextInt(turn + 1) : any(dice);
        String number = indicators.get(n).number();
        from.put(
            number,
            missing.contains(number) ? RuralHistory.MONTHS : met && n == decides ? turn : own);
      }
    }
    return from;
  }

  private int turn(Random dice) {
    double ofTheSet = isWhole() ? RECOGNISED_LATELY + A_MONTH_MORE * whole : OTHERS_LATELY;
    boolean late = dice.nextDouble() < (due ? DUE_LATELY : ofTheSet);
    int month = any(dice);
    return late ? month : 0;
  }

  /** A month of the two years, none after the whole set was met. */
  private int any(Random dice) {
    int[] open = Arrays.stream(due ? DUE : SURGE).filter(month -> month <= whole).toArray();
    return open.length == 0 ? 0 : open[dice.nextInt(open.length)];
  }
}
