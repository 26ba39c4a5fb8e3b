package vn.dondoc.exchange.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Chữ của trang web: its blocks as lines, without what surrounds the document on its page. */
final class WebText {
  private static final String FURNITURE =
      "script, style, noscript, template, nav, aside, form, button, select, svg, iframe, object,"
          + " [hidden], [aria-hidden=true], [style*=display:none], [style*=display: none]";
  private static final String PAGE_FRAME =
      "body > header, body > footer, [role=banner], [role=contentinfo]";
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "blockquote",
          "pre",
          "figure",
          "figcaption",
          "header",
          "footer",
          "address",
          "center",
          "fieldset",
          "tr",
          "td",
          "th",
          "caption",
          "thead",
          "tbody",
          "tfoot");
  private static final int DEEPEST = 400;
  private static final int DEEPEST_TABLE = 8;
  private static final double MOST_OF_IT = 0.5;

  private final StringBuilder line = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private int depth;
  private int tables;

  private WebText() {}

  static void write(byte[] bytes, Encodings.Decoded decoded, Lines lines) {
    Element content = content(parse(bytes, decoded));
    WebText text = new WebText();
    text.children(content);
    text.endLine();
    text.blocks.forEach(block -> block.writeTo(lines));
  }

  // A page in UTF-8 or UTF-16 was decoded already; an older one says itself what it is in.
  private static Document parse(byte[] bytes, Encodings.Decoded decoded) {
    if (decoded.legacy() == null) {
      return Jsoup.parse(decoded.text());
    }
    try {
      return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Element content(Document page) {
    page.select(FURNITURE).remove();
    Element body = page.body();
    int all = body.text().length();
    int frame = page.select(PAGE_FRAME).text().length();
    if (frame < all * MOST_OF_IT) {
      page.select(PAGE_FRAME).remove();
    }
    Element main = page.selectFirst("main, article, [role=main]");
    boolean holdsMost = main != null && main.text().length() >= body.text().length() * MOST_OF_IT;
    return main != null && holdsMost ? main : body;
  }

  private void children(Node parent) {
    if (++depth > DEEPEST) {
      line.append(parent instanceof Element element ? element.text() : "");
      depth--;
      return;
    }
    int items = parent instanceof Element list ? SafeXml.number(list.attr("start"), 1) : 1;
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode text) {
        append(text);
      } else if (child instanceof Element element) {
        element(element, element.normalName().equals("li") ? items++ : items);
      }
    }
    depth--;
  }

  private void append(TextNode text) {
    boolean kept = text.parent() instanceof Element parent && parent.closest("pre") != null;
    String words =
        kept ? text.getWholeText() : text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
    boolean atStart = line.isEmpty() || line.charAt(line.length() - 1) == '\n';
    line.append(atStart && !kept ? words.stripLeading() : words);
  }

  private void element(Element element, int item) {
    String tag = element.normalName();
    if (tag.equals("br")) {
      line.append('\n');
    } else if (tag.equals("table") && tables < DEEPEST_TABLE) {
      endLine();
      blocks.add(table(element));
    } else if (BLOCKS.contains(tag)) {
      endLine();
      line.append(tag.equals("li") ? marker(element, item) : "");
      children(element);
      endLine();
    } else {
      children(element);
    }
  }

  private static String marker(Element item, int number) {
    Element list = item.parent();
    if (list == null || !list.normalName().equals("ol")) {
      return "- ";
    }
    String format =
        switch (list.attr("type")) {
          case "a" -> "lowerLetter";
          case "A" -> "upperLetter";
          case "i" -> "lowerRoman";
          case "I" -> "upperRoman";
          default -> "decimal";
        };
    return NumberText.of(number, format) + (format.equals("lowerLetter") ? ") " : ". ");
  }

  private Block.Table table(Element table) {
    List<List<List<Block>>> rows = new ArrayList<>();
    for (Element part : table.children()) {
      List<Element> lines = part.normalName().equals("tr") ? List.of(part) : part.children();
      for (Element line : lines) {
        List<List<Block>> cells = line.normalName().equals("tr") ? cells(line) : List.of();
        if (!cells.isEmpty()) {
          rows.add(cells);
        }
      }
    }
    return new Block.Table(rows);
  }

  private List<List<Block>> cells(Element row) {
    List<List<Block>> cells = new ArrayList<>();
    for (Element cell : row.children()) {
      WebText inside = new WebText();
      inside.depth = depth;
      inside.tables = tables + 1;
      inside.children(cell);
      inside.endLine();
      cells.add(inside.blocks);
    }
    return cells;
  }

  private void endLine() {
    String text = line.toString().strip();
    if (!text.isEmpty() && !text.equals("-")) {
      blocks.add(new Block.Paragraph(text.replaceAll(" *\n *", "\n")));
    }
    line.setLength(0);
  }
}
