package vn.dondoc.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;

/**
 * Bảng đã gửi, chờ ghi: a workbook that was shown to whoever sent it and is kept in their session
 * until they write it.
 *
 * @param fileName for messages
 * @param bytes as they were sent
 */
@SuppressWarnings("ArrayRecordComponent") // the file as it was sent
public record SentSheet(String fileName, byte[] bytes) implements Serializable {
  /**
   * Reads every visible sheet of it.
   *
   * @throws vn.dondoc.kernel.Refusal as {@link Sheets#read}
   */
  public SheetBook read() throws IOException {
    return Sheets.read(fileName, new ByteArrayInputStream(bytes));
  }
}
