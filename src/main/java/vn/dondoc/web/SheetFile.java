package vn.dondoc.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Bảng tính tải về: an answer that is an XLSX file to be saved, not a page. */
public final class SheetFile {
  /** What an XLSX file is called among media types. */
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private SheetFile() {}

  /** Says so in the head of an answer whose body is written next. */
  public static void named(HttpServletResponse response, String fileName) {
    response.setContentType(TYPE);
    boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(fileName);
    ContentDisposition.Builder file = ContentDisposition.attachment();
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        (plain ? file.filename(fileName) : file.filename(fileName, StandardCharsets.UTF_8))
            .build()
            .toString());
  }
}
