package vn.dondoc.reading;

/** Tên cơ quan: how far the name of one body reaches behind its first word. */
final class BodyName {
  /** What the last part of the name was. */
  // "Ban quản lý dự án", "Tổng công ty": a head no bare verb can stand behind by mistake.
  private static final int LONG_HEAD = 4;

  private enum Last {
    HEAD,
    SECTOR,
    LEVEL,
    NAME,
    PART
  }

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final GroupName groups;
  private final UnknownNames unknown;
  private final WorksName works;
  private final PreventionName prevention;

  BodyName(
      Words words,
      Lexicon.Senses senses,
      Predicates predicates,
      GroupName groups,
      UnknownNames unknown) {
    this.unknown = unknown;
    this.works = new WorksName(words);
    this.prevention = new PreventionName(words, senses, predicates);
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.groups = groups;
  }

  int end(int head, int headLength, int to) {
    int p = head + headLength;
    Last last = Last.HEAD;
    int verbAt = -1;
    Last beforeVerb = last;
    while (p < to && words.lines(p) < 2 && !startsWork(p, last, headLength)) {
      int fields = works.end(p);
      int levels = fields > p ? fields : levels(p, to, last);
      if (levels > p) {
        p = levels;
        last = fields == levels ? Last.SECTOR : Last.LEVEL;
        continue;
      }
      int joined = joined(p, last);
      int sector = senses.at(Sense.SECTOR, joined);
      int part = withoutPlan(joined, senses.at(Sense.NAMEPART, joined));
      part = Math.max(part, prevention.end(head + headLength, joined, to) - joined);
      boolean open = last == Last.HEAD || last == Last.PART;
      boolean verb = isVerb(joined);
      if (words.isCapital(joined) && headName(joined, last) > Math.max(1, Math.max(part, sector))) {
        p = joined + headName(joined, last);
        last = isBranch(head) ? Last.HEAD : Last.NAME;
      } else if (sector > 0
          && sector >= part
          && (open && !verb || words.isCapital(joined) && last != Last.LEVEL)) {
        boolean shared = groups.isFieldHead(head) && joined == p;
        p = shared ? groups.sharedFields(joined, to) : joined + sector;
        last = Last.SECTOR;
      } else if (isMatter(p, last, sector) && joined == p && !verb) {
        // "Vụ Đăng ký và Thống kê [đất đai], Cục …": the matter of the field in front of it.
        p += sector;
      } else if (part > 0
          && (words.isCapital(joined) || !verb || open)
          && partFits(joined, part, last)) {
        if (verb && prevention.end(head + headLength, joined, to) == joined) {
          verbAt = p;
          beforeVerb = last;
        }
        p = joined + part;
        last = lastOf(p);
      } else if (words.isCapital(joined) && capitalFits(joined, p)) {
        p = joined + verbName(joined);
        p += unknown.completes(p) || isHalf(p, to) ? 1 : 0;
        last = Last.NAME;
      } else if (number(p, last) > p) {
        p = number(p, last);
        last = Last.NAME;
      } else {
        break;
      }
    }
    p = rest(p, last, p > head + headLength || headLength >= LONG_HEAD, to);
    boolean named = beforeVerb != Last.HEAD || headLength > 1;
    return verbAt > 0 && named && isTorn(p, to) ? verbAt : p;
  }

  /** What a part of a name that ends there leaves behind. */
  private Last lastOf(int end) {
    boolean level = senses.has(Sense.LEVEL, end - 1) || senses.has(Sense.LEVEL, end - 2);
    return level ? Last.LEVEL : Last.PART;
  }

