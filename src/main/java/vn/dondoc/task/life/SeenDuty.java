package vn.dondoc.task.life;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Phần việc như người kia đã thấy.
 *
 * @param state where it stood then
 * @param due hạn lúc đó
 * @param lastKind what was recorded last since; null when nothing was
 * @param lastBy by whom
 * @param lastAt when
 */
public record SeenDuty(
    State state,
    @Nullable LocalDate due,
    @Nullable FactKind lastKind,
    @Nullable String lastBy,
    @Nullable Instant lastAt) {}
