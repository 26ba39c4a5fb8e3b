package vn.dondoc.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.reading.Reading.Shape;

/** Đọc nhiệm vụ: walks over the blocks of a body and gathers the tasks, with what headings say. */
final class TaskReader {
  private static final int LONGEST_HEADING = 45;

  /** How sure a task is whose deadline had passed before the paper was written. */
  static final double DOUBTED = 0.4;

  /** What an item hands down to what stands under it. */
  record Context(List<Party> lead, List<Party> coordinate, Mood mood, boolean vague) {}

  private final Words words;
  private final Lexicon.Senses senses;
  private final Timeline timeline;
  private final ClauseGrammar grammar;
  private final Evidence evidence;
  private final Recollection recollection;
  private final Tellings tellings;
  private final Consequences consequences;
  private final Sequels sequels;
  private final Voices voices;
  private final Judgements judgements;
  private final List<Block> blocks;
  private final Map<Integer, Context> contexts = new HashMap<>();
  private final Sentence.Kind[] kinds;
  private final List<Party> addressees;
  private final Gathering gathering;
  private final TableRows rows;
  private final RoleLines roles;
  private final HeadingNames names;
  private final HeadingDues dues;
  private final ItemWork items;
  private boolean reports;

  TaskReader(Text text, List<Block> blocks, List<Party> addressees, Sentence.Kind[] kinds) {
    this.words = text.words();
    this.senses = text.senses();
    this.timeline = text.timeline();
    this.grammar = text.grammar();
    this.evidence = new Evidence(words, senses);
    this.consequences = new Consequences(words, senses, timeline);
    this.tellings = new Tellings(text);
    this.recollection = new Recollection(words, senses);
    this.voices = new Voices(words);
    this.judgements = new Judgements(words);
    this.blocks = blocks;
    this.addressees = addressees;
    this.kinds = kinds;
    this.gathering = new Gathering(text, addressees);
    this.sequels = new Sequels(text, blocks, gathering);
    this.items = new ItemWork(text, blocks, sequels);
    this.dues = new HeadingDues(text, blocks);
    this.rows = new TableRows(text);
    this.roles = new RoleLines(text);
    this.names = new HeadingNames(words, senses);
  }

  List<Draft> read(boolean headed, Mood mood) {
    int intro = evidence.intro(blocks);
    contexts.put(-1, new Context(List.of(), List.of(), mood, false));
    reports = mood == Mood.ASSESS;
    for (int b = 0; b < blocks.size(); b++) {
      Context above =
          b < intro
              ? new Context(List.of(), List.of(), Mood.PREAMBLE, false)
              : above(blocks.get(b));
      boolean title =
          gathering.lastNear(b) == null
              && !above.mood().isTold()
              && roles.takeTitle(b, blocks, gathering);
      if (title) {
        mark(blocks.get(b - 1).from(), blocks.get(b - 1).to(), Sentence.Kind.TASK);
      }
      if (title
          || rows.take(b, blocks.get(b), gathering)
          || roles.take(b, blocks.get(b), gathering)) {
        mark(blocks.get(b).from(), blocks.get(b).to(), Sentence.Kind.TASK);
        continue;
      }
      if (b == intro) {
        readIntro(b, above);
        Context root = contexts.getOrDefault(-1, above);
        contexts.put(-1, new Context(root.lead(), root.coordinate(), Mood.ORDER, root.vague()));
      } else if (voices.isCaption(blocks.get(b))) {
        mark(blocks.get(b).from(), blocks.get(b).to(), Sentence.Kind.PREAMBLE);
      } else {
        int before = gathering.drafts().size();
        read(b, above);
        gathering.inherit(before, dues.over(b));
      }
    }
    gathering.settle();
    return new DraftPolish(words, senses, blocks).polish(gathering.drafts(), headed);
  }

  private Context above(Block block) {
    int parent = block.parent();
    Context context = contexts.get(parent);
    while (context == null && parent >= 0) {
      parent = blocks.get(parent).parent();
      context = contexts.get(parent);
    }
    return context == null ? new Context(List.of(), List.of(), Mood.NEUTRAL, false) : context;
  }

