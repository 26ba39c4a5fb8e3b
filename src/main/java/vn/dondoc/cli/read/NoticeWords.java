package vn.dondoc.cli.read;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.cli.Terminal;
import vn.dondoc.exchange.ExtractedText;
import vn.dondoc.reading.Assignment;
import vn.dondoc.reading.Deadline;
import vn.dondoc.reading.DocumentHead;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Reference;
import vn.dondoc.reading.Section;
import vn.dondoc.reading.Sentence;
import vn.dondoc.reading.Target;
import vn.dondoc.task.CycleText;
import vn.dondoc.task.Due;
import vn.dondoc.web.Texts;

/** A notice as a person reads it on a terminal. */
final class NoticeWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final BigDecimal MOST_OTHER = BigDecimal.valueOf(50);
  private static final int LONGEST_HEADING = 90;
  private static final int LONGEST_QUOTE = 160;
  private static final int LONG_TEXT = 1000;

  private final PrintStream out;
  private final Texts texts;

  NoticeWords(Terminal terminal) {
    this.out = terminal.out();
    this.texts = terminal.texts();
  }

  void show(String name, ExtractedText text, Notice notice) {
    out.println(
        texts.get(
            "cli.read.title",
            name.equals("-") ? texts.get("cli.read.stdin") : Texts.onOneLine(name),
            text.format()));
    text.notes().forEach(note -> out.println("! " + texts.tell(note)));
    head(notice.document());
    outline(notice.outline());
    heading("cli.read.tasks", notice.assignments().size());
    notice.assignments().forEach(this::task);
    targets(notice.targets());
    references(notice.references());
    unclear(text.text(), notice);
    out.println();
  }

  /** Assignments the text gives no doer for. */
  static int leadless(Notice notice) {
    return (int)
        notice.assignments().stream().filter(each -> each.parties().lead().isEmpty()).count();
  }

  /** Share of the text nothing was made of, "3,4" percent. */
  static BigDecimal otherShare(Notice notice) {
    long all = 0;
    long other = 0;
    for (Sentence each : notice.sentences()) {
      int length = each.end() - each.start();
      all += length;
      other += each.kind() == Sentence.Kind.OTHER ? length : 0;
    }
    return all == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(other * 100).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
  }

  /** Neither called a document nor ordering anything, and mostly not understood. */
  static boolean isForeign(Notice notice) {
    return notice.document().kind() == null
        && notice.document().number() == null
        && notice.assignments().isEmpty()
        && notice.references().isEmpty()
        && otherShare(notice).compareTo(MOST_OTHER) > 0;
  }

  private void head(DocumentHead head) {
    String number = head.number();
    boolean blank = number != null && number.startsWith("/");
    line("cli.read.kind", joined(" ", head.kind(), blank ? "…" + number : number));
    line(
        "cli.read.date",
        joined(
            ", ", head.place(), head.date() == null ? head.dateText() : DAY.format(head.date())));
    line("cli.read.issuer", head.issuer());
    line("cli.read.subject", head.subject());
    DocumentHead.Signer signer = head.signer();
    if (signer != null) {
      line("cli.read.signer", joined(" · ", signer.capacity(), signer.title(), signer.name()));
    }
    if (!head.recipients().isEmpty()) {
      line("cli.read.recipients", String.join("; ", head.recipients()));
    }
  }

  private void outline(List<Section> outline) {
    List<Section> headed =
        outline.stream().filter(section -> !section.heading().isBlank()).toList();
    if (headed.isEmpty()) {
      return;
    }
    heading("cli.read.outline", headed.size());
    for (Section section : outline) {
      if (!section.heading().isBlank()
          || headed.stream().anyMatch(each -> isUnder(section, each))) {
        String indent = "  ".repeat(section.path().size());
        String marker = section.path().isEmpty() ? "" : section.path().getLast() + "  ";
        out.println(indent + marker + shortened(section.heading(), LONGEST_HEADING));
      }
    }
  }

  private static boolean isUnder(Section section, Section headed) {
    List<String> path = section.path();
    return path.size() < headed.path().size()
        && headed.path().subList(0, path.size()).equals(path)
        && section.start() <= headed.start()
        && headed.start() < section.end();
  }

  private void task(Assignment task) {
    String path = task.path().isEmpty() ? "" : "  [" + String.join(" › ", task.path()) + "]";
    out.println("  " + task.id() + path);
    Assignment.Parties parties = task.parties();
    if (parties.lead().isEmpty()) {
      String candidates = String.join("; ", parties.leadInferred());
      part(
          "cli.read.lead",
          candidates.isEmpty()
              ? texts.get("cli.read.lead_open")
              : texts.get("cli.read.lead_candidates", candidates));
    } else {
      part("cli.read.lead", String.join("; ", parties.lead()));
    }
    part("cli.read.coordinate", String.join("; ", parties.coordinate()));
    part("cli.read.implementer", String.join("; ", parties.implementer()));
    Deadline deadline = task.deadline();
    part("cli.read.deadline", deadline == null ? "" : deadline(deadline));
    part("cli.read.action", shortened(task.action(), LONGEST_QUOTE));
    part("cli.read.report_to", String.join("; ", parties.reportTo()));
    part("cli.read.condition", Objects.requireNonNullElse(task.condition(), ""));
    part("cli.read.consequence", Objects.requireNonNullElse(task.consequence(), ""));
  }

  private String deadline(Deadline deadline) {
    LocalDate date = deadline.date();
    String said =
        switch (deadline.kind()) {
          case DATE -> date == null ? "" : date(deadline, date);
          case RECURRING -> recurring(deadline);
          case RELATIVE -> relative(deadline);
          case EVENT, SOFT, STANDING, CONDITIONAL ->
              texts.get("cli.read." + deadline.kind().name().toLowerCase(Locale.ROOT));
        };
    return said.strip() + " (“" + oneLine(deadline.text()) + "”)";
  }

  private String date(Deadline deadline, LocalDate date) {
    String key = deadline.op() == Deadline.Op.BEFORE ? "cli.read.before" : "cli.read.by";
    String said =
        deadline.time() == null
            ? texts.get(key, DAY.format(date))
            : texts.get(key + "_hour", TIME.format(deadline.time()), DAY.format(date));
    return deadline.yearInferred() ? said + " " + texts.get("cli.read.year_inferred") : said;
  }

  private String relative(Deadline deadline) {
    String unit = texts.get("cli.read.unit." + Objects.requireNonNullElse(deadline.unit(), "day"));
    int within = Objects.requireNonNullElse(deadline.within(), 0);
    if (deadline.from() != null && deadline.op() == Deadline.Op.BEFORE) {
      return texts.get("cli.read.relative_before", within, unit, deadline.from());
    }
    return deadline.from() == null
        ? texts.get("cli.read.relative_open", within, unit)
        : texts.get("cli.read.relative", within, unit, deadline.from());
  }

  private String recurring(Deadline deadline) {
    Deadline.Every every = Objects.requireNonNullElse(deadline.every(), Deadline.Every.PERIODIC);
    Due.Op op = deadline.op() == null ? null : Due.Op.valueOf(deadline.op().name());
    Due due =
        new Due(
            Due.Kind.RECURRING,
            deadline.date(),
            deadline.time(),
            op,
            every.name().toLowerCase(Locale.ROOT),
            deadline.day(),
            null,
            null,
            null,
            deadline.text(),
            false,
            deadline.month());
    return CycleText.of(due, texts);
  }

  private void targets(List<Target> targets) {
    if (targets.isEmpty()) {
      return;
    }
    heading("cli.read.targets", targets.size());
    for (Target target : targets) {
      BigDecimal high = target.high();
      String value =
          high == null ? number(target.low()) : number(target.low()) + "–" + number(high);
      String op = List.of("=", "range").contains(target.op()) ? "" : target.op() + " ";
      String unit = target.unit() == null ? "" : " " + target.unit();
      String by =
          target.by() == null ? "" : " · " + texts.get("cli.read.by", DAY.format(target.by()));
      out.println(
          "  " + op + value + unit + by + " — “" + shortened(target.text(), LONGEST_QUOTE) + "”");
    }
  }

  private void references(List<Reference> references) {
    if (references.isEmpty()) {
      return;
    }
    heading("cli.read.references", references.size());
    references.forEach(each -> out.println("  " + oneLine(each.text())));
  }

  /** What a person has to look at: open doers, and stretches nothing was made of. */
  private void unclear(String text, Notice notice) {
    List<Sentence> other =
        notice.sentences().stream()
            .filter(each -> each.kind() == Sentence.Kind.OTHER)
            .filter(each -> !text.substring(each.start(), each.end()).isBlank())
            .toList();
    List<Assignment> open =
        notice.assignments().stream().filter(each -> each.parties().lead().isEmpty()).toList();
    List<Assignment> undated =
        notice.assignments().stream().filter(NoticeWords::isUnplaced).toList();
    if (isSilent(notice)) {
      out.println();
      out.println(texts.get("cli.read.no_task", text.length()));
    } else if (other.isEmpty() && open.isEmpty() && undated.isEmpty()) {
      out.println();
      out.println(texts.get("cli.read.all_clear"));
    }
    if (other.isEmpty() && open.isEmpty() && undated.isEmpty()) {
      return;
    }
    out.println();
    out.println(
        texts.get(
            "cli.read.unclear", open.size(), other.size(), otherShare(notice), undated.size()));
    open.forEach(each ->
        out.println(
            "  "
                + each.id()
                + "  "
                + texts.get("cli.read.lead_open")
                + ": “"
                + shortened(each.quote(), LONGEST_QUOTE)
                + "”"));
    undated.forEach(each ->
        out.println("  " + each.id() + "  " + texts.get("cli.read.undated", oneLine(said(each)))));
    other.forEach(each ->
        out.println(
            "  …  “" + shortened(text.substring(each.start(), each.end()), LONGEST_QUOTE) + "”"));
  }

  /** A long text of which no task came: its line ends may be lost, or it gives none. */
  static boolean isSilent(Notice notice) {
    int length = notice.sentences().isEmpty() ? 0 : notice.sentences().getLast().end();
    return notice.assignments().isEmpty() && length >= LONG_TEXT;
  }

  /** A day is written that no calendar has, or whose year nobody tells. */
  private static boolean isUnplaced(Assignment task) {
    Deadline due = task.deadline();
    return due != null && due.kind() == Deadline.Kind.DATE && due.date() == null;
  }

  private static String said(Assignment task) {
    return task.deadline() == null ? "" : task.deadline().text();
  }

  private void heading(String key, int count) {
    out.println();
    out.println(texts.get(key, count));
  }

  private void line(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      out.println(texts.get(key, oneLine(value)));
    }
  }

  private void part(String key, String value) {
    if (!value.isBlank()) {
      out.println("       " + texts.get(key, oneLine(value)));
    }
  }

  private static String joined(String between, @Nullable String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(between));
  }

  private static String number(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString().replace('.', ',');
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String shortened(String text, int longest) {
    String line = oneLine(text);
    return line.length() <= longest ? line : line.substring(0, longest - 1).stripTrailing() + "…";
  }
}
