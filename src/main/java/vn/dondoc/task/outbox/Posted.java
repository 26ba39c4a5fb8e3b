package vn.dondoc.task.outbox;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Thư trong hộp thư đi.
 *
 * @param id its id
 * @param letter what it says, to whom
 * @param messageId the name it keeps however often it is tried
 * @param state where it stands
 * @param attempts how often it was tried
 * @param nextTryAt when it is tried next, while it waits
 * @param lastError what was said the last time it was not taken
 * @param madeAt when it was written
 * @param sentAt when it was taken
 */
record Posted(
    long id,
    Letter letter,
    String messageId,
    State state,
    int attempts,
    Instant nextTryAt,
    @Nullable String lastError,
    Instant madeAt,
    @Nullable Instant sentAt) {

  /** Trạng thái của thư. */
  enum State {
    /** Chờ gửi. */
    QUEUED("cho-gui"),
    /** Đã gửi. */
    SENT("da-gui"),
    /** Không gửi được. */
    FAILED("loi");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** Its word in addresses. */
    String word() {
      return word;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "task.outbox.state." + code();
    }
  }

  boolean isFailed() {
    return state == State.FAILED;
  }
}
