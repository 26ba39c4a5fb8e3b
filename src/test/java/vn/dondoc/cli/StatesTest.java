package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** The life of a duty as the command draws it, and as the document shows it. */
class StatesTest {
  private static final Path DOCUMENT = Path.of("docs/states.md");

  @Test
  void drawsEveryStateAndWhereTheDeedsLead() {
    assertThat(said("states"))
        .startsWith("stateDiagram-v2")
        .contains("state \"chờ xác nhận\" as reported")
        .contains("reported --> done: Xác nhận hoàn thành\n")
        .contains("handed_back --> new: Không nhận việc được chuyển\n")
        .contains("void --> [*]")
        .doesNotContain("done --> active");
  }

  @ParameterizedTest
  @ValueSource(strings = {"states", "states --table"})
  void documentShowsWhatTheCommandSays(String call) throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains(said(call.split(" ")));
  }

  @Test
  void refusesAnOptionItDoesNotHave() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    assertThat(Dondoc.run(List.of("states", "--svg"), terminal(told))).isEqualTo(2);
  }

  @Test
  void saysThatTheAnswerDidNotArrive() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Terminal terminal =
        new Terminal(
            new PrintStream(full, true, StandardCharsets.UTF_8),
            new PrintStream(told, true, StandardCharsets.UTF_8),
            Texts.in(Language.VI));
    assertThat(Dondoc.run(List.of("states"), terminal)).isEqualTo(1);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("Không ghi hết được kết quả");
  }

  private static String said(String... call) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    assertThat(Dondoc.run(List.of(call), terminal(told))).isZero();
    return told.toString(StandardCharsets.UTF_8);
  }

  private static Terminal terminal(ByteArrayOutputStream told) {
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new Terminal(out, out, Texts.in(Language.VI));
  }
}
