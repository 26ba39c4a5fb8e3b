package vn.dondoc.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Mật khẩu: what is refused (after OWASP ASVS 5.0, 6.2: length, known passwords, no composition
 * rule).
 */
final class Passwords {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;
  private static final int FEWEST_CHARACTERS = 5;

  /** Beginnings of the passwords guessed first, in Việt Nam as elsewhere. */
  private static final Set<String> COMMON =
      Set.of(
          "123456",
          "12345678",
          "123456789",
          "1234567890",
          "password",
          "matkhau",
          "qwerty",
          "abc123",
          "111111",
          "000000",
          "iloveyou",
          "admin",
          "welcome",
          "vietnam",
          "langson",
          "dondoc",
          "anhyeuem",
          "khongbiet",
          "saigon",
          "hanoi");

  private Passwords() {}

  /** "123456789012", "abcdefghijkl": nothing but the next character, again and again. */
  private static boolean isRow(String plain) {
    for (int i = 1; i < plain.length(); i++) {
      boolean wraps = plain.charAt(i) == '0' && plain.charAt(i - 1) == '9';
      if (plain.charAt(i) != plain.charAt(i - 1) + 1 && !wraps) {
        return false;
      }
    }
    return !plain.isEmpty();
  }

  static void refuseWeak(String password, String again, String login) {
    List<Problem> problems = new ArrayList<>();
    String plain = password.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      add(problems, IdentityRefusal.SHORT, SHORTEST, length);
    }
    if (length > LONGEST) {
      add(problems, IdentityRefusal.LONG, LONGEST, length);
    }
    String once = plain.replaceAll("\\d+$", "");
    if (password.codePoints().distinct().count() < FEWEST_CHARACTERS || isRow(plain)) {
      add(problems, IdentityRefusal.PLAIN, FEWEST_CHARACTERS);
    }
    if (COMMON.contains(plain) || COMMON.contains(once) || plain.matches("(.{1,4})\\1{2,}")) {
      add(problems, IdentityRefusal.COMMON);
    }
    if (plain.contains(login.replaceAll("[^a-z0-9]", ""))) {
      add(problems, IdentityRefusal.LIKE_LOGIN);
    }
    if (!password.equals(again)) {
      add(problems, IdentityRefusal.DIFFERENT);
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(IdentityRefusal.SHORT, problems);
    }
  }

  private static void add(List<Problem> problems, IdentityRefusal code, Object... arguments) {
    problems.add(Problem.at("password", code.key(), arguments));
  }
}
