package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Mệnh đề phụ của chủ thể: how far words that tell a group apart reach, "các đơn vị chưa có báo cáo
 * | khẩn trương gửi …".
 */
final class Descriptions {
  private static final int FARTHEST = 45;
  private static final Set<String> OPENERS =
      Deadlines.keys("chưa đã đang còn có phấn không thuộc nằm là tham chậm nơi quản nào gây để");
  private static final Set<String> GRANTED =
      Deadlines.keys("phụ quản làm vốn bố phân chọn đầu hỗ công xếp cấp thụ kiểm thanh giám");
  private static final Set<String> HELD =
      Deadlines.keys("việc các những được bị do để của không chưa đã tác sự và về đang hoặc");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;

  Descriptions(Words words, Lexicon.Senses senses, Predicates predicates) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
  }

  /**
   * Where the work starts behind a described group; -1 when the words behind the last doer do not
   * describe it.
   */
  int work(List<Party> parties, int to) {
    Party last = parties.getLast();
    int p = last.to();
    boolean told = words.is(p, "đã") && predicates.startsFirmly(p + 1);
    boolean one = last.form() == Party.Form.BODY && !isMany(last);
    if (one || last.form() == Party.Form.ANAPHORA || told || !opens(p)) {
      return -1;
    }
    int start = p + 1;
    // The verb of the description itself: "chưa [ban hành] chương trình …".
    start += Math.max(verb(start), words.is(p, "được") ? 1 : 0);
    int limit = Math.min(to, p + FARTHEST);
    int duty = duty(start, limit);
    int plain = duty > 0 ? duty : plain(start, limit);
    return plain > 0 ? plain : nounish(start, limit);
  }

  /** "UBND các huyện được kiểm tra …": one word names many bodies. */
  private boolean isMany(Party party) {
    for (int k = party.from() + 1; k < party.to(); k++) {
      if (words.is(k, "các")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "Các hộ có nhu cầu giống đăng ký với trưởng thôn …": a word that may be a noun, used as work.
   */
  private int nounish(int from, int to) {
    for (int k = from + 1; k < to && !words.isOneOf(k, ";:.,"); k++) {
      int after = k + verb(k);
      boolean used = words.is(after, "với") || words.is(after, "tại") || words.is(after, "về");
      if (verb(k) > 1 && used && !HELD.contains(words.key(k - 1))) {
        return k;
      }
    }
    return -1;
  }

  /** "… phải", "… chịu trách nhiệm": words that only ever follow the whole description. */
  private int duty(int from, int to) {
    for (int k = from; k < to && !words.isOneOf(k, ",;:."); k++) {
      boolean duty =
          senses.has(Sense.MODAL, k)
              || senses.has(Sense.NEED, k)
              || senses.has(Sense.CHAIR, k)
              || senses.has(Sense.CONSEQ, k);
      if (duty && !HELD.contains(words.key(k - 1))) {
        return k;
      }
    }
    return -1;
  }

  private int plain(int from, int to) {
    for (int k = from; k < to && !words.isOneOf(k, ";:."); k++) {
      if (words.isMark(k, ',')) {
        if (starts(k + 1)) {
          return k + 1;
        }
        continue;
      }
      boolean held = HELD.contains(words.key(k - 1)) || words.isCapital(k);
      boolean firm = senses.has(Sense.PURE, k) || senses.has(Sense.COOP, k) && !words.is(k, "cùng");
      if (!held && (firm || starts(k) && k > from)) {
        return k;
      }
    }
    return -1;
  }

  private boolean opens(int p) {
    if (words.is(p, "phấn") && words.is(p + 2, "về")) {
      return true;
    }
    if (senses.has(Sense.MODAL, p)
        || senses.has(Sense.CHAIR, p)
        || senses.at(Sense.VERB, p) > 1
        || senses.has(Sense.NEED, p)
        || words.is(p, "để") && !words.is(p + 1, "xảy")) {
      return false;
    }
    boolean granted =
        words.is(p, "được")
            && (words.is(p + 1, "giao") ? GRANTED.contains(words.key(p + 2)) : granted(p + 1));
    boolean late =
        words.is(p, "đến")
            && words.is(p + 1, "nay")
            && (words.is(p + 2, "chưa") || words.is(p + 2, "còn"));
    return granted || late || OPENERS.contains(words.key(p));
  }

  private boolean granted(int p) {
    return GRANTED.contains(words.key(p));
  }

  private int verb(int k) {
    return words.isCapital(k) ? 0 : senses.at(Sense.VERB, k);
  }

  private boolean starts(int k) {
    return predicates.startsFirmly(k) || verb(k) > 0 && !senses.has(Sense.NOUNISH, k);
  }

  /** The doers with the description taken into the last name. */
  static List<Party> extended(List<Party> parties, int work, Words words) {
    int end = work;
    while (words.isOneOf(end - 1, ",")) {
      end--;
    }
    List<Party> all = new ArrayList<>(parties.subList(0, parties.size() - 1));
    Party last = parties.getLast();
    all.add(new Party(last.from(), end, last.form()));
    return all;
  }
}
