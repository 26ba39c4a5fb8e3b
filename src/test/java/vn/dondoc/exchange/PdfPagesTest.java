package vn.dondoc.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.exchange.document.Recognition;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/** Pages of a PDF that hold no text, and files whose pages cannot be opened. */
class PdfPagesTest {
  private static final String FIRST = "Giao Sở Tài chính mẫu rà soát kinh phí của từng dự án.";
  private static final String LAST = "Giao Sở Xây dựng mẫu rà soát quy hoạch của từng đô thị.";

  private final DocumentTexts texts =
      DocumentTexts.with(ExchangeLimits.STANDARD, Recognition.none());

  @TempDir Path folder;

  /** Text, a scan, nothing at all, text. */
  private static byte[] mixed() {
    return Documents.pdf((pdf, font) -> {
      try (PDPageContentStream page = Documents.page(pdf)) {
        Documents.show(page, font, 60, 700, FIRST);
      }
      try (PDPageContentStream page = Documents.page(pdf)) {
        BufferedImage scan = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
        page.drawImage(LosslessFactory.createFromImage(pdf, scan), 0, 0, 595, 842);
      }
      Documents.page(pdf).close();
      try (PDPageContentStream page = Documents.page(pdf)) {
        Documents.show(page, font, 60, 700, LAST + " " + LAST);
      }
    });
  }

  @Test
  void namesThePagesItCouldNotRead() {
    ExtractedText read = texts.read("lan.pdf", mixed());
    assertThat(read.text()).contains(FIRST, LAST);
    assertThat(read.notes())
        .containsExactly(Problem.at("lan.pdf", "exchange.note.pages_unread", "lan.pdf", "2"));
  }

  @Test
  void recognisesThemInTheirPlaceWhereItCan() throws IOException {
    Path program = folder.resolve("tesseract");
    Files.writeString(
        program, "#!/bin/sh\n[ \"$1\" = --list-langs ] && echo vie || echo 'CHỮ TRONG ẢNH'\n");
    Files.setPosixFilePermissions(
        program, Set.of(java.nio.file.attribute.PosixFilePermission.values()));
    ExtractedText read =
        DocumentTexts.with(ExchangeLimits.STANDARD, Recognition.with(program))
            .read("lan.pdf", mixed());
    assertThat(read.text()).containsSubsequence(FIRST, "CHỮ TRONG ẢNH", LAST);
    assertThat(read.notes())
        .extracting(Problem::key)
        .containsExactly("exchange.note.pages_recognised");
  }

  @Test
  void saysThatBlankPagesHaveNoText() {
    refuses(ExchangeRefusal.NO_TEXT, Documents.pdf((pdf, font) -> Documents.page(pdf).close()));
  }

  @Test
  void saysThatAFileCutOffIsBroken() {
    byte[] scan = Documents.scannedPdf("THÔNG BÁO");
    refuses(ExchangeRefusal.BROKEN, Arrays.copyOf(scan, scan.length / 2));
    refuses(ExchangeRefusal.BROKEN, Arrays.copyOf(Documents.pdf(), 400));
  }

  @Test
  void saysThatALockedArchiveIsLocked() {
    byte[] locked = Documents.docx();
    String signs = new String(locked, StandardCharsets.ISO_8859_1);
    for (int at = signs.indexOf("PK\u0001\u0002"); at >= 0; ) {
      locked[at + 8] |= 1;
      at = signs.indexOf("PK\u0001\u0002", at + 1);
    }
    for (int at = signs.indexOf("PK\u0003\u0004"); at >= 0; ) {
      locked[at + 6] |= 1;
      at = signs.indexOf("PK\u0003\u0004", at + 1);
    }
    assertThatThrownBy(() -> texts.read("khoa.docx", locked))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo(ExchangeRefusal.ENCRYPTED));
  }

  private void refuses(ExchangeRefusal code, byte[] file) {
    assertThatThrownBy(() -> texts.read("a.pdf", Objects.requireNonNull(file)))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
