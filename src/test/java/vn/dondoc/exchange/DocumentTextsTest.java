package vn.dondoc.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.exchange.document.Recognition;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

class DocumentTextsTest {
  private static final String NOTICE =
      "THÔNG BÁO\nKết luận của Chủ tịch tỉnh Mẫu\n\n1. Sở Tài chính mẫu báo cáo trước ngày 25/9/2020.\n";

  private final DocumentTexts texts =
      DocumentTexts.with(ExchangeLimits.STANDARD, Recognition.none());

  @TempDir Path folder;

  @Test
  void keepsPlainTextExactlyAsItIs() {
    ExtractedText read = texts.read("a.txt", NOTICE.getBytes(StandardCharsets.UTF_8));

    assertThat(read.text()).isEqualTo(NOTICE);
    assertThat(read.format()).isEqualTo("txt");
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void readsEveryUnicodeEncoding() {
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(texts.read("a.txt", ("\ufeff" + NOTICE).getBytes(charset)).text())
          .as(charset.name() + " with mark")
          .isEqualTo(NOTICE);
      assertThat(texts.read("a.txt", NOTICE.getBytes(charset)).text())
          .as(charset.name())
          .isEqualTo(NOTICE);
    }
  }

  @Test
  void readsTheColumnsOfADocxHeadOneAfterTheOther() {
    String text = texts.read("tb.docx", Documents.docx()).text();

    String head = String.join("\n", Documents.LEFT) + "\n\n" + String.join("\n", Documents.RIGHT);
    assertThat(text)
        .startsWith(head + "\n\nTHÔNG BÁO\n")
        .endsWith(
            "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNguyễn Văn Mẫu\n");
  }

  @Test
  void showsTheNumbersWordMakesItself() {
    assertThat(texts.read("tb.docx", Documents.docx()).text())
        .contains(
            "1. Đánh giá chung\na) Kết quả đạt được\nb) Hạn chế\n2. Nhiệm vụ\na) "
                + Documents.TASK);
  }

  @Test
  void readsAnOldWordFileLikeTheNewOne() throws IOException {
    // Saved by an office program from the docx of these tests: no library here writes the format.
    ExtractedText read = texts.read("tb.doc", Documents.doc());

    assertThat(read.format()).isEqualTo("doc");
    assertThat(read.text().replaceAll("\\s+", " "))
        .isEqualTo(texts.read("tb.docx", Documents.docx()).text().replaceAll("\\s+", " "));
  }

  @Test
  void readsColumnsTypedWithTabsOneAfterTheOther() {
    byte[] file =
        Documents.docx(word -> {
          for (int i = 0; i < 2; i++) {
            var run = word.createParagraph().createRun();
            run.setText(Documents.LEFT.get(i));
            run.addTab();
            run.setText(Documents.RIGHT.get(i));
          }
          word.createParagraph().createRun().setText("1.\tNhiệm vụ");
        });
    assertThat(texts.read("a.docx", file).text())
        .isEqualTo(
            String.join("\n", Documents.LEFT)
                + "\n\n"
                + String.join("\n", Documents.RIGHT.subList(0, 2))
                + "\n\n1.\tNhiệm vụ\n");
  }

  @Test
  void readsATableRowByRow() {
    assertThat(texts.read("tb.docx", Documents.docx()).text())
        .contains("STT | Dự án | Tỷ lệ\n1 | Dự án mẫu 03 | 41,8%\n");
  }

  @Test
  void leavesOutDeletedHiddenAndFieldText() {
    byte[] file =
        Documents.docx(word -> {
          var paragraph = word.createParagraph();
          paragraph.createRun().setText("Giao Sở Tài chính");
          XWPFRun hidden = paragraph.createRun();
          hidden.setText(" BÍ MẬT");
          hidden.setVanish(true);
          var deleted = paragraph.getCTP().addNewDel().addNewR();
          deleted.addNewDelText().setStringValue(" CŨ");
          var moved = paragraph.getCTP().addNewMoveFrom().addNewR();
          moved.addNewT().setStringValue(" DỜI");
          paragraph.getCTP().addNewR().addNewInstrText().setStringValue(" PAGE ");
          var inserted = paragraph.getCTP().addNewIns().addNewR();
          inserted.addNewT().setStringValue(" và Sở Nội vụ");
        });
    assertThat(texts.read("a.docx", file).text()).isEqualTo("Giao Sở Tài chính và Sở Nội vụ\n");
  }

