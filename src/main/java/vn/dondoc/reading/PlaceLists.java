package vn.dondoc.reading;

import java.util.Set;

/** Danh sách địa bàn: levels and named places in a row, "các huyện, thị xã", "A, B và C". */
final class PlaceLists {
  // Quận, huyện, phường, xã, thị xã, thị trấn in one or two letters.
  private static final Set<String> SHORT_LEVELS = Deadlines.keys("q h p x tx tt");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final Agencies agencies;

  PlaceLists(Words words, Lexicon.Senses senses, Predicates predicates, Agencies agencies) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.agencies = agencies;
  }

  /** "các huyện, [thành], [thị]": towns and cities in short. */
  boolean isShortLevel(int i) {
    return (words.is(i, "thành") || words.is(i, "thị"))
        && !words.isCapital(i)
        && senses.at(Sense.VERB, i) == 0
        && senses.at(Sense.LEVEL, i) == 0
        && !words.is(i + 1, "ủy")
        && !words.is(i + 1, "viên");
  }

  /** "các bộ, cơ quan ngang bộ[, cơ quan thuộc Chính phủ]": told in one breath. */
  int governmentBodies(int p) {
    boolean ranked = words.is(p - 2, "ngang") && words.is(p - 1, "bộ") && words.isMark(p, ',');
    int owner = words.is(p + 3, "trực") ? p + 5 : p + 4;
    boolean under = words.is(owner - 1, "thuộc") && words.is(owner, "chính");
    return ranked && words.is(p + 1, "cơ") && words.is(p + 2, "quan") && under ? owner + 2 : p;
  }

  /** "UBND [Q. Tân Bình]", "Công an [P.12]": a level in one letter and its name; p when none is. */
  int abbreviated(int p, int to) {
    boolean level = words.isCapital(p) && SHORT_LEVELS.contains(words.key(p));
    if (!level || !words.isMark(p + 1, '.') || !words.touches(p + 1)) {
      return p;
    }
    int name = words.isNumber(p + 2) ? p + 3 : agencies.capitals(p + 2, to, 4);
    return name > p + 2 ? name : p;
  }

  /** "từ Quảng Ninh đến Thừa Thiên Huế", "ven biển từ …". */
  int fromPlaceToPlace(int p, int to) {
    if (!words.is(p, "từ") || !words.isCapital(p + 1)) {
      return p;
    }
    int first = agencies.capitals(p + 1, to, 4);
    if (!words.is(first, "đến") && !words.is(first, "tới")) {
      return p;
    }
    int second = agencies.capitals(first + 1, to, 4);
    return second > first + 1 ? second : p;
  }

  /** "Hà Giang, Cao Bằng và Lạng Sơn". */
  int nameList(int from, int to) {
    int p = agencies.capitals(from, to, 4);
    while (p < to) {
      int sep = words.isMark(p, ',') || words.is(p, "và") || words.isMark(p, '-') ? p + 1 : p;
      int end = sep > p ? agencies.capitals(sep, to, 4) : p;
      boolean name =
          end > sep
              && !senses.has(Sense.LEVEL, sep)
              && !senses.has(Sense.SECTOR, sep)
              && (isName(sep) || predicates.verb(sep) == 0)
              && !senses.has(Sense.PERSON, sep);
      if (!name) {
        return p;
      }
      p = end;
    }
    return p;
  }

  /** "Chi Lăng", "Bình Gia": two capitals are a name, though one of them may mean work. */
  boolean isName(int i) {
    return words.isCapital(i)
        && words.isCapital(i + 1)
        && senses.at(Sense.VERB, i) < 2
        && !senses.has(Sense.HEAD, i + 1);
  }

  /** ", thành phố Lạng Sơn" behind a named place. */
  int levelNames(int from, int to) {
    int p = from;
    while (p < to) {
      int sep = words.isMark(p, ',') || words.is(p, "và") || words.isMark(p, '-') ? p + 1 : p;
      int level = senses.at(Sense.LEVEL, sep);
      int name = level > 0 ? sep + level : sep;
      if (words.isMark(name, '.') && words.touches(name) && words.is(name - 1, "tp")) {
        name++;
      }
      int end = agencies.capitals(name, to, 4);
      boolean plain =
          level == 0
              && (predicates.verb(sep) > 0
                  || senses.has(Sense.SECTOR, sep)
                  || senses.has(Sense.PERSON, sep));
      if (sep == p || end == name || plain) {
        return p;
      }
      p = end;
    }
    return p;
  }

  int levelList(int from, int to) {
    int p = from;
    while (p < to) {
      int sep = p;
      if (words.isOneOf(sep, ",/-") || words.is(sep, "và")) {
        sep++;
      }
      int length = sep > p && isShortLevel(sep) ? 1 : senses.at(Sense.LEVEL, sep);
      boolean body = sep > p && words.isCapital(sep) && senses.at(Sense.HEAD, sep) > length;
      if (length == 0 || body || words.is(sep, "xã") && words.is(sep + 1, "hội")) {
        // "Liên đoàn Lao động tỉnh[, Tỉnh Đoàn]": a body of its own.
        return words.is(p, "ủy") && p > from ? p + 1 : p;
      }
      if (words.isMark(sep + length, '.')
          && words.is(sep, "tp")
          && words.isCapital(sep + length + 1)) {
        length++;
      }
      p = sep + length;
    }
    return words.is(p, "ủy") && p > from ? p + 1 : p;
  }

  int namesAfterLevels(int from, int to, boolean plural) {
    boolean named =
        words.isMark(from, ':')
            && words.isCapital(from + 1)
            && (isName(from + 1)
                || senses.at(Sense.FRAME, from + 1) == 0 && !predicates.startsAt(from + 1));
    int p = named ? from + 1 : from;
    if (words.isCapital(p) && !senses.has(Sense.HEAD, p) && !senses.has(Sense.POST, p)) {
      return plural ? nameList(p, to) : levelNames(agencies.capitals(p, to, 4), to);
    }
    return from;
  }
}