  private void read(int b, Context above) {
    Block block = blocks.get(b);
    List<Clause> clauses = grammar.clauses(block.body(), block.to());
    Clause last =
        clauses.isEmpty() ? new Clause(block.body(), block.to(), true) : clauses.getLast();
    Reading tail = grammar.read(last.from(), block.to());
    boolean authority = block.marker() == null && voices.isShouted(block.body(), block.to());
    boolean name = Block.hasItems(blocks, b) && names.hides(block, tail);
    boolean named = tail.isTask() && !tail.lead().isEmpty() && !authority && !name;
    if (!named && clauses.size() == 1 && readHeading(b, tail, above)) {
      return;
    }
    List<Party> asked = clauses.size() == 1 ? items.asked(b, tail) : List.of();
    if (!asked.isEmpty()) {
      hand(b, new Context(asked, List.of(), Mood.ORDER, false));
      mark(block.body(), block.to(), Sentence.Kind.TASK);
      return;
    }
    boolean colon = words.isMark(block.to() - 1, ':');
    boolean examples = colon && words.is(block.to() - 2, "như");
    boolean hollow = colon && !examples && evidence.introduces(last.from(), block.to());
    boolean closes = clauses.size() > 1 && !Block.hasItems(blocks, b);
    boolean chairs = block.marker() == null && words.is(block.to() - 2, "trì");
    boolean sat = !colon && (chairs || closes);
    boolean empty =
        named
            && !sat
            && !examples
            && (tail.action() >= block.to() - 1 || colon && Block.hasItems(blocks, b));
    if (hollow || empty) {
      handUmbrella(b, tail, above);
      mark(last.from(), block.to(), Sentence.Kind.TASK);
      clauses = clauses.subList(0, Math.max(0, clauses.size() - 1));
      if (block.marker() == null && !clauses.isEmpty()) {
        // The sentences in front of "… các nhiệm vụ sau:" prepare the list; they are not tasks.
        mark(
            block.body(),
            last.from(),
            above.mood() == Mood.ORDER ? Sentence.Kind.TASK : above.mood().kind());
        return;
      }
    }
    gathering.close();
    for (Clause clause : clauses) {
      read(b, clause, above);
    }
    if (examples) {
      // "… một số sự kiện như:": examples, no work.
      contexts.put(b, new Context(List.of(), List.of(), Mood.ASSESS, false));
    }
    Draft open = gathering.current();
    if (open != null
        && Block.hasItems(blocks, b)
        && contexts.get(b) == null
        && blocks.get(b + 1).marker() != null) {
      hand(b, new Context(open.lead, open.coordinate, Mood.ORDER, false));
    }
  }

  /** Whether the block is a heading; if so, hands down what it announces. */
  private boolean readHeading(int b, Reading tail, Context above) {
    Block block = blocks.get(b);
    int body = block.body();
    int to = block.to();
    boolean items = Block.hasItems(blocks, b);
    boolean ended = words.isOneOf(to - 1, ".;!?");
    boolean dotted =
        ended
            && items
            && blocks.get(b + 1).parent() == b
            && (evidence.namesPart(body)
                || words.isMark(to - 1, '.') && !evidence.named(body, to, grammar).isEmpty());
    if (ended && !dotted || to - body > LONGEST_HEADING) {
      return false;
    }
    boolean titled =
        items
            || words.isMark(to - 1, ':')
            || evidence.isTitle(body, to)
            || block.marker() != null && !tail.isTask();
    if (!titled) {
      return false;
    }
    Mood mood = above.mood();
    Mood announced = mood == Mood.PREAMBLE ? mood : Mood.of(words, senses, body, to, mood);
    if (mood != Mood.PREAMBLE && evidence.opensOrders(body, to)) {
      announced = Mood.ORDER;
    }
    announced = voices.under(block, tail, announced);
    boolean authority = block.marker() == null && voices.isShouted(body, to);
    List<Party> parties = authority ? List.of() : evidence.named(body, to, grammar);
    if (parties.isEmpty() && items && !authority) {
      parties = names.whole(block);
      announced = parties.isEmpty() || announced != Mood.NEUTRAL ? announced : Mood.ORDER;
    }
    if (parties.isEmpty()) {
      hand(b, new Context(above.lead(), above.coordinate(), announced, above.vague()));
    } else {
      hand(b, new Context(parties, List.of(), announced, false));
    }
    mark(body, to, announced.kind());
    return true;
  }

