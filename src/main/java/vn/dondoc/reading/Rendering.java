package vn.dondoc.reading;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Assignment.Mark;
import vn.dondoc.reading.Assignment.Mark.Role;
import vn.dondoc.reading.Assignment.Parties;

/** Kết quả đọc: turns drafts over words into records over the original text. */
final class Rendering {
  private final OriginalText original;
  private final Words words;
  private final Lexicon.Senses senses;
  private final Timeline timeline;
  private final List<Block> blocks;
  private final Receivers receivers;

  Rendering(OriginalText original, Text text, List<Block> blocks, Agencies agencies) {
    this.original = original;
    this.words = text.words();
    this.senses = text.senses();
    this.timeline = text.timeline();
    this.blocks = blocks;
    this.receivers = new Receivers(words, senses, agencies);
  }

  /** The tasks of the drafts, numbered behind those already told. */
  List<Assignment> assignments(List<Draft> drafts, int before) {
    List<Assignment> all = new ArrayList<>();
    for (Draft draft : drafts) {
      all.add(assignment(draft, before + all.size() + 1));
    }
    return all;
  }

  private Assignment assignment(Draft draft, int count) {
    Reading reading = draft.reading;
    int start = original.origin(words.start(draft.from));
    int end = original.originEnd(words.end(draft.to - 1));
    List<Mark> marks = new ArrayList<>();
    marks(marks, Role.LEAD, draft.leadFromHeading ? List.of() : draft.lead);
    marks(marks, Role.COORDINATE, inside(draft.coordinate, draft));
    int action = Math.min(reading.action(), draft.to - 1);
    int actionTo = draft.actionTo < 0 ? draft.to : draft.actionTo;
    mark(marks, Role.ACTION, action, actionTo);
    Deadline deadline = null;
    Deadlines.Found found = draft.deadline;
    if (found != null) {
      deadline = found.deadline().saying(exact(found));
      mark(
          marks,
          deadline.kind() == Deadline.Kind.RECURRING ? Role.RECURRENCE : Role.DEADLINE,
          found.from(),
          found.to());
    } else {
      deadline = soft(draft, action);
    }
    String consequence = null;
    if (draft.consequenceFrom >= 0) {
      consequence = text(draft.consequenceFrom, draft.consequenceTo);
      mark(marks, Role.CONSEQUENCE, draft.consequenceFrom, draft.consequenceTo);
    }
    String condition =
        reading.conditionFrom() >= 0 ? text(reading.conditionFrom(), reading.conditionTo()) : null;
    return new Assignment(
        "T" + (count < 10 ? "0" : "") + count,
        start,
        end,
        original.raw().substring(start, end),
        text(action, actionTo),
        new Parties(
            names(draft.lead),
            names(draft.inferred),
            names(draft.coordinate),
            names(receivers.implementers(draft)),
            names(receivers.reportTo(draft))),
        deadline,
        consequence,
        condition,
        blocks.get(draft.block).path(),
        confidence(draft),
        marks);
  }

  private static double confidence(Draft draft) {
    double sure =
        draft.leadFromHeading && draft.reading.confidence() > TaskReader.DOUBTED
            ? Math.max(0.85, draft.reading.confidence())
            : draft.reading.confidence();
    return draft.lead.isEmpty() ? Math.min(sure, 0.6) : sure;
  }

  private static List<Party> inside(List<Party> parties, Draft draft) {
    List<Party> kept = new ArrayList<>();
    for (Party party : parties) {
      if (party.from() >= draft.from && party.to() <= draft.to) {
        kept.add(party);
      }
    }
    return kept;
  }

  /** The words of a deadline as the source writes them, accents apart or composed. */
  private String exact(Deadlines.Found found) {
    String said = found.deadline().text();
    int start = original.origin(words.start(found.from()));
    int end = original.originEnd(words.end(found.to() - 1));
    String raw = original.raw().substring(start, end).replaceAll("\\s+", " ");
    boolean same = Normalizer.normalize(raw, Normalizer.Form.NFC).equals(said);
    return same ? raw : said;
  }

