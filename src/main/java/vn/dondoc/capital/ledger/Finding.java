package vn.dondoc.capital.ledger;

/**
 * Một chỗ sai trong sổ vốn.
 *
 * @param check which invariant is broken
 * @param place where: a line, a pool, a project, a voucher
 * @param sentence the finding in Vietnamese
 */
public record Finding(String check, String place, String sentence) {}
