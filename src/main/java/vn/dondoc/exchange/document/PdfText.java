package vn.dondoc.exchange.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.dondoc.exchange.ExchangeLimits;
import vn.dondoc.exchange.ExchangeRefusal;
import vn.dondoc.kernel.Refusal.Problem;

/** Chữ của tệp pdf: its text layer, or the words recognised in its pictures when it has none. */
final class PdfText {
  private static final long MAIN_MEMORY = 64L << 20;
  private static final int FEWEST_LETTERS_A_PAGE = 30;
  private static final int FEWEST_LETTERS_OF_TEXT = 10;
  private static final int LONGEST_EMPTY_PAGE = 200;
  private static final int END_WITHIN = 2048;
  private static final double MOST_GARBLED = 0.2;
  private static final float DPI = 200;
  private static final float POINTS_PER_INCH = 72;
  private static final double MOST_PIXELS = 20e6;

  private final ExchangeLimits limits;
  private final Recognition recognition;
  private final String file;
  private final List<Problem> notes;

  PdfText(ExchangeLimits limits, Recognition recognition, String file, List<Problem> notes) {
    this.limits = limits;
    this.recognition = recognition;
    this.file = file;
    this.notes = notes;
  }

  String of(byte[] bytes) {
    DeflatedStreams.refuseOversized(limits, file, bytes);
    MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MAIN_MEMORY, limits.unpackedBytes());
    try (PDDocument pdf = Loader.loadPDF(bytes, "", null, null, memory.streamCache)) {
      return read(pdf, isWhole(bytes));
    } catch (InvalidPasswordException e) {
      throw ExchangeRefusal.ENCRYPTED.of(file);
    } catch (IOException e) {
      throw ExchangeRefusal.BROKEN.of(file);
    }
  }

  // What is cut off has no end mark; readers mend it and show pages with nothing on them.
  private static boolean isWhole(byte[] bytes) {
    int from = Math.max(0, bytes.length - END_WITHIN);
    return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1)
        .contains("%%EOF");
  }

  private String read(PDDocument pdf, boolean whole) throws IOException {
    if (pdf.getNumberOfPages() > limits.pdfPages()) {
      throw ExchangeRefusal.TOO_MANY_PAGES.of(file, pdf.getNumberOfPages(), limits.pdfPages());
    }
    List<PdfWords.Page> pages = PdfWords.of(limits, file, pdf);
    if (!hasText(pages)) {
      refuseNothing(pdf, whole);
      return recognise(pdf);
    }
    Lines lines = new Lines(limits, file);
    List<Integer> pictures = pictures(pdf, pages);
    if (pictures.isEmpty()) {
      layOut(pages, lines);
    } else if (pictures.size() > limits.recognisedPages() || !recognition.available()) {
      layOut(pages, lines);
      notes.add(Problem.at(file, "exchange.note.pages_unread", file, numbers(pictures)));
    } else {
      layOutWithPictures(pdf, pages, pictures, lines);
      notes.add(Problem.at(file, "exchange.note.pages_recognised", file, numbers(pictures)));
    }
    return lines.text();
  }

  private static void layOut(List<PdfWords.Page> pages, Lines lines) {
    PdfLayout.write(
        pages.stream().map(page -> new PdfLayout.Page(PdfLine.of(page), page.height())).toList(),
        lines);
  }

  private void layOutWithPictures(
      PDDocument pdf, List<PdfWords.Page> pages, List<Integer> pictures, Lines lines)
      throws IOException {
    Instant end = InstantSource.system().instant().plus(limits.recognition());
    int from = 0;
    for (int picture : pictures) {
      layOut(pages.subList(from, picture), lines);
      lines.add(words(pdf, picture, Duration.between(InstantSource.system().instant(), end)));
      lines.add("");
      from = picture + 1;
    }
    layOut(pages.subList(from, pages.size()), lines);
  }

  private static String numbers(List<Integer> pages) {
    return pages.stream().map(page -> String.valueOf(page + 1)).collect(Collectors.joining(", "));
  }

  /** Pages that show something and say next to nothing, from 0. */
  private static List<Integer> pictures(PDDocument pdf, List<PdfWords.Page> pages)
      throws IOException {
    List<Integer> pictures = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      if (letters(pages.get(page)) < FEWEST_LETTERS_OF_TEXT && isDrawn(pdf.getPage(page))) {
        pictures.add(page);
      }
    }
    return pictures;
  }

  private static long letters(PdfWords.Page page) {
    return page.words().stream()
        .flatMapToInt(word -> word.text().chars())
        .filter(Character::isLetter)
        .count();
  }

  /** A picture, or drawing enough to be letters without a font. */
  private static boolean isDrawn(PDPage page) throws IOException {
    PDResources resources = page.getResources();
    if (resources != null && resources.getXObjectNames().iterator().hasNext()) {
      return true;
    }
    try (InputStream content = page.getContents()) {
      return content.readNBytes(LONGEST_EMPTY_PAGE + 1).length > LONGEST_EMPTY_PAGE;
    }
  }

  private void refuseNothing(PDDocument pdf, boolean whole) throws IOException {
    if (!whole) {
      throw ExchangeRefusal.BROKEN.of(file);
    }
    for (PDPage page : pdf.getPages()) {
      if (isDrawn(page)) {
        return;
      }
    }
    throw ExchangeRefusal.NO_TEXT.of(file);
  }

  // A scan often carries a stamp or a page number as text, or letters its font does not explain.
  private static boolean hasText(List<PdfWords.Page> pages) {
    long letters = 0;
    long garbled = 0;
    for (PdfWords.Page page : pages) {
      for (PdfWords.Word word : page.words()) {
        letters += word.text().chars().filter(Character::isLetter).count();
        garbled += word.text().chars().filter(PdfText::isGarbled).count();
      }
    }
    return letters >= (long) FEWEST_LETTERS_A_PAGE * Math.max(1, pages.size())
        && garbled <= (letters + garbled) * MOST_GARBLED;
  }

  private static boolean isGarbled(int c) {
    return c == 0xfffd || c < 0x20 || Character.getType(c) == Character.PRIVATE_USE;
  }

  private String recognise(PDDocument pdf) throws IOException {
    if (!recognition.available()) {
      throw ExchangeRefusal.NEEDS_RECOGNITION.of(file);
    }
    int pages = pdf.getNumberOfPages();
    if (pages > limits.recognisedPages()) {
      throw ExchangeRefusal.TOO_MANY_PAGES.of(file, pages, limits.recognisedPages());
    }
    Lines lines = new Lines(limits, file);
    Instant end = InstantSource.system().instant().plus(limits.recognition());
    for (int page = 0; page < pages; page++) {
      Duration left = Duration.between(InstantSource.system().instant(), end);
      lines.add(words(pdf, page, left));
      lines.add("");
    }
    if (lines.text().isBlank()) {
      throw ExchangeRefusal.RECOGNITION_FAILED.of(file);
    }
    notes.add(Problem.at(file, "exchange.note.recognised", file, pages));
    return lines.text();
  }

  private String words(PDDocument pdf, int page, Duration left) throws IOException {
    Path picture = Files.createTempFile("dondoc-page", ".png");
    try {
      BufferedImage image =
          new PDFRenderer(pdf)
              .renderImageWithDPI(page, dpi(pdf.getPage(page).getCropBox()), ImageType.GRAY);
      ImageIO.write(image, "png", picture.toFile());
      return recognition.words(picture, left).replace("\f", "");
    } catch (Recognition.TookTooLong e) {
      throw ExchangeRefusal.RECOGNITION_TOO_LONG.of(file, limits.recognition().toSeconds());
    } finally {
      Files.deleteIfExists(picture);
    }
  }

  // A page of many metres would not fit in memory at the usual fineness.
  private static float dpi(PDRectangle page) {
    double inches =
        (double) page.getWidth() * page.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
    return (float) Math.min(DPI, Math.sqrt(MOST_PIXELS / Math.max(inches, 1)));
  }
}