  private @Nullable Deadline soft(Draft draft, int action) {
    for (int k = action; k < Math.min(draft.to, action + 5); k++) {
      int length = senses.at(Sense.SOFT, k);
      if (length > 0) {
        return kind(Deadline.Kind.SOFT, k, k + length);
      }
    }
    if (draft.reading.conditionFrom() >= 0) {
      return kind(
          Deadline.Kind.CONDITIONAL, draft.reading.conditionFrom(), draft.reading.conditionTo());
    }
    for (int k = action; k < Math.min(draft.to, action + 3); k++) {
      int length = senses.at(Sense.STANDING, k);
      if (length > 0) {
        return kind(Deadline.Kind.STANDING, k, k + length);
      }
    }
    return null;
  }

  private Deadline kind(Deadline.Kind kind, int from, int to) {
    return new Deadline(
        kind, null, null, null, null, null, null, null, null, text(from, to), false);
  }

  private void marks(List<Mark> marks, Role role, List<Party> parties) {
    for (Party party : parties) {
      mark(marks, role, party.from(), party.to());
    }
  }

  private void mark(List<Mark> marks, Role role, int from, int to) {
    if (to > from) {
      marks.add(
          new Mark(
              role, original.origin(words.start(from)), original.originEnd(words.end(to - 1))));
    }
  }

  private List<String> names(List<Party> parties) {
    Set<String> names = new LinkedHashSet<>();
    for (Party party : parties) {
      names.add(text(party.from(), party.to()));
    }
    return List.copyOf(names);
  }

  /** The words as written, white space folded. */
  private String text(int from, int to) {
    String said = words.text(from, to);
    if (from >= to || said.indexOf('-') < 0) {
      return said;
    }
    // "Sở Lao động – Thương binh và Xã hội": the dash as the source writes it.
    String raw =
        original
            .raw()
            .substring(original.origin(words.start(from)), original.originEnd(words.end(to - 1)));
    String folded = Normalizer.normalize(raw.replaceAll("\\s+", " "), Normalizer.Form.NFC);
    return folded.replaceAll("\\p{Pd}", "-").equals(said) ? folded : said;
  }

  List<Section> outline() {
    List<Section> sections = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      if (block.marker() == null || block.marker().isBullet()) {
        continue;
      }
      int last = b;
      while (last + 1 < blocks.size() && under(last + 1, b)) {
        last++;
      }
      boolean heading = !words.isOneOf(block.to() - 1, ".;") && block.to() - block.body() <= 45;
      String title = heading && block.to() > block.body() ? text(block.body(), block.to()) : "";
      sections.add(
          new Section(
              block.path(),
              title,
              original.origin(words.start(block.from())),
              original.originEnd(words.end(blocks.get(last).to() - 1))));
    }
    return sections;
  }

  private boolean under(int block, int ancestor) {
    int parent = blocks.get(block).parent();
    while (parent >= 0) {
      if (parent == ancestor) {
        return true;
      }
      parent = blocks.get(parent).parent();
    }
    return false;
  }

  List<Target> targets(Sentence.Kind[] kinds, @Nullable LocalDate year) {
    Targets targets = new Targets(words, senses, timeline);
    List<Targets.Aim> aims = new ArrayList<>();
    for (Block block : blocks) {
      for (Clause clause : Clause.of(words, block.body(), block.to())) {
        Sentence.Kind kind = kinds[clause.from()];
        if (kind == Sentence.Kind.TARGET) {
          aims.addAll(targets.inGoals(clause.from(), clause.to(), year));
        } else if (kind == Sentence.Kind.TASK || kind == Sentence.Kind.DECISION) {
          aims.addAll(targets.inTask(clause.from(), clause.to()));
        }
      }
    }
    List<Target> all = new ArrayList<>();
    for (Targets.Aim aim : aims) {
      all.add(
          new Target(
              text(aim.from(), aim.to()),
              original.origin(words.start(aim.from())),
              aim.low(),
              aim.high(),
              aim.unit(),
              aim.op(),
              aim.by()));
    }
    return all;
  }

  List<Reference> references(List<References.Cited> cited) {
    List<Reference> all = new ArrayList<>();
    for (References.Cited one : cited) {
      all.add(
          new Reference(
              text(one.from(), one.to()),
              original.origin(words.start(one.from())),
              one.kind(),
              one.number(),
              one.date()));
    }
    return all;
  }
}
