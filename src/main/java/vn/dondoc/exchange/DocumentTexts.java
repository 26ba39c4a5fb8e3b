package vn.dondoc.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.dondoc.exchange.document.Extraction;
import vn.dondoc.exchange.document.FileBytes;
import vn.dondoc.exchange.document.Recognition;

/**
 * Chữ của văn bản: the text of an official document, whatever kind of file it came in.
 *
 * <p>The kind is decided by the content; a name that says otherwise is remarked on. What cannot be
 * read is a {@link vn.dondoc.kernel.Refusal} whose sentence names file, cause and remedy.
 */
public final class DocumentTexts {
  private final ExchangeLimits limits;
  private final Recognition recognition;

  private DocumentTexts(ExchangeLimits limits, Recognition recognition) {
    this.limits = limits;
    this.recognition = recognition;
  }

  /** With the program's limits, and Tesseract for scanned pages when it is installed. */
  public static DocumentTexts standard() {
    return new DocumentTexts(ExchangeLimits.STANDARD, Recognition.installed());
  }

  static DocumentTexts with(ExchangeLimits limits, Recognition recognition) {
    return new DocumentTexts(limits, recognition);
  }

  /** The text of a file on the disk, or of a pipe that has a name. */
  public ExtractedText read(Path file) {
    // The last part of "/dev/fd/63" tells nobody what was meant.
    boolean regular = Files.isRegularFile(file);
    String name = regular ? String.valueOf(file.getFileName()) : file.toString();
    if (!Files.exists(file)) {
      throw ExchangeRefusal.MISSING.of(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw ExchangeRefusal.UNREADABLE_FILE.of(file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in);
    } catch (IOException e) {
      throw ExchangeRefusal.UNREADABLE_FILE.of(file.toString());
    }
  }

  /** The text of a stream; reads no more of it than a file may be long. */
  public ExtractedText read(String name, InputStream in) throws IOException {
    return read(name, FileBytes.of(limits, name, in));
  }

  /** The text of a file in memory. */
  public ExtractedText read(String name, byte[] bytes) {
    FileBytes.within(limits, name, bytes);
    return new Extraction(limits, recognition, name).of(bytes);
  }
}
