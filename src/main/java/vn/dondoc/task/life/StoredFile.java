package vn.dondoc.task.life;

/**
 * Minh chứng đã lưu.
 *
 * @param name its file name
 * @param mediaType as found when it was handed in
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes go straight to the answer
record StoredFile(String name, String mediaType, byte[] content) {}
