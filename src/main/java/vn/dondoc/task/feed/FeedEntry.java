package vn.dondoc.task.feed;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.State;

/**
 * Một ngày trong lịch: a deadline as a calendar shows it.
 *
 * @param duty the duty
 * @param task its task
 * @param code mã nhiệm vụ
 * @param action what has to be done
 * @param consequence what the notice says will follow; null when it says nothing
 * @param body who owes it
 * @param part LEAD or COORDINATE
 * @param state where it stands
 * @param due its deadline
 * @param late the deadline has passed and nothing is reported
 * @param moves how often the deadline was moved
 * @param changedAt when something was last recorded about it
 */
record FeedEntry(
    long duty,
    long task,
    String code,
    String action,
    @Nullable String consequence,
    String body,
    Party.Part part,
    State state,
    LocalDate due,
    boolean late,
    int moves,
    Instant changedAt) {}
