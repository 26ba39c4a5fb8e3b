package vn.dondoc.project.photo;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.FileKind;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Tệp ảnh gửi lên.
 *
 * @param name its file name
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes go straight to the database
public record PhotoFile(String name, byte[] content) {
  /** Bytes one photo may have. */
  public static final int LIMIT = 10 * 1024 * 1024;

  /** Photos sent at once. */
  public static final int MOST = 10;

  private static final Set<FileKind> TAKEN = Set.of(FileKind.PNG, FileKind.JPEG);
  private static final int LONGEST_NAME = 200;
  private static final int SHOWN = 40;
  private static final double MEGABYTE = 1 << 20;

  /** The media type, when the name's ending and the first bytes agree; null for anything else. */
  public @Nullable String mediaType() {
    FileKind kind = FileKind.of(name, content);
    return kind != null && TAKEN.contains(kind) ? kind.mediaType() : null;
  }

  /** Adds everything that is wrong with it. */
  void look(List<Problem> problems) {
    if (name.length() > LONGEST_NAME) {
      String shown = name.substring(0, SHOWN) + "…";
      problems.add(
          Problem.at("photos", "project.refusal.photo_name", shown, name.length(), LONGEST_NAME));
    } else if (content.length > LIMIT) {
      problems.add(
          Problem.at(
              "photos",
              "project.refusal.photo_size",
              name,
              content.length / MEGABYTE,
              LIMIT / (int) MEGABYTE));
    } else if (mediaType() == null) {
      problems.add(Problem.at("photos", "project.refusal.photo_type", name));
    }
  }
}
