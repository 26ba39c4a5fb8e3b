package vn.dondoc.directive;

/**
 * Kết quả tiếp nhận.
 *
 * @param documentId the document
 * @param known it had been taken in before
 * @param twin another text with its number and day, or its words, is there, and a person has to
 *     tell what it is
 */
public record Receipt(long documentId, boolean known, boolean twin) {}
