package vn.dondoc.planning.reallocation;

import java.util.List;
import vn.dondoc.planning.reallocation.programme.InstanceCheck;
import vn.dondoc.planning.reallocation.solve.Solving;

/** Điều chỉnh kế hoạch vốn: the door of the engine. */
public final class Reallocations {
  private Reallocations() {}

  /** All that is wrong or strange in an instance. */
  public static List<Problem> check(Instance instance) {
    return new InstanceCheck(instance).problems();
  }

  /**
   * Finds the best lawful plan, phase by phase. It always comes back: at the end of the effort, or
   * soon after {@link Progress#stopped()}, with the best plan so far and the best bounds proved.
   *
   * @throws IllegalArgumentException when {@link #check} has a problem that refuses
   */
  public static Proposal solve(Instance instance, Effort effort, Progress progress) {
    List<Problem> problems = check(instance);
    List<Problem> refusing = problems.stream().filter(Problem::refuses).toList();
    if (!refusing.isEmpty()) {
      throw new IllegalArgumentException("The instance cannot be solved: " + refusing);
    }
    return new Solving(instance, effort, progress, problems).proposal();
  }
}
