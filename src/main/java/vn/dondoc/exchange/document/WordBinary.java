package vn.dondoc.exchange.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.converter.AbstractWordUtils.NumberingState;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import vn.dondoc.exchange.ExchangeRefusal;

/** Chữ của tệp doc (Word 97 to 2003). */
final class WordBinary {
  private final NumberingState numbering = new NumberingState();

  private WordBinary() {}

  static void write(String file, byte[] bytes, Lines lines) {
    try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(bytes))) {
      for (Block block : TypedColumns.apart(new WordBinary().blocks(document.getRange()))) {
        block.writeTo(lines);
      }
    } catch (EncryptedDocumentException e) {
      throw ExchangeRefusal.ENCRYPTED.of(file);
    } catch (OldWordFileFormatException e) {
      throw ExchangeRefusal.WRONG_KIND.of(file, "Word 6/95");
    } catch (IOException e) {
      throw ExchangeRefusal.BROKEN.of(file);
    }
  }

  private List<Block> blocks(Range range) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < range.numParagraphs(); ) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable()) {
        Table table = range.getTable(paragraph);
        blocks.add(table(table));
        i += Math.max(1, table.numParagraphs());
      } else {
        blocks.add(new Block.Paragraph(labelled(paragraph)));
        i++;
      }
    }
    return blocks;
  }

  private Block.Table table(Table table) {
    List<List<List<Block>>> rows = new ArrayList<>();
    for (int i = 0; i < table.numRows(); i++) {
      TableRow row = table.getRow(i);
      List<List<Block>> cells = new ArrayList<>();
      for (int j = 0; j < row.numCells(); j++) {
        cells.add(cell(row.getCell(j)));
      }
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    return new Block.Table(rows);
  }

  private List<Block> cell(TableCell cell) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < cell.numParagraphs(); i++) {
      blocks.add(new Block.Paragraph(labelled(cell.getParagraph(i))));
    }
    return blocks;
  }

  private String labelled(Paragraph paragraph) {
    String label = "";
    if (paragraph.isInList()) {
      label =
          AbstractWordUtils.getBulletText(
                  numbering, paragraph.getList(), (char) paragraph.getIlvl())
              .strip();
    }
    String text = text(paragraph);
    if (label.isEmpty() || text.isBlank()) {
      return text;
    }
    // Bullets are drawn from symbol fonts; whatever they look like, they read as a dash.
    boolean drawn = label.chars().noneMatch(Character::isLetterOrDigit);
    return (drawn && !label.matches("[-–—+*•]") ? "-" : label) + " " + text;
  }

  private static String text(Paragraph paragraph) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      if (!run.isMarkedDeleted() && !run.isVanished()) {
        text.append(run.text());
      }
    }
    return WordExtractor.stripFields(text.toString())
        .replace('\u000b', '\n')
        .replace('\f', '\n')
        .replace('\u001e', '-')
        .replaceAll("[\\u0000-\\u0008\\u000d-\\u001f]", "")
        .stripTrailing();
  }
}