  /**
   * "Phòng Kinh tế [xây dựng kế hoạch]", "Tỉnh đoàn [tổ chức tập huấn]": in small letters, and with
   * what is drawn up or held behind it, the work of the body and no part of its name.
   */
  private boolean opensPlan(int p) {
    boolean builds = words.is(p, "xây") && words.is(p + 1, "dựng");
    boolean holds = words.is(p, "tổ") && words.is(p + 1, "chức");
    int next = p + 2;
    boolean plan =
        senses.has(Sense.DOCKIND, next)
            || words.is(next, "phương") && words.is(next + 1, "án")
            || words.is(next, "và") && predicates.verb(next + 1) > 1;
    boolean firm = predicates.startsFirmly(next) && predicates.verb(next) == 0;
    return builds && plan || holds && (plan || predicates.verb(next) > 1 && !firm);
  }

  /** "Phòng [Kinh tế] xây dựng kế hoạch": a part of a name that ends in the work is shorter. */
  private int withoutPlan(int at, int length) {
    int end = at + length - 2;
    return length > 2 && !words.isCapital(end) && opensPlan(end) ? length - 2 : length;
  }

  private boolean isMatter(int p, Last last, int sector) {
    boolean field = last == Last.SECTOR || last == Last.NAME;
    int end = p + sector;
    boolean ends = words.isOneOf(end, ",;:)") || predicates.opensWork(end);
    return field && sector > 1 && ends && !words.isCapital(p);
  }

  /** Where the name ends whose last known word stands in front of p. */
  private int rest(int p, Last last, boolean named, int to) {
    if (last == Last.SECTOR) {
      return matterUnknown(p, to);
    }
    return last != Last.LEVEL && named ? unknownPart(p, to) : p;
  }

  /** "Vụ Thống kê [biển đảo] đôn đốc …": words that mean nothing else, work right behind them. */
  private int matterUnknown(int p, int to) {
    for (int k = p; k < Math.min(to, p + 4); k++) {
      boolean work = k > p && !words.isCapital(k) && predicates.opensWork(k);
      boolean plain = words.isWord(k) && !words.isCapital(k) && !senses.any(k) && !unknown.ends(k);
      if (work || !plain) {
        return work ? k : p;
      }
    }
    return p;
  }

  /** Work stands behind the name, or nothing a name can end at: the verb inside it was the work. */
  private boolean isTorn(int p, int to) {
    boolean goesOn =
        words.isMark(p, ',') && predicates.verb(p + 1) > 0 && !senses.has(Sense.HEAD, p + 1);
    return goesOn || !groups.boundary(p, to);
  }

  /** "Vụ Kết cấu hạ tầng giao thông làm …": words of a name the lexicon does not know. */
  private int unknownPart(int p, int to) {
    if (groups.boundary(p, to)) {
      return p;
    }
    int tail = unknown.tail(p, to);
    if (tail > p) {
      return tail;
    }
    for (int k = p; k < Math.min(to, p + 7); k++) {
      if (words.isMark(k, ':') && k > p && k == to - 1) {
        return k;
      }
      if (k > p
          && words.is(k, "và")
          && unknown.opensName(k + 1)
          && !senses.has(Sense.HEAD, k + 1)) {
        // "Phòng Quản lý nhà [và Thị trường …]": a second field in capitals.
        continue;
      }
      boolean stops =
          words.isWord(k)
              && (predicates.startsFirmly(k)
                  || k > p && opensPlan(k)
                  || predicates.isWork(k)
                  || k > p && senses.at(Sense.DELIVER, k) > 1);
      if (stops) {
        return k;
      }
      boolean outside =
          !words.isWord(k) || senses.has(Sense.HISTORY, k) || words.lines(k) > 1 || unknown.ends(k);
      if (outside) {
        return p;
      }
    }
    return p;
  }

  /** "Phòng Giáo dục Trung [học] ban hành …": the other half of a word, work stands behind it. */
  private boolean isHalf(int p, int to) {
    return words.lines(p) == 0
        && !words.isCapital(p)
        && !words.isCapital(p - 2)
        && predicates.verb(p) == 1
        && !predicates.startsFirmly(p)
        && (p + 1 >= to || predicates.opensWork(p + 1));
  }

  /** "Viện [Nghiên cứu]": a word of work written as part of a name. */
  private int verbName(int at) {
    int length = senses.at(Sense.VERB, at);
    return length > 1 && !words.isCapital(at + 1) ? length : 1;
  }

