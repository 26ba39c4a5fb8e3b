package vn.dondoc.web;

/**
 * Chỗ cho tệp gửi lên: where a form may carry more than the standing limit, contributed by the
 * module whose form it is. What one file may have is for the form to hold it to, on its own page.
 *
 * @param prefix how the address begins
 * @param files how many files one request may carry
 * @param fileBytes what one of them may have
 */
public record UploadRoom(String prefix, int files, long fileBytes) {
  /** The fields beside the files. */
  private static final long FIELDS = 1 << 20;

  /** What one request may have there. */
  long bytes() {
    return files * fileBytes + FIELDS;
  }
}
