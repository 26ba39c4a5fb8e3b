package vn.dondoc.task.sheet;

import vn.dondoc.task.life.Deed;

/**
 * Một việc sẽ ghi nhận từ một dòng.
 *
 * @param number of the row
 * @param duty which
 * @param deed what is recorded
 */
record DutyAct(int number, long duty, Deed deed) {}
