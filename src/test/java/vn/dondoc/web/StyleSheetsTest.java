package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A style sheet with a bracket left open keeps everything after it to some screens, silently. */
class StyleSheetsTest {
  private static final Path SHEETS = Path.of("src/main/resources/static/css");

  /** Rules that stand inside another although they begin at the margin, and brackets left open. */
  private static List<String> faults(String name, String sheet) {
    List<String> faults = new ArrayList<>();
    int depth = 0;
    int number = 0;
    for (String line : sheet.replaceAll("(?s)/\\*.*?\\*/", "").split("\n", -1)) {
      number++;
      if (line.endsWith("{") && !line.startsWith(" ") && depth > 0) {
        faults.add(name + ", rule " + line + " stands inside another (line about " + number + ")");
      }
      depth += (int) line.chars().filter(c -> c == '{').count();
      depth -= (int) line.chars().filter(c -> c == '}').count();
    }
    if (depth != 0) {
      faults.add(name + ": " + depth + " brackets stay open");
    }
    return faults;
  }

  @Test
  void everyRuleIsClosedBeforeTheNext() throws IOException {
    List<String> faults = new ArrayList<>();
    try (Stream<Path> files = Files.list(SHEETS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".css")).toList()) {
        faults.addAll(faults(file.getFileName().toString(), Files.readString(file)));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void ruleLeftOpenIsFound() {
    assertThat(faults("a.css", "@media print {\n  .x {\n    top: 0;\n  }\n.y {\n  top: 0;\n}\n"))
        .hasSize(2);
  }
}
