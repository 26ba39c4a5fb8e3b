package vn.dondoc.planning;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import vn.dondoc.planning.Track.State;

/**
 * A made-up province whose communes work their indicators off, month by month.
 *
 * <p>Every commune has a pace (gamma, mean 1), every indicator a difficulty (lognormal), every
 * month a season and a shock that all communes share. A wanting indicator goes from far to halfway
 * to near to met; one in four has no way between. What is met is lost now and then.
 *
 * @param tracks what happened
 */
record SimulatedProvince(List<Track> tracks) {
  static final YearMonth FIRST = YearMonth.of(2018, 9);
  static final int UNITS = 181;
  static final int INDICATORS = 49;
  private static final double LOST = 0.0008;
  private static final double[] SEASON = {0, 0.6, 0.5, 0.9, 1, 1, 1.1, 0.9, 0.9, 1, 1.2, 1.6, 1.9};

  /** As the model believes the world to be. */
  static SimulatedProvince asBelieved(long seed, int months) {
    return of(seed, months, month -> 1);
  }

  /** A world the model does not expect: a campaign doubles every pace in its last six months. */
  static SimulatedProvince withCampaign(long seed, int months) {
    return of(seed, months, month -> month >= months - 6 ? 2 : 1);
  }

  /** Another: everything stops for three months, as in an epidemic. */
  static SimulatedProvince withStandstill(long seed, int months) {
    return of(seed, months, month -> month >= months - 9 && month < months - 6 ? 0.05 : 1);
  }

  private static SimulatedProvince of(long seed, int months, IntToDoubleFunction world) {
    Random dice = new Random(seed);
    double[] difficulty = new double[INDICATORS];
    for (int i = 0; i < INDICATORS; i++) {
      difficulty[i] = 0.09 * Math.exp(0.6 * dice.nextGaussian());
    }
    double[] shocks = new double[months];
    for (int m = 0; m < months; m++) {
      shocks[m] = Math.exp(0.2 * dice.nextGaussian() - 0.02) * world.applyAsDouble(m);
    }
    List<Track> tracks = new ArrayList<>();
    for (int unit = 0; unit < UNITS; unit++) {
      double pace = gamma(dice) / 3;
      double start = 0.35 + 0.6 * dice.nextDouble();
      for (int i = 0; i < INDICATORS; i++) {
        tracks.add(track(dice, unit, i, new Way(start, pace * difficulty[i], i % 4 == 0), shocks));
      }
    }
    return new SimulatedProvince(tracks);
  }

  /** How an indicator of a commune begins, how fast it goes, whether there is a way between. */
  private record Way(double start, double pace, boolean open) {}

  private static Track track(Random dice, int unit, int indicator, Way way, double[] shocks) {
    List<State> states = new ArrayList<>();
    State state = dice.nextDouble() < way.start() ? State.MET : begin(dice, way);
    for (int m = 0; m < shocks.length; m++) {
      states.add(state);
      double season = SEASON[FIRST.plusMonths(m + 1L).getMonthValue()];
      state = next(dice, state, way, season * shocks[m]);
    }
    return new Track(unit, indicator, FIRST, states);
  }

  private static State begin(Random dice, Way way) {
    if (way.open()) {
      return State.OPEN;
    }
    return dice.nextBoolean() ? State.FAR : State.HALFWAY;
  }

  private static State next(Random dice, State state, Way way, double month) {
    boolean moves = dice.nextDouble() < 1 - Math.pow(1 - Math.min(0.9, way.pace()), 3 * month);
    return switch (state) {
      case MET -> dice.nextDouble() < LOST ? State.NEAR : State.MET;
      case FAR -> moves ? State.HALFWAY : State.FAR;
      case HALFWAY -> moves ? State.NEAR : State.HALFWAY;
      case NEAR -> moves ? State.MET : State.NEAR;
      default -> dice.nextDouble() < 1 - Math.pow(1 - way.pace(), month) ? State.MET : state;
    };
  }

  /** Gamma of shape 3: the sum of three exponentials. */
  private static double gamma(Random dice) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum -= Math.log(1 - dice.nextDouble());
    }
    return sum;
  }

  /** What was known at the end of a month. */
  List<Track> until(int months) {
    return tracks.stream()
        .map(t -> new Track(t.unit(), t.indicator(), t.first(), t.states().subList(0, months)))
        .toList();
  }

  /** Whether a commune met everything at the end of a month. */
  boolean isWhole(int unit, int month) {
    return wanting(unit, month) == 0;
  }

  int wanting(int unit, int month) {
    return (int)
        tracks.subList(unit * INDICATORS, (unit + 1) * INDICATORS).stream()
            .filter(track -> track.states().get(month - 1) != State.MET)
            .count();
  }

  List<CompletionModel.Now> now(int unit, int month) {
    return tracks.subList(unit * INDICATORS, (unit + 1) * INDICATORS).stream()
        .map(t -> new CompletionModel.Now(t.indicator(), t.states().get(month - 1), null))
        .toList();
  }
}
