package vn.dondoc.capital.intake.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cách viết số bằng chữ. */
public enum Notation {
  /** 1.234.567,8. */
  VI,
  /** 1,234,567.8. */
  EN,
  /** Each as it is; one that can be read both ways is asked about. */
  EACH;

  private static final String GROUPED_VI = "-?\\(?\\d{1,3}(\\.\\d{3})+(,\\d+)?\\)?";
  private static final String GROUPED_EN = "-?\\(?\\d{1,3}(,\\d{3})+(\\.\\d+)?\\)?";

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String key() {
    return "capital.intake.notation." + code();
  }

  /** The notation a number as text can only be of; null when it tells nothing. */
  public static @Nullable Notation evident(String text) {
    String bare = Words.tidy(text);
    boolean vi = bare.matches(GROUPED_VI) && separators(bare) > 1;
    boolean en = bare.matches(GROUPED_EN) && separators(bare) > 1;
    // Of single separators only a comma with other than three digits behind it is no code or day.
    vi |= bare.matches("-?\\d+,(\\d{1,2}|\\d{4,})");
    return vi == en ? null : vi ? VI : EN;
  }

  private static long separators(String text) {
    return text.chars().filter(c -> c == '.' || c == ',').count();
  }

  /** The notation of that code. */
  public static Optional<Notation> coded(String code) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst();
  }
}
