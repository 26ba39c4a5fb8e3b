package vn.dondoc.capital.ledger;

/**
 * Bút toán đính chính: takes back an entry, or part of it, in the open period; what is right
 * instead is booked beside it.
 *
 * @param entryId which entry is taken back
 * @param paper by which document
 * @param amountVnd how much of it, đồng
 */
public record Correction(long entryId, Voucher.Paper paper, long amountVnd) {}
