package vn.dondoc.project.start;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quy định khởi công: what a directive wants begun by when.
 *
 * @param id its id
 * @param taskId nhiệm vụ that ordered it
 * @param step how often it was recorded
 * @param terms what it says
 * @param ended it holds no more
 */
public record StartRule(long id, long taskId, int step, Terms terms, boolean ended) {
  /**
   * Nội dung.
   *
   * @param name tên
   * @param clause the words that ordered it
   * @param year năm kế hoạch whose projects fall under it
   * @param classCode loại trong kế hoạch năm, a code of the reference data
   * @param lastDay the last day a start is in time
   * @param owners bodies and groups that are bound; none for every owner
   * @param differs lý do ghi khác nhiệm vụ: why clause, day or owners are not as the task has them;
   *     null where they are
   */
  public record Terms(
      String name,
      String clause,
      int year,
      String classCode,
      LocalDate lastDay,
      List<Integer> owners,
      @Nullable String differs) {
    public Terms {
      owners = List.copyOf(owners);
    }

    /** As the task has it. */
    public Terms(
        String name,
        String clause,
        int year,
        String classCode,
        LocalDate lastDay,
        List<Integer> owners) {
      this(name, clause, year, classCode, lastDay, owners, null);
    }

    /** Binds every owner. */
    public Terms(String name, String clause, int year, String classCode, LocalDate lastDay) {
      this(name, clause, year, classCode, lastDay, List.of());
    }

    /** The same for these alone. */
    public Terms binding(List<Integer> bound) {
      return new Terms(name, clause, year, classCode, lastDay, bound, differs);
    }

    /** The same otherwise than the task has it, for a reason. */
    public Terms differing(@Nullable String reason) {
      return new Terms(name, clause, year, classCode, lastDay, owners, reason);
    }

    /** Says in words, day and circle what another does. */
    boolean orders(Terms other) {
      return clause.equals(other.clause)
          && lastDay.equals(other.lastDay)
          && owners.equals(other.owners);
    }
  }
}
