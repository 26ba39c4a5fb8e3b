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
    return waiting(month, indicator, Integer.MAX_VALUE);
  }

  /** The same when somebody had seen so many facts. */
  @Nullable Told waiting(UnitMonth month, int indicator, int seen) {
    Told claim = month.claim(indicator, seen);
    if (claim == null || month.returned(indicator, seen) != null) {
      return null;
    }
    Told verified = month.verified(indicator, seen);
    Told appraised = month.appraised(indicator, seen);
    if (this == VERIFY) {
      return verified == null && appraised == null ? claim : null;
    }
    boolean done =
        verified == null
            || !Boolean.TRUE.equals(verified.verdict())
            || appraised != null && appraised.step() > verified.step();
    return done ? null : verified;
  }
}
