package vn.dondoc.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Ngày gõ vào: every field of a day, in every language of the browser, is written day/month/year;
 * addresses kept from before carry {@code yyyy-mm-dd}.
 */
public final class Days {
  private static final DateTimeFormatter SHOWN = strict("dd/MM/uuuu");

  /** Keyboards of digits have no slash: eight digits are a day as well. */
  private static final List<DateTimeFormatter> READ =
      List.of(
          strict("d/M/uuuu"),
          strict("d-M-uuuu"),
          strict("d.M.uuuu"),
          strict("ddMMuuuu"),
          strict("uuuu-MM-dd"));

  private Days() {}

  /** The day somebody wrote; empty when there is no such day. */
  public static Optional<LocalDate> read(String text) {
    for (DateTimeFormatter form : READ) {
      try {
        return Optional.of(LocalDate.parse(text.strip(), form));
      } catch (DateTimeParseException e) {
        continue; // Another form may fit.
      }
    }
    return Optional.empty();
  }

  /** A day as a field shows it; empty for none. */
  public static String written(@Nullable LocalDate day) {
    return day == null ? "" : SHOWN.format(day);
  }

  /** An address's day as a field shows it; what a person typed stays as it was typed. */
  public static String shown(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}") ? read(text).map(Days::written).orElse(text) : text;
  }

  /** What is wrong with a field: its name, what was read, what to write. */
  public static Problem problem(String place, String labelKey, String text) {
    return Problem.at(place, WebRefusal.DAY.key(), text.strip(), new Label(labelKey));
  }

  /** A refusal for that one field. */
  public static Refusal refusal(String place, String labelKey, String text) {
    return Refusal.of(WebRefusal.DAY, List.of(problem(place, labelKey, text)));
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
