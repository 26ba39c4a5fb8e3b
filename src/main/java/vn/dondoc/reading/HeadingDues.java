package vn.dondoc.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hạn ở đề mục: a day a heading sets for all that stands under it, "2. Trước ngày 15/5:". */
final class HeadingDues {
  private static final int SHORT = 8;
  private static final int BESIDE_THE_DATE = 1;

  private final Words words;
  private final Timeline timeline;
  private final List<Block> blocks;
  private final Map<Integer, Deadlines.Found> dues = new HashMap<>();

  HeadingDues(Text text, List<Block> blocks) {
    this.words = text.words();
    this.timeline = text.timeline();
    this.blocks = blocks;
  }

  /** Reads the day of a heading; a heading without one ends what the one before it set. */
  void read(int b) {
    Block block = blocks.get(b);
    Deadlines.Found due = due(block.body(), block.to());
    put(b, due);
    if (block.marker() == null) {
      put(block.parent(), due);
    }
  }

  private void put(int b, Deadlines.@Nullable Found due) {
    if (due == null) {
      dues.remove(b);
    } else {
      dues.put(b, due);
    }
  }

  private Deadlines.@Nullable Found due(int from, int to) {
    int end = words.isMark(to - 1, ':') ? to - 1 : to;
    boolean brief = end - from <= SHORT;
    for (Deadlines.Found found : timeline.between(from, end)) {
      boolean binds = found.from() <= from + 2 && (found.strength() == Deadlines.STRONG || brief);
      if (binds && found.deadline().kind() == Deadline.Kind.DATE && found.item() == null) {
        return found;
      }
    }
    Deadlines.Found alone = brief ? timeline.bare(from, end) : null;
    return alone != null && end - from - (alone.to() - alone.from()) <= BESIDE_THE_DATE
        ? alone
        : null;
  }

  /** The day at the head of the block's own line, "Tháng 4 năm 2011: A …, B …"; else set above. */
  Deadlines.@Nullable Found over(int b) {
    Block block = blocks.get(b);
    Deadlines.Found head = timeline.at(block.body());
    boolean line =
        head != null
            && head.deadline().kind() == Deadline.Kind.DATE
            && words.isMark(head.to(), ':')
            && head.to() < block.to();
    return line ? head : above(b);
  }

  /** The day set above a block, by the nearest heading that sets one. */
  Deadlines.@Nullable Found above(int b) {
    int parent = blocks.get(b).parent();
    while (parent >= -1) {
      Deadlines.Found due = dues.get(parent);
      if (due != null) {
        return due;
      }
      if (parent < 0) {
        return null;
      }
      parent = blocks.get(parent).parent();
    }
    return null;
  }
}
