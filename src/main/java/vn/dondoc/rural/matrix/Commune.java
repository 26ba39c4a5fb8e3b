package vn.dondoc.rural.matrix;

import org.jspecify.annotations.Nullable;

/**
 * Xã trên bản đồ của một ngày.
 *
 * @param id đơn vị
 * @param code official code
 * @param name tên, without its type
 * @param aboveId the unit above, a district while there were districts
 * @param above its name
 * @param due xã phấn đấu đạt chuẩn in the year of the day
 * @param border xã biên giới
 * @param difficult xã đặc biệt khó khăn
 * @param pilot xã điểm: one the province leads the way with
 */
public record Commune(
    int id,
    String code,
    String name,
    @Nullable Integer aboveId,
    @Nullable String above,
    boolean due,
    boolean border,
    boolean difficult,
    boolean pilot) {}
