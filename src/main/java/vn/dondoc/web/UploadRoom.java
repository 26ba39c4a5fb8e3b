package vn.dondoc.web;

/**
 * Chỗ cho tệp gửi lên: where a form may carry more than the standing limit, contributed by the
 * module whose form it is.
 *
 * @param prefix how the address begins
 * @param bytes what one request may have there
 */
public record UploadRoom(String prefix, long bytes) {}
