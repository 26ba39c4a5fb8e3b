package vn.dondoc.capital.ceiling;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.source.Ceiling;

/**
 * Một dòng của bảng trung hạn, as it would be written.
 *
 * @param number dòng thứ mấy của trang tính
 * @param fresh what it says
 * @param project what the project is called
 * @param before what stands; null for a new one
 */
record ImportedCeiling(int number, Ceiling fresh, String project, @Nullable CeilingRow before) {
  /** Dòng này làm gì. */
  enum Kind {
    NEW,
    CHANGED,
    SAME;

    String key() {
      return "capital.medium.kind." + name().toLowerCase(Locale.ROOT);
    }
  }

  Kind kind() {
    if (before == null) {
      return Kind.NEW;
    }
    boolean same =
        before.money().ceiling() == fresh.amountVnd() && before.document().equals(fresh.document());
    return same ? Kind.SAME : Kind.CHANGED;
  }

  /** Plans given already come to more: told, and left to the person. */
  long overgivenVnd() {
    return before == null ? 0 : Math.max(0, before.money().given() - fresh.amountVnd());
  }
}
