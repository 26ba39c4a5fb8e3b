package vn.dondoc.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Nơi quay lại: the page a person was on before signing in; only an address of this site. */
final class ReturnPath {
  static final String PARAMETER = "ve";
  static final String HOME = "/";

  /** Where a person begins who came from nowhere in particular. */
  static final String DESK = "/viec-cua-toi";

  /** Addresses here are words, numbers and hyphens; "//host" and "/\host" lead elsewhere. */
  private static final Pattern OWN =
      Pattern.compile("/(?:[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*)?(?:\\?[A-Za-z0-9_~%.&=+:,;*/-]*)?");

  /** To come back to these is to go round in a circle, or out. */
  private static final Pattern DOORS =
      Pattern.compile("/(?:dang-nhap|dang-xuat|ngon-ngu|error)(?:[/?].*)?");

  private static final int LONGEST = 1_000;

  private ReturnPath() {}

  /** The address itself when it is a page of this site, else the home page. */
  static String safe(@Nullable String path) {
    return path != null
            && path.length() <= LONGEST
            && OWN.matcher(path).matches()
            && !DOORS.matcher(path).matches()
        ? path
        : HOME;
  }

  /** Where a request wants to be: its own address when it looks, the form's page when it acts. */
  static String of(HttpServletRequest request) {
    if (DOORS.matcher(request.getRequestURI()).matches()) {
      return safe(request.getParameter(PARAMETER));
    }
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      return safe(withQuery(request.getRequestURI(), request.getQueryString()));
    }
    return ofPage(request.getHeader("Referer"));
  }

  /** Where somebody who has just signed in goes: back, or to the desk. */
  static String afterSignIn(HttpServletRequest request) {
    String back = of(request);
    return back.equals(HOME) ? DESK : back;
  }

  /** An address that carries the way back; {@code query} may be empty. */
  static String carriedBy(String path, String query, String back) {
    String way =
        back.equals(HOME) || back.equals(DESK)
            ? ""
            : PARAMETER + "=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    String both = query + (query.isEmpty() || way.isEmpty() ? "" : "&") + way;
    return both.isEmpty() ? path : path + "?" + both;
  }

  private static String ofPage(@Nullable String address) {
    if (address == null) {
      return HOME;
    }
    try {
      URI page = new URI(address);
      return safe(withQuery(page.getRawPath(), page.getRawQuery()));
    } catch (URISyntaxException e) {
      // The header is the browser's to write; the home page is always right.
      return HOME;
    }
  }

  private static @Nullable String withQuery(@Nullable String path, @Nullable String query) {
    return path == null || query == null ? path : path + "?" + query;
  }
}
