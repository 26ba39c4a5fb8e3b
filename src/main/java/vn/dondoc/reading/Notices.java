package vn.dondoc.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Đọc văn bản chỉ đạo: the door of this module. Deterministic and safe to share between threads; it
 * never throws on any text.
 */
public final class Notices {
  // How far down a text may announce its day.
  private static final int TOP = 160;

  private static final Notices STANDARD = new Notices(Lexicon.load());

  private final Lexicon lexicon;

  private Notices(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The reader with the lexicon it ships with. */
  public static Notices standard() {
    return STANDARD;
  }

  /** Reads one official text; a text that is none has no assignments. */
  public Notice read(String text) {
    if (MachineText.is(text)) {
      return foreign(text.length());
    }
    OriginalText original = OriginalText.of(text);
    Words words = Words.of(original.clean(), lexicon.common());
    if (BareText.isBare(original.clean())) {
      lexicon.restore(words);
    }
    Lexicon.Senses senses = lexicon.scan(words);
    Heads head = new Heads(words, senses);
    head.read();
    Tails tail = new Tails(words, senses, new Annexes(words, senses).start(head.body()));
    tail.read(head.body());
    Timeline timeline = timeline(words, senses, head);
    Predicates predicates = new Predicates(words, senses);
    Agencies agencies = new Agencies(words, senses, predicates);
    ClauseGrammar grammar = new ClauseGrammar(words, senses, predicates, agencies, timeline);
    int from = Math.min(head.body(), tail.start());
    List<Block> blocks = Outline.of(words, senses, from, tail.start());
    Sentence.Kind[] kinds = new Sentence.Kind[words.count()];
    List<Party> addressees = addressees(words, head, agencies);
    Text reading = new Text(words, senses, timeline, grammar);
    boolean headed = head.kind() != null || head.number() != null || head.dateText() != null;
    List<Draft> drafts =
        new TaskReader(reading, blocks, addressees, kinds).read(headed, mood(head));
    boolean signed = headed || !tail.recipients().isEmpty() || tail.signer() != null;
    boolean orphaned = !drafts.isEmpty() && !signed && addressees.isEmpty();
    if (orphaned && !new OfficeLanguage(words, senses).namesBody(drafts)) {
      drafts = List.of();
      Arrays.fill(kinds, null);
    }
    Rendering rendering = new Rendering(original, reading, blocks, agencies);
    List<Block> annex = Outline.of(words, senses, tail.end(), words.count());
    List<Draft> annexed =
        new TaskReader(reading, annex, List.of(), kinds).read(headed, Mood.NEUTRAL);
    Rendering behind = new Rendering(original, reading, annex, agencies);
    List<References.Cited> cited =
        new References(words, senses, predicates).scan(from, tail.start());
    Spans spans = new Spans(original, words, kinds);
    spans.headAndTail(from, tail);
    List<Assignment> assignments = rendering.assignments(drafts, 0);
    return new Notice(
        new DocumentHead(
            head.kind(),
            head.number(),
            head.date(),
            head.dateText(),
            head.place(),
            head.issuer(tail.capacity()),
            head.subject(),
            tail.signer(),
            tail.recipients()),
        joined(rendering.outline(), behind.outline()),
        joined(assignments, behind.assignments(annexed, assignments.size())),
        spans.sentences(joined(blocks, annex)),
        rendering.targets(kinds, year(head, words)),
        rendering.references(cited));
  }

  /** What a text of another kind reads as. */
  private static Notice foreign(int length) {
    DocumentHead nothing =
        new DocumentHead(null, null, null, null, null, null, null, null, List.of());
    List<Sentence> all = List.of(new Sentence(0, length, Sentence.Kind.OTHER));
    return new Notice(nothing, List.of(), List.of(), all, List.of(), List.of());
  }

  /** A report tells; only its parts on what is to be done or asked for lay work on anybody. */
  private static Mood mood(Heads head) {
    String subject = head.subject();
    boolean answers = subject == null || subject.toLowerCase(Locale.ROOT).contains("kiến nghị");
    return "Báo cáo".equals(head.kind()) && !answers ? Mood.ASSESS : Mood.NEUTRAL;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static @Nullable LocalDate year(Heads head, Words words) {
    LocalDate day = day(head, words);
    return day == null ? null : LocalDate.of(day.getYear(), 12, 31);
  }

  private static Timeline timeline(Words words, Lexicon.Senses senses, Heads head) {
    boolean told = head.date() != null || head.month() != null;
    Dates dates = new Dates(words, day(head, words), told, head.date() != null);
    return new Timeline(
        new Deadlines(words, senses, dates).scan(),
        words.count(),
        new PlainDates(words, senses, dates));
  }

  /** The day of the document, of its month, or the first full date in the text. */
  private static @Nullable LocalDate day(Heads head, Words words) {
    if (head.date() != null) {
      return head.date();
    }
    if (head.month() != null) {
      return head.month();
    }
    LocalDate told = announced(words);
    told = told == null ? latestTold(words) : told;
    if (told != null) {
      return told;
    }
    for (int i = 0; i < words.count(); i++) {
      if (words.is(i, "năm") && Dates.plausible(words.number(i + 1))) {
        return LocalDate.of(words.number(i + 1), 1, 1);
      }
      if (words.is(i, "năm") && words.is(i + 1, "học") && Dates.plausible(words.number(i + 2))) {
        // "năm học 2010-2011": it begins in August.
        return LocalDate.of(words.number(i + 2), 8, 1);
      }
    }
    for (int i = 0; i < words.count(); i++) {
      // "Quyết định số 12/2014/QĐ-UBND": a law's number carries its year.
      if (words.isOneOf(i - 1, "/")
          && words.isMark(i + 1, '/')
          && Dates.plausible(words.number(i))) {
        return LocalDate.of(words.number(i), 1, 1);
      }
    }
    return null;
  }

  /** "Hôm nay, vào hồi 14 giờ ngày …", "(Kèm theo Công văn số … ngày …)": a day near the top. */
  private static @Nullable LocalDate announced(Words words) {
    Dates dates = new Dates(words, null, false, false);
    for (int i = 0; i < Math.min(words.count(), TOP); i++) {
      boolean opens =
          words.is(i, "hôm") && words.is(i + 1, "nay")
              || words.is(i, "kèm") && words.is(i + 1, "theo")
              || words.is(i, "thời") && words.is(i + 1, "gian") && words.isMark(i + 2, ':');
      for (int k = i + 2; opens && k < i + 20; k++) {
        Dates.Written day = words.is(k, "ngày") ? dates.at(k) : null;
        if (day != null && day.span() == Dates.Span.DAY) {
          return day.first();
        }
      }
    }
    return null;
  }

  /** The latest full date that is no deadline: papers cited and days told lie before the text. */
  private static @Nullable LocalDate latestTold(Words words) {
    Dates dates = new Dates(words, null, false, false);
    LocalDate latest = null;
    LocalDate any = null;
    for (int i = 0; i < words.count(); i++) {
      boolean may =
          words.isNumber(i)
              || words.is(i, "ngày")
              || words.is(i, "tháng") && words.isNumber(i + 1)
              || words.is(i, "quý");
      Dates.Written written = may ? dates.at(i) : null;
      if (written == null) {
        continue;
      }
      any = any == null ? written.first() : any;
      boolean due =
          words.is(i - 1, "trước")
              || words.is(i - 1, "đến")
              || words.is(i - 1, "nhất")
              || words.is(i - 1, "hết")
              || words.is(i - 1, "trong");
      if (!due && (latest == null || written.first().isAfter(latest))) {
        latest = written.first();
      }
      i = Math.max(i, written.to() - 1);
    }
    return latest == null ? any : latest;
  }

  private static List<Party> addressees(Words words, Heads head, Agencies agencies) {
    List<Party> all = new ArrayList<>();
    int i = head.addressedFrom();
    if (i < 0) {
      return all;
    }
    while (i < head.addressedTo()) {
      List<Party> parties = agencies.list(i, head.addressedTo());
      if (parties.isEmpty()) {
        i++;
      } else {
        all.addAll(parties);
        i = parties.getLast().to();
      }
    }
    return all;
  }
}
