package vn.dondoc.task.head;

import org.jspecify.annotations.Nullable;

/**
 * Whose file: that of a post, or of a body without a head.
 *
 * @param postId the post; null for the matters of a body without a head
 * @param bodyId the body; null when the post tells
 */
record HeadKey(@Nullable Integer postId, @Nullable Integer bodyId) {
  /** Before the id of a body in an address. */
  static final String BODY = "co-quan-";

  /** Null when the word is none. */
  static @Nullable HeadKey of(String word) {
    if (word.matches("\\d{1,9}")) {
      return new HeadKey(Integer.valueOf(word), null);
    }
    return word.matches(BODY + "\\d{1,9}")
        ? new HeadKey(null, Integer.valueOf(word.substring(BODY.length())))
        : null;
  }

  String word() {
    return postId == null ? BODY + bodyId : postId.toString();
  }
}
