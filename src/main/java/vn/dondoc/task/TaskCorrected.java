package vn.dondoc.task;

/**
 * Nhiệm vụ đã được đính chính: a new version counts from now on.
 *
 * @param taskId which one
 * @param before what it said until then
 * @param why the reason given
 */
public record TaskCorrected(long taskId, NewTask before, String why) {}
