package vn.dondoc.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** Đổi ngôn ngữ: the choice lives in a cookie of its own, so it outlasts a sign-in. */
@Controller
final class Languages {
  private static final String COOKIE = "ngon-ngu";

  @GetMapping("/ngon-ngu")
  String choose(
      @RequestParam("ma") String code,
      @RequestParam(name = "ve", defaultValue = "/") String back,
      HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, Language.of(code).code())
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(Duration.ofDays(365))
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:" + (isOwnPath(back) ? back : "/");
  }

  static Language of(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? Language.VI : Language.of(cookie.getValue());
  }

  /** Only an address of this site: "//host" and "/\host" lead elsewhere. */
  private static boolean isOwnPath(String path) {
    return path.matches(
        "/(?:[A-Za-z0-9_~%.-][A-Za-z0-9_~%./-]*)?(?:\\?[A-Za-z0-9_~%.&=+:,;*/-]*)?");
  }
}
