package vn.dondoc.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;

/** Giờ gõ vào: "17:00", "17h30", "17 giờ", as papers and people write an hour of the day. */
public final class Hours {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm");
  private static final Pattern READ =
      Pattern.compile("(\\d{1,2})\\s*(?:[:.hHgG]|giờ)?\\s*(\\d{2})?\\s*(?:phút)?");

  private Hours() {}

  /** The hour somebody wrote; empty when there is no such hour. */
  public static Optional<LocalTime> read(String text) {
    Matcher written = READ.matcher(text.strip());
    if (!written.matches()) {
      return Optional.empty();
    }
    String minutes = written.group(2);
    try {
      return Optional.of(
          LocalTime.of(
              Integer.parseInt(written.group(1)), minutes == null ? 0 : Integer.parseInt(minutes)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An hour as a field shows it; empty for none. */
  public static String written(@Nullable LocalTime time) {
    return time == null ? "" : SHOWN.format(time);
  }

  /**
   * The hour of a field; null when it is left empty.
   *
   * @throws Refusal when it is no hour
   */
  public static @Nullable LocalTime required(String place, String text) {
    return text.isBlank()
        ? null
        : read(text).orElseThrow(() -> Refusal.of(WebRefusal.HOUR, place, text.strip()));
  }
}