  @Test
  void readsAPdfHeadColumnByColumnAndJoinsBrokenLines() {
    String text = texts.read("tb.pdf", Documents.pdf()).text();

    assertThat(text)
        .isEqualTo(
            String.join("\n", Documents.LEFT)
                + "\n\n"
                + String.join("\n", Documents.RIGHT)
                + "\n\nTHÔNG BÁO\n1. Nhiệm vụ\n"
                + Documents.TASK
                + "\na) "
                + Documents.TASK
                + "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
                + "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNguyễn Văn Mẫu\n");
  }

  @Test
  void readsAWebPageWithoutWhatSurroundsIt() {
    String page =
        """
        <!DOCTYPE html><html><head><title>x</title><script>alert(1)</script></head>
        <body><nav><a href="/">Trang chủ</a></nav>
        <table><tr><td><p>UBND TỈNH MẪU</p><p>Số: 45</p></td>
        <td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập</p></td></tr></table>
        <h1>THÔNG   BÁO</h1><div>Kết luận<br>như sau:</div>
        <ol><li>Đánh giá</li><li>Nhiệm vụ<ol type="a"><li>Giao <b>Sở</b> Tài chính</li></ol></li></ol>
        <table><tr><th>STT</th><th>Việc</th></tr><tr><td>1</td><td>Báo cáo</td></tr></table>
        <p style="display:none">ẩn</p></body></html>
        """;
    ExtractedText read = texts.read("a.html", page.getBytes(StandardCharsets.UTF_8));

    assertThat(read.format()).isEqualTo("html");
    assertThat(read.text())
        .isEqualTo(
            """
            UBND TỈNH MẪU
            Số: 45

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập

            THÔNG BÁO
            Kết luận
            như sau:
            1. Đánh giá
            2. Nhiệm vụ
            a) Giao Sở Tài chính
            STT | Việc
            1 | Báo cáo
            """);
  }

