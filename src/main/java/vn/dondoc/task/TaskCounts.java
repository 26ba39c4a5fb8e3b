package vn.dondoc.task;

/**
 * Số nhiệm vụ theo một bộ lọc.
 *
 * @param total in all
 * @param dated with a day it is to be done by, said, counted or set
 * @param recurring once a period
 * @param undated without such a day
 */
public record TaskCounts(long total, long dated, long recurring, long undated) {}
