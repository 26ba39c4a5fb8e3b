package vn.dondoc.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Chuyển giai đoạn, tình trạng.
 *
 * @param stage giai đoạn from then on
 * @param sideState tình trạng from then on
 * @param since the day it came to be so
 * @param document văn bản that says so
 * @param why lý do; asked for where the project steps back or aside
 */
public record Move(
    String stage,
    String sideState,
    LocalDate since,
    @Nullable String document,
    @Nullable String why) {}
