package vn.dondoc.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.document.Recognition;
import vn.dondoc.kernel.Refusal;

class DamagedDocumentsTest {
  private static final int DAMAGES = 250;

  private final DocumentTexts texts =
      DocumentTexts.with(ExchangeLimits.STANDARD, Recognition.none());

  @Test
  void givesTextOrARefusalWhateverIsDamaged() throws Exception {
    Map<String, byte[]> files =
        Map.of(
            "a.docx", Documents.docx(),
            "a.doc", Documents.doc(),
            "a.pdf", Documents.pdf(),
            "khoa.docx", Documents.encryptedDocx(),
            "a.html",
                "<html><body><table><tr><td>x<p>y</table></body>".getBytes(StandardCharsets.UTF_8),
            "a.txt", Documents.TASK.getBytes(StandardCharsets.UTF_8));
    files.forEach(this::damage);
  }

  @Test
  void survivesDamageInsideTheXmlOfADocx() throws Exception {
    Random random = new Random(8);
    for (int i = 0; i < DAMAGES; i++) {
      String part = i % 2 == 0 ? "word/document.xml" : "word/numbering.xml";
      byte[] file =
          Zips.replacing(
              Documents.docx(),
              part,
              xml -> {
                byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
                return new String(Zips.flipped(bytes, random, 3), StandardCharsets.UTF_8);
              });
      attempt("a.docx", file);
    }
  }

  @Test
  void survivesEndlessNesting() {
    String deep = "<div>".repeat(200_000) + "Giao Sở Tài chính";
    attempt("a.html", ("<html><body>" + deep).getBytes(StandardCharsets.UTF_8));
    String tables = "<table><tr><td>".repeat(20_000) + "Giao Sở Tài chính";
    attempt("a.html", ("<html><body>" + tables).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void survivesADocxOfEndlesslyNestedTables() throws Exception {
    byte[] file =
        Zips.replacing(
            Documents.docx(),
            "word/document.xml",
            xml ->
                "<w:document xmlns:w=\"w\"><w:body>"
                    + "<w:tbl><w:tr><w:tc>".repeat(100_000)
                    + "</w:tc></w:tr></w:tbl>".repeat(100_000)
                    + "</w:body></w:document>");
    attempt("a.docx", file);
  }

  private void damage(String name, byte[] honest) {
    Random random = new Random(2020);
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged =
          switch (i % 4) {
            case 0 -> Zips.truncated(honest, random);
            case 1 -> Zips.flipped(honest, random, 1);
            case 2 -> Zips.flipped(honest, random, 20);
            default -> zeroed(honest, random);
          };
      attempt(name, damaged);
    }
  }

  private static byte[] zeroed(byte[] honest, Random random) {
    byte[] damaged = honest.clone();
    int from = random.nextInt(damaged.length);
    Arrays.fill(damaged, from, Math.min(damaged.length, from + 64), (byte) 0);
    return damaged;
  }

  private void attempt(String name, byte[] file) {
    try {
      assertThat(texts.read(name, file).text()).isNotBlank();
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isInstanceOf(ExchangeRefusal.class);
    }
  }
}
