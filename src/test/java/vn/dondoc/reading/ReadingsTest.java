package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No reading of a studied text changes unnoticed. A wanted change is written anew with {@code
 * ./mvnw test -Dtest=ReadingsTest -Ddondoc.readings=write} and seen in the diff.
 */
class ReadingsTest {
  private static final Path CORPUS = Path.of("src/test/resources/reading/corpus");
  private static final Path READINGS = Path.of("src/test/resources/reading/readings");

  @ParameterizedTest
  @ValueSource(
      strings = {"tuned", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"})
  void stayAsTheyWereSeen(String folder) throws IOException {
    List<Path> texts;
    try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
      texts = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    StringBuilder read = new StringBuilder();
    for (Path text : texts) {
      read.append("== ").append(text.getFileName()).append('\n');
      read.append(told(Notices.standard().read(Files.readString(text))));
    }
    Path seen = READINGS.resolve(folder + ".txt");
    if ("write".equals(System.getProperty("dondoc.readings"))) {
      Files.createDirectories(READINGS);
      Files.writeString(seen, read);
    }
    assertThat(read.toString().lines()).containsExactlyElementsOf(Files.readAllLines(seen));
  }

  private static String told(Notice notice) {
    StringBuilder out = new StringBuilder();
    line(out, "document " + notice.document());
    notice.outline().forEach(section -> line(out, "section " + section));
    for (Assignment task : notice.assignments()) {
      Assignment.Parties who = task.parties();
      line(out, task.id() + " " + task.start() + "-" + task.end() + " " + task.path());
      line(out, "  lead " + who.lead() + " perhaps " + who.leadInferred());
      line(out, "  with " + who.coordinate() + " by " + who.implementer());
      line(out, "  to " + who.reportTo() + " due " + due(task.deadline()));
      line(out, "  if " + task.condition() + " else " + task.consequence());
      line(out, String.format(Locale.ROOT, "  %.2f %s", task.confidence(), task.action()));
      line(out, "  marks " + task.marks());
    }
    line(
        out,
        "sentences "
            + notice.sentences().stream()
                .map(s -> s.start() + " " + s.kind())
                .collect(Collectors.joining(", ")));
    notice.targets().forEach(target -> line(out, "target " + target));
    notice.references().forEach(reference -> line(out, "cites " + reference));
    return out.toString();
  }

  private static String due(@Nullable Deadline deadline) {
    return deadline == null ? "none" : deadline.toString().replace(", month=null]", "]");
  }

  private static void line(StringBuilder out, String words) {
    out.append(words.replaceAll("\\s+", " ").strip()).append('\n');
  }
}
