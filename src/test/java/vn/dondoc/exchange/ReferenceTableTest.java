package vn.dondoc.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

class ReferenceTableTest {
  @TempDir private Path directory;

  @Test
  void readsQuotesCommasAndLineBreaksInsideFields() throws IOException {
    ReferenceTable table = table("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\n\r\nz,\n");
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().getFirst().text("a")).isEqualTo("x, \"y\"");
    assertThat(table.rows().getFirst().text("b")).isEqualTo("1\n2");
    assertThat(table.rows().getLast().optional("b")).isNull();
    assertThat(table.rows().getLast().line()).isEqualTo(5);
  }

  @Test
  void ownFileOfAdministratorComesBeforeTheShippedOne() throws IOException {
    Files.createDirectories(directory.resolve("place"));
    Files.writeString(directory.resolve("place/levels.csv"), "level\nown\n");
    assertThat(
            ReferenceTable.read(directory, "place/levels.csv", List.of("level"))
                .column(row -> row.text("level")))
        .containsExactly("own");
    assertThat(ReferenceTable.read(null, "place/levels.csv", List.of("level")).rows()).hasSize(4);
  }

  @Test
  void readsDaysAndOpenEnds() throws IOException {
    ReferenceTable table = table("a,b\n2020-08-14,\n");
    assertThat(table.rows().getFirst().day("a")).isEqualTo(LocalDate.of(2020, 8, 14));
    assertThat(table.rows().getFirst().day("b")).isNull();
  }

  @Test
  void tellsEveryWrongDayOfColumnWithItsLine() throws IOException {
    ReferenceTable table = table("a,b\n14/8/2020,x\n2020-02-30,x\n2020-01-01,x\n");
    assertThatThrownBy(() -> table.column(row -> String.valueOf(row.day("a"))))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::place)
                    .containsExactly("t.csv:2:a", "t.csv:3:a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,c|reference.refusal.columns",
        "''|reference.refusal.columns",
        "a,b~x|reference.refusal.fields",
        "a,b~x,y,z|reference.refusal.fields",
        "a,b~\"x,y|reference.refusal.quote"
      })
  void refusesFileThatIsNoTable(String text, String key) {
    assertThatThrownBy(() -> table(text.replace('~', '\n')))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problems().getFirst().key()).isEqualTo(key));
  }

  @Test
  void refusesMissingFileAndWrongEncoding() throws IOException {
    assertThatThrownBy(() -> ReferenceTable.read(directory, "none.csv", List.of("a")))
        .hasMessageContaining("reference.refusal.missing");
    Files.write(directory.resolve("t.csv"), "a\nxã".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> ReferenceTable.read(directory, "t.csv", List.of("a")))
        .hasMessageContaining("reference.refusal.unreadable");
  }

  private ReferenceTable table(String text) throws IOException {
    Files.writeString(directory.resolve("t.csv"), text);
    return ReferenceTable.read(directory, "t.csv", List.of("a", "b"));
  }
}
