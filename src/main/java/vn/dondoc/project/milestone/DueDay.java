package vn.dondoc.project.milestone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Một hạn của mốc: a day it was due on, and what became of that day.
 *
 * @param typeCode which milestone
 * @param part of which package or section
 * @param dueOn the day
 * @param saidOn when it was set
 * @param movedOn when another took its place; null while it holds
 * @param movedWhy vì sao
 * @param missed it passed without the milestone
 */
public record DueDay(
    String typeCode,
    String part,
    LocalDate dueOn,
    LocalDate saidOn,
    @Nullable LocalDate movedOn,
    @Nullable String movedWhy,
    boolean missed) {}
