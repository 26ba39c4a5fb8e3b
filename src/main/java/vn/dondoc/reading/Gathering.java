package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Reading.Shape;

/** Gom nhiệm vụ: opens tasks, and adds to them the clauses that go on with the same work. */
final class Gathering {
  private static final Set<String> HANDED_IN =
      Deadlines.keys("báo danh kết hồ ý văn tài biểu số bản thông");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Timeline timeline;
  private final TimeNames timeNames;
  private final ClauseGrammar grammar;
  private final TrailingPartners partners;
  private final List<Party> addressees;
  private final List<Draft> drafts = new ArrayList<>();
  private int current = -1;
  private int answeringIn = -1;
  private List<Party> answering = List.of();

  Gathering(Text text, List<Party> addressees) {
    this.words = text.words();
    this.senses = text.senses();
    this.timeline = text.timeline();
    this.timeNames = new TimeNames(words, senses);
    this.grammar = text.grammar();
    this.partners = new TrailingPartners(text);
    this.addressees = addressees;
  }

  List<Draft> drafts() {
    return drafts;
  }

  /** The task a next clause may go on with; null at the start of a block. */
  @Nullable Draft current() {
    return current < 0 ? null : drafts.get(current);
  }

  /** Takes a task that is whole: the row of a table. */
  void add(Draft draft) {
    drafts.add(draft);
    current = -1;
  }

  /** All is read: each task gets its deadline and the partners named behind its work. */
  void settle() {
    for (Draft draft : drafts) {
      draft.choose(timeline, words);
      partners.add(draft);
    }
  }

  /** Gives the tasks from {@code first} on the day their heading sets. */
  void inherit(int first, Deadlines.@Nullable Found due) {
    for (Draft draft : drafts.subList(Math.min(first, drafts.size()), drafts.size())) {
      draft.inherited = due;
    }
  }

  /** Whether the last task stands in this block. */
  boolean opened(int block) {
    return !drafts.isEmpty() && drafts.getLast().block == block;
  }

  boolean isOpen() {
    return current >= 0;
  }

  void close() {
    current = -1;
  }

  /**
   * "2. Chủ tịch UBND xã chịu trách nhiệm về …; chi trả xong trước ngày …": he does what follows.
   */
  void answers(int b, List<Party> who) {
    answeringIn = b;
    answering = who;
  }

  /** "Sở A là cơ quan thường trực; xây dựng …": what follows the semicolon is his work too. */
  void stands(int b, Reading reading, Clause clause) {
    boolean names = reading.shape() == Shape.AGENCY && words.isMark(clause.to() - 1, ';');
    int end = names && !reading.lead().isEmpty() ? reading.lead().getLast().to() : clause.to();
    if (senses.at(Sense.CHAIR, end) > 0 && words.is(end, "là")) {
      answers(b, reading.lead());
    }
  }

  /** The last task, when it stands in this block or the one before it. */
  @Nullable Draft lastNear(int block) {
    return drafts.isEmpty() || drafts.getLast().reach < block - 1 ? null : drafts.getLast();
  }

  /** "Thời gian hoàn thành: trước ngày …": a clause that only dates the task before it. */
  boolean goesOn(Clause clause, Draft open) {
    List<Deadlines.Found> dates = timeline.between(clause.from(), clause.to());
    boolean dated =
        !dates.isEmpty()
            && dates.getFirst().from() <= clause.from() + 14
            && !senses.has(Sense.HISTORY, clause.from())
            && clause.to() - clause.from() < 30;
    if (timeNames.isOfAnother(clause)) {
      return false;
    }
    return dated
        || !clause.opens() && open.to == clause.from() && !senses.has(Sense.HISTORY, clause.from());
  }

  /** "Thời hạn hoàn thành nội dung này trước ngày …", in a paragraph of its own. */
  boolean dates(Clause clause, Draft near) {
    return near.to == clause.from()
        && senses.has(Sense.LATEST, clause.from())
        && clause.to() - clause.from() < 30
        && timeline.between(clause.from(), clause.to()).stream()
            .anyMatch(found -> found.strength() == Deadlines.STRONG)
        && DeadlineChoice.of(timeline, words, near.from, near.to, near.ignored) == null;
  }

