package vn.dondoc.exchange.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Âm tiết: whether accented words are Vietnamese syllables, which garbled letters seldom are.
 *
 * @param accented words that hold a letter beyond ASCII
 * @param valid those of them that are syllables
 */
record Syllables(int accented, int valid) {
  private static final Pattern WORD = Pattern.compile("[^\\s\\p{Punct}“”‘’–…\\d]+");
  private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
              + "(?:iêu|yêu|ươi|ươu|uôi|uyê|oai|oay|oeo|uây|uya|uyu|uêu|oao|iê|yê|ia|ya|ươ|ưa|uô|ua"
              + "|uê|uơ|uy|oa|oă|oe|oo|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])"
              + "(?:ch|ng|nh|[cmnpt])?");

  /** Counts a text's accented words. */
  static Syllables of(String text) {
    int accented = 0;
    int valid = 0;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (word.chars().anyMatch(c -> c > 0x7f)) {
        accented++;
        valid += isSyllable(word) ? 1 : 0;
      }
    }
    return new Syllables(accented, valid);
  }

  double share() {
    return accented == 0 ? 1 : (double) valid / accented;
  }

  private static boolean isSyllable(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    Matcher tones = TONES.matcher(apart);
    int count = 0;
    while (tones.find()) {
      count++;
    }
    String bare = Normalizer.normalize(tones.replaceAll(""), Normalizer.Form.NFC);
    return count <= 1 && SYLLABLE.matcher(bare).matches();
  }
}
