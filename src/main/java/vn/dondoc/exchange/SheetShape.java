package vn.dondoc.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.document.Archive;
import vn.dondoc.exchange.document.SafeXml;

/**
 * What a sheet's part says besides its values: how many rows and columns, and which ranges are
 * merged. Looked at first, because a single cell that claims column ZZZZZZ1 would fill the memory.
 *
 * @param rows rows present
 * @param columns the rightmost column any cell claims, or the most cells in a row
 * @param merged ranges, "A1:C1"
 */
record SheetShape(int rows, int columns, List<String> merged) {
  private static final int MOST_LETTERS = 4;

  SheetShape {
    merged = List.copyOf(merged);
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

  private static @Nullable SheetShape read(InputStream in) throws XMLStreamException {
    XMLStreamReader xml = SafeXml.open(in);
    int rows = 0;
    int columns = 0;
    int inRow = 0;
    boolean root = true;
    List<String> merged = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String element = xml.getLocalName();
      if (root && !element.equals("worksheet")) {
        return null;
      }
      root = false;
      switch (element) {
        case "row" -> {
          rows++;
          inRow = 0;
        }
        case "c" -> {
          inRow++;
          columns = Math.max(columns, Math.max(inRow, column(xml.getAttributeValue(null, "r"))));
        }
        case "mergeCell" -> merged.add(xml.getAttributeValue(null, "ref"));
        default -> {}
      }
    }
    return new SheetShape(rows, columns, merged);
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
