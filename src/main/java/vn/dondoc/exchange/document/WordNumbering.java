package vn.dondoc.exchange.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Đánh số tự động: the numbers Word shows but does not store ("1.", "a)", "-").
 *
 * <p>Counters belong to the abstract list; several lists over one abstract list go on counting
 * unless one of them says where to start.
 */
final class WordNumbering {
  private static final int LEVELS = 9;
  private static final int DEEPEST_STYLE = 20;

  private final Map<Integer, Map<Integer, Level>> abstractLists = new HashMap<>();
  private final Map<Integer, Integer> lists = new HashMap<>();
  private final Map<Integer, Map<Integer, Integer>> starts = new HashMap<>();
  private final Map<String, Style> styles = new HashMap<>();
  private final Map<Integer, int[]> counters = new HashMap<>();
  private final Set<Integer> started = new HashSet<>();

  private record Level(int start, String format, String text, @Nullable String style) {}

  private record Style(@Nullable String basedOn, @Nullable Integer list, @Nullable Integer level) {}

  static WordNumbering of(Archive archive) throws IOException, XMLStreamException {
    WordNumbering numbering = new WordNumbering();
    if (archive.getEntry("word/numbering.xml") != null) {
      try (InputStream in = archive.open("word/numbering.xml")) {
        numbering.readLists(SafeXml.open(in));
      }
    }
    if (archive.getEntry("word/styles.xml") != null) {
      try (InputStream in = archive.open("word/styles.xml")) {
        numbering.readStyles(SafeXml.open(in));
      }
    }
    return numbering;
  }

  /** The label of the next paragraph of this style and list, "" when it has none. */
  String next(@Nullable String style, @Nullable Integer ownList, @Nullable Integer ownLevel) {
    Integer list = ownList;
    Integer level = ownLevel;
    String at = style;
    for (int depth = 0; list == null && at != null && depth < DEEPEST_STYLE; depth++) {
      Style found = styles.get(at);
      if (found == null) {
        break;
      }
      list = found.list();
      if (list != null && level == null) {
        Integer linked = levelOfStyle(list, at);
        level = linked != null ? linked : found.level();
      }
      at = found.basedOn();
    }
    return list == null || list == 0 ? "" : label(list, level == null ? 0 : level);
  }

  private @Nullable Integer levelOfStyle(int list, String style) {
    for (Map.Entry<Integer, Level> level : levels(list).entrySet()) {
      if (style.equals(level.getValue().style())) {
        return level.getKey();
      }
    }
    return null;
  }

  private Map<Integer, Level> levels(int list) {
    return abstractLists.getOrDefault(lists.getOrDefault(list, -1), Map.of());
  }

