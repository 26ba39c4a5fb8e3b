package vn.dondoc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Nhật ký names every act and what it was done to in words. */
class AuditWordsTest {
  private static final Pattern ACT =
      Pattern.compile(
          "new Act\\(\\s*\"([^\"]+[^.\"])\"|\\brecord\\(\\s*\"([a-z_]+\\.[a-z_.]+[a-z])\"");
  private static final Pattern KIND = Pattern.compile("new Act\\(\\s*[^,]+,\\s*\"([^\"]+)\"");

  @Test
  void everyActOfTheProgramHasItsWords() throws IOException {
    assertThat(unnamed("audit.act.", ACT)).isEmpty();
  }

  @Test
  void everyKindOfSubjectHasItsWords() throws IOException {
    assertThat(unnamed("audit.kind.", KIND)).isEmpty();
  }

  private static Set<String> unnamed(String prefix, Pattern literal) throws IOException {
    Texts words = Texts.in(Language.VI);
    Set<String> unnamed = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        Matcher found = literal.matcher(Files.readString(file));
        while (found.find()) {
          for (int group = 1; group <= found.groupCount(); group++) {
            String code = found.group(group);
            if (code != null && !words.has(prefix + code)) {
              unnamed.add(code + " in " + file.getFileName());
            }
          }
        }
      }
    }
    return unnamed;
  }
}
