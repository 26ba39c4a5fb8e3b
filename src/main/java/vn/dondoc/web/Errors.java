package vn.dondoc.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.dondoc.kernel.Refusal;

/** Trang lỗi: what happened, what to do, and a code to quote; never a stack trace. */
@Controller
@ControllerAdvice
final class Errors implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final int CODE_LENGTH = 8;

  private final Pages pages;

  Errors(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler(Refusal.class)
  ModelAndView refused(Refusal refusal) {
    Texts texts = pages.page("").texts();
    return page(status(refusal), refusal.problems().stream().map(texts::tell).toList());
  }

  private static HttpStatus status(Refusal refusal) {
    if (refusal.code().isMissing()) {
      return HttpStatus.NOT_FOUND;
    }
    return UploadedName.isRefused(refusal)
        ? HttpStatus.BAD_REQUEST
        : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  @ExceptionHandler(AccessDeniedException.class)
  ModelAndView denied(AccessDeniedException denied) {
    Page page = pages.page("");
    String right = String.valueOf(denied.getMessage());
    String key = "web.right." + right;
    String name = page.texts().has(key) ? page.t(key) : right;
    return page(HttpStatus.FORBIDDEN, List.of(page.t("web.error.right", name, right)));
  }

  @ExceptionHandler(NoResourceFoundException.class)
  ModelAndView notFound() {
    return page(HttpStatus.NOT_FOUND, List.of(pages.page("").t("web.error.404")));
  }

  /** In the address it names a page there is none of; in a form it is a wrong form. */
  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ModelAndView mistyped(MethodArgumentTypeMismatchException mistyped) {
    return mistyped.getParameter().hasParameterAnnotation(PathVariable.class)
        ? notFound()
        : malformed();
  }

  @ExceptionHandler({ServletRequestBindingException.class, MultipartException.class})
  ModelAndView malformed() {
    return page(HttpStatus.BAD_REQUEST, List.of(pages.page("").t("web.error.400")));
  }

  /**
   * Every form is held to its limit before it is read: what is over one then is the head of a part,
   * so a name too long, or too many parts.
   */
  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ModelAndView unreadable() {
    return page(HttpStatus.BAD_REQUEST, List.of(pages.page("").t("web.error.upload")));
  }

  private ModelAndView tooLarge(HttpServletRequest request, Page page) {
    String sentence =
        request.getAttribute(UploadLimits.ROOM) instanceof UploadRoom room
            ? page.t("web.error.413_all", room.bytes() >> 20, room.fileBytes() >> 20, room.files())
            : page.t("web.error.413");
    return page(HttpStatus.CONTENT_TOO_LARGE, List.of(sentence));
  }

  /** Everything that was thrown outside a page, and every status somebody sent. */
  @RequestMapping("/error")
  ModelAndView other(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int number = status instanceof Integer code ? code : 404;
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Page page = pages.page("");
    boolean tooLong = number == 413 || thrown instanceof MaxUploadSizeExceededException;
    if (tooLong && request.getAttribute(UploadLimits.OVER) == null) {
      return unreadable();
    }
    return switch (number) {
      case 400 -> page(HttpStatus.BAD_REQUEST, List.of(page.t("web.error.400")));
      case 404 -> page(HttpStatus.NOT_FOUND, List.of(page.t("web.error.404")));
      case 405 -> page(HttpStatus.METHOD_NOT_ALLOWED, List.of(page.t("web.error.404")));
      case 401, 403 -> page(HttpStatus.FORBIDDEN, List.of(page.t("web.error.403")));
      case 413 -> tooLarge(request, page);
      case 406, 415 -> malformed();
      case 500 ->
          isUndecodable(thrown)
              ? page(HttpStatus.BAD_REQUEST, List.of(page.t("web.error.400")))
              : failed(thrown instanceof Throwable t ? t : null, page);
      default -> failed(thrown instanceof Throwable t ? t : null, page);
    };
  }

  /** An address or a form whose bytes are no UTF-8. */
  private static boolean isUndecodable(@Nullable Object thrown) {
    Throwable cause = thrown instanceof Throwable t ? t : null;
    while (cause != null) {
      if (cause instanceof InvalidParameterException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  @ExceptionHandler(InvalidParameterException.class)
  ModelAndView undecodable() {
    return page(HttpStatus.BAD_REQUEST, List.of(pages.page("").t("web.error.400")));
  }

  private ModelAndView failed(@Nullable Throwable thrown, Page page) {
    String code = UUID.randomUUID().toString().substring(0, CODE_LENGTH);
    LOG.error("request failed, code {}", code, thrown);
    return page(HttpStatus.INTERNAL_SERVER_ERROR, List.of(page.t("web.error.500", code)));
  }

  private ModelAndView page(HttpStatusCode status, List<String> sentences) {
    ModelAndView view = pages.show("web/error", "", Map.of("sentences", sentences));
    view.setStatus(status);
    return view;
  }
}
