package vn.dondoc.reading;

import java.util.List;
import java.util.Set;

/** Nối tiếp: what goes on with an order though it stands in a paragraph of its own. */
final class Sequels {
  // Words an item may start with that are things, states or people, never work.
  private static final Set<String> NO_WORK =
      Deadlines.keys(
          "các những mọi một hai ba số tỷ tổng quy kết diện thời tiến kinh nguồn vốn mức tình hiện"
              + " còn chưa đã đang do vì nếu khi trong từ đến ngày tháng năm quý tuần riêng công"
              + " việc nội hộ người xã huyện dự gói tuyến nhà theo đối về với đây điều");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Timeline timeline;
  private final List<Block> blocks;
  private final Gathering gathering;

  Sequels(Text text, List<Block> blocks, Gathering gathering) {
    this.words = text.words();
    this.senses = text.senses();
    this.timeline = text.timeline();
    this.blocks = blocks;
    this.gathering = gathering;
  }

  /** A paragraph that starts with work right after one that gave orders goes on with them. */
  boolean followsParagraph(int b, Clause clause, Reading reading, TaskReader.Context above) {
    Block block = blocks.get(b);
    if (mustBeDone(block, clause, reading) && gathering.lastNear(b) != null) {
      return above.mood() == Mood.NEUTRAL;
    }
    boolean added = senses.has(Sense.ADDS, clause.from());
    int from = added ? pastLink(clause.from()) : clause.from();
    return above.mood() == Mood.NEUTRAL
        && block.marker() == null
        && clause.from() == block.body()
        && clause.to() - from >= 9
        && words.isOneOf(block.to() - 1, ".;")
        && words.isCapital(clause.from())
        && (senses.at(Sense.VERB, from) > 1 && (added || isWork(from)))
        && gathering.lastNear(b) != null;
  }

  /** "Đối với công tác phổ cập, cần báo cáo …": a matter, and what has to be done about it. */
  private boolean mustBeDone(Block block, Clause clause, Reading reading) {
    return reading.topicTo() > reading.topicFrom()
        && block.marker() == null
        && clause.from() == block.body()
        && (senses.has(Sense.NEED, reading.action())
            || senses.has(Sense.NEED, reading.action() - 1));
  }

  /** "Đồng thời, …", "Cùng với đó, …": one past the link and its comma. */
  private int pastLink(int from) {
    int p = from + senses.at(Sense.ADDS, from);
    return words.isMark(p, ',') ? p + 1 : p;
  }

  /** A word that may be a noun is work when more work follows it: "Tổ chức di dời". */
  private boolean isWork(int at) {
    int next = at + senses.at(Sense.VERB, at);
    return !senses.has(Sense.NOUNISH, at)
        || senses.has(Sense.VERB, next)
        || words.is(next, "tốt")
        || words.is(next, "đầy");
  }

  /** "… yêu cầu: Sở A làm X; Sở B làm Y." and, in the next paragraph, "Sở C làm Z.": listed on. */
  boolean listsOn(int b, Clause clause, Reading reading) {
    Block block = blocks.get(b);
    return clause.opens()
        && block.marker() == null
        && reading.confidence() >= 0.7
        && gathering.lastNear(b) != null
        && (asks(block) || b > 0 && asks(blocks.get(b - 1)) || followsDoers(b, clause, reading));
  }

  /** "Sở A chủ trì ….", "Sở B đôn đốc ….": paragraph by paragraph another body and its work. */
  private boolean followsDoers(int b, Clause clause, Reading reading) {
    Block block = blocks.get(b);
    Draft near = gathering.lastNear(b);
    boolean whole =
        near != null
            && near.block == b - 1
            && near.reading.shape() == Reading.Shape.AGENCY
            && near.from == blocks.get(b - 1).body()
            && gathering.drafts().size() > 1;
    return whole
        && clause.from() == block.body()
        && reading.lead().size() == 1
        && reading.lead().getFirst().form() == Party.Form.BODY
        && senses.at(Sense.VERB, reading.action()) > 1
        && !senses.has(Sense.NOUNISH, reading.action());
  }

  /** Whether "yêu cầu:", "đề nghị:" stands within a paragraph, its doers behind the colon. */
  private boolean asks(Block block) {
    for (int k = block.body() + 1; k < block.to() - 6; k++) {
      if (words.isMark(k, ':')
          && (words.is(k - 1, "cầu") && words.is(k - 2, "yêu")
              || words.is(k - 1, "nghị") && words.is(k - 2, "đề"))) {
        return true;
      }
    }
    return false;
  }

  /** Words at the head of an item that tell no state, name no doer and open no list. */
  boolean mayBeWork(Clause clause) {
    int from = clause.from();
    if (clause.to() - from < 5 || !words.isWord(from) || senses.has(Sense.HEAD, from)) {
      return false;
    }
    for (int k = from; k < clause.to(); k++) {
      boolean early = k < from + 10;
      boolean tells =
          senses.has(Sense.HISTORY, k)
              || senses.has(Sense.CONDITION, k)
              || senses.has(Sense.TOPIC, k) && k == from
              || words.is(k, "là")
              || words.isMark(k, ':');
      if (early && tells || NO_WORK.contains(words.key(from))) {
        return false;
      }
    }
    return true;
  }

  /** "Số liệu phải được gửi về Bộ A trước ngày …": laid on somebody, though nobody is named. */
  boolean isDue(Clause clause, Reading reading) {
    boolean must = false;
    for (int k = clause.from(); k < clause.to(); k++) {
      must |= words.is(k, "phải") && words.is(k + 1, "được");
    }
    return must
        && clause.opens()
        && reading.lead().isEmpty()
        && !timeline.bindsPast(clause.from(), clause.to())
        && timeline.between(clause.from(), clause.to()).stream()
            .anyMatch(found -> found.strength() == Deadlines.STRONG);
  }

  /** "Danh sách gửi về Sở A trước ngày …", behind the order that asks for it. */
  boolean delivers(int b, Clause clause) {
    return gathering.lastNear(b) != null
        && senses.find(Sense.DELIVER, clause.from(), clause.to()) >= 0
        && timeline.between(clause.from(), clause.to()).stream()
            .anyMatch(found -> found.strength() == Deadlines.STRONG);
  }
}
