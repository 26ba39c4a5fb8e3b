package vn.dondoc.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dự án as it stands on a day.
 *
 * @param id its id
 * @param step how often it was recorded: the version a change is made from
 * @param facts what it is; places on the map of that day
 * @param standing how far it has come
 * @param yearClass loại trong kế hoạch năm of that day; null while it is in none
 * @param money what was decided of its money
 */
public record Project(
    long id,
    int step,
    ProjectFacts facts,
    Standing standing,
    @Nullable String yearClass,
    Money money) {
  /**
   * Hiện trạng.
   *
   * @param stage giai đoạn
   * @param sideState tình trạng beside it
   * @param since the day it came to be so
   * @param step how often it was recorded
   */
  public record Standing(String stage, String sideState, LocalDate since, int step) {}

  /**
   * Vốn được duyệt.
   *
   * @param totalVnd tổng mức đầu tư; null while no investment was decided
   * @param settlementVnd giá trị quyết toán; null while none was approved
   * @param lawGroup nhóm the total makes it by law; null while nothing was decided
   * @param lawBasis the law it is classed by
   */
  public record Money(
      @Nullable Long totalVnd,
      @Nullable Long settlementVnd,
      @Nullable String lawGroup,
      @Nullable String lawBasis) {}

  /**
   * Một lần ghi.
   *
   * @param step its number, from 1
   * @param facts what was said
   * @param why lý do; null for the first
   * @param on ngày ghi
   * @param by ai
   */
  public record Told(int step, ProjectFacts facts, @Nullable String why, LocalDate on, String by) {}

  /**
   * Một lần chuyển giai đoạn, tình trạng.
   *
   * @param move what was said
   * @param on ngày ghi
   * @param by ai
   */
  public record Moved(Move move, LocalDate on, String by) {}

  /** Between the code and the name, where both are written. */
  static final String BETWEEN = " – ";

  /** Its code and its name, as it is told in a line elsewhere. */
  public String written() {
    String national = facts.codes().national();
    String code = national == null ? facts.codes().budget() : national;
    return code == null ? facts.name() : code + BETWEEN + facts.name();
  }

  /** The group recorded is another than its total makes it by law. */
  public boolean isGroupInDoubt() {
    return money.lawGroup() != null && !money.lawGroup().equals(facts.classing().group());
  }
}
