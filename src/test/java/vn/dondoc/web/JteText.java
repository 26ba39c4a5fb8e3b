package vn.dondoc.web;

/** A template with its code taken out: what is left are tags and words. */
final class JteText {
  private final String template;
  private final StringBuilder left = new StringBuilder();
  private int at;

  private JteText(String template) {
    this.template = template;
  }

  static String withoutCode(String template) {
    String bare =
        template
            .replaceAll("(?s)<%--.*?--%>", "")
            .replaceAll("(?s)<!--.*?-->", "")
            .replaceAll("(?m)^@(import|param)\\b.*$", "")
            .replaceAll("&[a-zA-Z]+;", " ");
    return new JteText(bare).read();
  }

  private String read() {
    while (at < template.length()) {
      if (startsWith("${") || startsWith("$unsafe{") || startsWith("!{")) {
        at = template.indexOf('{', at);
        skip('{', '}');
      } else if (template.charAt(at) == '@') {
        command();
      } else {
        left.append(template.charAt(at++));
      }
    }
    return left.toString();
  }

  private boolean startsWith(String words) {
    return template.startsWith(words, at);
  }

  /** A command with its argument; a template handed to another one stays, as words may be in it. */
  private void command() {
    at++;
    while (at < template.length() && (Character.isLetter(template.charAt(at)) || isDot())) {
      at++;
    }
    if (at < template.length() && template.charAt(at) == '(') {
      skip('(', ')');
    } else if (at < template.length() && template.charAt(at) == '`') {
      at++;
    }
  }

  private boolean isDot() {
    return template.charAt(at) == '.' || template.charAt(at) == '_';
  }

  private void skip(char open, char close) {
    int depth = 0;
    boolean quoted = false;
    for (; at < template.length(); at++) {
      char c = template.charAt(at);
      if (c == '"' && template.charAt(at - 1) != '\\') {
        quoted = !quoted;
      } else if (!quoted && startsWith("@`")) {
        content();
      } else if (!quoted && c == open) {
        depth++;
      } else if (!quoted && c == close && --depth == 0) {
        at++;
        left.append(' ');
        return;
      }
    }
  }

  private void content() {
    int start = at + 2;
    int depth = 1;
    for (at = start; at < template.length() && depth > 0; at++) {
      if (startsWith("@`")) {
        depth++;
        at++;
      } else if (template.charAt(at) == '`') {
        depth--;
      }
    }
    at--;
    left.append(withoutCode(template.substring(start, at)));
  }
}
