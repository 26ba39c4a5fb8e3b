package vn.dondoc.directive;

/**
 * Kết quả tiếp nhận.
 *
 * @param documentId the document
 * @param known it had been taken in before
 */
public record Receipt(long documentId, boolean known) {}
