package vn.dondoc.exchange.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Bảng mã cũ: TCVN3 (fonts ".Vn…") and VNI, whose letters are other letters until their font shows
 * them.
 */
final class LegacyVietnamese {
  private static final String TCVN3 =
      "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦";
  private static final String TCVN3_MEANS =
      "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";
  // Base letter, the mark VNI puts after it, and what the two mean.
  private static final String VNI_PAIRS =
      "aøàaùáaûảaõãaïạaêăaèằaéắaúẳaüẵaëặaââaàầaáấaåẩaãẫaäậeøèeùéeûẻeõẽeïẹeâêeàềeáếeåểeãễeäệ"
          + "oøòoùóoûỏoõõoïọoâôoàồoáốoåổoãỗoäộôøờôùớôûởôõỡôïợuøùuùúuûủuõũuïụöøừöùứöûửöõữöïự"
          + "yøỳyùýyûỷyõỹ";
  private static final String VNI_SINGLES = "ñđôơöưæỉóĩòịîỵ";
  private static final Map<String, String> VNI = vni();

  private static final double SURELY_UNICODE = 0.7;
  private static final double SURELY_MAPPED = 0.85;
  private static final double PROBABLY_MAPPED = 0.6;
  private static final int FEWEST_WORDS = 5;

  private LegacyVietnamese() {}

  /**
   * What a text turned out to be.
   *
   * @param encoding the old encoding it is in, null when it is none
   * @param text the text in Unicode, null when it cannot be had for certain
   */
  record Reading(@Nullable String encoding, @Nullable String text) {}

  /** Looks at whole lines only: a document may mix old and new ones. */
  static Reading read(String text) {
    Syllables plain = Syllables.of(text);
    if (plain.accented() < FEWEST_WORDS || plain.share() >= SURELY_UNICODE) {
      return new Reading(null, text);
    }
    String tcvn3 = byLine(text, LegacyVietnamese::fromTcvn3);
    String vni = byLine(text, LegacyVietnamese::fromVni);
    double asTcvn3 = Syllables.of(tcvn3).share();
    double asVni = Syllables.of(vni).share();
    double best = Math.max(asTcvn3, asVni);
    if (best < PROBABLY_MAPPED || best <= plain.share()) {
      return new Reading(null, text);
    }
    boolean isTcvn3 = asTcvn3 >= asVni;
    return new Reading(
        isTcvn3 ? "TCVN3 (ABC)" : "VNI", best < SURELY_MAPPED ? null : isTcvn3 ? tcvn3 : vni);
  }

  private static String byLine(String text, UnaryOperator<String> change) {
    StringBuilder out = new StringBuilder(text.length());
    for (String line : text.split("(?<=\n)")) {
      String changed = change.apply(line);
      boolean better = Syllables.of(changed).share() > Syllables.of(line).share();
      out.append(better ? changed : line);
    }
    return out.toString();
  }

  static String fromTcvn3(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = TCVN3.indexOf(text.charAt(i));
      out.append(at < 0 ? text.charAt(i) : TCVN3_MEANS.charAt(at));
    }
    return raiseCapitals(out.toString());
  }

  static String fromVni(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String pair = i + 1 < text.length() ? text.substring(i, i + 2) : "";
      String one = text.substring(i, i + 1);
      if (VNI.containsKey(pair)) {
        out.append(VNI.get(pair));
        i++;
      } else {
        out.append(VNI.getOrDefault(one, one));
      }
    }
    return out.toString();
  }

  // TCVN3 has no accented capitals: a capital font drew them, so "B¸O" stands for "BÁO".
  private static String raiseCapitals(String text) {
    String[] words = text.split("(?<=\\s)|(?=\\s)");
    StringBuilder out = new StringBuilder(text.length());
    for (String word : words) {
      long capitals = word.chars().filter(c -> c >= 'A' && c <= 'Z').count();
      boolean small = word.chars().anyMatch(c -> c >= 'a' && c <= 'z');
      out.append(capitals >= 2 && !small ? word.toUpperCase(Locale.ROOT) : word);
    }
    return out.toString();
  }

  private static Map<String, String> vni() {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < VNI_PAIRS.length(); i += 3) {
      put(map, VNI_PAIRS.substring(i, i + 2), VNI_PAIRS.substring(i + 2, i + 3));
    }
    for (int i = 0; i < VNI_SINGLES.length(); i += 2) {
      put(map, VNI_SINGLES.substring(i, i + 1), VNI_SINGLES.substring(i + 1, i + 2));
    }
    return map;
  }

  private static void put(Map<String, String> map, String from, String to) {
    String upperTo = to.toUpperCase(Locale.ROOT);
    map.put(from, to);
    map.put(from.toUpperCase(Locale.ROOT), upperTo);
    // "Aù" opens a name: capital letter, small mark.
    map.put(from.substring(0, 1).toUpperCase(Locale.ROOT) + from.substring(1), upperTo);
  }
}
