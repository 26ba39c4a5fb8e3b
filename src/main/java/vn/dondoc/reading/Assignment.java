package vn.dondoc.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nhiệm vụ đọc được: a piece of text in which an authority lays a future action on a doer.
 *
 * @param id stable within one reading, {@code "T01"}
 * @param start first UTF-16 unit of the piece
 * @param end one past its last UTF-16 unit
 * @param quote the exact words between them
 * @param action từ động từ chính: the work, as written
 * @param parties who does it, with whom, under whom, for whom
 * @param deadline thời hạn; null when none is said
 * @param consequence hệ quả: what follows when it is not done, as written
 * @param condition "trường hợp …", as written
 * @param path the outline markers above it, {@code ["2","c","(3)"]}
 * @param confidence 0 to 1, how sure the reader is that this is a task read right
 * @param marks which words said what, for showing them in the source
 */
public record Assignment(
    String id,
    int start,
    int end,
    String quote,
    String action,
    Parties parties,
    @Nullable Deadline deadline,
    @Nullable String consequence,
    @Nullable String condition,
    List<String> path,
    double confidence,
    List<Mark> marks) {
  public Assignment {
    path = List.copyOf(path);
    marks = List.copyOf(marks);
  }

  /**
   * Các bên, each as written in the text.
   *
   * @param lead chủ trì; empty when the text names no doer
   * @param leadInferred candidates when the text leaves the doer open, or the full name behind "Sở"
   * @param coordinate phối hợp
   * @param implementer whom the lead must direct ("chỉ đạo đơn vị trực thuộc")
   * @param reportTo who receives the result, nearest first
   */
  public record Parties(
      List<String> lead,
      List<String> leadInferred,
      List<String> coordinate,
      List<String> implementer,
      List<String> reportTo) {
    public Parties {
      lead = List.copyOf(lead);
      leadInferred = List.copyOf(leadInferred);
      coordinate = List.copyOf(coordinate);
      implementer = List.copyOf(implementer);
      reportTo = List.copyOf(reportTo);
    }
  }

  /**
   * Words of the source that said one thing.
   *
   * @param role what they said
   * @param start first UTF-16 unit
   * @param end one past the last
   */
  public record Mark(Role role, int start, int end) {
    /** What marked words say. */
    public enum Role {
      LEAD,
      COORDINATE,
      ACTION,
      DEADLINE,
      RECURRENCE,
      CONSEQUENCE
    }
  }
}
