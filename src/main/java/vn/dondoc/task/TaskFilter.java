package vn.dondoc.task;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lọc danh sách nhiệm vụ; a null leaves the matter open.
 *
 * @param bodyId tasks this body leads or helps with, its groups' tasks not counted
 * @param lead only those it leads
 * @param due the form of the deadline
 * @param from deadlines on this day or later
 * @param until deadlines on this day or earlier
 * @param sourceId tasks of one source
 * @param words in the action or the quote, without case or tones
 * @param sort the order
 */
public record TaskFilter(
    @Nullable Integer bodyId,
    boolean lead,
    Due.@Nullable Kind due,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable Long sourceId,
    String words,
    Sort sort) {

  /** Orders of the list. */
  public enum Sort {
    DEADLINE,
    CODE,
    BODY,
    PARAGRAPH
  }

  /**
   * What the address of the list asks for.
   *
   * @throws vn.dondoc.kernel.Refusal when it names a day that is none
   */
  public static TaskFilter of(Map<String, String> asked) {
    return TaskRequest.filter(asked);
  }

  /** Every task of one source in the order of its paragraphs. */
  public static TaskFilter ofSource(long sourceId) {
    return new TaskFilter(null, false, null, null, null, sourceId, "", Sort.PARAGRAPH);
  }

  /** Every task the actor may see. */
  public static TaskFilter all() {
    return new TaskFilter(null, false, null, null, null, null, "", Sort.DEADLINE);
  }
}
