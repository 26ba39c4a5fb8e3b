package vn.dondoc.capital.reallocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.planning.reallocation.Rules;

/**
 * Điều kiện của một kịch bản: what a planner sets.
 *
 * @param percent mục tiêu toàn tỉnh, in percent
 * @param definition code of how the rate is measured
 * @param receiver how surely a receiver has to use what it gets, as quantile of the forecast
 * @param giver how surely a giver would lapse what it loses
 * @param smallestVnd the smallest change worth a line in a decision
 * @param unitVnd rounding
 * @param ownerLossPercent the largest share of its plan an owner may lose; 100 for no limit
 * @param mediumTerm whether moves may need a change of the medium-term plan
 * @param frozen pools where nothing moves
 * @param pins what is held fast line by line
 */
public record ScenarioRules(
    BigDecimal percent,
    String definition,
    int receiver,
    int giver,
    long smallestVnd,
    long unitVnd,
    int ownerLossPercent,
    boolean mediumTerm,
    List<Integer> frozen,
    List<Held> pins) {
  private static final int MEASURED = 50;
  private static final long PPM_A_PERCENT = 10_000;

  public ScenarioRules {
    frozen = List.copyOf(frozen);
    pins = List.copyOf(pins);
  }

  /**
   * Ghim.
   *
   * @param id its number within the scenario; conflicts name it
   * @param amount đồng, or millionths of the plan for the largest share
   */
  public record Held(long id, Pin.Kind kind, Pin.Scope scope, long subject, long amount) {
    Pin pin() {
      return new Pin(id, kind, scope, subject, amount);
    }

    /** Its amount is money. */
    public boolean isMoney() {
      return kind == Pin.Kind.FORCE_CUT
          || kind == Pin.Kind.FORCE_RAISE
          || kind == Pin.Kind.LARGEST_CUT;
    }
  }

  /** As the engine reads them; a frozen pool is a pin with the pool's number below zero. */
  Rules rules() {
    List<Pin> all = new ArrayList<>(pins.stream().map(Held::pin).toList());
    for (int pool : frozen) {
      all.add(new Pin(-pool, Pin.Kind.KEEP, Pin.Scope.POOL, pool, 0));
    }
    return new Rules(
        new Rules.Quantiles(receiver, MEASURED, giver),
        unitVnd,
        smallestVnd,
        ownerLossPercent >= 100 ? Rules.NO_OWNER_LIMIT : ownerLossPercent * PPM_A_PERCENT,
        mediumTerm,
        all);
  }

  /** Percent in hundredths, exact. */
  long hundredths() {
    return percent.movePointRight(2).longValueExact();
  }

  ScenarioRules with(List<Held> others) {
    return new ScenarioRules(
        percent,
        definition,
        receiver,
        giver,
        smallestVnd,
        unitVnd,
        ownerLossPercent,
        mediumTerm,
        frozen,
        others);
  }
}
