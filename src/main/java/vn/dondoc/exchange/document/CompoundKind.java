package vn.dondoc.exchange.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What an OLE2 container holds. */
public enum CompoundKind {
  WORD,
  SHEET,
  ENCRYPTED,
  OTHER,
  BROKEN;

  public static CompoundKind of(byte[] bytes) {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      DirectoryNode root = files.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return ENCRYPTED;
      }
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        return WORD;
      }
      return root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")
          ? SHEET
          : OTHER;
    } catch (IOException | RuntimeException e) {
      return BROKEN;
    }
  }
}
