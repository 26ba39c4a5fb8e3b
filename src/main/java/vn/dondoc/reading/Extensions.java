package vn.dondoc.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Reading.Shape;

/**
 * Gia hạn: a consent that sets a new day for somebody, "đồng ý cho A lùi thời hạn … đến ngày …".
 */
final class Extensions {
  private final Words words;
  private final Lexicon.Senses senses;
  private final Agencies agencies;
  private final DutyParser duties;
  private final Timeline timeline;

  Extensions(
      Words words, Lexicon.Senses senses, Agencies agencies, DutyParser duties, Timeline timeline) {
    this.words = words;
    this.senses = senses;
    this.agencies = agencies;
    this.duties = duties;
    this.timeline = timeline;
  }

  @Nullable Reading read(int p, int to) {
    if (!senses.has(Sense.CONSENT, p)) {
      return given(p, to);
    }
    Reading allowed = allowed(p, to);
    if (allowed != null) {
      return allowed;
    }
    int at = extending(p + 1, Math.min(to, p + 40));
    boolean near = at >= 0 && at < p + 12;
    boolean dated = at >= 0 && !timeline.between(at, to).isEmpty();
    if (!near && !dated) {
      return null;
    }
    return duties.reading(Shape.ORDERED, p, granted(p, to), at, to).sure(0.7);
  }

  /** "Gia hạn … cho A đến hết ngày …", "UBND tỉnh gia hạn cho A …": A has the new day. */
  private @Nullable Reading given(int p, int to) {
    List<Party> giver = agencies.list(p, to);
    int at = giver.isEmpty() ? p : giver.getLast().to();
    boolean extending =
        giver.size() < 2
            && (words.is(at, "gia") && words.is(at + 1, "hạn")
                || words.is(at, "lùi") && setsTime(at + 1));
    List<Party> lead = extending ? granted(at, to) : List.of();
    boolean dated = !lead.isEmpty() && !timeline.between(at, to).isEmpty();
    return dated ? duties.reading(Shape.ORDERED, p, lead, at, to).sure(0.7) : null;
  }

  /** "Đồng ý để A gửi đề án chậm nhất ngày …": what is allowed has a new day. */
  private @Nullable Reading allowed(int p, int to) {
    int door = p + senses.at(Sense.CONSENT, p);
    if (!words.is(door, "để") && !words.is(door, "cho")) {
      return null;
    }
    List<Party> lead = agencies.list(door + 1, to);
    int work = lead.isEmpty() ? -1 : lead.getLast().to();
    boolean dated =
        work > 0
            && timeline.between(work, to).stream()
                .anyMatch(found -> found.strength() == Deadlines.STRONG);
    return dated && duties.verbStart(work, to)
        ? duties.reading(Shape.ORDERED, p, lead, work, to).sure(0.7)
        : null;
  }

  private int extending(int from, int to) {
    for (int k = from; k < to; k++) {
      boolean term =
          words.is(k + 1, "hạn") && words.is(k, "gia")
              || (words.is(k, "kéo") && words.is(k + 1, "dài") || words.is(k, "lùi"))
                  && setsTime(k + 1);
      if (term) {
        return k;
      }
    }
    return -1;
  }

  private boolean setsTime(int from) {
    for (int k = from; k < from + 4; k++) {
      if (words.is(k, "thời") || words.is(k, "hạn") || words.is(k, "tiến")) {
        return true;
      }
    }
    return false;
  }

  /** "cho A …", else "… của A". */
  private List<Party> granted(int p, int to) {
    for (String door : List.of("cho", "phép", "của")) {
      for (int m = p; m < to; m++) {
        List<Party> lead = words.is(m, door) ? agencies.list(m + 1, to) : List.of();
        if (!lead.isEmpty() && lead.getFirst().form() != Party.Form.POST) {
          return lead;
        }
      }
    }
    return List.of();
  }
}
