package vn.dondoc.exchange.document;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vn.dondoc.exchange.ExchangeLimits;
import vn.dondoc.exchange.ExchangeRefusal;

/** Collects the words of a PDF with their places; how they make lines is decided elsewhere. */
final class PdfWords extends PDFTextStripper {
  private final ExchangeLimits limits;
  private final String file;
  private final List<Page> pages = new ArrayList<>();
  private final PdfRules rules = new PdfRules();
  private List<Word> words = new ArrayList<>();
  private int characters;

  /**
   * A word on a page.
   *
   * @param x left edge
   * @param end right edge
   * @param y base line, from the top
   * @param size height of its letters' font
   */
  record Word(String text, float x, float end, float y, float size) {}

  /** The words and the lines of one page, as they were drawn, and the page's height. */
  record Page(List<Word> words, List<PdfRules.Rule> rules, float height) {}

  private PdfWords(ExchangeLimits limits, String file) {
    this.limits = limits;
    this.file = file;
    rules.processors(this).forEach(this::addOperator);
  }

  static List<Page> of(ExchangeLimits limits, String file, PDDocument pdf) throws IOException {
    PdfWords words = new PdfWords(limits, file);
    words.getText(pdf);
    return words.pages;
  }

  @Override
  protected void endPage(PDPage page) throws IOException {
    pages.add(new Page(words, rules.of(page), page.getCropBox().getHeight()));
    words = new ArrayList<>();
    super.endPage(page);
  }

  // One call may bring a whole line: spaces drawn as letters part its words.
  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    int from = 0;
    for (int i = 0; i <= positions.size(); i++) {
      if (i == positions.size() || positions.get(i).getUnicode().isBlank()) {
        if (i > from) {
          add(positions.subList(from, i));
        }
        from = i + 1;
      }
    }
  }

  private void add(List<TextPosition> letters) {
    StringBuilder word = new StringBuilder();
    letters.forEach(letter -> word.append(letter.getUnicode()));
    characters += word.length() + 1;
    if (characters > limits.textCharacters()) {
      throw ExchangeRefusal.TOO_MUCH_TEXT.of(file, limits.textCharacters());
    }
    TextPosition first = letters.getFirst();
    TextPosition last = letters.getLast();
    words.add(
        new Word(
            Normalizer.normalize(word.toString().strip(), Normalizer.Form.NFC),
            first.getXDirAdj(),
            last.getXDirAdj() + last.getWidthDirAdj(),
            first.getYDirAdj(),
            Math.max(1, first.getFontSizeInPt())));
  }
}
