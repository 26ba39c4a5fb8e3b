package vn.dondoc.reading;

import java.util.Set;

/** Từ mở đầu tên cơ quan: what the first words of a name may look like. */
final class BodyHeads {
  // Heads that are written small in front of a name in capitals: "phòng Kinh tế", "trạm Y tế".
  private static final Set<String> OFFICES =
      Deadlines.keys("phòng ban khoa trạm đội tổ hội đoàn trường viện đồn vụ");
  // "Báo, Đài tỉnh": two bodies of one level, of which the second alone names it.
  private static final Set<String> MEDIA = Deadlines.keys("báo đài hội đoàn");

  private final Words words;
  private final Lexicon.Senses senses;

  BodyHeads(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
  }

  /** How many words open the name; "Bộ phận" opens one where a name follows. */
  int length(int i) {
    boolean section = words.is(i, "bộ") && words.is(i + 1, "phận") && words.isCapital(i + 2);
    return Math.max(senses.at(Sense.HEAD, i), section ? 2 : 0);
  }

  boolean isNamedSmall(int i) {
    return OFFICES.contains(words.key(i));
  }

  /** "Hội nghị", "Thanh tra việc …": what is held or done, no body. */
  boolean isMatter(int i, int length) {
    int end = i + length;
    return words.is(i, "hội") && words.is(i + 1, "nghị")
        || words.is(end, "việc")
        || words.is(end, "công") && words.is(end + 1, "tác") && senses.has(Sense.VERB, i);
  }

  /** "BTG [Tỉnh ủy]": letters nobody can know, of a party committee's own body. */
  boolean isAbbreviated(int i) {
    boolean letters = words.isShout(i) && !Syllables.isSyllable(words.key(i)) && !senses.any(i);
    return letters
        && words.isCapital(i + 1)
        && !words.isShout(i + 1)
        && words.is(i + 2, "ủy")
        && senses.at(Sense.HEAD, i + 1) == 2;
  }

  /** "[Báo], Đài tỉnh". */
  boolean isPaired(int i, int end) {
    return words.isCapital(i)
        && MEDIA.contains(words.key(i))
        && words.isMark(end, ',')
        && words.isCapital(end + 1)
        && MEDIA.contains(words.key(end + 1))
        && senses.has(Sense.LEVEL, end + 2);
  }

  /** "phường [2]", "quận [10]": towns count their parts. */
  boolean isNumbered(int p) {
    boolean town = words.is(p - 1, "phường") || words.is(p - 1, "quận");
    boolean counts = senses.has(Sense.GROUP, p + 1) || words.isOneOf(p + 1, "/.%");
    return town && words.isNumber(p) && words.end(p) - words.start(p) < 3 && !counts;
  }
}
