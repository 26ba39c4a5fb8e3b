package vn.dondoc.task;

/**
 * Số nhiệm vụ theo một bộ lọc.
 *
 * @param total in all
 * @param dated with a day
 * @param recurring once a period
 * @param undated with neither
 */
public record TaskCounts(long total, long dated, long recurring, long undated) {}
