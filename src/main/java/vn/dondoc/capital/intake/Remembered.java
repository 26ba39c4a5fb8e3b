package vn.dondoc.capital.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Điều đã nhớ: what a person said a name of a sender means, for its next files too.
 *
 * @param id its number
 * @param sender whose name it is
 * @param isPool it names a source; else a project
 * @param words as the last file that has it writes it
 * @param meant what it means
 * @param said by whom, when
 */
record Remembered(long id, Sender sender, boolean isPool, String words, Meant meant, Words said) {
  /** Đơn vị gửi. */
  record Sender(int id, String name) {}

  /**
   * Nghĩa.
   *
   * @param projectId dự án; null when it is none
   * @param name of the project or pool; null when the name is left out
   * @param heading its row begins a group
   */
  record Meant(@Nullable Long projectId, @Nullable String name, boolean heading) {}

  /** Ai trả lời, khi nào. */
  record Words(String by, Instant at) {}
}
