package vn.dondoc.reading;

import java.util.Set;

/** Ai đang nói: who speaks in a text, told from who is told to do something. */
final class Voices {
  private static final Set<String> SPOKEN =
      Deadlines.keys("yêu_cầu trả_lời kết_luận đề_nghị thông_báo có_ý_kiến ý_kiến");

  private static final Set<String> QUOTED =
      Deadlines.keys("quyết nghị thông luật quy chỉ hướng điều");

  private static final Set<String> ENACTED =
      Deadlines.keys("phê ban thành bãi công sửa hủy điều bổ");

  private final Words words;

  Voices(Words words) {
    this.words = words;
  }

  /**
   * "Ban Thường vụ yêu cầu:", "UBND tỉnh trả lời như sau:": who speaks does not do what follows.
   */
  boolean speaks(Reading umbrella) {
    int at = umbrella.action();
    if (umbrella.shape() == Reading.Shape.AGENCY) {
      for (int k = Math.max(umbrella.start(), at - 4); k < at; k++) {
        if (words.is(k, "kết") && words.is(k + 1, "luận")) {
          return true;
        }
      }
    }
    return words.isWord(at)
        && words.isWord(at + 1)
        && SPOKEN.contains(Syllables.key(words.text(at, at + 2).replaceAll("\\s+", "_")));
  }

  /**
   * What is told and not laid on anybody: a question, its answer, a rule quoted, a goal, the past.
   */
  boolean isTold(Clause clause, Reading reading) {
    int from = clause.from();
    boolean quoted = words.is(from, "theo") && QUOTED.contains(words.key(from + 1));
    boolean goal = words.is(from, "phấn") && words.is(from + 1, "đấu") && reading.lead().isEmpty();
    boolean past = words.is(reading.action() - 1, "đã") || words.is(reading.start() - 1, "đã");
    int at = reading.action();
    boolean reported =
        words.is(at, "báo")
            && words.is(at + 1, "cáo")
            && words.isMark(at + 2, ':')
            && at + 3 < clause.to();
    boolean answer =
        reported
            || words.is(from, "trả") && words.is(from + 1, "lời") && words.isMark(from + 2, ':');
    return quoted
        || goal
        || past
        || answer
        || tellsDelay(reading.action(), clause.to())
        || isAnswered(from, clause.to())
        || remembers(from, clause.to());
  }

  /** "… nộp báo cáo quý III trễ 2 ngày": how late it was. */
  private boolean tellsDelay(int from, int to) {
    for (int k = from; k + 2 < to; k++) {
      boolean late = words.is(k, "trễ") || words.is(k, "chậm") || words.is(k, "muộn");
      if (late && words.isNumber(k + 1) && words.is(k + 2, "ngày")) {
        return true;
      }
    }
    return false;
  }

  /** "… yêu cầu chúng tôi …", "có trách nhiệm … nhưng đã không …": somebody tells what was. */
  private boolean remembers(int from, int to) {
    for (int k = from; k + 1 < to; k++) {
      boolean we = words.is(k, "chúng") && (words.is(k + 1, "tôi") || words.is(k + 1, "ta"));
      boolean but =
          words.is(k, "nhưng")
              && (words.is(k + 1, "đã")
                  || sinceThen(k + 1) && !goesOn(k, to) && !isHalfDone(from, k)
                  || words.is(k + 1, "chưa") && !goesOn(k, to) && !isHalfDone(from, k));
      if (we || but) {
        return true;
      }
    }
    return false;
  }

  /** "nhưng [đến nay] mới xong 50%", "nhưng [hiện nay] …", "nhưng [vẫn] …": what came of it. */
  private boolean sinceThen(int p) {
    boolean now = words.is(p + 1, "nay") && !words.is(p, "năm");
    return now || words.is(p, "vẫn") || words.is(p, "mới") && !words.is(p + 1, "được");
  }

  /** "Ảnh: …", "Trong ảnh: …", "Hình 2: …": the words under a picture. */
  boolean isCaption(Block block) {
    int p = block.from();
    boolean within = words.is(p, "trong") && words.is(p + 1, "ảnh");
    int colon = within || words.is(p, "hình") && words.isNumber(p + 1) ? p + 2 : p + 1;
    boolean picture = within || words.is(p, "ảnh") || words.is(p, "hình");
    return picture && words.isMark(colon, ':') || endsAsPicture(block);
  }

