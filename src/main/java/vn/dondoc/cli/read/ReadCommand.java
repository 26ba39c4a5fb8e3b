package vn.dondoc.cli.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.cli.Command;
import vn.dondoc.cli.Logs;
import vn.dondoc.cli.Operands;
import vn.dondoc.cli.Terminal;
import vn.dondoc.exchange.DocumentTexts;
import vn.dondoc.exchange.ExtractedText;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Notices;
import vn.dondoc.web.Texts;

/**
 * {@code ./dondoc read FILE…}: what official texts say, without any database.
 *
 * <p>Exit codes: 0 when all was read, 1 when something was refused, 2 for a wrong call.
 */
public final class ReadCommand implements Command {
  private static final Set<String> ENDINGS = Set.of("txt", "docx", "doc", "pdf", "html", "htm");
  private static final Set<String> FLAGS = Set.of("--json", "--help");
  private static final String STANDARD_INPUT = "-";

  private final DocumentTexts texts;
  private final InputStream in;

  /** Reads files, and the program's standard input for "-". */
  public ReadCommand() {
    this(DocumentTexts.standard(), System.in);
  }

  ReadCommand(DocumentTexts texts, InputStream in) {
    this.texts = texts;
    this.in = in;
  }

  /** One text to read, or why not. */
  private record Outcome(
      String name,
      @Nullable ExtractedText text,
      @Nullable Notice notice,
      @Nullable Refusal refusal) {}

  @Override
  public int run(List<String> args, Terminal out) {
    Operands operands = Operands.parse(args, FLAGS);
    if (operands.has("--help")) {
      out.out().println(out.texts().get("cli.read.help"));
      return 0;
    }
    if (operands.unknown() != null) {
      out.err()
          .println(
              out.texts().get("cli.refusal.option_unknown", operands.unknown(), "--json --help"));
      return 2;
    }
    List<String> files = operands.names();
    if (files.isEmpty()) {
      out.err().println(out.texts().get("cli.read.help"));
      return 2;
    }
    Logs.silent();
    return operands.has("--json") ? json(files, out) : words(files, out);
  }

  private int words(List<String> files, Terminal out) {
    boolean refused = false;
    for (String file : files) {
      if (isFolder(file)) {
        refused |= !folder(Path.of(file), out);
        continue;
      }
      Outcome outcome = read(file);
      refused |= outcome.refusal() != null;
      show(outcome, out);
    }
    return refused ? 1 : 0;
  }

  private static boolean isFolder(String name) {
    return !name.isBlank() && Files.isDirectory(Path.of(name));
  }

  private static void show(Outcome outcome, Terminal out) {
    if (outcome.refusal() != null) {
      tell(outcome.refusal(), out);
    } else if (outcome.text() != null && outcome.notice() != null) {
      new NoticeWords(out).show(outcome.name(), outcome.text(), outcome.notice());
    }
  }

  private static void tell(Refusal refusal, Terminal out) {
    refusal.problems().forEach(problem -> out.err().println(out.texts().tell(problem)));
  }

  /** A line per file and a summary; false when something was refused. */
  private boolean folder(Path folder, Terminal out) {
    List<Path> files;
    try {
      files = within(folder, out);
    } catch (Refusal refusal) {
      tell(refusal, out);
      return false;
    }
    String said = Texts.onOneLine(folder.toString());
    int read = 0;
    int tasks = 0;
    int open = 0;
    for (Path file : files) {
      Outcome outcome = read(file.toString());
      String name = Texts.onOneLine(folder.relativize(file).toString());
      if (outcome.refusal() != null || outcome.notice() == null) {
        Problem why = Objects.requireNonNull(outcome.refusal()).problems().getFirst();
        out.out().println(out.texts().get("cli.read.line_refused", name, out.texts().tell(why)));
        continue;
      }
      int leadless = NoticeWords.leadless(outcome.notice());
      int found = outcome.notice().assignments().size();
      out.out()
          .println(
              out.texts()
                  .get(
                      "cli.read.line",
                      name,
                      found,
                      leadless,
                      outcome.notice().targets().size(),
                      outcome.notice().references().size(),
                      NoticeWords.otherShare(outcome.notice())));
      read++;
      tasks += found;
      open += leadless;
    }
    out.out()
        .println(out.texts().get("cli.read.summary", said, read, files.size() - read, tasks, open));
    return read == files.size();
  }

