package vn.dondoc.rural.target;

/**
 * Chỉ tiêu cần giao.
 *
 * @param code mã
 * @param year năm
 * @param name tên
 * @param measure cách tính
 * @param aim mức phải đạt
 * @param plan kế hoạch giao
 * @param group which communes it is about, as they are on the day it is planned: {@code due},
 *     {@code difficult} (due and especially difficult), {@code border}, {@code pilot}, {@code all};
 *     empty for what is counted; the level of its units for what is counted of each, {@code
 *     district}
 */
public record NewTarget(
    String code,
    int year,
    Target.Name name,
    Target.Measure measure,
    Target.Aim aim,
    Target.Plan plan,
    String group) {}
