package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Phần cuối văn bản: recipients and signature. */
final class Tails {
  private static final Set<String> CAPACITIES = Set.of("tm", "kt", "tl", "tuq", "q");
  private static final int DEPTH = 60;

  private final Words words;
  private final Lexicon.Senses senses;
  private final List<int[]> lines = new ArrayList<>();
  private final List<String> recipients = new ArrayList<>();
  private final int end;
  private int start;
  private int signatureFrom = -1;
  private @Nullable String capacity;
  private @Nullable String title;
  private @Nullable String name;

  Tails(Words words, Lexicon.Senses senses, int end) {
    this.words = words;
    this.senses = senses;
    this.end = end;
    this.start = end;
  }

  void read(int body) {
    int from = end;
    int to = end;
    for (int i = end - 1; i >= body && lines.size() < DEPTH; i--) {
      boolean column = words.startsColumn(i) && !words.isMark(i);
      if (words.lines(i) > 0 || i == body || column || words.isMark(i, '|')) {
        from = words.isMark(i, '|') ? i + 1 : i;
        if (to > from) {
          lines.addFirst(new int[] {from, to});
        }
        to = i;
      }
    }
    int recipientLine = -1;
    int capacityLine = -1;
    for (int l = 0; l < lines.size(); l++) {
      int at = lines.get(l)[0];
      if (opensRecipients(words, at) && recipientLine < 0) {
        recipientLine = l;
      }
      if (capacityLine < 0 && isCapacity(words, at)) {
        capacityLine = l;
      }
    }
    readRecipients(recipientLine);
    readSignature(capacityLine, recipientLine);
    if (recipientLine >= 0) {
      start = Math.min(start, lines.get(recipientLine)[0]);
    }
    if (signatureFrom >= 0) {
      start = Math.min(start, signatureFrom);
    }
  }

  /** "Nơi nhận:", not the head of a column of that name. */
  static boolean opensRecipients(Words words, int at) {
    boolean named = words.is(at, "nơi") && words.is(at + 1, "nhận");
    return named && (!words.isMark(at - 1, '|') || words.isMark(at + 2, ':'));
  }

  /** "TM.", "KT.", "TL.", "THỪA LỆNH": in whose place somebody signs. */
  static boolean isCapacity(Words words, int i) {
    boolean abbreviated =
        CAPACITIES.contains(words.key(i))
            && words.isMark(i + 1, '.')
            && words.isCapital(i)
            && words.isShout(i + 2);
    boolean slashed =
        (words.is(i, "t") || words.is(i, "k"))
            && words.isOneOf(i + 1, "/.")
            && (words.is(i + 2, "m") || words.is(i + 2, "t") || words.is(i + 2, "l"))
            && words.touches(i + 1)
            && words.isShout(i + 3) | words.isMark(i + 3, '.');
    return abbreviated
        || slashed
        || words.isShout(i) && words.is(i, "thừa") && words.is(i + 1, "lệnh");
  }

  private void readRecipients(int line) {
    if (line < 0) {
      return;
    }
    int first = lines.get(line)[0] + 2;
    if (words.isMark(first, ':')) {
      first++;
    }
    if (first < lines.get(line)[1] && words.isMark(first, '-')) {
      inline(first, lines.get(line)[1]);
    }
    for (int l = line + 1; l < lines.size(); l++) {
      int from = lines.get(l)[0];
      int to = lines.get(l)[1];
      boolean dash = words.isOneOf(from, "-+");
      boolean goesOn =
          !dash && !recipients.isEmpty() && !words.isCapital(from) && words.isWord(from);
      if (dash) {
        inline(from, to);
      } else if (words.is(from, "lưu") && words.isMark(from + 1, ':')) {
        recipients.add(trimmed(from, to));
      } else if (goesOn && !recipients.getLast().startsWith("Lưu")) {
        recipients.add(recipients.removeLast() + " " + trimmed(from, to));
      }
    }
  }

  /** "- A; - B; - C": several recipients in one line. */
  private void inline(int from, int to) {
    int at = from;
    for (int k = from + 1; k <= to; k++) {
      boolean next =
          k < to && words.isMark(k, '-') && words.isOneOf(k - 1, ";.,") && words.isWord(k + 1);
      if (k == to || next) {
        int end = k;
        for (int c = at + 1; c < k; c++) {
          if (isCapacity(words, c) && c + 2 < k) {
            end = c;
            break;
          }
        }
        String text = trimmed(at + 1, end);
        if (!text.isEmpty()) {
          recipients.add(text);
        }
        at = k;
      }
    }
  }

  private String trimmed(int from, int to) {
    int end = to;
    while (end > from && words.isOneOf(end - 1, ";.,/")) {
      end--;
    }
    return words.text(from, end);
  }

  private void readSignature(int capacityLine, int recipientLine) {
    int l = capacityLine;
    if (l < 0) {
      l = titleLine();
      if (l < 0) {
        return;
      }
    } else {
      capacity = words.text(lines.get(l)[0], lines.get(l)[1]);
    }
    signatureFrom = lines.get(l)[0];
    if (recipientLine > l || recipientLine < 0) {
      start = Math.min(start, signatureFrom);
    }
    for (int k = capacity == null ? l : l + 1; k < lines.size(); k++) {
      int from = lines.get(k)[0];
      int to = lines.get(k)[1];
      if (words.isOneOf(from, "-+") || words.is(from, "nơi") || words.is(from, "lưu")) {
        continue;
      }
      if (isCapacity(words, from)) {
        capacity = capacity + " " + words.text(from, to);
      } else if (title == null && shouts(from, to) && senses.find(Sense.POST, from, to) >= 0) {
        title = words.text(from, to);
      } else if (name == null && isName(from, to)) {
        name = words.text(from, to);
      }
    }
  }

  private int titleLine() {
    for (int l = Math.max(0, lines.size() - 12); l < lines.size(); l++) {
      int from = lines.get(l)[0];
      int to = lines.get(l)[1];
      if (to - from <= 8
          && shouts(from, to)
          && senses.has(Sense.POST, from)
          && onlyNamesBehind(l + 1)) {
        return l;
      }
    }
    return -1;
  }

  /** Behind the title of whoever signs stand his name and the recipients, no more articles. */
  private boolean onlyNamesBehind(int line) {
    for (int l = line; l < lines.size(); l++) {
      int from = lines.get(l)[0];
      if (words.is(from, "điều") && words.isNumber(from + 1)
          || words.is(from, "căn") && words.is(from + 1, "cứ")) {
        return false;
      }
    }
    return true;
  }

  private boolean shouts(int from, int to) {
    for (int k = from; k < to; k++) {
      if (words.isWord(k) && !words.isShout(k)) {
        return false;
      }
    }
    return to > from;
  }

  private boolean isName(int from, int to) {
    if (to - from < 2 || to - from > 5) {
      return false;
    }
    for (int k = from; k < to; k++) {
      if (!words.isCapital(k)) {
        return false;
      }
    }
    return senses.find(Sense.POST, from, from + 1) < 0;
  }

  int start() {
    return start;
  }

  int signatureFrom() {
    return signatureFrom;
  }

  int end() {
    return end;
  }

  List<String> recipients() {
    return recipients;
  }

  DocumentHead.@Nullable Signer signer() {
    return capacity == null && title == null && name == null
        ? null
        : new DocumentHead.Signer(name, title, capacity);
  }

  @Nullable String capacity() {
    return capacity;
  }
}
