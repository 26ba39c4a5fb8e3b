package vn.dondoc.exchange;

import java.time.Duration;

/**
 * Giới hạn: how much of a file is taken in before it is refused.
 *
 * @param fileBytes size of a file as it lies on the disk
 * @param textCharacters UTF-16 units of the text taken out of it
 * @param archiveEntries parts inside a docx or xlsx
 * @param unpackedBytes size of all those parts unpacked
 * @param pdfPages pages of a PDF
 * @param recognisedPages pages of scanned images that are recognised
 * @param recognition time for recognising all of them
 * @param sheetRows rows of all sheets of a workbook together
 * @param sheetColumns columns of one sheet
 * @param findings remarks of one kind kept about one workbook
 */
public record ExchangeLimits(
    int fileBytes,
    int textCharacters,
    int archiveEntries,
    long unpackedBytes,
    int pdfPages,
    int recognisedPages,
    Duration recognition,
    int sheetRows,
    int sheetColumns,
    int findings) {
  private static final int MEGABYTE = 1 << 20;

  /** The limits of the program. */
  public static final ExchangeLimits STANDARD =
      new ExchangeLimits(
          20 * MEGABYTE,
          2_000_000,
          4_000,
          200L * MEGABYTE,
          500,
          40,
          Duration.ofMinutes(5),
          100_000,
          200,
          1_000);
}
