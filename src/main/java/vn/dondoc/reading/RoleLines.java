package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dòng phân công dưới một việc: "Cơ quan chủ trì: A.", "+ Đơn vị phối hợp: B.", "Thời gian thực
 * hiện: Quý II năm 2021" say of the work above them who does it and when.
 */
final class RoleLines {
  private static final int LONGEST_NAME = 7;
  private static final int LONGEST_TITLE = 60;

  private final Words words;
  private final Lexicon.Senses senses;
  private final ClauseGrammar grammar;
  private final GivenTimes times;
  private final Timeline timeline;
  private final TimeNames timeNames;

  RoleLines(Text text) {
    this.words = text.words();
    this.senses = text.senses();
    this.grammar = text.grammar();
    this.times = new GivenTimes(text);
    this.timeline = text.timeline();
    this.timeNames = new TimeNames(words, senses);
  }

  /** Takes a whole paragraph or item as lines of the task above it; false when it is none. */
  boolean take(int b, Block block, Gathering gathering) {
    Draft near = gathering.lastNear(b);
    return near != null && mayBe(block) && takesAll(b, block, near);
  }

  /**
   * Opens the title above a whole paragraph of role lines as the work they speak of; false when the
   * paragraph is none, or nothing above it can be work.
   */
  boolean takeTitle(int b, List<Block> blocks, Gathering gathering) {
    Block above = b == 0 ? null : blocks.get(b - 1);
    boolean title =
        above != null
            && above.to() - above.body() < LONGEST_TITLE
            && !words.isMark(above.to() - 1, ':')
            && grammar.read(above.body(), above.to()).lead().isEmpty();
    Block block = blocks.get(b);
    if (above == null || !title || !mayBe(block) || !namesLead(block.body(), block.to())) {
      return false;
    }
    Draft work = new Draft(b - 1, Reading.work(above.body()), above.body(), above.to());
    boolean taken = takesAll(b, block, work);
    if (taken) {
      gathering.add(work);
    }
    return taken;
  }

  /** Takes a role line behind a sentence nobody saw as work: that sentence is the work. */
  boolean takeSentence(int b, Block block, Clause clause, Gathering gathering) {
    int from = start(clause.from());
    boolean bracket = words.isMark(clause.from(), '(');
    if (clause.from() <= block.body() || !bracket && !namesLead(from, clause.to())) {
      return false;
    }
    Draft work = new Draft(b, Reading.work(block.body()), block.body(), clause.from());
    boolean taken = read(b, clause, work) && !work.lead.isEmpty();
    if (taken) {
      gathering.add(work);
    }
    return taken;
  }

  private boolean namesLead(int body, int to) {
    int from = start(body);
    int p = unit(from);
    int colon = isLead(from, p) ? colon(from, to) : -1;
    // "Cơ quan chủ trì: A", or "Chủ trì: A" with nothing in between.
    boolean names = p > from || colon == p + senses.at(Sense.CHAIR, p);
    return names && colon > 0 && !listed(colon + 1, to).isEmpty();
  }

  /** A dash or a plain line each of whose sentences names a part or a time. */
  private boolean mayBe(Block block) {
    boolean all =
        (block.marker() == null || block.marker().isBullet())
            && isNamed(start(block.body()), block.to());
    for (int k = block.body(); all && k < block.to() - 1; k++) {
      all = !words.isMark(k, '.') || isNamed(start(k + 1), block.to());
    }
    return all;
  }

  private boolean takesAll(int b, Block block, Draft near) {
    return takesAll(b, new Clause(block.body(), block.to(), true), block.from(), near);
  }

  private boolean takesAll(int b, Clause lines, int start, Draft near) {
    int end = lines.to();
    int from = start(lines.from());
    boolean any = false;
    while (from < end) {
      int to = from + 1;
      while (to < end && !ends(to, end)) {
        to++;
      }
      if (!takes(from, to, near)) {
        return any;
      }
      any = true;
      end(near, b, start, to);
      from = start(words.isMark(to) ? to + 1 : to);
    }
    return any;
  }

  /** A mark, or the end of a line, with the name of the next part behind it. */
  private boolean ends(int at, int end) {
    return words.isOneOf(at, ";.,") && isNamed(start(at + 1), end)
        || words.lines(at) > 0 && isNamed(at, end);
  }

  /** Takes a sentence of the task's own paragraph as such a line. */
  boolean read(int b, Clause clause, Draft near) {
    boolean bracket = words.isMark(clause.from(), '(');
    boolean taken =
        near.reach == b
            && (bracket
                ? takesAll(b, clause, clause.from(), near)
                : takes(start(clause.from()), clause.to(), near));
    if (taken) {
      end(near, b, clause.from(), clause.to());
    }
    return taken;
  }

  /** What the line says is not part of the work's own words. */
  private void end(Draft near, int b, int from, int to) {
    if (near.actionTo < 0) {
      near.actionTo = words.isOneOf(from - 1, ";,") ? from - 1 : from;
    }
    near.to = Math.max(near.to, to);
    near.reach = b;
  }

  private int start(int from) {
    int p = from;
    while (words.isOneOf(p, "-+*(")) {
      p++;
    }
    return p;
  }

  private boolean takes(int from, int to, Draft near) {
    return names(from, to, near) || dates(from, to, near) || chairs(from, to, near);
  }

