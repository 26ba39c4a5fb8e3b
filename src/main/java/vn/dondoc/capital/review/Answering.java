package vn.dondoc.capital.review;

import org.jspecify.annotations.Nullable;

/**
 * Người trả lời của chủ đầu tư: the head called to the meeting for an owner. A committee below
 * another one below the province's is answered for by the head above it ("chịu trách nhiệm trước
 * cấp trên trực tiếp"); every other owner by its own.
 *
 * @param ownerId chủ đầu tư
 * @param title chức danh người đứng đầu; null where the directory has none
 * @param body cơ quan of that head
 * @param above it is the body above the owner, not the owner
 */
record Answering(int ownerId, @Nullable String title, String body, boolean above) {}
