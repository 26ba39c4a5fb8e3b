package vn.dondoc.exchange;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Real files of every kind, made for tests; the notice in them is of our own making. */
final class Documents {
  static final List<String> LEFT = List.of("UBND TỈNH MẪU", "Số: 45/TB-UBND");
  static final List<String> RIGHT =
      List.of(
          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
          "Độc lập - Tự do - Hạnh phúc",
          "Tỉnh Mẫu, ngày 14 tháng 8 năm 2020");
  static final String TASK =
      "Giao Sở Kế hoạch và Đầu tư mẫu chủ trì, phối hợp với Sở Tài chính mẫu rà soát tiến độ giải"
          + " ngân của từng dự án, báo cáo Ủy ban nhân dân tỉnh kết quả trước ngày 25/9/2020.";

  private Documents() {}

  /** A notice with head, numbered items, a data table and a signature. */
  static byte[] docx() {
    return docx(word -> {
      columns(word, LEFT, RIGHT);
      word.createParagraph().createRun().setText("THÔNG BÁO");
      BigInteger list = list(word);
      numbered(word, list, 0, "Đánh giá chung");
      numbered(word, list, 1, "Kết quả đạt được");
      numbered(word, list, 1, "Hạn chế");
      numbered(word, list, 0, "Nhiệm vụ");
      numbered(word, list, 1, TASK);
      table(word);
      columns(
          word,
          List.of("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
          List.of("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Nguyễn Văn Mẫu"));
    });
  }

  /** The same notice as an office program saves it for Word 97. */
  static byte[] doc() throws IOException {
    try (InputStream in = Documents.class.getResourceAsStream("/exchange/thong-bao-mau.doc")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  static byte[] docx(Consumer<XWPFDocument> content) {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.accept(word);
      word.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encryptedDocx() throws Exception {
    // The folder POI would share with every user of the machine may belong to another of them.
    TempFile.setTempFileCreationStrategy(
        new DefaultTempFileCreationStrategy(Files.createTempDirectory("dondoc-poi").toFile()));
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
      Encryptor encryptor = info.getEncryptor();
      encryptor.confirmPassword("mat khau");
      try (OPCPackage open = OPCPackage.open(new ByteArrayInputStream(docx()));
          var stream = encryptor.getDataStream(files)) {
        open.save(stream);
      }
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** Two pages: a head in two columns, a paragraph broken over lines, page numbers. */
  static byte[] pdf() {
    return pdf((pdf, font) -> {
      try (PDPageContentStream page = page(pdf)) {
        show(page, font, 95, 780, LEFT.get(0));
        show(page, font, 290, 782, RIGHT.get(0));
        show(page, font, 320, 764, RIGHT.get(1));
        show(page, font, 95, 752, LEFT.get(1));
        show(page, font, 310, 740, RIGHT.get(2));
        show(page, font, 260, 700, "THÔNG BÁO");
        show(page, font, 80, 680, "1. Nhiệm vụ");
        paragraph(page, font, 660, TASK);
        show(page, font, 295, 30, "1");
      }
      try (PDPageContentStream page = page(pdf)) {
        show(page, font, 290, 815, "- 2 -");
        paragraph(page, font, 780, "a) " + TASK);
        show(page, font, 60, 600, "Nơi nhận:");
        show(page, font, 350, 600, "TL. CHỦ TỊCH");
        show(page, font, 60, 585, "- Như trên;");
        show(page, font, 350, 585, "CHÁNH VĂN PHÒNG");
        show(page, font, 60, 570, "- Lưu: VT.");
        show(page, font, 350, 540, "Nguyễn Văn Mẫu");
      }
    });
  }

  /** What draws the pages of a PDF. */
  interface Drawing {
    void draw(PDDocument pdf, PDFont font) throws IOException;
  }

  static byte[] pdf(Drawing drawing) {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream font =
            PDFont.class.getResourceAsStream(
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      drawing.draw(pdf, PDType0Font.load(pdf, Objects.requireNonNull(font)));
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encryptedPdf() {
    return pdf((pdf, font) -> {
      try (PDPageContentStream page = page(pdf)) {
        show(page, font, 60, 700, TASK.substring(0, 40));
      }
      pdf.protect(new StandardProtectionPolicy("chu", "khoa", new AccessPermission()));
    });
  }

  /** One page that is a picture of these lines. */
  static byte[] scannedPdf(String... lines) {
    return pdf((pdf, font) -> {
      BufferedImage image = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D pen = image.createGraphics();
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, image.getWidth(), image.getHeight());
      pen.setColor(Color.BLACK);
      pen.setFont(new java.awt.Font("Liberation Serif", java.awt.Font.PLAIN, 40));
      for (int i = 0; i < lines.length; i++) {
        pen.drawString(lines[i], 150, 250 + 70 * i);
      }
      pen.dispose();
      PDPage page = new PDPage(PDRectangle.A4);
      pdf.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(pdf, page)) {
        stream.drawImage(LosslessFactory.createFromImage(pdf, image), 0, 0, 595, 842);
      }
    });
  }

  static PDPageContentStream page(PDDocument pdf) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    return new PDPageContentStream(pdf, page);
  }

  static void show(PDPageContentStream page, PDFont font, float x, float y, String text)
      throws IOException {
    page.beginText();
    page.setFont(font, 12);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  private static void paragraph(PDPageContentStream page, PDFont font, float y, String text)
      throws IOException {
    float at = y;
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (font.getStringWidth(line + " " + word) / 1000 * 12 > 470) {
        show(page, font, 60, at, line.toString());
        at -= 16;
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    show(page, font, 60, at, line.toString());
  }

  private static void columns(XWPFDocument word, List<String> left, List<String> right) {
    XWPFTable table = word.createTable(1, 2);
    fill(table.getRow(0).getCell(0), left);
    fill(table.getRow(0).getCell(1), right);
  }

  private static void fill(XWPFTableCell cell, List<String> lines) {
    cell.getParagraphs().getFirst().createRun().setText(lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      cell.addParagraph().createRun().setText(line);
    }
  }

  private static void table(XWPFDocument word) {
    XWPFTable table = word.createTable(2, 3);
    String[][] cells = {{"STT", "Dự án", "Tỷ lệ"}, {"1", "Dự án mẫu 03", "41,8%"}};
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        table.getRow(row).getCell(column).setText(cells[row][column]);
      }
    }
  }

  private static BigInteger list(XWPFDocument word) {
    CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
    kind.setAbstractNumId(BigInteger.ONE);
    level(kind, 0, STNumberFormat.DECIMAL, "%1.");
    level(kind, 1, STNumberFormat.LOWER_LETTER, "%2)");
    var numbering = word.createNumbering();
    return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
  }

  private static void level(CTAbstractNum kind, int at, STNumberFormat.Enum format, String text) {
    CTLvl level = kind.addNewLvl();
    level.setIlvl(BigInteger.valueOf(at));
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(format);
    level.addNewLvlText().setVal(text);
  }

  private static void numbered(XWPFDocument word, BigInteger list, int level, String text) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setNumID(list);
    paragraph.setNumILvl(BigInteger.valueOf(level));
    paragraph.createRun().setText(text);
  }
}
