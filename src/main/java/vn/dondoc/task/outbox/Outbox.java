package vn.dondoc.task.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Refusal;

/**
 * Hộp thư đi: a letter is queued in the transaction that made it due, and sent afterwards.
 *
 * <p>Who sends holds the letter's row until the server has taken it and that is written down, so
 * several nodes never send the same one. Only a node that dies between the server's answer and the
 * commit leaves it to be sent again, under the same Message-ID.
 */
@Component
public class Outbox {
  /** After so many attempts a person has to look. */
  static final int MOST_ATTEMPTS = 100;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int LONGEST_ERROR = 500;
  private static final int DOUBLINGS = 6;

  private final OutboxStore store;
  private final MailRoute route;
  private final MailSettings settings;
  private final AuditTrail audit;

  Outbox(OutboxStore store, MailRoute route, MailSettings settings, AuditTrail audit) {
    this.store = store;
    this.route = route;
    this.settings = settings;
    this.audit = audit;
  }

  /** Kết quả của một lần gửi. */
  enum Outcome {
    /** No letter waits to be tried now. */
    NOTHING,
    /** One was taken. */
    SENT,
    /** One was not taken; the next may be. */
    NOT_SENT,
    /** Nobody takes letters at the moment. */
    NOBODY_THERE
  }

  /** Queues letters in the caller's transaction; one a person and day, the first of them. */
  @Transactional
  public void queue(List<Letter> letters) {
    if (!letters.isEmpty()) {
      store.queue(letters, settings.domain());
    }
  }

  /** Tries the letter that waits longest. */
  @Transactional
  Outcome sendNext() {
    Posted letter = store.claim().orElse(null);
    if (letter == null) {
      return Outcome.NOTHING;
    }
    try {
      route.deliver(letter);
    } catch (Undelivered e) {
      boolean lost = e.why() == Undelivered.Cause.REFUSED || letter.attempts() + 1 >= MOST_ATTEMPTS;
      store.notSent(
          letter.id(),
          lost ? Posted.State.FAILED : Posted.State.QUEUED,
          shortened(e),
          pause(letter.attempts()));
      return e.why() == Undelivered.Cause.NOBODY_THERE ? Outcome.NOBODY_THERE : Outcome.NOT_SENT;
    }
    store.sent(letter.id());
    return Outcome.SENT;
  }

  /** Longer each time, up to an hour. */
  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static String shortened(Undelivered failure) {
    String words = String.valueOf(failure.getMessage()).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return words.substring(0, Math.min(words.length(), LONGEST_ERROR));
  }

  /**
   * Has a letter tried again at once, or every failed one.
   *
   * @param id which one; null for all that failed
   * @return how many
   * @throws Refusal when there is no such letter, or it was sent
   */
  @Transactional
  int again(@Nullable Long id) {
    int letters = store.again(id);
    if (letters == 0) {
      String read = id == null ? "" : Long.toString(id);
      throw Refusal.of(OutboxRefusal.NO_LETTER, read, read);
    }
    audit.record(
        new Act(
            "task.mail_again",
            "task",
            id == null ? "outbox" : Long.toString(id),
            null,
            Map.of(),
            Map.of("letters", letters)));
    return letters;
  }

  @Transactional(readOnly = true)
  Optional<Posted> find(long id) {
    return store.find(id);
  }

  @Transactional(readOnly = true)
  List<Posted> list(OutboxFilter filter, int limit) {
    return store.list(filter, limit);
  }

  @Transactional(readOnly = true)
  long count(OutboxFilter filter) {
    return store.count(filter);
  }

  /** Where letters go. */
  MailRoute.Place place() {
    return route.place();
  }
}
