package vn.dondoc.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * Văn bản hành chính: a paper in the form of NĐ 30/2020/NĐ-CP as DOCX, with the number, the day and
 * the signature left for people to fill in.
 *
 * <p>The paper is Vietnamese whatever language its reader uses.
 */
public final class OfficialPaper {
  private static final String FONT = "Times New Roman";
  private static final double MM = 1440 / 25.4;

  // Width between the margins: 210 mm less 30 mm at the left and 20 mm at the right.
  private static final int WIDTH = twips(160);

  private static final int LYING = twips(257);

  private final XWPFDocument document = new XWPFDocument();
  private int width = WIDTH;
  private int size = 12;

  private OfficialPaper() {}

  /**
   * Phần đầu văn bản.
   *
   * @param superior cơ quan chủ quản, in capitals
   * @param issuer cơ quan ban hành, in capitals
   * @param number số, ký hiệu with the number left blank
   * @param dated địa danh and the day left blank
   * @param kind tên loại, in capitals
   * @param subject trích yếu
   */
  public record Head(
      String superior, String issuer, String number, String dated, String kind, String subject) {}

  /** A paper with its letterhead, on A4. */
  public static OfficialPaper with(Head head) {
    OfficialPaper paper = new OfficialPaper();
    paper.page();
    paper.letterhead(head);
    paper.line(paper.document.createParagraph(), head.kind(), 14, true).setSpacingBefore(240);
    paper.line(paper.document.createParagraph(), head.subject(), 14, true).setSpacingAfter(200);
    return paper;
  }

