package vn.dondoc.capital.reallocation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Kịch bản điều chuyển.
 *
 * @param id its number
 * @param year năm ngân sách
 * @param name tên
 * @param by who made it
 * @param on when
 * @param step the how-manieth rules
 * @param rules điều kiện
 * @param changedBy who set these rules
 * @param job the last time it was solved; null before
 */
public record Scenario(
    long id,
    int year,
    String name,
    String by,
    LocalDate on,
    int step,
    ScenarioRules rules,
    String changedBy,
    @Nullable SolveJob job) {

  public String path() {
    return ScenarioPage.PATH + "/" + id;
  }

  /** Its rules were changed after it was last solved. */
  public boolean isChanged() {
    return job != null && job.step() < step;
  }
}
