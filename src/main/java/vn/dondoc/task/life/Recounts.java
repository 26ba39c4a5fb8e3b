package vn.dondoc.task.life;

import java.util.List;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Những hạn đổi theo lịch.
 *
 * @param moved the deadlines that move
 * @param problems parts with a day of their own that a moved whole would leave behind; while there
 *     are any, nothing moves
 */
public record Recounts(List<Recount> moved, List<Problem> problems) {
  public Recounts {
    moved = List.copyOf(moved);
    problems = List.copyOf(problems);
  }
}