  /** A paragraph of the body. */
  public OfficialPaper paragraph(String words) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(twips(10));
    paragraph.setSpacingAfter(120);
    run(paragraph, words, 14);
    return this;
  }

  /** A numbered heading of the body. */
  public OfficialPaper heading(String words) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setIndentationFirstLine(twips(10));
    paragraph.setSpacingBefore(120);
    paragraph.setSpacingAfter(120);
    paragraph.setKeepNext(true);
    run(paragraph, words, 14).setBold(true);
    return this;
  }

  /**
   * A table that repeats its head on every page.
   *
   * @param widths share of each column
   * @param head words of the head
   * @param rows words of the cells; a cell that is only a figure stands at the right
   */
  public OfficialPaper table(List<Integer> widths, List<String> head, List<List<String>> rows) {
    XWPFTable table = document.createTable(rows.size() + 1, head.size());
    table.setWidth(width);
    table.setWidthType(TableWidthType.DXA);
    int sum = widths.stream().mapToInt(Integer::intValue).sum();
    fill(table.getRow(0), head, widths, sum);
    table.getRow(0).setRepeatHeader(true);
    for (XWPFTableCell cell : table.getRow(0).getTableCells()) {
      cell.getParagraphs().getFirst().setAlignment(ParagraphAlignment.CENTER);
      cell.getParagraphs().getFirst().getRuns().forEach(run -> run.setBold(true));
    }
    for (int n = 0; n < rows.size(); n++) {
      fill(table.getRow(n + 1), rows.get(n), widths, sum);
      table.getRow(n + 1).setCantSplitRow(true);
    }
    document.createParagraph().setSpacingAfter(0);
    return this;
  }

  private void fill(XWPFTableRow row, List<String> cells, List<Integer> widths, int sum) {
    for (int n = 0; n < cells.size(); n++) {
      XWPFTableCell cell = row.getCell(n);
      cell.setWidthType(TableWidthType.DXA);
      cell.setWidth(Integer.toString(width * widths.get(n) / sum));
      XWPFParagraph paragraph = cell.getParagraphs().getFirst();
      paragraph.setSpacingAfter(0);
      boolean figure = cells.get(n).matches("[\\d.,–-]+");
      paragraph.setAlignment(figure ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
      run(paragraph, cells.get(n), size);
    }
  }

  /** What follows begins on a page of its own. */
  public OfficialPaper pageBreak() {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingAfter(0);
    paragraph.createRun().addBreak(BreakType.PAGE);
    return this;
  }

  /** What follows stands on pages of their own that lie across, for tables of many columns. */
  public OfficialPaper landscape() {
    CTSectPr last = document.getDocument().getBody().getSectPr();
    XWPFParagraph end = document.createParagraph();
    end.setSpacingAfter(0);
    end.getCTP().getPPr().addNewSectPr().set(last);
    last.getPgSz().setW(BigInteger.valueOf(twips(297)));
    last.getPgSz().setH(BigInteger.valueOf(twips(210)));
    last.getPgSz().setOrient(STPageOrientation.LANDSCAPE);
    last.getPgMar().setLeft(BigInteger.valueOf(twips(20)));
    last.unsetTitlePg();
    width = LYING;
    size = 10;
    return this;
  }

  /** Nơi nhận at the left, the signature block at the right. */
  public OfficialPaper closing(String recipientsTitle, List<String> recipients, String signer) {
    XWPFTable table = borderless(List.of(50, 50));
    XWPFTableCell left = table.getRow(0).getCell(0);
    XWPFRun title = run(left.getParagraphs().getFirst(), recipientsTitle, 12);
    title.setBold(true);
    title.setItalic(true);
    for (String recipient : recipients) {
      XWPFParagraph paragraph = left.addParagraph();
      paragraph.setSpacingAfter(0);
      run(paragraph, recipient, 11);
    }
    XWPFTableCell right = table.getRow(0).getCell(1);
    line(right.getParagraphs().getFirst(), signer, 14, true).setSpacingAfter(1600);
    return this;
  }

  /** Writes the paper; the stream is not closed. */
  public void write(OutputStream out) throws IOException {
    document.write(out);
    document.close();
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    section.addNewPgSz().setW(BigInteger.valueOf(twips(210)));
    section.getPgSz().setH(BigInteger.valueOf(twips(297)));
    var margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(twips(20)));
    margins.setBottom(BigInteger.valueOf(twips(20)));
    margins.setLeft(BigInteger.valueOf(twips(30)));
    margins.setRight(BigInteger.valueOf(twips(20)));
    margins.setHeader(BigInteger.valueOf(twips(10)));
    margins.setFooter(BigInteger.valueOf(twips(10)));
    // The page's number stands at the top in the middle, and not on the first page.
    section.addNewTitlePg();
    document.createHeader(HeaderFooterType.FIRST);
    XWPFHeader header = document.createHeader(HeaderFooterType.DEFAULT);
    XWPFParagraph number =
        header.getParagraphs().isEmpty()
            ? header.createParagraph()
            : header.getParagraphs().getFirst();
    number.setAlignment(ParagraphAlignment.CENTER);
    run(number, "", 14).getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    run(number, "", 14).getCTR().addNewInstrText().setStringValue("PAGE");
    run(number, "", 14).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
  }

  private void letterhead(Head head) {
    XWPFTable table = borderless(List.of(42, 58));
    XWPFTableCell left = table.getRow(0).getCell(0);
    line(left.getParagraphs().getFirst(), head.superior(), 12, false);
    line(left.addParagraph(), head.issuer(), 12, true);
    line(left.addParagraph(), "_______", 8, false);
    line(left.addParagraph(), head.number(), 13, false);
    XWPFTableCell right = table.getRow(0).getCell(1);
    line(right.getParagraphs().getFirst(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true);
    line(right.addParagraph(), "Độc lập - Tự do - Hạnh phúc", 13, true);
    line(right.addParagraph(), "______________________", 8, false);
    XWPFParagraph dated = line(right.addParagraph(), head.dated(), 13, false);
    dated.getRuns().getFirst().setItalic(true);
  }

  private XWPFTable borderless(List<Integer> widths) {
    XWPFTable table = document.createTable(1, widths.size());
    table.removeBorders();
    table.setWidth(WIDTH);
    table.setWidthType(TableWidthType.DXA);
    for (int n = 0; n < widths.size(); n++) {
      XWPFTableCell cell = table.getRow(0).getCell(n);
      cell.setWidthType(TableWidthType.DXA);
      cell.setWidth(Integer.toString(WIDTH * widths.get(n) / 100));
    }
    return table;
  }

  private XWPFParagraph line(XWPFParagraph paragraph, String words, int size, boolean bold) {
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setSpacingAfter(0);
    run(paragraph, words, size).setBold(bold);
    return paragraph;
  }

  private static XWPFRun run(XWPFParagraph paragraph, String words, int size) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(FONT);
    run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
    run.setFontSize(size);
    run.setText(words);
    return run;
  }

  private static int twips(double millimetres) {
    return (int) Math.round(millimetres * MM);
  }
}
