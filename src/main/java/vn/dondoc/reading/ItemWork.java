package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.reading.Reading.Shape;

/** Việc trong mục: what an item under a doer lays on that doer, whatever word it opens with. */
final class ItemWork {
  private final Words words;
  private final Lexicon.Senses senses;
  private final List<Block> blocks;
  private final Sequels sequels;

  ItemWork(Text text, List<Block> blocks, Sequels sequels) {
    this.words = text.words();
    this.senses = text.senses();
    this.blocks = blocks;
    this.sequels = sequels;
  }

  /** "4. Đề nghị Hội A": a heading whose doer the lexicon knows in part; else none. */
  List<Party> asked(int b, Reading tail) {
    Block block = blocks.get(b);
    int from = block.body();
    int to = block.to();
    boolean brief = block.marker() != null && to - from < 14 && words.isWord(to - 1);
    boolean below = b + 1 < blocks.size() && words.lines(to) > 0;
    if (!brief
        || !below
        || tail.shape() != Shape.ORDERED
        || tail.lead().isEmpty()
        || tail.lead().getFirst().form() != Party.Form.BODY) {
      return List.of();
    }
    Party last = tail.lead().getLast();
    for (int k = last.to(); k < to; k++) {
      boolean work = senses.at(Sense.VERB, k) > 1 || senses.has(Sense.PURE, k);
      if (work || !words.isWord(k)) {
        return List.of();
      }
    }
    List<Party> all = new ArrayList<>(tail.lead().subList(0, tail.lead().size() - 1));
    all.add(new Party(last.from(), to, last.form()));
    return all;
  }

  /** "2. Ban A: - Yêu cầu nhà thầu …": what stands under a body is its work, its demands too. */
  boolean demands(Block block, Clause clause, Reading reading, TaskReader.Context above) {
    return reading.shape() == Shape.ORDERED
        && block.marker() != null
        && block.marker().kind() != Block.Marker.Kind.NUMBER
        && !above.lead().isEmpty()
        && !above.vague()
        && above.lead().getFirst().form() == Party.Form.BODY
        && reading.start() == clause.from()
        && words.is(clause.from(), "yêu")
        && reading.lead().getFirst().form() == Party.Form.GROUP;
  }

  /** "2. Sở A: - Đúc rút kinh nghiệm …": what an item under a body starts with is its work. */
  boolean worksUnnamed(Block block, Clause clause, Reading reading, TaskReader.Context above) {
    boolean open = reading.shape() == Shape.NONE || reading.shape() == Shape.PASSIVE;
    return open
        && above.mood() == Mood.ORDER
        && block.marker() != null
        && block.marker().kind() != Block.Marker.Kind.NUMBER
        && !above.lead().isEmpty()
        && !above.vague()
        && above.lead().getFirst().form() == Party.Form.BODY
        && clause.from() == block.body()
        && sequels.mayBeWork(clause);
  }
}
