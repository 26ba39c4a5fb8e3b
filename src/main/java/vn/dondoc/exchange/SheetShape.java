package vn.dondoc.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.document.Archive;
import vn.dondoc.exchange.document.SafeXml;

/**
 * What a sheet's part says besides its values: how many rows and columns, which ranges are merged,
 * which formulas stand without a value. Looked at first, because a single cell that claims column
 * ZZZZZZ1 would fill the memory.
 *
 * @param rows rows present
 * @param last number of the last of them
 * @param columns the rightmost column any cell claims, or the most cells in a row
 * @param merged ranges, "A1:C1"
 * @param uncomputed cells with a formula whose value was never saved, "F7"; a formula that came to
 *     an empty text is none of them
 */
record SheetShape(int rows, int last, int columns, List<String> merged, Set<String> uncomputed) {
  private static final int MOST_LETTERS = 4;

  SheetShape {
    merged = List.copyOf(merged);
    uncomputed = Set.copyOf(uncomputed);
  }

  /** Shapes of every worksheet part, by the part's name. */
  static Map<String, SheetShape> of(Archive archive) throws IOException, XMLStreamException {
    Map<String, SheetShape> shapes = new HashMap<>();
    for (String name : archive.names()) {
      if (name.endsWith(".xml")) {
        try (InputStream in = archive.open(name)) {
          SheetShape shape = read(in);
          if (shape != null) {
            shapes.put(name, shape);
          }
        }
      }
    }
    return shapes;
  }

  /** Part name by relation id, from the workbook's relations. */
  static Map<String, String> parts(Archive archive) throws IOException, XMLStreamException {
    Map<String, String> parts = new HashMap<>();
    for (String name : archive.names()) {
      if (name.endsWith("workbook.xml.rels")) {
        String folder = name.replaceFirst("_rels/[^/]*$", "");
        try (InputStream in = archive.open(name)) {
          XMLStreamReader xml = SafeXml.open(in);
          while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
              String id = xml.getAttributeValue(null, "Id");
              String target = xml.getAttributeValue(null, "Target");
              if (id != null && target != null) {
                parts.put(id, target.startsWith("/") ? target.substring(1) : folder + target);
              }
            }
          }
        }
      }
    }
    return parts;
  }

  /** Names of the sheets by their parts, as people see them. */
  static Map<String, String> names(Archive archive) throws IOException, XMLStreamException {
    Map<String, String> parts = parts(archive);
    Map<String, String> names = new HashMap<>();
    for (String name : archive.names()) {
      if (name.endsWith("workbook.xml")) {
        try (InputStream in = archive.open(name)) {
          XMLStreamReader xml = SafeXml.open(in);
          while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals("sheet")) {
              String part = parts.get(xml.getAttributeValue(null, "id"));
              String title = xml.getAttributeValue(null, "name");
              if (part != null && title != null) {
                names.put(part, title);
              }
            }
          }
        }
      }
    }
    return names;
  }

  private static @Nullable SheetShape read(InputStream in) throws XMLStreamException {
    XMLStreamReader xml = SafeXml.open(in);
    Scan scan = new Scan();
    boolean root = true;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (root && !xml.getLocalName().equals("worksheet")) {
            return null;
          }
          root = false;
          scan.start(xml);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> scan.text(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> scan.end(xml.getLocalName());
        default -> {}
      }
    }
    return new SheetShape(scan.rows, scan.last, scan.columns, scan.merged, scan.uncomputed);
  }

  /** What was seen of a sheet so far. */
  private static final class Scan {
    private final List<String> merged = new ArrayList<>();
    private final Set<String> uncomputed = new HashSet<>();
    private int rows;
    private int last;
    private int columns;
    private int inRow;
    private @Nullable String cell;
    private boolean formula;
    private boolean inValue;
    private boolean valued;

    void start(XMLStreamReader xml) {
      switch (xml.getLocalName()) {
        case "row" -> {
          rows++;
          last = number(xml.getAttributeValue(null, "r"));
          inRow = 0;
        }
        case "c" -> {
          inRow++;
          cell = xml.getAttributeValue(null, "r");
          columns = Math.max(columns, Math.max(inRow, column(cell)));
          formula = false;
          // Such a cell holds a text, which may be an empty one.
          valued = "str".equals(xml.getAttributeValue(null, "t"));
        }
        case "f" -> formula = true;
        case "v" -> inValue = true;
        case "mergeCell" -> merged.add(xml.getAttributeValue(null, "ref"));
        default -> {}
      }
    }

    /** Rows of some programs carry no number: each is the one after the last. */
    private int number(@Nullable String number) {
      return number != null && number.matches("\\d{1,7}") ? Integer.parseInt(number) : last + 1;
    }

    void text(String text) {
      valued |= inValue && !text.isEmpty();
    }

    void end(String element) {
      if (element.equals("v")) {
        inValue = false;
      } else if (element.equals("c") && formula && !valued && cell != null) {
        uncomputed.add(cell);
      }
    }
  }

  /** Column of an address, from 1; the largest number when it is beyond any sheet. */
  static int column(@Nullable String address) {
    int column = 0;
    int letters = 0;
    while (address != null
        && letters < address.length()
        && Character.isLetter(address.charAt(letters))) {
      if (++letters >= MOST_LETTERS) {
        return Integer.MAX_VALUE;
      }
      column = column * 26 + Character.toUpperCase(address.charAt(letters - 1)) - 'A' + 1;
    }
    return column;
  }
}
