package vn.dondoc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Chữ không dùng được: no field and no address may hold the character zero, which no keyboard types
 * and the database does not take. Files are read by those who know their kind.
 */
@Component
@Order(WholeWords.BEHIND_LIMITS)
final class WholeWords extends OncePerRequestFilter {
  static final int BEHIND_LIMITS = Integer.MIN_VALUE + 100;
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    boolean asks =
        query != null && query.contains("%00") || request.getRequestURI().contains("%00");
    if (asks || isForm(request) && holdsZero(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  private static boolean holdsZero(HttpServletRequest request) {
    return request.getParameterMap().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(value -> value.indexOf('\0') >= 0);
  }
}
