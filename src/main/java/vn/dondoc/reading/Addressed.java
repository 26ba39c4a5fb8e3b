package vn.dondoc.reading;

import java.util.List;

/**
 * Chủ thể sau "đối với": the doers named in front of a colon or comma, told what to do behind it.
 */
final class Addressed {
  private final Words words;
  private final Agencies agencies;
  private final DutyParser duties;

  Addressed(Words words, Agencies agencies, DutyParser duties) {
    this.words = words;
    this.agencies = agencies;
    this.duties = duties;
  }

  /** "Đối với Sở A:", "Trách nhiệm của Sở A:": the doers that fill the words before a colon. */
  List<Party> doers(int p, int colon) {
    boolean towards =
        words.is(p, "đối") && words.is(p + 1, "với")
            || words.is(p, "về") && words.is(p + 1, "phía");
    boolean duty =
        words.is(p, "trách") && words.is(p + 2, "của")
            || words.is(p, "nhiệm") && words.is(p + 2, "của");
    if (!towards && !duty) {
      return List.of();
    }
    List<Party> parties = agencies.list(towards ? p + 2 : p + 3, colon);
    if (parties.isEmpty() || agencies.skipParens(parties.getLast().to(), colon) >= colon) {
      return parties;
    }
    // "Đối với các địa phương chưa khởi công:": the words up to the colon tell which ones.
    Party last = parties.getLast();
    boolean told =
        last.form() == Party.Form.GROUP
            && words.isMark(colon, ':')
            && colon - last.to() < 14
            && !words.isOneOf(last.to(), ",;");
    return told ? duties.extendLast(parties, colon) : List.of();
  }
}