  /** "Ban Thường vụ [Tỉnh đoàn]": the name of a body inside the name of another. */
  private int headName(int at, Last last) {
    return last == Last.HEAD ? senses.at(Sense.HEAD, at) : 1;
  }

  private int levels(int p, int to, Last last) {
    int committees = Math.max(committees(p, last), groups.places().abbreviated(p, to));
    if (committees > p) {
      return committees;
    }
    boolean plural = words.is(p, "các") || words.is(p, "mỗi") && last == Last.HEAD;
    int first = plural ? p + 1 : p;
    boolean longer = senses.at(Sense.HEAD, first) > senses.at(Sense.LEVEL, first);
    if (longer || !senses.has(Sense.LEVEL, first) || last == Last.LEVEL && !plural) {
      return p;
    }
    if (words.is(first, "xã") && words.is(first + 1, "hội")) {
      return p;
    }
    int end = groups.places().levelList(first, to);
    int names = numbered(end, to, groups.places().namesAfterLevels(end, to, plural));
    if (words.is(names, "trực") && words.is(names + 1, "thuộc")) {
      names += senses.has(Sense.MODIFIER, names) ? senses.at(Sense.MODIFIER, names) : 2;
    }
    while (senses.has(Sense.MODIFIER, names)
        && senses.at(Sense.FRAME, names) < 2
        && (words.is(names, "liên")
            || words.is(names, "có")
            || words.is(names, "trên")
            || words.is(names, "vùng")
            || words.is(names, "nêu")
            || words.is(names, "biên")
            || words.is(names, "phía")
            || words.is(names, "ven")
            || words.is(names, "miền")
            || words.is(names, "nơi")
            || words.is(names, "trong"))) {
      names += senses.at(Sense.MODIFIER, names);
    }
    return groups.places().fromPlaceToPlace(names, to);
  }

  /** "UBND phường [7]", "UBND các phường [1, 2 và 3]". */
  private int numbered(int from, int to, int named) {
    boolean town = words.is(from - 1, "phường") || words.is(from - 1, "quận");
    if (named > from || !town || !words.isNumber(from)) {
      return named;
    }
    int p = from + 1;
    while ((words.isMark(p, ',') || words.is(p, "và")) && words.isNumber(p + 1)) {
      p += 2;
    }
    return groups.boundary(p, to) && !words.isMark(p, '/') ? p : named;
  }

  /** "Đội Quản lý thị trường [số 4]", "Ban [85]". */
  private int number(int p, Last last) {
    if (words.is(p, "số") && words.isNumber(p + 1) && !words.isMark(p + 2, '/')) {
      return p + 2;
    }
    if (words.is(p, "mẫu") && words.isNumber(p + 1) && !words.isOneOf(p + 2, "/.")) {
      return p + 2;
    }
    boolean works = last == Last.NAME && words.isNumber(p) && !words.isOneOf(p + 1, "/.,()");
    if (works && predicates.opensWork(p + 1)) {
      // "Công ty Sông Đà [10] hoàn thành …".
      return p + 1;
    }
    boolean field = last == Last.SECTOR || last == Last.PART || last == Last.NAME;
    if (field && words.isNumber(p) && words.isWord(p + 1) && predicates.verb(p + 1) > 1) {
      // "Công ty CP Quản lý đường bộ [1] kiểm tra …".
      return p + 1;
    }
    boolean region = words.is(p - 1, "vực") || words.is(p - 1, "vùng");
    boolean numbered = words.isNumber(p) || region && words.isShout(p);
    boolean bare = numbered && (last == Last.HEAD || region) && !words.isOneOf(p + 1, "/)");
    return bare && !(words.isMark(p + 1, '.') && words.isNumber(p + 2)) ? p + 1 : p;
  }

