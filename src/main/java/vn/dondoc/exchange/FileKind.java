package vn.dondoc.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Loại tệp gửi kèm: what a file is, when its name's ending and its first bytes agree. */
public enum FileKind {
  PDF("application/pdf"),
  PNG("image/png"),
  JPEG("image/jpeg"),
  WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  SHEET("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  FileKind(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What a file is; null when it is none of these, or not what its name says. */
  public static @Nullable FileKind of(String name, byte[] content) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    FileKind said =
        switch (ending) {
          case "pdf" -> PDF;
          case "png" -> PNG;
          case "jpg", "jpeg" -> JPEG;
          case "docx" -> WORD;
          case "xlsx" -> SHEET;
          default -> null;
        };
    return said != null && said.isGenuine(content) ? said : null;
  }

  private boolean isGenuine(byte[] content) {
    return switch (this) {
      case PDF -> starts(content, '%', 'P', 'D', 'F');
      case PNG -> starts(content, 0x89, 'P', 'N', 'G');
      case JPEG -> starts(content, 0xFF, 0xD8, 0xFF);
      case WORD ->
          starts(content, 'P', 'K', 3, 4) && OfficePackage.has(content, "word/document.xml");
      case SHEET ->
          starts(content, 'P', 'K', 3, 4) && OfficePackage.has(content, "xl/workbook.xml");
    };
  }

  private static boolean starts(byte[] content, int... bytes) {
    if (content.length < bytes.length) {
      return false;
    }
    for (int k = 0; k < bytes.length; k++) {
      if ((content[k] & 0xFF) != bytes[k]) {
        return false;
      }
    }
    return true;
  }
}
