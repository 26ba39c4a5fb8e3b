package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;

/** Chia văn bản: gives every stretch of the original a class, without gaps or overlaps. */
final class Spans {
  private final OriginalText original;
  private final Words words;
  private final Sentence.Kind[] kinds;

  Spans(OriginalText original, Words words, Sentence.Kind[] kinds) {
    this.original = original;
    this.words = words;
    this.kinds = kinds;
  }

  void headAndTail(int body, Tails tail) {
    for (int i = 0; i < body; i++) {
      kinds[i] = Sentence.Kind.HEADER;
    }
    Sentence.Kind kind = Sentence.Kind.RECIPIENT;
    boolean beside = words.startsColumn(tail.signatureFrom());
    for (int i = tail.start(); i < tail.end(); i++) {
      if (i == tail.signatureFrom()) {
        kind = Sentence.Kind.SIGNATURE;
      } else if (beside && i > tail.signatureFrom()) {
        kind = column(i, kind);
      } else if (words.is(i, "nơi") && words.is(i + 1, "nhận") && words.lines(i) > 0) {
        kind = Sentence.Kind.RECIPIENT;
      }
      kinds[i] = kind;
    }
  }

  /** "- Như trên; PHÓ GIÁM ĐỐC": recipients on the left, whoever signs on the right. */
  private Sentence.Kind column(int i, Sentence.Kind before) {
    boolean item = words.isOneOf(i, "-+") || words.is(i, "lưu") || words.is(i, "nơi");
    if (words.lines(i) > 0) {
      boolean goesOn = words.isWord(i) && !words.isCapital(i);
      return item ? Sentence.Kind.RECIPIENT : goesOn ? before : Sentence.Kind.SIGNATURE;
    }
    return words.startsColumn(i) && !words.isMark(i) ? Sentence.Kind.SIGNATURE : before;
  }

  List<Sentence> sentences(List<Block> blocks) {
    int n = words.count();
    int length = original.raw().length();
    List<Sentence> all = new ArrayList<>();
    if (length == 0) {
      return all;
    }
    if (n == 0) {
      all.add(new Sentence(0, length, Sentence.Kind.OTHER));
      return all;
    }
    boolean[] starts = new boolean[n + 1];
    starts[0] = true;
    for (Block block : blocks) {
      starts[block.from()] = true;
      int at = block.body();
      for (Clause clause : Clause.of(words, block.body(), block.to())) {
        // The marker of an item belongs to its first clause.
        starts[clause.from() == at ? block.from() : clause.from()] = true;
      }
      for (int i = block.from(); i < block.body() && block.body() < n; i++) {
        kinds[i] = kinds[block.body()];
      }
    }
    for (int i = 1; i < n; i++) {
      boolean lineOfFrame = words.lines(i) > 0 && isFrame(kinds[i]);
      starts[i] |= kinds[i] != kinds[i - 1] || lineOfFrame;
    }
    int from = 0;
    for (int i = 1; i <= n; i++) {
      if (i == n || starts[i]) {
        int begin = from == 0 ? 0 : original.origin(words.start(from));
        int end = i == n ? length : original.origin(words.start(i));
        Sentence.Kind kind = kinds[from];
        if (end > begin) {
          all.add(new Sentence(begin, end, kind == null ? Sentence.Kind.OTHER : kind));
        }
        from = i;
      }
    }
    return all;
  }

  private static boolean isFrame(Sentence.Kind kind) {
    return kind == Sentence.Kind.HEADER
        || kind == Sentence.Kind.RECIPIENT
        || kind == Sentence.Kind.SIGNATURE;
  }
}
