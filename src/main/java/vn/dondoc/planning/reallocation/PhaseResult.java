package vn.dondoc.planning.reallocation;

/**
 * What a phase reached and how well that is proved.
 *
 * @param value of the solution kept
 * @param bound no solution is below, given what the earlier phases kept
 * @param proof how the bound is known
 * @param millis time spent
 */
public record PhaseResult(Phase phase, long value, long bound, Proof proof, long millis) {
  /** How far a phase is proved. */
  public enum Proof {
    /** By linear duality: the certificate's multipliers show it without a solver. */
    DUAL,
    /** By the pools' tables of fewest lines: a bound that needs no search. */
    TABLE,
    /** By the integer solver's complete search. */
    SEARCH,
    /** The value equals the least that can be thought. */
    TRIVIAL,
    /** Not proved: stopped or out of time; the bound is the best proved. */
    OPEN
  }

  public boolean proved() {
    return proof != Proof.OPEN;
  }

  /** How far the value may be from the best, as a share of the value; 0 when proved. */
  public double gap() {
    return value == bound ? 0 : (value - bound) / (double) Math.max(1, Math.abs(value));
  }
}
