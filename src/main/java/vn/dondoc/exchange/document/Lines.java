package vn.dondoc.exchange.document;

import vn.dondoc.exchange.ExchangeLimits;
import vn.dondoc.exchange.ExchangeRefusal;

/** The text as it grows, line by line; it refuses to grow beyond the limit. */
final class Lines {
  private final ExchangeLimits limits;
  private final String file;
  private final StringBuilder text = new StringBuilder();
  private boolean gap;

  Lines(ExchangeLimits limits, String file) {
    this.limits = limits;
    this.file = file;
  }

  /** A paragraph, itself of one or more lines; a blank one leaves one empty line at most. */
  void add(String paragraph) {
    if (paragraph.isBlank()) {
      gap = true;
      return;
    }
    if (!text.isEmpty()) {
      text.append(gap ? "\n\n" : "\n");
    }
    gap = false;
    text.append(paragraph.stripTrailing());
    if (text.length() > limits.textCharacters()) {
      throw ExchangeRefusal.TOO_MUCH_TEXT.of(file, limits.textCharacters());
    }
  }

  String text() {
    return text.isEmpty() ? "" : text + "\n";
  }
}
