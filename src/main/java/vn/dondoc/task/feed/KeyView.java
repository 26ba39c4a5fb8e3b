package vn.dondoc.task.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Khoá lịch, as its page shows it.
 *
 * @param of whose calendar
 * @param back address of the page it belongs to
 * @param action where its forms are sent
 * @param since since when it can be read; null when it cannot
 * @param fresh the calendar's address, told once after it was made; null otherwise
 * @param may whether the viewer may change it
 */
record KeyView(
    String of,
    String back,
    String action,
    @Nullable Instant since,
    @Nullable String fresh,
    boolean may) {}
