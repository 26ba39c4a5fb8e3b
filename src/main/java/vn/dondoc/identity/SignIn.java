package vn.dondoc.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/**
 * Đăng nhập: checks a password, slows guessing down, and says no more than that it did not work.
 *
 * <p>{@link Guessing} says when, whether the account exists or not.
 */
@Component
class SignIn implements AuthenticationProvider {
  private static final Actor SYSTEM = Actor.system("Đăng nhập");

  private final AccountStore accounts;
  private final Guessing guessing;
  private final Devices devices;
  private final PasswordEncoder encoder;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final String nobodysPassword;

  SignIn(
      AccountStore accounts,
      Guessing guessing,
      Devices devices,
      PasswordEncoder encoder,
      AuditTrail audit,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.guessing = guessing;
    this.devices = devices;
    this.encoder = encoder;
    this.audit = audit;
    this.transaction = transaction;
    this.nobodysPassword = encoder.encode("of no account");
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication offered) {
    String login = String.valueOf(offered.getName()).strip().toLowerCase(Locale.ROOT);
    String password = String.valueOf(offered.getCredentials());
    return Acting.call(
        SYSTEM, () -> check(login.substring(0, Math.min(50, login.length())), password));
  }

  private Authentication check(String login, String password) {
    Guessing.Try now = new Guessing.Try(login, address(), devices.known(login, request()));
    if (guessing.isStopped(now)) {
      throw new LockedException("too many");
    }
    waitFor(guessing.delay(now));
    Account found =
        transaction.<@Nullable Account>execute(status -> accounts.byLogin(login).orElse(null));
    // A password is checked in any case: the time taken must not tell whether the account exists.
    String hash =
        found == null
            ? nobodysPassword
            : Objects.requireNonNullElse(
                transaction.<@Nullable String>execute(status -> accounts.password(found.id())),
                nobodysPassword);
    boolean right = encoder.matches(password, hash);
    if (found == null || !right || found.disabled()) {
      transaction.executeWithoutResult(status -> {
        guessing.wrong(now);
        record("identity.sign_in_refused", login);
      });
      throw new BadCredentialsException("refused");
    }
    transaction.executeWithoutResult(status -> {
      guessing.right(now);
      record("identity.sign_in", login);
    });
    return Session.of(found);
  }

  /** Outside any transaction: who waits holds no connection. */
  private static void waitFor(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LockedException("interrupted", e);
    }
  }

  private void record(String act, String login) {
    audit.record(new Act(act, "account", login, null, Map.of(), Map.of("address", address())));
  }

  private static String address() {
    HttpServletRequest request = request();
    return request == null ? "?" : String.valueOf(request.getRemoteAddr());
  }

  private static @Nullable HttpServletRequest request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes running
        ? running.getRequest()
        : null;
  }
}
