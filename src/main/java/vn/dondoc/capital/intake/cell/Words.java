package vn.dondoc.capital.intake.cell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Chữ trong bảng: compared without marks, case and doubled spaces, as people retype them. */
public final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b]+");

  private Words() {}

  /** "Tên DỰ ÁN" is "ten du an". */
  public static String folded(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    String plain = bare.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }

  /** On one line, without spaces around it. */
  public static String tidy(String text) {
    return SPACES.matcher(text.replace("\0", "")).replaceAll(" ").strip();
  }
}
