package vn.dondoc.identity;

import java.security.SecureRandom;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Mật khẩu dùng một lần, drawn and digested; digesting is slow on purpose, so it may be drawn ahead
 * of the account.
 *
 * @param text shown once
 * @param digest what is kept
 */
public record OneTimePassword(String text, String digest) {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Draws one nobody can guess. */
  public static OneTimePassword draw() {
    String text = drawn();
    return new OneTimePassword(text, encode(text));
  }

  private static String encode(String text) {
    String digest = encoder().encode(text);
    if (digest == null) {
      throw new IllegalStateException("a password was not digested");
    }
    return digest;
  }

  /** How every password is digested. */
  static PasswordEncoder encoder() {
    // OWASP's smallest setting for Argon2id: 19 MiB, 2 passes, 1 lane.
    return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  }

  private static String drawn() {
    StringBuilder drawn = new StringBuilder();
    for (int n = 0; n < GROUPS * GROUP; n++) {
      if (n > 0 && n % GROUP == 0) {
        drawn.append('-');
      }
      drawn.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return drawn.toString();
  }

  /** Never told by accident. */
  @Override
  public String toString() {
    return "one-time password";
  }
}
