package vn.dondoc.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.cli.Terminal;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

class ScoreCommandTest {
  private static final Path OFFICIAL = Path.of("../shared/seed/thong-bao-2020-08.gold.json");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void scoresTheOfficialNotice() {
    assertThat(run("--json", OFFICIAL.toString())).as(complained()).isZero();

    JsonNode all = JsonMapper.shared().readTree(said()).path("all");
    assertThat(all.path("lost")).isEmpty();
    // Two of its 24 assignments are free choices; the rest must be found or missed.
    assertThat(all.path("tasks").path("gold").asInt()).isEqualTo(22);
    assertThat(all.path("falseTasks").path("of").asInt()).isEqualTo(9);
    assertThat(all.path("targets").path("of").asInt()).isEqualTo(13);
  }

  @Test
  void givesARowForEachFolderAndOneForAll() throws IOException {
    write("mot/a", "Giao Sở A rà soát kết quả.\n", "Giao Sở A");
    write("hai/b", "Giao Sở B rà soát kết quả.\n", "Giao Sở B");

    assertThat(run("--by-file", folder.resolve("mot").toString(), folder.resolve("hai").toString()))
        .isZero();
    assertThat(said().lines().toList())
        .hasSize(6)
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("  a.gold.json"))
        .satisfies(lines -> assertThat(lines.getLast()).startsWith("tất cả"));
  }

  @Test
  void takesTheTextNamedAsSource() throws IOException {
    Files.writeString(folder.resolve("goc.txt"), "Giao Sở A rà soát kết quả.\n");
    Files.writeString(
        folder.resolve("x.gold.json"),
        "{\"source\":\"goc.txt\",\"tasks\":[{\"quote_start\":\"Giao Sở A\"}]}");

    assertThat(run(folder.resolve("x.gold.json").toString())).isZero();
  }

  @Test
  void refusesAnnotationThatFitsNoText() throws IOException {
    write("a", "Giao Sở A rà soát kết quả.\n", "Giao Sở Z");
    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(complained()).contains("a.gold.json").contains("Giao Sở Z");
  }

  @Test
  void refusesWhatIsNoAnnotation() throws IOException {
    Path noJson = Files.writeString(folder.resolve("x.gold.json"), "{");
    assertThat(run(noJson.toString())).isEqualTo(1);
    assertThat(said()).isEmpty();
    Path noTasks = Files.writeString(folder.resolve("y.gold.json"), "[1]");
    assertThat(run(noTasks.toString())).isEqualTo(1);
    Path noText = Files.writeString(folder.resolve("z.gold.json"), "{\"tasks\":[]}");
    assertThat(run(noText.toString())).isEqualTo(1);
    assertThat(complained().lines().toList()).hasSize(3);
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThat(run(folder.resolve("khong-co.gold.json").toString())).isEqualTo(1);
    assertThat(complained()).contains("Không tìm thấy tệp").doesNotContain("JSON có danh sách");
  }

  @Test
  void tellsAWrongCall() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--sai")).isEqualTo(2);
    assertThat(run("")).isEqualTo(1);
    assertThat(complained()).contains("để trống");
    assertThat(run("--", "--sai")).isEqualTo(1);
    assertThat(run("--help")).isZero();
  }

  private void write(String name, String text, String quote) throws IOException {
    Path file = folder.resolve(name + ".txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.writeString(
        folder.resolve(name + ".gold.json"),
        "{\"tasks\":[{\"quote_start\":\"" + quote + "\",\"lead\":[]}]}");
  }

  private int run(String... args) {
    return new ScoreCommand()
        .run(
            List.of(args),
            new Terminal(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8),
                Texts.in(Language.VI)));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return complained.toString(StandardCharsets.UTF_8);
  }
}
