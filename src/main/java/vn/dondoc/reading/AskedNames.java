package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Tên được giao việc: the doers between "giao", "đề nghị", "yêu cầu" and the work, of which the
 * lexicon may not know one.
 */
final class AskedNames {
  private static final int LONGEST_LIST = 20;

  private final Words words;
  private final Predicates predicates;
  private final Agencies agencies;
  private final UnknownNames unknown;

  AskedNames(Words words, Lexicon.Senses senses, Predicates predicates, Agencies agencies) {
    this.words = words;
    this.predicates = predicates;
    this.agencies = agencies;
    this.unknown = new UnknownNames(words, senses, predicates);
  }

  /** "Đề nghị [Thị đoàn, Hội Làm vườn] tuyên truyền …": names up to the work; else empty. */
  List<Party> at(int from, int to) {
    List<Party> all = new ArrayList<>();
    int p = from;
    while (p < to && all.size() < LONGEST_LIST) {
      Party known = agencies.one(p, to);
      int end = known == null ? unknown.item(p, to) : known.to();
      if (end < 0) {
        return List.of();
      }
      all.add(known == null ? new Party(p, end, Party.Form.BODY) : known);
      if (predicates.startsAt(end)) {
        return all;
      }
      int next = words.isOneOf(end, ",;") ? end + 1 : end;
      next = words.is(next, "và") ? next + 1 : next;
      if (next == end) {
        return List.of();
      }
      p = next;
    }
    return List.of();
  }
}
