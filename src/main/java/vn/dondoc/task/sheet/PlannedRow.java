package vn.dondoc.task.sheet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Một dòng có sửa, và điều nó sẽ làm.
 *
 * @param number of the row
 * @param place "Nhiệm vụ!A7"
 * @param taskId the task it is about
 * @param code mã
 * @param about what it is about, in words
 * @param fields what was edited
 * @param moved how the register moved since the sheet went out; null when it did not
 * @param seen where the register stands
 * @param keeps which is kept, when it moved and somebody chose
 * @param obstacle why the sheet's cannot be kept any more; empty when it can
 */
record PlannedRow(
    int number,
    String place,
    long taskId,
    String code,
    String about,
    List<Field> fields,
    @Nullable Moved moved,
    int seen,
    @Nullable Boolean keeps,
    String obstacle) {

  /**
   * One field that was edited.
   *
   * @param key message key of its name
   * @param exported as it went out
   * @param edited as it came back
   * @param now as it stands
   * @param cell where it was edited, "Nhiệm vụ!H7"
   */
  record Field(String key, String exported, String edited, String now, String cell) {}

  /**
   * How the register moved.
   *
   * @param by who moved it last
   * @param at when
   * @param what what was done
   */
  record Moved(String by, Instant at, String what) {}

  boolean isConflict() {
    return moved != null;
  }

  boolean isUndecided() {
    return moved != null && keeps == null;
  }

  /** Whether the sheet's is what will stand. */
  boolean isWritten() {
    return moved == null || Boolean.TRUE.equals(keeps);
  }

  /** Which of the two is kept; null while nobody chose, or the register moved again. */
  static @Nullable Boolean keeps(StagedStore.@Nullable Choice choice, int seen) {
    return choice == null || choice.seen() != seen ? null : Boolean.valueOf(choice.sheet());
  }
}
