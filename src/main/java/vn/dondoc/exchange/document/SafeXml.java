package vn.dondoc.exchange.document;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML read as a stream that knows no document type, so no entity reaches another file. */
public final class SafeXml {
  private static final XMLInputFactory FACTORY = factory();

  private SafeXml() {}

  /** A reader that stands before the document. */
  public static XMLStreamReader open(InputStream in) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(in);
  }

  /** Goes on to the next element within the current one; false at the current one's end. */
  static boolean nextChild(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
    }
    return false;
  }

  /** From an element's start to its end, whatever is inside. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    int open = 1;
    while (open > 0 && xml.hasNext()) {
      int event = xml.next();
      open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /** The attribute {@code val}, in which Word keeps nearly everything. */
  static @Nullable String val(XMLStreamReader xml) {
    return xml.getAttributeValue(null, "val");
  }

  /** A whole number in an attribute, or what to take when there is none. */
  static int number(@Nullable String value, int otherwise) {
    return value == null || !value.matches("-?\\d{1,9}") ? otherwise : Integer.parseInt(value);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Without a document type there is nothing to expand, yet "&amp;" and its like are counted: a
    // long list would be called broken. The archive's own limit on unpacked bytes holds instead.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return factory;
  }
}
