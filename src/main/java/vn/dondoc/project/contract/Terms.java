package vn.dondoc.project.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Điều khoản hợp đồng.
 *
 * @param kind loại, a code of the reference data
 * @param workPackage gói thầu
 * @param contractor nhà thầu
 * @param taxCode mã số thuế
 * @param valueVnd giá trị, đồng
 * @param signedOn ngày ký
 * @param startsOn ngày bắt đầu thực hiện; null when it is the day it was signed
 * @param endsOn ngày phải hoàn thành
 */
public record Terms(
    String kind,
    String workPackage,
    String contractor,
    @Nullable String taxCode,
    long valueVnd,
    LocalDate signedOn,
    @Nullable LocalDate startsOn,
    LocalDate endsOn) {}
