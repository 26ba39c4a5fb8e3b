package vn.dondoc.exchange;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.kernel.Refusal;

/**
 * One record of a CSV text as RFC 4180 has it.
 *
 * @param number the line it starts on, from 1
 */
record CsvLine(int number, List<String> fields) {
  CsvLine {
    fields = List.copyOf(fields);
  }

  /** Every record that holds something. */
  static List<CsvLine> parse(String name, String text) {
    List<CsvLine> lines = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int start = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        fields.add(take(field));
      } else if (c == '\n') {
        fields.add(take(field));
        keep(lines, start, fields);
        start = line;
      } else if (c != '\r') {
        field.append(c);
      }
    }
    if (quoted) {
      throw Refusal.of(ReferenceRefusal.QUOTE, name + ":" + start, name, start);
    }
    fields.add(take(field));
    keep(lines, start, fields);
    return lines;
  }

  private static String take(StringBuilder field) {
    String value = field.toString();
    field.setLength(0);
    return value;
  }

  private static void keep(List<CsvLine> lines, int number, List<String> fields) {
    if (fields.size() > 1 || !fields.getFirst().isBlank()) {
      lines.add(new CsvLine(number, fields));
    }
    fields.clear();
  }
}