  /** "… (Sở A chủ trì, Sở B phối hợp)", "…. Sở A chủ trì.": of work nobody is named for yet. */
  private boolean chairs(int from, int to, Draft near) {
    boolean open = near.lead.isEmpty() || near.leadFromHeading;
    List<Party> leads =
        open ? grammar.parties(words.is(from, "giao") ? from + 1 : from, to) : List.of();
    int end = leads.isEmpty() ? to : leads.getLast().to();
    int chair = words.is(end, "chủ") ? senses.at(Sense.CHAIR, end) : 0;
    int p = end + chair;
    if (chair == 0 || !words.isOneOf(p, ",;.)") && p < to) {
      return false;
    }
    int comma = words.isOneOf(p, ",;") ? p + 1 : to;
    int coop = senses.at(Sense.COOP, comma);
    List<Party> helpers = grammar.parties(comma + coop, to);
    int helped = helpers.isEmpty() ? p : helpers.getLast().to();
    near.lead = leads;
    near.leadFromHeading = false;
    near.inferred = List.of();
    if (helped > p && (coop > 0 || senses.has(Sense.COOP, helped))) {
      near.coordinate.addAll(helpers);
    }
    return true;
  }

  private boolean isNamed(int from, int to) {
    return isRole(from) && colon(from, to) > 0;
  }

  private boolean isRole(int from) {
    int p = unit(from);
    return isLead(from, p) || senses.has(Sense.COOP, p) || isTime(from);
  }

  private int unit(int p) {
    return words.is(p, "cơ") || words.is(p, "đơn") || words.is(p, "bộ") ? p + 2 : p;
  }

  private boolean isLead(int from, int p) {
    return senses.has(Sense.CHAIR, p) && !words.is(p, "là")
        || p > from && words.is(p, "thực") && words.is(p + 1, "hiện");
  }

  private boolean isTime(int p) {
    return words.is(p, "thời") && (words.is(p + 1, "gian") || words.is(p + 1, "hạn"))
        || words.is(p, "tiến") && words.is(p + 1, "độ")
        || words.is(p, "hoàn") && words.is(p + 1, "thành") && words.isMark(p + 2, ':');
  }

  private boolean names(int from, int to, Draft near) {
    int p = unit(from);
    boolean leads = isLead(from, p);
    boolean helps = senses.has(Sense.COOP, p);
    int colon = leads || helps ? colon(p, to) : -1;
    List<Party> parties = colon < 0 ? List.of() : listed(colon + 1, to);
    if (parties.isEmpty()) {
      return false;
    }
    if (helps) {
      near.coordinate.addAll(parties);
    } else {
      near.lead = parties;
      near.leadFromHeading = false;
      near.inferred = List.of();
    }
    return true;
  }

  /** The bodies of a line, which semicolons may part. */
  private List<Party> listed(int from, int to) {
    List<Party> all = new ArrayList<>();
    int start = from;
    for (int k = from; k <= to; k++) {
      if (k == to || words.isMark(k, ';')) {
        all.addAll(grammar.parties(start, k));
        start = k + 1;
      }
    }
    return all;
  }

  /** "Thời gian thực hiện:", "Thời hạn hoàn thành:", "Tiến độ:". */
  private boolean dates(int p, int to, Draft near) {
    int colon = isTime(p) ? colon(p, to) : -1;
    Deadlines.@Nullable Found due = colon < 0 ? null : times.named(p, colon, to);
    if (due == null
        || !timeNames.isOfWork(p, colon)
        || ordersBehind(due.to(), to)
        || step(p, colon, near) > 0) {
      return false;
    }
    near.given = due;
    return true;
  }

  /** "Thời gian kiểm tra: ngày …, giao Sở B xây dựng lịch": the line holds an order of its own. */
  private boolean ordersBehind(int from, int to) {
    int order = senses.find(Sense.ORDER, from, to);
    return order >= 0 && !grammar.parties(order + senses.at(Sense.ORDER, order), to).isEmpty();
  }

  /**
   * "… trước ngày 10/4; thời gian [trình UBND tỉnh]: tháng 5/2015", "…, [đợt 2] trước ngày 15/11":
   * a next step of work that has a day of its own; -1 when the line says nothing of that kind.
   */
  int step(Clause clause, Draft near) {
    int p = start(clause.from());
    if (words.is(p, "đợt") && words.number(p + 1) > 1) {
      boolean dated = timeline.between(p, clause.to()).stream().anyMatch(this::isDay);
      return dated && isDay(own(near)) ? p : -1;
    }
    int colon = isTime(p) ? colon(p, clause.to()) : -1;
    return colon < 0 || times.named(p, colon, clause.to()) == null ? -1 : step(p, colon, near);
  }

  private Deadlines.@Nullable Found own(Draft near) {
    return DeadlineChoice.of(timeline, words, near.from, near.to, near.ignored);
  }

  private boolean isDay(Deadlines.@Nullable Found due) {
    return due != null && due.deadline().date() != null;
  }

  private int step(int p, int colon, Draft near) {
    Deadlines.Found own = own(near);
    boolean dated = own != null && own.strength() == Deadlines.STRONG && near.given == null;
    for (int k = p + 2; dated && k < colon; k++) {
      boolean work = senses.has(Sense.VERB, k) || senses.has(Sense.DELIVER, k);
      if (work && !TimeNames.WHOLE.contains(words.key(k))) {
        return k;
      }
      k += work ? senses.at(Sense.VERB, k) : 0;
    }
    return -1;
  }

  /** The colon behind the name of the line; -1 when there is none near. */
  private int colon(int from, int to) {
    for (int k = from + 1; k < Math.min(to - 1, from + LONGEST_NAME); k++) {
      if (words.isMark(k, ':')) {
        return k;
      }
    }
    return -1;
  }
}
