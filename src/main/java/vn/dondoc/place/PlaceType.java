package vn.dondoc.place;

/**
 * Loại đơn vị hành chính: province, district, provincial city, commune, ward, township: a row of
 * reference data, not a constant.
 *
 * @param code name in the data, {@code "thi-tran"}
 * @param level the level of government it belongs to, {@code "commune"}
 * @param rank the level's rank, 1 for the province, downward
 */
public record PlaceType(String code, String level, int rank, String nameVi, String nameEn) {}
