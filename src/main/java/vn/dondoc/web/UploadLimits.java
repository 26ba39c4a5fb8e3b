package vn.dondoc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Giới hạn tệp gửi lên: the server knows one limit for all forms, so that it must be the widest;
 * here each form is held to its own, before anything of it is read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UploadLimits extends OncePerRequestFilter {
  /** A file of 20 MB and the fields beside it. */
  static final long STANDING = 21L << 20;

  /** Where the page that tells of it finds the room there was; nothing for the standing one. */
  static final String ROOM = UploadRoom.class.getName();

  /** Set when a form was not read because it is over its limit. */
  static final String OVER = UploadLimits.class.getName();

  private final List<UploadRoom> rooms;

  UploadLimits(List<UploadRoom> rooms) {
    this.rooms = rooms;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      chain.doFilter(request, response);
      return;
    }
    UploadRoom wide =
        rooms.stream()
            .filter(one -> request.getRequestURI().startsWith(one.prefix()))
            .findFirst()
            .orElse(null);
    long room = wide == null ? STANDING : wide.bytes();
    if (request.getContentLengthLong() > room) {
      request.setAttribute(OVER, true);
      request.setAttribute(ROOM, wide);
      // The exception keeps the page that tells of it from reading the form after all.
      request.setAttribute(
          RequestDispatcher.ERROR_EXCEPTION, new MaxUploadSizeExceededException(room));
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (request.getHeader("Transfer-Encoding") != null) {
      // Browsers say how long a form is; one that does not cannot be held to a limit.
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }
}
