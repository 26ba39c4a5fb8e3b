package vn.dondoc.web;

import java.util.Locale;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Ngôn ngữ giao diện: Vietnamese first, English second. */
public enum Language {
  VI(Locale.of("vi", "VN")),
  EN(Locale.of("en", "GB"));

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** {@code "vi"} or {@code "en"}. */
  public String code() {
    return locale.getLanguage();
  }

  /** The language of the page that is being answered; Vietnamese where none is. */
  public static Language ofPage() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page
        ? Languages.of(page.getRequest())
        : VI;
  }

  /** The language of a code; anything unknown is Vietnamese. */
  public static Language of(String code) {
    return EN.code().equalsIgnoreCase(code) ? EN : VI;
  }
}
