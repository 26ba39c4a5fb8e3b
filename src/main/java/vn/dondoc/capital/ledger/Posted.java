package vn.dondoc.capital.ledger;

/**
 * Kết quả ghi sổ.
 *
 * @param posting its number
 * @param entries how many entries are new
 * @param repeated how many were there already, saying the same
 */
public record Posted(long posting, int entries, int repeated) {}
