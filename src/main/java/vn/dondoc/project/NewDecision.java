package vn.dondoc.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Quyết định về dự án.
 *
 * @param kind loại, a code of the reference data
 * @param number số, ký hiệu
 * @param signedOn ngày ký
 * @param issuer cơ quan ban hành
 * @param valueVnd giá trị, đồng; null where it decides on no money
 * @param summary trích yếu
 */
public record NewDecision(
    String kind,
    String number,
    LocalDate signedOn,
    String issuer,
    @Nullable Long valueVnd,
    @Nullable String summary) {}
