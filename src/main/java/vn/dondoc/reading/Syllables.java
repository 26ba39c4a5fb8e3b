package vn.dondoc.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Âm tiết: what a Vietnamese syllable may look like, so that words glued together by a scanner or a
 * web page ("trướcngày") come apart, and spellings that differ only in the place of a tone mark
 * meet.
 */
final class Syllables {
  private static final int LONGEST = 7;
  private static final int LONGEST_GLUE = 32;
  private static final Set<String> ONSETS =
      Set.of(
          "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
          "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x");
  private static final Set<String> RHYMES =
      Set.of(
          ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec"
                  + " em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt"
                  + " iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc"
                  + " oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn"
                  + " ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung"
                  + " uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi"
                  + " ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu")
              .split(" "));
  // Onset "gi" swallows the i of the rhyme ("gì", "gìn", "giếng").
  private static final Set<String> AFTER_GI = Set.of("n", "m", "p", "", "êng", "êc", "êt", "êm");

  private static final Pattern HORNLESS = Pattern.compile("(?:uơ|ưo)(?=[a-z])");

  private Syllables() {}

  /** Lower case with the tone at the end, so that "hòa" and "hoà", "Ủy" and "Uỷ" are one key. */
  static String key(String word) {
    boolean ascii = true;
    for (int i = 0; i < word.length() && ascii; i++) {
      ascii = word.charAt(i) < 0x80;
    }
    if (ascii) {
      return word.toLowerCase(Locale.ROOT);
    }
    String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder letters = new StringBuilder(parts.length());
    char tone = 0;
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323) {
        tone = c;
      } else {
        letters.append(c);
      }
    }
    // "truớc", "truờng": the horn is missing from the first vowel.
    String composed =
        HORNLESS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFC)).replaceAll("ươ");
    return tone == 0 ? composed : composed + tone;
  }

  /** The letters without any mark; a scanner that loses accents keeps these. */
  static String bare(String key) {
    String parts = Normalizer.normalize(key, Normalizer.Form.NFD);
    StringBuilder letters = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (c == 'đ') {
        letters.append('d');
      } else if (c < 0x300 || c > 0x36F) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** Whether a key is one Vietnamese syllable. */
  static boolean isSyllable(String key) {
    String letters = key;
    if (!letters.isEmpty()) {
      char last = letters.charAt(letters.length() - 1);
      if (last >= 0x300 && last <= 0x323) {
        letters = letters.substring(0, letters.length() - 1);
      }
    }
    if (letters.isEmpty() || letters.length() > LONGEST) {
      return false;
    }
    if (letters.startsWith("gi") && AFTER_GI.contains(letters.substring(2))) {
      return true;
    }
    for (int cut = Math.min(3, letters.length() - 1); cut >= 0; cut--) {
      if (ONSETS.contains(letters.substring(0, cut)) && RHYMES.contains(letters.substring(cut))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Cuts a glued word into syllables.
   *
   * @param common words that occur in the lexicon; a cut into common words is preferred
   * @return lengths of the pieces; one piece when nothing fits
   */
  static List<Integer> pieces(String word, Set<String> common) {
    int n = word.length();
    if (n < 4 || n > LONGEST_GLUE || isSyllable(key(word)) || isAscii(word)) {
      return List.of(n);
    }
    int[] cost = new int[n + 1];
    int[] from = new int[n + 1];
    for (int end = 1; end <= n; end++) {
      cost[end] = Integer.MAX_VALUE;
      for (int start = Math.max(0, end - LONGEST); start < end; start++) {
        if (cost[start] == Integer.MAX_VALUE) {
          continue;
        }
        String key = key(word.substring(start, end));
        // Tone marks may make the key longer than the word, never shorter.
        if (isSyllable(key)) {
          int price =
              cost[start] + 10 + (common.contains(key) ? 0 : 7) + (end - start == 1 ? 9 : 0);
          if (price < cost[end]) {
            cost[end] = price;
            from[end] = start;
          }
        }
      }
    }
    if (cost[n] == Integer.MAX_VALUE) {
      return List.of(n);
    }
    List<Integer> lengths = new ArrayList<>();
    for (int end = n; end > 0; end = from[end]) {
      lengths.addFirst(end - from[end]);
    }
    return lengths;
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
