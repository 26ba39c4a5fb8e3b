package vn.dondoc.rural.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.assessment.UnitMonth;

/** Bước xét: whose look a claim waits for. */
enum Stage {
  /** Huyện thẩm tra. */
  VERIFY("/nong-thon-moi/tham-tra", Report.Kind.VERIFY),
  /** Tỉnh thẩm định. */
  APPRAISE("/nong-thon-moi/tham-dinh", Report.Kind.APPRAISE);

  private final String path;
  private final Report.Kind kind;

  Stage(String path, Report.Kind kind) {
    this.path = path;
    this.kind = kind;
  }

  static Stage of(HttpServletRequest request) {
    return request.getRequestURI().startsWith(APPRAISE.path) ? APPRAISE : VERIFY;
  }

  String path() {
    return path;
  }

  Report.Kind kind() {
    return kind;
  }

  String right() {
    return kind.right();
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its words. */
  String key() {
    return "rural.review." + code();
  }

  /** What was said below and waits here; null when nothing does. */
  @Nullable Told waiting(UnitMonth month, int indicator) {
    Told claim = month.claim(indicator);
    boolean done =
        claim == null || month.returned(indicator) != null || month.appraised(indicator) != null;
    if (done) {
      return null;
    }
    Told verified = month.verified(indicator);
    if (this == VERIFY) {
      return verified == null ? claim : null;
    }
    return verified != null && Boolean.TRUE.equals(verified.verdict()) ? verified : null;
  }
}