  /** "… (Ảnh minh họa)", "… (Hình từ Internet)": the bracket says that a picture stands there. */
  private boolean endsAsPicture(Block block) {
    int end = block.to();
    while (end > block.from() && words.isOneOf(end - 1, "*._")) {
      end--;
    }
    int open = end - 1;
    while (open > block.from() && open > end - 8 && !words.isMark(open, '(')) {
      open--;
    }
    boolean picture = words.is(open + 1, "ảnh") || words.is(open + 1, "hình");
    return words.isMark(end - 1, ')') && words.isMark(open, '(') && picture;
  }

  /** "hoàn thành các công trình đã được đầu tư nhưng chưa …": what the work is to finish. */
  private boolean isHalfDone(int from, int but) {
    for (int k = Math.max(from + 3, but - 8); k < but; k++) {
      if (words.is(k, "đã") && words.is(k + 1, "được")) {
        return true;
      }
    }
    return false;
  }

  /** "số vốn đã tạm ứng nhưng chưa có khối lượng, nộp về …": the work goes on behind the comma. */
  private boolean goesOn(int from, int to) {
    for (int k = from; k < to; k++) {
      if (words.isMark(k, ',')) {
        return true;
      }
    }
    return false;
  }

  /**
   * "Chủ tịch UBND tỉnh chỉ đạo làm rõ …": a headline tells what the head of the authority said.
   */
  boolean isHeadline(Block block, Clause clause, Reading reading) {
    int at = reading.action();
    boolean says =
        words.is(at, "chỉ") && words.is(at + 1, "đạo")
            || words.is(at, "yêu") && words.is(at + 1, "cầu")
            || words.is(at, "đề") && words.is(at + 1, "nghị");
    return isTitle(block, reading)
        || says
            && block.marker() == null
            && reading.shape() == Reading.Shape.AGENCY
            && reading.lead().size() == 1
            && reading.coordinate().isEmpty()
            && isChief(reading.lead().getFirst())
            && clause.from() == block.body();
  }

  /** "Xã A: Họp bàn tiến độ …": the first line of a page, no full stop behind it. */
  private boolean isTitle(Block block, Reading reading) {
    return block.from() == 0
        && reading.shape() == Reading.Shape.AGENCY
        && words.isMark(reading.lead().getLast().to(), ':')
        && block.to() < words.count()
        && !words.isOneOf(block.to() - 1, ".;:!");
  }

  boolean isChief(Party party) {
    int p = party.from();
    boolean province =
        words.is(p, "ubnd") && (words.is(p + 1, "tỉnh") || words.is(p + 1, "thành"))
            || words.is(p, "chính") && words.is(p + 1, "phủ");
    boolean head =
        words.is(p, "chủ") && words.is(p + 1, "tịch")
            || words.is(p, "phó")
            || words.is(p, "thủ") && words.is(p + 1, "tướng")
            || words.is(p, "bí") && words.is(p + 1, "thư");
    return province || head && party.form() == Party.Form.POST;
  }

  /** "Điều 1. Phê duyệt danh mục …": the paper itself does it. */
  boolean enacts(Block block, Reading reading) {
    return block.marker() != null
        && block.marker().kind() == Block.Marker.Kind.ARTICLE
        && reading.lead().isEmpty()
        && ENACTED.contains(words.key(reading.action()))
        && reading.action() == block.body();
  }

  /** "Điều 1. Phê duyệt dự án với các nội dung chính:": what was approved stands under it. */
  Mood under(Block block, Reading reading, Mood announced) {
    return enacts(block, reading) ? Mood.NEUTRAL : announced;
  }

  /** "Cử tri xã A đề nghị …", "Câu 3. Cử tri …": a voice that is answered, not one that orders. */
  private boolean isAnswered(int from, int to) {
    int last = Math.min(to, from + 4);
    for (int k = from; k + 1 < last; k++) {
      if (words.is(k, "cử") && words.is(k + 1, "tri")) {
        return true;
      }
    }
    return false;
  }

  /** A line in capitals alone: the authority that signs, not a doer. */
  boolean isShouted(int from, int to) {
    String line = words.text(from, to);
    return line.codePoints().anyMatch(Character::isLetter)
        && line.codePoints().noneMatch(Character::isLowerCase);
  }
}
