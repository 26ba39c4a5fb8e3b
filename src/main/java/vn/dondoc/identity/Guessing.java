package vn.dondoc.identity;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dò mật khẩu: counts wrong passwords and says what follows of them.
 *
 * <p>Five for an account from one address stop that account there, fifty stop the address, each for
 * a quarter of an hour. What comes from everywhere only slows an account down: a stranger must not
 * be able to keep its owner out. A browser the owner signed in on before has a count of its own.
 */
@Component
@Transactional(readOnly = true)
class Guessing {
  private static final int MOST_PER_PLACE = 5;
  private static final int MOST_PER_ADDRESS = 50;
  private static final int UNSLOWED_PER_ACCOUNT = 10;
  private static final int MINUTES = 15;
  private static final Duration STEP = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final AttemptStore attempts;

  Guessing(AttemptStore attempts) {
    this.attempts = attempts;
  }

  /**
   * Somebody tries a password.
   *
   * @param login of which account, whether it exists or not
   * @param address from where
   * @param device digest of the browser's token when the account knows it
   */
  record Try(String login, String address, @Nullable String device) {
    /** The browser, or else the account at this address. */
    String place() {
      return device == null ? placeOf(login) + address : "device " + device + " " + login;
    }

    String account() {
      return "account " + login;
    }

    String source() {
      return "address " + address;
    }

    private static String placeOf(String login) {
      return "place " + login + " ";
    }
  }

  public boolean isStopped(Try now) {
    return attempts.recent(now.place(), MINUTES) >= MOST_PER_PLACE
        || now.device() == null && attempts.recent(now.source(), MINUTES) >= MOST_PER_ADDRESS;
  }

  /** How long this try has to wait for its answer. */
  public Duration delay(Try now) {
    if (now.device() != null) {
      return Duration.ZERO;
    }
    int over = attempts.recent(now.account(), MINUTES) - UNSLOWED_PER_ACCOUNT;
    Duration wait = STEP.multipliedBy(Math.max(0, over + 1));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  @Transactional
  public void wrong(Try now) {
    List<String> keys =
        now.device() == null
            ? List.of(now.place(), now.account(), now.source())
            : List.of(now.place());
    keys.forEach(attempts::add);
  }

  @Transactional
  public void right(Try now) {
    attempts.forget(now.place());
  }

  /** An administrator gave the account a new password: nobody waits for the old ones. */
  @Transactional
  public void forgive(String login) {
    attempts.forget("account " + login);
    attempts.forgetBeginning(Try.placeOf(login));
  }
}
