package vn.dondoc.reading;

/**
 * Câu và loại của câu: one stretch of the partition of the text.
 *
 * @param start first UTF-16 unit
 * @param end one past the last; the next stretch starts here
 * @param kind its class
 */
public record Sentence(int start, int end, Kind kind) {
  /** Classes of a stretch of text. */
  public enum Kind {
    TASK,
    DECISION,
    TARGET,
    RESULT,
    ASSESSMENT,
    PREAMBLE,
    CONSEQUENCE,
    REFERENCE,
    RECIPIENT,
    SIGNATURE,
    HEADER,
    OTHER
  }
}
