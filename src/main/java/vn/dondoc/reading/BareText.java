package vn.dondoc.reading;

import java.util.HashMap;
import java.util.Map;

/**
 * Chữ không dấu: an old telegram or a message typed without accents. Its words are read as the
 * phrases of the lexicon they can only be; the text itself stays as it was written.
 */
final class BareText {
  private static final int ENOUGH = 40;
  private static final Map<String, String> COMMON = new HashMap<>();

  static {
    String common =
        "của các và với để trong không được là có những này tại theo từ về cho đến khi nếu do một hai"
            + " ba bốn sáu thì mà nào sau trước năm tháng quý tuần giờ thứ đã đang sẽ chưa phải cần"
            + " nên tỉnh huyện xã riêng mỗi hằng toàn việc nội dung như nhất hết cuối đầu người nhân dân hộ";
    for (String word : common.split(" ")) {
      COMMON.putIfAbsent(Syllables.bare(Syllables.key(word)), Syllables.key(word));
    }
  }

  private BareText() {}

  /** Whether a text of some length has hardly a letter with an accent. */
  static boolean isBare(String text) {
    int letters = 0;
    int accented = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        accented += c > 127 ? 1 : 0;
      }
    }
    return letters > ENOUGH && accented * 100 < letters;
  }

  /** The key a lone bare syllable most often stands for. */
  static String alone(Words words, int i) {
    String key = words.key(i);
    if (key.equals("ngay")) {
      boolean day =
          words.isNumber(i + 1)
              || words.key(i - 1).equals("truoc")
              || words.key(i - 1).equals("den");
      return day ? Dates.DAY : key;
    }
    return COMMON.getOrDefault(key, key);
  }
}
