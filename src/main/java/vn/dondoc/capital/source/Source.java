package vn.dondoc.capital.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Nguồn vốn.
 *
 * @param code mã, {@code "NSTW.TN"}
 * @param parent the source it is part of
 * @param name in both languages
 * @param tier whose budget it is of
 * @param programme the national programme it may not leave
 * @param ring how its money is kept apart
 * @param from first day it serves
 * @param until first day it serves no more
 * @param basis căn cứ
 */
public record Source(
    String code,
    @Nullable String parent,
    Name name,
    String tier,
    @Nullable String programme,
    Ring ring,
    LocalDate from,
    @Nullable LocalDate until,
    String basis) {

  /** Its name, Vietnamese and English. */
  public record Name(String vi, String en) {}

  /**
   * How money of a source is kept apart.
   *
   * @param fromAbroad foreign loans and aid
   * @param asCollected spendable only as it is collected
   * @param bySector the split by sector is binding
   * @param byLoan one pool a loan agreement
   */
  public record Ring(boolean fromAbroad, boolean asCollected, boolean bySector, boolean byLoan) {}
}
