package vn.dondoc.reading;

import java.util.List;
import java.util.Set;

/** Phối hợp ở cuối câu: partners named behind the work, with no work of their own behind them. */
final class TrailingPartners {
  // "cùng kỳ", "cùng ngày" and words in front of "phối hợp" that make a noun of it.
  private static final Set<String> NOUN =
      Deadlines.keys("sự việc quy cơ công tác chế tình thần của được bị thiếu chưa không");
  // Kinds of people the work is done with, no partners.
  private static final Set<String> PEOPLE =
      Deadlines.keys("viên hộ sinh nghèo dân nhân động nghiệp thầu");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Timeline timeline;
  private final ClauseGrammar grammar;

  TrailingPartners(Text text) {
    this.words = text.words();
    this.senses = text.senses();
    this.timeline = text.timeline();
    this.grammar = text.grammar();
  }

  /** "… rà soát hồ sơ, phối hợp với [Sở A, Sở B].", "… làm việc cùng [Sở A] trước ngày …". */
  void add(Draft draft) {
    for (int[] work : draft.works) {
      for (int k = work[0] + 1; k < work[1]; k++) {
        addFront(draft, k, work[1]);
        int coop = opens(k) ? senses.at(Sense.COOP, k) : 0;
        int at = k + coop;
        while (coop > 0 && (words.is(at, "với") || words.is(at, "cùng"))) {
          at++;
        }
        List<Party> partners = coop > 0 ? grammar.parties(at, work[1]) : List.of();
        int end = partners.isEmpty() ? work[1] : partners.getLast().to();
        // "…, phối hợp với Sở A [hoàn chỉnh hồ sơ]": they help with what follows.
        boolean goesOn = words.isOneOf(k - 1, ",;") && senses.at(Sense.VERB, end) > 1;
        if (!partners.isEmpty() && (goesOn || closes(end, work[1]))) {
          partners.stream()
              .filter(party -> !draft.coordinate.contains(party) && isOffice(party))
              .forEach(draft.coordinate::add);
          k = partners.getLast().to();
        }
      }
    }
  }

  /** "A chủ trì tham mưu, [B và C] phối hợp, hoàn thiện …": partners in front of the word. */
  private void addFront(Draft draft, int comma, int to) {
    List<Party> partners = words.isMark(comma, ',') ? grammar.parties(comma + 1, to) : List.of();
    int end = partners.isEmpty() ? to : partners.getLast().to();
    int coop = words.is(end, "cùng") ? 0 : senses.at(Sense.COOP, end);
    if (coop > 0 && (end + coop >= to || words.isOneOf(end + coop, ",.;)"))) {
      partners.stream()
          .filter(party -> !draft.coordinate.contains(party) && isOffice(party))
          .forEach(draft.coordinate::add);
    }
  }

  private boolean opens(int k) {
    boolean apart = words.isOneOf(k - 1, ",;") || words.is(k - 1, "và");
    boolean along = words.is(k, "cùng") && words.isWord(k - 1);
    return senses.has(Sense.COOP, k)
        && !words.isCapital(k)
        && (apart || along)
        && !NOUN.contains(words.key(k - 1));
  }

  private boolean isOffice(Party party) {
    return party.form() != Party.Form.GROUP || !PEOPLE.contains(words.key(party.to() - 1));
  }

  /** The sentence ends behind them, or only says by when. */
  private boolean closes(int end, int to) {
    int next = words.isMark(end, ',') ? end + 1 : end;
    return end >= to || words.isOneOf(end, ".;") || timeline.at(next) != null;
  }
}
