package vn.dondoc.reading;

/**
 * Chủ thể: words that name who does something.
 *
 * @param from first word
 * @param to one past the last word
 * @param form how it is named
 */
record Party(int from, int to, Form form) {
  /** Ways to name a doer. */
  enum Form {
    BODY,
    GROUP,
    POST,
    PLACE,
    ANAPHORA
  }
}
