package vn.dondoc.cli.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import vn.dondoc.cli.Terminal;
import vn.dondoc.exchange.DocumentTexts;
import vn.dondoc.exchange.ExtractedText;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Notices;

/**
 * {@code ./dondoc read FILE…}: what official texts say, without any database.
 *
 * <p>Exit codes: 0 when all was read, 1 when something was refused, 2 for a wrong call.
 */
public final class ReadCommand implements Command {
  private static final Set<String> ENDINGS = Set.of("txt", "docx", "doc", "pdf", "html", "htm");
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
    if (args.contains("--help")) {
      out.out().println(out.texts().get("cli.read.help"));
      return 0;
    }
    for (String arg : args) {
      if (arg.startsWith("-") && !arg.equals(STANDARD_INPUT) && !arg.equals("--json")) {
        out.err().println(out.texts().get("cli.refusal.option_unknown", arg, "--json --help"));
        return 2;
      }
    }
    List<String> files = args.stream().filter(arg -> !arg.equals("--json")).toList();
    if (files.isEmpty()) {
      out.err().println(out.texts().get("cli.read.help"));
      return 2;
    }
    Logs.silent();
    return args.contains("--json") ? json(files, out) : words(files, out);
  }

  private int words(List<String> files, Terminal out) {
    boolean refused = false;
    for (String file : files) {
      if (Files.isDirectory(Path.of(file))) {
        refused |= !folder(Path.of(file), out);
        continue;
      }
      Outcome outcome = read(file);
      refused |= outcome.refusal() != null;
      show(outcome, out);
    }
    return refused ? 1 : 0;
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
    List<Path> files = within(folder, out);
    int read = 0;
    int tasks = 0;
    int open = 0;
    for (Path file : files) {
      Outcome outcome = read(file.toString());
      String name = folder.relativize(file).toString();
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
        .println(
            out.texts().get("cli.read.summary", folder, read, files.size() - read, tasks, open));
    return read == files.size();
  }

  private static List<Path> within(Path folder, Terminal out) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      List<Path> ours = files.stream().filter(ReadCommand::isDocument).toList();
      if (ours.size() < files.size()) {
        out.err()
            .println(out.texts().get("cli.read.passed_over", folder, files.size() - ours.size()));
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
    List<String> all = new ArrayList<>();
    boolean several = files.size() > 1;
    for (String file : files) {
      if (Files.isDirectory(Path.of(file))) {
        several = true;
        within(Path.of(file), out).forEach(each -> all.add(each.toString()));
      } else {
        all.add(file);
      }
    }
    ArrayNode array = NoticeJson.array();
    boolean refused = false;
    for (String file : all) {
      Outcome outcome = read(file);
      refused |= outcome.refusal() != null;
      array.add(object(outcome, out));
    }
    if (several) {
      out.out().println(NoticeJson.pretty(array));
    } else if (array.get(0).has("document")) {
      out.out().println(NoticeJson.pretty(array.get(0)));
    }
    return refused ? 1 : 0;
  }

  // In an array a refused file keeps its place, so that the fifth object is the fifth file.
  private static ObjectNode object(Outcome outcome, Terminal out) {
    Refusal refusal = outcome.refusal();
    if (refusal != null) {
      tell(refusal, out);
    }
    // A text that is no official one still reads as what it holds: nothing.
    if (outcome.notice() != null && outcome.text() != null) {
      outcome.text().notes().forEach(note -> out.err().println(out.texts().tell(note)));
      return NoticeJson.of(outcome.notice());
    }
    Objects.requireNonNull(refusal);
    return NoticeJson.refused(outcome.name(), out.texts().tell(refusal.problems().getFirst()));
  }

  private Outcome read(String file) {
    boolean standardInput = file.equals(STANDARD_INPUT);
    try {
      ExtractedText text =
          standardInput ? texts.read(STANDARD_INPUT, in) : texts.read(Path.of(file));
      Notice notice = Notices.standard().read(text.text());
      Refusal foreign =
          notice.looksOfficial()
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
