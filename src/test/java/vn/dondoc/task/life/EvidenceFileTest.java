package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class EvidenceFileTest {
  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void wordFileIsAPackageWithItsParts() throws IOException {
    byte[] word = zip("[Content_Types].xml", "word/document.xml");
    assertThat(new EvidenceFile("bao-cao.docx", word).mediaType()).isNotNull();
    assertThat(new EvidenceFile("bao-cao.xlsx", word).mediaType()).isNull();
  }

  @Test
  void emptyFileIsToldAsEmpty() {
    EvidenceFile empty = new EvidenceFile("rong.pdf", new byte[0]);
    assertThat(EvidenceFile.problems("NV-2020-0001", List.of(empty)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.key()).endsWith("evidence_empty"));
  }

  @Test
  void anyOtherPackageOrABrokenOneIsNoWordFile() throws IOException {
    byte[] broken = "PK\u0003\u0004junk".getBytes(StandardCharsets.UTF_8);
    assertThat(new EvidenceFile("bao-cao.docx", broken).mediaType()).isNull();
    assertThat(new EvidenceFile("bao-cao.docx", zip("a.txt")).mediaType()).isNull();
  }
}
