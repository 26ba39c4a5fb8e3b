package vn.dondoc.capital.review;

import java.time.LocalDate;

/**
 * Đăng ký giải ngân của một dòng vốn cho một tháng, and what came of it by the Treasury's ledger.
 *
 * @param lineId dòng vốn
 * @param month the month promised for
 * @param promisedVnd đăng ký, đồng
 * @param saidOn the day it was said
 * @param inTime said early enough to count
 * @param cameVnd what came, đồng
 * @param over the month is over
 */
public record Promise(
    long lineId,
    LocalDate month,
    long promisedVnd,
    LocalDate saidOn,
    boolean inTime,
    long cameVnd,
    boolean over) {}
