package vn.dondoc.reading;

/** Văn bản của máy: data (JSON) or a program's source; words quoted there lay work on nobody. */
final class MachineText {
  private static final int SHORTEST = 20;
  // Of a hundred signs that are no space, in a source file at least so many are its marks.
  private static final int MARKS_IN_A_HUNDRED = 5;
  private static final String MARKS = "{}[]<>()\\\"=;";

  private MachineText() {}

  static boolean is(String text) {
    String body = text.strip();
    return body.length() >= SHORTEST && (isData(body) || isSource(body));
  }

  /** An object or a list of JSON: brackets around all of it, names in quotation marks. */
  private static boolean isData(String body) {
    char first = body.charAt(0);
    char last = body.charAt(body.length() - 1);
    boolean object = first == '{' && last == '}';
    boolean list = first == '[' && last == ']';
    return object && body.matches("(?s)\\{\\s*(?:\"[^\"\\n]*\"\\s*:.*)?\\}")
        || list && body.matches("(?s)\\[\\s*[\\[{\"\\d-].*");
  }

  /** Brackets, quotation marks, semicolons, equality signs; a rule of one sign counts once. */
  private static boolean isSource(String body) {
    int signs = 0;
    int marks = 0;
    boolean block = body.indexOf('{') >= 0 || body.contains("</") || body.contains("def ");
    char before = ' ';
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (!Character.isWhitespace(c)) {
        signs++;
        marks += MARKS.indexOf(c) >= 0 && c != before ? 1 : 0;
      }
      before = c;
    }
    return block && marks * 100 >= signs * MARKS_IN_A_HUNDRED;
  }
}
