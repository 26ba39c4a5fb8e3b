package vn.dondoc.planning.reallocation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phương án điều chỉnh, with its proofs and reasons as data.
 *
 * @param outcome how it ended
 * @param moves by line, in the order of the instance's lines
 * @param returnedVnd hoàn trả by pool, only where above 0
 * @param phases in order; those not entered are missing
 * @param before the plan as it stands
 * @param after the plan as proposed
 * @param certificate what can be reached at most, pool by pool, and the dual proof of both money
 *     phases
 * @param left each line without a move, and why
 * @param marginals what one more unit of a tight limit would bring, best first
 * @param conflict pins that contradict, null where none do
 * @param findings what looked wrong in the input but does not hinder
 */
public record Proposal(
    Outcome outcome,
    List<Move> moves,
    Map<Long, Long> returnedVnd,
    List<PhaseResult> phases,
    Standing before,
    Standing after,
    Certificate certificate,
    List<WhyNot> left,
    List<Marginal> marginals,
    @Nullable Conflict conflict,
    List<Problem> findings) {
  public Proposal {
    moves = List.copyOf(moves);
    returnedVnd = Map.copyOf(returnedVnd);
    phases = List.copyOf(phases);
    left = List.copyOf(left);
    marginals = List.copyOf(marginals);
    findings = List.copyOf(findings);
  }

  /** How a search ended. */
  public enum Outcome {
    /** Đạt mục tiêu. */
    REACHED,
    /** Mục tiêu không đạt được: the most that can be reached is proposed. */
    OUT_OF_REACH,
    /** Các ghim mâu thuẫn: nothing is proposed. */
    CONTRADICTION,
    /** Dừng sớm before any lawful plan was found: nothing is proposed. */
    UNDECIDED
  }

  /**
   * Where the province would stand.
   *
   * @param denominatorVnd of the rate
   * @param expectedVnd counted payments at the measured quantile
   * @param expected10Vnd at the 10 percent quantile of every line
   * @param expected90Vnd at the 90 percent quantile of every line
   */
  public record Standing(
      long denominatorVnd, long expectedVnd, long expected10Vnd, long expected90Vnd) {}

  /** The result of a phase, null where it was not entered. */
  public @Nullable PhaseResult phase(Phase phase) {
    for (PhaseResult result : phases) {
      if (result.phase() == phase) {
        return result;
      }
    }
    return null;
  }
}
