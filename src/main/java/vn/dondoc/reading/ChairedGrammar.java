package vn.dondoc.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Reading.Shape;

/** Câu "do … chủ trì": the work stands first, whoever does it behind it. */
final class ChairedGrammar {
  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final Agencies agencies;
  private final DutyParser duties;

  ChairedGrammar(
      Words words,
      Lexicon.Senses senses,
      Predicates predicates,
      Agencies agencies,
      DutyParser duties) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.agencies = agencies;
    this.duties = duties;
  }

  /** "nội dung X do A chủ trì". */
  @Nullable Reading read(int p, int to) {
    for (int k = p + 1; k < to; k++) {
      if (words.is(k, "bởi") && isBeingDone(p, k)) {
        List<Party> doers = agencies.list(k + 1, to);
        if (!doers.isEmpty()) {
          return chaired(p, doers, List.of());
        }
      }
      if (!words.is(k, "do") || isMeeting(p) || isBasis(p, k) || isFounded(p, k, to)) {
        continue;
      }
      if (acts(p, to)) {
        return null;
      }
      List<Party> parties = untilDoes(agencies.list(k + 1, to), to);
      int end = parties.isEmpty() ? k : parties.getLast().to();
      boolean does =
          words.is(end, "thực") && words.is(end + 1, "hiện")
              || words.is(end, "đảm") && words.is(end + 1, "nhiệm")
              || words.is(end, "lập") && words.isOneOf(end + 1, ",.;")
              || isMatter(p, k) && predicates.verb(end) > 1;
      if (!parties.isEmpty() && (senses.has(Sense.CHAIR, end) || does)) {
        if (does && senses.has(Sense.HISTORY, end + 2)) {
          // "việc thu hồi đất do UBND huyện thực hiện còn chậm": how it went.
          return null;
        }
        int q = does && !senses.has(Sense.CHAIR, end) ? end + 2 : end + senses.at(Sense.CHAIR, end);
        List<Party> coordinate = duties.helpers(q, to);
        return chaired(p, parties, coordinate);
      }
    }
    return null;
  }

  private static Reading chaired(int p, List<Party> leads, List<Party> coordinate) {
    return new Reading(Shape.CHAIRED, p, leads, coordinate, p, p, p, -1, -1, 0.85);
  }

  /** "Việc lấy mẫu được thực hiện [bởi] Khoa Xét nghiệm": work to come, not work done. */
  private boolean isBeingDone(int p, int by) {
    int done = by - 2;
    boolean does =
        words.is(done, "thực") && words.is(done + 1, "hiện")
            || words.is(done, "đảm") && words.is(done + 1, "nhiệm")
            || words.is(done, "tiến") && words.is(done + 1, "hành");
    return does
        && words.is(done - 1, "được")
        && done - 2 > p
        && !senses.has(Sense.HISTORY, done - 2);
  }

  /** "Sở A thẩm định dự toán do UBND huyện lập": the doer stands in front. */
  private boolean acts(int p, int to) {
    List<Party> doers = agencies.list(p, to);
    return !doers.isEmpty() && predicates.startsAt(doers.getLast().to());
  }

  /** "do Trung tâm Ứng dụng tiến bộ khoa học thực hiện": the name runs on to "thực hiện". */
  private List<Party> untilDoes(List<Party> parties, int to) {
    if (parties.isEmpty() || parties.getLast().form() != Party.Form.BODY) {
      return parties;
    }
    int end = parties.getLast().to();
    for (int k = end; k < Math.min(to, end + 9); k++) {
      if (words.is(k, "thực") && words.is(k + 1, "hiện") || senses.has(Sense.CHAIR, k)) {
        return k > end ? duties.extendLast(parties, k) : parties;
      }
      if (!words.isWord(k) || senses.has(Sense.HEAD, k) && words.isCapital(k)) {
        return parties;
      }
    }
    return parties;
  }

  /** "Kinh phí do Sở A bố trí", "Việc thẩm định do Sở B thực hiện": work named as a matter. */
  private boolean isMatter(int p, int by) {
    boolean matter =
        words.is(p, "kinh") && words.is(p + 1, "phí")
            || words.is(p, "nguồn") && (words.is(p + 1, "vốn") || words.is(p + 1, "kinh"))
            || words.is(p, "việc");
    return matter && by - p < 12;
  }

  /** "Trên cơ sở dự toán do Sở A lập, trình …": what the work rests on, not the work. */
  private boolean isBasis(int p, int by) {
    boolean basis =
        words.is(p, "trên") && words.is(p + 1, "cơ") && words.is(p + 2, "sở")
            || words.is(p, "căn") && words.is(p + 1, "cứ");
    for (int k = p; basis && k < by; k++) {
      basis = !words.isMark(k, ',');
    }
    return basis;
  }

  /** "Thành lập Tổ công tác do Chủ tịch xã làm Tổ trưởng": who heads what somebody founds. */
  private boolean isFounded(int p, int by, int to) {
    boolean founds = (words.is(p, "thành") || words.is(p, "kiện")) && predicates.verb(p) > 1;
    for (int k = by + 2; founds && k < Math.min(to, by + 40); k++) {
      if (words.is(k, "làm") && senses.at(Sense.CHAIR, k) > 1) {
        return true;
      }
    }
    return false;
  }

  private boolean isMeeting(int p) {
    return words.is(p, "cuộc") || words.is(p, "hội") || words.is(p, "buổi") || words.is(p, "phiên");
  }
}
