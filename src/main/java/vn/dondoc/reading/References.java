package vn.dondoc.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Văn bản viện dẫn: cited documents, with their number and date or by their name alone. */
final class References {
  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;

  References(Words words, Lexicon.Senses senses, Predicates predicates) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
  }

  record Cited(
      int from, int to, @Nullable String kind, @Nullable String number, @Nullable LocalDate date) {}

  List<Cited> scan(int from, int to) {
    List<Cited> all = new ArrayList<>();
    int i = from;
    while (i < to) {
      Cited cited = at(i, to);
      if (cited == null) {
        i++;
      } else {
        all.add(cited);
        i = cited.to();
      }
    }
    return all;
  }

  private @Nullable Cited at(int i, int to) {
    Cited loose = loose(i, to);
    if (loose != null) {
      return loose;
    }
    int length = senses.at(Sense.DOCKIND, i);
    if (length == 0) {
      return null;
    }
    int p = i + length;
    String kind = kind(i, p);
    for (int k = p; k < Math.min(to, p + 8); k++) {
      if (words.is(k, "số")
          && (words.isNumber(k + 1) || words.isMark(k + 1, ':') && words.isNumber(k + 2))) {
        return numbered(i, kind, words.isMark(k + 1, ':') ? k + 2 : k + 1, to);
      }
      boolean inside = words.isWord(k) && !senses.has(Sense.DOCKIND, k);
      if (!inside) {
        break;
      }
    }
    if (words.isNumber(p) && words.isMark(p + 1, '/') && !words.is(i, "báo")) {
      Cited cited = numbered(i, kind, p, to);
      if (cited != null) {
        return cited;
      }
    }
    return unnumbered(i, p, kind, to);
  }

  private String kind(int from, int to) {
    String name = words.text(from, to).toLowerCase(Locale.ROOT);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private @Nullable Cited numbered(int i, String kind, int at, int to) {
    int end = at;
    while (end < to && end < at + 14) {
      boolean sign = words.isOneOf(end, "/-");
      boolean apart = end > at && !words.touches(end) && !sign && !words.isOneOf(end - 1, "/-");
      if (apart || words.isMark(end) && !sign && !words.isMark(end, '&')) {
        break;
      }
      end++;
    }
    while (end > at && words.isMark(end - 1)) {
      end--;
    }
    String number = words.text(at, end).replaceAll("\\s+", "");
    LocalDate date = null;
    int stop = end;
    int p = words.isMark(end, ',') ? end + 1 : end;
    if (words.is(p, "ngày")) {
      Dates.Written written = new Dates(words, null, false, false).at(p);
      if (written != null) {
        date = written.first();
        stop = written.to();
      }
    }
    return new Cited(i, stop, kind, number, date);
  }

  /**
   * "chỉ tiêu 8.3 thuộc tiêu chí số 8", "chỉ đạo của Thủ tướng Chính phủ", "kế hoạch … 2021-2025".
   */
  private @Nullable Cited loose(int i, int to) {
    if (words.is(i, "chỉ")
        && words.is(i + 1, "tiêu")
        && words.isNumber(i + 2)
        && words.isMark(i + 3, '.')
        && words.isNumber(i + 4)) {
      int end = i + 5;
      if (words.is(end, "thuộc") && words.is(end + 1, "tiêu")) {
        end += words.is(end + 3, "số") ? 5 : 4;
      }
      return new Cited(i, Math.min(end, to), "Chỉ tiêu", null, null);
    }
    if (words.is(i, "chỉ")
        && words.is(i + 1, "đạo")
        && words.is(i + 2, "của")
        && senses.has(Sense.POST, i + 3)) {
      return new Cited(i, i + 3 + senses.at(Sense.POST, i + 3), "Chỉ đạo", null, null);
    }
    if (words.is(i, "kế") && words.is(i + 1, "hoạch")) {
      for (int k = i + 2; k < Math.min(to, i + 8); k++) {
        if (Dates.plausible(words.number(k))
            && words.isMark(k + 1, '-')
            && Dates.plausible(words.number(k + 2))) {
          return new Cited(i, k + 3, "Kế hoạch", null, null);
        }
        if (!words.isWord(k) || words.is(k, "số")) {
          return null;
        }
      }
    }
    return null;
  }

  /** "Bộ tiêu chí …", "Nghị quyết Đại hội …", "Luật Đầu tư công": known by name, not by number. */
  private @Nullable Cited unnumbered(int i, int p, String kind, int to) {
    boolean set = words.is(i, "bộ") && words.is(i + 1, "tiêu");
    boolean law =
        words.isCapital(i)
            && (words.is(i, "luật") || words.is(i, "bộ") || words.is(i, "nghị"))
            && words.isCapital(p);
    if (!set && !law) {
      return null;
    }
    int end = p;
    while (end < to && end < p + 12 && words.isWord(end) && words.lines(end) == 0) {
      boolean stop =
          words.is(end, "của")
              || words.is(end, "ngày") && words.isNumber(end + 1)
              || words.is(end, "và") && !words.isCapital(end + 1)
              || words.is(end, "theo")
              || words.is(end, "đã")
              || senses.has(Sense.PURE, end)
              || law && !words.isCapital(end) && predicates.verb(end) > 0;
      if (stop) {
        break;
      }
      end++;
    }
    return end > p ? new Cited(i, end, kind, null, null) : null;
  }
}
