package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Nơi nhận kết quả: who a result goes to, and whom the lead has to direct. */
final class Receivers {
  private static final int FARTHEST = 9;
  private static final int FARTHEST_LED = 18;
  // "để báo cáo", "các báo cáo" and the ends of longer words: "giải trình", "công trình".
  private static final Set<String> NOT_AFTER =
      Deadlines.keys("để các giải công chương quá quy lộ tờ lập hành những được");

  // "tham mưu thành lập đoàn", "đề xuất kiện toàn tổ": what stands behind is worked on.
  private static final Set<String> WORKED_ON = Deadlines.keys("lập toàn tra sát đốc dẫn");

  // Kinds of people no result is handed to.
  private static final Set<String> PEOPLE = Deadlines.keys("viên hộ sinh nghèo động thôn bản");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Agencies agencies;

  Receivers(Words words, Lexicon.Senses senses, Agencies agencies) {
    this.words = words;
    this.senses = senses;
    this.agencies = agencies;
  }

  List<Party> reportTo(Draft draft) {
    List<Party> all = new ArrayList<>();
    for (int[] work : draft.works) {
      int i = work[0];
      while (i < work[1] && !(words.is(i, "để") && !all.isEmpty())) {
        int length = senses.at(Sense.DELIVER, i);
        if (length == 0 || NOT_AFTER.contains(words.key(i - 1))) {
          i++;
          continue;
        }
        i = receivers(i + length, work[1], all);
      }
    }
    return all;
  }

  private int receivers(int from, int to, List<Party> all) {
    int start = from;
    for (int k = from; k < Math.min(to, start + FARTHEST_LED); k++) {
      int behind = agencies.skipParens(k, to);
      if (behind > k + 1) {
        // "báo cáo (kèm bản mềm: …) về Sở A": what the brackets add is passed over.
        start += behind - k;
        k = behind - 1;
        continue;
      }
      if (words.isOneOf(k, ";.:")) {
        // Far behind "đề xuất" another "báo cáo A" may stand, to be read for itself.
        return k < start + FARTHEST ? k : from;
      }
      boolean led = words.is(k - 1, "về") || words.is(k - 1, "cho") || words.is(k - 1, "đến");
      if (k >= start + FARTHEST && !led) {
        continue;
      }
      if (senses.has(Sense.COOP, k)) {
        return k;
      }
      List<Party> parties = agencies.list(k, to);
      boolean owned =
          words.is(k - 1, "của")
              || words.is(k - 1, "tại")
              || words.is(k - 1, "theo")
              || words.is(k - 1, "trên")
              || words.is(k - 1, "quả") && !words.isCapital(k)
              || words.is(k - 1, "hộ");
      boolean people =
          !parties.isEmpty()
              && parties.getLast().form() != Party.Form.BODY
              && PEOPLE.contains(words.key(parties.getLast().to() - 1));
      boolean worked = !led && WORKED_ON.contains(words.key(k - 1));
      boolean next = k == from && k > 0 && !words.isCapital(k + 1) && !words.isCapital(k - 1);
      boolean head = words.isCapital(k) && senses.at(Sense.HEAD, k) == 1;
      if (parties.isEmpty() && head && (led || next)) {
        // "gửi kết quả về Phòng (qua …)", "trình Bộ": the body that wrote, or the one above.
        parties = List.of(new Party(k, k + 1, Party.Form.ANAPHORA));
      }
      if (worked && !parties.isEmpty()) {
        return parties.getLast().to();
      }
      if (owned && !parties.isEmpty()) {
        // "trên cơ sở đề xuất của các đơn vị": nobody a result goes to, nor any word inside it.
        k = parties.getLast().to() - 1;
        continue;
      }
      if (!parties.isEmpty() && !people) {
        add(parties, all);
        return parties.getLast().to();
      }
    }
    return from;
  }

  private static void add(List<Party> parties, List<Party> all) {
    for (Party party : parties) {
      if (!all.contains(party)) {
        all.add(party);
      }
    }
  }

  /** "chỉ đạo A làm X": A. */
  List<Party> implementers(Draft draft) {
    List<Party> all = new ArrayList<>();
    for (int[] work : draft.works) {
      for (int i = work[0]; i < Math.min(work[1], work[0] + 40); i++) {
        if (words.is(i, "chỉ")
            && words.is(i + 1, "đạo")
            && !words.is(i - 1, "sự")
            && !words.is(i - 1, "ban")
            && !words.is(i - 1, "theo")) {
          List<Party> parties = agencies.list(i + 2, work[1]);
          if (parties.isEmpty() && senses.has(Sense.GROUP, i + 2)) {
            parties =
                List.of(new Party(i + 2, i + 2 + senses.at(Sense.GROUP, i + 2), Party.Form.GROUP));
          }
          all.addAll(parties);
          return all;
        }
      }
    }
    return all;
  }
}
