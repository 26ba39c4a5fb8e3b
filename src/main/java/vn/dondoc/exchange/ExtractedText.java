package vn.dondoc.exchange;

import java.util.List;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Chữ lấy được từ một tệp.
 *
 * @param text the text; of a plain text file, exactly what its bytes say
 * @param format what the file is by its content: "txt", "docx", "doc", "pdf" or "html"
 * @param notes what a person should know about how the text was got, as sentences of this module's
 *     bundle
 */
public record ExtractedText(String text, String format, List<Problem> notes) {
  public ExtractedText {
    notes = List.copyOf(notes);
  }
}
