package vn.dondoc.task;

/**
 * Nhiệm vụ đã được lập.
 *
 * @param taskId which one
 */
public record TaskMade(long taskId) {}