  /** "Giao A thực hiện các nội dung sau:": A does what stands under it. */
  private void handUmbrella(int b, Reading tail, Context above) {
    boolean named =
        tail.isTask()
            && !tail.lead().isEmpty()
            && !evidence.pointsAhead(tail)
            && !voices.speaks(tail);
    boolean told = !named && senses.has(Sense.ASSESSHEAD, tail.start());
    Mood next = above.mood() == Mood.PREAMBLE ? above.mood() : told ? Mood.ASSESS : Mood.ORDER;
    next = voices.under(blocks.get(b), tail, next);
    if (named) {
      boolean vague = Mood.vague(words, tail.lead()) || Mood.manyKinds(words, tail.lead());
      hand(b, new Context(tail.lead(), tail.coordinate(), next, vague));
    } else {
      hand(b, new Context(above.lead(), above.coordinate(), next, above.vague()));
    }
  }

  /** "… kết luận như sau:", with orders that may stand in the same paragraph. */
  private void readIntro(int b, Context above) {
    Block block = blocks.get(b);
    List<Clause> clauses = grammar.clauses(block.body(), block.to());
    mark(block.body(), block.to(), Sentence.Kind.PREAMBLE);
    gathering.close();
    for (Clause clause : clauses) {
      Reading reading = grammar.read(clause.from(), clause.to());
      boolean order = reading.shape() == Shape.ORDERED;
      if (clause == clauses.getLast()) {
        handUmbrella(b, order ? reading : Reading.none(clause.from()), above);
      } else if (order
          && reading.start() == clause.from()
          && evidence.isFutureOrder(clause, reading, Mood.NEUTRAL)) {
        gathering.open(b, reading, clause);
      }
    }
  }

  private void hand(int b, Context context) {
    Block block = blocks.get(b);
    dues.read(b);
    contexts.put(b, context);
    if (block.marker() == null) {
      contexts.put(block.parent(), context);
    }
  }

  private void read(int b, Clause clause, Context above) {
    Block block = blocks.get(b);
    Reading reading = grammar.read(clause.from(), clause.to());
    if (items.demands(block, clause, reading, above)
        || items.worksUnnamed(block, clause, reading, above)) {
      reading = Reading.work(clause.from());
    }
    boolean nobody = above.lead().isEmpty() && above.mood() == Mood.ORDER && !gathering.isOpen();
    Reading directed = nobody ? grammar.directed(clause.from(), clause.to()) : null;
    reading = directed == null ? reading : directed;
    Draft near = gathering.lastNear(b);
    int step = near != null && gathering.isOpen() ? roles.step(clause, near) : -1;
    reading = step < 0 ? reading : Reading.work(step);
    if (near != null && roles.read(b, clause, near)) {
      mark(clause, Sentence.Kind.TASK);
    } else if (!gathering.opened(b)
        && !above.mood().isTold()
        && roles.takeSentence(b, block, clause, gathering)) {
      mark(block.body(), clause.to(), Sentence.Kind.TASK);
    } else if (near != null && !gathering.isOpen() && gathering.dates(clause, near)) {
      near.extend(Reading.none(clause.from()), clause.to());
      mark(clause, Sentence.Kind.TASK);
    } else if (consequences.is(clause, reading)) {
      if (near != null && consequences.concerns(near, reading, clause.from() == block.body())) {
        near.blame(clause.from(), clause.to());
      }
      if (clause.from() == block.body() && !reading.lead().isEmpty()) {
        gathering.answers(b, reading.lead());
      }
      mark(clause, Sentence.Kind.CONSEQUENCE);
    } else if (!reading.isTask() || evidence.isClosing(clause, reading)) {
      readOther(b, clause, reading, above);
    } else if (!gathering.isOpen() && evidence.isGoal(clause, reading)) {
      mark(clause, Sentence.Kind.TARGET);
    } else if (!accepts(b, clause, reading, above)) {
      mark(clause, kind(block, clause, above));
      gathering.stands(b, reading, clause);
    } else {
      mark(clause, Sentence.Kind.TASK);
      reading = tellings.slips(clause, reading, above.mood()) ? reading.sure(DOUBTED) : reading;
      if (reading.lead().isEmpty()) {
        gathering.withoutDoer(b, block, reading, clause, above);
      } else {
        gathering.open(b, reading, clause);
      }
      if (above.mood().isTold()) {
        gathering.close();
      }
    }
  }