  private static List<Path> within(Path folder, Terminal out) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      List<Path> ours = files.stream().filter(ReadCommand::isDocument).toList();
      if (ours.isEmpty()) {
        throw Refusal.of(CliRefusal.FOLDER_EMPTY, folder.toString(), folder);
      }
      if (ours.size() < files.size()) {
        out.err()
            .println(
                out.texts()
                    .get(
                        "cli.read.passed_over",
                        Texts.onOneLine(folder.toString()),
                        files.size() - ours.size()));
      }
      return ours;
    } catch (IOException | java.io.UncheckedIOException e) {
      throw Refusal.of(CliRefusal.FOLDER_UNREADABLE, folder.toString(), folder);
    }
  }

  private static boolean isDocument(Path file) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.contains(ending);
  }

  private int json(List<String> files, Terminal out) {
    ArrayNode array = NoticeJson.array();
    boolean refused = false;
    for (String file : files) {
      for (Outcome outcome : outcomes(file, out)) {
        refused |= outcome.refusal() != null;
        array.add(object(outcome, out));
      }
    }
    if (files.size() > 1 || isFolder(files.getFirst())) {
      out.out().println(NoticeJson.pretty(array));
    } else {
      out.out().println(NoticeJson.pretty(array.get(0)));
    }
    return refused ? 1 : 0;
  }

  /** Of a file, or of all in a folder; one at a time, a folder may hold many. */
  private Iterable<Outcome> outcomes(String file, Terminal out) {
    if (!isFolder(file)) {
      return List.of(read(file));
    }
    try {
      List<Path> files = within(Path.of(file), out);
      return () -> files.stream().map(each -> read(each.toString())).iterator();
    } catch (Refusal refusal) {
      return List.of(new Outcome(file, null, null, refusal));
    }
  }

  // In an array a refused file keeps its place, so that the fifth object is the fifth file.
  private static ObjectNode object(Outcome outcome, Terminal out) {
    Refusal refusal = outcome.refusal();
    if (refusal != null) {
      tell(refusal, out);
      return NoticeJson.refused(outcome.name(), out.texts().tell(refusal.problems().getFirst()));
    }
    Notice notice = Objects.requireNonNull(outcome.notice());
    ExtractedText text = Objects.requireNonNull(outcome.text());
    text.notes().forEach(note -> out.err().println(out.texts().tell(note)));
    if (NoticeWords.isSilent(notice)) {
      out.err().println(out.texts().get("cli.read.no_task", text.text().length()));
    }
    return NoticeJson.of(outcome.name(), notice);
  }

  private Outcome read(String file) {
    boolean standardInput = file.equals(STANDARD_INPUT);
    try {
      if (file.isBlank()) {
        throw Refusal.of(CliRefusal.NAME_EMPTY, file);
      }
      ExtractedText text =
          standardInput ? texts.read(STANDARD_INPUT, in) : texts.read(Path.of(file));
      Notice notice = Notices.standard().read(text.text());
      Refusal foreign =
          notice.looksOfficial() && !NoticeWords.isForeign(notice)
              ? null
              : Refusal.of(CliRefusal.NOT_OFFICIAL, file, standardInput ? STANDARD_INPUT : file);
      return new Outcome(file, text, notice, foreign);
    } catch (Refusal e) {
      return new Outcome(file, null, null, e);
    } catch (IOException e) {
      return new Outcome(file, null, null, Refusal.of(CliRefusal.STANDARD_INPUT, file));
    }
  }
}
