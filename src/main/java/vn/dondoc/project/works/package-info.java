/**
 * Mốc, hợp đồng, mặt bằng của nhiều dự án: one workbook out, and back through the doors of each.
 */
@NullMarked
package vn.dondoc.project.works;

import org.jspecify.annotations.NullMarked;
