package vn.dondoc.task.life;

/**
 * Một phần việc đã có việc mới.
 *
 * @param dutyId which one
 * @param kind what happened
 */
public record DutyMoved(long dutyId, FactKind kind) {}
