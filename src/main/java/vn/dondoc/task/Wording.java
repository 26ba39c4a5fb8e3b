package vn.dondoc.task;

import org.jspecify.annotations.Nullable;

/**
 * Lời của nhiệm vụ.
 *
 * @param action việc phải làm
 * @param quote the exact words of the source
 * @param consequence hệ quả nếu không làm
 * @param condition trường hợp phải làm
 */
public record Wording(
    String action, String quote, @Nullable String consequence, @Nullable String condition) {}
