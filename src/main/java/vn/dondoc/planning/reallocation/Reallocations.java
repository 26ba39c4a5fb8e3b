package vn.dondoc.planning.reallocation;

import java.util.List;

/** Điều chỉnh kế hoạch vốn: the door of the engine. */
public final class Reallocations {
  private Reallocations() {}

  /** All that is wrong or strange in an instance. */
  public static List<Problem> check(Instance instance) {
    return new InstanceCheck(instance).problems();
  }
}
