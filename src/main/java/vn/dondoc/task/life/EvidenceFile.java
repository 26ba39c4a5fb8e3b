package vn.dondoc.task.life;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Minh chứng: a file that proves a report.
 *
 * @param name its file name
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes go straight to the database
public record EvidenceFile(String name, byte[] content) {
  /** Bytes one file may have. */
  public static final int LIMIT = 10 * 1024 * 1024;

  /** Files one report may have. */
  public static final int MOST = 10;

  private static final Map<String, String> TYPES =
      Map.of(
          "pdf", "application/pdf",
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** The media type, when the name's ending and the first bytes agree; null for anything else. */
  @Nullable String mediaType() {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean genuine =
        switch (ending) {
          case "pdf" -> starts('%', 'P', 'D', 'F');
          case "png" -> starts(0x89, 'P', 'N', 'G');
          case "jpg", "jpeg" -> starts(0xFF, 0xD8, 0xFF);
          case "docx", "xlsx" -> starts('P', 'K', 3, 4);
          default -> false;
        };
    return genuine ? TYPES.get(ending) : null;
  }

  private boolean starts(int... bytes) {
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
