package vn.dondoc.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Một dòng nhật ký.
 *
 * @param number its number, from 1 without gaps
 * @param at when
 * @param actor who
 * @param act what was done
 * @param subject to what
 * @param why the reason, if one was asked for
 * @param before the facts before, as JSON
 * @param after the facts after, as JSON
 */
record Entry(
    long number,
    Instant at,
    String actor,
    String act,
    String subject,
    @Nullable String why,
    String before,
    String after) {}
