package vn.dondoc.capital.reallocation;

import java.time.LocalDate;
import java.util.List;

/** Các đề xuất of the scenarios of a year, as the list of scenarios shows them. */
public interface PutForward {
  /** Those within sight, the latest first. */
  List<One> of(int year);

  /**
   * Một đề xuất.
   *
   * @param path where it is
   * @param name of which scenario
   * @param by who put it forward
   * @param on when
   * @param movedVnd what leaves lines
   * @param stateKey message key of how it stands
   * @param style style of its tag
   */
  record One(
      String path,
      String name,
      String by,
      LocalDate on,
      long movedVnd,
      String stateKey,
      String style) {}
}
