package vn.dondoc.reading;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Party.Form;

/** Nhóm cơ quan: groups of bodies, lists of fields, levels and places that share one head. */
final class GroupName {
  // Heads that take a list of fields behind them: "các Sở: A, B", "Sở A, B và C".
  private static final Set<String> FIELD_HEADS = Deadlines.keys("sở bộ phòng cục ty ngành vụ");
  private static final Set<String> LOOSE_GROUPS =
      Deadlines.keys(
          "ban bên ngành bộ báo hộ hội đoàn cụm khối bản phòng cấp tổ khu đội đài vụ viện cục"
              + " thôn");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final Agencies agencies;
  private final PlaceLists places;

  GroupName(Words words, Lexicon.Senses senses, Predicates predicates, Agencies agencies) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.agencies = agencies;
    this.places = new PlaceLists(words, senses, predicates, agencies);
  }

  PlaceLists places() {
    return places;
  }

  @Nullable Party group(int i, int first, int to) {
    int length = groupLength(first);
    boolean named = first > i;
    if (length == 0 || longerOther(first, length)) {
      return null;
    }
    if (!named && predicates.verb(first) >= length && !senses.has(Sense.MODIFIER, first + length)) {
      return null;
    }
    boolean listed =
        words.isMark(first + length, ',') && senses.has(Sense.GROUP, first + length + 1);
    boolean organises = words.is(first, "tổ") && words.is(first + 1, "chức");
    if (!named
        && organises
        && !words.isMark(first + length, ',')
        && !words.is(first + length, "và")) {
      return null;
    }
    if (!named && LOOSE_GROUPS.contains(words.key(first)) && length == 1 && !listed) {
      return null;
    }
    int whole = named ? namedBody(first, to) : -1;
    if (whole > 0) {
      // "các Công ty Điện lực: Thái Hà, Nam Ninh": names behind a head that is told in full.
      boolean apart = words.isMark(whole, ':') && words.isCapital(whole + 1);
      int names = apart ? unknownList(whole + 1, to) : whole;
      return new Party(i, names > whole + 1 ? names : whole, Form.GROUP);
    }
    int p = groupNouns(first, first + length, to);
    p = fieldsOf(i, p, first, length, to);
    boolean investors = words.is(p - 1, "tư") && words.is(p - 2, "đầu");
    p += investors && words.is(p, "dự") && words.is(p + 1, "án") ? 2 : 0;
    p = places.governmentBodies(modifiers(p, to));
    if (words.isMark(p, ':')
        && words.isCapital(p + 1)
        && (places.isName(p + 1) || senses.at(Sense.FRAME, p + 1) == 0)
        && !predicates.startsAt(p + 1)
        && agencies.capitals(p + 1, to, 4) - p > 2
        && senses.has(Sense.LEVEL, first)) {
      p = places.nameList(p + 1, to);
    }
    if (words.isMark(p, ':') && words.isCapital(p + 1) && !senses.has(Sense.LEVEL, first)) {
      int names = unknownList(p + 1, to);
      p = names > p + 1 ? names : p;
    }
    p = named && words.isCapital(p - 1) ? agencies.unknownTail(p, to) : p;
    boolean bare = !named && p == first + length;
    if (bare
        && !predicates.startsAt(p)
        && !words.isOneOf(p, ",;:.")
        && !words.is(p, "và")
        && !words.isCapital(first)) {
      return words.is(first, "chủ") || words.is(first, "cấp") || words.is(first, "nhà")
          ? new Party(i, p, Form.GROUP)
          : null;
    }
    return new Party(i, p, Form.GROUP);
  }

  /** "các Sở: A, B", "các phòng Giáo dục các huyện, thị xã": the fields and levels of a group. */
  private int fieldsOf(int i, int from, int first, int length, int to) {
    int p = from;
    String head = words.key(first);
    if (words.isMark(p, ':') && senses.has(Sense.SECTOR, p + 1)) {
      p = fields(p + 1, to, true);
    } else if (senses.has(Sense.SECTOR, p)
        && (words.isCapital(p) || FIELD_HEADS.contains(head) && predicates.verb(p) == 0)) {
      p = fields(p, to, words.is(i, "các"));
    }
    if (p > first + length && words.is(p, "các") && senses.has(Sense.LEVEL, p + 1)) {
      // "các phòng Giáo dục và Đào tạo các huyện, thị xã".
      p = places.levelList(p + 1, to);
    }
    return p;
  }

  /** Whether a longer word of another kind starts here ("xã hội", "tổ chức thực hiện"). */
  private boolean longerOther(int i, int length) {
    return words.is(i, "xã") && words.is(i + 1, "hội")
        || senses.at(Sense.VERB, i) > length
        || senses.at(Sense.DOCKIND, i) > length
        || words.is(i, "cấp")
            && length == 1
            && !words.isCapital(i)
            && !words.isMark(i - 1, ',')
            && !words.is(i - 1, "các")
        || words.is(i, "ngành") && words.is(i + 1, "nghề")
        || words.is(i, "bản") && words.is(i + 1, "đồ");
  }

  /** "các sở, ngành [xây dựng kế hoạch]": the work behind a word is no part of the group. */
  private int groupLength(int at) {
    int length = senses.at(Sense.GROUP, at);
    int end = at + length;
    boolean plan =
        words.is(end - 2, "xây")
            && words.is(end - 1, "dựng")
            && words.isWord(end)
            && !boundary(end, end + 1);
    return length > 1 && plan ? 1 : length;
  }

  private int groupNouns(int first, int from, int to) {
    int p = from;
    while (p < to) {
      int sep = p;
      if (words.isOneOf(sep, ",/-") || words.is(sep, "và") || words.isMark(sep, '&')) {
        sep++;
      }
      boolean town = sep > p && senses.has(Sense.LEVEL, first) && places.isShortLevel(sep);
      int length = town ? 1 : groupLength(sep);
      if (length == 0
          || sep >= to
          || longerOther(sep, length)
          || words.isShout(sep)
          || senses.has(Sense.POST, sep) && !words.is(sep, "lãnh")) {
        return p;
      }
      boolean committees =
          sep > p
              && (words.is(sep, "ubnd") || words.is(sep, "ủy") && words.is(sep + 1, "ban"))
              && words.is(sep + senses.at(Sense.HEAD, sep), "các");
      if (committees) {
        // "các bộ, ngành và ủy ban nhân dân các tỉnh": a body of its own, in small letters.
        return p;
      }
      boolean fullName =
          senses.has(Sense.HEAD, sep)
              && words.isCapital(sep)
              && sep > p
              && (senses.at(Sense.HEAD, sep) > length
                  || words.isCapital(sep + senses.at(Sense.HEAD, sep))
                  || senses.has(Sense.NAMEPART, sep + senses.at(Sense.HEAD, sep)));
      boolean holds =
          sep == p
              && words.is(sep, "tổ")
              && predicates.verb(sep) >= length
              && predicates.verb(sep + length) > 0
              && !words.is(sep - 1, "quan");
      boolean verbLike = holds || predicates.verb(sep) >= length && !boundary(sep + length, to);
      boolean named =
          words.isCapital(sep + length)
              && senses.has(Sense.LEVEL, sep)
              && !senses.has(Sense.LEVEL, first);
      if (fullName || verbLike || named) {
        return p;
      }
      p = sep + length;
    }
    return p;
  }

  boolean boundary(int p, int to) {
    return p >= to
        || words.isOneOf(p, ",;:.)/")
        || words.is(p, "và")
        || senses.has(Sense.MODIFIER, p)
        || predicates.startsAt(p)
        || senses.has(Sense.HISTORY, p)
        || words.is(p, "theo");
  }

  /** "các Ban Quản lý dự án chuyên ngành": one past a body that is named in full; -1 if none is. */
  private int namedBody(int first, int to) {
    boolean legal =
        words.is(first, "công")
            && words.is(first + 1, "ty")
            && (words.is(first + 2, "cp")
                || words.is(first + 2, "cổ") && words.is(first + 3, "phần")
                || words.is(first + 2, "tnhh"));
    boolean opens =
        (words.isCapital(first) || legal)
            && senses.has(Sense.HEAD, first)
            && !words.is(first, "sở")
            && !words.is(first, "bộ");
    if (!opens) {
      return -1;
    }
    UnknownNames unknown = new UnknownNames(words, senses, predicates);
    int end =
        new BodyName(words, senses, predicates, this, unknown)
            .end(first, senses.at(Sense.HEAD, first), to);
    boolean longer =
        end > first + senses.at(Sense.HEAD, first) + 1 && !senses.has(Sense.LEVEL, first + 1);
    return longer ? modifiers(end, to) : -1;
  }

  /** "các Tổng công ty: Viglacera, Vật liệu xây dựng số 1, Sông Đà": names behind a shared head. */
  private int unknownList(int from, int to) {
    UnknownNames unknown = new UnknownNames(words, senses, predicates);
    int p = from;
    int items = 0;
    while (true) {
      int lone = words.isCapital(p) && words.isOneOf(p + 1, ",;") ? p + 1 : -1;
      int end = lone > 0 ? lone : unknown.item(p, to);
      end = end < 0 && items > 0 ? unknown.named(p, to) : end;
      int capitals = end < 0 ? agencies.capitals(p, to, 4) : end;
      if (end < 0 && capitals == p) {
        return items > 0 ? p - 1 : from;
      }
      items++;
      if (end < 0 || !words.isOneOf(end, ",;")) {
        return items > 1 ? Math.max(end, capitals) : from;
      }
      p = end + 1;
    }
  }

  private int modifiers(int from, int to) {
    int p = from;
    while (p < to) {
      int reach = places.fromPlaceToPlace(p, to);
      if (reach > p) {
        p = reach;
        continue;
      }
      int length = senses.at(Sense.FRAME, p) > 1 ? 0 : senses.at(Sense.MODIFIER, p);
      boolean verb =
          predicates.verb(p) > 0
              && length == senses.at(Sense.VERB, p)
              && !predicates.opensWork(p + length)
              && !senses.has(Sense.MODIFIER, p + length);
      boolean party = words.is(p, "của") && words.is(p + length, "ủy");
      boolean under = length == 2 && words.is(p, "trực") && words.isCapital(p + 2);
      Party above = under ? agencies.bodyOrGroup(p + 2, to) : null;
      if (above != null) {
        // "các đơn vị trực thuộc [Chính phủ]".
        p = above.to();
      } else if (length > 0 && !verb && !party && !senses.has(Sense.CHAIR, p)) {
        p =
            senses.at(Sense.LEVEL, p) == length
                ? Math.max(p + length, places.levelList(p, to))
                : p + length;
        int name = agencies.capitals(p, to, 4);
        if (senses.has(Sense.LEVEL, p - 1) || senses.has(Sense.LEVEL, p - 2)) {
          p = name;
        }
      } else if (words.is(p, "thuộc")
          || words.is(p, "của")
          || words.is(p, "trực") && words.is(p + 1, "thuộc")) {
        Party owner = agencies.bodyOrGroup(p + (words.is(p, "trực") ? 2 : 1), to);
        if (owner == null) {
          return p;
        }
        p = owner.to();
      } else if (words.isCapital(p)
          && senses.has(Sense.LEVEL, p - 1)
          && !senses.has(Sense.HEAD, p)) {
        p = places.nameList(p, to);
      } else if (words.isShout(p) && !senses.has(Sense.HEAD, p) && p > 0 && words.lines(p) == 0) {
        p++;
      } else if (words.is(p, "và") && senses.has(Sense.MODIFIER, p + 1) && words.is(p + 1, "địa")) {
        p += 1 + senses.at(Sense.MODIFIER, p + 1);
      } else {
        return p;
      }
    }
    return p;
  }

  /** "Tài chính, Kế hoạch và Đầu tư và Nội vụ": fields that share one head. */
  private int fields(int from, int to, boolean listed) {
    int p = agencies.namedField(from + senses.at(Sense.SECTOR, from), to);
    while (p < to) {
      int sep = p;
      if (words.isOneOf(sep, ",;")) {
        sep++;
      }
      if (words.is(sep, "và") || words.isMark(sep, '&')) {
        sep++;
      }
      int length = senses.at(Sense.SECTOR, sep);
      boolean lone =
          listed
              && words.isCapital(sep)
              && !senses.has(Sense.LEVEL, sep + length)
              && !words.isCapital(sep + length)
              && !words.is(sep + length, "nhà");
      boolean ownHead =
          senses.at(Sense.HEAD, sep) >= length && !lone
              || senses.at(Sense.GROUP, sep) >= length && length > 0 && !words.isCapital(sep);
      boolean verb = predicates.verb(sep) > 0 && !words.isCapital(sep);
      if (sep == p || length == 0 || ownHead || verb) {
        return p;
      }
      p = agencies.capitals(sep + length, to, 3);
    }
    return p;
  }

  /** "Trưởng phòng: Tài chính - Kế hoạch, Nội vụ": the fields behind a colon; -1 when none are. */
  int listedFields(int colon, int to) {
    if (!words.isMark(colon, ':') || !words.isCapital(colon + 1)) {
      return -1;
    }
    int known = senses.has(Sense.SECTOR, colon + 1) ? fields(colon + 1, to, true) : -1;
    int names = known > 0 && boundary(known, to) ? known : unknownList(colon + 1, to);
    return names > colon + 1 ? Math.max(names, known) : known;
  }

  int sharedFields(int from, int to) {
    return fields(from, to, false);
  }

  boolean isFieldHead(int i) {
    return FIELD_HEADS.contains(words.key(i));
  }
}
