package vn.dondoc.task.charge;

import org.jspecify.annotations.Nullable;

/**
 * Phần việc đã có người phụ trách khác.
 *
 * @param dutyId which one
 * @param accountId who is in charge now; null when nobody is
 */
public record DutyCharged(long dutyId, @Nullable Long accountId) {}