  /** "Ban Thường vụ [các huyện ủy, thành ủy, đảng ủy trực thuộc]". */
  private int committees(int p, Last last) {
    if (last == Last.HEAD
        && words.is(p, "các")
        && senses.has(Sense.LEVEL, p + 1)
        && words.isMark(p + 2, ',')
        && words.is(p + 4, "ủy")) {
      // "Ban Thường vụ các huyện, thành ủy".
      return p + 5;
    }
    if (last != Last.HEAD || !words.is(p, "các") || !words.is(p + 2, "ủy")) {
      return p;
    }
    int end = p + 3;
    while ((words.isMark(end, ',') || words.is(end, "và")) && words.is(end + 2, "ủy")) {
      end += 3;
    }
    return words.is(end, "trực") && words.is(end + 1, "thuộc") ? end + 2 : end;
  }

  /** Steps over "và", "-", "&" inside a name. */
  private int joined(int p, Last last) {
    boolean link = words.isOneOf(p, "-&") || words.is(p, "và") && last != Last.LEVEL;
    boolean unit = words.is(p + 1, "cơ") && words.is(p + 2, "quan");
    if (!link
        || words.isMark(p, '-') && unit
        || senses.has(Sense.HEAD, p + 1) && !words.isMark(p, '-')
        || senses.has(Sense.DETERMINER, p + 1)
        || senses.has(Sense.POST, p + 1) && !isStaff(p + 1)
        || senses.has(Sense.GROUP, p + 1) && words.is(p, "và") && !isStaff(p + 1)) {
      return p;
    }
    return p + 1;
  }

  /** "Cục Nhà giáo và [Cán bộ quản lý giáo dục]": staff in capitals, a field of the body. */
  private boolean isStaff(int at) {
    return words.isCapital(at) && words.is(at, "cán") && senses.has(Sense.NAMEPART, at);
  }

  private boolean startsWork(int p, Last last, int headLength) {
    boolean plans = (last != Last.HEAD || headLength > 1) && isVerb(p) && opensPlan(p);
    // "Công đoàn ngành [kiểm tra …]": a head of three words is whole without a field.
    return plans || (last != Last.HEAD || headLength > 2) && checks(p);
  }

  /** "Phòng Kinh tế [kiểm tra công trình]": behind a name in small letters, work and no field. */
  private boolean checks(int p) {
    boolean act =
        words.is(p, "kiểm") && words.is(p + 1, "tra")
            || words.is(p, "chỉ") && words.is(p + 1, "đạo")
            || words.is(p, "bồi") && words.is(p + 1, "thường");
    return act && isVerb(p) && !predicates.opensWork(p + 2) && !words.is(p + 2, "và");
  }

  private boolean isVerb(int at) {
    return !words.isCapital(at) && predicates.verb(at) > 0 && !isBranch(at);
  }

  private boolean isBranch(int at) {
    return words.is(at, "chi") && words.is(at + 1, "nhánh");
  }

  private boolean partFits(int at, int length, Last last) {
    boolean region = words.is(at, "vùng") && (words.isNumber(at + 1) || words.isShout(at + 1));
    if (region || isBranch(at) && length > 1) {
      return true;
    }
    boolean verb = predicates.verb(at) > 0 && !words.isCapital(at);
    if (last == Last.LEVEL && !words.isCapital(at)) {
      return false;
    }
    if (last == Last.LEVEL || last == Last.SECTOR || last == Last.NAME) {
      return !verb
          && !words.is(at, "các")
          && (senses.has(Sense.LEVEL, at)
              || words.isCapital(at)
              || length > 1
              || last == Last.NAME);
    }
    return !senses.has(Sense.CHAIR, at) && !senses.has(Sense.COOP, at);
  }

  private boolean capitalFits(int at, int p) {
    boolean duty =
        senses.has(Sense.CHAIR, at) || senses.has(Sense.COOP, at) || senses.has(Sense.PURE, at);
    boolean newBody = senses.has(Sense.POST, at) || senses.has(Sense.PERSON, at);
    return !duty && !newBody && (words.lines(at) == 0 || at == p);
  }
}
