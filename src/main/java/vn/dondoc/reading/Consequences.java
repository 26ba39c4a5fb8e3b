package vn.dondoc.reading;

import java.util.Set;

/**
 * Hệ quả: what comes of delay, "Thủ trưởng đơn vị để chậm thì kiểm điểm trách nhiệm", "nếu chậm …
 * thì xem xét, xử lý trách nhiệm". It lays no work on anybody and belongs to the task in front of
 * it.
 */
final class Consequences {
  private static final Set<String> UNDONE =
      Deadlines.keys("hoàn bảo đảm thực báo đạt đúng kịp khởi giải nộp gửi");
  private static final Set<String> BLAME = Deadlines.keys("trách kỷ");
  private static final Set<String> PUNISHES = Deadlines.keys("xử xem kiểm phê quy");
  private static final int NEAR = 16;

  private final Words words;
  private final Lexicon.Senses senses;
  private final Timeline timeline;

  Consequences(Words words, Lexicon.Senses senses, Timeline timeline) {
    this.timeline = timeline;
    this.words = words;
    this.senses = senses;
  }

  boolean is(Clause clause, Reading reading) {
    if (reading.shape() == Reading.Shape.CONSEQUENCE) {
      return true;
    }
    if (reading.shape() == Reading.Shape.ORDERED) {
      return false;
    }
    return whoever(clause) || ofDelay(clause) && !isAccountDue(clause);
  }

  /** "… phải giải trình với Chủ tịch trong 5 ngày": an account due by a day is work. */
  private boolean isAccountDue(Clause clause) {
    for (int k = clause.from(); k + 2 < clause.to(); k++) {
      if (words.is(k, "phải") && words.is(k + 1, "giải") && words.is(k + 2, "trình")) {
        return !timeline.between(k, clause.to()).isEmpty();
      }
    }
    return false;
  }

  /**
   * Whether a consequence belongs to the task in front of it: one that stands as an item of its own
   * and names a body is about that body's work.
   */
  boolean concerns(Draft near, Reading reading, boolean itemOfItsOwn) {
    if (!itemOfItsOwn || reading.lead().isEmpty()) {
      return true;
    }
    Party named = reading.lead().getFirst();
    String name = words.text(named.from(), named.to());
    return !senses.has(Sense.HEAD, named.from())
        || near.lead.isEmpty()
        || near.lead.stream().anyMatch(lead -> words.text(lead.from(), lead.to()).equals(name));
  }

  /** "Đơn vị nào không bảo đảm … thì người đứng đầu …", "… sẽ bị điều chuyển vốn". */
  private boolean whoever(Clause clause) {
    boolean any = false;
    for (int k = clause.from(); k < Math.min(clause.from() + 8, clause.to()); k++) {
      any |= words.is(k, "nào");
    }
    return any && (senses.find(Sense.CONSEQ, clause.from(), clause.to()) >= 0 || suffers(clause));
  }

  /** "sẽ bị …", "thì bị …", "coi như …": it is done to whoever it is. */
  private boolean suffers(Clause clause) {
    for (int k = clause.from() + 1; k < clause.to(); k++) {
      boolean done =
          words.is(k, "bị") && (words.is(k - 1, "sẽ") || words.is(k - 1, "thì"))
              || words.is(k, "coi") && words.is(k + 1, "như");
      if (done) {
        return true;
      }
    }
    return false;
  }

  private boolean ofDelay(Clause clause) {
    int delay = delay(clause);
    if (delay < 0) {
      return false;
    }
    int from = clause.from();
    if (PUNISHES.contains(words.key(from))) {
      return blames(from, delay) && supposes(from + 1, delay);
    }
    boolean supposed = supposes(from, Math.min(from + 1, delay)) || overdue(from);
    return (supposed || !works(from, delay)) && blames(delay + 1, clause.to());
  }

  /** Where the clause says that something is late or undone; -1 when it does not. */
  private int delay(Clause clause) {
    boolean punishes = PUNISHES.contains(words.key(clause.from()));
    int last = punishes ? clause.to() : Math.min(clause.to(), clause.from() + NEAR);
    for (int k = clause.from(); k < last; k++) {
      boolean late = words.is(k, "chậm") && !words.is(k + 1, "nhất") || words.is(k, "trễ");
      boolean undone =
          (words.is(k, "không") || words.is(k, "chưa")) && UNDONE.contains(words.key(k + 1));
      if (late || undone || overdue(k)) {
        return k;
      }
    }
    return -1;
  }

  /** "Quá thời hạn trên", "hết hạn", "sau thời hạn này". */
  private boolean overdue(int k) {
    boolean past = words.is(k, "quá") || words.is(k, "hết") || words.is(k, "sau");
    int term = words.is(k + 1, "thời") ? k + 2 : k + 1;
    return past && words.is(term, "hạn") && !words.isNumber(term + 1);
  }

  /** "nếu", "trường hợp", "khi", "để xảy ra", "việc": it has not come to that. */
  private boolean supposes(int from, int to) {
    for (int k = from; k < to; k++) {
      if (words.is(k, "nếu")
          || words.is(k, "trường") && words.is(k + 1, "hợp")
          || words.is(k, "khi")
          || words.is(k, "việc")
          || words.is(k, "để") && !words.is(k - 1, "kịp")) {
        return true;
      }
    }
    return false;
  }

  private boolean works(int from, int delay) {
    for (int k = from; k < delay; k++) {
      if (senses.has(Sense.VERB, k) || senses.has(Sense.ORDER, k) || words.is(k, "đã")) {
        return true;
      }
    }
    return false;
  }

  /** Somebody answers for it; what has been answered for already is told, not threatened. */
  private boolean blames(int from, int to) {
    for (int k = from; k < to; k++) {
      boolean handled =
          (words.is(k, "lý") || words.is(k, "xét") || words.is(k, "nghiêm") || words.is(k, "rõ"))
              && BLAME.contains(words.key(k + 1));
      boolean faced =
          words.is(k, "bị") && (words.is(k + 1, "xem") || words.is(k + 1, "xử"))
              || words.is(k, "phải") && words.is(k + 1, "giải") && words.is(k + 2, "trình");
      if (handled || faced || senses.has(Sense.CONSEQ, k)) {
        return !words.is(k - 1, "đã") && !words.is(k - 1, "được");
      }
    }
    return false;
  }
}