  @Test
  void goesByTheContentAndSaysWhenTheNameDisagrees() {
    ExtractedText read = texts.read("tb.pdf", Documents.docx());

    assertThat(read.format()).isEqualTo("docx");
    assertThat(read.notes())
        .extracting(Problem::key, Problem::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "exchange.note.kind", java.util.List.of("tb.pdf", "pdf", "docx")));
  }

  @Test
  void refusesAnEmptyFile() {
    refuses(ExchangeRefusal.EMPTY, new byte[0]);
    refuses(ExchangeRefusal.EMPTY, " \n\r\n".getBytes(StandardCharsets.UTF_8));
    refuses(ExchangeRefusal.NO_TEXT, Documents.docx(word -> word.createParagraph()));
  }

  @Test
  void refusesLockedFiles() throws Exception {
    refuses(ExchangeRefusal.ENCRYPTED, Documents.encryptedDocx());
    refuses(ExchangeRefusal.ENCRYPTED, Documents.encryptedPdf());
  }

  @Test
  void refusesFilesOfOtherKindsByName() throws IOException {
    assertThat(refused(Zips.of("xl/workbook.xml", "<x/>")).arguments()).contains("XLSX");
    assertThat(refused(Zips.of("a.txt", "x")).arguments()).contains("ZIP");
    assertThat(refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}).arguments())
        .contains("PNG");
    assertThat(refused(new byte[] {'M', 'Z', 0, 3, 0, 0, 0}).arguments()).contains("EXE");
    assertThat(refused("{\\rtf1 x}".getBytes(StandardCharsets.UTF_8)).arguments()).contains("RTF");
    refuses(ExchangeRefusal.UNKNOWN_KIND, new byte[] {1, 0, 0, 3, 9, 0, 9, 9, 9, 9});
  }

  @Test
  void refusesMoreThanTheLimits() {
    refuses(ExchangeRefusal.TOO_LARGE, new byte[(20 << 20) + 1]);
    refuses(
        ExchangeRefusal.TOO_MUCH_TEXT,
        "một hai ba\n".repeat(200_000).getBytes(StandardCharsets.UTF_8));
    refuses(
        ExchangeRefusal.TOO_MUCH_TEXT,
        Documents.docx(word -> word.createParagraph().createRun().setText("x ".repeat(1_100_000))));
  }

  @Test
  void readsNoMoreOfAStreamThanAFileMayBeLong() {
    long[] read = new long[1];
    var endless =
        new java.io.InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 'a';
          }
        };
    assertThatThrownBy(() -> texts.read("a.txt", endless)).isInstanceOf(Refusal.class);
    assertThat(read[0]).isEqualTo((20 << 20) + 1);
  }

  @Test
  void refusesBombs() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(block);
      }
    }
    refuses(ExchangeRefusal.OVERSIZED_ARCHIVE, out.toByteArray());

    String[] many = new String[10_000];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = "word/part" + i + ".xml";
      many[i + 1] = "";
    }
    refuses(ExchangeRefusal.OVERSIZED_ARCHIVE, Zips.of(many));

    byte[] pdf =
        Documents.pdf((document, font) -> {
          PDPage page = new PDPage();
          document.addPage(page);
          PDStream content = new PDStream(document);
          try (var stream = content.createOutputStream(COSName.FLATE_DECODE)) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) {
              stream.write(blanks);
            }
          }
          page.setContents(content);
        });
    refuses(ExchangeRefusal.OVERSIZED_ARCHIVE, pdf);
  }

  @Test
  void acceptsAnHonestFileThatPacksWell() {
    byte[] file =
        Documents.docx(word -> {
          for (int i = 0; i < 20_000; i++) {
            word.createParagraph().createRun().setText("Đoạn giống nhau trong văn bản mẫu");
          }
        });
    assertThat(texts.read("a.docx", file).text().lines().count()).isEqualTo(20_000);
  }

  @Test
  void reachesNoOtherFileThroughAnEntity() throws IOException {
    Path secret = Files.writeString(folder.resolve("khoa.txt"), "CHIA-KHOA-MAU");
    byte[] hostile =
        Zips.replacing(
            Documents.docx(),
            "word/document.xml",
            xml ->
                "<!DOCTYPE x [<!ENTITY e SYSTEM \""
                    + secret.toUri()
                    + "\">]>"
                    + xml.replaceFirst("<\\?xml[^>]*\\?>", "").replace("THÔNG BÁO", "&e;"));
    try {
      assertThat(texts.read("a.docx", hostile).text()).doesNotContain("CHIA-KHOA-MAU");
    } catch (Refusal e) {
      assertThat(e.code()).isEqualTo(ExchangeRefusal.BROKEN);
    }
  }

  @Test
  void refusesAPdfOfPicturesWhenNothingRecognises() {
    refuses(ExchangeRefusal.NEEDS_RECOGNITION, Documents.scannedPdf("THÔNG BÁO"));
  }

  @Test
  void takesTheWordsARecogniserFinds() throws IOException {
    DocumentTexts with = DocumentTexts.with(ExchangeLimits.STANDARD, program("echo 'THÔNG BÁO'"));

    ExtractedText read = with.read("quet.pdf", Documents.scannedPdf("x"));

    assertThat(read.text()).isEqualTo("THÔNG BÁO\n");
    assertThat(read.notes()).extracting(Problem::key).containsExactly("exchange.note.recognised");
  }

  @Test
  void stopsARecogniserThatTakesTooLong() throws IOException {
    ExchangeLimits standard = ExchangeLimits.STANDARD;
    ExchangeLimits hasty =
        new ExchangeLimits(
            standard.fileBytes(),
            standard.textCharacters(),
            standard.archiveEntries(),
            standard.unpackedBytes(),
            standard.pdfPages(),
            standard.recognisedPages(),
            Duration.ofMillis(300),
            standard.sheetRows(),
            standard.sheetColumns(),
            standard.findings());
    DocumentTexts with = DocumentTexts.with(hasty, program("exec sleep 30"));

    assertThatThrownBy(() -> with.read("quet.pdf", Documents.scannedPdf("x")))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeRefusal.RECOGNITION_TOO_LONG));
  }

  @Test
  void saysWhichFileIsMissingOrNoFile() {
    assertThatThrownBy(() -> texts.read(folder.resolve("khong-co.txt")))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo(ExchangeRefusal.MISSING));
    assertThatThrownBy(() -> texts.read(folder))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo(ExchangeRefusal.UNREADABLE_FILE));
  }

  @Test
  void readsAFileFromTheDisk() throws IOException {
    Path file = Files.writeString(folder.resolve("tb.txt"), NOTICE);
    assertThat(texts.read(file).text()).isEqualTo(NOTICE);
  }

  // Answers like Tesseract: lists its languages, else does what is given.
  private Recognition program(String body) throws IOException {
    String script =
        "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo vie; exit; fi\n" + body + "\n";
    Path program = Files.writeString(folder.resolve("tesseract"), script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Recognition.with(program);
  }

  private void refuses(ExchangeRefusal code, byte[] file) {
    assertThatThrownBy(() -> texts.read("tep", new ByteArrayInputStream(file)))
        .isInstanceOfSatisfying(
            Refusal.class,
            e ->
                assertThat(List.of(e.code(), e.problems().getFirst().arguments().getFirst()))
                    .isEqualTo(List.of(code, "tep")));
  }

  private Problem refused(byte[] file) {
    try {
      throw new AssertionError(texts.read("tep", file).text());
    } catch (Refusal e) {
      assertThat(e.code()).isEqualTo(ExchangeRefusal.WRONG_KIND);
      return e.problems().getFirst();
    }
  }
}
