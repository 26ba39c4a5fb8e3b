package vn.dondoc.exchange.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.dondoc.exchange.ExchangeRefusal;
import vn.dondoc.exchange.document.Block.Paragraph;
import vn.dondoc.exchange.document.Block.Table;

/**
 * Chữ của tệp docx, read from its main part as a stream: as it stands after all tracked changes are
 * accepted, hidden text, field codes, headers and footers left out.
 */
final class WordXml {
  private static final String MAIN = "word/document.xml";
  private static final int DEEPEST = 300;
  private static final int DEEPEST_TABLE = 8;
  private static final Set<String> HOLDS_BLOCKS =
      Set.of("sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice");
  private static final Set<String> LEFT_OUT =
      Set.of(
          "del",
          "moveFrom",
          "Fallback",
          "instrText",
          "delText",
          "delInstrText",
          "sdtPr",
          "footnoteReference",
          "endnoteReference",
          "commentReference",
          "docPr",
          "binData");

  private final Archive archive;
  private final String file;
  private int depth;
  private int tables;

  WordXml(Archive archive, String file) {
    this.archive = archive;
    this.file = file;
  }

  void writeTo(Lines lines) {
    String main = archive.names().stream().filter(MAIN::equalsIgnoreCase).findFirst().orElse(MAIN);
    try (InputStream in = archive.open(main)) {
      WordNumbering numbering = WordNumbering.of(archive);
      XMLStreamReader xml = SafeXml.open(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("body")) {
          for (Block block : TypedColumns.apart(blocks(xml, numbering))) {
            block.writeTo(lines);
          }
        }
      }
    } catch (XMLStreamException | IOException e) {
      throw ExchangeRefusal.BROKEN.of(file);
    }
  }

  private List<Block> blocks(XMLStreamReader xml, WordNumbering numbering)
      throws XMLStreamException {
    enter();
    List<Block> blocks = new ArrayList<>();
    while (SafeXml.nextChild(xml)) {
      String name = xml.getLocalName();
      if (name.equals("p")) {
        blocks.addAll(paragraph(xml, numbering));
      } else if (name.equals("tbl")) {
        blocks.add(table(xml, numbering));
      } else if (HOLDS_BLOCKS.contains(name)) {
        blocks.addAll(blocks(xml, numbering));
      } else {
        SafeXml.skip(xml);
      }
    }
    depth--;
    return blocks;
  }

  private Table table(XMLStreamReader xml, WordNumbering numbering) throws XMLStreamException {
    if (++tables > DEEPEST_TABLE) {
      throw ExchangeRefusal.BROKEN.of(file);
    }
    List<List<List<Block>>> rows = new ArrayList<>();
    rows(xml, numbering, rows);
    tables--;
    return new Table(rows);
  }

  private void rows(XMLStreamReader xml, WordNumbering numbering, List<List<List<Block>>> rows)
      throws XMLStreamException {
    enter();
    while (SafeXml.nextChild(xml)) {
      String name = xml.getLocalName();
      if (name.equals("tr")) {
        List<List<Block>> cells = new ArrayList<>();
        cells(xml, numbering, cells);
        if (!cells.isEmpty()) {
          rows.add(cells);
        }
      } else if (HOLDS_BLOCKS.contains(name)) {
        rows(xml, numbering, rows);
      } else {
        SafeXml.skip(xml);
      }
    }
    depth--;
  }

  private void cells(XMLStreamReader xml, WordNumbering numbering, List<List<Block>> cells)
      throws XMLStreamException {
    enter();
    while (SafeXml.nextChild(xml)) {
      String name = xml.getLocalName();
      if (name.equals("tc")) {
        cells.add(blocks(xml, numbering));
      } else if (HOLDS_BLOCKS.contains(name)) {
        cells(xml, numbering, cells);
      } else {
        SafeXml.skip(xml);
      }
    }
    depth--;
  }

  private List<Block> paragraph(XMLStreamReader xml, WordNumbering numbering)
      throws XMLStreamException {
    Inline inline = new Inline(numbering);
    inline.read(xml);
    String text = inline.text.toString();
    String label = numbering.next(inline.mark.style, inline.mark.list, inline.mark.level);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(label.isEmpty() || text.isBlank() ? text : label + " " + text));
    blocks.addAll(inline.boxes);
    return blocks;
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw ExchangeRefusal.BROKEN.of(file);
    }
  }

  /** What stands inside one paragraph: its words, its mark, the text boxes hung on it. */
  private final class Inline {
    private final WordNumbering numbering;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> boxes = new ArrayList<>();
    private final WordNumbering.ParagraphMark mark = new WordNumbering.ParagraphMark();
    private boolean hidden;

    Inline(WordNumbering numbering) {
      this.numbering = numbering;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
      enter();
      while (SafeXml.nextChild(xml)) {
        String name = xml.getLocalName();
        switch (name) {
          case "t" -> text.append(xml.getElementText());
          case "pPr" -> mark.read(xml);
          case "rPr" -> hidden = isHidden(xml);
          case "r" -> run(xml);
          case "txbxContent" -> boxes.addAll(blocks(xml, numbering));
          case "tab", "ptab" -> single(xml, "\t");
          case "br", "cr" -> single(xml, "\n");
          case "noBreakHyphen" -> single(xml, "-");
          default -> {
            if (LEFT_OUT.contains(name)) {
              SafeXml.skip(xml);
            } else {
              read(xml);
            }
          }
        }
      }
      depth--;
    }

    private void run(XMLStreamReader xml) throws XMLStreamException {
      boolean outside = hidden;
      int before = text.length();
      hidden = false;
      read(xml);
      if (hidden) {
        text.setLength(before);
      }
      hidden = outside;
    }

    private static boolean isHidden(XMLStreamReader xml) throws XMLStreamException {
      boolean hidden = false;
      while (SafeXml.nextChild(xml)) {
        if (xml.getLocalName().equals("vanish")) {
          String value = SafeXml.val(xml);
          hidden = value == null || !Set.of("0", "false", "off").contains(value);
        }
        SafeXml.skip(xml);
      }
      return hidden;
    }

    private void single(XMLStreamReader xml, String shown) throws XMLStreamException {
      text.append(shown);
      SafeXml.skip(xml);
    }
  }
}
