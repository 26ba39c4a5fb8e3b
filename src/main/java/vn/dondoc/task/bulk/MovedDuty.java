package vn.dondoc.task.bulk;

import vn.dondoc.task.life.DuePlan;

/**
 * Phần việc mà một đợt sửa đã dời hạn.
 *
 * @param id of the duty
 * @param taskId of its task
 * @param change whose it is, its day before the batch and by it
 */
record MovedDuty(long id, long taskId, DuePlan.Change change) {}