  private String label(int list, int level) {
    Map<Integer, Level> levels = levels(list);
    Level own = levels.get(level);
    if (own == null || level < 0 || level >= LEVELS) {
      return "";
    }
    int[] counts = counters.computeIfAbsent(lists.getOrDefault(list, -1), key -> new int[LEVELS]);
    if (started.add(list)) {
      starts.getOrDefault(list, Map.of()).forEach((at, start) -> counts[at] = -start);
    }
    advance(counts, level, own.start());
    if (own.format().equals("bullet")) {
      return bullet(own.text());
    }
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < own.text().length(); i++) {
      char c = own.text().charAt(i);
      boolean place = c == '%' && i + 1 < own.text().length();
      int of = place ? own.text().charAt(i + 1) - '1' : -1;
      if (of < 0 || of >= LEVELS) {
        label.append(c);
        continue;
      }
      Level shown = levels.getOrDefault(of, own);
      label.append(NumberText.of(counts[of] > 0 ? counts[of] : shown.start(), shown.format()));
      i++;
    }
    return label.toString();
  }

  // A negative count is a start that a list demanded and nobody has used yet.
  private static void advance(int[] counts, int level, int start) {
    int at = counts[level];
    counts[level] = at < 0 ? -at : at == 0 ? start : at + 1;
    for (int deeper = level + 1; deeper < LEVELS; deeper++) {
      counts[deeper] = Math.min(counts[deeper], 0);
    }
  }

  // Bullets are drawn from symbol fonts; whatever they look like, they read as a dash.
  private static String bullet(String text) {
    return text.strip().matches("[-–—+*•]") ? text.strip() : "-";
  }

  private void readLists(XMLStreamReader xml) throws XMLStreamException {
    SafeXml.nextChild(xml);
    while (SafeXml.nextChild(xml)) {
      switch (xml.getLocalName()) {
        case "abstractNum" -> {
          int id = SafeXml.number(xml.getAttributeValue(null, "abstractNumId"), -1);
          abstractLists.put(id, readLevels(xml));
        }
        case "num" -> readList(xml);
        default -> SafeXml.skip(xml);
      }
    }
  }

  private static Map<Integer, Level> readLevels(XMLStreamReader xml) throws XMLStreamException {
    Map<Integer, Level> levels = new TreeMap<>();
    while (SafeXml.nextChild(xml)) {
      if (xml.getLocalName().equals("lvl")) {
        int at = SafeXml.number(xml.getAttributeValue(null, "ilvl"), -1);
        levels.put(at, readLevel(xml));
      } else {
        SafeXml.skip(xml);
      }
    }
    return levels;
  }

  private static Level readLevel(XMLStreamReader xml) throws XMLStreamException {
    int start = 1;
    String format = "decimal";
    String text = "";
    String style = null;
    while (SafeXml.nextChild(xml)) {
      String value = SafeXml.val(xml);
      switch (xml.getLocalName()) {
        case "start" -> start = Math.max(0, SafeXml.number(value, 1));
        case "numFmt" -> format = value == null ? format : value;
        case "lvlText" -> text = value == null ? "" : value;
        case "pStyle" -> style = value;
        default -> {}
      }
      SafeXml.skip(xml);
    }
    return new Level(start, format, text, style);
  }

  private void readList(XMLStreamReader xml) throws XMLStreamException {
    int id = SafeXml.number(xml.getAttributeValue(null, "numId"), -1);
    while (SafeXml.nextChild(xml)) {
      String name = xml.getLocalName();
      if (name.equals("abstractNumId")) {
        lists.put(id, SafeXml.number(SafeXml.val(xml), -1));
        SafeXml.skip(xml);
      } else if (name.equals("lvlOverride")) {
        readOverride(xml, id);
      } else {
        SafeXml.skip(xml);
      }
    }
  }

  private void readOverride(XMLStreamReader xml, int list) throws XMLStreamException {
    int level = SafeXml.number(xml.getAttributeValue(null, "ilvl"), -1);
    while (SafeXml.nextChild(xml)) {
      int start = SafeXml.number(SafeXml.val(xml), 0);
      boolean known = level >= 0 && level < LEVELS && start > 0;
      if (xml.getLocalName().equals("startOverride") && known) {
        starts.computeIfAbsent(list, key -> new HashMap<>()).put(level, start);
      }
      SafeXml.skip(xml);
    }
  }

  private void readStyles(XMLStreamReader xml) throws XMLStreamException {
    SafeXml.nextChild(xml);
    while (SafeXml.nextChild(xml)) {
      String id = xml.getAttributeValue(null, "styleId");
      if (xml.getLocalName().equals("style") && id != null) {
        styles.put(id, readStyle(xml));
      } else {
        SafeXml.skip(xml);
      }
    }
  }

  private static Style readStyle(XMLStreamReader xml) throws XMLStreamException {
    String basedOn = null;
    ParagraphMark mark = new ParagraphMark();
    while (SafeXml.nextChild(xml)) {
      switch (xml.getLocalName()) {
        case "basedOn" -> {
          basedOn = SafeXml.val(xml);
          SafeXml.skip(xml);
        }
        case "pPr" -> mark.read(xml);
        default -> SafeXml.skip(xml);
      }
    }
    return new Style(basedOn, mark.list, mark.level);
  }

  /** What a paragraph, or its style, says about its number. */
  static final class ParagraphMark {
    @Nullable String style;
    @Nullable Integer list;
    @Nullable Integer level;

    void read(XMLStreamReader xml) throws XMLStreamException {
      while (SafeXml.nextChild(xml)) {
        switch (xml.getLocalName()) {
          case "pStyle" -> {
            style = SafeXml.val(xml);
            SafeXml.skip(xml);
          }
          case "numPr" -> readNumber(xml);
          default -> SafeXml.skip(xml);
        }
      }
    }

    private void readNumber(XMLStreamReader xml) throws XMLStreamException {
      while (SafeXml.nextChild(xml)) {
        int value = SafeXml.number(SafeXml.val(xml), 0);
        switch (xml.getLocalName()) {
          case "ilvl" -> level = value;
          case "numId" -> list = value;
          default -> {}
        }
        SafeXml.skip(xml);
      }
    }
  }
}