  void open(int b, Reading reading, Clause clause) {
    if (current >= 0
        && sameDoer(drafts.get(current), reading)
        && clause.from() == drafts.get(current).to
        && !clashes(drafts.get(current), clause, reading)
        && !datedAnew(drafts.get(current), clause)) {
      drafts.get(current).extend(reading, clause.to());
      return;
    }
    Draft draft = new Draft(b, reading, start(clause, reading), clause.to());
    drafts.add(draft);
    current = drafts.size() - 1;
    int purpose =
        reading.conditionFrom() < 0 ? -1 : grammar.purposes().at(reading.action(), clause.to());
    if (purpose > 0) {
      // "… báo cáo A để tổng hợp, đề xuất B": who receives the report has the next step.
      Draft implied =
          new Draft(
              b,
              grammar.purposes().work(reading.action(), purpose, clause.to()),
              purpose,
              clause.to());
      draft.to = purpose;
      drafts.add(implied);
    }
  }

  /** "Giao Sở A …. Sở A thống kê …": the doer of the task before it is told what else to do. */
  boolean namesAgain(int block, Reading reading) {
    Draft near = lastNear(block);
    return near != null && sameDoer(near, reading);
  }

  private boolean sameDoer(Draft draft, Reading reading) {
    if (draft.lead.size() != reading.lead().size()) {
      return false;
    }
    for (int k = 0; k < draft.lead.size(); k++) {
      Party a = draft.lead.get(k);
      Party c = reading.lead().get(k);
      if (!words.text(a.from(), a.to()).equalsIgnoreCase(words.text(c.from(), c.to()))) {
        return false;
      }
    }
    return true;
  }

  /** The doer is named again together with a first deadline: that is a task of its own. */
  private boolean datedAnew(Draft draft, Clause clause) {
    return DeadlineChoice.of(timeline, words, draft.from, draft.to, draft.ignored) == null
        && DeadlineChoice.of(timeline, words, clause.from(), clause.to(), List.of()) != null;
  }

  private boolean clashes(Draft draft, Clause clause, Reading reading) {
    Deadlines.Found mine = DeadlineChoice.of(timeline, words, draft.from, draft.to, draft.ignored);
    List<int[]> ignored =
        reading.topicTo() > reading.topicFrom()
            ? List.of(new int[] {reading.topicFrom(), reading.topicTo()})
            : List.of();
    Deadlines.Found other = DeadlineChoice.of(timeline, words, clause.from(), clause.to(), ignored);
    if (mine == null && other != null && words.isOneOf(clause.from() - 1, ";.")) {
      return ownWork(clause, reading, other);
    }
    if (mine == null || other == null) {
      return false;
    }
    Deadline a = mine.deadline();
    Deadline c = other.deadline();
    return a.kind() != c.kind()
        || a.every() != c.every()
        || a.namesAnotherDay(c)
        || a.date() == null && c.date() != null
        || a.date() != null && !a.date().equals(c.date());
  }

  /**
   * "…; bố trí đủ trang thiết bị trước ngày …", "…; hằng tuần báo cáo …": work with a day or a
   * cycle of its own behind work without one. What only finishes or hands in goes on with it.
   */
  private boolean ownWork(Clause clause, Reading reading, Deadlines.Found due) {
    Deadline.Kind kind = due.deadline().kind();
    if (kind == Deadline.Kind.EVENT && due.strength() < Deadlines.FIRM) {
      return false;
    }
    int p = clause.from();
    while (words.isOneOf(p, ",-") || senses.has(Sense.CONNECT, p)) {
      p += Math.max(1, senses.at(Sense.CONNECT, p));
    }
    if (finishes(p)) {
      return false;
    }
    p = p == due.from() ? due.to() : Math.max(p, reading.action());
    boolean comesBack = kind == Deadline.Kind.RECURRING;
    return !finishes(p) && (comesBack || !senses.has(Sense.DELIVER, p));
  }

  /** "hoàn thành trước ngày …", "xong trong tháng …", "thời gian …": the work before it ends. */
  private boolean finishes(int p) {
    return words.is(p, "xong")
        || words.is(p, "hoàn")
        || words.is(p, "thời")
        || words.is(p, "ban") && words.is(p + 1, "hành")
        || words.is(p, "kết") && words.is(p + 1, "thúc");
  }

