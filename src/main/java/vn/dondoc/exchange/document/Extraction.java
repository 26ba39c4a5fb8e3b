package vn.dondoc.exchange.document;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.exchange.ExchangeLimits;
import vn.dondoc.exchange.ExchangeRefusal;
import vn.dondoc.exchange.ExtractedText;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/** Decides what a file is and has the right reader take its text out. */
public final class Extraction {
  private final ExchangeLimits limits;
  private final Recognition recognition;
  private final String name;
  private final List<Problem> notes = new ArrayList<>();

  public Extraction(ExchangeLimits limits, Recognition recognition, String name) {
    this.limits = limits;
    this.recognition = recognition;
    this.name = name;
  }

  /** The text of these bytes, or a refusal; nothing else leaves here, whatever is damaged. */
  public ExtractedText of(byte[] bytes) {
    try {
      return extract(bytes);
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // The format libraries answer damage with whatever they trip over.
      throw ExchangeRefusal.BROKEN.of(name);
    }
  }

  private ExtractedText extract(byte[] bytes) {
    if (DocumentKind.isPdf(bytes)) {
      return done(DocumentKind.PDF, new PdfText(limits, recognition, name, notes).of(bytes));
    }
    if (FileBytes.isZip(bytes)) {
      return done(DocumentKind.DOCX, wordXml(bytes));
    }
    if (FileBytes.isCompound(bytes)) {
      return done(DocumentKind.DOC, wordBinary(bytes));
    }
    String other = DocumentKind.otherKind(bytes);
    if (other != null) {
      throw ExchangeRefusal.WRONG_KIND.of(name, other);
    }
    return plainOrHtml(bytes);
  }

  private String wordXml(byte[] bytes) {
    Archive archive = Archive.measured(limits, name, bytes);
    String other = DocumentKind.otherArchive(archive.names());
    if (other != null) {
      throw ExchangeRefusal.WRONG_KIND.of(name, other);
    }
    Lines lines = new Lines(limits, name);
    new WordXml(archive, name).writeTo(lines);
    return unicode(lines.text());
  }

  private String wordBinary(byte[] bytes) {
    CompoundKind kind = CompoundKind.of(bytes);
    switch (kind) {
      case ENCRYPTED -> throw ExchangeRefusal.ENCRYPTED.of(name);
      case SHEET -> throw ExchangeRefusal.WRONG_KIND.of(name, "XLS");
      case OTHER -> throw ExchangeRefusal.WRONG_KIND.of(name, "OLE2");
      case BROKEN -> throw ExchangeRefusal.BROKEN.of(name);
      case WORD -> {}
    }
    Lines lines = new Lines(limits, name);
    WordBinary.write(name, bytes, lines);
    return unicode(lines.text());
  }

  private ExtractedText plainOrHtml(byte[] bytes) {
    Encodings.Decoded decoded = Encodings.decode(name, bytes);
    if (decoded.text().isBlank()) {
      throw ExchangeRefusal.EMPTY.of(name);
    }
    if (DocumentKind.isHtml(decoded.text())) {
      Lines lines = new Lines(limits, name);
      WebText.write(bytes, decoded, lines);
      return done(DocumentKind.HTML, unicode(lines.text()));
    }
    String other = DocumentKind.otherText(decoded.text());
    if (other != null) {
      throw ExchangeRefusal.WRONG_KIND.of(name, other);
    }
    if (decoded.legacy() != null) {
      note("exchange.note.encoding", decoded.legacy());
    }
    return done(DocumentKind.TXT, unicode(decoded.text()));
  }

  // Documents typed with the fonts of the nineties hold other letters than they show; others were
  // stored in a wrong encoding and hold what nobody can read.
  private String unicode(String text) {
    String once = LostLetters.repaired(text);
    if (once != null) {
      note("exchange.note.doubled");
      return once;
    }
    String read = mapped(text);
    String example = LostLetters.example(read);
    if (example != null) {
      throw ExchangeRefusal.LOST_LETTERS.of(name, example);
    }
    return read;
  }

  private String mapped(String text) {
    LegacyVietnamese.Reading reading = LegacyVietnamese.read(text);
    if (reading.encoding() == null) {
      return text;
    }
    if (reading.text() == null) {
      throw ExchangeRefusal.LEGACY_FONT.of(name, reading.encoding());
    }
    note("exchange.note.encoding", reading.encoding());
    return reading.text();
  }

  private ExtractedText done(DocumentKind kind, String text) {
    if (text.isBlank()) {
      throw ExchangeRefusal.NO_TEXT.of(name);
    }
    if (text.length() > limits.textCharacters()) {
      throw ExchangeRefusal.TOO_MUCH_TEXT.of(name, limits.textCharacters());
    }
    DocumentKind claimed = DocumentKind.claimed(name);
    if (claimed != null && claimed != kind) {
      note("exchange.note.kind", claimed.ending(), kind.ending());
    }
    return new ExtractedText(text, kind.ending(), notes);
  }

  private void note(String key, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = name;
    System.arraycopy(more, 0, arguments, 1, more.length);
    notes.add(Problem.at(name, key, arguments));
  }
}
