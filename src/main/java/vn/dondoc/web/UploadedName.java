package vn.dondoc.web;

import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.kernel.Refusal;

/** Tên tệp gửi lên: the name a person gave a file, without the folders some browsers send along. */
public final class UploadedName {
  // No file system in use keeps a longer one.
  private static final int LONGEST = 255;
  private static final int SHOWN = 40;

  private UploadedName() {}

  /**
   * The name of a file.
   *
   * @param unnamed what to call a file that came without a name
   * @throws Refusal when it is longer than any file's name can be
   */
  public static String of(MultipartFile file, String unnamed) {
    String sent = file.getOriginalFilename();
    String name = sent == null ? "" : sent.replaceAll("(?s).*[/\\\\]", "");
    if (name.length() > LONGEST) {
      throw Refusal.of(
          WebRefusal.FILE_NAME,
          name.substring(0, SHOWN),
          name.substring(0, SHOWN) + "…",
          name.length(),
          LONGEST);
    }
    return name.isBlank() ? unnamed : name;
  }

  /** Whether a refusal is of a name; the request was wrong then, whatever the file holds. */
  public static boolean isRefused(Refusal refusal) {
    return refusal.code() == WebRefusal.FILE_NAME;
  }
}