  void withoutDoer(int b, Block block, Reading reading, Clause clause, TaskReader.Context above) {
    Draft open = current >= 0 ? drafts.get(current) : null;
    boolean scoped = reading.topicTo() > reading.topicFrom() && reading.conditionFrom() < 0;
    boolean passive = reading.shape() == Shape.PASSIVE;
    if (open != null && !scoped && !passive) {
      if (!clashes(open, clause, reading)) {
        open.extend(reading, clause.to());
        return;
      }
      Draft next = new Draft(b, reading, start(clause, reading), clause.to());
      next.lead = open.lead;
      next.inferred = open.inferred;
      next.leadFromHeading = open.leadFromHeading;
      next.coordinate.addAll(open.leadFromHeading ? open.coordinate : open.reading.coordinate());
      drafts.add(next);
      current = drafts.size() - 1;
      return;
    }
    if (open != null && passive && !clause.opens() && !clashes(open, clause, reading)) {
      open.extend(reading, clause.to());
      return;
    }
    if (open != null && passive && (delivers(open, clause) || onlyDates(open, clause, reading))) {
      open.extend(reading, clause.to());
      return;
    }
    Draft draft = new Draft(b, reading, start(clause, reading), clause.to());
    boolean fromHeading = !above.lead().isEmpty() && !above.vague() && !passive;
    if (asksAnother(clause)) {
      draft.inferred = List.of();
    } else if (fromHeading) {
      draft.lead = above.lead();
      draft.leadFromHeading = true;
      if (draft.coordinate.isEmpty()) {
        draft.coordinate.addAll(above.coordinate());
      }
    } else if (answeringIn == b && !passive) {
      draft.lead = answering;
    } else {
      draft.inferred = candidates(block, open, above);
    }
    drafts.add(draft);
    current = drafts.size() - 1;
  }

  /** "- Giao Đoàn X làm …": somebody is named whose name nobody knows, not those of the list. */
  private boolean asksAnother(Clause clause) {
    int p = clause.from();
    int length = words.is(p, "chỉ") || words.is(p, "lưu") ? 0 : senses.at(Sense.ORDER, p);
    int q = words.is(p + length, "cho") ? p + length + 1 : p + length;
    return length > 0
        && words.isWord(q)
        && (words.isCapital(q) || words.isCapital(q + 1) && senses.has(Sense.HEAD, q));
  }

  /** "Thời gian thực hiện hoàn thành trước ngày …": the day of the work before it. */
  private boolean onlyDates(Draft open, Clause clause, Reading reading) {
    return clause.from() == open.to
        && senses.has(Sense.LATEST, clause.from())
        && clause.to() - clause.from() < 20
        && (!clashes(open, clause, reading) || isFirst(clause));
  }

  /** "Thời gian báo cáo lần đầu: …": the first time of what comes back. */
  private boolean isFirst(Clause clause) {
    for (int k = clause.from(); k + 1 < clause.to(); k++) {
      if (words.is(k, "lần") && words.is(k + 1, "đầu")) {
        return true;
      }
    }
    return false;
  }

  /** "Báo cáo gửi về Sở A trước ngày …": how the work before it is handed in. */
  private boolean delivers(Draft open, Clause clause) {
    Deadlines.Found due = DeadlineChoice.of(timeline, words, open.from, open.to, open.ignored);
    boolean handed =
        HANDED_IN.contains(words.key(clause.from()))
            && senses.find(Sense.DELIVER, clause.from(), clause.to()) >= 0;
    return clause.from() == open.to
        && (handed || pointsBack(clause) || tellsEnd(clause))
        && (due == null || due.strength() < Deadlines.STRONG);
  }

  /** "Việc kiểm tra phải xong trước ngày …": when the work before it has to end. */
  private boolean tellsEnd(Clause clause) {
    for (int k = clause.from() + 1; k < clause.to(); k++) {
      if (words.is(k, "xong") || words.is(k, "hoàn") && words.is(k + 1, "thành")) {
        return words.is(clause.from(), "việc") && clause.to() - clause.from() < 22;
      }
    }
    return false;
  }

  /** "Việc này hoàn thành trước ngày …", "Các nội dung trên xong trong tháng …". */
  private boolean pointsBack(Clause clause) {
    for (int k = clause.from() + 1; k < Math.min(clause.to(), clause.from() + 5); k++) {
      if (words.is(k, "này") || words.is(k, "trên") && !words.is(k + 1, "địa")) {
        return clause.to() - clause.from() < 22;
      }
    }
    return false;
  }

  /**
   * A deadline or a link word in front of the doer belongs to the task; a topic with a colon does
   * not.
   */
  private static int start(Clause clause, Reading reading) {
    boolean topic = reading.topicTo() > reading.topicFrom();
    return topic ? reading.start() : clause.from();
  }

  private List<Party> candidates(Block block, @Nullable Draft open, TaskReader.Context above) {
    if (open != null && !open.lead.isEmpty()) {
      return open.lead;
    }
    for (int k = drafts.size() - 1; k >= 0 && block.marker() == null; k--) {
      Draft draft = drafts.get(k);
      if (draft.block == block.parent() && !draft.lead.isEmpty()) {
        return draft.lead;
      }
    }
    return above.lead().isEmpty() ? addressees : above.lead();
  }
}