  private void readOther(int b, Clause clause, Reading reading, Context above) {
    Draft open = gathering.current();
    if (open != null && !reading.isTask() && gathering.goesOn(clause, open)) {
      open.extend(reading, clause.to());
      mark(clause, Sentence.Kind.TASK);
    } else {
      mark(clause, kind(blocks.get(b), clause, above));
    }
  }

  /** The class of a clause that is no task; pieces of one sentence keep the class it began with. */
  private Sentence.Kind kind(Block block, Clause clause, Context above) {
    if (!clause.opens() && clause.from() > block.body()) {
      Sentence.Kind before = kinds[clause.from() - 1];
      if (before == Sentence.Kind.TARGET || before == Sentence.Kind.RESULT) {
        return before;
      }
    }
    return evidence.kind(clause, above.mood());
  }

  private boolean accepts(int b, Clause clause, Reading reading, Context above) {
    Block block = blocks.get(b);
    if (recollection.isHistory(clause, reading)
        || tellings.tells(clause, reading, above.mood())
        || above.mood() == Mood.ORDER && recollection.wroteThen(clause, reading)
        || evidence.isConsent(clause, reading)
        || above.lead().isEmpty() && judgements.repeals(reading)
        || reading.shape() != Shape.ORDERED && voices.isTold(clause, reading)
        || voices.enacts(block, reading)
        || above.mood() == Mood.NEUTRAL && voices.isHeadline(block, clause, reading)) {
      return false;
    }
    if (reports && above.mood() == Mood.ASSESS && !senses.has(Sense.ORDER, clause.from())) {
      return false;
    }
    boolean goesOn = gathering.isOpen() && above.mood() == Mood.NEUTRAL;
    Mood mood = goesOn ? Mood.ORDER : above.mood();
    boolean dated = !timeline.between(clause.from(), clause.to()).isEmpty();
    return switch (reading.shape()) {
      case ORDERED -> evidence.isFutureOrder(clause, reading, mood);
      case CHAIRED -> !mood.isTold();
      case AGENCY ->
          !(above.mood() == Mood.NEUTRAL
                  && (evidence.isPlan(clause) || tellings.goesOn(kinds, block, clause, reading)))
              && evidence.isDuty(
                  clause,
                  reading,
                  mood,
                  block.marker() != null
                      || dated && !evidence.isPlan(clause)
                      || clause.opens() && gathering.namesAgain(b, reading)
                      || sequels.listsOn(b, clause, reading),
                  !gathering.drafts().isEmpty());
      case BARE_ORDER ->
          !mood.isTold()
              && (mood == Mood.ORDER
                  || gathering.isOpen()
                  || !addressees.isEmpty()
                  || clause.opens());
      case VERB ->
          (gathering.isOpen() || !above.lead().isEmpty() || !judgements.agrees(reading))
              && (takesWork(clause, reading, above, mood)
                  || sequels.followsParagraph(b, clause, reading, above));
      case PASSIVE ->
          mood == Mood.ORDER || sequels.delivers(b, clause) || sequels.isDue(clause, reading);
      case CONSEQUENCE, NONE -> false;
    };
  }

  private boolean takesWork(Clause clause, Reading reading, Context above, Mood mood) {
    boolean follows = gathering.isOpen() || !above.lead().isEmpty();
    return !mood.isTold() && (follows || timeline.at(clause.from()) != null)
        || mood == Mood.ORDER && evidence.opensWithWork(clause, reading);
  }

  private void mark(Clause clause, Sentence.Kind kind) {
    mark(clause.from(), clause.to(), kind);
  }

  private void mark(int from, int to, Sentence.Kind kind) {
    for (int i = from; i < to; i++) {
      kinds[i] = kind;
    }
  }
}
