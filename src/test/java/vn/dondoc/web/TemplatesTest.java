package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates speak through message bundles, and carry no script and no style of their own. */
class TemplatesTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern INLINE =
      Pattern.compile(
          "<script(?![^>]*\\ssrc=)[^>]*>|<style\\b|\\sstyle\\s*=|\\son[a-z]+\\s*=|javascript:",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile("\\s(title|alt|placeholder|aria-label|label|content)=\"([^\"]*)\"");
  // The names of the two languages are the same in both.
  private static final Pattern LETTERS =
      Pattern.compile("(?<!\\p{L})(?!(?:VI|EN)(?!\\p{L}))\\p{L}{2,}");

  static Stream<Path> templates() throws IOException {
    return Files.walk(TEMPLATES).filter(file -> file.toString().endsWith(".jte")).sorted();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void templateHasNoWordsAndNoScriptOfItsOwn(Path template) throws IOException {
    assertThat(faults(Files.readString(template))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Nhiệm vụ</p> | words: Nhiệm vụ",
        "<p>Ở đây</p> | words: Ở đây",
        "<p>${page.t(\"a\")} ngày</p> | words: ngày",
        "@if(x > 3)quá hạn@endif | words: quá hạn",
        "<img alt=\"Bản đồ\"> | words: Bản đồ",
        "<p style=\"color:red\">1</p> | inline:  style=",
        "<a onclick=\"go()\">1</a> | inline:  onclick=",
        "<script>go()</script> | inline: <script>",
      })
  void findsWhatMustNotStandThere(String template, String fault) {
    assertThat(faults(template)).anyMatch(found -> found.startsWith(fault.strip()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>${page.t(\"task.list\", \"chữ\")}</p>",
        "@template.web.frame(page = page, title = page.t(\"a\"), content = @`<b>1</b>`)",
        "@for(var row : rows)<td>${row.name()}</td>@endfor",
        "!{var total = rows.size();}<%-- lời dặn --%><!-- lời dặn -->",
        "<script src=\"/js/task.js\" defer></script>",
      })
  void allowsWordsFromBundlesAndScriptsFromFiles(String template) {
    assertThat(faults(template)).isEmpty();
  }

  private static List<String> faults(String template) {
    List<String> faults = new ArrayList<>();
    Matcher inline = INLINE.matcher(template);
    while (inline.find()) {
      faults.add("inline: " + inline.group());
    }
    String plain = JteText.withoutCode(template);
    Matcher attribute = SPOKEN_ATTRIBUTE.matcher(plain);
    while (attribute.find()) {
      boolean technical = attribute.group(1).equals("content");
      if (!technical && LETTERS.matcher(attribute.group(2)).find()) {
        faults.add("words: " + attribute.group(2).strip());
      }
    }
    for (String between :
        plain.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ").split("<[^>]*>")) {
      if (LETTERS.matcher(between).find()) {
        faults.add("words: " + between.strip());
      }
    }
    return faults;
  }
}
