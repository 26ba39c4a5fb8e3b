package vn.dondoc.rural.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lần gửi: one act of one person, with the sender's own key so that it arrives once however often
 * it is sent.
 *
 * @param key the sender's key; null where a repeat cannot happen
 * @param way how it came
 * @param fileName tên tệp, for sheets
 * @param note what it was, in a line
 */
public record Sending(
    @Nullable UUID key, Way way, @Nullable String fileName, @Nullable String note) {
  /** Đường đến. */
  public enum Way {
    PAGE,
    WORKBOOK,
    SHEET,
    LOAD;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** From a page. */
  public static Sending ofPage(@Nullable UUID key) {
    return new Sending(key, Way.PAGE, null, null);
  }
}
