package vn.dondoc.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Máy quen: browsers on which an account signed in before. A cookie tells them; it opens nothing,
 * it only keeps the wrong passwords of strangers from counting against the owner.
 */
@Component
@Transactional(readOnly = true)
class Devices {
  private static final String COOKIE = "may-quen";

  /** Nobody but the sign-in form is told. */
  private static final String PATH = "/dang-nhap";

  private static final int BYTES = 32;
  private static final int DAYS = 180;
  private static final int MOST = 20;

  private final DeviceStore store;
  private final SecureRandom random = new SecureRandom();

  Devices(DeviceStore store) {
    this.store = store;
  }

  /** Digest of this browser's token, when the account signed in on it before. */
  public @Nullable String known(String login, @Nullable HttpServletRequest request) {
    String digest = digest(token(request));
    return digest != null && store.knows(login, digest, DAYS) ? digest : null;
  }

  /** Remembers that an account signed in on this browser. */
  @Transactional
  public void remember(long account, HttpServletRequest request, HttpServletResponse response) {
    String token = token(request);
    String digest = digest(token);
    // A token we never gave is not taken up: somebody else may have put it there.
    if (token == null || digest == null || !store.knows(digest, DAYS)) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      token = HexFormat.of().formatHex(bytes);
      digest = digest(token);
    }
    store.remember(account, String.valueOf(digest), DAYS, MOST);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, token)
            .path(PATH)
            .maxAge(Duration.ofDays(DAYS))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }

  private static @Nullable String token(@Nullable HttpServletRequest request) {
    Cookie[] cookies = request == null ? null : request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[0-9a-f]{64}")) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  private static @Nullable String digest(@Nullable String token) {
    if (token == null) {
      return null;
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
