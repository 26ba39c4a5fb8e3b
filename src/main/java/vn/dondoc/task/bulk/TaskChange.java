package vn.dondoc.task.bulk;

import vn.dondoc.task.NewTask;
import vn.dondoc.task.Task;

/**
 * Một nhiệm vụ sẽ đổi.
 *
 * @param before as it stood when the change was shown
 * @param after as it shall read
 */
public record TaskChange(Task before, NewTask after) {}
